"""Journal rows as values: changes that are not finished, and the layers that lie over a file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from artistguard.works import Digest

if TYPE_CHECKING:
    import sqlite3

    from artistguard.store.changing import Row
    from artistguard.store.database import Database


@dataclass(frozen=True, slots=True)
class Line:
    """One file of a change, as the journal has it.

    Attributes:
        change: Number of the change.
        position: Place in the change.
        path: The real path.
        draft: What was to take its place; None where the file was to go.
        before: Digest of what stood there; None where nothing did.
        after: Digest of what stands there when the change is done; None where the file goes.
        way_back: Name of the way back, or None.
        mode: Permission bits before.
        mtime_ns: Time of last change before.
    """

    change: int
    position: int
    path: Path
    draft: Path | None
    before: Digest | None
    after: Digest | None
    way_back: Digest | None
    mode: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A change that was written down and not marked as done.

    Attributes:
        number: Of its row.
        kind: ``write`` or ``put-back``.
        owner: Whose it is.
        lines: Its files.
        rows: What is recorded at its end.
    """

    number: int
    kind: str
    owner: str
    lines: tuple[Line, ...]
    rows: list[Row]


def _digest(value: str | None) -> Digest | None:
    return Digest(value) if value is not None else None


def line(row: sqlite3.Row) -> Line:
    """A row of ``replacements`` as a value."""
    return Line(
        row["change"],
        row["position"],
        Path(os.fsdecode(row["path"])),
        Path(os.fsdecode(row["draft"])) if row["draft"] is not None else None,
        _digest(row["before"]),
        _digest(row["after"]),
        _digest(row["way_back"]),
        row["mode"],
        row["mtime_ns"],
    )


def lines_of(database: Database, change: int) -> tuple[Line, ...]:
    """The files of a change, in their order."""
    found = database.read("SELECT * FROM replacements WHERE change = ? ORDER BY position", (change,))
    return tuple(line(row) for row in found)


def unfinished(database: Database, number: int | None = None) -> tuple[Unfinished, ...]:
    """All changes that are not finished, oldest first, or one of them."""
    found = database.read("SELECT * FROM changes WHERE state = 'kept' AND id = ifnull(?, id) ORDER BY id", (number,))
    return tuple(
        Unfinished(
            row["id"],
            row["kind"],
            row["owner"],
            lines_of(database, row["id"]),
            [(table, values) for table, values in msgspec.msgpack.decode(row["records"])],
        )
        for row in found
    )


def layers(database: Database, path: Path) -> tuple[Line, ...]:
    """The changes that still lie over a file, the latest first."""
    found = database.read(
        """SELECT r.* FROM replacements r JOIN changes c ON c.id = r.change
        WHERE r.path = ? AND c.kind = 'write' AND c.state = 'done' AND c.undone_by IS NULL ORDER BY c.id DESC""",
        (os.fsencode(path),),
    )
    return tuple(line(row) for row in found)
