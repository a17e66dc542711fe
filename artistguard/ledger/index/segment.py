"""A segment: some codes that never change, in a file that any number of processes map into their memory.

The file holds, one after another and little-endian: the codes, four 64-bit words each, in the order of their places;
the places, as 32-bit distances from the first; a table with, for every value of every band, where its postings begin,
and one end; and the postings themselves, 32-bit rows of the codes that have that value. A description in JSON follows,
then its length, its SHA-256 and eight bytes that say what this is. The file is written whole under another name first,
so one that is shorter, or has another end, was never one of ours.
"""

from __future__ import annotations

import hashlib
import mmap
from typing import TYPE_CHECKING, Annotated, Self

import msgspec
import numpy as np
from msgspec import Meta

from artistguard.ledger.index.bands import Band
from artistguard.ledger.index.protocol import Unfit
from artistguard.ledger.index.scanning import WORDS, distances, joined, scan, sums
from artistguard.ledger.index.trying import Trials, candidates, pays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Some
    from artistguard.ledger.index.scanning import Pairs

MAGIC = b"agcodes1"
WORD, SHORT = np.dtype("<u8"), np.dtype("<u4")
_LENGTH = 8
TAIL = _LENGTH + hashlib.sha256().digest_size + len(MAGIC)
MOST = 1 << 27
"""Codes in one segment, so that postings of all bands are counted in 32 bits."""
_AT_ONCE = 1 << 18
_CROWD = 8
"""Where this part of all codes would have to be looked at, one after another costs less than here and there."""


class About(msgspec.Struct, frozen=True):
    """What a segment says of itself.

    Attributes:
        first: Size of the log from which it covers.
        covers: Size of the log to which it covers.
        count: Codes.
        bands: Where each begins and how wide it is, in bits.
        digest: SHA-256 of everything before the description, hexadecimal.
    """

    first: Annotated[int, Meta(ge=0)]
    covers: Annotated[int, Meta(ge=0)]
    count: Annotated[int, Meta(ge=0, le=MOST)]
    bands: tuple[tuple[int, int], ...]
    digest: str

    def cut(self) -> tuple[Band, ...]:
        """The bands."""
        return tuple(Band(*band) for band in self.bands)


class Segment:
    """Codes to search; as many threads at a time as wish.

    Attributes:
        path: Of the file.
        about: What it says of itself.
        places: Shape (n,), ascending.
        words: Shape (n, 4).
    """

    def __init__(self, path: Path, about: About, held: mmap.mmap) -> None:
        self.path = path
        self.about = about
        self._bands = about.cut()
        self._held = held
        words, places, table, postings = parts(about.count, self._bands)
        self.words = np.frombuffer(held, WORD, *words).reshape(-1, WORDS)
        self.places = np.frombuffer(held, SHORT, *places)
        self._table = np.frombuffer(held, SHORT, *table)
        self._postings = np.frombuffer(held, SHORT, *postings)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map a file.

        Raises:
            Unfit: It is none, or not all of one.
        """
        try:
            with path.open("rb") as file:
                held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as problem:
            raise Unfit(path.name) from problem
        return cls(path, _describe(held, path.name), held)

    def __len__(self) -> int:
        return self.about.count

    def check(self) -> None:
        """Read everything and compare it with its digest.

        Raises:
            Unfit: It is not what was written.
        """
        if (
            hashlib.sha256(memoryview(self._held)[: length(self.about.count, self._bands)]).hexdigest()
            != self.about.digest
        ):
            raise Unfit(self.path.name)

    def batches(self) -> Iterator[Some]:
        """All places, and codes as words, some at a time."""
        for start in range(0, len(self), _AT_ONCE):
            here = slice(start, start + _AT_ONCE)
            yield self.places[here].astype(np.int64) + self.about.first, self.words[here]

    def search(self, asked: NDArray[np.uint64], radius: int) -> Pairs:
        """Every pair within a distance, see `scan`; places of the log stand where that has rows.

        Raises:
            Unfit: Its tables lead nowhere.
        """
        try:
            queries, rows, apart = self._pairs(asked, radius)
        except IndexError as problem:
            raise Unfit(self.path.name) from problem
        return queries, self.places[rows].astype(np.int64) + self.about.first, apart

    def _pairs(self, asked: NDArray[np.uint64], radius: int) -> Pairs:
        if not pays(self._bands, radius, len(self)):
            return scan(self.words, asked, radius)
        trials = Trials.of(self._bands, radius)
        found = [
            (queries + start, rows, apart)
            for start, some in trials.portions(asked)
            for queries, rows, apart in self._tried(trials, some, radius)
        ]
        return joined(found)

    def _tried(self, trials: Trials, asked: NDArray[np.uint64], radius: int) -> Iterator[Pairs]:
        firsts, counts = trials.runs(self._table, asked)
        if counts.max(initial=0) > len(self):
            raise Unfit(self.path.name)
        crowded = np.flatnonzero(counts.sum(axis=0, dtype=np.int64) > len(self) // _CROWD)
        if len(crowded):
            counts[:, crowded] = 0
            queries, rows, apart = scan(self.words, asked[crowded], radius)
            yield crowded[queries], rows, apart
        yield self._near(*candidates(firsts, counts, self._postings), asked, radius)

    def _near(
        self, queries: NDArray[np.int64], rows: NDArray[np.int64], asked: NDArray[np.uint64], radius: int
    ) -> Pairs:
        """Of the candidates those that are near, once each."""
        close = np.flatnonzero(sums(self.words.take(rows, axis=0) ^ asked.take(queries, axis=0)) <= radius)
        queries, rows = np.divmod(np.unique(queries[close] * len(self) + rows[close]), len(self))
        apart = distances(self.words[rows], asked[queries])
        kept = apart <= radius
        return queries[kept], rows[kept], apart[kept]


def length(count: int, bands: Sequence[Band]) -> int:
    """Bytes before the description."""
    *_, (values, start) = parts(count, bands)
    return start + values * SHORT.itemsize


def parts(count: int, bands: Sequence[Band]) -> Iterator[tuple[int, int]]:
    """How many values each part has, and at which byte it starts: words, places, table, postings."""
    table = sum(1 << band.width for band in bands) + 1
    start = 0
    for kind, values in ((WORD, WORDS * count), (SHORT, count), (SHORT, table), (SHORT, count * len(bands))):
        yield values, start
        start += values * kind.itemsize


def described(about: About) -> bytes:
    """The end of a file."""
    text = msgspec.json.encode(about)
    return text + len(text).to_bytes(_LENGTH, "little") + hashlib.sha256(text).digest() + MAGIC


def _describe(held: mmap.mmap, name: str) -> About:
    """What a file says of itself; only that much of it is read.

    Raises:
        Unfit: It is not one that was written whole.
    """
    tail = held[-TAIL:]
    size = int.from_bytes(tail[:_LENGTH], "little")
    text = held[max(0, len(held) - TAIL - size) : max(0, len(held) - TAIL)]
    if tail[_LENGTH:] != hashlib.sha256(text).digest() + MAGIC:
        raise Unfit(name)
    try:
        about = msgspec.json.decode(text, type=About)
    except msgspec.MsgspecError as problem:
        raise Unfit(name) from problem
    if len(held) != length(about.count, about.cut()) + len(text) + TAIL:
        raise Unfit(name)
    return about
