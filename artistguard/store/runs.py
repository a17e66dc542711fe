"""Runs: one use of a command, under an id by which all of it can be put back."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.store.database import now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.store.database import Database


@dataclass(frozen=True, slots=True)
class Run:
    """One use of a command.

    Attributes:
        id: Such as ``20260131-093000-4f2a``.
        command: Its name.
        started: UTC.
        finished: UTC, or empty where it was interrupted or goes on.
        files: How many files it changed, those put back since not counted.
    """

    id: str
    command: str
    started: str
    finished: str
    files: int


@dataclass(frozen=True, slots=True)
class Intent:
    """A run that did not come to its end, or has not yet.

    Attributes:
        run: Its id.
        owner: The process that began it.
        asked: What was asked of it, as it was handed to `begin`.
        total: How many files it was to change.
        missing: Those of them that do not say so yet.
    """

    run: str
    owner: str
    asked: bytes
    total: int
    missing: tuple[Path, ...]


class Runs:
    """What was done when."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, command: str, *, owner: str = "", asked: bytes = b"", wanted: Iterable[Path] = ()) -> str:
        """Start one.

        Args:
            command: Its name.
            owner: The process that does it.
            asked: What was asked of it, for whoever goes on with it.
            wanted: The originals it is to state, remembered until it comes to its end.

        Returns:
            Its id.
        """
        paths = [os.fsencode(path) for path in wanted]
        with self._database.writing() as inside:
            while True:
                run = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
                values = (run, command, now(), owner, asked)
                if inside.execute("INSERT OR IGNORE INTO runs VALUES (?, ?, ?, NULL, ?, ?)", values).rowcount:
                    inside.executemany("INSERT OR IGNORE INTO wanted VALUES (?, ?)", [(run, path) for path in paths])
                    return run

    def finish(self, run: str) -> None:
        """Say that it came to its end."""
        with self._database.writing() as inside:
            inside.execute("UPDATE runs SET finished = ? WHERE id = ?", (now(), run))
            inside.execute("DELETE FROM wanted WHERE run = ?", (run,))

    def unfinished(self) -> tuple[Intent, ...]:
        """Runs with files that do not say yet what they were to say, the latest first; another run may have done it."""
        rows = self._database.read(
            """SELECT r.id, r.owner, r.asked, w.path, EXISTS (SELECT 1 FROM versions v
                WHERE v.source = w.path AND v.state = 'protected' AND v.at >= r.started) AS done
            FROM runs r JOIN wanted w ON w.run = r.id WHERE r.finished IS NULL
            ORDER BY r.started DESC, r.rowid DESC, w.path"""
        )
        found: dict[str, Intent] = {}
        for run in dict.fromkeys(row["id"] for row in rows):
            mine = [row for row in rows if row["id"] == run]
            missing = tuple(Path(os.fsdecode(row["path"])) for row in mine if not row["done"])
            found[run] = Intent(run, mine[0]["owner"], mine[0]["asked"], len(mine), missing)
        return tuple(each for each in found.values() if each.missing)

    def all(self) -> tuple[Run, ...]:
        """Every run, the latest first."""
        return tuple(
            Run(row["id"], row["command"], row["started"], row["finished"] or "", row["files"])
            for row in self._database.read(
                """SELECT r.*, (SELECT count(*) FROM changes c JOIN replacements p ON p.change = c.id
                WHERE c.run = r.id AND c.kind = 'write' AND c.state = 'done' AND c.undone_by IS NULL) AS files
                FROM runs r ORDER BY r.started DESC, r.rowid DESC"""
            )
        )

    def knows(self, run: str) -> bool:
        """Whether there is a run of this id."""
        return bool(self._database.read("SELECT 1 FROM runs WHERE id = ?", (run,)))
