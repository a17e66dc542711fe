"""The last two steps inside a draft: the statement, then the credentials over it, and one proof of both."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from artistguard.credentials.values import Place
from artistguard.errors import ArtistGuardError, CannotEmbed, StoreProblem
from artistguard.jobs import attesting, inscribe
from artistguard.jobs.attesting import Attested
from artistguard.jobs.survey import IN_MEMORY

if TYPE_CHECKING:
    from artistguard.jobs.attesting import Commission
    from artistguard.jobs.inscribe import Written
    from artistguard.jobs.outcome import Trouble
    from artistguard.terms import Inscription
    from artistguard.works import Digest


@dataclass(frozen=True, slots=True)
class Found:
    """The credentials that a file has before anything is done.

    Attributes:
        inside: It carries some.
        beside: Content of the ``.c2pa`` file beside it; None where there is none.
    """

    inside: bool = False
    beside: bytes | None = None

    @property
    def lying(self) -> bool:
        """Whether some lie beside it."""
        return self.beside is not None


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into one draft.

    Attributes:
        kind: Name of the format.
        inscription: The statement.
        guard: What must be the same before and after, from the survey.
        commission: The credentials that are wanted, or None.
        found: Those that are there.
        room: Folder for a copy that is too large for memory.
    """

    kind: str
    inscription: Inscription
    guard: Digest
    commission: Commission | None = None
    found: Found = Found()
    room: str | None = None


def fill(filling: Filling, source: BinaryIO, draft: BinaryIO) -> tuple[Written, Attested]:
    """Write statement and credentials into a draft, and prove both.

    Args:
        filling: What goes in.
        source: The file as it is.
        draft: An empty stream open for writing and reading.

    Returns:
        What stands in the draft, and the credentials, which may lie beside it.

    Raises:
        CannotEmbed: Nothing of it can go inside; nothing usable is in the draft.
        WouldHarm: The draft does not decode to the same work, or does not say what it should.
    """
    commission, found = filling.commission, filling.found
    if commission is None:
        attesting.must_be_free(None, inside=found.inside, lying=found.lying)
        return inscribe.inside(filling.kind, source, draft, filling.inscription, filling.guard), Attested()
    reasons: tuple[Trouble, ...] = ()
    with SpooledTemporaryFile(IN_MEMORY, dir=filling.room) as spool:
        plain = cast("BinaryIO", spool)
        inscribe.write(filling.kind, source, plain, filling.inscription)
        if _place(commission, found, plain) is Place.INSIDE:
            try:
                attested = attesting.embed(commission, plain, draft, source)
                return inscribe.prove(filling.kind, draft, filling.inscription, filling.guard), attested
            except StoreProblem:
                raise
            except ArtistGuardError as problem:
                reasons = (_why_beside(found, problem),)
        _copy(plain, draft)
    return _beside(filling, commission, source, draft, reasons)


def _place(commission: Commission, found: Found, plain: BinaryIO) -> Place:
    """Where they go.

    Raises:
        CannotEmbed: Nowhere without harm to those that are there.
    """
    place = attesting.place_for(commission, plain, inside=found.inside, lying=found.lying)
    attesting.must_be_free(commission, inside=found.inside, lying=found.lying, place=place)
    return place


def _why_beside(found: Found, problem: ArtistGuardError) -> Trouble:
    if found.inside:
        raise CannotEmbed(f"Its content credentials could not be made anew: {problem.message}")
    return attesting.outside(problem)


def _beside(
    filling: Filling, commission: Commission, source: BinaryIO, draft: BinaryIO, reasons: tuple[Trouble, ...]
) -> tuple[Written, Attested]:
    """The proven draft without credentials inside, and credentials to lie beside it.

    Raises:
        CannotEmbed: There can be none, and those that lay there would be broken.
    """
    written = inscribe.prove(filling.kind, draft, filling.inscription, filling.guard)
    attested = attesting.lay_beside(commission, draft, source, filling.found.beside)
    if filling.found.lying and attested.place is None:
        raise CannotEmbed(f"The content credentials beside it could not be made anew. {attested.warnings[0].message}")
    return written, replace(attested, warnings=attested.warnings or reasons)


def _copy(plain: BinaryIO, draft: BinaryIO) -> None:
    plain.seek(0)
    draft.seek(0)
    draft.truncate()
    shutil.copyfileobj(plain, draft, 1 << 20)
    draft.flush()
