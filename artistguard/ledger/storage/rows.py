"""Reading and writing the rows of a ledger in one transaction, in SQL that every engine understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from artistguard.ledger.storage.histories import HistoryRows
from artistguard.ledger.storage.notes import NoteRows
from artistguard.ledger.storage.protocol import ClaimRow, KeyRow, PartyRow
from artistguard.ledger.storage.uploads import UploadRows
from artistguard.ledger.storage.wholesale import WholesaleRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from artistguard.ledger.storage.protocol import NewEntry
    from artistguard.ledger.storage.queries import Queries
    from artistguard.transparency.tiles import Place

CODE_BYTES = 32
_NOTES = 1000
"""Checkpoints that are read together."""
_LEVEL_SHIFT = 48  # 2**48 tiles a level are more than a log of 2**56 entries has
_CLAIM = """SELECT claim.idx, record, work, creator, party, act, choice, medium,
    distinctive, supersedes, received, offer FROM claim JOIN entry USING (idx) WHERE """
_CLAIM_COLUMNS = "claim (idx, record, work, creator, party, act, choice, medium, distinctive, supersedes, offer)"
_DERIVED = ("tile", "claim", "digest", "code", "key", "about_keys")
_ABOUT = {"work", "record", "supersedes"}


class Rows(HistoryRows, NoteRows, UploadRows, WholesaleRows):
    """See Reading and Writing.

    Args:
        queries: Of a transaction, which the caller ends.
    """

    def __init__(self, queries: Queries) -> None:
        HistoryRows.__init__(self, queries)
        NoteRows.__init__(self, queries)
        UploadRows.__init__(self, queries)
        WholesaleRows.__init__(self, queries)
        self._db = queries

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
        last = -1
        query = f"SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT {_NOTES}"  # noqa: S608
        while some := list(self._db.run(query, last)):
            yield from some
            last = some[-1][0]

    def tile(self, place: Place) -> bytes:
        """See Reading."""
        return self._one("SELECT hashes FROM tile WHERE place = ?", _rowid(place)) or b""

    def entries(self, start: int, end: int) -> Sequence[bytes]:
        """See Reading."""
        found = self._db.run("SELECT content FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx", start, end)
        return [content for (content,) in found]

    def contents(self, indexes: Iterable[int]) -> Mapping[int, bytes]:
        """See Reading."""
        return dict(self._db.among("SELECT idx, content FROM entry WHERE idx", indexes))

    def places(self, leaves: Sequence[bytes]) -> Mapping[bytes, tuple[int, str]]:
        """See Reading."""
        found = self._db.among("SELECT leaf, idx, received FROM entry WHERE leaf", leaves)
        return {leaf: (index, received) for leaf, index, received in found}

    def claims(self, indexes: Iterable[int]) -> Sequence[ClaimRow]:
        """See Reading."""
        return sorted(map(_claim, self._db.among(_CLAIM + "claim.idx", indexes)), key=_place)

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """See Reading."""
        if column not in _ABOUT:
            raise ValueError(column)
        # Only a query that leaves the empty ones out by its own words may use the index that lacks them.
        wanted = "supersedes <> '' AND supersedes" if column == "supersedes" else column
        return sorted(map(_claim, self._db.among(_CLAIM + wanted, (value for value in values if value))), key=_place)

    def by_digest(self, name: str, values: Iterable[str]) -> Sequence[tuple[str, int]]:
        """See Reading."""
        found = self._db.among("SELECT value, idx FROM digest WHERE name = ? AND value", values, name)
        return sorted(found, key=lambda row: row[1])

    def codes(self, space: str, start: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """See Reading."""
        query = "SELECT idx, value FROM code WHERE space = ? AND idx >= ? ORDER BY idx LIMIT ?"
        found = list(self._db.run(query, space, start, most))
        places = np.fromiter((index for index, _ in found), np.int64, len(found))
        values = np.frombuffer(b"".join(value for _, value in found), np.uint8).reshape(-1, CODE_BYTES)
        return places, values

    def spaces(self) -> Sequence[str]:
        """See Reading."""
        return [space for (space,) in self._db.run("SELECT DISTINCT space FROM code ORDER BY space")]

    def enclosures(self, indexes: Iterable[int]) -> Mapping[int, Sequence[bytes]]:
        """See Reading."""
        found: dict[int, list[bytes]] = {}
        for index, content in self._db.among("SELECT idx, content FROM enclosure WHERE idx", indexes):
            found.setdefault(index, []).append(content)
        return found

    def key(self, did: str) -> KeyRow | None:
        """See Reading."""
        found = self._row("SELECT did, party, ended FROM key WHERE did = ?", did)
        return KeyRow(found[0], found[1], bool(found[2])) if found else None

    def party(self, party: str) -> PartyRow | None:
        """See Reading."""
        found = self._row("SELECT party, recovery, evidence FROM party WHERE party = ?", party)
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
        self._db.run("INSERT INTO setting (name, value) VALUES (?, ?)", name, value)

    def append(self, entries: Sequence[NewEntry]) -> None:
        """See Writing."""
        self._db.insert(
            "entry (idx, leaf, received, content)",
            [(each.index, each.leaf, each.received, each.content) for each in entries],
        )
        self.derive(entries)
        self._db.insert(
            "enclosure (idx, kind, content)",
            [(each.index, kind, content) for each in entries for kind, content in each.enclosures.items()],
        )

    def derive(self, entries: Sequence[NewEntry]) -> None:
        """See Writing."""
        self._db.insert(_CLAIM_COLUMNS, [_values(each.claim) for each in entries if each.claim])
        self._db.insert(
            "digest (name, value, idx)",
            [(name, value, each.index) for each in entries for name, value in each.digests.items()],
        )
        self._db.insert(
            "code (space, idx, value)",
            [(space, each.index, value) for each in entries for space, value in each.codes.items()],
        )
        self.put_about_keys([(each.about, each.index) for each in entries if each.about])

    def clear_derived(self) -> None:
        """See Writing."""
        for table in _DERIVED:
            self._db.run(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self._db.run("UPDATE party SET recovery = ''")

    def put_tiles(self, tiles: Mapping[Place, bytes]) -> None:
        """See Writing."""
        self._db.run_each(
            "INSERT INTO tile (place, hashes) VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET hashes = excluded.hashes",
            [(_rowid(place), hashes) for place, hashes in tiles.items()],
        )

    def put_checkpoint(self, size: int, note: str) -> None:
        """See Writing."""
        self._db.run("INSERT INTO checkpoint (size, note) VALUES (?, ?)", size, note)

    def put_nonce(self, sender: str, nonce: str, time: str, forget_before: str) -> None:
        """See Writing."""
        self._db.run("DELETE FROM nonce WHERE time < ?", forget_before)
        self._db.run("INSERT INTO nonce (sender, nonce, time) VALUES (?, ?, ?)", sender, nonce, time)

    def add_count(self, sender: str, day: str, more: int) -> None:
        """See Writing."""
        self._db.run(
            """INSERT INTO quota (sender, day, count) VALUES (?, ?, ?)
                ON CONFLICT (sender, day) DO UPDATE SET count = quota.count + excluded.count""",
            sender,
            day,
            more,
        )

    def put_key(self, row: KeyRow) -> None:
        """See Writing."""
        self._db.run(
            """INSERT INTO key (did, party, ended) VALUES (?, ?, ?)
                ON CONFLICT (did) DO UPDATE SET party = excluded.party, ended = excluded.ended""",
            row.did,
            row.party,
            row.ended,
        )

    def end_keys(self, party: str) -> None:
        """See Writing."""
        self._db.run("UPDATE key SET ended = ? WHERE party = ?", True, party)

    def put_party(self, row: PartyRow) -> None:
        """See Writing."""
        self._db.run(
            """INSERT INTO party (party, recovery, evidence) VALUES (?, ?, ?)
                ON CONFLICT (party) DO UPDATE SET recovery = excluded.recovery, evidence = excluded.evidence""",
            row.party,
            row.recovery,
            row.evidence,
        )

    def forget(self, index: int, digests: Mapping[str, str], codes: Iterable[str]) -> None:
        """See Writing."""
        self._db.run("DELETE FROM enclosure WHERE idx = ?", index)
        for name, value in digests.items():
            self._db.run("DELETE FROM digest WHERE name = ? AND value = ? AND idx = ?", name, value, index)
        for space in codes:
            self._db.run("DELETE FROM code WHERE space = ? AND idx = ?", space, index)

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - whatever type the column has
        found = self._row(query, *values)
        return found[0] if found else None

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        return next(iter(self._db.run(query, *values)), None)


def _rowid(place: Place) -> int:
    return place.level << _LEVEL_SHIFT | place.number


def _claim(row: tuple[Any, ...]) -> ClaimRow:
    *before, distinctive, supersedes, received, offer = row
    return ClaimRow(*(*before, bool(distinctive), supersedes, received, offer))


def _values(claim: ClaimRow) -> tuple[object, ...]:
    return (
        claim.index, claim.record, claim.work, claim.creator, claim.party, claim.act, claim.choice, claim.medium,
        claim.distinctive, claim.supersedes, claim.offer,
    )  # fmt: skip


def _place(claim: ClaimRow) -> int:
    return claim.index
