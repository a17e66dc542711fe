"""The files of one index: segments that follow one another, and the places that were taken out of them since.

Each file is written whole under another name, brought safely to the disk, and then named; a name tells what a file
holds, so the names alone are the state. Whoever reads may be interrupted by nobody: a file that another process
deletes stays mapped. One process builds at a time.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.disk import alone, sync_folder
from artistguard.ledger.index.filling import fill
from artistguard.ledger.index.protocol import Unfit
from artistguard.ledger.index.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Some

_SEGMENT = re.compile(r"(\d{12})-(\d{12})\.[0-9a-f]{16}\.codes")
_REMOVED = re.compile(r"removed\.([0-9a-f]{16})\.places")
_LOCK = "lock"
_DRAFT = "draft"
_PLACE = np.dtype("<i8")
_TIER = 3
"""A segment is written anew together with what follows when it is at most so many times as large."""
NOTHING = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a folder held at one time.

    Attributes:
        names: Of the files.
        segments: One after another, from the beginning of the log.
        removed: Places taken out, ascending.
    """

    names: frozenset[str]
    segments: tuple[Segment, ...]
    removed: NDArray[np.int64]

    @property
    def covers(self) -> int:
        """Size of the log up to which the segments reach."""
        return self.segments[-1].about.covers if self.segments else 0


EMPTY = Kept(frozenset(), (), NOTHING)


class Folder:
    """The files of the index of one kind of code.

    Args:
        path: Of the folder; made by the first segment.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> frozenset[str]:
        """Every file that counts."""
        try:
            found = [path.name for path in self.path.iterdir()]
        except OSError:
            return frozenset()
        return frozenset(name for name in found if _SEGMENT.fullmatch(name) or _REMOVED.fullmatch(name))

    def load(self) -> Kept:
        """Open what is there; what does not read back is passed over, and the next who builds deletes it."""
        names = self.names()
        return Kept(names, tuple(self._chain(names)), self._removed(names))

    def grow(self, first: int, covers: int, batches: Iterable[Some], count: int, turn: Callable[[], None]) -> bool:
        """Keep what follows on the segments there are.

        Args:
            first: Size of the log from which it follows.
            covers: Size of the log to which it reaches.
            batches: Places, ascending, and codes as words.
            count: How many codes there are, about: segments not much larger are written anew with them.
            turn: Called now and then; whatever it raises ends the work, and nothing has changed.

        Returns:
            False where another process is building, or has built.

        Raises:
            Unfit: A segment is not what was written.
            OSError: The disk is full, or the folder cannot be written.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with alone(self.path / _LOCK) as mine:
            kept = self.load()
            if not mine or kept.covers != first:
                return False
            staying = list(kept.segments)
            absorbed: list[Segment] = []
            while staying and len(staying[-1]) <= _TIER * count:
                absorbed.insert(0, staying.pop())
                count += len(absorbed[0])
            start = absorbed[0].about.first if absorbed else first
            whole = itertools.chain(*(_checked(segment, turn) for segment in absorbed), batches)
            name = self._write(start, covers, (without(batch, kept.removed) for batch in whole), turn)
            gone = kept.removed[(kept.removed < start) | (kept.removed >= covers)]
            # Places that were taken out meanwhile are in files of their own, which stay.
            self._sweep({*kept.names, _DRAFT} - {name, *(each.path.name for each in staying), *self._keep(gone)})
        return True

    def remove(self, places: NDArray[np.int64]) -> None:
        """Note places that are taken out, for every process, also one that has them in memory or is building.

        Raises:
            OSError: The folder cannot be written.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        self._keep(np.unique(places))

    def clear(self) -> None:
        """Delete everything."""
        if self.path.exists():
            with contextlib.suppress(OSError), alone(self.path / _LOCK, wait=True):
                self._sweep({path.name for path in self.path.iterdir() if not path.name.startswith(_LOCK)})

    def _chain(self, names: frozenset[str]) -> Iterator[Segment]:
        """Segments that follow on one another, the longest wherever there are several."""
        spans = sorted((int(found[1]), -int(found[2]), name) for name in names if (found := _SEGMENT.fullmatch(name)))
        covers = 0
        for first, end, name in spans:
            if first == covers and -end > covers:
                with contextlib.suppress(Unfit):
                    segment = Segment.open(self.path / name)
                    covers = segment.about.covers
                    yield segment

    def _removed(self, names: frozenset[str]) -> NDArray[np.int64]:
        found = [NOTHING]
        for name in names:
            if match := _REMOVED.fullmatch(name):
                with contextlib.suppress(OSError):
                    content = (self.path / name).read_bytes()
                    if _digest(content) == match[1]:
                        found.append(np.frombuffer(content, _PLACE))
        return np.unique(np.concatenate(found))

    def _write(self, first: int, covers: int, batches: Iterable[Some], turn: Callable[[], None]) -> str:
        with (self.path / _DRAFT).open("wb+") as file:
            digest = fill(file, (first, covers), batches, turn)
            file.flush()
            os.fsync(file.fileno())
        return self._name(_DRAFT, f"{first:012}-{covers:012}.{digest[:16]}.codes")

    def _keep(self, removed: NDArray[np.int64]) -> set[str]:
        if not len(removed):
            return set()
        content = removed.astype(_PLACE).tobytes()
        draft = f"{_DRAFT}-{secrets.token_hex(8)}"
        with (self.path / draft).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        return {self._name(draft, f"removed.{_digest(content)}.places")}

    def _name(self, draft: str, name: str) -> str:
        """Give a draft its name, for good."""
        (self.path / draft).replace(self.path / name)
        sync_folder(self.path)
        return name

    def _sweep(self, names: Iterable[str]) -> None:
        """Delete files; what a system does not let go while it is mapped goes the next time."""
        for name in names:
            with contextlib.suppress(OSError):
                (self.path / name).unlink()


def without(batch: Some, removed: NDArray[np.int64]) -> Some:
    """Codes without those at some places."""
    places, words = batch
    if not len(removed):
        return batch
    kept = ~np.isin(places, removed)
    return places[kept], words[kept]


def _checked(segment: Segment, turn: Callable[[], None]) -> Iterator[Some]:
    """What a segment holds, once it was compared with its digest."""
    turn()
    segment.check()
    yield from segment.batches()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
