"""Queries of a transaction in PostgreSQL.

What only writes is put off and sent as one message before the next query that reads, or at the end: waiting for each
answer would take longer than all the work.

Source: postgresql.org/docs/current, "Message Flow", section Simple Query: several statements in one message; the values
in it are quoted by the driver with the functions of libpq.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from psycopg import ClientCursor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from psycopg import Connection as Driver
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
        self._driver = cast("Driver[Any]", connection.connection.driver_connection)
        self._waiting: list[tuple[str, Sequence[object]]] = []

    def run(self, query: str, *values: object) -> Iterable[tuple[Any, ...]]:
        """See Queries."""
        if not query.startswith("SELECT"):
            self._waiting.append((_marked(query), values))
            return ()
        self.send()
        found: list[tuple[Any, ...]] = self._driver.execute(_marked(query).encode(), values).fetchall()
        return found

    def run_each(self, query: str, rows: Sequence[tuple[object, ...]]) -> None:
        """See Queries."""
        self._waiting.extend((_marked(query), row) for row in rows)

    def insert(self, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        """See Queries."""
        if len(rows) > _FEW:
            self.send()
            self._copy(into, rows)
        elif rows:
            marks = ", ".join(["(" + ", ".join(["%s"] * len(rows[0])) + ")"] * len(rows))
            values = tuple(value for row in rows for value in row)
            self._waiting.append((f"INSERT INTO {into} VALUES {marks}", values))  # noqa: S608 - our own names

    def among(self, query: str, values: Iterable[object], *before: object) -> Iterator[tuple[Any, ...]]:
        """See Queries."""
        # No text in PostgreSQL holds a NUL, and asking for one is an error there.
        wanted = [value for value in dict.fromkeys(values) if not (isinstance(value, str) and "\0" in value)]
        for start in range(0, len(wanted), _AT_ONCE):
            yield from self.run(f"{query} = ANY(?)", *before, wanted[start : start + _AT_ONCE])

    def send(self) -> None:
        """Send what was put off; the end of a transaction that writes."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            together = ";".join(query for query, _ in waiting)
            with ClientCursor(self._driver) as cursor:
                cursor.execute(together.encode(), [value for _, values in waiting for value in values])

    def _copy(self, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self._driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)


def _marked(query: str) -> str:
    """A query with the driver's own marks for values."""
    return query.replace("%", "%%").replace("?", "%s")
