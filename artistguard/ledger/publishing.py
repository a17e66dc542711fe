"""The log as a folder of plain files, which any web server or cache can hand out.

Everything in the folder is derived: it can be deleted and is then made again. A file appears whole or not at all, a
full tile never changes, and the checkpoint comes last, so whoever reads it finds every tile that it speaks of. Any
number of processes may publish into one folder; what was published is never taken back.

Source: C2SP tlog-tiles, "APIs" and "Partial Tiles".
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from artistguard.errors import ProofProblem, StoreDamaged, StoreProblem
from artistguard.ledger.disk import alone, put_whole, sync_folder
from artistguard.ledger.tiles import newest, resource
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.merkle import EMPTY_ROOT, root
from artistguard.transparency.tiles import TileNodes, entries_path, grown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.ledger.storage.protocol import Reading, Storage
    from artistguard.transparency.checkpoint import Checkpoint, NoteKey

CHECKPOINT = "checkpoint"


class Publisher:
    """Keeps one folder at the newest signed state of one ledger.

    Args:
        storage: The ledger's.
        key: The log's public key.
        folder: Made where it is missing; readable by everybody whom the system lets in.
    """

    def __init__(self, storage: Storage, key: NoteKey, folder: Path) -> None:
        self._storage = storage
        self._key = key
        self.folder = folder
        self._last = ""

    def publish(self) -> bool:
        """Publish what is new.

        Returns:
            Whether anything was.

        Raises:
            StoreDamaged: The ledger does not continue what was published before; nothing is published then.
            StoreProblem: The folder cannot be written.
        """
        with self._storage.reading() as rows:
            note = newest(rows)
        if note == self._last:
            return False
        with _by_itself(self.folder), self._storage.reading() as rows:
            note = newest(rows)
            new = open_checkpoint(note, self._key)
            old = self._published(rows, new)
            self._write(rows, old, new, note)
        self._last = note
        return True

    def differing(self) -> Iterator[str]:
        """Paths of what is published, or should be, and is not what the ledger says."""
        with _by_itself(self.folder), self._storage.reading() as rows:
            path = self.folder / CHECKPOINT
            if not path.exists():
                return
            try:
                size = self._published(rows, open_checkpoint(newest(rows), self._key))
            except StoreDamaged:
                yield CHECKPOINT
                return
            for each in _paths(0, size):
                target = self.folder / each
                if not target.is_file() or target.read_bytes() != resource(rows, each):
                    yield each

    def rebuild(self) -> None:
        """Delete the folder and publish everything anew."""
        with _by_itself(self.folder):
            shutil.rmtree(self.folder, ignore_errors=True)
        self._last = ""
        self.publish()

    def _published(self, rows: Reading, new: Checkpoint) -> int:
        """How many entries are published; they are the beginning of the ledger."""
        path = self.folder / CHECKPOINT
        if not path.exists():
            return 0
        try:
            old = open_checkpoint(path.read_text("utf-8"), self._key)
        except (ProofProblem, ValueError) as problem:
            raise StoreDamaged(f"{path} is not a checkpoint of this log: {problem}") from problem
        if old.size > new.size:
            raise StoreDamaged(f"the registry has {new.size} entries, and {old.size} of its log were published")
        if old.root != (root(TileNodes(rows), old.size) if old.size else EMPTY_ROOT):
            raise StoreDamaged(f"the registry is another one than that whose {old.size} entries were published")
        return old.size

    def _write(self, rows: Reading, old: int, new: Checkpoint, note: str) -> None:
        paths = list(_paths(old, new.size))
        touched = {self.folder}
        for path in paths:
            touched |= put_whole(self.folder, path, resource(rows, path) or b"")
        # A name is safe from a power cut once its folder is; the checkpoint speaks of all of them.
        for folder in touched:
            sync_folder(folder)
        put_whole(self.folder, CHECKPOINT, note.encode())
        sync_folder(self.folder)
        for path in paths:
            if ".p/" not in path:
                shutil.rmtree(self.folder / f"{path}.p", ignore_errors=True)


def _paths(old: int, new: int) -> Iterator[str]:
    """Everything but the checkpoint that a log of the one size lacks and of the other has."""
    for place, width in grown(old, new):
        yield place.path(width)
        if place.level == 0:
            yield entries_path(place.number, width)


@contextmanager
def _by_itself(folder: Path) -> Iterator[None]:
    """One process at a time publishes.

    Raises:
        StoreProblem: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder.with_name(f"{folder.name}.lock"), wait=True):
            yield
    except (OSError, sqlite3.Error) as problem:
        raise StoreProblem(f"the log cannot be published in {folder}: {problem}") from problem
