"""The envelope in which statements are delivered to one registry, signed anew at each delivery.

It names the registry and the time, so that a delivery cannot be played back elsewhere or later; the statements inside
name neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from artistguard.claims.canonical import canonical, digest
from artistguard.claims.forms import SignedStatement, entry
from artistguard.claims.grammar import Did, Hex256, Moment, Nonce, Signature64
from artistguard.claims.keys import public_of
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.transparency.checkpoint import decode64, encode64
from artistguard.transparency.merkle import Leaves, leaf_hash
from artistguard.transparency.signature import holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.claims.keys import SigningKey

SUBMISSION_DOMAIN = b"artistguard-submission-v1\0"
STATEMENTS = 10_000
"""Most statements in one delivery."""

WINDOW_SECONDS = 600
"""How far the clocks of sender and registry may be apart."""


class Cover(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag="artistguard-submission-v1"):
    """What the sender signs.

    Attributes:
        origin: Of the registry that it is meant for.
        sender: did:key of whoever delivers; need not be the creator.
        time: Of the delivery, RFC 3339 in UTC.
        nonce: 128 bits, never used twice by one sender.
        root: RFC 6962 root over the entries inside, 64 hexadecimal digits.
        count: How many they are.
    """

    origin: Annotated[str, Meta(min_length=1, max_length=1024)]
    sender: Did
    time: Moment
    nonce: Nonce
    root: Hex256
    count: Annotated[int, Meta(ge=1, le=STATEMENTS)]


class Seal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A signed cover, on its own: the first line of a batch.

    Attributes:
        cover: What the sender signs.
        signature: Base64 Ed25519 by the sender.
    """

    cover: Cover
    signature: Signature64

    @property
    def id(self) -> str:
        """Number of the batch: SHA-256 of the canonical cover, hexadecimal."""
        return digest(self.cover)


class Submission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A delivery.

    Attributes:
        cover: What the sender signs.
        signature: Base64 Ed25519 by the sender.
        statements: 1 to 10,000.
    """

    cover: Cover
    signature: Signature64
    statements: Annotated[tuple[SignedStatement, ...], Meta(min_length=1, max_length=STATEMENTS)]


def seal(statements: Sequence[SignedStatement], key: SigningKey, *, origin: str, time: str, nonce: bytes) -> Submission:
    """Put statements into an envelope.

    Args:
        statements: 1 to 10,000, in the order in which answers come back.
        key: Of whoever delivers.
        origin: Of the registry.
        time: Now, ``2026-11-22T01:02:03Z``.
        nonce: 16 random bytes.

    Raises:
        UsageProblem: There are none or too many, or the nonce is not 16 bytes.
    """
    if not 1 <= len(statements) <= STATEMENTS or len(nonce) != 16:
        raise UsageProblem(f"a delivery holds 1 to {STATEMENTS} statements and a nonce of 16 bytes")
    cover = Cover(origin, key.did, time, nonce.hex(), _root(statements).hex(), len(statements))
    return Submission(cover, encode64(key.sign(SUBMISSION_DOMAIN + canonical(cover))), tuple(statements))


def check_seal(submission: Submission) -> None:
    """Check that the envelope was signed by its sender and holds what it says.

    Raises:
        ProofProblem: It was not, or does not.
    """
    cover = submission.cover
    if cover.count != len(submission.statements) or cover.root != _root(submission.statements).hex():
        raise ProofProblem("the envelope does not hold the statements that its sender put in")
    check_cover(submission)


def check_cover(sealed: Seal | Submission) -> None:
    """Check that a cover was signed by its sender.

    Raises:
        ProofProblem: It was not.
    """
    cover = sealed.cover
    signature = decode64(sealed.signature, "signature of the envelope")
    if not holds(public_of(cover.sender), signature, SUBMISSION_DOMAIN + canonical(cover)):
        raise ProofProblem("the signature of the envelope does not fit")


def _root(statements: Sequence[SignedStatement]) -> bytes:
    return Leaves([leaf_hash(entry(signed)) for signed in statements]).root()
