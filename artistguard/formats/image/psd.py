"""Photoshop documents: XMP, Exif and IPTC among the image resources; layers and merged picture are copied.

The layers may take gigabytes and are never held in memory, nor is anything in them looked at.

Source: Adobe Photoshop File Formats Specification (November 2019), sections "File Header" to "Image Data" and "Image
Resource IDs" (0x0404, 0x0422, 0x0424, 0x0425); XMP specification part 3 (Adobe, 2020), section 1.1.6.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers import boxes, photoshop, psd
from artistguard.decoding import image
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.containers.photoshop import Resource
    from artistguard.containers.psd import Outline
    from artistguard.decoding.values import Pixels
    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_OURS: Final = frozenset({photoshop.IPTC, photoshop.EXIF, photoshop.XMP, photoshop.IPTC_DIGEST})
"""Resources that a statement may change; all others are guarded."""


class Psd:
    """Photoshop documents, PSD and the large PSB."""

    name = "Photoshop document"
    medium = Medium.IMAGE
    types = (FileType("psd", "image/vnd.adobe.photoshop"), FileType("psb", "image/vnd.adobe.photoshop"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the signature and one of the two versions stand at the beginning."""
        return Certainty.SURE if glimpse.head[:6] in {psd.SMALL, psd.LARGE} else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """XMP, Exif and IPTC of its image resources.

        Raises:
            Damaged: A section reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: Its resources are longer than any sound ones.
        """
        found = _parsed(psd.resources(source, psd.outline(source)))
        if found is None:
            return Reading()
        packet = photoshop.data_of(found, photoshop.XMP)
        return picture.reading(
            [] if packet is None else [packet], photoshop.data_of(found, photoshop.EXIF), photoshop.iptc_of(found)
        )

    def decode(self, source: BinaryIO) -> Pixels | Opaque:
        """The merged picture; its bytes as they are stored where it is of a kind that no decoder here knows.

        Raises:
            Damaged: It is cut short.
            EmptyFile: There is nothing.
            TooLarge: It has more pixels than are safe to decode.
        """
        found = psd.outline(source)
        image.admit((found.header.width, found.header.height), found.size)
        rest, flat = _rest(source, found), psd.flat(source, found)
        try:
            seen = image.pixels(flat, ("PSD",))
        except Damaged:
            return Opaque(_stored(source, found), rest)
        # Half of deep pixels is not seen.
        payload = _stored(source, found) if found.header.depth == psd.DEEP else seen.payload
        return replace(seen, payload=payload, guard=Digest.of(f"{seen.guard} {rest}".encode()))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the document with the inscription in its image resources.

        Raises:
            CannotEmbed: Its resources cannot be read.
            Damaged: A section reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: Its resources are longer than any sound ones.
        """
        outline = psd.outline(source)
        psd.rows(source, outline)
        block = psd.resources(source, outline)
        found = _parsed(block)
        if found is None:
            raise CannotEmbed("The part of the Photoshop document where statements stand cannot be read.")
        new = photoshop.with_resources(block, _fresh(found, inscription))
        boxes.copy(source, target, 0, outline.resources - 4)
        target.write(struct.pack(">I", len(new)) + new)
        boxes.copy(source, target, outline.resources_end, outline.size - outline.resources_end)


def _parsed(block: bytes) -> tuple[Resource, ...] | None:
    """Every resource; None where they are damaged, which says nothing about the picture."""
    try:
        return photoshop.parse(block)
    except Damaged:
        return None


def _fresh(found: tuple[Resource, ...], inscription: Inscription) -> Mapping[int, bytes]:
    """The resources with the inscription in them; a damaged Exif block or row of fields is left as it is."""
    packet, block = photoshop.data_of(found, photoshop.XMP), photoshop.data_of(found, photoshop.EXIF)
    fields = photoshop.iptc_of(found)
    manner = picture.manners([] if packet is None else [packet], block, fields, inscription)
    merged = {
        photoshop.XMP: picture.packet_merged(packet, inscription, manner),
        photoshop.EXIF: picture.exif_merged(block, inscription, manner),
        photoshop.IPTC: picture.fields_merged(fields, inscription, manner),
    }
    return {number: data for number, data in merged.items() if data is not None}


def _rest(source: BinaryIO, found: Outline) -> Digest:
    """A digest over everything but the resources that a statement may change.

    Raises:
        TooLarge: The resources are longer than any sound ones.
    """
    digest = hashlib.sha256(psd.part(source, 0, found.resources - 4))
    block = psd.resources(source, found)
    resources = _parsed(block)
    if resources is None:
        digest.update(block)
    for one in resources or ():
        if one.number not in _OURS:
            digest.update(struct.pack(">HI", one.number, len(one.data)) + one.data)
    for piece in psd.pieces(source, found.resources_end, found.size):
        digest.update(piece)
    return Digest(digest.hexdigest())


def _stored(source: BinaryIO, found: Outline) -> Digest:
    """A digest over the merged picture as it is stored."""
    digest = hashlib.sha256(psd.part(source, 0, found.resources - 4))
    for piece in psd.pieces(source, found.picture, found.size):
        digest.update(piece)
    return Digest(digest.hexdigest())
