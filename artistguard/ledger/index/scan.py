"""The plainest index: look at every code. Exact by nature, and the quickest up to some ten thousand works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.index.protocol import Hits
from artistguard.ledger.index.scanning import WORDS, scan, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Some

_LEAST = 1024


@dataclass(frozen=True, slots=True)
class Held:
    """Some codes in memory. See View.

    Attributes:
        places: Shape (n,), ascending.
        words: Shape (n, 4).
    """

    places: NDArray[np.int64]
    words: NDArray[np.uint64]

    def search(self, codes: NDArray[np.uint8], radius: int) -> Hits:
        """See View."""
        queries, rows, distances = scan(self.words, words(codes), radius)
        return Hits.sorted(queries, self.places[rows], distances)

    def last(self) -> Some:
        """See View."""
        return self.places[:0], self.words[:0]

    def codes(self) -> Iterator[Some]:
        """See View."""
        yield self.places, self.words


class ScanIndex:
    """See FingerprintIndex.

    Args:
        covers: Size of the log from which codes will be added.
    """

    def __init__(self, covers: int = 0) -> None:
        self._places = np.empty(_LEAST, np.int64)
        self._words = np.empty((_LEAST, WORDS), np.uint64)
        self._used = 0
        self._covers = covers

    @property
    def covers(self) -> int:
        """See FingerprintIndex."""
        return self._covers

    def __len__(self) -> int:
        return self._used

    def add(self, batches: Iterable[Some], covers: int) -> None:
        """See FingerprintIndex."""
        some = list(batches)
        end = self._used + sum(len(places) for places, _ in some)
        if end > len(self._places):
            self._grow(max(end, 2 * len(self._places)))
        # Only rows behind those of every view are written.
        for places, codes in some:
            here = slice(self._used, self._used + len(places))
            self._places[here], self._words[here] = places, words(codes)
            self._used = here.stop
        self._covers = covers

    def remove(self, places: NDArray[np.int64]) -> None:
        """See FingerprintIndex."""
        held = self.view()
        kept = ~np.isin(held.places, places)
        self._places, self._words = held.places[kept], held.words[kept]
        self._used = len(self._places)

    def clear(self) -> None:
        """See FingerprintIndex."""
        self._used, self._covers = 0, 0
        self._grow(_LEAST)

    def view(self) -> Held:
        """See FingerprintIndex."""
        return Held(self._places[: self._used], self._words[: self._used])

    def close(self) -> None:
        """See FingerprintIndex."""

    def _grow(self, room: int) -> None:
        held = self.view()
        self._places, self._words = np.empty(room, np.int64), np.empty((room, WORDS), np.uint64)
        self._places[: self._used], self._words[: self._used] = held.places, held.words
