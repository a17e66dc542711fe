"""Validating content credentials with the reference implementation, without ever asking the network.

The library is native and reads the bytes of strangers: call this in a process that may die.

Source: C2PA Technical Specification 2.2, section 15 (validation) and its list of status codes; CAWG Training and Data
Mining Assertion 1.1.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO

from cryptography import x509

from artistguard.credentials import library
from artistguard.credentials.values import Credentials, Standing
from artistguard.errors import Unreadable
from artistguard.vocabularies import cawg
from artistguard.vocabularies.rights import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from artistguard.terms import Stated

LARGEST = 64 * 2**20
"""Bytes of a manifest beside a file; real ones hold a few kilobytes, with pictures a few megabytes."""

PURPOSES = {
    "mail": "1.3.6.1.5.5.7.3.4",
    "documents": "1.3.6.1.5.5.7.3.36",
    "claims": "1.3.6.1.4.1.62558.2.1",
    "claims, at Microsoft": "1.3.6.1.4.1.311.76.59.1.9",
}
"""What certificates are made for that may sign credentials; left to itself, the library knows mail alone.

Source: RFC 5280, section 4.2.1.12; RFC 9336; C2PA Technical Specification 2.2, section "X.509 certificates".
"""

SETTINGS = json.dumps(
    {
        "version": 1,
        "verify": {"verify_after_reading": True, "remote_manifest_fetch": False, "ocsp_fetch": False},
        "trust": {"trust_config": "\n".join(PURPOSES.values())},
        "core": {"allowed_network_hosts": []},
    }
)
"""No manifest is fetched, no certificate asked about, no signer trusted before somebody says so."""

ANYTHING = "application/octet-stream"
"""The media type of a file that only credentials beside it can speak about."""

READABLE = frozenset({"arw", "avi", "dng", "jxl", "m4v", "mov", "mp4", "nef", "odg", "odp", "ods", "pptx", "xlsx"})
"""Endings of files that the library reads and that no format of ours recognises."""

_WAV = "audio/wav"
"""Where credentials lie beside a recording, the library would hold it in memory twice under its own name."""

_KNOWN_SIGNER, _UNKNOWN_SIGNER = "signingCredential.trusted", "signingCredential.untrusted"
_NONE_THERE = {"ManifestNotFound", "Remote", "RemoteManifest", "NotSupported"}
_BROKEN = Credentials(Standing.INVALID, reasons=("They are damaged and cannot be read.",))
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "assertion.dataHash": "The file was changed after it was signed.",
        "assertion.bmffHash": "The file was changed after it was signed.",
        "assertion.boxesHash": "The file was changed after it was signed.",
        "assertion.collectionHash": "The file was changed after it was signed.",
        "assertion.hashedURI": "A part of the credentials was changed after it was signed.",
        "assertion.missing": "A part of the credentials is missing.",
        "claimSignature": "The signature does not fit what it stands under.",
        "signingCredential.expired": "The signer's certificate had run out.",
        "signingCredential.revoked": "The signer's certificate was called back.",
        "signingCredential": "The signer's certificate may not be used for this.",
        "timeStamp": "The time stamp does not hold.",
        "ingredient": "The credentials of an earlier version do not hold.",
    }
)
"""Beginnings of status codes in plain words; the longest that fits counts."""


def examine(source: BinaryIO, mime: str, beside: bytes | None = None, ours: Sequence[bytes] = ()) -> Credentials:
    """What credentials a file has, and whether they hold.

    Args:
        source: The file, from its beginning.
        mime: Its media type, or ``application/octet-stream`` where none is known.
        beside: Content of the ``.c2pa`` file beside it; what is inside the file is not looked at then.
        ours: Certificates of this computer's own user, chains in PEM; no other signer is known.

    Returns:
        Absent where there are none. Damaged ones are invalid, whatever the damage.

    Raises:
        Unreadable: The library is not installed.
    """
    if beside is not None and not 0 < len(beside) <= LARGEST:
        return _BROKEN
    try:
        read_as = ANYTHING if beside is not None and mime == _WAV else mime
        return _credentials(_told(source, read_as, beside, ours), _serials(ours), beside=beside is not None)
    except _NoneThereError:
        return Credentials() if beside is None else _BROKEN
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - seen: C2paError of many kinds, KeyError; all mean damage
        return _BROKEN


class _NoneThereError(Exception):
    """There are no credentials, or only an address where some are said to lie."""


def _told(source: BinaryIO, mime: str, beside: bytes | None, ours: Sequence[bytes]) -> Any:  # noqa: ANN401 - the library's own report
    """What the library says.

    Raises:
        _NoneThereError: There are no credentials, or only an address where some are said to lie.
        Exception: The library's own, about damage.
    """
    c2pa = library.load()
    context = c2pa.Context(settings=c2pa.Settings.from_json(_settings(ours)))
    try:
        with c2pa.Reader(mime, source, beside, context=context) as reader:
            return json.loads(reader.json())
    except c2pa.C2paError as problem:
        kind = str(problem).partition(":")[0]  # some kinds have no class of their own
        if kind not in _NONE_THERE:
            raise
        if kind != "NotSupported" or beside is None or mime == ANYTHING:
            raise _NoneThereError from problem
    source.seek(0)
    return _told(source, ANYTHING, beside, ours)


def _settings(ours: Sequence[bytes]) -> str:
    if not ours:
        return SETTINGS
    settings = json.loads(SETTINGS)
    settings["trust"]["user_anchors"] = b"\n".join(ours).decode("ascii")
    return json.dumps(settings)


def _serials(ours: Sequence[bytes]) -> set[str]:
    """Of the holders' own certificates; below the same issuer no two are alike (RFC 5280, section 4.1.2.2)."""
    return {str(x509.load_pem_x509_certificates(chain)[0].serial_number) for chain in ours}


