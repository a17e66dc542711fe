"""The one database of a home: SQLite in write-ahead mode, every commit on the disk before it counts."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.errors import StoreDamaged, StoreProblem
from artistguard.store.disk import Disk
from artistguard.store.schema import MIGRATIONS
from artistguard.store.troubles import told, told_database

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_PATIENCE_SECONDS = 60.0
Value = str | int | float | bytes | None


def now() -> str:
    """The time of day as every row has it: UTC, ISO 8601, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Database:
    """Connections to one file, one for each thread, none carried over a fork.

    Source: SQLite documentation, "Write-Ahead Logging" and "PRAGMA synchronous": in WAL mode FULL syncs the log at each
    commit, NORMAL only at checkpoints (a commit may be lost in a power cut, the database stays sound).
    """

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        """Open the file, make it where it is missing, and bring its tables up to date.

        Raises:
            StoreDamaged: It is not a sound database.
            StoreProblem: It cannot be opened, or a newer ArtistGuard made it.
        """
        self.path = path
        self._disk = disk if disk is not None else Disk()
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []
        with self._telling():
            self._migrate()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise told_database(error, self.path) from error

    def _connection(self) -> sqlite3.Connection:
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is not None and held[0] == os.getpid():
            return held[1]
        if not self.path.exists():
            with suppress(OSError):
                self.path.touch(0o600)
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        _be_strict(connection)
        self._local.held = (os.getpid(), connection)
        with self._lock:
            self._opened.append(connection)
        return connection

    def _migrate(self) -> None:
        connection = self._connection()
        if connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS):
            return
        with self.writing() as inside:
            found = inside.execute("PRAGMA user_version").fetchone()[0]
            if found > len(MIGRATIONS):
                raise StoreProblem(
                    f"{self.path}: a newer ArtistGuard made this database",
                    remedy="Install the newer ArtistGuard, or choose another folder with ARTISTGUARD_HOME.",
                )
            for script in MIGRATIONS[found:]:
                for statement in script:
                    inside.execute(statement)
            inside.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def read(self, query: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a query, which columns are reached by name.

        Raises:
            StoreDamaged: The database does not read back.
            StoreProblem: It cannot be read.
        """
        with self._telling():
            return self._connection().execute(query, values).fetchall()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction, alone among all processes: all of it or nothing.

        Args:
            durable: Wait for the disk at its end. Without it a power cut (not a kill) may undo the transaction.

        Yields:
            The connection to write with.

        Raises:
            DiskFull: No room.
            StoreDamaged: The database does not read back.
            StoreProblem: It cannot be written, or another process has held it for a minute.
        """
        with self._telling():
            connection = self._connection()
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                self._commit(connection)
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _commit(self, connection: sqlite3.Connection) -> None:
        try:
            self._disk.commit(connection)
        except OSError as error:
            raise told(error, self.path) from error

    def check(self) -> None:
        """Look through the whole database.

        Raises:
            StoreDamaged: A page or an index does not hold.
        """
        found = self.read("PRAGMA quick_check")
        if [row[0] for row in found] != ["ok"]:
            raise StoreDamaged(f"{self.path}: {found[0][0]}")

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local = threading.local()


def _be_strict(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {int(_PATIENCE_SECONDS * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Two processes that turn a new file to write-ahead at once: SQLite does not wait here by itself.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            break
    connection.execute("PRAGMA synchronous = FULL")
