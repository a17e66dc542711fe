"""Paintings in archives, Krita and OpenRaster: an XMP packet as a member of its own, every other member untouched.

Both are archives that name their kind first, and such archives have a place for metadata of the whole. Krita passes
over members that it does not know, and leaves them out when it saves again.

Source: XMP specification part 3 (Adobe, 2020), section "UCF" (``META-INF/metadata.xml``); OpenRaster 0.0.6, section
"File layout"; Krita handbook, ".kra"; ZIP local headers: APPNOTE.TXT 6.3.10, section 4.3.7.
"""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from artistguard.containers.archive import Archive
from artistguard.decoding import image
from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import EmptyFile
from artistguard.formats import picture, sidecar
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_METADATA = "META-INF/metadata.xml"
_MERGED = "mergedimage.png"
_LARGEST_MERGED = 512 * 1024 * 1024


class _Painting:
    """An archive that holds its merged picture as a PNG."""

    medium = Medium.IMAGE
    types: ClassVar[tuple[FileType, ...]] = ()

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the archive declares itself to be of this kind."""
        return Certainty.SURE if _declared(glimpse.head) == self.types[0].mime.encode() else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the packet says.

        Raises:
            Damaged: It is no sound archive.
            Locked: The packet is encrypted.
            TooLarge: It is larger than any.
        """
        packet = _packet(Archive(source))
        return picture.reading([packet] if packet is not None else [])

    def decode(self, source: BinaryIO) -> Pixels | Opaque:
        """The merged picture; a digest over all members but the packet where there is none.

        Raises:
            Damaged: It is no sound archive, or the picture is damaged.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It has more pixels than are safe to decode.
        """
        source.seek(0)
        if not source.read(1):
            raise EmptyFile("The file is empty.")
        archive = Archive(source)
        others = archive.untouched({_METADATA})
        if _MERGED not in archive:
            return Opaque(others, others)
        seen = image.pixels(io.BytesIO(archive.content(_MERGED, _LARGEST_MERGED)), ("PNG",))
        return replace(seen, guard=Digest.of(f"{others} {seen.guard}".encode()))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the painting with the inscription in its packet, which is made where there is none.

        Raises:
            CannotEmbed: The packet that is there cannot be read, or the archive cannot be rebuilt.
            Damaged: It is no sound archive.
            Locked: The packet is encrypted.
            TooLarge: It is larger than any.
        """
        archive = Archive(source)
        archive.rewrite(target, {_METADATA: sidecar.merged(_packet(archive), inscription)})


class Krita(_Painting):
    """Krita documents."""

    name = "Krita document"
    types = (FileType("kra", "application/x-krita"), FileType("krz", "application/x-krita"))


class OpenRaster(_Painting):
    """OpenRaster pictures, which many painting programs exchange."""

    name = "OpenRaster"
    types = (FileType("ora", "image/openraster"),)


def _packet(archive: Archive) -> bytes | None:
    return archive.content(_METADATA) if _METADATA in archive else None


def _declared(head: bytes) -> bytes:
    """What a ZIP archive declares itself to be in a first member ``mimetype``; empty where there is none."""
    if head[:4] != b"PK\3\4" or len(head) < 38:
        return b""
    size, name, extra = struct.unpack_from("<IHH", head, 22)
    if head[30 : 30 + name] != b"mimetype":
        return b""
    start = 30 + name + extra
    return head[start : start + min(size, 100)].strip()
