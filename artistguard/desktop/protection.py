"""Errands of the Protect screen: find files, say what would be done, do it, put it back, go on after a crash. No Qt."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.desktop.errands import processes
from artistguard.jobs.outcome import Trouble
from artistguard.terms import Declaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.jobs.outcome import Outcome
    from artistguard.works import Medium


@dataclass(frozen=True, slots=True)
class Arrived:
    """One file that was dropped or found in a folder.

    Attributes:
        path: As the walk found it.
        real: Links followed; the same file twice has the same.
        kind: Name of the format that its name promises, or empty.
        medium: The medium that its name promises.
        size: Bytes.
        trouble: Why it cannot be worked on.
    """

    path: str
    real: str
    kind: str = ""
    medium: Medium | None = None
    size: int = 0
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of files that were to be put back together.

    Attributes:
        paths: The files.
        removed: Those of them that were copies or sidecars and are gone.
        trouble: Why nothing was done.
    """

    paths: tuple[str, ...]
    removed: tuple[str, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Gather:
    """Find the files behind what was dropped; nothing is opened.

    Attributes:
        paths: Files and folders.
        only: Of the files in them, those that are meant, links followed; None for all.
    """

    paths: tuple[str, ...]
    only: frozenset[str] | None = None

    def work(self, desk: Desk) -> Iterator[Arrived]:
        """Yields one Arrived a file."""
        from artistguard.formats.table import by_extension
        from artistguard.jobs.listing import listing
        from artistguard.store.home import find_home

        tasks, settled = listing(self.paths, None, find_home(), self.only)
        for done, task in enumerate(tasks, start=1):
            promised = by_extension(Path(task.path).suffix[1:].lower())
            yield Arrived(task.path, task.source, promised.name, promised.medium, _size(task.source))
            desk.listen("Listing", done, len(tasks))
        for outcome in settled:
            yield Arrived(outcome.path, outcome.path, trouble=outcome.error)


@dataclass(frozen=True, slots=True)
class Protect:
    """Protect files, or say what would be done.

    Attributes:
        paths: Files and folders, as they were given.
        only: Of the files in them, those that are meant, links followed.
        declaration: Choice and terms.
        register: Whether their fingerprints are registered.
        out: Folder for copies; empty where the files themselves are to be changed.
        families: Files that are one work because their creator says so.
        way_back: Whether a way back is kept.
        rehearsal: Only say what would be done.
    """

    paths: tuple[str, ...]
    only: frozenset[str]
    declaration: Declaration = field(default_factory=Declaration)
    register: bool = True
    out: str = ""
    families: tuple[tuple[str, ...], ...] = ()
    way_back: bool = True
    rehearsal: bool = False

    def work(self, desk: Desk) -> Iterator[Outcome]:
        """Yields one Outcome a file."""
        from artistguard.jobs.declaring import registries
        from artistguard.jobs.planning import Request
        from artistguard.jobs.protect import protect

        with desk.studio() as studio:
            settings = studio.store.settings
            request = Request(
                self.paths,
                self.declaration,
                out=self.out or None,
                registries=registries(settings) if self.register else (),
                families=self.families,
                way_back=self.way_back,
                only=self.only,
                jobs=processes(settings),
                dry_run=self.rehearsal,
            )
            yield from protect(studio, request, desk.listen)


@dataclass(frozen=True, slots=True)
class PutBack:
    """Put files back as they were.

    Attributes:
        paths: Files, their sidecars or ids of runs; none for everything that was ever changed.
    """

    paths: tuple[str, ...] = ()

    def work(self, desk: Desk) -> Iterator[Returned]:
        """Yields one Returned for files that belong together."""
        from artistguard.jobs.put_back import put_back

        with desk.studio() as studio:
            results = put_back(studio, self.paths, everything=not self.paths)
            for done, each in enumerate(results, start=1):
                yield Returned(
                    tuple(map(str, each.paths)),
                    tuple(map(str, each.removed)),
                    Trouble.of(each.error) if each.error else None,
                )
                desk.listen("Putting back", done, max(done, len(self.paths)))


@dataclass(frozen=True, slots=True)
class TakeSamples:
    """Copy the demo works to where they may be changed.

    Attributes:
        source: The folder that came with the program.
        target: A folder of the user's.
    """

    source: str
    target: str

    def work(self, _: Desk) -> Iterator[str]:
        """Yields the folder."""
        if not Path(self.target).exists():
            shutil.copytree(self.source, self.target)
        yield self.target


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that ended before all was done.

    Attributes:
        run: Its id; all that it did can be put back under it.
        total: How many files it was to change.
        rest: What does the rest of it.
    """

    run: str
    total: int
    rest: Protect

    @property
    def missing(self) -> int:
        """How many files are left."""
        return len(self.rest.only)


@dataclass(frozen=True, slots=True)
class LookForUnfinished:
    """Tell which runs ended before all was done."""

    def work(self, desk: Desk) -> Iterator[Unfinished]:
        """Yields each, the latest first."""
        from artistguard.jobs.interrupted import interrupted

        with desk.studio() as studio:
            for each in interrupted(studio):
                asked = each.request
                only = asked.only or frozenset()
                rest = Protect(
                    asked.paths,
                    only,
                    asked.declaration,
                    bool(asked.registries),
                    asked.out or "",
                    asked.families,
                    studio.store.settings.way_back if asked.way_back is None else asked.way_back,
                )
                yield Unfinished(each.run, each.total, rest)


@dataclass(frozen=True, slots=True)
class LetBe:
    """Ask no more about a run that ended before all was done.

    Attributes:
        run: Its id.
    """

    run: str

    def work(self, desk: Desk) -> Iterator[str]:
        """Yields its id."""
        from artistguard.jobs.interrupted import let_be

        with desk.studio() as studio:
            let_be(studio, self.run)
            yield self.run


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
