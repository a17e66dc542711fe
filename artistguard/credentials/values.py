"""What is known about the content credentials of one file, and what it takes to make some."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from datetime import datetime

    from artistguard.terms import Declaration, Stated


class Place(StrEnum):
    """Where the credentials of a file go."""

    INSIDE = "inside"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Saying:
    """What credentials state.

    Attributes:
        title: Of the work, or the name of its file; a path in front of it is left out.
        declaration: The terms. Where they say how the work came to be, that is stated too; it is never guessed.
        iscc: Content-Code of the work, or empty.
        record: URN of the signed statement, or empty.
        program: What makes them, as ``ArtistGuard/1.0``.
    """

    title: str
    declaration: Declaration
    iscc: str = ""
    record: str = ""
    program: str = "ArtistGuard"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs.

    Attributes:
        chain: Certificates in PEM, the signer's own first.
        key: Private key of the first one, PKCS#8 in PEM, not encrypted.
        algorithm: As C2PA names it: es256, es384, es512, ps256, ps384, ps512 or ed25519.
        bought: Somebody else vouches for the name; credentials then say who the creator is.
        stamping: Web address of a time-stamping authority, or empty for none.
    """

    chain: bytes
    key: bytes = field(repr=False)
    algorithm: str = "es256"
    bought: bool = False
    stamping: str = ""


@dataclass(frozen=True, slots=True)
class Signing:
    """One file's credentials to be made.

    Attributes:
        saying: What they state.
        signatory: Who signs.
        parent: The file before anything was written into it, with the credentials that it had; None for the same file.
        earlier: The credentials that lay beside that one, if any.
    """

    saying: Saying
    signatory: Signatory
    parent: BinaryIO | None = None
    earlier: bytes | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says of itself.

    Attributes:
        name: Of its holder.
        issuer: Who made it.
        begins: From when on it is valid.
        ends: Until when.
        bought: Somebody other than its holder made it.
        fingerprint: SHA-256 over its DER form, hexadecimal.
    """

    name: str
    issuer: str
    begins: datetime
    ends: datetime
    bought: bool
    fingerprint: str


class Standing(StrEnum):
    """Whether credentials hold."""

    VALID = "valid"
    INVALID = "invalid"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Credentials:
    """The credentials of one file.

    Attributes:
        standing: Valid says that the file is as it was signed; it says nothing about who signed it.
        signer: The name in the certificate, which is whatever its maker wrote there; empty where it is not told.
        issuer: The organisation in the certificate; empty likewise.
        known: Whether the certificate is one of this computer's own user; nobody else is known here.
        signed: When, as a time-stamping authority says it (RFC 3339); empty without one.
        program: What made the credentials, by its own name.
        reasons: Why they do not hold, one sentence each.
        statements: What they say about AI.
        beside: They lie in a ``.c2pa`` file beside it.
    """

    standing: Standing = Standing.ABSENT
    signer: str = ""
    issuer: str = ""
    known: bool = False
    signed: str = ""
    program: str = ""
    reasons: tuple[str, ...] = ()
    statements: tuple[Stated, ...] = ()
    beside: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it in plain words; nothing where there are none."""
        match self.standing:
            case Standing.ABSENT:
                return ()
            case Standing.INVALID:
                return ("Content credentials are attached and do not hold.", *self.reasons, *self._signed_by())
            case _:
                return ("Content credentials are attached, and the file is as it was signed.", *self._signed_by())

    def _signed_by(self) -> tuple[str, ...]:
        if not self.signer and not self.issuer:
            return ("Who signed them is not told.",)
        names = " of ".join(dict.fromkeys(name for name in (self.signer, self.issuer) if name))
        if self.known:
            return (f"Signed by you, as {self.signer or names}.",)
        return (f"The certificate says {names}; nobody known here vouches for that name.",)
