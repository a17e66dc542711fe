"""Photoshop documents, PSD and the large PSB, as five sections one behind the other; layers are never looked into.

Header, colour table, image resources, layers, merged picture. Each but the first and the last begins with its length,
four bytes, eight for the layers of a PSB. All numbers are big-endian.

Source: Adobe Photoshop File Formats Specification (November 2019), sections "File Header" to "Image Data".
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers.boxes import length_of
from artistguard.errors import Damaged, EmptyFile, TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL, LARGE = b"8BPS\0\1", b"8BPS\0\2"
HEADER_BYTES: Final = 26
LONGEST_RESOURCES: Final = 256 << 20
"""Bytes; histories in XMP reach some tens of megabytes at worst."""
LONGEST_PICTURE: Final = 1 << 30
"""Bytes of a merged picture that is held in memory."""
DEEP: Final = 16
"""Bits of a channel in the pictures of many photographers."""
RAW, PACKED = 0, 1
"""How the merged picture is kept: as it is, or row by row in PackBits, their lengths in front."""
_CUT_SHORT: Final = "The Photoshop document is cut short."
_LONGEST_ROW: Final = 0xFFFF
_DEPTH_AT: Final = 22
_STRIDE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Header:
    """What the first section tells.

    Attributes:
        wide: Whether it is a PSB, with wider lengths.
        channels: Of the merged picture.
        height: In pixels.
        width: In pixels.
        depth: Bits of a channel.
    """

    wide: bool
    channels: int
    height: int
    width: int
    depth: int

    @property
    def row(self) -> int:
        """Bytes of one row of one channel."""
        return (self.width * self.depth + 7) // 8


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the sections stand.

    Attributes:
        header: What the first one tells.
        resources: First byte of the image resources, behind their length.
        resources_end: First byte behind them: the length of the layers.
        picture: First byte of the merged picture.
        size: Of the whole file, in bytes.
    """

    header: Header
    resources: int
    resources_end: int
    picture: int
    size: int


def outline(source: BinaryIO) -> Outline:
    """Find the sections.

    Args:
        source: Seekable stream of the whole file.

    Raises:
        EmptyFile: There is nothing.
        Damaged: No Photoshop document, or a section reaches past the end.
    """
    size = length_of(source)
    if not size:
        raise EmptyFile("The file is empty.")
    head = part(source, 0, min(size, HEADER_BYTES))
    if head[:6] not in {SMALL, LARGE} or size < HEADER_BYTES:
        raise Damaged(_CUT_SHORT)
    wide = head[:6] == LARGE
    channels, height, width, depth = struct.unpack_from(">HIIH", head, 12)
    _, colours_end = _section(source, HEADER_BYTES, 4, size)
    resources, resources_end = _section(source, colours_end, 4, size)
    _, picture = _section(source, resources_end, 8 if wide else 4, size)
    return Outline(Header(wide, channels, height, width, depth), resources, resources_end, picture, size)


def _section(source: BinaryIO, place: int, width: int, size: int) -> tuple[int, int]:
    if place + width > size:
        raise Damaged(_CUT_SHORT)
    start = place + width
    end = start + int.from_bytes(part(source, place, start))
    if end > size:
        raise Damaged(_CUT_SHORT)
    return start, end


def part(source: BinaryIO, start: int, end: int) -> bytes:
    """The bytes between two offsets.

    Raises:
        Damaged: The stream ends before the second.
    """
    source.seek(start)
    content = source.read(end - start)
    if len(content) < end - start:
        raise Damaged(_CUT_SHORT)
    return content


def resources(source: BinaryIO, found: Outline) -> bytes:
    """The row of image resources; see `artistguard.containers.photoshop`.

    Raises:
        TooLarge: It is longer than any sound one.
    """
    if found.resources_end - found.resources > LONGEST_RESOURCES:
        raise TooLarge("The Photoshop document has more resources than a sound one.")
    return part(source, found.resources, found.resources_end)


def pieces(source: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """The bytes between two offsets, some at a time.

    Raises:
        Damaged: The stream ends before the second.
    """
    for place in range(start, end, _STRIDE):
        yield part(source, place, min(end, place + _STRIDE))


def rows(source: BinaryIO, found: Outline) -> tuple[int, ...]:
    """Lengths in bytes of the rows of the merged picture, channel by channel; none where they are not told one by one.

    Raises:
        Damaged: The merged picture is shorter than it says.
    """
    header, start = found.header, found.picture + 2
    if start >= found.size:
        raise Damaged(_CUT_SHORT)
    method, have = int.from_bytes(part(source, found.picture, start)), found.size - start
    count = header.channels * header.height
    if method == RAW and have < count * header.row:
        raise Damaged(_CUT_SHORT)
    if method != PACKED:
        return ()
    width, letter = (4, "I") if header.wide else (2, "H")
    if have < count * width:
        raise Damaged(_CUT_SHORT)
    lengths = struct.unpack(f">{count}{letter}", part(source, start, start + count * width))
    if have < count * width + sum(lengths):
        raise Damaged(_CUT_SHORT)
    return lengths


def flat(source: BinaryIO, found: Outline) -> BinaryIO:
    """The document as a PSD without layers in memory, for decoders that know no other.

    Layers are left out, so that their oddities cannot keep the merged picture from being seen; of 16 bits the upper
    eight are left.

    Raises:
        Damaged: The merged picture is cut short.
        TooLarge: It is longer than can be held in memory, or the resources are.
    """
    header, lengths = found.header, rows(source, found)
    if max(found.size - found.picture, header.channels * header.height * header.row) > LONGEST_PICTURE:
        raise TooLarge("The merged picture of the Photoshop document is too large to be looked at.")
    shown = part(source, found.picture, found.size)
    depth = header.depth
    if depth == DEEP or max(lengths, default=0) > _LONGEST_ROW:
        shown = _unpacked(header, lengths, shown)
        shown = shown[:2] + shown[2 :: depth // 8] if depth == DEEP else shown
    elif header.wide and lengths:
        shown = shown[:2] + struct.pack(f">{len(lengths)}H", *lengths) + shown[2 + 4 * len(lengths) :]
    head = part(source, len(SMALL), _DEPTH_AT) + struct.pack(">H", depth // 2 if depth == DEEP else depth)
    colours, block = part(source, _DEPTH_AT + 2, found.resources - 4), resources(source, found)
    return io.BytesIO(SMALL + head + colours + struct.pack(">I", len(block)) + block + bytes(4) + shown)


def _unpacked(header: Header, lengths: tuple[int, ...], shown: bytes) -> bytes:
    """A merged picture whose rows stand as they are; one that is kept in another way is left."""
    if not lengths:
        return shown
    place = 2 + len(lengths) * (4 if header.wide else 2)
    found = [RAW.to_bytes(2)]
    for length in lengths:
        found.append(_row(shown[place : place + length], header.row))
        place += length
    return b"".join(found)


def _row(row: bytes, length: int) -> bytes:
    """One row out of PackBits.

    Raises:
        Damaged: It has not the length of a row.

    Source: Apple Technical Note TN1023 (1996).
    """
    found, place = bytearray(), 0
    while place < len(row) and len(found) <= length:
        count = row[place]
        if count < 128:
            found += row[place + 1 : place + 2 + count]
            place += 2 + count
        else:
            found += row[place + 1 : place + 2] * ((257 - count) % 129)
            place += 2 if count > 128 else 1
    if len(found) != length:
        raise Damaged("A row of the Photoshop document is damaged.")
    return bytes(found)
