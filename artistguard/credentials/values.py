"""What is known about the content credentials of one file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artistguard.terms import Stated


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
        known: Whether the certificate leads to one that this computer trusts; none is trusted by default.
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
            return (f"Signed by {names}.",)
        return (f"The certificate says {names}; nobody known here vouches for that name.",)
