"""What became of one file: the same values for the window, the terminal and scripts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from artistguard.jobs.phrases import sentence
from artistguard.store.catalogue import Registered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.credentials.values import Place
    from artistguard.errors import ArtistGuardError
    from artistguard.terms import Choice, Stated
    from artistguard.works import Medium


class Status(StrEnum):
    """The end of the matter for one file."""

    PROTECTED = "protected"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error or a warning as words: code for scripts, message and remedy for people."""

    code: str
    message: str
    remedy: str

    @classmethod
    def of(cls, problem: ArtistGuardError) -> Trouble:
        """The same, taken from an exception."""
        return cls(problem.code, sentence(problem.message), problem.remedy)

    def as_json(self) -> dict[str, str]:
        """As `--json` prints it."""
        return {"code": self.code, "message": self.message, "remedy": self.remedy}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file of a protect run.

    Attributes:
        path: As the user gave or the walk found it.
        output: The file that carries the statement (itself where a sidecar does), empty when there is none.
        status: What became of it.
        medium: None for a file we know nothing about.
        choice: The choice stated.
        work: URN of the work it is a version of.
        title: Of the work, for people.
        kind: Name of the format.
        before: What the file itself stated when it was looked at, where that is known.
        layers: Everything now stated, read back from the written file.
        credentials: Where its content credentials are, or would be; None where it has none of ours.
        fingerprints: Name to value.
        registered: Receipt, queued or no.
        registry: Where the receipt comes from, empty without one.
        grouped: Why it counts as a version of its work, in plain words; empty for a work of one version.
        sidecar: Path of the sidecar, empty when the statement is inside.
        planned: In a dry run, what would become of it.
        error: Why it failed or was skipped.
        warnings: What the user should know although it went well.
        doubts: In a dry run, what speaks for its being somebody else's work.
    """

    path: str
    status: Status
    output: str = ""
    medium: Medium | None = None
    choice: Choice | None = None
    work: str = ""
    title: str = ""
    kind: str = ""
    before: tuple[Stated, ...] = ()
    layers: tuple[Stated, ...] = ()
    credentials: Place | None = None
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    registered: Registered = Registered.NO
    registry: str = ""
    grouped: str = ""
    sidecar: str = ""
    planned: Status | None = None
    error: Trouble | None = None
    warnings: tuple[Trouble, ...] = ()
    doubts: tuple[Trouble, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """One object of `protect --json`."""
        told: dict[str, Any] = {
            "path": self.path,
            "output": self.output or None,
            "status": self.status.value,
            "medium": self.medium.value if self.medium else None,
            "format": self.kind or None,
            "choice": self.choice.value if self.choice else None,
            # The number drawn for a rehearsal only tells which files belong together; it never names a work.
            "work": (self.work if self.planned is not Status.PROTECTED else "") or None,
            "title": self.title or None,
            "grouped": self.grouped or None,
            "layers": [{"layer": one.layer, "place": one.place, "value": one.value} for one in self.layers],
            "credentials": self.credentials.value if self.credentials else None,
            "sidecar": self.sidecar or None,
            "mark": None,
            "fingerprints": dict(self.fingerprints),
            "registered": self.registered.value,
            "registry": self.registry or None,
            "error": self.error.as_json() if self.error else None,
            "warnings": [one.as_json() for one in self.warnings],
        }
        if self.planned is not None:
            told["planned"] = self.planned.value
            told["doubts"] = [one.as_json() for one in self.doubts]
        return told
