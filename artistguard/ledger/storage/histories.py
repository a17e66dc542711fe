"""Where in the log stands what is said about a person's keys, and which keys are hers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artistguard.ledger.storage.queries import Queries

_AT_ONCE = 1000
"""Entries that are read together."""


class HistoriesReading(Protocol):
    """Reading the histories of keys."""

    def about_keys(self, party: str) -> Sequence[tuple[int, str]]:
        """Place and time of receipt of every statement about a person's keys, oldest first."""
        ...

    def keys_of(self, party: str) -> Sequence[tuple[str, bool]]:
        """Every key that took part in a hand-over of a person, and whether it has ended."""
        ...

    def without_claim(self) -> Iterator[tuple[int, bytes]]:
        """Place and content of every entry that is not about a work, oldest first."""
        ...

    def every_key(self) -> Iterable[tuple[str, str, bool]]:
        """Every key that took part in a hand-over, its person, and whether it has ended."""
        ...

    def every_recovery(self) -> Iterable[tuple[str, str]]:
        """Everybody who has named a recovery key, and that key."""
        ...


class HistoriesWriting(HistoriesReading, Protocol):
    """Keeping the histories of keys."""

    def put_about_keys(self, rows: Sequence[tuple[str, int]]) -> None:
        """Keep person and place of statements about keys."""
        ...


class HistoryRows:
    """See HistoriesReading and HistoriesWriting.

    Args:
        queries: Of a transaction, which the caller ends.
    """

    def __init__(self, queries: Queries) -> None:
        self._histories = queries

    def about_keys(self, party: str) -> Sequence[tuple[int, str]]:
        """See HistoriesReading."""
        query = "SELECT idx, received FROM about_keys JOIN entry USING (idx) WHERE party = ? ORDER BY idx"
        return [(index, received) for index, received in self._histories.run(query, party)]

    def keys_of(self, party: str) -> Sequence[tuple[str, bool]]:
        """See HistoriesReading."""
        found = self._histories.run("SELECT did, ended FROM key WHERE party = ? ORDER BY did", party)
        return [(did, bool(ended)) for did, ended in found]

    def without_claim(self) -> Iterator[tuple[int, bytes]]:
        """See HistoriesReading."""
        query = """SELECT entry.idx, entry.content FROM entry LEFT JOIN claim ON claim.idx = entry.idx
            WHERE claim.idx IS NULL AND entry.idx > ? ORDER BY entry.idx LIMIT ?"""
        last = -1
        while some := list(self._histories.run(query, last, _AT_ONCE)):
            yield from ((index, bytes(content)) for index, content in some)
            last = some[-1][0]

    def every_key(self) -> Iterable[tuple[str, str, bool]]:
        """See HistoriesReading."""
        return (
            (did, party, bool(ended)) for did, party, ended in self._histories.run("SELECT did, party, ended FROM key")
        )

    def every_recovery(self) -> Iterable[tuple[str, str]]:
        """See HistoriesReading."""
        found = self._histories.run("SELECT party, recovery FROM party WHERE recovery <> ''")
        return ((party, recovery) for party, recovery in found)

    def put_about_keys(self, rows: Sequence[tuple[str, int]]) -> None:
        """See HistoriesWriting."""
        self._histories.insert("about_keys (party, idx)", rows)