def _credentials(told: Mapping[str, Any], ours: Collection[str], *, beside: bool) -> Credentials:
    manifest = told["manifests"][told["active_manifest"]]
    signature = manifest.get("signature_info") or {}
    codes = _failures(told)
    holds = told.get("validation_state") in {"Valid", "Trusted"}
    return Credentials(
        standing=Standing.VALID if holds else Standing.INVALID,
        signer=clean(str(signature.get("common_name") or "")),
        issuer=clean(str(signature.get("issuer") or "")),
        known=holds and _is_trusted(told) and signature.get("cert_serial_number") in ours,
        signed=clean(str(signature.get("time") or "")),
        program=_program(manifest),
        reasons=() if holds else tuple(dict.fromkeys(_reason(code) for code in codes)) or _BROKEN.reasons,
        statements=tuple(_statements(manifest.get("assertions") or ())),
        beside=beside,
    )


def _is_trusted(told: Mapping[str, Any]) -> bool:
    """Whether the signer is, whatever is known of the signers of earlier versions."""
    found = (told.get("validation_results") or {}).get("activeManifest") or {}
    return any(each.get("code") == _KNOWN_SIGNER for each in found.get("success") or ())


def _failures(told: Mapping[str, Any]) -> tuple[str, ...]:
    codes = (str(each.get("code") or "") for each in told.get("validation_status") or ())
    return tuple(code for code in codes if code != _UNKNOWN_SIGNER)


def _reason(code: str) -> str:
    fitting = [start for start in _REASONS if code.startswith(start)]
    return _REASONS[max(fitting, key=len)] if fitting else f"Something in them does not hold ({clean(code)})."


def _program(manifest: Mapping[str, Any]) -> str:
    named = [str(each.get("name") or "") for each in manifest.get("claim_generator_info") or ()]
    return clean(next(iter(named), "") or str(manifest.get("claim_generator") or ""))


def _statements(assertions: Iterable[Mapping[str, Any]]) -> Iterable[Stated]:
    """What is said about training and mining; it counts even where the signature is broken, as unsigned words do."""
    for assertion in assertions:
        label = str(assertion.get("label") or "")
        if label.startswith((cawg.CURRENT, cawg.LEGACY)):
            yield cawg.read(label, assertion.get("data"), f"C2PA {clean(label)}")
