"""Errands that bring My works onto the screen: first the rows, then what takes longer to find out. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from artistguard.desktop.archive import Holding, Standing
from artistguard.store.catalogue import State
from artistguard.terms import Choice
from artistguard.transparency.receipt import LOCAL
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.jobs.standing import Looked, Unread
    from artistguard.jobs.whereabouts import Whereabouts
    from artistguard.store.glances import Glance

AT_ONCE = 500
"""Versions that are sent together."""
SHARE_SECONDS = 0.3
"""Files are read so long at a time, so that nothing else has to wait."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Tell everything that was ever protected and was not put back, as far as rows show it."""

    def work(self, desk: Desk) -> Iterator[tuple[Holding, ...]]:
        """Yields the versions, oldest work first, many at a time."""
        with desk.studio() as studio:
            glances = studio.store.catalogue.glances.all()
            for first in range(0, len(glances), AT_ONCE):
                yield tuple(map(_shown, glances[first : first + AT_ONCE]))
                desk.listen("Remembering", min(first + AT_ONCE, len(glances)), len(glances))


@dataclass(frozen=True, slots=True)
class LookThrough:
    """Find files that were edited since, or are gone.

    Attributes:
        unread: What an earlier errand of this kind did not come to; None to begin.
    """

    unread: tuple[Unread, ...] | None = None

    def work(self, desk: Desk) -> Iterator[Looked]:
        """Yields one Looked."""
        from artistguard.jobs.standing import look, read

        with desk.studio() as studio:
            yield look(studio) if self.unread is None else read(studio, self.unread, SHARE_SECONDS)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a version beside what its row shows.

    Attributes:
        number: Of the version in the catalogue.
        whereabouts: How far its statement has come, at each registry it was meant for.
        right: Which right in the work it claims, or empty.
        numbers: Standard numbers of the work and its makers, kind and value.
        offer: Web address at which it offers a licence, or empty.
        credentials: Where its content credentials are: ``inside``, ``beside``, or empty for none of ours.
    """

    number: int
    whereabouts: tuple[Whereabouts, ...]
    right: str
    numbers: tuple[tuple[str, str], ...]
    offer: str
    credentials: str = ""


@dataclass(frozen=True, slots=True)
class TellAll:
    """Tell all that is known of one work.

    Attributes:
        urn: Of the work.
    """

    urn: str

    def work(self, desk: Desk) -> Iterator[Told]:
        """Yields one Told a version."""
        from artistguard.jobs.memory import place_of_credentials
        from artistguard.jobs.overview import of_work

        with desk.studio() as studio:
            for entry in of_work(studio, self.urn):
                place = place_of_credentials(entry.version)
                signed = place.value if place is not None else ""
                yield Told(entry.version.number, entry.whereabouts, entry.right, entry.numbers, entry.offer, signed)


def _shown(glance: Glance) -> Holding:
    """A version as its row shows it."""
    return Holding(
        glance.work,
        glance.title or PurePath(glance.path).stem,
        Medium(glance.medium) if glance.medium else None,
        glance.format,
        glance.path,
        glance.sidecar or glance.path,
        Choice(glance.choice),
        glance.name,
        glance.since,
        glance.at,
        _standing(glance),
        tuple(sorted(glance.origins, key=lambda origin: (origin.startswith(LOCAL), origin))),
        number=glance.number,
    )


def _standing(glance: Glance) -> Standing:
    """How far a version has come; a receipt from elsewhere counts more than one of this computer."""
    if glance.state == State.WITHDRAWN:
        return Standing.WITHDRAWN
    if any(not origin.startswith(LOCAL) for origin in glance.origins):
        return Standing.REGISTERED
    if glance.waits or (glance.origins and glance.refused):
        return Standing.WAITS
    return Standing.KEPT if glance.origins else Standing.UNREGISTERED
