"""Works and their versions as the window holds them: plain values, no Qt."""

from __future__ import annotations

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
    """Where one file stands on its way."""

    LISTED = "listed"
    READY = "ready"
    SAID = "said"
    PROTECTED = "protected"
    BACK = "back"
    ATTENTION = "attention"


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
        """The file's name."""
        return PurePath(self.path).name

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
        grouped: Why the files are one work.
    """

    title: str
    versions: list[Version] = field(default_factory=list)
    ticked: bool = True
    grouped: str = ""

    @property
    def state(self) -> State:
        """That of its files; what needs attention comes first."""
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
    """The files by the works that the rehearsal found, in the order in which they came."""
    ticks = {version.path: work.ticked for work in works for version in work.versions}
    found: dict[str, Work] = {}
    for version in [version for work in works for version in work.versions]:
        outcome = version.outcome
        key = outcome.work if outcome is not None and outcome.work else version.path
        title = outcome.title if outcome is not None and outcome.title else PurePath(version.path).stem
        work = found.setdefault(key, Work(title, grouped=outcome.grouped if outcome is not None else ""))
        work.versions.append(version)
    for work in found.values():
        work.ticked = all(ticks[version.path] for version in work.versions)
    return list(found.values())
