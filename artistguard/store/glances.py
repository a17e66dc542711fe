"""Tens of thousands of versions at a glance: only what a list of works shows, by few queries.

And how files looked when their content was last known, so that nobody has to read them all again.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from artistguard.store.files import Look

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from artistguard.store.database import Database


class Glance(NamedTuple):
    """One version that counts; a plain tuple, since so many of them are made and sent.

    Attributes:
        number: Of its row in the catalogue.
        work: URN of its work.
        title: Of the work.
        medium: Name of it, or empty.
        format: Name of the format.
        path: The stated file.
        sidecar: What states it, or empty where the statement is inside.
        choice: Name of the choice.
        name: Under which it is stated.
        since: When its work was first stated, UTC.
        at: When it was stated, UTC.
        state: Protected or withdrawn.
        origins: Names of the logs of registries that confirmed its statement.
        waits: Whether its statement waits for a registry.
        refused: Whether a registry refused it.
        after: SHA-256 of the file as we left it.
    """

    number: int
    work: str
    title: str
    medium: str
    format: str
    path: str
    sidecar: str
    choice: str
    name: str
    since: str
    at: str
    state: str
    origins: tuple[str, ...]
    waits: bool
    refused: bool
    after: str


class _Named(msgspec.Struct):
    name: str


_NAMED = msgspec.json.Decoder(_Named)


_GLANCES = """SELECT v.id, v.work, w.title, v.medium, v.format, v.path, v.sidecar, v.choice, v.inscription,
    w.at AS since, v.at, v.state, v.record, v.after
    FROM versions v JOIN works w ON w.id = v.work
    WHERE v.state IN ('protected', 'withdrawn') ORDER BY w.at, w.id, v.path, v.id"""


class Glances:
    """Of one home."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Glance]:
        """Every version that counts, oldest work first."""
        origins: defaultdict[str, list[str]] = defaultdict(list)
        for record, origin in self._database.read("SELECT record, origin FROM receipts ORDER BY origin"):
            origins[record].append(origin)
        waits, refused = self._under_way("waiting"), self._under_way("refused")
        return [
            _glance(row, tuple(origins.get(row["record"], ())), row["record"] in waits, row["record"] in refused)
            for row in self._database.read(_GLANCES)
        ]

    def looks(self) -> dict[str, tuple[Look, str]]:
        """How each file looked when it was last read, and the SHA-256 of what was in it, by path."""
        found = self._database.read("SELECT path, device, inode, size, mtime_ns, sha256 FROM looks")
        return {
            os.fsdecode(path): (Look(int(device), int(inode), *rest), sha256)
            for path, device, inode, *rest, sha256 in found
        }

    def keep(self, looks: Iterable[tuple[str, Look, str]]) -> None:
        """Remember how files looked, and the SHA-256 of what was in them; forget files of which no version counts."""
        rows = [
            # These two numbers can be larger than the database's numbers are.
            (os.fsencode(path), str(look.device), str(look.inode), look.size, look.mtime_ns, sha256)
            for path, look, sha256 in looks
        ]
        with self._database.writing(durable=False) as inside:
            inside.executemany("INSERT OR REPLACE INTO looks VALUES (?, ?, ?, ?, ?, ?)", rows)
            inside.execute(
                """DELETE FROM looks WHERE NOT EXISTS (SELECT 1 FROM versions v
                WHERE v.path = looks.path AND v.state IN ('protected', 'withdrawn'))"""
            )

    def _under_way(self, state: str) -> frozenset[str]:
        found = self._database.read("SELECT record FROM outbox WHERE state = ?", (state,))
        return frozenset(record for (record,) in found)


def _glance(row: sqlite3.Row, origins: tuple[str, ...], waits: bool, refused: bool) -> Glance:  # noqa: FBT001 - as in Glance
    number, work, title, medium, kind, path, sidecar, choice, inscription, since, at, state, _, after = row
    return Glance(
        number,
        work,
        title,
        medium,
        kind,
        os.fsdecode(path),
        os.fsdecode(sidecar) if sidecar is not None else "",
        choice,
        _NAMED.decode(inscription).name,
        since,
        at,
        state,
        origins,
        waits,
        refused,
        after,
    )
