"""The indexes of a ledger, one for each kind of code, filled from the ledger whenever it has grown."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from artistguard.ledger.index.scan import ScanIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Coded, FingerprintIndex, Hits


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
        with self._turn:
            index = self._filled(rows, space)
            return index.search(codes, radius).before(rows.size())

    def remove(self, space: str, places: NDArray[np.int64]) -> None:
        """See Shelf."""
        with self._turn:
            self._index(space).remove(places)

    def close(self) -> None:
        """See Shelf."""
        self._indexes.clear()

    def _index(self, space: str) -> FingerprintIndex:
        if space not in self._indexes:
            self._indexes[space] = self._make(space)
        return self._indexes[space]

    def _filled(self, rows: Coded, space: str) -> FingerprintIndex:
        index, size = self._index(space), rows.size()
        if index.covers < size:
            places, values = rows.codes(space, index.covers)
            index.add(places, values, size)
        return index
