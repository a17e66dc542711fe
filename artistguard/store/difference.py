"""How to make the earlier file out of the later one: which stretches to copy, which bytes to keep.

Both files are read in pieces, so their size does not matter. What was only moved is found: equal beginnings and ends
first, then stretches along the same shift, then any block of the later file wherever it stood in the earlier one.

Source: A. Tridgell, "Efficient Algorithms for Sorting and Synchronization" (1999), chapter 3, for finding moved blocks
by a rolling hash; the hash here is R. Karp and M. Rabin's polynomial (IBM J. Res. Dev. 31(2), 1987) modulo 2**64.
What the hash finds is always compared byte by byte, and `wayback` proves the whole again.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Octets = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.uint64]

_PIECE = 1 << 20
_WINDOW = 1 << 18
_RUN = 32  # a copy costs 17 bytes to write down
_NEAR = 4096
_MOST_BLOCKS = 1 << 20
_FACTOR = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64; its bits are the golden ratio's
_INVERSE = pow(_FACTOR, -1, 1 << 64)
_SIEVE_BITS = 22
_MOST_COPIES = 1 << 18  # a file so different that it takes more is kept as it is from there on


@dataclass(frozen=True, slots=True)
class Copy:
    """Take `length` bytes of the later file, from `offset` on."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Keep:
    """Take these bytes: `length` of the earlier file, from `offset` on."""

    offset: int
    length: int


Step = Copy | Keep


class Content:
    """A file's bytes by offset.

    Attributes:
        size: In bytes.
    """

    def __init__(self, handle: BinaryIO) -> None:
        self._handle = handle
        self.size = handle.seek(0, 2)
        self._start = 0
        self._held = b""

    def at(self, offset: int, length: int) -> bytes:
        """The bytes from an offset on, fewer at the end of the file."""
        inside = offset - self._start
        if inside < 0 or inside + length > len(self._held):
            self._handle.seek(offset)
            self._held = self._handle.read(max(length, _WINDOW))
            self._start, inside = offset, 0
        return self._held[inside : inside + length]

    def octets(self, offset: int, length: int) -> Octets:
        """The same, as an array."""
        return np.frombuffer(self.at(offset, length), np.uint8)


def steps(before: Content, after: Content) -> Iterator[Step]:
    """The earlier file, from its first byte to its last, as copies of the later one and bytes to keep.

    Args:
        before: The earlier file.
        after: The later file.
    """
    shorter = min(before.size, after.size)
    head = _common(before, after, 0, 0, shorter)
    tail = _common_tail(before, after, shorter - head)
    middle = _Middle(before, after, (head, before.size - tail), (head, after.size - tail))
    if head:
        yield Copy(0, head)
    yield from middle.steps()
    if tail:
        yield Copy(after.size - tail, tail)


def _common(before: Content, after: Content, here: int, there: int, most: int) -> int:
    """How many bytes are equal from two offsets on."""
    done = 0
    while done < most:
        length = min(_PIECE if done else _NEAR, most - done)
        one, other = before.at(here + done, length), after.at(there + done, length)
        if one != other:
            return done + _first_difference(one, other)
        done += length
    return most


def _first_difference(one: bytes, other: bytes) -> int:
    length = min(len(one), len(other))
    unequal = np.frombuffer(one, np.uint8, length) != np.frombuffer(other, np.uint8, length)
    return int(np.argmax(unequal)) if unequal.any() else length


def _common_tail(before: Content, after: Content, most: int) -> int:
    done = 0
    while done < most:
        length = min(_PIECE, most - done)
        one = before.at(before.size - done - length, length)
        other = after.at(after.size - done - length, length)
        if one != other:
            return done + _first_difference(one[::-1], other[::-1])
        done += length
    return most


