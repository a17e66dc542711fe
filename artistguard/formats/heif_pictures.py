"""What AVIF and HEIC share: both are HEIF files, whose XMP packet and Exif block are items beside the pictures.

Source: ISO/IEC 23008-12:2022, annex A.2 (Exif and XMP metadata); AV1 Image File Format 1.1.0, section 4; C2PA 2.1,
section A.5 (embedding manifests into BMFF).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import heif, heif_edit
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Reading

if TYPE_CHECKING:
    from artistguard.containers.heif import Heif
    from artistguard.formats.picture import Manners
    from artistguard.terms import Inscription

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
        found = heif.parse(picture.whole(source))
        packets = [found.bytes_of(found.xmp.number)] if found.xmp and _plain(found) else []
        block = _exif_block(found)
    except CannotEmbed:
        # A moving picture without a still one: there is no list in which statements could be.
        return Reading()
    return picture.reading(packets, block, credentials=_credentials(found))


def check(source: BinaryIO) -> None:
    """Stop before files on which the decoder would break down rather than complain.

    It ends the whole process where an item's kind is no text, and believes whatever else it is told.

    Raises:
        Damaged: The file is malformed or cut short.
        EmptyFile: There is nothing.
        TooLarge: It is too long to be held in memory.
    """
    try:
        found = heif.parse(picture.whole(source))
        for place in found.locations.places:
            if not place.reference and place.method < 2:
                found.ranges(place)
    except CannotEmbed:
        return
    kinds = [item.kind for item in found.items]
    texts = [item.content_type + item.encoding for item in found.items]
    if not all(kind.isascii() and kind.decode().isprintable() for kind in kinds) or not all(map(str.isascii, texts)):
        raise Damaged("The list of what the picture consists of is damaged.")


def write(source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
    """Copy a HEIF file with the inscription in its XMP item, and in its Exif item where it has one.

    Raises:
        CannotEmbed: It is built in a way that we do not follow.
        Damaged: It is malformed or cut short.
        EmptyFile: There is nothing.
        TooLarge: It is too long to be held in memory.
    """
    content = picture.whole(source)
    found = heif.parse(content)
    if not _plain(found):
        raise CannotEmbed("The picture's information is compressed or encrypted, so nothing can be added to it.")
    packet = found.bytes_of(found.xmp.number) if found.xmp else None
    item = found.bytes_of(found.exif.number) if found.exif else None
    manner = picture.manners([packet] if packet else [], _exif_block(found), None, inscription)
    merged = picture.packet_merged(packet, inscription, manner)
    changed = _exif_merged(item, inscription, manner) if item else None
    if merged == packet and changed == item:
        target.write(content)
        return
    target.write(heif_edit.rewrite(found, None if changed == item else changed, None if merged == packet else merged))


def _plain(found: Heif) -> bool:
    """Whether the items that we look into are neither compressed nor encrypted."""
    return not any(item.encoding or item.protected for item in (found.xmp, found.exif) if item)


def _credentials(found: Heif) -> bool:
    return any(box.user_type == _C2PA for box in found.top)


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


def _exif_block(found: Heif) -> bytes | None:
    """The Exif block from its byte order mark on; None where there is none or it begins nowhere."""
    if found.exif is None or not _plain(found):
        return None
    item = found.bytes_of(found.exif.number)
    try:
        return item[_tiff_start(item) :]
    except Damaged:
        return None


def _exif_merged(item: bytes, inscription: Inscription, manner: Manners) -> bytes:
    """An Exif item with the inscription in it; one that cannot be read is left as it is."""
    try:
        start = _tiff_start(item)
    except Damaged:
        return item
    return item[:start] + (picture.exif_merged(item[start:], inscription, manner) or item[start:])
