"""Boxes of the ISO base media file format, of which AVIF, HEIC, MP4 and M4A are built: found without reading them.

A box is a length, a kind of four bytes and a body; some bodies are boxes again. All numbers are big-endian.

Source: ISO/IEC 14496-12:2022, section 4.2 (object structure), 8.7.5 (chunk offset box).
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_BOXES = 200_000
"""More boxes than this beside one another are no work of art but an attack."""
LONGEST_BODY = 256 * 1024 * 1024
"""Longest body in bytes that is read into memory."""
STRIDE = 1 << 20
_SHORT = 0xFFFFFFFF
_CHUNK_TABLES = {b"stco": (4, ">I"), b"co64": (8, ">Q")}
_PATH_TO_TABLES = frozenset({b"trak", b"mdia", b"minf", b"stbl"})


@dataclass(frozen=True, slots=True)
class Box:
    """Where one box stands.

    Attributes:
        kind: Its four bytes, such as ``b"moov"``.
        start: Offset of its first byte in the stream.
        header: Length of its header in bytes: 8, 16 with a 64-bit length, 16 more for ``uuid``.
        size: Of the whole box, header included, in bytes.
        user_type: The 16 bytes that name a ``uuid`` box, else empty.
        open_ended: Whether its length was given as 0, which means "to the end of the file".
    """

    kind: bytes
    start: int
    header: int
    size: int
    user_type: bytes = b""
    open_ended: bool = False

    @property
    def body(self) -> int:
        """Offset of the first byte after the header."""
        return self.start + self.header

    @property
    def end(self) -> int:
        """Offset of the first byte after the box."""
        return self.start + self.size

    @property
    def length(self) -> int:
        """Of the body, in bytes."""
        return self.size - self.header


def length_of(source: BinaryIO) -> int:
    """Length of a stream in bytes; the place in it is kept."""
    here = source.tell()
    size = source.seek(0, io.SEEK_END)
    source.seek(here)
    return size


def brands(head: bytes) -> tuple[bytes, ...]:
    """What kinds of file the box ``ftyp`` at the beginning names, the major one first; none where there is no such box.

    Args:
        head: The first bytes of a file.

    Source: ISO/IEC 14496-12:2022, section 4.3 (file type box).
    """
    if len(head) < 16 or head[4:8] != b"ftyp":
        return ()
    end = min(struct.unpack_from(">I", head)[0], len(head) - 3)
    return (head[8:12], *(head[place : place + 4] for place in range(16, end, 4)))


def walk(source: BinaryIO, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """Every box between two offsets, in order, reading headers only.

    Fewer than eight bytes at the end are passed over when they are zero (QuickTime ends lists with four).

    Args:
        source: Stream that can seek.
        start: Offset of the first box.
        end: Offset where the last one ends; the end of the stream when None.

    Raises:
        Damaged: A box reaches past the end, is shorter than its header, or there are too many.
    """
    limit = length_of(source) if end is None else end
    for _ in range(MOST_BOXES):
        if limit - start < 8:
            source.seek(start)
            if source.read(limit - start).strip(b"\0"):
                raise Damaged(f"Bytes that belong to no part of the file stand at {start}.")
            return
        box = _box_at(source, start, limit)
        yield box
        start = box.end
    raise Damaged("The file is split into more parts than a sound one ever is.")


def _box_at(source: BinaryIO, start: int, limit: int) -> Box:
    source.seek(start)
    head = source.read(min(32, limit - start))
    if len(head) < 8:
        raise Damaged(f"The file ends in the middle of a part, at {start}.")
    size, kind = struct.unpack_from(">I4s", head)
    header = 8
    open_ended = size == 0
    if open_ended:
        size = limit - start
    elif size == 1 and len(head) >= 16:
        (size,) = struct.unpack_from(">Q", head, 8)
        header = 16
    user_type = b""
    if kind == b"uuid":
        user_type = head[header : header + 16]
        header += 16
    if size < header or size > limit - start:
        raise Damaged(f"The part {kind!r} at {start} does not fit into the file.")
    return Box(kind, start, header, size, user_type, open_ended)


def find(source: BinaryIO, kind: bytes, start: int = 0, end: int | None = None) -> Box | None:
    """The first box of a kind between two offsets, or None.

    Raises:
        Damaged: As `walk`.
    """
    return next((box for box in walk(source, start, end) if box.kind == kind), None)


def body_of(source: BinaryIO, box: Box, *, longest: int = LONGEST_BODY) -> bytes:
    """What a box holds, without its header.

    Raises:
        Damaged: It is longer than `longest` bytes, or the stream ends before it does.
    """
    if box.length > longest:
        raise Damaged(f"The part {box.kind!r} at {box.start} is far longer than a sound one ever is.")
    source.seek(box.body)
    content = source.read(box.length)
    if len(content) != box.length:
        raise Damaged(f"The file ends in the middle of the part {box.kind!r} at {box.start}.")
    return content


def inside(content: bytes, start: int = 0) -> tuple[Box, ...]:
    """The boxes in a body that is in memory; their offsets count from its first byte.

    Args:
        content: The body.
        start: How many bytes come before the first box (4 for a full box, 8 for an item list, …).

    Raises:
        Damaged: As `walk`.
    """
    return tuple(walk(io.BytesIO(content), start, len(content)))


def pack(kind: bytes, body: bytes, *, user_type: bytes = b"") -> bytes:
    """A whole box around a body, with a 64-bit length only where it is needed.

    Args:
        kind: Four bytes.
        body: What it holds.
        user_type: The 16 bytes of a ``uuid`` box, else empty.
    """
    size = 8 + len(user_type) + len(body)
    if size <= _SHORT:
        return struct.pack(">I4s", size, kind) + user_type + body
    return struct.pack(">I4sQ", 1, kind, size + 8) + user_type + body


def pack_full(kind: bytes, version: int, flags: int, body: bytes) -> bytes:
    """A whole full box: a box whose body starts with a version (8 bits) and flags (24 bits)."""
    return pack(kind, struct.pack(">I", version << 24 | flags) + body)


def full(content: bytes) -> tuple[int, int]:
    """Version and flags with which the body of a full box starts.

    Raises:
        Damaged: It is shorter than four bytes.
    """
    if len(content) < 4:
        raise Damaged("A part of the file is too short to hold anything.")
    (word,) = struct.unpack_from(">I", content)
    return word >> 24, word & 0xFFFFFF


def copy(source: BinaryIO, target: BinaryIO, start: int, length: int) -> None:
    """Copy bytes from one stream to another, a stride at a time.

    Raises:
        Damaged: The source ends before `length` bytes are copied.
    """
    source.seek(start)
    while length:
        piece = source.read(min(STRIDE, length))
        if not piece:
            raise Damaged("The file ends in the middle of a part.")
        target.write(piece)
        length -= len(piece)


def move_chunks(moov: bytes, moved: Callable[[int], int]) -> bytes:
    """The body of a ``moov`` box with every chunk offset (``stco``, ``co64``) put right; its length stays.

    Args:
        moov: The body.
        moved: From the old offset of a byte in the file to its new one.

    Raises:
        Damaged: A table is longer than its box.
        CannotEmbed: A new offset does not fit into 32 bits where the file has room for 32 only.
    """
    changed = bytearray(moov)
    for table in _chunk_tables(moov, 0, len(moov), depth=0):
        _move_table(changed, table, moved)
    return bytes(changed)


def _chunk_tables(moov: bytes, start: int, end: int, *, depth: int) -> Iterator[Box]:
    for box in walk(io.BytesIO(moov), start, end):
        if box.kind in _CHUNK_TABLES:
            yield box
        elif box.kind in _PATH_TO_TABLES and depth < len(_PATH_TO_TABLES):
            yield from _chunk_tables(moov, box.body, box.end, depth=depth + 1)


def _move_table(changed: bytearray, table: Box, moved: Callable[[int], int]) -> None:
    width, code = _CHUNK_TABLES[table.kind]
    count = struct.unpack_from(">I", changed, table.body + 4)[0] if table.length >= 8 else 0
    if table.length < 8 + count * width or table.length < 8:
        raise Damaged("The table of where the recording stands is cut short.")
    first = table.body + 8
    for place in range(first, first + count * width, width):
        (old,) = struct.unpack_from(code, changed, place)
        new = moved(old)
        if not 0 <= new < 1 << 8 * width:
            raise CannotEmbed("The file is so long that making room in it would need another kind of table.")
        struct.pack_into(code, changed, place, new)
