"""HEIC and HEIF: pictures in HEVC, as phones take them.

Source: ISO/IEC 23008-12:2022, section 10 and annex B (brands).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.boxes import brands
from artistguard.decoding import heif
from artistguard.formats import heif_pictures
from artistguard.formats.protocol import Certainty, FileType
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Pixels
    from artistguard.formats.protocol import Glimpse, Reading
    from artistguard.terms import Inscription

_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"})
_RELATIVES = frozenset({b"mif1", b"mif2", b"msf1"})


class Heic:
    """HEIC pictures: statements in an XMP and an Exif item."""

    name = "HEIC"
    medium = Medium.IMAGE
    types = (
        FileType("heic", "image/heic"),
        FileType("heif", "image/heif"),
        FileType("hif", "image/heif"),
        FileType("heics", "image/heic-sequence"),
        FileType("heifs", "image/heif-sequence"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the file names a brand of HEVC pictures, likely for other pictures of the family."""
        named = brands(glimpse.head)
        if _BRANDS.intersection(named):
            return Certainty.SURE
        return Certainty.LIKELY if _RELATIVES.intersection(named) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the file says now; see `artistguard.formats.heif_pictures.read`."""
        return heif_pictures.read(source)

    def decode(self, source: BinaryIO) -> Pixels:
        """Every picture; see `artistguard.decoding.heif.pixels`.

        Raises:
            Damaged: It is malformed or cut short.
            EmptyFile: There is nothing.
            TooLarge: It has more pixels than are safe to decode.
        """
        heif_pictures.check(source)
        return heif.pixels(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the file with the inscription in it; see `artistguard.formats.heif_pictures.write`."""
        heif_pictures.write(source, target, inscription)
