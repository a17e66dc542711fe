"""AVIF: pictures in AV1, still and moving.

Source: AV1 Image File Format 1.1.0 (Alliance for Open Media, 2022), section 6 (brands).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.boxes import brands
from artistguard.decoding import image
from artistguard.formats import heif_pictures
from artistguard.formats.protocol import Certainty, FileType
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Pixels
    from artistguard.formats.protocol import Glimpse, Reading
    from artistguard.terms import Inscription

_BRANDS = frozenset({b"avif", b"avis"})


class Avif:
    """AVIF pictures: statements in an XMP and an Exif item."""

    name = "AVIF"
    medium = Medium.IMAGE
    types = (FileType("avif", "image/avif"), FileType("avifs", "image/avif"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the file names the AVIF brand."""
        return Certainty.SURE if _BRANDS.intersection(brands(glimpse.head)) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the file says now; see `artistguard.formats.heif_pictures.read`."""
        return heif_pictures.read(source)

    def decode(self, source: BinaryIO) -> Pixels:
        """Every frame; see `artistguard.decoding.image.pixels`."""
        return image.pixels(source, ("AVIF",))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the file with the inscription in it; see `artistguard.formats.heif_pictures.write`."""
        heif_pictures.write(source, target, inscription)
