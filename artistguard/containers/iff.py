"""IFF files of the FORM kind (AIFF, AIFF-C) as a list of chunks; all numbers are big-endian.

Source: Electronic Arts, "EA IFF 85 Standard for Interchange Format Files" (1985), section 3 (chunks, even padding).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.riff import Chunk, Fresh, copy
from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADER_BYTES = 12
CHUNK_HEADER_BYTES = 8
MOST_CHUNKS = 100_000
LONGEST = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Form:
    """The outline of a file.

    Attributes:
        kind: ``AIFF`` or ``AIFC``.
        chunks: In file order.
        end: Where the last chunk ends; what follows belongs to nobody and is kept.
        size: Of the stream in bytes.
    """

    kind: bytes
    chunks: tuple[Chunk, ...]
    end: int
    size: int

    def first(self, *kinds: bytes) -> Chunk | None:
        """The first chunk of one of the kinds, or None."""
        return next((chunk for chunk in self.chunks if chunk.kind in kinds), None)


def parse(source: BinaryIO) -> Form:
    """Read the outline, headers only.

    Raises:
        Damaged: No FORM, or a chunk reaches past the end of the stream.
    """
    size = source.seek(0, 2)
    source.seek(0)
    head = source.read(HEADER_BYTES)
    if len(head) < HEADER_BYTES or head[:4] != b"FORM":
        raise Damaged("This is not a FORM file.")
    declared = 8 + int.from_bytes(head[4:8], "big")
    if declared > size + 1:
        raise Damaged("The file is shorter than it says.")
    chunks: list[Chunk] = []
    at = HEADER_BYTES
    while at + CHUNK_HEADER_BYTES <= min(declared, size):
        source.seek(at)
        kind, length = struct.unpack(">4sI", source.read(CHUNK_HEADER_BYTES))
        chunk = Chunk(kind, at + CHUNK_HEADER_BYTES, length)
        if chunk.start + length > size or len(chunks) >= MOST_CHUNKS:
            raise Damaged("The file ends in the middle of one of its parts.")
        chunks.append(chunk)
        at = chunk.end
    return Form(head[8:12], tuple(chunks), min(at, size), size)


def assemble(source: BinaryIO, target: BinaryIO, outline: Form, parts: Iterable[Chunk | Fresh]) -> None:
    """Write a file of the same kind out of copied and fresh chunks; bytes after the last chunk are kept.

    Raises:
        CannotEmbed: The result would be longer than 32 bits can tell.
    """
    kept = tuple(parts)
    sizes = [part.size if isinstance(part, Chunk) else len(part.payload) for part in kept]
    length = 4 + sum(CHUNK_HEADER_BYTES + size + size % 2 for size in sizes)
    if length > LONGEST:
        raise CannotEmbed("The file would grow over 4 gigabytes, more than its kind can hold.")
    target.write(struct.pack(">4sI4s", b"FORM", length, outline.kind))
    for part, size in zip(kept, sizes, strict=True):
        target.write(struct.pack(">4sI", part.kind, size))
        if isinstance(part, Fresh):
            target.write(part.payload)
        else:
            copy(source, target, part.start, part.start + size)
        target.write(b"\0" * (size % 2))
    copy(source, target, outline.end, outline.size)