class _Middle:
    """What lies between the equal beginning and the equal end."""

    def __init__(self, before: Content, after: Content, here: tuple[int, int], there: tuple[int, int]) -> None:
        self._before, self._after = before, after
        self._start, self._end = here
        self._there = there
        self._shifts = list(dict.fromkeys((0, after.size - before.size)))
        self._blocks: _Blocks | None = None
        self._anchors: tuple[int, int, list[tuple[int, int]]] = (0, 0, [])

    def steps(self) -> Iterator[Step]:
        place = kept = self._start
        for _ in range(_MOST_COPIES):
            found = self._next(place) if place < self._end else None
            if found is None:
                break
            where, shift = found
            length = _common(self._before, self._after, where, where + shift, self._room(where, shift))
            if where > kept:
                yield Keep(kept, where - kept)
            yield Copy(where + shift, length)
            place = kept = where + length
            self._shifts = [shift, *(each for each in self._shifts if each != shift)][:4]
        if kept < self._end:
            yield Keep(kept, self._end - kept)

    def _room(self, where: int, shift: int) -> int:
        return min(self._end - where, self._after.size - where - shift)

    def _next(self, place: int) -> tuple[int, int] | None:
        """The next offset from which a run of the later file can be copied, with its shift."""
        near = self._near(place)
        if near is not None:
            return near
        if self._end - place <= _NEAR or self._there[1] - self._there[0] < _RUN:
            return None
        anchor = self._anchor(place)
        if anchor is None:
            return None
        where, shift = anchor
        return where - self._backwards(place, where, shift), shift

    def _near(self, place: int) -> tuple[int, int] | None:
        """A run that starts soon, along a shift that has served before."""
        best: tuple[int, int] | None = None
        for shift in self._shifts:
            if place + shift < 0:
                continue
            length = min(_NEAR, self._room(place, shift))
            if length < _RUN:
                continue
            start = _first_run(self._before.octets(place, length) == self._after.octets(place + shift, length))
            if start >= 0 and (best is None or place + start < best[0]):
                best = (place + start, shift)
        return best

    def _backwards(self, place: int, where: int, shift: int) -> int:
        most = min(where - place, where + shift, _PIECE)
        if most <= 0:
            return 0
        one = self._before.at(where - most, most)
        other = self._after.at(where + shift - most, most)
        return _first_difference(one[::-1], other[::-1])

    def _anchor(self, place: int) -> tuple[int, int] | None:
        """The next block of the later file that stands anywhere in the rest of the earlier one."""
        if self._blocks is None:
            self._blocks = _Blocks(self._after, *self._there)
        while place < self._end:
            start, end, anchors = self._anchors
            if not start <= place < end:
                start, end = place, min(place + _WINDOW, self._end)
                anchors = self._blocks.find(self._before, start, end, self._end)
                self._anchors = (start, end, anchors)
            for index in range(bisect_left(anchors, (place,)), len(anchors)):
                if self._holds(*anchors[index]):
                    return self._nearer(place, anchors, index)
            place = end
        return None

    def _nearer(self, place: int, anchors: list[tuple[int, int]], index: int) -> tuple[int, int]:
        """Of works that repeat themselves, the place that moved least rather than a like one far away."""
        first = anchors[index]
        if abs(first[1]) <= _PIECE:
            return first
        where, shift = min(anchors[index:], key=lambda anchor: abs(anchor[1]))
        reaches_back = where - self._backwards(place, where, shift) <= first[0]
        return (where, shift) if reaches_back and self._holds(where, shift) else first

    def _holds(self, where: int, shift: int) -> bool:
        return self._before.at(where, _RUN) == self._after.at(where + shift, _RUN)


def _first_run(equal: npt.NDArray[np.bool_]) -> int:
    """Where the first run of at least _RUN equal bytes starts, or -1."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], equal, [False])).view(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    long = np.flatnonzero(ends - starts >= _RUN)
    return int(starts[long[0]]) if long.size else -1


class _Blocks:
    """The blocks of the later file by their hash."""

    def __init__(self, after: Content, start: int, end: int) -> None:
        self._size = 512
        while (end - start) // self._size > _MOST_BLOCKS:
            self._size *= 2
        powers = np.full(_WINDOW + self._size, _FACTOR, np.uint64)
        inverse = np.full(_WINDOW + 1, _INVERSE, np.uint64)
        powers[0] = inverse[0] = 1
        self._powers: Numbers = np.cumprod(powers, dtype=np.uint64)
        self._inverse: Numbers = np.cumprod(inverse, dtype=np.uint64)
        hashes, offsets = [], []
        per_piece = _PIECE // self._size
        for piece in range(start, end, per_piece * self._size):
            count = min(per_piece, (end - piece) // self._size)
            if count > 0:
                octets = after.octets(piece, count * self._size).reshape(count, self._size)
                hashes.append((octets * self._powers[: self._size]).sum(axis=1, dtype=np.uint64))
                offsets.append(piece + np.arange(count, dtype=np.int64) * self._size)
        found = np.concatenate(hashes) if hashes else np.zeros(0, np.uint64)
        self._hashes, first = np.unique(found, return_index=True)
        self._offsets = (np.concatenate(offsets) if offsets else np.zeros(0, np.int64))[first]
        self._sieve = np.zeros(1 << _SIEVE_BITS, np.bool_)
        self._sieve[self._hashes >> np.uint64(64 - _SIEVE_BITS)] = True

    def find(self, before: Content, start: int, end: int, last: int) -> list[tuple[int, int]]:
        """Offsets in the earlier file where a block may stand, with the shift to it.

        Args:
            before: The earlier file.
            start: First offset looked at.
            end: Offset after the last looked at, at most a window further.
            last: Where the earlier file's middle ends.
        """
        octets = before.octets(start, min(end - start + self._size - 1, last - start))
        count = octets.size - self._size + 1
        if count <= 0 or not self._hashes.size:
            return []
        sums = np.zeros(octets.size + 1, np.uint64)
        np.cumsum(octets * self._powers[: octets.size], dtype=np.uint64, out=sums[1:])
        hashes = (sums[self._size :] - sums[:count]) * self._inverse[:count]
        maybe = np.flatnonzero(self._sieve[hashes >> np.uint64(64 - _SIEVE_BITS)])
        index = np.searchsorted(self._hashes, hashes[maybe])
        index[index == self._hashes.size] = 0
        sure = self._hashes[index] == hashes[maybe]
        places = maybe[sure] + start
        shifts = self._offsets[index[sure]] - places
        return list(zip(places.tolist(), shifts.tolist(), strict=True))
