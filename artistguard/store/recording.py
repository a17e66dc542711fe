"""The end of a change: what was written down with it goes into the catalogue and the outbox, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

    from artistguard.store.changing import Row

_TABLES = {"versions", "statements", "outbox"}


def finish(inside: sqlite3.Connection, number: int, rows: list[Row]) -> None:
    """Record a change whose files are all in place, and mark it as done.

    Args:
        inside: An open transaction.
        number: Of the change.
        rows: What was written down with it.
    """
    for table, values in rows:
        _record(inside, number, table, values)
    close(inside, number, "done")


def close(inside: sqlite3.Connection, number: int, state: str) -> None:
    """Mark a change as over: ``done``, ``dropped`` (nothing happened) or ``edited`` (another program came between)."""
    inside.execute("UPDATE changes SET state = ? WHERE id = ?", (state, number))
    inside.execute("UPDATE replacements SET open = 0, draft = NULL WHERE change = ?", (number,))


def _record(inside: sqlite3.Connection, number: int, table: str, values: dict[str, Any]) -> None:
    if table == "works":
        inside.execute(
            """INSERT INTO works VALUES (:id, :title, :medium, :at)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title WHERE title = ''""",
            values,
        )
    elif table == "undone":
        _undo(inside, number, values["change"])
    elif table == "withdrawn":
        inside.execute(
            "UPDATE versions SET state = 'withdrawn' WHERE work = :work AND state IN ('protected', 'superseded')",
            values,
        )
    elif table in _TABLES:
        if table == "versions":
            inside.execute(
                "UPDATE versions SET state = 'superseded' WHERE path = :path AND state = 'protected'", values
            )
            values = {**values, "change": number}
        names = ", ".join(values)
        marks = ", ".join(f":{name}" for name in values)
        inside.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608  our own names
    else:
        raise AssertionError(table)


def _undo(inside: sqlite3.Connection, number: int, undone: int) -> None:
    inside.execute("UPDATE changes SET undone_by = ? WHERE id = ?", (number, undone))
    paths = inside.execute("SELECT path FROM versions WHERE change = ?", (undone,)).fetchall()
    inside.execute("UPDATE versions SET state = 'put-back' WHERE change = ?", (undone,))
    for (path,) in paths:
        # What was stated before the change that is put back counts again.
        inside.execute(
            """UPDATE versions SET state = 'protected' WHERE state = 'superseded' AND id = (
                SELECT max(v.id) FROM versions v WHERE v.path = ? AND v.state <> 'put-back')""",
            (path,),
        )
