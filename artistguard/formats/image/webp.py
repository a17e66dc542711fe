"""WebP: XMP and Exif in chunks behind the picture; a simple file gets the extended header that announces them.

Source: RFC 9649 (WebP Image Format, 2024), sections 2.5 (VP8), 2.6 (VP8L) and 2.7 (extended format); C2PA 2.2,
section A.3 (chunk ``C2PA``).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers import riff
from artistguard.containers.riff import Chunk, Fresh
from artistguard.decoding import image
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.containers.riff import Riff
    from artistguard.decoding.values import Pixels
    from artistguard.terms import Inscription

ALPHA, EXIF_FLAG, XMP_FLAG = 0x10, 0x08, 0x04
HEADER, LOSSY, LOSSLESS, EXIF, XMP, CREDENTIALS = b"VP8X", b"VP8 ", b"VP8L", b"EXIF", b"XMP ", b"C2PA"
PREFIX: Final = b"Exif\0\0"
HEADER_BYTES: Final = 10


@dataclass(frozen=True, slots=True)
class _File:
    """One file, looked into.

    Attributes:
        source: Its bytes.
        outline: Its chunks.
    """

    source: io.BytesIO
    outline: Riff

    def payload(self, kind: bytes) -> bytes | None:
        """The payload of the first chunk of a kind."""
        chunk = self.outline.first(kind)
        return None if chunk is None else riff.payload(self.source, chunk)

    @property
    def block(self) -> bytes | None:
        """The Exif block; some programs put JPEG's prefix before it."""
        raw = self.payload(EXIF)
        return None if raw is None else raw.removeprefix(PREFIX)

    @property
    def packets(self) -> list[bytes]:
        """The XMP packet, where there is one."""
        raw = self.payload(XMP)
        return [] if raw is None else [raw]

    @property
    def signed(self) -> bool:
        """Whether it carries a C2PA manifest."""
        return self.outline.first(CREDENTIALS) is not None


def _opened(source: BinaryIO) -> _File:
    held = io.BytesIO(picture.whole(source))
    outline = riff.parse(held)
    if outline.form != b"WEBP" or outline.kind != b"RIFF" or not outline.chunks:
        raise Damaged("This is not a WebP picture.")
    return _File(held, outline)


class Webp:
    """The format: lossy, lossless, with transparency, animated."""

    name = "WebP"
    medium: Medium | None = Medium.IMAGE
    types = (FileType("webp", "image/webp"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """RIFF with the form WEBP."""
        head = glimpse.head
        return Certainty.SURE if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """XMP and Exif."""
        found = _opened(source)
        return picture.reading(found.packets, found.block, credentials=found.signed)

    def decode(self, source: BinaryIO) -> Pixels:
        """Every frame."""
        _opened(source)
        return image.pixels(source, ("WEBP",))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Put the inscription into XMP and Exif."""
        found = _opened(source)
        block, packets = found.block, found.packets
        manner = picture.manners(packets, block, None, inscription)
        fresh = {XMP: picture.packet_merged(packets[0] if packets else None, inscription, manner)}
        merged = picture.exif_merged(block, inscription, manner)
        if merged is not None and merged != block:
            fresh[EXIF] = merged
        riff.assemble(found.source, target, found.outline, _parts(found, fresh))


def _parts(found: _File, fresh: dict[bytes, bytes]) -> list[Chunk | Fresh]:
    """The chunks in order: header first, replaced ones where they were, new ones at the end."""
    parts: list[Chunk | Fresh] = [_header(found, set(fresh))]
    left = dict(fresh)
    for chunk in found.outline.chunks:
        if chunk.kind == HEADER:
            continue
        parts.append(Fresh(chunk.kind, left.pop(chunk.kind)) if chunk.kind in left else chunk)
    # Exif stands before XMP. Source: RFC 9649, section 2.7.1.
    parts += [Fresh(kind, left[kind]) for kind in (EXIF, XMP) if kind in left]
    return parts


def _header(found: _File, kinds: set[bytes]) -> Fresh:
    """The extended header with the flags of what is in the file now."""
    raw = found.payload(HEADER)
    if raw is None:
        raw = _made(found)
    if len(raw) < HEADER_BYTES or (found.outline.chunks[0].kind != HEADER and found.outline.first(HEADER)):
        raise CannotEmbed("The header of the WebP picture is not where it should be.")
    flags = raw[0] | (EXIF_FLAG if EXIF in kinds else 0) | (XMP_FLAG if XMP in kinds else 0)
    return Fresh(HEADER, bytes([flags]) + raw[1:])


def _made(found: _File) -> bytes:
    """An extended header for a simple file: flags, three reserved bytes, width and height less one in 24 bits."""
    first = found.outline.chunks[0]
    head = riff.payload(found.source, first)[:10]
    if first.kind == LOSSLESS and len(head) >= 5 and head[0] == 0x2F:
        bits = int.from_bytes(head[1:5], "little")
        flags, width, height = (ALPHA if bits >> 28 & 1 else 0), bits & 0x3FFF, bits >> 14 & 0x3FFF
    elif first.kind == LOSSY and len(head) == 10 and head[3:6] == b"\x9d\x01\x2a":
        flags = 0
        width = (int.from_bytes(head[6:8], "little") & 0x3FFF) - 1
        height = (int.from_bytes(head[8:10], "little") & 0x3FFF) - 1
    else:
        raise Damaged("The WebP picture does not begin with a picture.")
    if width < 0 or height < 0:
        raise Damaged("The WebP picture has no size.")
    return bytes([flags, 0, 0, 0]) + width.to_bytes(3, "little") + height.to_bytes(3, "little")
