"""TIFF structure, in TIFF files and in Exif blocks: the directories and where their values stand.

Source: TIFF 6.0 (Adobe, 1992), section 2; BigTIFF (Aware Systems, 2007) for 64-bit offsets; Exif 3.0
(CIPA DC-008-2023), section 4.6.2 for the pointer to the Exif directory.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Mapping

EXIF_POINTER: Final = 0x8769
MOST_ENTRIES: Final = 4096
MOST_DIRECTORIES: Final = 20_000
EMPTY: Final = b"MM\0*\0\0\0\0"
"""A big-endian block with no directory yet."""

# Bytes of one value, by field type. Source: TIFF 6.0 section 2, BigTIFF (13, 16-18), Exif 3.0 (129, UTF-8).
SIZES: Final[Mapping[int, int]] = {
    1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8, 129: 1,
}  # fmt: skip
BYTE, ASCII, SHORT, LONG, UNDEFINED = 1, 2, 3, 4, 7


@dataclass(frozen=True, slots=True)
class Field:
    """A value to write.

    Attributes:
        kind: TIFF field type.
        count: Number of values.
        value: Bytes in the byte order of the block.
    """

    kind: int
    count: int
    value: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a directory.

    Attributes:
        tag: Number of the field.
        kind: TIFF field type; an unknown one has size 0 and is copied untouched.
        count: Number of values.
        start: Of the value's bytes in the block: inside the entry itself where they fit.
        size: Of the value in bytes.
        inline: The bytes of the entry's value slot, as they stand.
    """

    tag: int
    kind: int
    count: int
    start: int
    size: int
    inline: bytes

    @property
    def away(self) -> bool:
        """Whether the value stands elsewhere and the slot holds its offset."""
        return self.size > len(self.inline)


@dataclass(frozen=True, slots=True)
class Directory:
    """An image file directory (IFD).

    Attributes:
        start: Its offset, 0 where there is none.
        end: Of its last byte, exclusive.
        entries: In the order they stand.
        next: Offset of the next one, 0 for none.
    """

    start: int = 0
    end: int = 0
    entries: tuple[Entry, ...] = ()
    next: int = 0

    def entry(self, tag: int) -> Entry | None:
        """The first entry with a tag, or None."""
        return next((entry for entry in self.entries if entry.tag == tag), None)


@dataclass(frozen=True, slots=True)
class Tiff:
    """A block of TIFF structure.

    Attributes:
        block: All its bytes.
        order: ``<`` little-endian or ``>`` big-endian, as in struct.
        big: Whether offsets have 64 bits (BigTIFF).
        top: The first directory (IFD0).
        exif: The Exif directory it points to; empty where there is none.
    """

    block: bytes = field(repr=False)
    order: str
    big: bool
    top: Directory
    exif: Directory

    def value(self, entry: Entry) -> bytes:
        """The bytes of an entry's value, in the byte order of the block."""
        return self.block[entry.start : entry.start + entry.size]

    @property
    def offset_size(self) -> int:
        """Bytes of an offset: 4, or 8 in BigTIFF."""
        return 8 if self.big else 4

    def number(self, entry: Entry | None) -> int | None:
        """The first value of an integer entry (types 1, 3, 4, 13, 16, 18), or None."""
        if entry is None or entry.kind not in {1, 3, 4, 13, 16, 18} or entry.count < 1:
            return None
        return integer(self.value(entry)[: SIZES[entry.kind]], self.order)


def parse(block: bytes) -> Tiff:
    """Read the first directory and the Exif directory.

    Args:
        block: From the byte order mark on; a whole TIFF file, or the inside of an Exif segment.

    Raises:
        Damaged: No TIFF structure, or a directory reaches past the end.
    """
    order, big, first = _header(block)
    bare = Tiff(block, order, big, Directory(), Directory())
    top = directory(bare, first) if first else Directory()
    pointer = bare.number(top.entry(EXIF_POINTER))
    return replace(bare, top=top, exif=directory(bare, pointer) if pointer else Directory())


def _header(block: bytes) -> tuple[str, bool, int]:
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        raise Damaged("there is no TIFF structure where one should be")
    magic = integer(block[2:4], order)
    if magic == 42:
        return order, False, integer(block[4:8], order)
    # BigTIFF: size of an offset (8), a zero, then the offset itself.
    if magic != 43 or len(block) < 16 or struct.unpack_from(f"{order}HH", block, 4) != (8, 0):
        raise Damaged("the TIFF structure begins with an unknown number")
    return order, True, integer(block[8:16], order)


def integer(raw: bytes, order: str) -> int:
    """A number without sign, in the byte order of the block."""
    return int.from_bytes(raw, "little" if order == "<" else "big")


def directory(tiff: Tiff, start: int) -> Directory:
    """Read the directory at an offset.

    Raises:
        Damaged: It, or a value it names, lies outside the block, or it has too many entries.
    """
    block, order = tiff.block, tiff.order
    head, step = (8, 20) if tiff.big else (2, 12)
    count = integer(block[start : start + head], order)
    entries_end = start + head + count * step
    end = entries_end + tiff.offset_size
    if start < 8 or count > MOST_ENTRIES or entries_end > len(block):
        raise Damaged("a TIFF directory lies outside the file or is impossibly long")
    entries = tuple(_entry(tiff, start + head + index * step) for index in range(count))
    # Some cameras leave out the link to the next directory at the very end of the block.
    following = integer(block[entries_end:end], order) if end <= len(block) else 0
    return Directory(start, min(end, len(block)), entries, following)


def _entry(tiff: Tiff, at: int) -> Entry:
    block, order, room = tiff.block, tiff.order, tiff.offset_size
    tag, kind, count = struct.unpack_from(f"{order}HH{'Q' if tiff.big else 'I'}", block, at)
    slot = at + 4 + room
    size = SIZES.get(kind, 0) * count
    start = slot if size <= room else integer(block[slot : slot + room], order)
    if start + size > len(block):
        raise Damaged(f"the value of TIFF field {tag:#06x} lies outside the file")
    return Entry(tag, kind, count, start, size, block[slot : slot + room])


def directories(tiff: Tiff) -> tuple[Directory, ...]:
    """The chain of directories (pages) from the first on.

    Raises:
        Damaged: The chain runs in a circle, or a directory is damaged.
    """
    chain, seen, at = [tiff.top], {tiff.top.start}, tiff.top.next
    while at:
        if at in seen or len(chain) >= MOST_DIRECTORIES:
            raise Damaged("the pages of the TIFF file run in a circle")
        seen.add(at)
        chain.append(directory(tiff, at))
        at = chain[-1].next
    return tuple(chain)
