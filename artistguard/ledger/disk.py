"""What the registry's own files need so that nothing is lost that was said to be kept."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def put_whole(root_folder: Path, path: str, content: bytes) -> set[Path]:
    """Write a file so that it is there whole or not at all; the folders whose names must still be made safe."""
    target = root_folder / path
    made = [folder for folder in _below(root_folder, target.parent) if not folder.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    with draft.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    draft.replace(target)
    return {target.parent, *(folder.parent for folder in made)}


def _below(root_folder: Path, folder: Path) -> Iterable[Path]:
    """A folder and those above it, down from the root of the publication."""
    return [each for each in (*reversed(folder.parents), folder) if each == root_folder or root_folder in each.parents]


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe from a power cut."""
    if os.name == "nt":
        return  # names are the file system's own care there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def alone(path: Path, *, wait: bool = False) -> Iterator[bool]:
    """Be the only process that does something; the lock ends with its process, however that ends.

    Args:
        path: Of a file for nothing else.
        wait: Whether to wait for another one.

    Yields:
        Whether it is this one's turn.

    Raises:
        OSError: The file cannot be made, or the other one does not come to an end.

    Source: sqlite.org, "File Locking And Concurrency": an exclusive lock on every system that SQLite knows.
    """
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=60 * wait, isolation_level=None)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as problem:
                if wait or problem.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                yield False
            else:
                yield True
    except sqlite3.Error as problem:
        raise OSError(f"{path.name}: {problem}") from problem
