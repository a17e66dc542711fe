"""Time stamps: a stamping authority signs that it saw a digest at a moment, and learns nothing else.

Source: RFC 3161, sections 2.4.1 (request) and 2.4.2 (response); RFC 5816 for SHA-256 in the certificate's identifier.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.x509.oid import NameOID
from rfc3161_client import (
    HashAlgorithm,
    PKIStatus,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from artistguard.errors import ProofProblem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from rfc3161_client import TimeStampRequest, TimeStampResponse

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
"""Media types of request and response (RFC 3161, 3.4)."""

REPLY_BYTES = 64 << 10
"""Longest response that is looked at; with a chain of certificates they have some 6,000 bytes."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a time stamp says.

    Attributes:
        at: When the authority saw the digest, UTC.
        authority: Its name, as its certificate has it.
        checked: Its signature leads to a root that was named beforehand; otherwise anybody may have made it.
    """

    at: datetime
    authority: str
    checked: bool


def ask(content: bytes) -> TimeStampRequest:
    """A request to stamp a content; only its SHA-256 is in it, with a random number and the wish for certificates."""
    return (
        TimestampRequestBuilder()
        .data(content)
        .hash_algorithm(HashAlgorithm.SHA256)
        .cert_request(cert_request=True)
        .nonce(nonce=True)
        .build()
    )


def check_answer(response: bytes, request: TimeStampRequest) -> None:
    """Check that a response grants this very request; `check` it, too.

    Raises:
        ProofProblem: It does not.
    """
    stamp = _decoded(response)
    if stamp.status != PKIStatus.GRANTED.value:
        raise ProofProblem("the time-stamping authority refused")
    if stamp.tst_info.nonce != request.nonce:
        raise ProofProblem("the time stamp was made for another request")


def check(response: bytes, digest: bytes, roots: Sequence[bytes] = ()) -> Moment:
    """Check a time stamp offline.

    Args:
        response: As the authority sent it, DER.
        digest: SHA-256 of what it is over, 32 bytes.
        roots: Certificates of authorities that are trusted, PEM, each text with one or more.

    Returns:
        What it says; without roots its signature is not checked.

    Raises:
        ProofProblem: It does not hold, and why.
    """
    stamp = _decoded(response)
    if stamp.tst_info.message_imprint.message != digest:
        raise ProofProblem("the time stamp is over something else")
    if roots:
        _verify(stamp, digest, roots)
    return Moment(stamp.tst_info.gen_time.astimezone(UTC), _name(stamp), bool(roots))


def _decoded(response: bytes) -> TimeStampResponse:
    if len(response) > REPLY_BYTES:
        raise ProofProblem("the time stamp is too long")
    try:
        stamp = decode_timestamp_response(response)
        stamp.tst_info.message_imprint  # noqa: B018 - a refusal has no token, which shows here
    except ValueError as problem:
        raise ProofProblem(f"not a time stamp: {str(problem)[:200]}") from problem
    return stamp


def _verify(stamp: TimeStampResponse, digest: bytes, roots: Sequence[bytes]) -> None:
    try:
        builder = VerifierBuilder()
        for certificate in {each for pem in roots for each in x509.load_pem_x509_certificates(pem)}:
            builder = builder.add_root_certificate(certificate)
        builder.build().verify(stamp, digest)
    except (VerificationError, ValueError) as problem:  # ValueError: no certificate, or one that cannot be read
        words = " ".join(str(problem).split())
        raise ProofProblem(f"the time stamp does not hold under the root that was named: {words[:200]}") from problem


def _name(stamp: TimeStampResponse) -> str:
    """Of the authority: out of the certificate that came with the stamp, else out of the stamp."""
    try:
        names = [x509.load_der_x509_certificate(each).subject for each in stamp.signed_data.certificates]
    except ValueError:
        names = []
    said = [part.value for name in names for part in name.get_attributes_for_oid(NameOID.COMMON_NAME)]
    return ", ".join(sorted(map(str, said))) or "an authority without a name"
