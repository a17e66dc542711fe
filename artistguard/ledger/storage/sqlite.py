"""A ledger in one SQLite file: write-ahead log, full synchronisation, one writer over all processes.

Source: sqlite.org, "Write-Ahead Logging" (readers do not block), "PRAGMA synchronous" (FULL in WAL mode syncs at every
commit), "BEGIN IMMEDIATE" (the write lock is taken at the start, so two writers never read the same size).
"""

from __future__ import annotations

import queue
import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from artistguard.errors import DiskFull, StoreDamaged, StoreProblem
from artistguard.ledger.storage.queries import SqliteQueries
from artistguard.ledger.storage.rows import Rows
from artistguard.ledger.storage.schema import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL

BUSY_SECONDS = 30.0
"""How long to wait for another process that is writing."""


class SqliteStorage:
    """See Storage.

    Args:
        path: Of the database; made where it is missing, readable only by the user.
        busy_seconds: How long to wait for another process that is writing.

    Raises:
        StoreProblem: It cannot be opened, is damaged, or was made by a later version.
    """

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self._path = path
        self.derived: Path | None = path.with_name(f"{path.name}-derived")
        self.server: URL | None = None
        self._busy = busy_seconds
        self._turn = threading.Lock()
        self._idle: queue.SimpleQueue[sqlite3.Connection] = queue.SimpleQueue()
        self._closed = False
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.touch(mode=0o600)
            self._writer = self._connect()
            self._make()

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """See Storage."""
        with _told(self._path):
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                yield Rows(SqliteQueries(connection))
            finally:
                connection.rollback()
                self._idle.put(connection)

    @contextmanager
    def writing(self) -> Iterator[Rows]:
        """See Storage."""
        with _told(self._path), self._turn:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield Rows(SqliteQueries(self._writer))
                self._writer.commit()
            finally:
                # After a commit there is nothing to undo; after any error, of whatever kind, everything is undone.
                self._writer.rollback()

    def copy_to(self, target: Path) -> None:
        """Copy the newest state into a new file, while others go on reading and writing.

        Args:
            target: Where nothing stands yet; readable only by the user.

        Source: sqlite.org, "VACUUM INTO" (one consistent state, without a write-ahead log beside it).
        """
        with _told(self._path):
            target.touch(mode=0o600, exist_ok=False)
            connection = self._borrow()
            try:
                connection.execute("VACUUM INTO ?", (str(target),))
            finally:
                self._idle.put(connection)

    def close(self) -> None:
        """See Storage."""
        with _told(self._path), self._turn:
            self._closed = True
            while not self._idle.empty():
                self._idle.get().close()
            self._writer.close()

    def _borrow(self) -> sqlite3.Connection:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        if self._closed:
            raise StoreProblem("the registry is closed")
        connection = sqlite3.connect(self._path, timeout=self._busy, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    def _make(self) -> None:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            (found,) = self._writer.execute("PRAGMA user_version").fetchone()
            if found > len(STEPS):
                raise StoreProblem(
                    "the registry was made by a later version of ArtistGuard", remedy="Install the latest version."
                )
            for step in STEPS[found:]:
                for statement in step:
                    self._writer.execute(statement)
            self._writer.execute(f"PRAGMA user_version = {len(STEPS)}")
            self._writer.commit()
        finally:
            self._writer.rollback()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in our words what the database or the disk says in theirs."""
    try:
        yield
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise DiskFull(f"no room left for the registry {path.name}") from problem
        if problem.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise StoreProblem(
                "another ArtistGuard is writing in the registry and does not finish",
                remedy="Wait until the other one is done, or end it, then try again.",
            ) from problem
        raise StoreProblem(f"the registry {path.name} cannot be used: {problem}") from problem
    except sqlite3.DatabaseError as problem:
        raise StoreDamaged(f"the registry {path.name} does not read back as it was written: {problem}") from problem
    except OSError as problem:
        raise StoreProblem(f"the registry {path.name} cannot be opened: {problem.strerror}") from problem
