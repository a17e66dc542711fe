"""Reading all codes of a kind from a ledger, a portion at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Coded

AT_ONCE = 100_000
"""Codes read, and written, together."""


def read_codes(rows: Coded, space: str, start: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.uint8]]]:
    """Everything that a ledger has from a place on.

    Args:
        rows: One state of the ledger.
        space: Kind of code.
        start: First place.
    """
    some = AT_ONCE
    while some == AT_ONCE:
        places, codes = rows.codes(space, start, AT_ONCE)
        some = len(places)
        if some:
            start = int(places[-1]) + 1
            yield places, codes
