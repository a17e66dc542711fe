"""Reading and writing the rows of a ledger in one SQLite transaction."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np

from artistguard.ledger.storage.protocol import ClaimRow, KeyRow, PartyRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from artistguard.ledger.storage.protocol import NewEntry
    from artistguard.transparency.tiles import Place

_AT_ONCE = 500
"""Values in one IN list; SQLite's own bound is 32,766 (sqlite.org/limits, SQLITE_MAX_VARIABLE_NUMBER)."""

CODE_BYTES = 32
_LEVEL_SHIFT = 48  # 2**48 tiles a level are more than a log of 2**56 entries has
_CLAIM = """SELECT claim.idx, record, work, creator, party, act, choice, medium, distinctive, supersedes, received
    FROM claim JOIN entry USING (idx) WHERE """
_ABOUT = {"work", "record", "supersedes"}


class Rows:
    """See Reading and Writing.

    Args:
        connection: Inside a transaction, which the caller ends.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def setting(self, name: str) -> str | None:
        """See Reading."""
        value: str | None = self._one("SELECT value FROM setting WHERE name = ?", name)
        return value

    def size(self) -> int:
        """See Reading."""
        last = self._one("SELECT max(idx) FROM entry")
        return 0 if last is None else last + 1

    def checkpoint(self) -> str | None:
        """See Reading."""
        note: str | None = self._one("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1")
        return note

    def checkpoints(self) -> Iterator[tuple[int, str]]:
        """See Reading."""
        yield from self._db.execute("SELECT size, note FROM checkpoint ORDER BY size")

    def tile(self, place: Place) -> bytes:
        """See Reading."""
        return self._one("SELECT hashes FROM tile WHERE place = ?", _rowid(place)) or b""

    def entries(self, start: int, end: int) -> Sequence[bytes]:
        """See Reading."""
        found = self._db.execute("SELECT content FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx", (start, end))
        return [content for (content,) in found]

    def contents(self, indexes: Iterable[int]) -> Mapping[int, bytes]:
        """See Reading."""
        return dict(self._many("SELECT idx, content FROM entry WHERE idx", indexes))

    def places(self, leaves: Sequence[bytes]) -> Mapping[bytes, tuple[int, str]]:
        """See Reading."""
        found = self._many("SELECT leaf, idx, received FROM entry WHERE leaf", leaves)
        return {leaf: (index, received) for leaf, index, received in found}

    def claims(self, indexes: Iterable[int]) -> Sequence[ClaimRow]:
        """See Reading."""
        return sorted(map(_claim, self._many(_CLAIM + "claim.idx", indexes)), key=_place)

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """See Reading."""
        if column not in _ABOUT:
            raise ValueError(column)
        # Only a query that leaves the empty ones out by its own words may use the index that lacks them.
        wanted = "supersedes <> '' AND supersedes" if column == "supersedes" else column
        return sorted(map(_claim, self._many(_CLAIM + wanted, (value for value in values if value))), key=_place)

    def by_digest(self, name: str, values: Iterable[str]) -> Sequence[tuple[str, int]]:
        """See Reading."""
        found = self._many("SELECT value, idx FROM digest WHERE name = ? AND value", values, name)
        return sorted(found, key=lambda row: row[1])

    def codes(self, space: str, start: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """See Reading."""
        found = self._db.execute(
            "SELECT idx, value FROM code WHERE space = ? AND idx >= ? ORDER BY idx", (space, start)
        ).fetchall()
        places = np.fromiter((index for index, _ in found), np.int64, len(found))
        values = np.frombuffer(b"".join(value for _, value in found), np.uint8).reshape(-1, CODE_BYTES)
        return places, values

    def spaces(self) -> Sequence[str]:
        """See Reading."""
        return [space for (space,) in self._db.execute("SELECT DISTINCT space FROM code ORDER BY space")]

    def enclosures(self, indexes: Iterable[int]) -> Mapping[int, Sequence[bytes]]:
        """See Reading."""
        found: dict[int, list[bytes]] = {}
        for index, content in self._many("SELECT idx, content FROM enclosure WHERE idx", indexes):
            found.setdefault(index, []).append(content)
        return found

    def key(self, did: str) -> KeyRow | None:
        """See Reading."""
        found = self._db.execute("SELECT did, party, ended FROM key WHERE did = ?", (did,)).fetchone()
        return KeyRow(found[0], found[1], bool(found[2])) if found else None

    def party(self, party: str) -> PartyRow | None:
        """See Reading."""
        found = self._db.execute("SELECT party, recovery, evidence FROM party WHERE party = ?", (party,)).fetchone()
        return PartyRow(*found) if found else None

    def signed_before(self, did: str) -> bool:
        """See Reading."""
        return self._one("SELECT 1 FROM claim WHERE creator = ? LIMIT 1", did) is not None

    def nonce_used(self, sender: str, nonce: str) -> bool:
        """See Reading."""
        return self._one("SELECT 1 FROM nonce WHERE sender = ? AND nonce = ?", sender, nonce) is not None

    def count(self, sender: str, day: str) -> int:
        """See Reading."""
        return self._one("SELECT count FROM quota WHERE sender = ? AND day = ?", sender, day) or 0

    def put_setting(self, name: str, value: str) -> None:
        """See Writing."""
        self._db.execute("INSERT INTO setting VALUES (?, ?)", (name, value))

    def append(self, entries: Sequence[NewEntry]) -> None:
        """See Writing."""
        self._db.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?)",
            [(each.index, each.leaf, each.received, each.content) for each in entries],
        )
        self._db.executemany(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_values(each.claim) for each in entries if each.claim],
        )
        self._db.executemany(
            "INSERT INTO digest VALUES (?, ?, ?)",
            [(name, value, each.index) for each in entries for name, value in each.digests.items()],
        )
        self._db.executemany(
            "INSERT INTO code VALUES (?, ?, ?)",
            [(space, each.index, value) for each in entries for space, value in each.codes.items()],
        )
        self._db.executemany(
            "INSERT INTO enclosure VALUES (?, ?, ?)",
            [(each.index, kind, content) for each in entries for kind, content in each.enclosures.items()],
        )

    def put_tiles(self, tiles: Mapping[Place, bytes]) -> None:
        """See Writing."""
        self._db.executemany(
            "INSERT INTO tile VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET hashes = excluded.hashes",
            [(_rowid(place), hashes) for place, hashes in tiles.items()],
        )

    def put_checkpoint(self, size: int, note: str) -> None:
        """See Writing."""
        self._db.execute("INSERT INTO checkpoint VALUES (?, ?)", (size, note))

    def put_nonce(self, sender: str, nonce: str, time: str, forget_before: str) -> None:
        """See Writing."""
        self._db.execute("DELETE FROM nonce WHERE time < ?", (forget_before,))
        self._db.execute("INSERT INTO nonce VALUES (?, ?, ?)", (sender, nonce, time))

    def add_count(self, sender: str, day: str, more: int) -> None:
        """See Writing."""
        self._db.execute(
            "INSERT INTO quota VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            (sender, day, more),
        )

    def put_key(self, row: KeyRow) -> None:
        """See Writing."""
        self._db.execute("INSERT OR REPLACE INTO key VALUES (?, ?, ?)", (row.did, row.party, row.ended))

    def end_keys(self, party: str) -> None:
        """See Writing."""
        self._db.execute("UPDATE key SET ended = 1 WHERE party = ?", (party,))

    def put_party(self, row: PartyRow) -> None:
        """See Writing."""
        self._db.execute("INSERT OR REPLACE INTO party VALUES (?, ?, ?)", (row.party, row.recovery, row.evidence))

    def forget(self, index: int) -> None:
        """See Writing."""
        self._db.execute("DELETE FROM enclosure WHERE idx = ?", (index,))

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - whatever type the column has
        found = self._db.execute(query, values).fetchone()
        return found[0] if found else None

    def _many(self, query: str, values: Iterable[object], *before: object) -> Iterator[tuple[Any, ...]]:
        """Rows whose last-named column is one of the values, asked for a few hundred at a time."""
        remaining = iter(dict.fromkeys(values))
        while some := tuple(itertools.islice(remaining, _AT_ONCE)):
            marks = ",".join("?" * len(some))
            yield from self._db.execute(f"{query} IN ({marks})", (*before, *some))


def _rowid(place: Place) -> int:
    return place.level << _LEVEL_SHIFT | place.number


def _claim(row: tuple[Any, ...]) -> ClaimRow:
    index, record, work, creator, party, act, choice, medium, distinctive, supersedes, received = row
    return ClaimRow(index, record, work, creator, party, act, choice, medium, bool(distinctive), supersedes, received)


def _values(claim: ClaimRow) -> tuple[object, ...]:
    return (
        claim.index, claim.record, claim.work, claim.creator, claim.party, claim.act, claim.choice, claim.medium,
        claim.distinctive, claim.supersedes,
    )  # fmt: skip


def _place(claim: ClaimRow) -> int:
    return claim.index
