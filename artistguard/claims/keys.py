"""Keys of creators: Ed25519, written as did:key; and the text in which a recovery key is kept on paper.

Source: did:key method v0.9, "Ed25519"; multicodec table (0xed, ed25519-pub); multibase "z" (base58btc alphabet of
Bitcoin); Crockford's base 32 for paper.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from artistguard.errors import ProofProblem, WrongPassphrase
from artistguard.transparency.signature import KEY_BYTES, SeedSigner, Signer

if TYPE_CHECKING:
    from collections.abc import Sequence

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519_PUB = b"\xed\x01"
_PREFIX = "did:key:z"
_DID_CHARACTERS = 64
_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAPER = "AG"


class SigningKey(Signer, Protocol):
    """A creator's key: what signs, and its public name."""

    @property
    def did(self) -> str:
        """The did:key of the public half."""
        ...


class PrivateKey(SeedSigner):
    """A key in memory.

    Args:
        seed: 32 random bytes; whoever keeps the key keeps these.
    """

    def __init__(self, seed: bytes) -> None:
        super().__init__(seed)
        self.did = did_of(self.public)
        self._seed = seed

    def derived(self, purpose: bytes) -> bytes:
        """A secret of its own for another purpose, from which this key cannot be found.

        Args:
            purpose: What it is for; the same one gives the same secret.

        Returns:
            32 bytes.

        Source: RFC 5869 (HKDF with SHA-256).
        """
        return HKDF(hashes.SHA256(), KEY_BYTES, None, purpose).derive(self._seed)


def did_of(public: bytes) -> str:
    """The did:key of an Ed25519 public key.

    Args:
        public: 32 bytes.
    """
    return _PREFIX + _base58(_ED25519_PUB + public)


@lru_cache(maxsize=1024)  # a delivery names the same few keys thousands of times
def public_of(did: str) -> bytes:
    """The Ed25519 public key that a did:key names.

    Returns:
        32 bytes.

    Raises:
        ProofProblem: It is not the did:key of an Ed25519 key in its one spelling.
    """
    if not did.startswith(_PREFIX) or len(did) > _DID_CHARACTERS:
        raise ProofProblem(f"not a did:key: {did[:_DID_CHARACTERS]!r}")
    raw = _unbase58(did.removeprefix(_PREFIX))
    if len(raw) != len(_ED25519_PUB) + KEY_BYTES or not raw.startswith(_ED25519_PUB):
        raise ProofProblem(f"not the did:key of an Ed25519 key: {did!r}")
    return raw[len(_ED25519_PUB) :]


def on_paper(seed: bytes) -> str:
    """A key as a line to print or write down: groups of four, with a check that finds every single slip.

    Args:
        seed: 32 bytes.

    Returns:
        ``AG-XXXX-XXXX-…`` with 54 characters of Crockford's base 32: the key and 14 bits of its SHA-256.
    """
    number = int.from_bytes(seed, "big") << 14 | _check(seed)
    letters = "".join(_BASE32[number >> shift & 31] for shift in range(53 * 5, -1, -5))
    return "-".join([_PAPER, *(letters[i : i + 4] for i in range(0, len(letters), 4))])


def from_paper(text: str) -> bytes:
    """Read the line back; spaces, case and the letters O, I and L for 0, 1 and 1 do not matter.

    Returns:
        32 bytes.

    Raises:
        WrongPassphrase: It was mistyped.
    """
    plain = "".join(text.upper().split()).replace("-", "").removeprefix(_PAPER)
    plain = plain.translate(str.maketrans("OIL", "011"))
    number = 0
    for letter in plain:
        number = number << 5 | _digit(letter)
    seed, check = number >> 14, number & 0x3FFF
    if len(plain) != 54 or seed >> 256 or check != _check(seed.to_bytes(KEY_BYTES, "big")):
        raise _mistyped()
    return seed.to_bytes(KEY_BYTES, "big")


def _digit(letter: str) -> int:
    at = _BASE32.find(letter)
    if at < 0:
        raise _mistyped()
    return at


def _mistyped() -> WrongPassphrase:
    return WrongPassphrase("the recovery key was mistyped", remedy="Compare it letter by letter with the one on paper.")


def _check(seed: bytes) -> int:
    return int.from_bytes(hashlib.sha256(b"artistguard-paper-v1\0" + seed).digest()[:2], "big") >> 2


def _base58(raw: bytes) -> str:
    number = int.from_bytes(raw, "big")
    letters: list[str] = []
    while number:
        number, rest = divmod(number, 58)
        letters.append(_BASE58[rest])
    zeros = len(raw) - len(raw.lstrip(b"\0"))
    return "1" * zeros + "".join(reversed(letters))


def _unbase58(text: Sequence[str]) -> bytes:
    number = 0
    for letter in text:
        at = _BASE58.find(letter)
        if at < 0:
            raise ProofProblem("not a did:key: a letter outside base58")
        number = number * 58 + at
    zeros = len(text) - len(str(text).lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
