"""The certificates under which profiles sign content credentials.

A certificate is public and lies in the home as it is. The private key of one that was bought is locked with a key that
only the profile's own key gives, so it lies as safely as that one does, in a keyring or not.

The file of a bought one is JSON, its bytes base64::

    {"type": "artistguard-certificate-v1", "did", "algorithm", "chain", "nonce", "sealed"}

Source: RFC 8439 (ChaCha20-Poly1305; chain, algorithm and did:key are bound to what it seals).
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from artistguard.credentials.values import Signatory
from artistguard.errors import IdentityProblem, Vanished
from artistguard.store import drafts
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.store.disk import Disk
    from artistguard.store.home import Home

_TYPE = "artistguard-certificate-v1"
_NONCE_BYTES = 12
_BOUGHT = "\0bought"
"""Stands for a name that nobody has."""


class _Bought(msgspec.Struct, frozen=True):
    did: str
    algorithm: str
    chain: bytes
    nonce: bytes
    sealed: bytes
    type: str = _TYPE

    @property
    def bound(self) -> bytes:
        return b"\0".join((self.type.encode(), self.did.encode(), self.algorithm.encode(), self.chain))


class Certificates:
    """All certificates of a home."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._folder = home.certificates
        self._disk = disk

    def own(self, did: str, name: str) -> bytes | None:
        """The latest certificate that was made here for a profile under a name.

        Args:
            did: did:key of the profile.
            name: As it stands in the certificate.

        Returns:
            PEM, the profile's own first; None where there is none.
        """
        found = sorted(self._folder.glob(f"{_start(did, name)}-*.pem"))
        return self._content(found[-1]) if found else None

    def keep_own(self, did: str, name: str, chain: bytes) -> None:
        """Keep one that was made just now; earlier ones stay, since what they signed stays.

        Raises:
            StoreProblem: It cannot be written.
        """
        number = len(list(self._folder.glob(f"{_start(did, name)}-*.pem"))) + 1
        self._put(self._folder / f"{_start(did, name)}-{number:04}.pem", chain)

    def bought(self, did: str, lock: bytes) -> Signatory | None:
        """The certificate that was brought in for a profile, with its key; None where there is none.

        Args:
            did: did:key of the profile.
            lock: 32 bytes that the profile's key gives.

        Raises:
            IdentityProblem: The file was changed, or belongs to another profile.
        """
        content = self._content(self._file(did))
        if content is None:
            return None
        held = _read(content)
        try:
            key = ChaCha20Poly1305(lock).decrypt(held.nonce, held.sealed, held.bound)
        except (InvalidTag, ValueError) as error:
            raise _not_one() from error
        if held.did != did:
            raise _not_one()
        return Signatory(held.chain, key, held.algorithm, bought=True)

    def bought_chain(self, did: str) -> bytes | None:
        """The public part of it, for which no key is opened."""
        content = self._content(self._file(did))
        return _read(content).chain if content is not None else None

    def keep_bought(self, did: str, lock: bytes, who: Signatory) -> None:
        """Keep one that was brought in, in place of the one before.

        Raises:
            StoreProblem: It cannot be written.
        """
        nonce = secrets.token_bytes(_NONCE_BYTES)
        held = _Bought(did, who.algorithm, who.chain, nonce, b"")
        sealed = ChaCha20Poly1305(lock).encrypt(nonce, who.key, held.bound)
        content = msgspec.json.encode(msgspec.structs.replace(held, sealed=sealed))
        self._put(self._file(did), msgspec.json.format(content, indent=2) + b"\n")
        self.keep_own(did, _BOUGHT, who.chain)

    def forget_bought(self, did: str) -> bool:
        """Remove the one that was brought in, with its key.

        Returns:
            Whether there was one.
        """
        path = self._file(did)
        try:
            with telling(path):
                self._disk.remove(path)
        except Vanished:
            return False
        return True

    def chains(self) -> tuple[bytes, ...]:
        """Every certificate that ever signed here, bought or made, in PEM."""
        return tuple(content for path in sorted(self._folder.glob("*.pem")) if (content := self._content(path)))

    def _file(self, did: str) -> Path:
        return self._folder / f"{_tail(did)}.json"

    def _content(self, path: Path) -> bytes | None:
        try:
            with telling(path):
                return path.read_bytes()
        except Vanished:
            return None

    def _put(self, path: Path, content: bytes) -> None:
        with telling(self._folder):
            self._disk.make_folder(self._folder, 0o700)
        drafts.put(path, content, self._disk)


def _tail(did: str) -> str:
    return did.rpartition(":")[2]


def _start(did: str, name: str) -> str:
    return f"{_tail(did)}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def _read(content: bytes) -> _Bought:
    try:
        held = msgspec.json.decode(content, type=_Bought)
    except msgspec.MsgspecError as error:
        raise _not_one() from error
    if held.type != _TYPE:
        raise _not_one()
    return held


def _not_one() -> IdentityProblem:
    return IdentityProblem(
        "The certificate that was brought in was changed, or belongs to another profile.",
        remedy="Import it again: artistguard identity certificate --import FILE; or go on without it: --remove.",
    )
