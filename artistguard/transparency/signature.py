"""Ed25519, the one kind of signature there is here; domain separation is the caller's duty.

Source: RFC 8032 section 5.1 (PureEdDSA over edwards25519).
"""

from __future__ import annotations

from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEY_BYTES = 32
SIGNATURE_BYTES = 64


class Signer(Protocol):
    """Whoever can sign: a key in memory, in a keyring, in a device."""

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        ...

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature, 64 bytes."""
        ...


class SeedSigner:
    """A key made from 32 random bytes, which are also the form in which it is kept.

    Args:
        seed: 32 bytes that nobody can guess.
    """

    def __init__(self, seed: bytes) -> None:
        if len(seed) != KEY_BYTES:
            raise ValueError(f"an Ed25519 key is made from {KEY_BYTES} bytes, not {len(seed)}")
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """See Signer."""
        return self._key.sign(message)


def holds(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether a signature fits.

    Args:
        public: 32 bytes; anything that is no key fits nothing.
        signature: 64 bytes; anything else fits nothing.
        message: What was signed.
    """
    if len(public) != KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
