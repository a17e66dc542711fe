"""What a copy found anywhere no longer says, though the work that it is says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError
from artistguard.jobs.memory import statements_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.jobs.check import Finding
    from artistguard.jobs.studio import Studio
    from artistguard.messages import Match
    from artistguard.store.catalogue import Version
    from artistguard.terms import Stated


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy beside the registered work that it is.

    Attributes:
        work: URN of the work.
        title: As it is known here; empty for the work of somebody else.
        left: Vocabularies of the work that the copy still states.
        lost: What our own file of the work states and the copy does not.
        silent: The registered statement makes a choice and the copy states none at all.
    """

    work: str
    title: str = ""
    left: tuple[str, ...] = ()
    lost: tuple[Stated, ...] = ()
    silent: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.lost and not self.silent


def compare(studio: Studio, finding: Finding) -> tuple[Comparison, ...]:
    """Lay a file beside each registered work that it is.

    Args:
        studio: For the works that are known here.
        finding: What `check` told; only evidence counts, no mere likeness.

    Returns:
        One for each work. Of works of others only the registered choice is known, of our own every layer.
    """
    titles = {work.id: work.title for work in studio.store.catalogue.works()}
    best: dict[str, Match] = {}
    for match in finding.matches:
        best.setdefault(match.work, match)
    return tuple(_compared(studio, finding, match, titles) for match in best.values())


def _compared(studio: Studio, finding: Finding, match: Match, titles: dict[str, str]) -> Comparison:
    silent = match.choice is not None and finding.choice is None
    said = {one.layer for one in finding.statements}
    ours = _ours(studio.store.catalogue.by_record(match.record))
    machines = [one for one in ours if one.choice is not None or one.compatible or one.layer == "artistguard"]
    left = tuple(dict.fromkeys(one.layer for one in machines if one.layer in said))
    lost = tuple(one for one in machines if one.layer not in said)
    return Comparison(match.work, titles.get(match.work, ""), left, lost, silent)


def _ours(versions: Iterable[Version]) -> tuple[Stated, ...]:
    """What our own file says, where it is still there to be read."""
    for version in versions:
        try:
            return statements_of(version)
        except ArtistGuardError:
            continue
    return ()
