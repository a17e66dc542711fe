"""The catalogue: which works there are, which files state them, what became of each. The journal writes it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.errors import UnknownWork
from artistguard.store.changing import unpack_inscription
from artistguard.store.files import real_path
from artistguard.store.glances import Glances
from artistguard.terms import Choice
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from artistguard.store.database import Database
    from artistguard.terms import Inscription


class State(StrEnum):
    """What became of a version."""

    PROTECTED = "protected"
    SUPERSEDED = "superseded"  # stated anew, or differently, later
    PUT_BACK = "put-back"
    WITHDRAWN = "withdrawn"


class Registered(StrEnum):
    """How far the statement of a version has come."""

    RECEIPT = "receipt"
    QUEUED = "queued"
    NO = "no"


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A work in the catalogue.

    Attributes:
        id: URN.
        title: As shown, may be empty.
        medium: Image, audio or text.
        at: First stated, UTC.
    """

    id: str
    title: str
    medium: Medium | None
    at: str


@dataclass(frozen=True, slots=True)
class Version:
    """A file in the catalogue.

    Attributes:
        number: Of its row: larger is later.
        change: Number of the change that made it.
        run: Id of the run.
        work: URN of the work.
        path: The stated file.
        source: The user's original.
        sidecar: What states it, or None where the statement is inside.
        record: URN of the statement.
        choice: Which of the six.
        inscription: All that was written.
        medium: Image, audio or text.
        format: Name of the format.
        before: Digest of the original.
        after: Digest of the file as we left it.
        distinctive: Whether likeness may recognise it.
        details: What else was kept of it.
        at: When, UTC.
        state: What became of it.
        registered: How far its statement has come.
    """

    number: int
    change: int
    run: str
    work: str
    path: Path
    source: Path
    sidecar: Path | None
    record: str
    choice: Choice
    inscription: Inscription
    medium: Medium | None
    format: str
    before: Digest | None
    after: Digest
    distinctive: bool
    details: Mapping[str, Any]
    at: str
    state: State
    registered: Registered


@dataclass(frozen=True, slots=True)
class Statement:
    """A signed statement, as it was made.

    Attributes:
        record: URN.
        work: URN of its work.
        kind: What it says.
        signed: The signed bytes.
        at: When, UTC.
    """

    record: str
    work: str
    kind: str
    signed: bytes
    at: str


_VERSIONS = """SELECT v.*,
    EXISTS (SELECT 1 FROM receipts r WHERE r.record = v.record) AS has_receipt,
    EXISTS (SELECT 1 FROM outbox o WHERE o.record = v.record AND o.state = 'waiting') AS waits,
    EXISTS (SELECT 1 FROM outbox o WHERE o.record = v.record AND o.state = 'refused') AS refused
    FROM versions v """


