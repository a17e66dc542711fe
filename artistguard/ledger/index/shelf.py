"""The indexes of a ledger, one for each kind of code, filled from the ledger whenever it has grown."""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.index.protocol import Unfit
from artistguard.ledger.index.reading import read_codes
from artistguard.ledger.index.scan import ScanIndex
from artistguard.ledger.index.scanning import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Coded, FingerprintIndex, Hits, Some, View


class Indexes:
    """See Shelf.

    Args:
        make: The index for a kind of code, as it was left or empty.
    """

    def __init__(self, make: Callable[[str], FingerprintIndex] = lambda _: ScanIndex()) -> None:
        self._make = make
        self._indexes: dict[str, FingerprintIndex] = {}
        self._turn = threading.Lock()

    def search(self, rows: Coded, space: str, codes: NDArray[np.uint8], radius: int) -> Hits:
        """See Shelf; whatever the ledger has and an index lacks is added first, whoever wrote it."""
        try:
            return self._view(rows, space).search(codes, radius).before(rows.size())
        except Unfit:
            self._start_again(space)
        return self._view(rows, space).search(codes, radius).before(rows.size())

    def remove(self, space: str, places: NDArray[np.int64]) -> None:
        """See Shelf."""
        with self._turn:
            self._index(space).remove(places)

    def check(self, rows: Coded, space: str) -> bool:
        """See Shelf."""
        size = rows.size()
        try:
            return _digest(self._view(rows, space).codes(), size) == _digest(read_codes(rows, space, 0), size)
        except Unfit:
            return False

    def rebuild(self, rows: Coded, space: str) -> None:
        """See Shelf."""
        self._start_again(space)
        self._view(rows, space)

    def close(self) -> None:
        """See Shelf."""
        with self._turn:
            for index in self._indexes.values():
                index.close()
            self._indexes.clear()

    def _index(self, space: str) -> FingerprintIndex:
        if space not in self._indexes:
            self._indexes[space] = self._make(space)
        return self._indexes[space]

    def _start_again(self, space: str) -> None:
        with self._turn:
            self._index(space).clear()

    def _view(self, rows: Coded, space: str) -> View:
        """What an index holds once it is as far as the ledger."""
        with self._turn:
            known, size = space in self._indexes, rows.size()
            index = self._index(space)
            if not known and index.covers and not _belongs(index.view(), rows, space):
                index.clear()
            while index.covers < size:
                index.add(read_codes(rows, space, index.covers), size)
            return index.view()


def suited(folder: Path | None) -> Indexes:
    """The indexes of a ledger whose database does not search by itself.

    Args:
        folder: Where they are kept; None to have them in memory only.
    """
    return Indexes() if folder is None else Indexes(lambda space: _in_files(folder / space))


def _in_files(folder: Path) -> FingerprintIndex:
    # Only who searches by likeness needs all that files take.
    from artistguard.ledger.index.segments import SegmentIndex  # noqa: PLC0415

    return SegmentIndex(folder)


def _belongs(view: View, rows: Coded, space: str) -> bool:
    """Whether files are of this very ledger: one that was put back from a backup has gone on in another way since."""
    places, codes = view.last()
    if not len(places):
        return True
    there, stored = rows.codes(space, int(places[0]), 1)
    return np.array_equal(there, places) and np.array_equal(words(stored), words(codes))


def _digest(batches: Iterable[Some], size: int) -> tuple[bytes, bytes]:
    """SHA-256 of all places below a size, and of their codes, however they come."""
    digests = hashlib.sha256(), hashlib.sha256()
    for places, codes in batches:
        for digest, part in zip(digests, (places, codes), strict=True):
            digest.update(np.ascontiguousarray(part[places < size]).data)
    return digests[0].digest(), digests[1].digest()
