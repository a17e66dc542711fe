"""JPEG XL files: a bare codestream, or boxes in which the codestream stands whole or in pieces.

Source: ISO/IEC 18181-2:2024, clause 9 (box types): signature, file type, Exif, XML, Brotli-compressed box, codestream
and partial codestream, JPEG bitstream reconstruction data.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artistguard.containers import boxes
from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE: Final = b"\xff\x0a"
"""How a codestream begins. Source: ISO/IEC 18181-1:2024, annex D (image header)."""
SIGNATURE: Final = boxes.pack(b"JXL ", b"\r\n\x87\n")
FILE_TYPE: Final = boxes.pack(b"ftyp", b"jxl \0\0\0\0jxl ")
WHOLE, PIECE, XML, EXIF, PACKED, JPEG = b"jxlc", b"jxlp", b"xml ", b"Exif", b"brob", b"jbrd"
HEADER: Final = frozenset({b"JXL ", b"ftyp"})
_END_OF_IMAGE: Final = 0xD9
_MOST_MARKERS: Final = 1024
_MOST_BYTES: Final = 4096
"""Of a reconstruction box that are looked at: more than so many markers take."""
_NEEDED: Final = {2: EXIF, 3: XML}
_NUMBER: Final = 4
"""Bytes before a piece of the codestream: which one it is. Its highest bit marks the last."""


@dataclass(frozen=True, slots=True)
class Part:
    """One box.

    Attributes:
        kind: Its four bytes; none for zeros that follow the last box.
        body: What it holds, without its header.
        raw: All of it.
    """

    kind: bytes
    body: bytes
    raw: bytes

    @classmethod
    def of(cls, kind: bytes, body: bytes) -> Part:
        """A box of our own."""
        return cls(kind, body, boxes.pack(kind, body))

    @property
    def meant(self) -> bytes:
        """The kind of what it holds, compressed or not."""
        return self.body[:4] if self.kind == PACKED else self.kind

    @property
    def codestream(self) -> bytes:
        """What it holds of the codestream."""
        return self.body if self.kind == WHOLE else self.body[_NUMBER:] if self.kind == PIECE else b""


def parse(content: bytes) -> tuple[Part, ...]:
    """Every box in order; a bare codestream is put into the boxes that it would stand in.

    Args:
        content: The whole file.

    Raises:
        Damaged: No JPEG XL, or it is cut short.
    """
    if content.startswith(BARE):
        parts = (Part(b"JXL ", SIGNATURE[8:], SIGNATURE), Part(b"ftyp", FILE_TYPE[8:], FILE_TYPE))
        return (*parts, Part.of(WHOLE, content))
    if not content.startswith(SIGNATURE):
        raise Damaged("This is not a JPEG XL picture.")
    found = tuple(_parts(content))
    if not b"".join(part.codestream for part in found).startswith(BARE):
        raise Damaged("The JPEG XL file holds no picture.")
    _check_pieces(found)
    return found


def _parts(content: bytes) -> Iterator[Part]:
    end = 0
    for box in boxes.walk(io.BytesIO(content)):
        end = box.end
        yield Part(box.kind, content[box.body : end], content[box.start : end])
    if end < len(content):
        yield Part(b"", b"", content[end:])


def _check_pieces(found: tuple[Part, ...]) -> None:
    """Stop where the codestream is not there as a whole, once.

    Raises:
        Damaged: Pieces are missing, out of order, or stand beside a whole one.
    """
    whole = [part for part in found if part.kind == WHOLE]
    told = [part.body[:_NUMBER] for part in found if part.kind == PIECE]
    wanted = [number.to_bytes(_NUMBER) for number in range(len(told))]
    wanted[-1:] = [(len(told) - 1 | 1 << 31).to_bytes(_NUMBER)] if told else []
    if told != wanted or len(whole) + bool(told) != 1:
        raise Damaged("The JPEG XL picture is cut short.")


def codestream(parts: tuple[Part, ...]) -> Iterator[bytes]:
    """The codestream, piece by piece."""
    return (part.codestream for part in parts)


def rebuilt_from(reconstruction: bytes) -> frozenset[bytes]:
    """The kinds of metadata boxes that are needed as they are to rebuild the JPEG which a picture was made from.

    Args:
        reconstruction: Body of a ``jbrd`` box. Numbers are packed into it bit by bit, low bits first: whether it is
            grey; 6 bits for each marker, up to the end of the image; for each of its application markers a kind and,
            in 16 bits, its length less one.

    Returns:
        Of EXIF and XML those that the JPEG had; both where it does not tell.

    Source: ISO/IEC 18181-2:2024, annex A (JPEG bitstream reconstruction); ISO/IEC 18181-1:2024, clause B.2.2 (U32).
    """
    bits = _Bits(reconstruction)
    bits.take(1)
    applications = 0
    for _ in range(_MOST_MARKERS):
        marker = 0xC0 + bits.take(6)
        applications += 0xE0 <= marker <= 0xEF
        if marker == _END_OF_IMAGE or bits.over:
            break
    needed = {_NEEDED.get(_application(bits), b"") for _ in range(min(applications, _MOST_MARKERS))}
    return frozenset(_NEEDED.values()) if bits.over else frozenset(needed - {b""})


def _application(bits: _Bits) -> int:
    """The kind of one application marker: 0 other, 1 ICC profile, 2 Exif, 3 XMP."""
    choice = bits.take(2)
    kind = choice if choice < 2 else 2 + bits.take(1) if choice == 2 else 4 + bits.take(2)
    bits.take(16)
    return kind


class _Bits:
    """Numbers taken from bytes, low bits first.

    Attributes:
        over: Whether more was asked for than there is.
    """

    def __init__(self, content: bytes) -> None:
        self._number = int.from_bytes(content[:_MOST_BYTES], "little")
        self._left = 8 * min(len(content), _MOST_BYTES)
        self.over = False

    def take(self, count: int) -> int:
        """The next number of so many bits."""
        self.over = self.over or count > self._left
        taken = self._number & (1 << count) - 1
        self._number >>= count
        self._left -= count
        return taken
