"""The plainest index: look at every code. Exact by nature, and fast enough for some hundred thousand works.

Source: population count of the exclusive or (Hamming distance), as numpy.bitwise_count computes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CODE_BYTES = 32
_WORDS = CODE_BYTES // 8
_LEAST = 1024


class ScanIndex:
    """See FingerprintIndex."""

    def __init__(self) -> None:
        self._places = np.empty(_LEAST, np.int64)
        self._codes = np.empty((_LEAST, _WORDS), np.uint64)
        self._used = 0
        self._covers = 0

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
        self._codes[self._used : end] = _words(codes)
        self._used = end
        self._covers = covers

    def remove(self, places: NDArray[np.int64]) -> None:
        """See FingerprintIndex."""
        kept = ~np.isin(self._places[: self._used], places)
        count = int(kept.sum())
        self._places[:count] = self._places[: self._used][kept]
        self._codes[:count] = self._codes[: self._used][kept]
        self._used = count

    def search(self, codes: NDArray[np.uint8], radius: int) -> list[list[tuple[int, int]]]:
        """See FingerprintIndex."""
        return [self._nearest(code, radius) for code in _words(codes)]

    def _nearest(self, code: NDArray[np.uint64], radius: int) -> list[tuple[int, int]]:
        distances = np.bitwise_count(self._codes[: self._used] ^ code).sum(axis=1, dtype=np.uint16)
        hits = np.flatnonzero(distances <= radius)
        order = np.lexsort((self._places[hits], distances[hits]))
        return [(int(self._places[hit]), int(distances[hit])) for hit in hits[order]]

    def _grow(self, room: int) -> None:
        places, codes = np.empty(room, np.int64), np.empty((room, _WORDS), np.uint64)
        places[: self._used] = self._places[: self._used]
        codes[: self._used] = self._codes[: self._used]
        self._places, self._codes = places, codes


def _words(codes: NDArray[np.uint8]) -> NDArray[np.uint64]:
    return np.ascontiguousarray(codes).view(np.uint64).reshape(-1, _WORDS)
