"""The engines that keep a ledger, each as an empty place for one test."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import make_url

from artistguard.ledger.opening import SQLITE, file_of
from artistguard.ledger.storage.postgres import PostgresStorage
from artistguard.ledger.storage.sqlite import SqliteStorage

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from artistguard.ledger.storage.protocol import Storage
    from tests.suites.postgres import PostgresServer

ENGINES = ("sqlite", "postgres")
UNGUARDED = {
    "sqlite": "DROP TRIGGER entry_stays; DROP TRIGGER entry_kept; DROP TRIGGER checkpoint_stays",
    "postgres": "DROP TRIGGER entry_stays ON entry; DROP TRIGGER checkpoint_stays ON checkpoint",
}


class Engine(Protocol):
    """A place for one ledger.

    Attributes:
        kind: One of `ENGINES`.
        address: As in ``--store``.
    """

    kind: str
    address: str

    def open(self, *, busy_seconds: float = 30.0) -> Storage:
        """The storage there; as often as wanted."""
        ...

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        """What somebody else can do who has the database: SQL by hand."""
        ...


@dataclass
class Sqlite:
    """See Engine."""

    address: str
    kind: str = "sqlite"

    def open(self, *, busy_seconds: float = 30.0) -> Storage:
        return SqliteStorage(file_of(self.address), busy_seconds=busy_seconds)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(file_of(self.address), isolation_level=None)) as connection:
            *first, last = statement.split("; ")
            for part in first:
                connection.execute(part)
            return connection.execute(last).fetchall()


@dataclass
class Postgres:
    """See Engine."""

    server: PostgresServer
    address: str
    kind: str = "postgres"

    def open(self, *, busy_seconds: float = 30.0) -> Storage:
        return PostgresStorage(make_url(self.address), busy_seconds=busy_seconds)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with self.server.connect(make_url(self.address).database or "") as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []


def make(kind: str, folder: Path, request: pytest.FixtureRequest) -> Engine:
    """An empty place of a kind; a server is started only where one is needed."""
    if kind == "sqlite":
        return Sqlite(f"{SQLITE}{folder}/ledger.db")
    server: PostgresServer = request.getfixturevalue("postgres")
    return Postgres(server, server.url(server.make_database(request.getfixturevalue("ready"))))
