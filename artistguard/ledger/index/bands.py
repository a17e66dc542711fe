"""Codes cut into bands: two codes that are near agree almost wholly in at least one band.

Were each of the bands of a pair to differ in more bits than were tried, the whole pair would differ in more bits than
asked for (pigeonhole). So whoever tries, for every band, all values within its share of the radius misses nothing.

Source: M. Norouzi, A. Punjani, D. J. Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing" (IEEE TPAMI
36(6), 2014), sections 2 and 3: the shares, and bands about as wide as the logarithm of the number of codes.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.index.protocol import CODE_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

NARROWEST = 8
WIDEST = 24
"""Table of the widest: 64 MiB."""
_WORD = 64


@dataclass(frozen=True, slots=True)
class Band:
    """Some bits of a code that lie together.

    Attributes:
        first: Number of the first bit; bit `i` is bit `i % 64`, counted from the least, of word `i // 64`.
        width: Bits.
    """

    first: int
    width: int

    def keys(self, words: NDArray[np.uint64]) -> NDArray[np.uint32]:
        """The band of each code as a number; shape (n, 4) gives (n,)."""
        word, shift = divmod(self.first, _WORD)
        found = words[:, word] >> np.uint64(shift)
        if shift + self.width > _WORD:
            found |= words[:, word + 1] << np.uint64(_WORD - shift)
        return (found & np.uint64((1 << self.width) - 1)).astype(np.uint32)


def cut(count: int) -> tuple[Band, ...]:
    """Bands for so many codes: all bits, each in one band, the narrower bands first."""
    widest = min(WIDEST, max(NARROWEST, math.ceil(math.log2(max(2, count)))))
    parts = math.ceil(CODE_BITS / widest)
    firsts = [CODE_BITS * part // parts for part in range(parts + 1)]
    return tuple(Band(first, end - first) for first, end in itertools.pairwise(firsts))


def shares(bands: Sequence[Band], radius: int) -> tuple[int, ...]:
    """How many bits may differ in each band so that nothing within the radius is missed.

    A pair within the radius has a band in which no more than its share differs, because the shares, each and one more,
    add up to more than the radius. -1 says that a band need not be looked at.
    """
    each, more = divmod(radius + 1, len(bands))
    order = sorted(range(len(bands)), key=lambda at: bands[at].width)
    wide = {at: each if rank < more else each - 1 for rank, at in enumerate(order)}
    return tuple(min(wide[at], band.width) for at, band in enumerate(bands))


def trials(bands: Sequence[Band], radius: int) -> int:
    """How many band values are tried for one code."""
    return sum(volume(band.width, share) for band, share in zip(bands, shares(bands, radius), strict=True))


def strays(bands: Sequence[Band], radius: int) -> float:
    """Part of all codes, if they were drawn evenly, that has to be looked at closely for one code."""
    each = zip(bands, shares(bands, radius), strict=True)
    return math.fsum(volume(band.width, share) / (1 << band.width) for band, share in each)


def volume(width: int, share: int) -> int:
    """How many values differ from one in at most so many of its bits."""
    return sum(math.comb(width, flipped) for flipped in range(share + 1))


@cache
def flips(width: int, share: int) -> NDArray[np.uint32]:
    """Every number of so many bits with at most a share of them set, the fewest first; shape (volume,)."""
    chosen = (bits for flipped in range(share + 1) for bits in itertools.combinations(range(width), flipped))
    found = np.fromiter((sum(1 << bit for bit in bits) for bits in chosen), np.uint32, volume(width, share))
    found.setflags(write=False)
    return found
