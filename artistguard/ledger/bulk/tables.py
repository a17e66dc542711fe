"""The tables of a snapshot, made from its lines alone: the same lines give the same bytes.

A table of keys is two arrays: the first 16 bytes of each key in order, and the places that have it. A reader finds a
key by bisection in the file as it lies on the disk, and compares the whole key with the line before it believes it.

Source: NumPy Enhancement Proposal 1 (the .npy format, version 1.0).
"""

from __future__ import annotations

import hashlib
import re
from array import array
from typing import IO, TYPE_CHECKING

import numpy as np

from artistguard.ledger.finding import SOUGHT
from artistguard.ledger.index.codes import codes_of
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from artistguard.messages.bulk import Line

KEY_BYTES = 16
CODE_BYTES = 32
ABOUT = ("work", "record", "supersedes")

_HEX = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)
_URN = "urn:uuid:"
_URN_CHARACTERS = 45


def key_of(value: str) -> bytes:
    """The 16 bytes under which a digest or URN is found: its own first ones, else those of its SHA-256."""
    if _HEX.match(value):
        return bytes.fromhex(value[: 2 * KEY_BYTES])
    if value.startswith(_URN) and len(value) == _URN_CHARACTERS:
        try:
            return bytes.fromhex(value.removeprefix(_URN).replace("-", ""))
        except ValueError:
            pass
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()[:KEY_BYTES]


class Tables:
    """Gathers tables while the lines go by."""

    def __init__(self) -> None:
        self._keys = {name: bytearray() for name in (*SOUGHT, *ABOUT)}
        self._places = {name: array("q") for name in self._keys}
        self._codes: dict[str, bytearray] = {}
        self._coded: dict[str, array[int]] = {}
        self._offsets = array("q", [0])

    def add(self, line: Line, length: int) -> None:
        """Take in the next line.

        Args:
            line: Whatever it is about.
            length: Bytes that it takes.
        """
        self._offsets.append(self._offsets[-1] + length)
        for name, value in _sought(line):
            self._keys[name] += key_of(value)
            self._places[name].append(line.index)
        codes = codes_of(line.values, Medium(line.medium)) if line.distinctive and line.medium else {}
        for space, code in codes.items():
            self._codes.setdefault(space, bytearray()).extend(code)
            self._coded.setdefault(space, array("q")).append(line.index)

    def write(self) -> Iterator[tuple[str, NDArray[np.generic]]]:
        """Every table with the name of its file."""
        yield "offsets.npy", np.frombuffer(self._offsets, "<i8")
        for name, keys in self._keys.items():
            raw = np.frombuffer(bytes(keys), f"V{KEY_BYTES}")
            order = np.lexsort((np.frombuffer(self._places[name], "<i8"), *_columns(keys)))
            yield f"{name}.keys.npy", raw[order].view(np.uint8).reshape(-1, KEY_BYTES)
            yield f"{name}.places.npy", np.frombuffer(self._places[name], "<i8")[order]
        for space, codes in self._codes.items():
            yield f"{space}.codes.npy", np.frombuffer(bytes(codes), np.uint8).reshape(-1, CODE_BYTES)
            yield f"{space}.at.npy", np.frombuffer(self._coded[space], "<i8")


def save(target: IO[bytes], table: NDArray[np.generic]) -> None:
    """Write a table as a file of its own."""
    np.lib.format.write_array(target, np.ascontiguousarray(table), version=(1, 0), allow_pickle=False)


def places_of(keys: NDArray[np.uint8], places: NDArray[np.int64], values: Iterable[str]) -> list[int]:
    """Where any of some keys may stand, oldest first.

    Args:
        keys: Shape (n, 16), sorted.
        places: Shape (n,).
        values: Whole keys.
    """
    wanted = np.frombuffer(b"".join(map(key_of, values)), f"S{KEY_BYTES}")
    # Text of one fixed length compares byte by byte.
    rows = keys.reshape(-1).view(f"S{KEY_BYTES}")
    first, last = np.searchsorted(rows, wanted, "left"), np.searchsorted(rows, wanted, "right")
    found = {place for hit in np.flatnonzero(first < last) for place in places[first[hit] : last[hit]].tolist()}
    return sorted(found)


def _sought(line: Line) -> Iterator[tuple[str, str]]:
    for name in SOUGHT:
        if name in line.values:
            yield name, line.values[name]
    for name in ABOUT:
        if value := str(getattr(line, name)):
            yield name, value


def _columns(keys: bytearray) -> tuple[NDArray[np.uint64], ...]:
    """The keys as two numbers each, the more significant last as `lexsort` wants it."""
    halves = np.frombuffer(bytes(keys), ">u8").reshape(-1, 2)
    return (halves[:, 1], halves[:, 0])
