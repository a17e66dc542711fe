"""What is stated about a work in the words of others: RSL, TDM·AI, and the shape of an ISCC note.

None of them carries a signature of ours, and none is more than a copy: the signed statement and its receipt are the
proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.claims.enclosure import PARTICULARS
from artistguard.claims.statement import Statement, everything
from artistguard.errors import Refused
from artistguard.fingerprints.iscc import bits_of, composite
from artistguard.fingerprints.values import ISCC, ISCC_DATA, ISCC_INSTANCE
from artistguard.messages import Answer, State
from artistguard.terms import Declaration
from artistguard.vocabularies import rsl as licence
from artistguard.vocabularies import tdmai as preferences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.messages import Claim, WorkAnswer
    from artistguard.terms import Choice

_BLAKE3 = "1e20"
"""Multihash prefix of a BLAKE3 of 32 bytes (multiformats, table of multicodecs)."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What holds for a work, and the statement that says it.

    Attributes:
        work: URN.
        choice: What holds.
        claim: The latest statement that stands and says so.
        first: Whether it is the only statement about the work.
    """

    work: str
    choice: Choice
    claim: Claim
    first: bool

    @property
    def values(self) -> Mapping[str, str]:
        """Fingerprints of the version that the statement is about."""
        return everything(self.claim.signed)

    @property
    def published(self) -> Mapping[str, str]:
        """What the creator published beside it, as far as it is still kept."""
        return next((each.content for each in self.claim.signed.enclosures if each.kind == PARTICULARS), {})


def stated(answer: WorkAnswer) -> Stated:
    """What may be handed on about a work.

    Raises:
        Refused: Nothing stands; or what stands is a permission of somebody who is not known to be the creator.
    """
    standing = [claim for claim in answer.history if claim.state is State.STATED and _choice(claim) == answer.choice]
    if answer.choice is None or not standing or answer.answer is Answer.UNVERIFIED:
        raise Refused("nothing is stated about this work that could be handed on")
    return Stated(answer.work, answer.choice, standing[-1], len(answer.history) == 1)


def rsl(said: Stated) -> bytes:
    """An RSL 1.0 licence; the work is named by its number, since its addresses are not known."""
    statement = said.claim.signed.statement
    offer = statement.offer if isinstance(statement, Statement) else ""
    published = said.published
    terms = Declaration(
        said.choice, contact=published.get("contact", ""), licence=offer or published.get("licence", "")
    )
    return licence.document(terms, said.work)


def tdmai(said: Stated) -> dict[str, str]:
    """A TDM·AI declaration, without the credential of a declarer.

    Raises:
        Refused: The work has no ISCC.
    """
    return preferences.declaration(said.choice, _iscc(said), first=said.first, policy=said.published.get("policy", ""))


def iscc_note(said: Stated, gateway: str) -> dict[str, object]:
    """What an ISCC hub would need to know; unsigned and without a hub's nonce, so no hub takes it as a declaration.

    Args:
        said: About the work.
        gateway: Address at which more is told about it.

    Raises:
        Refused: The codes of the file are missing.
    """
    values = said.values
    units = [_iscc(said), *(values.get(name, "") for name in (ISCC_DATA, ISCC_INSTANCE))]
    if not all(units):
        raise Refused("this work was registered without the codes of its file")
    return {
        "iscc_code": composite(units),
        "datahash": _BLAKE3 + bits_of(units[-1]).hex(),
        "timestamp": said.claim.received,
        "gateway": gateway,
        "units": units,
    }


def _iscc(said: Stated) -> str:
    if ISCC not in said.values:
        raise Refused("this work was registered without an ISCC")
    return said.values[ISCC]


def _choice(claim: Claim) -> str | None:
    return getattr(claim.signed.statement, "choice", None)
