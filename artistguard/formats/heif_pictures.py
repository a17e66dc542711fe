"""What AVIF and HEIC share: both are HEIF files, whose XMP packet and Exif block are items beside the pictures.

Source: ISO/IEC 23008-12:2022, annex A.2 (Exif and XMP metadata); AV1 Image File Format 1.1.0, section 4; C2PA 2.1,
section A.5 (embedding manifests into BMFF).
"""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import boxes, heif, heif_edit
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import sidecar
from artistguard.formats.protocol import Reading
from artistguard.packets import exif

if TYPE_CHECKING:
    from artistguard.containers.heif import Heif
    from artistguard.terms import Inscription, Stated

LONGEST = 1 << 30
_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_EXIF_MARK = b"Exif\0\0"


def read(source: BinaryIO) -> Reading:
    """What a HEIF file says now.

    Raises:
        Damaged: It is malformed or cut short.
        EmptyFile: There is nothing.
        TooLarge: It is too long to be held in memory.
    """
    try:
        picture = heif.parse(boxes.whole(source, LONGEST))
        packet = picture.bytes_of(picture.xmp.number) if picture.xmp else None
        found = sidecar.inside(packet if _plain(picture) else None)
    except CannotEmbed:
        # A moving picture without a still one: there is no list in which statements could be.
        return Reading()
    return replace(found, statements=(*found.statements, *_exif_statements(picture)), credentials=_credentials(picture))


def write(source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
    """Copy a HEIF file with the inscription in its XMP item, and in its Exif item where it has one.

    Raises:
        CannotEmbed: It carries Content Credentials, or is built in a way that we do not follow.
        Damaged: It is malformed or cut short.
        EmptyFile: There is nothing.
        TooLarge: It is too long to be held in memory.
    """
    content = boxes.whole(source, LONGEST)
    picture = heif.parse(content)
    if _credentials(picture):
        raise CannotEmbed("The picture carries Content Credentials (C2PA), which any change inside it would break.")
    if not _plain(picture):
        raise CannotEmbed("The picture's information is compressed or encrypted, so nothing can be added to it.")
    packet = picture.bytes_of(picture.xmp.number) if picture.xmp else None
    merged = sidecar.merged(packet, inscription)
    block = picture.bytes_of(picture.exif.number) if picture.exif else None
    changed = _exif_merged(block, inscription) if block else None
    if merged == packet and changed == block:
        target.write(content)
        return
    target.write(
        heif_edit.rewrite(picture, None if changed == block else changed, None if merged == packet else merged)
    )


def _plain(picture: Heif) -> bool:
    """Whether the items that we look into are neither compressed nor encrypted."""
    found = [item for item in (picture.xmp, picture.exif) if item]
    return not any(item.encoding or item.protected for item in found)


def _credentials(picture: Heif) -> bool:
    return any(box.user_type == _C2PA for box in picture.top)


def _tiff_start(item: bytes) -> int:
    """Where the TIFF structure begins in an Exif item: after a number that says how many bytes to pass over."""
    if len(item) < 4:
        raise Damaged("The picture's Exif block is cut short.")
    start: int = 4 + struct.unpack_from(">I", item)[0]
    if item[start : start + len(_EXIF_MARK)] == _EXIF_MARK:
        # Some phones leave out the mark from the count.
        start += len(_EXIF_MARK)
    if start >= len(item):
        raise Damaged("The picture's Exif block is cut short.")
    return start


def _exif_statements(picture: Heif) -> tuple[Stated, ...]:
    if picture.exif is None or not _plain(picture):
        return ()
    try:
        item = picture.bytes_of(picture.exif.number)
        return exif.statements(item[_tiff_start(item) :])
    except Damaged:
        # Phones write odd Exif blocks; the picture and its packet are sound all the same.
        return ()


def _exif_merged(item: bytes, inscription: Inscription) -> bytes:
    """An Exif item with the inscription in it; one that cannot be read is left as it is."""
    try:
        start = _tiff_start(item)
        return item[:start] + exif.merge(item[start:], inscription)
    except Damaged:
        return item
