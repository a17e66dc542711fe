"""PNG as a row of chunks, and the text chunks that metadata travels in.

Source: PNG Specification, third edition (W3C, 2025), sections 5.3 (chunk layout), 11.3.3 (textual information) and
11.3.4.8 (eXIf); XMP specification part 3 (Adobe, 2020), section 1.1.5. The "Raw profile type" form is ImageMagick's
(coders/png.c): name, length in decimal, then hexadecimal digits, each on lines of their own.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS: Final = 1_000_000
MOST_TEXT: Final = 16 << 20
MOST_PACKED: Final = 64
"""Compressed texts that are looked into, so that many small ones cannot unpack to more than is sensible."""
RAW_PROFILE: Final = b"Raw profile type "
PROFILE_LINE: Final = 72
"""Digits in a line of one, as ImageMagick breaks them."""


@dataclass(frozen=True, slots=True)
class PngChunk:
    """One chunk.

    Attributes:
        kind: Four letters.
        data: Its content.
        raw: All of it, length and check sum included.
    """

    kind: bytes
    data: bytes
    raw: bytes


@dataclass(frozen=True, slots=True)
class Text:
    """The content of a tEXt, zTXt or iTXt chunk.

    Attributes:
        keyword: Latin-1, at most 79 bytes.
        value: Decompressed.
        encoding: ``utf-8`` for iTXt, ``latin-1`` for the others.
    """

    keyword: bytes
    value: bytes
    encoding: str

    @property
    def words(self) -> str:
        """The value as text."""
        return self.value.decode(self.encoding, "replace").strip()


def parse(content: bytes) -> tuple[tuple[PngChunk, ...], int]:
    """The chunks up to IEND.

    Args:
        content: The whole file.

    Returns:
        The chunks, and where what follows IEND begins.

    Raises:
        Damaged: No PNG, or it ends in the middle.
    """
    if content[:8] != SIGNATURE:
        raise Damaged("This is not a PNG.")
    found: list[PngChunk] = []
    at = len(SIGNATURE)
    while at + 12 <= len(content) and len(found) < MOST_CHUNKS:
        size, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + size
        if end > len(content) or not kind.isalpha():
            break
        found.append(PngChunk(kind, content[at + 8 : end - 4], content[at:end]))
        at = end
        if kind == b"IEND":
            _check(found)
            return tuple(found), at
    raise Damaged("The PNG ends in the middle.")


def _check(found: list[PngChunk]) -> None:
    if found[0].kind != b"IHDR" or not any(chunk.kind == b"IDAT" for chunk in found):
        raise Damaged("The PNG holds no picture.")


def made(kind: bytes, data: bytes) -> PngChunk:
    """A chunk of our own, with its check sum."""
    raw = struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return PngChunk(kind, data, raw)


def international(keyword: bytes, value: bytes) -> PngChunk:
    """An iTXt chunk without compression, as XMP asks for it."""
    return made(b"iTXt", keyword + b"\0\0\0\0\0" + value)


def text(chunk: PngChunk) -> Text | None:
    """What a text chunk says; None for other chunks and for damaged ones."""
    keyword, _, rest = chunk.data.partition(b"\0")
    if chunk.kind == b"tEXt":
        return Text(keyword, rest, "latin-1")
    if chunk.kind == b"zTXt":
        value = _inflated(rest[1:])
        return None if value is None else Text(keyword, value, "latin-1")
    if chunk.kind != b"iTXt" or len(rest) < 2:
        return None
    # Compression flag and method, then language tag and translated keyword, each ended by a zero.
    parts = rest[2:].split(b"\0", 2)
    plain: bytes | None = parts[-1]
    value = _inflated(parts[-1]) if rest[0] else plain
    return None if value is None or len(parts) < 3 else Text(keyword, value, "utf-8")


def texts(row: Sequence[PngChunk]) -> dict[int, Text]:
    """What the text chunks of a file say, by their place in the row; damaged ones are left out."""
    found: dict[int, Text] = {}
    packed = 0
    for at, chunk in enumerate(row):
        packed += chunk.kind == b"zTXt" or (chunk.kind == b"iTXt" and not _plain(chunk))
        said = text(chunk) if packed <= MOST_PACKED or _plain(chunk) else None
        if said is not None:
            found[at] = said
    return found


def _plain(chunk: PngChunk) -> bool:
    return chunk.kind == b"tEXt" or (chunk.kind == b"iTXt" and chunk.data.partition(b"\0")[2][:1] == b"\0")


def _inflated(packed: bytes) -> bytes | None:
    engine = zlib.decompressobj()
    try:
        value = engine.decompress(packed, MOST_TEXT)
    except zlib.error:
        return None
    return value if engine.eof else None


def raw_profile(said: Text) -> tuple[str, bytes] | None:
    """The name and the bytes of a "Raw profile type" text, or None where it is none."""
    if not said.keyword.startswith(RAW_PROFILE):
        return None
    lines = said.value.split(None, 2)
    if len(lines) < 3 or not lines[1].isdigit():
        return None
    try:
        content = bytes.fromhex(lines[2].decode("ascii"))
    except ValueError:
        return None
    name = said.keyword[len(RAW_PROFILE) :].decode("latin-1").strip().lower()
    return (name, content) if len(content) == int(lines[1][:12]) else None


def profile(name: str, content: bytes) -> PngChunk:
    """The same the other way round, not compressed, so that it is the same whatever zlib is at hand."""
    digits = content.hex()
    lines = [digits[at : at + PROFILE_LINE] for at in range(0, len(digits), PROFILE_LINE)]
    words = "\n".join(["", name, f"{len(content):8}", *lines, ""])
    return made(b"tEXt", RAW_PROFILE + name.encode() + b"\0" + words.encode())
