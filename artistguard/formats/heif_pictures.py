"""What AVIF and HEIC share: both are HEIF files, whose XMP packet and Exif block are items beside the pictures.

Source: ISO/IEC 23008-12:2022, annex A.2 (Exif and XMP metadata); AV1 Image File Format 1.1.0, section 4; C2PA 2.1,
section A.5 (embedding manifests into BMFF).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import heif, heif_edit
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Reading

if TYPE_CHECKING:
    from artistguard.containers.heif import Heif, Item
    from artistguard.terms import Inscription

_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")


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
        block = picture.item_block(_item(found, found.exif)) if _plain(found) else None
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
    """Copy a HEIF file with the inscription in its XMP and Exif items, which are added where there are none.

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
    packet, item = _item(found, found.xmp), _item(found, found.exif)
    manner = picture.manners([packet] if packet else [], picture.item_block(item), None, inscription)
    merged = picture.packet_merged(packet, inscription, manner)
    changed = picture.item_merged(item, inscription, manner)
    if merged == packet and changed in {item, None}:
        target.write(content)
        return
    target.write(heif_edit.rewrite(found, None if changed == item else changed, None if merged == packet else merged))


def _plain(found: Heif) -> bool:
    """Whether the items that we look into are neither compressed nor encrypted."""
    return not any(item.encoding or item.protected for item in (found.xmp, found.exif) if item)


def _credentials(found: Heif) -> bool:
    return any(box.user_type == _C2PA for box in found.top)


def _item(found: Heif, item: Item | None) -> bytes | None:
    return None if item is None else found.bytes_of(item.number)
