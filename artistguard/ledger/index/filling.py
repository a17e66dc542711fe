"""Writing a segment: the codes stream to the disk, then each band is sorted; 30 bytes of memory a code are enough."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

from artistguard.ledger.index.bands import cut
from artistguard.ledger.index.scanning import WORDS, words
from artistguard.ledger.index.segment import SHORT, WORD, About, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import BinaryIO

    from numpy.typing import NDArray

    from artistguard.ledger.index.bands import Band
    from artistguard.ledger.index.protocol import Some

_KEY = np.uint64(32)


class _Digested:
    """A file and the digest of what was written to it.

    Args:
        file: Empty.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.digest = hashlib.sha256()

    def write(self, values: NDArray[np.integer], kind: np.dtype[np.integer]) -> None:
        """Append numbers, little-endian."""
        part = np.ascontiguousarray(values, kind).reshape(-1).view(np.uint8).data
        self.file.write(part)
        self.digest.update(part)


def fill(file: BinaryIO, span: tuple[int, int], batches: Iterable[Some], turn: Callable[[], None]) -> str:
    """Write a segment.

    Args:
        file: Empty, on a disk, for writing and reading.
        span: Sizes of the log from which and to which it covers.
        batches: Places within the span, and codes.
        turn: Called now and then; whatever it raises ends the work.

    Returns:
        Its digest, hexadecimal.
    """
    out = _Digested(file)
    places = [np.empty(0, SHORT)]
    for some, codes in batches:
        out.write(words(codes), WORD)
        places.append((some - span[0]).astype(SHORT))
        turn()
    count = sum(map(len, places))
    out.write(np.concatenate(places), SHORT)
    file.flush()
    bands = cut(count)
    # An empty file cannot be mapped.
    stored = np.memmap(file, WORD, "r", shape=(count, WORDS)) if count else np.empty((0, WORDS), WORD)
    _tables(out, stored, bands, turn)
    for band in bands:
        turn()
        out.write(_postings(band.keys(stored)), SHORT)
    about = About(*span, count, tuple((band.first, band.width) for band in bands), out.digest.hexdigest())
    file.write(described(about))
    return about.digest


def _tables(out: _Digested, words: NDArray[np.uint64], bands: Sequence[Band], turn: Callable[[], None]) -> None:
    """Where the postings of every value begin, counted through all bands, and where the last one ends."""
    for number, band in enumerate(bands):
        turn()
        counts = np.bincount(band.keys(words), minlength=1 << band.width)
        out.write(np.cumsum(counts) - counts + number * len(words), SHORT)
    out.write(np.array([len(bands) * len(words)]), SHORT)


def _postings(keys: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Rows in the order of their keys: key and row sorted as one number, which is the quickest."""
    both = keys.astype(np.uint64) << _KEY
    both |= np.arange(len(keys), dtype=np.uint64)
    both.sort()
    return both & np.uint64((1 << 32) - 1)
