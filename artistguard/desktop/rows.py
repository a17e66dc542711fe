"""Works and their versions as the window holds them: plain values, no Qt."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from artistguard.jobs.outcome import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.outcome import Outcome, Trouble
    from artistguard.works import Medium


class State(StrEnum):
    """Where one file stands on its way; only a whole work is ever a QUESTION."""

    LISTED = "listed"
    READY = "ready"
    SAID = "said"
    PROTECTED = "protected"
    BACK = "back"
    ATTENTION = "attention"
    QUESTION = "question"


WAITING = frozenset((State.READY, State.SAID))
"""Files that a run takes."""


@dataclass(slots=True, eq=False)
class Version:
    """One file of the list.

    Attributes:
        path: As the walk found it.
        real: Links followed.
        kind: Name of its format, or of the one that its name promises.
        medium: None where nothing is known.
        size: Bytes.
        state: Where it stands.
        outcome: What the rehearsal or the run told of it.
        trouble: What needs attention.
    """

    path: str
    real: str
    kind: str = ""
    medium: Medium | None = None
    size: int = 0
    state: State = State.LISTED
    outcome: Outcome | None = None
    trouble: Trouble | None = None

    @property
    def name(self) -> str:
        """The file's name; a search asks thousands of works for it at every letter."""
        return self.path.rpartition(os.sep)[2]

    @property
    def short_kind(self) -> str:
        """The ending of the name, as people call the kind of file."""
        return PurePath(self.path).suffix[1:].upper() or self.kind


@dataclass(slots=True, eq=False)
class Work:
    """One work of the list.

    Attributes:
        title: For people.
        versions: Its files.
        ticked: Whether it is to be protected.
        decided: Whether the person said so herself.
        grouped: Why the files are one work.
    """

    title: str
    versions: list[Version] = field(default_factory=list)
    ticked: bool = True
    decided: bool = False
    grouped: str = ""

    @property
    def state(self) -> State:
        """That of its files; what needs attention comes first."""
        if len(self.versions) == 1:
            # Nearly every work; counted for tens of thousands of rows.
            return self.versions[0].state
        found = {version.state for version in self.versions}
        if State.ATTENTION in found:
            return State.ATTENTION
        return next((state for state in State if state in found), State.LISTED)

    @property
    def searched(self) -> str:
        """What a search looks into."""
        return " ".join([self.title, *(version.name for version in self.versions)]).casefold()

    @property
    def workable(self) -> bool:
        """Whether any of its files can be worked on."""
        return any(version.trouble is None for version in self.versions)

    @property
    def doubts(self) -> list[Trouble]:
        """What speaks for its being somebody else's."""
        found = [doubt for each in self.versions if each.outcome is not None for doubt in each.outcome.doubts]
        return list(dict.fromkeys(found))

    @property
    def shown(self) -> State:
        """Its state as a person sees it: a work that is left out until she says that it is hers is a question."""
        asked = self.doubts and not self.ticked and self.state in WAITING
        return State.QUESTION if asked else self.state

    @property
    def medium(self) -> Medium | None:
        """What kind of work it is, as far as any of its files tells."""
        return next((version.medium for version in self.versions if version.medium is not None), None)

    @property
    def trouble(self) -> Trouble | None:
        """The first thing that needs attention."""
        return next((version.trouble for version in self.versions if version.trouble is not None), None)


def take(version: Version, outcome: Outcome) -> None:
    """What a rehearsal or a run told of a file."""
    earlier = version.outcome
    if earlier is not None and not outcome.before:
        outcome = replace(outcome, before=earlier.before)
    version.outcome = outcome
    version.kind, version.medium = outcome.kind or version.kind, outcome.medium or version.medium
    version.trouble = outcome.error
    if outcome.error is not None:
        version.state = State.ATTENTION
    elif outcome.planned is not None:
        version.state = State.READY if outcome.planned is Status.PROTECTED else State.SAID
    else:
        version.state = State.PROTECTED if outcome.status is Status.PROTECTED else State.SAID


def grouped(works: Sequence[Work]) -> list[Work]:
    """The files by the works that the rehearsal found, in the order in which they came.

    A work that the person ticked or unticked stays so; of others those are ticked that raise no doubt.
    """
    found: dict[str, Work] = {}
    earlier: dict[str, list[Work]] = {}
    for before in works:
        for version in before.versions:
            outcome = version.outcome
            key = outcome.work if outcome is not None and outcome.work else version.path
            title = outcome.title if outcome is not None and outcome.title else PurePath(version.path).stem
            work = found.setdefault(key, Work(title, grouped=outcome.grouped if outcome is not None else ""))
            work.versions.append(version)
            earlier.setdefault(key, []).append(before)
    for key, work in found.items():
        said = [before for before in earlier[key] if before.decided]
        work.decided = bool(said)
        work.ticked = all(before.ticked for before in said) if said else not work.doubts
    return list(found.values())


def joined(works: Sequence[Work], together: Sequence[Work], reason: str) -> list[Work]:
    """The list with some works made one, in the place of the first.

    Args:
        works: The list.
        together: Works of it.
        reason: Why they are one, for people.
    """
    first = together[0]
    one = Work(first.title, [version for work in together for version in work.versions], grouped=reason)
    one.ticked, one.decided = all(work.ticked for work in together), any(work.decided for work in together)
    others = {id(work) for work in together[1:]}
    return [one if work is first else work for work in works if id(work) not in others]


def parted(works: Sequence[Work], out: Sequence[Version]) -> list[Work]:
    """The list with some versions made works of their own, each right below the work that it was taken from."""
    leaving = {id(version) for version in out}
    found: list[Work] = []
    for work in works:
        stay = [version for version in work.versions if id(version) not in leaving]
        go = [version for version in work.versions if id(version) in leaving]
        if stay and go:
            work.versions = stay
            work.grouped = work.grouped if len(stay) > 1 else ""
            found.append(work)
        elif not go:
            found.append(work)
        found += [Work(PurePath(each.path).stem, [each], work.ticked, work.decided) for each in go]
    return found
