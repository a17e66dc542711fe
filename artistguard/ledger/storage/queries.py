"""How rows are asked for, whatever the engine: SQL that every engine understands, with ``?`` for each value."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

_AT_ONCE = 500
"""Values in one IN list; SQLite's own bound is 32,766 (sqlite.org/limits, SQLITE_MAX_VARIABLE_NUMBER)."""


class Queries(Protocol):
    """One transaction of one engine."""

    def run(self, query: str, *values: object) -> Iterable[tuple[Any, ...]]:
        """The rows of a query that begins with SELECT, few enough for the memory; nothing for one that writes.

        What writes may be put off until the next query reads, or until the transaction ends.

        Args:
            query: With ``?`` for each value.
            values: In their order.
        """
        ...

    def run_each(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Write many rows.

        Args:
            query: With ``?`` for each value of a row.
            rows: Values.
        """
        ...

    def insert(self, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Add rows as fast as the engine can.

        Args:
            into: Table and its columns: ``tile (place, hashes)``.
            rows: A value for every column named.
        """
        ...

    def among(self, query: str, values: Iterable[object], *before: object) -> Iterator[tuple[Any, ...]]:
        """Rows whose last-named column is one of the values.

        Args:
            query: Ends with the name of that column.
            values: Any number; each counts once.
            before: Values for the ``?`` of the query.
        """
        ...


class SqliteQueries:
    """See Queries.

    Args:
        connection: Inside a transaction, which the caller ends.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, query: str, *values: object) -> Iterable[tuple[Any, ...]]:
        """See Queries."""
        return self._connection.execute(query, values)

    def run_each(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        """See Queries."""
        self._connection.executemany(query, rows)

    def insert(self, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        """See Queries."""
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - our own names

    def among(self, query: str, values: Iterable[object], *before: object) -> Iterator[tuple[Any, ...]]:
        """See Queries."""
        remaining = iter(dict.fromkeys(values))
        while some := tuple(itertools.islice(remaining, _AT_ONCE)):
            marks = ",".join("?" * len(some))
            yield from self._connection.execute(f"{query} IN ({marks})", (*before, *some))
