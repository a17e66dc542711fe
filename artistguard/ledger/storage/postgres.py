"""A ledger in PostgreSQL 15 or later: readers see one snapshot each, one writer over all processes and machines.

Source: postgresql.org/docs/current, "Transaction Isolation" (Repeatable Read sees one snapshot), "Explicit Locking",
section Advisory Locks (given back with the transaction, after its changes can be seen), "Asynchronous Commit" (with
synchronous_commit on, what was committed is on the disk).
"""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import create_engine, event
from sqlalchemy.exc import ArgumentError

from artistguard.errors import StoreProblem, UsageProblem
from artistguard.ledger.storage.postgres_queries import PostgresQueries
from artistguard.ledger.storage.postgres_troubles import named, told
from artistguard.ledger.storage.rows import Rows
from artistguard.ledger.storage.upgrading import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import psycopg
    from psycopg import ConnectionInfo
    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection

BUSY_SECONDS = 30.0
"""How long to wait for another process that is writing, or for a free connection."""
_OLDEST = 15
_CONNECTIONS = 32
_CONNECT_SECONDS = 10
_FORSAKEN_SECONDS = 60
"""After this long without a word in the middle of a transaction, a writer that hangs loses its turn to the others."""
_WRITER = 0x4152_5457  # "ARTW", of all who write in this ledger

_SETTINGS = (
    "SET synchronous_commit = on",
    # Lists of keys differ so much in length that one plan for all of them would read whole tables.
    "SET plan_cache_mode = force_custom_plan",
    f"SET idle_in_transaction_session_timeout = '{_FORSAKEN_SECONDS}s'",
)


class PostgresStorage:
    """See Storage.

    Args:
        url: Where the database is; libpq's own environment (PGPASSFILE, PGSERVICE …) holds for what is not named.
        busy_seconds: How long to wait for another process that is writing.

    Raises:
        UsageProblem: This is no such address.
        StoreProblem: It cannot be opened, or was made by a later version.
    """

    def __init__(self, url: URL, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.name = named(url)
        self.derived: Path | None = None
        self.server: URL | None = url
        self._turn = threading.Lock()
        self._closed = False
        self._engine = connections(url, busy_seconds)
        with told(self.name), ExitStack() as unless:
            unless.callback(self._engine.dispose)
            with self._engine.begin() as connection:
                upgrade(connection)
            unless.pop_all()

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """See Storage."""
        with told(self.name), self._connect() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            connection.begin()
            yield Rows(PostgresQueries(connection))

    @contextmanager
    def writing(self) -> Iterator[Rows]:
        """See Storage."""
        with told(self.name), self._turn, self._connect() as connection:
            take_turn(connection, _WRITER)
            queries = PostgresQueries(connection)
            yield Rows(queries)
            queries.send()
            connection.commit()

    def close(self) -> None:
        """See Storage."""
        with told(self.name), self._turn:
            self._closed = True
            self._engine.dispose()

    def _connect(self) -> Connection:
        if self._closed:
            raise StoreProblem("the registry is closed")
        return self._engine.connect()


def take_turn(connection: Connection, turn: int) -> None:
    """Wait until nobody else has this turn, as long as the connection waits at all; keep it to the transaction's end.

    Args:
        connection: In whose transaction.
        turn: Number of what only one may do at a time.
    """
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (turn,))


def connections(url: URL, busy_seconds: float, *settings: str) -> Engine:
    """Connections to a database, made when they are needed and kept for those who come next.

    Args:
        url: Of the database.
        busy_seconds: How long to wait for one that is free, and each of them for its turn.
        settings: SQL that each begins with, after what all begin with.

    Raises:
        UsageProblem: This is no such address.
    """
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=_CONNECTIONS,
            pool_timeout=busy_seconds,
            # A server that was started anew is noticed here, and not in the middle of somebody's request.
            pool_pre_ping=True,
            connect_args={"connect_timeout": _CONNECT_SECONDS},
        )
    except ArgumentError as problem:
        raise UsageProblem(f"not a database's address: {problem}") from problem

    wait = f"SET lock_timeout = {int(busy_seconds * 1000)}"
    # First of all who listen: the library itself cannot speak with a database in an unknown encoding.
    event.listen(engine, "connect", partial(_begin, (*_SETTINGS, wait, *settings)), insert=True)
    return engine


def _begin(settings: Iterable[str], connection: DBAPIConnection, _record: object) -> None:
    """Look whether a new connection's server will do, and say how it shall work."""
    driver = cast("psycopg.Connection[tuple[Any, ...]]", connection)
    try:
        _check(driver.info)
        for setting in settings:
            driver.execute(setting)
        driver.commit()
    except BaseException:
        driver.close()
        raise


def _check(server: ConnectionInfo) -> None:
    if server.server_version // 10_000 < _OLDEST:
        raise StoreProblem(
            f"the database runs PostgreSQL {server.server_version // 10_000}", remedy="Use PostgreSQL 15 or later."
        )
    encoding = server.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StoreProblem(
            f"the database keeps its text as {encoding}", remedy="Make the database anew with: createdb --encoding UTF8"
        )
