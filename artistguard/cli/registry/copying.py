"""Files of a registry copied as a whole: written beside their place, checked, and only then given their name."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from artistguard.errors import OutputExists, StoreDamaged
from artistguard.ledger.fsck import fsck
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.transparency.checkpoint import NoteKey

_BESIDE = ("-wal", "-shm")
"""What SQLite may leave beside a file."""


@contextmanager
def fresh(target: Path) -> Iterator[Path]:
    """A place beside a new file; what stands there at the end gets the file's name, unless something went wrong.

    Raises:
        OutputExists: Something stands there already.
    """
    if target.exists():
        raise OutputExists(f"{target} exists already", remedy="Name a file that does not exist yet.")
    part = target.with_name(f"{target.name}.part")
    with telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    try:
        yield part
        with telling(target):
            _sync(part)
            part.rename(target)
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in _BESIDE)):
            leftover.unlink(missing_ok=True)


def checked(database: Path, key: NoteKey) -> int:
    """How many entries a ledger has, all of which are as they were signed.

    Raises:
        StoreDamaged: They are not.
    """
    with closing(SqliteStorage(database)) as storage:
        report = fsck(storage, key)
    if not report.sound:
        first = report.findings[0]
        raise StoreDamaged(f"{database.name} is wrong in {len(report.findings)} places: {first.place}: {first.problem}")
    return report.entries


def copied(source: Path, target: Path) -> None:
    """Copy a file to where nothing stands; readable by its user only.

    Raises:
        StoreProblem: It cannot be read or written.
    """
    with telling(source), source.open("rb") as reading:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as writing:
            shutil.copyfileobj(reading, writing)
            writing.flush()
            os.fsync(writing.fileno())


def _sync(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
