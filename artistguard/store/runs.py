"""Runs: one use of a command, under an id by which all of it can be put back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.store.database import now

if TYPE_CHECKING:
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


class Runs:
    """What was done when."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, command: str) -> str:
        """Start one.

        Returns:
            Its id.
        """
        with self._database.writing() as inside:
            while True:
                run = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
                if inside.execute("INSERT OR IGNORE INTO runs VALUES (?, ?, ?, NULL)", (run, command, now())).rowcount:
                    return run

    def finish(self, run: str) -> None:
        """Say that it came to its end."""
        with self._database.writing() as inside:
            inside.execute("UPDATE runs SET finished = ? WHERE id = ?", (now(), run))

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
