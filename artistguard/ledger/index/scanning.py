"""Looking at every code: exact by nature, in blocks small enough to stay near the processor.

Source: population count of the exclusive or (Hamming distance), as numpy.bitwise_count computes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.index.protocol import CODE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Pairs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint16]]

WORDS = CODE_BYTES // 8
_BLOCK = 8192
"""Codes looked at together: 256 KiB, and as much again in between."""
_TOGETHER = 32
"""Codes asked for that share one pass: 8 MiB in between."""
_ONES = np.uint32(0x01010101)
_TOP = np.uint32(24)


def words(codes: NDArray[np.uint8] | NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Codes as four words each.

    Args:
        codes: Shape (n, 32), or (n, 4) already.

    Returns:
        Shape (n, 4), little-endian.
    """
    return np.ascontiguousarray(codes).view("<u8").reshape(-1, WORDS)


def scan(stored: NDArray[np.uint64], asked: NDArray[np.uint64], radius: int) -> Pairs:
    """Every pair within a distance.

    Args:
        stored: Shape (n, 4).
        asked: Shape (q, 4).
        radius: 0 to 256 bits.

    Returns:
        Of each pair the row in `asked`, the row in `stored`, and the distance; shape (h,) each, in no order.
    """
    return joined([_exactly(stored, asked, *pair, radius) for pair in _nearly(stored, asked, radius)])


def joined(found: Sequence[Pairs]) -> Pairs:
    """Pairs from several places."""
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint16)
    queries, rows, apart = (np.concatenate(part) for part in zip(*found, strict=True))
    return queries, rows, apart


def distances(ones: NDArray[np.uint64], others: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """Bits in which codes differ, row by row; shape (n, 4) each gives (n,)."""
    apart: NDArray[np.uint16] = np.bitwise_count(ones ^ others).sum(axis=1, dtype=np.uint16)
    return apart


def sums(differences: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The distances of exclusive ors, quickly, but 0 where all 256 bits differ: four counts added in one product.

    Args:
        differences: Shape (4 n,) or (n, 4).

    Returns:
        Shape (n,).
    """
    counts = np.bitwise_count(differences).reshape(-1).view(np.uint32)
    return (counts * _ONES) >> _TOP


def _nearly(stored: NDArray[np.uint64], asked: NDArray[np.uint64], radius: int) -> Iterator[tuple[int, Rows]]:
    """Number of a query and rows near it, or as far as can be."""
    for first in range(0, len(asked), _TOGETHER):
        for query, rows in _passing(stored.reshape(-1), asked[first : first + _TOGETHER], radius):
            yield first + query, rows


def _passing(flat: NDArray[np.uint64], asked: NDArray[np.uint64], radius: int) -> Iterator[tuple[int, Rows]]:
    tiles = np.tile(asked, (1, min(_BLOCK, max(1, len(flat) // WORDS))))
    differences = np.empty(tiles.shape[1], np.uint64)
    for start in range(0, len(flat), len(differences)):
        block = flat[start : start + len(differences)]
        for query, tile in enumerate(tiles):
            near = sums(np.bitwise_xor(block, tile[: len(block)], out=differences[: len(block)])) <= radius
            if near.any():
                yield query, np.flatnonzero(near) + start // WORDS


def _exactly(stored: NDArray[np.uint64], asked: NDArray[np.uint64], query: int, rows: Rows, radius: int) -> Pairs:
    apart = distances(stored[rows], asked[query])
    kept = apart <= radius
    return np.full(int(kept.sum()), query, np.int64), rows[kept], apart[kept]
