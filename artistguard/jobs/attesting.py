"""Content credentials for one file: where they go, and that they hold; signed last, over bytes that change no more.

Runs in any process. Nothing here ever costs a file: what cannot be signed inside is signed beside, and what cannot be
signed at all is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from artistguard.credentials import placing, signing
from artistguard.credentials.reading import examine
from artistguard.credentials.values import Place, Saying, Signing, Standing
from artistguard.errors import ArtistGuardError, CannotEmbed
from artistguard.jobs.outcome import Trouble
from artistguard.vocabularies import cawg

if TYPE_CHECKING:
    from artistguard.credentials.values import Signatory
    from artistguard.terms import Declaration, Stated

SIDECAR = ".c2pa"
"""What credentials beside ``song.ogg`` are called: ``song.ogg.c2pa``."""


@dataclass(frozen=True, slots=True)
class Commission:
    """The credentials that one file is to get.

    Attributes:
        saying: What they state.
        mime: Media type of the file.
        flac: Where those of FLAC files go.
        signatory: Who signs, on its way to the process that does; None in a rehearsal, which signs nothing.
    """

    saying: Saying
    mime: str
    flac: Place = Place.BESIDE
    signatory: Signatory | None = field(default=None, repr=False)

    def signing(self, parent: BinaryIO | None, earlier: bytes | None) -> Signing:
        """All that the signing takes; the parent is the file as it was, with what lay beside it."""
        assert self.signatory is not None
        return Signing(self.saying, self.signatory, parent, earlier)


@dataclass(frozen=True, slots=True)
class Attested:
    """What became of the credentials of one file.

    Attributes:
        place: Where they are; None where there are none.
        statements: What they say, read back.
        store: Content of the ``.c2pa`` file, where they lie beside.
        warnings: Why they do not lie inside, or are not there at all.
    """

    place: Place | None = None
    statements: tuple[Stated, ...] = ()
    store: bytes | None = None
    warnings: tuple[Trouble, ...] = ()


def must_be_free(commission: Commission | None, *, inside: bool, lying: bool, place: Place = Place.INSIDE) -> None:
    """The one rule: a file that carries credentials is changed only where they are made anew over the change.

    Args:
        commission: The credentials that are wanted, or None.
        inside: The file carries some.
        lying: Some lie beside it.
        place: Where new ones would go.

    Raises:
        CannotEmbed: Any change would break what is there.
    """
    if (inside or lying) and commission is None:
        raise CannotEmbed("The file carries Content Credentials (C2PA), which any change inside it would break.")
    if inside and place is Place.BESIDE:
        raise CannotEmbed("The file carries Content Credentials (C2PA), and new ones cannot be put safely into it.")


def place_for(commission: Commission, plain: BinaryIO, *, inside: bool, lying: bool) -> Place:
    """Where new credentials go: those that a file has stay where they are.

    Args:
        commission: What is wanted.
        plain: The file with its statement.
        inside: It carries some.
        lying: Some lie beside it.
    """
    if lying and not inside:
        return Place.BESIDE
    return placing.place(plain, commission.mime, flac=Place.INSIDE if inside else commission.flac)


def embed(commission: Commission, plain: BinaryIO, draft: BinaryIO, parent: BinaryIO) -> Attested:
    """Copy a file with credentials in it, and see that they hold.

    Args:
        commission: What is wanted.
        plain: The file with its statement.
        draft: Receives the signed one.
        parent: The file as it was.

    Raises:
        CannotEmbed: They cannot be put in, or do not hold; what is in the draft is of no use.
        ArtistGuardError: The library is missing.
    """
    signing.embed(plain, draft, commission.mime, commission.signing(parent, None))
    draft.flush()
    draft.seek(0)
    return Attested(Place.INSIDE, _held(draft, commission.mime, None))


def lay_beside(
    commission: Commission, final: BinaryIO, parent: BinaryIO | None = None, earlier: bytes | None = None
) -> Attested:
    """Credentials beside a file that changes no more; where there can be none, the reason.

    Args:
        commission: What is wanted.
        final: The file as it will stand.
        parent: The file as it was, where it was changed.
        earlier: The credentials that lay beside it then.
    """
    try:
        if earlier == b"":
            raise CannotEmbed("What lies beside it cannot be read as credentials.")
        store = signing.beside(final, commission.mime, commission.signing(parent, earlier))
        final.seek(0)
        return Attested(Place.BESIDE, _held(final, commission.mime, store), store)
    except ArtistGuardError as problem:
        return Attested(warnings=(without(problem),))


def _held(source: BinaryIO, mime: str, store: bytes | None) -> tuple[Stated, ...]:
    """What credentials say that hold.

    Raises:
        CannotEmbed: They do not.
    """
    found = examine(source, mime, store)
    if found.standing is not Standing.VALID:
        raise CannotEmbed(f"The new content credentials do not hold: {' '.join(found.reasons)}".strip())
    return found.statements


def would_say(declaration: Declaration) -> tuple[Stated, ...]:
    """What the credentials of a declaration say, without any being made."""
    return tuple(cawg.read(each.label, each.data, f"C2PA {each.label}") for each in cawg.assertions(declaration))


def without(problem: ArtistGuardError) -> Trouble:
    """The warning that a file was protected without credentials."""
    return Trouble(
        "no-credentials",
        f"It carries your statement, but no content credentials: {problem.message}",
        "Nothing to do: the statement counts without them.",
    )


def outside(problem: ArtistGuardError) -> Trouble:
    """The warning that credentials lie beside a file that should carry them."""
    return Trouble(
        "credentials-beside",
        f"Its content credentials lie beside it: {problem.message}",
        f"Keep the {SIDECAR} file and the work together.",
    )
