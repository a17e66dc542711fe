"""The box ``iloc`` of HEIF files: where the bytes of every item stand.

An item has pieces (extents); a piece stands at the item's base plus its own offset, counted from the start of the file
(method 0), of the item data box (1) or of another item (2). The widths of the numbers are chosen by the file: 0, 4 or
8 bytes each. All numbers are big-endian.

Source: ISO/IEC 14496-12:2022, section 8.11.3 (item location box).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artistguard.containers import boxes
from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_EXTENTS = 1_000_000
"""More pieces than this are refused: the table would be larger than any picture needs."""


def take(content: bytes, place: int, width: int) -> tuple[int, int]:
    """A big-endian number and the offset after it; a width of 0 bytes gives 0.

    Raises:
        Damaged: The content ends before it.
    """
    end = place + width
    if end > len(content):
        raise Damaged("A table of the picture is cut short.")
    return int.from_bytes(content[place:end]), end


def put(number: int, width: int) -> bytes:
    """A big-endian number of so many bytes.

    Raises:
        CannotEmbed: It does not fit.
    """
    if not 0 <= number < 1 << 8 * width:
        raise CannotEmbed("The picture's table has no room for numbers as large as would be needed.")
    return number.to_bytes(width)


@dataclass(frozen=True, slots=True)
class Extent:
    """One piece of an item; a length of 0 means "all that follows"."""

    offset: int
    length: int
    index: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where one item stands.

    Attributes:
        item: Its id.
        method: 0 offsets in the file, 1 in the item data box, 2 in another item.
        reference: 0 for this file, else the index of another.
        base: Added to the offset of every piece.
        extents: The pieces in order.
    """

    item: int
    method: int
    reference: int
    base: int
    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Locations:
    """The whole box.

    Attributes:
        version: 0 knows method 0 only, 1 adds methods, 2 has ids of 32 bits.
        flags: As found.
        offset_size: Width of a piece's offset in bytes.
        length_size: Width of a piece's length in bytes.
        base_size: Width of a base in bytes.
        index_size: Width of a piece's index in bytes.
        places: One for each item that has bytes.
    """

    version: int
    flags: int
    offset_size: int
    length_size: int
    base_size: int
    index_size: int
    places: tuple[Place, ...]

    @classmethod
    def parse(cls, content: bytes) -> Locations:
        """Read the body of the box.

        Raises:
            Damaged: It is cut short or of an unknown version.
        """
        version, flags = boxes.full(content)
        if version > 2:
            raise Damaged("The picture's table of places is of an unknown kind.")
        widths, place = take(content, 4, 2)
        offset_size, length_size, base_size, index_size = (widths >> shift & 15 for shift in (12, 8, 4, 0))
        empty = cls(version, flags, offset_size, length_size, base_size, index_size if version else 0, ())
        if not {offset_size, length_size, base_size, empty.index_size} <= {0, 4, 8}:
            raise Damaged("The picture's table of places is of an unknown kind.")
        return replace(empty, places=_places(empty, content, place))

    @property
    def id_size(self) -> int:
        """Width of an item's id, and of their count, in bytes."""
        return 4 if self.version == 2 else 2

    def packed(self) -> bytes:
        """The whole box as bytes.

        Raises:
            CannotEmbed: A number does not fit into its width.
        """
        widths = self.offset_size << 12 | self.length_size << 8 | self.base_size << 4 | self.index_size
        pieces = [struct.pack(">H", widths), put(len(self.places), self.id_size)]
        for place in self.places:
            pieces.append(put(place.item, self.id_size))
            if self.version:
                pieces.append(put(place.method, 2))
            pieces += [put(place.reference, 2), put(place.base, self.base_size), put(len(place.extents), 2)]
            for extent in place.extents:
                pieces.append(put(extent.index, self.index_size))
                pieces += [put(extent.offset, self.offset_size), put(extent.length, self.length_size)]
        return boxes.pack_full(b"iloc", self.version, self.flags, b"".join(pieces))

    def with_room(self) -> Locations:
        """The same with offsets and lengths at least 32 bits wide, so that a new item can be told."""
        return replace(self, offset_size=self.offset_size or 4, length_size=self.length_size or 4)

    def whole(self, item: int, offset: int, length: int) -> Place:
        """A place for an item in one piece somewhere in the file.

        The offset goes into the base where the file has bases: some writers shift base and offset both when they
        find a base of 0.
        """
        if self.base_size:
            return Place(item, 0, 0, offset, (Extent(0, length),))
        return Place(item, 0, 0, 0, (Extent(offset, length),))

    def shifted(self, place: Place, moved: Callable[[int], int]) -> Place:
        """A place after the bytes moved, told in the way the file told it before where that is possible.

        Args:
            place: The old place; bases and offsets count from wherever `moved` counts from.
            moved: From an old offset to the new one.
        """
        goals = [moved(place.base + extent.offset) for extent in place.extents]
        shifts = {goal - place.base - extent.offset for goal, extent in zip(goals, place.extents, strict=True)}
        shift = shifts.pop() if len(shifts) == 1 else 0
        if place.base and shift:
            return replace(place, base=place.base + shift)
        extents = zip(goals, place.extents, strict=True)
        return replace(place, extents=tuple(replace(extent, offset=goal - place.base) for goal, extent in extents))


def _places(empty: Locations, content: bytes, place: int) -> tuple[Place, ...]:
    count, place = take(content, place, empty.id_size)
    found = []
    seen = 0
    for _ in range(count):
        item, place = take(content, place, empty.id_size)
        method, place = take(content, place, 2 if empty.version else 0)
        reference, place = take(content, place, 2)
        base, place = take(content, place, empty.base_size)
        pieces, place = take(content, place, 2)
        seen += pieces
        if seen > MOST_EXTENTS:
            raise Damaged("The picture is split into more pieces than a sound one ever is.")
        extents = []
        for _ in range(pieces):
            index, place = take(content, place, empty.index_size)
            offset, place = take(content, place, empty.offset_size)
            length, place = take(content, place, empty.length_size)
            extents.append(Extent(offset, length, index))
        found.append(Place(item, method & 15, reference, base, tuple(extents)))
    return tuple(found)
