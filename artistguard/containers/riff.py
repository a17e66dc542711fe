"""RIFF files (WAV, WebP) as a list of chunks: read without touching big payloads, written by copying spans.

Works on seekable streams, so that a recording of many gigabytes costs a few kilobytes of memory. Knows the 64-bit
relatives RF64 and BW64, whose true sizes stand in a ``ds64`` chunk. All numbers are little-endian.

Source: Microsoft/IBM, Multimedia Programming Interface and Data Specifications 1.0 (1991), section "RIFF";
EBU Tech 3306 (2018), sections 3 to 5, and ITU-R BS.2088-1 for ``ds64``.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADER_BYTES = 12
CHUNK_HEADER_BYTES = 8
UNKNOWN = 0xFFFFFFFF
"""A 32-bit size field that says: look into ds64."""
WIDE = frozenset({b"RF64", b"BW64"})
MOST_CHUNKS = 100_000
DS64_FIXED_BYTES = 28
COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk as it lies in a stream.

    Attributes:
        kind: Four bytes.
        start: Of its payload, bytes from the start of the stream.
        size: Of its payload in bytes, without padding.
    """

    kind: bytes
    start: int
    size: int

    @property
    def end(self) -> int:
        """Where the next chunk begins: chunks are padded to an even size."""
        return self.start + self.size + self.size % 2


@dataclass(frozen=True, slots=True)
class Fresh:
    """A chunk still to be written.

    Attributes:
        kind: Four bytes.
        payload: Without padding.
    """

    kind: bytes
    payload: bytes


@dataclass(frozen=True, slots=True)
class Riff:
    """The outline of a file.

    Attributes:
        kind: ``RIFF``, ``RF64`` or ``BW64``.
        form: ``WAVE``, ``WEBP``, …
        chunks: In file order, ``ds64`` among them.
        end: Where the last chunk ends; what follows belongs to nobody and is kept.
        size: Of the stream.
    """

    kind: bytes
    form: bytes
    chunks: tuple[Chunk, ...]
    end: int
    size: int

    def first(self, kind: bytes) -> Chunk | None:
        """The first chunk of a kind, or None."""
        return next((chunk for chunk in self.chunks if chunk.kind == kind), None)


def parse(source: BinaryIO) -> Riff:
    """Read the outline: headers only, plus ``ds64`` where there is one.

    Args:
        source: Seekable; its position afterwards is anywhere.

    Raises:
        Damaged: No RIFF, or a chunk reaches past the end of the stream.
    """
    size = source.seek(0, 2)
    source.seek(0)
    head = source.read(HEADER_BYTES)
    if len(head) < HEADER_BYTES or head[:4] not in WIDE | {b"RIFF"}:
        raise Damaged("this is not a RIFF file")
    chunks = tuple(_chunks(source, size, _declared_end(head, size), wide=head[:4] in WIDE))
    end = min(chunks[-1].end, size) if chunks else HEADER_BYTES
    return Riff(head[:4], head[8:12], chunks, end, size)


def _declared_end(head: bytes, size: int) -> int:
    """Where the outer size field says that the file ends; the stream's end where the field is of no use."""
    declared = int.from_bytes(head[4:8], "little")
    if head[:4] in WIDE or declared in {0, UNKNOWN}:
        return size
    if declared + 8 > size + 1:
        raise Damaged("the file is shorter than it says")
    return min(declared + 8, size)


def _chunks(source: BinaryIO, size: int, end: int, *, wide: bool) -> Iterator[Chunk]:
    at, count, sizes = HEADER_BYTES, 0, dict[bytes, int]()
    while at + CHUNK_HEADER_BYTES <= end:
        source.seek(at)
        kind, length = struct.unpack("<4sI", source.read(CHUNK_HEADER_BYTES))
        if length == UNKNOWN and kind in sizes:
            length = sizes[kind]
        chunk = Chunk(kind, at + CHUNK_HEADER_BYTES, length)
        count += 1
        if chunk.start + chunk.size > size or count > MOST_CHUNKS:
            raise Damaged(f"the file ends in the middle of its {_name(kind)} part")
        if wide and kind == b"ds64":
            sizes = _sizes(payload(source, chunk))
        yield chunk
        at = chunk.end


