"""The index of many codes: segments in files, and what came since in memory until it is worth a segment."""

from __future__ import annotations

import itertools
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np

from artistguard.errors import StoreProblem
from artistguard.ledger.index.folder import EMPTY, Folder, Kept, without
from artistguard.ledger.index.protocol import Hits, Unfit
from artistguard.ledger.index.scan import ScanIndex
from artistguard.ledger.index.scanning import joined, scan, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Some
    from artistguard.ledger.index.scan import Held
    from artistguard.ledger.index.scanning import Pairs

SCANNED = 50_000
"""Codes that are looked at one after another: up to here that is as quick as anything."""
_MANY = 1_000_000
"""Codes that go to the disk at once when they come at once, past the memory; a work of more than a second or two."""
_SHARE = 64
"""Codes asked for that are worth a thread of their own."""


class _Grown(Enum):
    HERE = auto()
    ELSEWHERE = auto()
    """Nothing of what was given was looked at."""
    NOT = auto()


class _GivenUp(Exception):
    """The index was closed in the middle of a long work, which the next one that opens it takes up."""


@dataclass(frozen=True, slots=True)
class Several:
    """Segments and what came since. See View.

    Attributes:
        kept: Segments and the places taken out of them.
        held: What came since.
        each: Does something for each of many, side by side.
    """

    kept: Kept
    held: Held
    each: Callable[..., Iterable[list[Pairs]]]

    def search(self, codes: NDArray[np.uint8], radius: int) -> Hits:
        """See View."""
        asked = words(codes)
        starts = range(0, len(asked), _SHARE)
        each = self.each if len(starts) > 1 else map
        found = each(lambda start: self._search(asked[start : start + _SHARE], radius), starts)
        pairs = [
            (queries + start, places, apart)
            for start, some in zip(starts, found, strict=True)
            for queries, places, apart in some
        ]
        return Hits.sorted(*joined(pairs))

    def last(self) -> Some:
        """See View."""
        if not self.kept.segments:
            return self.held.last()
        segment = self.kept.segments[-1]
        return segment.places[-1:].astype(np.int64) + segment.about.first, segment.words[-1:]

    def codes(self) -> Iterator[Some]:
        """See View."""
        for segment in self.kept.segments:
            segment.check()
            for batch in segment.batches():
                yield without(batch, self.kept.removed)
        for batch in self.held.codes():
            yield without(batch, self.kept.removed)

    def _search(self, asked: NDArray[np.uint64], radius: int) -> list[Pairs]:
        found = [segment.search(asked, radius) for segment in self.kept.segments]
        queries, rows, apart = scan(self.held.words, asked, radius)
        found.append((queries, self.held.places[rows], apart))
        if not len(self.kept.removed):
            return found
        stays = [~np.isin(places, self.kept.removed) for _, places, _ in found]
        return [(q[stay], p[stay], d[stay]) for (q, p, d), stay in zip(found, stays, strict=True)]


class SegmentIndex:
    """See FingerprintIndex.

    Args:
        folder: Where its segments are; of one kind of code, for nothing else.
        scanned: How many codes stay in memory.
    """

    def __init__(self, folder: Path, scanned: int = SCANNED) -> None:
        self._folder = Folder(folder)
        self._scanned = scanned
        self._kept = EMPTY
        self._recent = ScanIndex()
        self._writable = True
        self._spoilt = False
        self._builder: threading.Thread | None = None
        self._closing = threading.Event()
        self._crew = ThreadPoolExecutor(os.cpu_count(), "index")

    @property
    def covers(self) -> int:
        """See FingerprintIndex; segments that another process wrote count as well."""
        if self._spoilt:
            self.clear()
        if self._folder.names() != self._kept.names:
            self._take(self._folder.load())
        return self._recent.covers

    def add(self, batches: Iterable[Some], covers: int) -> None:
        """See FingerprintIndex."""
        batches, taken, count = iter(batches), [*self._recent.view().codes()], 0
        for batch in batches:
            taken.append(batch)
            count += len(batch[0])
            if count >= _MANY and self._writable:
                grown = self._grow(itertools.chain(taken, batches), covers, count, _go_on)
                if grown is not _Grown.ELSEWHERE:
                    return  # what could not be written is asked for again
        self._recent.add(taken[1:], covers)
        if len(self._recent) >= self._scanned and self._writable and not self._building():
            self._build()

    def remove(self, places: NDArray[np.int64]) -> None:
        """See FingerprintIndex."""
        self._recent.remove(places)
        try:
            self._folder.remove(places)
        except OSError as problem:
            raise StoreProblem(f"the index {self._folder.path} cannot be written: {problem.strerror}") from problem

    def clear(self) -> None:
        """See FingerprintIndex."""
        self._finish()
        self._folder.clear()
        self._kept, self._recent, self._spoilt = EMPTY, ScanIndex(), False

    def view(self) -> Several:
        """See FingerprintIndex."""
        return Several(self._kept, self._recent.view(), self._crew.map)

    def close(self) -> None:
        """See FingerprintIndex."""
        self._closing.set()
        self._finish()
        self._crew.shutdown()

    def _take(self, kept: Kept) -> None:
        """Go on with what is in the folder now, unless less is there than was."""
        if kept.covers < self._kept.covers:
            # Somebody deleted files. They stay mapped here, and nothing of the ledger must be missed.
            kept = Kept(kept.names, self._kept.segments, kept.removed)
        recent = ScanIndex(max(kept.covers, self._recent.covers))
        places, codes = without((self._recent.view().places, self._recent.view().words), kept.removed)
        since = places >= kept.covers
        recent.add([(places[since], codes[since])], recent.covers)
        self._kept, self._recent = kept, recent

    def _building(self) -> bool:
        return self._builder is not None and self._builder.is_alive()

    def _build(self) -> None:
        """Make a segment of what came since, in the background."""
        recent = self._recent.view()
        short = len(recent.places) + sum(map(len, self._kept.segments)) <= _MANY
        work = (recent.codes(), self._recent.covers, len(recent.places), _go_on if short else self._turn)
        self._builder = threading.Thread(target=self._grow, args=work, name="index")
        self._builder.start()

    def _grow(self, batches: Iterable[Some], covers: int, count: int, turn: Callable[[], None]) -> _Grown:
        try:
            grown = self._folder.grow(self._kept.covers, covers, batches, count, turn)
        except _GivenUp:
            return _Grown.NOT
        except Unfit:
            self._spoilt = True
            return _Grown.NOT
        except OSError:
            self._writable = False
            return _Grown.NOT
        return _Grown.HERE if grown else _Grown.ELSEWHERE

    def _turn(self) -> None:
        if self._closing.is_set():
            raise _GivenUp

    def _finish(self) -> None:
        if self._builder is not None:
            self._builder.join()
            self._builder = None


def _go_on() -> None:
    """What somebody waits for, or is soon done, is not given up."""
