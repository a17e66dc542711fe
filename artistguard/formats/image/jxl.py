"""JPEG XL: XMP and Exif in boxes of their own; the codestream is copied, and never decoded.

A bare codestream is put into boxes as it is, which every decoder reads alike. A picture out of which its JPEG can be
rebuilt needs the Exif and XMP of that JPEG unchanged. What is compressed with Brotli is not looked into.

Source: ISO/IEC 18181-2:2024, clause 9; XMP specification part 3 (Adobe, 2020); C2PA 2.2, section A.3 (box ``jumb``).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers import jxl
from artistguard.containers.jxl import EXIF, JPEG, PACKED, XML, Part
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_CREDENTIALS: Final = b"jumb"
_CODESTREAM: Final = frozenset({jxl.WHOLE, jxl.PIECE})
_FREE: Final = frozenset({*jxl.HEADER, XML, EXIF, _CREDENTIALS})
"""Boxes that a statement or its signature may change; all others are guarded."""


class Jxl:
    """The format, with or without boxes."""

    name = "JPEG XL"
    medium: Medium | None = Medium.IMAGE
    types = (FileType("jxl", "image/jxl"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure by the signature of the boxes; the two bytes of a bare codestream could stand before anything."""
        if glimpse.head.startswith(jxl.SIGNATURE):
            return Certainty.SURE
        if not glimpse.head.startswith(jxl.BARE):
            return Certainty.NO
        return Certainty.SURE if glimpse.extension == "jxl" else Certainty.LIKELY

    def read(self, source: BinaryIO) -> Reading:
        """XMP and Exif that are not compressed.

        Raises:
            Damaged: No JPEG XL, or it is cut short.
            EmptyFile: There is nothing.
            TooLarge: It is too long to be held in memory.
        """
        parts = jxl.parse(picture.whole(source))
        packet, item = _packet(parts), _first(parts, EXIF)
        signed = any(part.kind == _CREDENTIALS and b"c2pa" in part.body[:256] for part in parts)
        return picture.reading(
            [packet.body] if packet else [], picture.item_block(item.body) if item else None, credentials=signed
        )

    def decode(self, source: BinaryIO) -> Opaque:
        """Digests: of the codestream, and of it with all that is neither statement nor signature.

        Raises:
            Damaged: No JPEG XL, or it is cut short.
            EmptyFile: There is nothing.
            TooLarge: It is too long to be held in memory.
        """
        parts = jxl.parse(picture.whole(source))
        payload = hashlib.sha256()
        for piece in jxl.codestream(parts):
            payload.update(piece)
        guard = hashlib.sha256(payload.digest())
        for part in parts:
            if part.kind not in _FREE | _CODESTREAM:
                guard.update(Digest.of(part.raw).hex.encode())
        return Opaque(Digest(payload.hexdigest()), Digest(guard.hexdigest()))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the picture with the inscription in its XMP and Exif boxes.

        Raises:
            CannotEmbed: Its XMP is compressed, or needed as it is to rebuild a JPEG.
            Damaged: No JPEG XL, or it is cut short.
            EmptyFile: There is nothing.
            TooLarge: It is too long to be held in memory.
        """
        parts = jxl.parse(picture.whole(source))
        fresh = _fresh(parts, inscription)
        new = [part.raw for part in _placed(parts, fresh)]
        target.write(b"".join(new))


def _first(parts: Sequence[Part], kind: bytes) -> Part | None:
    return next((part for part in parts if part.kind == kind), None)


def _packet(parts: Sequence[Part]) -> Part | None:
    """The box with the XMP packet; others may hold XML of any kind."""
    return next((part for part in parts if part.kind == XML and b"RDF" in part.body), None)


def _closed(parts: Sequence[Part], kind: bytes) -> str:
    """Why what there is of a kind may not be changed, or empty where it may."""
    if any(part.kind == PACKED and part.meant == kind for part in parts):
        return "compressed in a way that cannot be read here"
    recipe = _first(parts, JPEG)
    if recipe and kind in jxl.rebuilt_from(recipe.body):
        return "needed as it is to rebuild the JPEG that the picture was made from"
    return ""


def _fresh(parts: Sequence[Part], inscription: Inscription) -> dict[bytes, Part]:
    """The boxes with the inscription in them, by their kind; those that are to stay are left out.

    Raises:
        CannotEmbed: The XMP box may not be changed.
    """
    packet, item = _packet(parts), _first(parts, EXIF)
    block = picture.item_block(item.body) if item else None
    manner = picture.manners([packet.body] if packet else [], block, None, inscription)
    merged = picture.packet_merged(packet.body if packet else None, inscription, manner)
    fresh = {XML: Part.of(XML, merged)} if packet is None or merged != packet.body else {}
    if fresh and (reason := _closed(parts, XML)):
        raise CannotEmbed(f"The picture's XMP is {reason}.")
    changed = picture.item_merged(item.body if item else None, inscription, manner)
    if changed is not None and (item is None or changed != item.body) and not _closed(parts, EXIF):
        fresh[EXIF] = Part.of(EXIF, changed)
    return fresh


def _placed(parts: Sequence[Part], fresh: dict[bytes, Part]) -> list[Part]:
    """The boxes with fresh ones where the old ones were, or before the picture."""
    old = {EXIF: _first(parts, EXIF), XML: _packet(parts)}
    row = [next((fresh[kind] for kind in fresh if part is old[kind]), part) for part in parts]
    start = next(at for at, part in enumerate(parts) if part.kind in _CODESTREAM)
    row[start:start] = [fresh[kind] for kind in (EXIF, XML) if kind in fresh and old[kind] is None]
    return row