def _name(kind: bytes) -> str:
    return kind.decode("ascii", "replace").strip()


def _sizes(table: bytes) -> dict[bytes, int]:
    """64-bit sizes by chunk kind out of a ds64 payload.

    Source: EBU Tech 3306, section 3.2: riffSize, dataSize, sampleCount (uint64), tableLength (uint32), entries.
    """
    if len(table) < DS64_FIXED_BYTES:
        raise Damaged("the table of sizes (ds64) is too short")
    entries = struct.unpack_from("<I", table, 24)[0]
    if DS64_FIXED_BYTES + entries * 12 > len(table):
        raise Damaged("the table of sizes (ds64) is cut short")
    sizes = {b"data": int.from_bytes(table[8:16], "little")}
    for index in range(entries):
        kind, length = struct.unpack_from("<4sQ", table, DS64_FIXED_BYTES + 12 * index)
        sizes[kind] = length
    return sizes


def payload(source: BinaryIO, chunk: Chunk, limit: int = 64 << 20) -> bytes:
    """The payload of a chunk.

    Args:
        source: The stream the chunk was found in.
        chunk: Which.
        limit: The most bytes that make sense for it.

    Raises:
        Damaged: It is longer than the limit, or cut short.
    """
    if chunk.size > limit:
        raise Damaged(f"the {_name(chunk.kind)} part is larger than anything sensible ({chunk.size} bytes)")
    source.seek(chunk.start)
    content = source.read(chunk.size)
    if len(content) < chunk.size:
        raise Damaged(f"the file ends in the middle of its {_name(chunk.kind)} part")
    return content


def assemble(source: BinaryIO, target: BinaryIO, outline: Riff, parts: Iterable[Chunk | Fresh]) -> None:
    """Write a file of the same kind out of copied and fresh chunks; bytes after the last chunk are kept.

    Args:
        source: The stream of the outline.
        target: Written from its present position, front to back.
        outline: What ``parse`` found.
        parts: In the order they shall have; for RF64 ``ds64`` must be the first, its sizes are mended here.

    Raises:
        CannotEmbed: The result would need more than 32 bits in a plain RIFF file.
    """
    kept = tuple(parts)
    length = 4 + sum(CHUNK_HEADER_BYTES + _size(part) + _size(part) % 2 for part in kept)
    wide = outline.kind in WIDE
    if not wide and length >= UNKNOWN:
        raise CannotEmbed("the file would grow over 4 gigabytes, more than its kind can hold")
    target.write(outline.kind + struct.pack("<I", UNKNOWN if wide else length) + outline.form)
    for part in kept:
        _put(source, target, part, riff_size=length if wide else None)
    copy(source, target, outline.end, outline.size)


def _size(part: Chunk | Fresh) -> int:
    return part.size if isinstance(part, Chunk) else len(part.payload)


def _put(source: BinaryIO, target: BinaryIO, part: Chunk | Fresh, riff_size: int | None) -> None:
    if riff_size is not None and part.kind == b"ds64" and isinstance(part, Chunk):
        part = Fresh(b"ds64", struct.pack("<Q", riff_size) + payload(source, part)[8:])
    size = _size(part)
    if isinstance(part, Fresh):
        target.write(part.kind + struct.pack("<I", size) + part.payload)
    else:
        # The header is copied as it stands: in RF64 its size field may point to ds64.
        copy(source, target, part.start - CHUNK_HEADER_BYTES, part.start + size)
    target.write(b"\0" * (size % 2))


def copy(source: BinaryIO, target: BinaryIO, start: int, end: int) -> None:
    """Copy the bytes from start up to end, a megabyte at a time.

    Raises:
        Damaged: The source ends before.
    """
    source.seek(start)
    left = end - start
    while left > 0:
        piece = source.read(min(left, COPY_BYTES))
        if not piece:
            raise Damaged("the file became shorter while it was read")
        target.write(piece)
        left -= len(piece)
