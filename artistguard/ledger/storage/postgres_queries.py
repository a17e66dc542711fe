"""Queries of a transaction in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

_AT_ONCE = 5000
"""Values in one list: an array of them is sent in some hundred kilobytes."""
_FEW = 8
"""Up to so many new rows, one INSERT is quicker than opening a COPY."""


class PostgresQueries:
    """See Queries.

    Args:
        connection: Inside a transaction, which the caller ends.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run(self, query: str, *values: object) -> Iterable[tuple[Any, ...]]:
        """See Queries."""
        found = self._connection.exec_driver_sql(_marked(query), values)
        return found.fetchall() if found.returns_rows else ()

    def run_each(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        """See Queries."""
        if rows:
            self._connection.exec_driver_sql(_marked(query), list(rows))

    def insert(self, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        """See Queries."""
        if len(rows) > _FEW:
            self._copy(into, rows)
        elif rows:
            marks = ", ".join(["(" + ", ".join(["%s"] * len(rows[0])) + ")"] * len(rows))
            values = tuple(value for row in rows for value in row)
            self._connection.exec_driver_sql(f"INSERT INTO {into} VALUES {marks}", values)  # noqa: S608 - our own names

    def among(self, query: str, values: Iterable[object], *before: object) -> Iterator[tuple[Any, ...]]:
        """See Queries."""
        # No text in PostgreSQL holds a NUL, and asking for one is an error there.
        wanted = [value for value in dict.fromkeys(values) if not (isinstance(value, str) and "\0" in value)]
        for start in range(0, len(wanted), _AT_ONCE):
            yield from self.run(f"{query} = ANY(?)", *before, wanted[start : start + _AT_ONCE])

    def _copy(self, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        driver = self._connection.connection.driver_connection
        assert driver is not None
        with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _marked(query: str) -> str:
    """A query with the driver's own marks for values."""
    return query.replace("%", "%%").replace("?", "%s")
