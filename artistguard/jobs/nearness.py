"""Finding codes that are near one another without comparing each with each.

Source: S. Norouzi, A. Punjani, D. J. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", CVPR 2012, section
3: codes that differ in few bits agree in at least one of many short pieces.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.fingerprints import iscc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PIECE = 2
_CLOSE = 64
"""Bits of 256 up to which a pair is worth a real comparison."""
_NEIGHBOURS = 8
UNRELATED = 100
"""Bits of 256 beyond which two codes speak against one another; unrelated ones are near 128."""


def body(code: str) -> bytes:
    """The bytes of a code of 256 bits, ISCC or hexadecimal; empty where it is none."""
    try:
        found = iscc.bits_of(code) if code.startswith("ISCC:") else bytes.fromhex(code)
    except (Damaged, ValueError):
        return b""
    return found if len(found) * 8 == iscc.BITS else b""


def distance(one: str, other: str) -> int:
    """Bits by which two codes differ; 0 where one of them does not read back."""
    first, second = body(one), body(other)
    return iscc.hamming(first, second) if first and second else 0


def pairs(codes: Mapping[int, bytes]) -> Iterator[tuple[int, int]]:
    """Pairs that agree in a piece of 16 bits and differ in few bits on the whole.

    Args:
        codes: Place to code, all of one length.

    Yields:
        Each pair once, the lower place first. Where very many share a piece each is held against a few neighbours only.
    """
    pieces: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for place in sorted(codes):
        for start in range(0, len(codes[place]), _PIECE):
            pieces[start, codes[place][start : start + _PIECE]].append(place)
    seen: set[tuple[int, int]] = set()
    for places in pieces.values():
        # Neighbours by code rather than by name, so that what is cut off is what is farthest.
        for one, other in neighbours(sorted(places, key=lambda each: (codes[each], each))):
            pair = (min(one, other), max(one, other))
            if pair not in seen:
                seen.add(pair)
                if iscc.hamming(codes[one], codes[other]) <= _CLOSE:
                    yield pair


def neighbours(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each place with the few that follow it: all pairs of a short row, a bounded number of a long one."""
    for index, one in enumerate(places):
        for other in places[index + 1 : index + 1 + _NEIGHBOURS]:
            yield one, other


def star(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Enough pairs to hold a row together: each with the first, and each with the next."""
    yield from ((places[0], other) for other in places[2:])
    yield from pairwise(places)
