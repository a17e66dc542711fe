"""The indexes of a ledger, one for each kind of code, filled from the ledger whenever it has grown."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import FingerprintIndex
    from artistguard.ledger.storage.protocol import Reading


class Shelf:
    """Keeps the indexes.

    Args:
        make: A new, empty index.
    """

    def __init__(self, make: Callable[[], FingerprintIndex]) -> None:
        self._make = make
        self._indexes: dict[str, FingerprintIndex] = {}
        self._turn = threading.Lock()

    def search(self, rows: Reading, space: str, codes: NDArray[np.uint8], radius: int) -> list[list[tuple[int, int]]]:
        """Everything within a distance, of a state at least as new as the one given.

        Args:
            rows: One state of the ledger; whatever it has and the index lacks is added first, whoever wrote it.
            space: Kind of code.
            codes: Shape (q, 32).
            radius: In bits.

        Returns:
            For each code, pairs of place and distance, nearest first.
        """
        with self._turn:
            index = self._indexes.setdefault(space, self._make())
            size = rows.size()
            if index.covers < size:
                places, values = rows.codes(space, index.covers)
                index.add(places, values, size)
            return index.search(codes, radius)