class Catalogue:
    """What is known here.

    Attributes:
        glances: The same for long lists, only what they show.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.glances = Glances(database)

    def version_at(self, path: Path) -> Version | None:
        """What was last stated at a path and still counts; the file may have changed since, see `standing`."""
        found = self._versions("WHERE v.path = ? AND v.state = 'protected' ORDER BY v.id DESC LIMIT 1", real_path(path))
        return found[0] if found else None

    def standing(self, path: Path, digest: Digest) -> Version | None:
        """The same, if the file still is as we left it.

        Args:
            path: The file.
            digest: Of all its bytes now; size and time alone prove nothing.
        """
        version = self.version_at(path)
        return version if version is not None and version.after == digest else None

    def copies_of(self, source: Path) -> tuple[Version, ...]:
        """Stated copies of an original that still count."""
        return self._versions(
            "WHERE v.source = ? AND v.path <> v.source AND v.state = 'protected' ORDER BY v.id", real_path(source)
        )

    def history(self, path: Path) -> tuple[Version, ...]:
        """All that was ever stated at a path, the latest first."""
        return self._versions("WHERE v.path = ? ORDER BY v.id DESC", real_path(path))

    def versions(
        self, work: str | None = None, *, run: str | None = None, all_states: bool = False
    ) -> tuple[Version, ...]:
        """Versions of one work, of one run, or all; oldest first.

        Args:
            work: URN of the work.
            run: Id of the run.
            all_states: Also what no longer counts.
        """
        states = "" if all_states else "AND v.state IN ('protected', 'withdrawn')"
        return self._versions(
            f"WHERE v.work = ifnull(?, v.work) AND v.run = ifnull(?, v.run) {states} ORDER BY v.id", work, run
        )

    def by_content(self, digest: Digest) -> tuple[Version, ...]:
        """Versions whose file, as we left it or before, has exactly this content."""
        return self._versions("WHERE v.after = ? OR v.before = ? ORDER BY v.id DESC", digest.hex, digest.hex)

    def by_record(self, record: str) -> tuple[Version, ...]:
        """Versions that carry a statement."""
        return self._versions("WHERE v.record = ? ORDER BY v.id", record)

    def works(self) -> tuple[KnownWork, ...]:
        """Every work, oldest first."""
        return tuple(_work(row) for row in self._database.read("SELECT * FROM works ORDER BY at, id"))

    def find(self, name: str) -> KnownWork:
        """The one work that is meant.

        Args:
            name: Its URN, the beginning of it (with or without ``urn:uuid:``) that no other shares, or a file of it.

        Raises:
            UnknownWork: None is meant, or more than one.
        """
        start = name.lower() if name.lower().startswith("urn:") else f"urn:uuid:{name.lower()}"
        found = self._database.read(
            "SELECT * FROM works WHERE id = ? OR substr(id, 1, ?) IN (?, ?) ORDER BY id = ? DESC, id LIMIT 3",
            (name, len(start), start, name, name),
        )
        if found and (len(found) == 1 or found[0]["id"] == name):
            return _work(found[0])
        if found:
            raise UnknownWork(f"{name}: more than one work begins like this", remedy="Type more of it.")
        return self._by_file(name)

    def _by_file(self, name: str) -> KnownWork:
        path = os.fsencode(real_path(Path(name))) if name else b""
        found = self._database.read(
            """SELECT * FROM works WHERE id = (SELECT work FROM versions WHERE path = ?1 OR source = ?1 OR sidecar = ?1
            ORDER BY state = 'protected' DESC, id DESC LIMIT 1)""",
            (path,),
        )
        if not found:
            raise UnknownWork(f"{name}: no work or file of that name is known here")
        return _work(found[0])

    def statement(self, record: str) -> Statement | None:
        """A signed statement by its URN."""
        found = self._database.read("SELECT * FROM statements WHERE record = ?", (record,))
        return _statement(found[0]) if found else None

    def statements(self, work: str) -> tuple[Statement, ...]:
        """All statements about a work, oldest first."""
        found = self._database.read("SELECT * FROM statements WHERE work = ? ORDER BY at, rowid", (work,))
        return tuple(_statement(row) for row in found)

    def all_statements(self) -> tuple[Statement, ...]:
        """Every statement that was ever signed here, about works and about keys, oldest first."""
        found = self._database.read("SELECT * FROM statements ORDER BY at, rowid")
        return tuple(_statement(row) for row in found)

    def _versions(self, condition: str, *values: Path | str | None) -> tuple[Version, ...]:
        bound = [os.fsencode(each) if isinstance(each, Path) else each for each in values]
        return tuple(_version(row) for row in self._database.read(_VERSIONS + condition, bound))


def _medium(name: str) -> Medium | None:
    return Medium(name) if name else None


def _work(row: sqlite3.Row) -> KnownWork:
    return KnownWork(row["id"], row["title"], _medium(row["medium"]), row["at"])


def _statement(row: sqlite3.Row) -> Statement:
    return Statement(row["record"], row["work"], row["kind"], row["signed"], row["at"])


def _version(row: sqlite3.Row) -> Version:
    return Version(
        row["id"],
        row["change"],
        row["run"],
        row["work"],
        Path(os.fsdecode(row["path"])),
        Path(os.fsdecode(row["source"])),
        Path(os.fsdecode(row["sidecar"])) if row["sidecar"] is not None else None,
        row["record"],
        Choice(row["choice"]),
        unpack_inscription(row["inscription"]),
        _medium(row["medium"]),
        row["format"],
        Digest(row["before"]) if row["before"] is not None else None,
        Digest(row["after"]),
        bool(row["distinctive"]),
        msgspec.json.decode(row["details"]),
        row["at"],
        State(row["state"]),
        _registered(row),
    )


def _registered(row: sqlite3.Row) -> Registered:
    """A receipt only where every registry that it was meant for gave one."""
    if row["waits"] or (row["has_receipt"] and row["refused"]):
        return Registered.QUEUED
    return Registered.RECEIPT if row["has_receipt"] else Registered.NO
