"""From the paths a user names to the files to work on, each with the place where its stated copy will stand."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import OutputExists, UsageProblem
from artistguard.formats import packages
from artistguard.jobs.outcome import Outcome, Status, Trouble
from artistguard.store import files
from artistguard.store.walking import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from artistguard.errors import ArtistGuardError
    from artistguard.store.home import Home
    from artistguard.store.walking import Found

SIDECAR = ".xmp"


@dataclass(frozen=True, slots=True)
class Task:
    """One file to protect.

    Attributes:
        path: As the user sees it.
        source: The real file, links followed.
        target: Where the stated file will stand; the source itself when changed in place. A package is never copied.
        sidecar: Where its sidecar would stand.
        package: A folder that is one document.
    """

    path: str
    source: str
    target: str
    sidecar: str
    package: bool = False

    @property
    def in_place(self) -> bool:
        """Whether the source itself will carry the statement."""
        return self.source == self.target


def listing(
    paths: Iterable[str], out: str | None, home: Home, only: Collection[str] | None = None
) -> tuple[list[Task], list[Outcome]]:
    """Everything to work on, and everything that cannot be.

    Args:
        paths: Files and folders.
        out: Folder for copies, or None.
        home: Never walked into.
        only: Of the files found, those that are meant, links followed; None for all.

    Returns:
        Tasks in a stable order, and the outcomes of what a listing already rules out.

    Raises:
        UsageProblem: Copies cannot be put there.
    """
    paths = list(paths)
    if out is not None:
        _may_hold_copies(out, paths)
    tasks: list[Task] = []
    settled: list[Outcome] = []
    targets: dict[str, str] = {}
    skip = [home.folder, *([Path(out)] if out else [])]
    for found in walk(
        [Path(path) for path in paths], is_package=lambda path: packages.is_package(path.name), skip=skip
    ):
        if only is not None and str(files.real_path(found.path)) not in only:
            continue
        task = _task(found, out) if found.trouble is None else None
        if task is None:
            settled.append(failed(str(found.path), found.trouble))
        elif out is not None and task.in_place and not task.package:
            settled.append(failed(task.path, _itself(task)))
        elif targets.setdefault(task.target, task.path) != task.path:
            settled.append(failed(task.path, _clash(task, targets[task.target])))
        else:
            tasks.append(task)
    return tasks, settled


def failed(path: str, problem: ArtistGuardError | None) -> Outcome:
    """The outcome of a file that cannot be worked on; one that only has to wait is skipped, not failed."""
    assert problem is not None
    status = Status.SKIPPED if problem.code in {"busy", "not-downloaded"} else Status.FAILED
    return Outcome(path, status, error=Trouble.of(problem))


def _task(found: Found, out: str | None) -> Task:
    source = str(files.real_path(found.path))
    place = source if out is None else os.path.normpath(files.real_path(Path(out)) / found.relative)
    return Task(str(found.path), source, source if found.package else place, place + SIDECAR, found.package)


def _may_hold_copies(out: str, paths: Iterable[str]) -> None:
    place = files.real_path(Path(out))
    if place.exists() and not place.is_dir():
        raise UsageProblem(f"{out}: this is a file.", remedy="Name a folder with --out.")
    if place.is_dir() and any(place.samefile(path) for path in map(Path, paths) if path.is_dir()):
        raise UsageProblem(
            f"{out}: copies cannot go into the folder that they are made of.",
            remedy="Name another folder, or leave --out away: files are changed in place then, with a way back.",
        )


def _itself(task: Task) -> OutputExists:
    return OutputExists(
        f"{task.path}: its copy would take its own place.",
        remedy="Name another folder, or leave --out away: the file is changed in place then, with a way back.",
    )


def _clash(task: Task, other: str) -> OutputExists:
    return OutputExists(
        f"{task.path} and {other} would both be copied to {task.target}.",
        remedy="Protect them in two commands with different --out folders.",
    )
