"""The plainest index: look at every code. Exact by nature, and the quickest up to some ten thousand works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.index.protocol import Hits
from artistguard.ledger.index.scanning import WORDS, scan, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST = 1024


class ScanIndex:
    """See FingerprintIndex.

    Args:
        covers: Size of the log from which codes will be added.
    """

    def __init__(self, covers: int = 0) -> None:
        self._places = np.empty(_LEAST, np.int64)
        self._codes = np.empty((_LEAST, WORDS), np.uint64)
        self._used = 0
        self._covers = covers

    @property
    def covers(self) -> int:
        """See FingerprintIndex."""
        return self._covers

    def __len__(self) -> int:
        return self._used

    def add(self, places: NDArray[np.int64], codes: NDArray[np.uint8], covers: int) -> None:
        """See FingerprintIndex."""
        end = self._used + len(places)
        if end > len(self._places):
            self._grow(max(end, 2 * len(self._places)))
        self._places[self._used : end] = places
        self._codes[self._used : end] = words(codes)
        self._used = end
        self._covers = covers

    def remove(self, places: NDArray[np.int64]) -> None:
        """See FingerprintIndex."""
        kept = ~np.isin(self._places[: self._used], places)
        # New arrays, so that a search that has begun goes on over the old ones.
        self._places, self._codes = self._places[: self._used][kept], self._codes[: self._used][kept]
        self._used = len(self._places)

    def search(self, codes: NDArray[np.uint8], radius: int) -> Hits:
        """See FingerprintIndex."""
        places, stored = self.held()
        queries, rows, distances = scan(stored, words(codes), radius)
        return Hits.sorted(queries, places[rows], distances)

    def held(self) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Everything in it: places, shape (n,), and codes as words, shape (n, 4)."""
        return self._places[: self._used], self._codes[: self._used]

    def _grow(self, room: int) -> None:
        places, codes = np.empty(room, np.int64), np.empty((room, WORDS), np.uint64)
        places[: self._used], codes[: self._used] = self.held()
        self._places, self._codes = places, codes
