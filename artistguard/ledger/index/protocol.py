"""What an engine for similar codes does: exact answers, whatever the engine.

Two shapes. A `Shelf` is what look-ups ask: it belongs to one ledger and knows every kind of code. Where the database
searches by itself (PostgreSQL), that is all there is: its shelf asks with the very transaction it is given. Elsewhere
the shelf keeps a `FingerprintIndex` for each kind and fills it from the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Some = tuple[NDArray[np.int64], NDArray[np.uint8] | NDArray[np.uint64]]
    """Places, ascending, shape (n,), and their codes: shape (n, 32) in bytes, or (n, 4) in little-endian words."""


CODE_BYTES = 32
CODE_BITS = 8 * CODE_BYTES


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found for many codes at once, sorted by `queries`, then `distances`, then `places`.

    Attributes:
        queries: Shape (h,): number of the code that was asked for, from 0.
        places: Shape (h,): where the found code stands in the log.
        distances: Shape (h,): bits in which the two differ.
    """

    queries: NDArray[np.int64]
    places: NDArray[np.int64]
    distances: NDArray[np.uint16]

    @classmethod
    def sorted(cls, queries: NDArray[np.integer], places: NDArray[np.integer], distances: NDArray[np.integer]) -> Hits:
        """Hits in any order, put in order."""
        order = np.lexsort((places, distances, queries))
        return cls(queries[order].astype(np.int64), places[order].astype(np.int64), distances[order].astype(np.uint16))

    def before(self, size: int) -> Hits:
        """Only what a log of this size has."""
        kept = self.places < size
        return self if kept.all() else Hits(self.queries[kept], self.places[kept], self.distances[kept])


class Coded(Protocol):
    """One unchanging state of a ledger, as far as an index needs it."""

    def size(self) -> int:
        """How many entries there are."""
        ...

    def codes(self, space: str, start: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """The first places from `start` on, ascending, shape (n,) with n up to `most`; their codes, shape (n, 32)."""
        ...


class Shelf(Protocol):
    """The search for similar codes in one ledger, by any number of threads at a time."""

    def search(self, rows: Coded, space: str, codes: NDArray[np.uint8], radius: int) -> Hits:
        """Everything within a distance, in the state given: exactly what looking at each of its codes would find.

        Args:
            rows: That state; a database that searches by itself gets its own rows here.
            space: Kind of code.
            codes: Shape (q, 32); many at once cost far less than one at a time.
            radius: 0 to 256 bits.
        """
        ...

    def remove(self, space: str, places: NDArray[np.int64]) -> None:
        """Take codes out for good, after the ledger has deleted them; places that are not there are passed over."""
        ...

    def check(self, rows: Coded, space: str) -> bool:
        """Whether what is searched is what the ledger has, every bit of it."""
        ...

    def rebuild(self, rows: Coded, space: str) -> None:
        """Throw away what is derived, and make it anew from the ledger."""
        ...

    def close(self) -> None:
        """End what runs in the background, and let go of files."""
        ...


class Unfit(Exception):
    """What an index has kept is not what it wrote. It never leaves the shelf: all of it stands in the ledger too."""


class View(Protocol):
    """What an index held at one time; it is searched by any number of threads, whatever happens to the index."""

    def search(self, codes: NDArray[np.uint8], radius: int) -> Hits:
        """Everything within a distance.

        Args:
            codes: Shape (q, 32).
            radius: 0 to 256 bits.

        Raises:
            Unfit: What was kept does not read back.
        """
        ...

    def last(self) -> Some:
        """The last place that was kept in a file, and its code; nothing where there is no file."""
        ...

    def codes(self) -> Iterator[Some]:
        """Everything it holds, read back and compared with what was written, in the order of the log.

        Raises:
            Unfit: It is something else.
        """
        ...


class FingerprintIndex(Protocol):
    """256-bit codes of one kind, searched by Hamming distance; every answer equals that of looking at each code.

    An index is derived: it may be thrown away and filled again from the ledger at any time. One thread at a time.
    """

    @property
    def covers(self) -> int:
        """Size of the log up to which codes were added."""
        ...

    def add(self, batches: Iterable[Some], covers: int) -> None:
        """Add codes, a batch at a time; all of them or, where something came between, none: then `covers` tells.

        Args:
            batches: All ascending, none below `covers` as it was.
            covers: Size of the log that the index knows from now on.
        """
        ...

    def remove(self, places: NDArray[np.int64]) -> None:
        """Take codes out; places that are not there are passed over."""
        ...

    def clear(self) -> None:
        """Forget everything, so that it is filled again."""
        ...

    def view(self) -> View:
        """What it holds now."""
        ...

    def close(self) -> None:
        """End what runs in the background."""
        ...
