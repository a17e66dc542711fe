"""Multi-index hashing over the tables of a segment: which band values are tried, and which codes that leads to.

Source: as for `bands`.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from artistguard.ledger.index.bands import flips, shares, strays, trials

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from artistguard.ledger.index.bands import Band

_TOGETHER = 1 << 16
"""Values tried at a time, so that what is in between stays near the processor."""
_MOST_CODES = 512
_STRAY = 4
"""Looking at a code somewhere in memory costs as much as trying so many values …"""
_SCANNED = 0.5
"""… and at one of all codes in a row so much."""


def pays(bands: Sequence[Band], radius: int, count: int) -> bool:
    """Whether trying bands is quicker than looking at every code."""
    return trials(bands, radius) + _STRAY * strays(bands, radius) * count < _SCANNED * count


@dataclass(frozen=True, slots=True)
class Trials:
    """What is tried for one code within a radius; p values in all.

    Attributes:
        bands: Of the segment.
        starts: Where the values of each band begin in the table; shape (m,).
        numbers: How many values are tried in each band; shape (m,).
        flipped: Bits to be flipped in the band, for each value; shape (p, 1).
    """

    bands: Sequence[Band]
    starts: NDArray[np.uint32]
    numbers: NDArray[np.int64]
    flipped: NDArray[np.uint32]

    @classmethod
    def of(cls, bands: Sequence[Band], radius: int) -> Self:
        """What has to be tried so that nothing within the radius is missed."""
        some = [flips(band.width, share) for band, share in zip(bands, shares(bands, radius), strict=True)]
        starts = itertools.accumulate((1 << band.width for band in bands[:-1]), initial=0)
        numbers = np.fromiter(map(len, some), np.int64, len(some))
        return cls(bands, np.fromiter(starts, np.uint32, len(some)), numbers, np.concatenate(some)[:, None])

    def portions(self, asked: NDArray[np.uint64]) -> Iterator[tuple[int, NDArray[np.uint64]]]:
        """As many codes at a time as there is room for, each portion with the number of its first."""
        size = max(1, min(_MOST_CODES, _TOGETHER // len(self.flipped)))
        for start in range(0, len(asked), size):
            yield start, asked[start : start + size]

    def runs(
        self, table: NDArray[np.uint32], asked: NDArray[np.uint64]
    ) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Where the postings of every value tried begin, and how many there are.

        Args:
            table: Of the segment.
            asked: Shape (q, 4).

        Returns:
            Shape (p, q) each: band after band, so that what is looked up lies together.
        """
        keys = np.stack([band.keys(asked) for band in self.bands])
        tried = np.repeat(keys, self.numbers, axis=0)
        tried ^= self.flipped
        tried += np.repeat(self.starts, self.numbers)[:, None]
        firsts = table.take(tried)
        tried += np.uint32(1)
        counts = table.take(tried)
        counts -= firsts
        return firsts, counts


def candidates(
    firsts: NDArray[np.uint32], counts: NDArray[np.uint32], postings: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows that runs of postings name, each with the number of its query.

    Args:
        firsts: Shape (p, q).
        counts: Shape (p, q).
        postings: Of the segment.

    Returns:
        Queries and rows, shape (c,) each; a row may come many times.
    """
    filled = np.flatnonzero(counts)
    number = counts.reshape(-1)[filled].astype(np.int64)
    ends = np.cumsum(number)
    # The k-th posting of a run that ends at e, of n in all, is number e - n + k of all of them.
    shifts = firsts.reshape(-1)[filled].astype(np.int64) + number - ends
    at = np.repeat(shifts, number)
    at += np.arange(len(at))
    return np.repeat(filled % counts.shape[1], number), postings.take(at).astype(np.int64)
