"""The tiles in which a log's hashes and entries are stored and published.

A tile holds up to 256 neighbouring hashes of every eighth level of the tree; what lies between is computed from it.

Source: C2SP tlog-tiles (c2sp.org/tlog-tiles), sections "Merkle Tree", "Partial Tiles" and "Log entries".
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from artistguard.errors import ProofProblem
from artistguard.transparency.merkle import HASH_BYTES, Leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HEIGHT = 8
WIDTH = 1 << HEIGHT
ENTRY_BYTES = 65535
"""Longest entry: its length is a 16-bit number (tlog-tiles, "Log entries")."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Which tile.

    Attributes:
        level: 0 holds leaf hashes; every further one the roots of full tiles below.
        number: From 0 within the level.
    """

    level: int
    number: int

    def path(self, width: int = WIDTH) -> str:
        """Where it is published, below the log's address.

        Args:
            width: How many hashes it holds; 256 for a full one.
        """
        return f"tile/{self.level}/{_number(self.number, width)}"


class Tiles(Protocol):
    """Whatever keeps tiles."""

    def tile(self, place: Place) -> bytes:
        """The hashes of one tile, one after another; empty where there is none."""
        ...


class TileNodes:
    """Any node of the tree, computed from tiles and remembered: made anew for each batch of proofs.

    Args:
        tiles: Where they are kept.
    """

    def __init__(self, tiles: Tiles) -> None:
        self._tiles = tiles
        self._kept: dict[tuple[int, int], Leaves] = {}

    def node(self, level: int, index: int) -> bytes:
        """See Nodes.

        Raises:
            ProofProblem: The tile that should hold it is too short.
        """
        above, inside = divmod(level, HEIGHT)
        number, at = divmod(index, WIDTH >> inside)
        tile = self._kept.get((above, number))
        if tile is None:
            # The hashes between two stored levels are computed at once: at most 255 of them.
            tile = self._kept[above, number] = Leaves(_hashes(self._tiles.tile(Place(above, number))))
        found = tile.find(inside, at)
        if found is None:
            raise ProofProblem(f"the log lacks hash {at << inside} of {Place(above, number).path()}")
        return found


def _hashes(content: bytes) -> list[bytes]:
    return [content[i : i + HASH_BYTES] for i in range(0, len(content) - HASH_BYTES + 1, HASH_BYTES)]


def grow(tiles: Tiles, size: int, leaves: Sequence[bytes]) -> dict[Place, bytes]:
    """Append leaf hashes: O(log n) for one, and every hash computed once for many.

    Args:
        tiles: As they are for `size` leaves.
        size: Before.
        leaves: New leaf hashes in order.

    Returns:
        Every tile that is new or has grown, whole.
    """
    changed: dict[Place, bytes] = {}
    level, at, new = 0, size, list(leaves)
    while new:
        above = at // WIDTH
        full: list[bytes] = []
        for place, content in _fill(tiles, level, at, new):
            changed[place] = content
            if len(content) == WIDTH * HASH_BYTES:
                full.append(tile_root(content))
        level, at, new = level + 1, above, full
    return changed


def _fill(tiles: Tiles, level: int, at: int, new: Sequence[bytes]) -> Iterator[tuple[Place, bytes]]:
    """The tiles of one level that change when hashes are appended at place `at`."""
    done = 0
    while done < len(new):
        place = Place(level, (at + done) >> HEIGHT)
        used = (at + done) % WIDTH
        stored = tiles.tile(place)[: used * HASH_BYTES] if used else b""
        if len(stored) != used * HASH_BYTES:
            raise ProofProblem(f"the log lacks hashes at the end of {place.path()}")
        fresh = new[done : done + WIDTH - used]
        yield place, stored + b"".join(fresh)
        done += len(fresh)


def tile_root(content: bytes) -> bytes:
    """The hash over a full tile, as the next level holds it."""
    return Leaves(_hashes(content)).root()


def width_at(level: int, number: int, size: int) -> int:
    """How many hashes a tile holds in a log of a given size, 0 to 256."""
    return max(0, min(WIDTH, (size >> (HEIGHT * level)) - number * WIDTH))


def grown(old: int, new: int) -> Iterator[tuple[Place, int]]:
    """Every tile that is new or longer than before, with its width, when a log grows.

    Args:
        old: Size before.
        new: Size now.
    """
    level = 0
    while (before := old >> (HEIGHT * level)) < (after := new >> (HEIGHT * level)):
        for number in range(before // WIDTH, -(-after // WIDTH)):
            yield Place(level, number), width_at(level, number, new)
        level += 1


def entries_path(number: int, width: int = WIDTH) -> str:
    """Where a bundle of 256 entries is published."""
    return f"tile/entries/{_number(number, width)}"


def bundle(entries: Iterable[bytes]) -> bytes:
    """Entries one after another, each after its length in 16 bits, big-endian."""
    return b"".join(struct.pack(">H", len(entry)) + entry for entry in entries)


def unbundle(content: bytes) -> tuple[bytes, ...]:
    """Take a bundle apart.

    Raises:
        ProofProblem: It breaks off, or holds more than 256 entries.
    """
    found: list[bytes] = []
    at = 0
    while at < len(content):
        if at + 2 > len(content) or len(found) == WIDTH:
            raise ProofProblem("the bundle of entries is malformed")
        (length,) = struct.unpack_from(">H", content, at)
        found.append(content[at + 2 : at + 2 + length])
        at += 2 + length
    if at != len(content):
        raise ProofProblem("the bundle of entries breaks off")
    return tuple(found)


def _number(number: int, width: int) -> str:
    digits = f"{number:03d}"
    digits = digits.rjust(-(-len(digits) // 3) * 3, "0")
    parts = [digits[i : i + 3] for i in range(0, len(digits), 3)]
    path = "/".join([f"x{part}" for part in parts[:-1]] + parts[-1:])
    return path if width == WIDTH else f"{path}.p/{width}"
