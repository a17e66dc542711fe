"""A private key as a file: sealed with a passphrase, or plain where its user wants none.

The file is JSON, its bytes base64::

    {"type": "artistguard-identity-v1", "name", "acts_for", "did", "made", "recovery",
     "kdf": "scrypt", "n", "r", "p", "salt", "nonce", "sealed"}      or, instead of the last line,
     "seed"

The key that seals comes from the passphrase by scrypt; the cipher is ChaCha20-Poly1305, and everything above the last
line is bound to it.

Source: RFC 7914 (scrypt; N 2**17, r 8, p 1 after the OWASP Password Storage Cheat Sheet), RFC 8439 (the cipher).
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from artistguard.claims.keys import PrivateKey
from artistguard.errors import ArtistGuardError, IdentityProblem, WrongPassphrase

_TYPE = "artistguard-identity-v1"
_COST, _BLOCK, _LANES = 1 << 17, 8, 1
_MOST_COST = 1 << 20
_SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class Card:
    """What a key file says openly.

    Attributes:
        name: Of the profile.
        acts_for: On whose behalf, or empty.
        did: did:key of the public half.
        made: When, UTC.
        recovery: did:key of the recovery key, or empty.
    """

    name: str
    acts_for: str
    did: str
    made: str
    recovery: str


def pack(card: Card, seed: bytes, passphrase: str) -> bytes:
    """A key file.

    Args:
        card: What it says openly.
        seed: The private key, 32 bytes.
        passphrase: Empty for a plain file.
    """
    held: dict[str, Any] = {"type": _TYPE, **_open_part(card)}
    if passphrase:
        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        held |= {"kdf": "scrypt", "n": _COST, "r": _BLOCK, "p": _LANES, "salt": _text(salt), "nonce": _text(nonce)}
        key = _stretched(passphrase, salt, _COST, _BLOCK, _LANES)
        held["sealed"] = _text(ChaCha20Poly1305(key).encrypt(nonce, seed, _bound(held)))
    else:
        held["seed"] = _text(seed)
    return msgspec.json.format(msgspec.json.encode(held), indent=2) + b"\n"


def is_sealed(content: bytes) -> bool:
    """Whether a key file wants a passphrase.

    Raises:
        IdentityProblem: It is not a key file.
    """
    return "sealed" in _read(content)


def unpack(content: bytes, passphrase: str) -> tuple[Card, bytes]:
    """Open a key file.

    Returns:
        What it says openly, and the private key, 32 bytes.

    Raises:
        WrongPassphrase: The passphrase does not open it.
        IdentityProblem: It is not a key file, or it was changed.
    """
    held = _read(content)
    try:
        card = Card(*(str(held[name]) for name in ("name", "acts_for", "did", "made", "recovery")))
        seed = _unseal(held, passphrase) if "sealed" in held else _bytes(held["seed"])
        fits = len(seed) == _SEED_BYTES and PrivateKey(seed).did == card.did
    except ArtistGuardError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise _not_one() from error
    if not fits:
        raise _not_one()
    return card, seed


def _unseal(held: dict[str, Any], passphrase: str) -> bytes:
    if not passphrase:
        raise WrongPassphrase(
            "this key is locked with a passphrase", remedy="Set ARTISTGUARD_PASSPHRASE, or run this at a terminal."
        )
    cost, block, lanes = held["n"], held["r"], held["p"]
    if held["kdf"] != "scrypt" or not (1 < cost <= _MOST_COST and 0 < block <= 16 and 0 < lanes <= 4):
        raise _not_one()
    key = _stretched(passphrase, _bytes(held["salt"]), cost, block, lanes)
    try:
        return ChaCha20Poly1305(key).decrypt(_bytes(held["nonce"]), _bytes(held["sealed"]), _bound(held))
    except InvalidTag as error:
        raise WrongPassphrase("the passphrase does not open the key") from error


def _stretched(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=cost, r=block, p=lanes).derive(passphrase.encode())


def _open_part(card: Card) -> dict[str, str]:
    return {
        "name": card.name,
        "acts_for": card.acts_for,
        "did": card.did,
        "made": card.made,
        "recovery": card.recovery,
    }


def _bound(held: dict[str, Any]) -> bytes:
    names = ("type", "name", "acts_for", "did", "made", "recovery", "kdf", "n", "r", "p", "salt", "nonce")
    return msgspec.json.encode([held[name] for name in names])


def _read(content: bytes) -> dict[str, Any]:
    try:
        held = msgspec.json.decode(content[: 1 << 16], type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _not_one() from error
    if held.get("type") != _TYPE:
        raise _not_one()
    return held


def _not_one() -> IdentityProblem:
    return IdentityProblem(
        "this is not a sound ArtistGuard key file",
        remedy="Use another copy of what `artistguard identity export` made.",
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
