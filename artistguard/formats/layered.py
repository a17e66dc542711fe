"""Pictures of painting programs: Krita, OpenRaster, Clip Studio, Procreate. They are read, never written.

Their makers change the layouts at will, and the picture inside belongs to layers; statements stand in a sidecar.

Source: OpenRaster 0.0.6, section "File layout"; Krita handbook, ".kra"; ZIP local headers: APPNOTE.TXT 6.3.10, section
4.3.7.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from artistguard.containers.archive import Archive
from artistguard.decoding import image
from artistguard.decoding.opaque import opaque
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Opaque, Pixels
    from artistguard.formats.protocol import Glimpse

_MERGED = "mergedimage.png"
_LARGEST_MERGED = 512 * 1024 * 1024


def _declared(head: bytes) -> bytes:
    """What a ZIP archive declares itself to be in a first member ``mimetype``; empty where there is none."""
    if head[:4] != b"PK\3\4" or len(head) < 38:
        return b""
    size, name, extra = struct.unpack_from("<IHH", head, 22)
    if head[30 : 30 + name] != b"mimetype":
        return b""
    start = 30 + name + extra
    return head[start : start + min(size, 100)].strip()


class _Merged:
    """An archive that holds its merged picture as a PNG."""

    medium = Medium.IMAGE
    types: ClassVar[tuple[FileType, ...]] = ()

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the archive declares itself to be of this kind."""
        return Certainty.SURE if _declared(glimpse.head) == self.types[0].mime.encode() else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Nothing that we would look for stands inside.

        Raises:
            Damaged: It is no sound archive.
        """
        Archive(source)
        return Reading()

    def decode(self, source: BinaryIO) -> Pixels | Opaque:
        """The merged picture; the whole file where it holds none.

        Raises:
            Damaged: It is no sound archive, or the picture is damaged.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It has more pixels than are safe to decode.
        """
        whole = opaque(source)
        archive = Archive(source)
        if _MERGED not in archive:
            return whole
        return image.pixels(io.BytesIO(archive.content(_MERGED, _LARGEST_MERGED)), ("PNG",))


class Krita(_Merged):
    """Krita documents."""

    name = "Krita document"
    types = (FileType("kra", "application/x-krita"), FileType("krz", "application/x-krita"))


class OpenRaster(_Merged):
    """OpenRaster pictures, which many painting programs exchange."""

    name = "OpenRaster"
    types = (FileType("ora", "image/openraster"),)


class ClipStudio:
    """Clip Studio Paint documents, whose layout nobody documents."""

    name = "Clip Studio document"
    medium = Medium.IMAGE
    types = (FileType("clip", "application/x-clip-studio"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the signature stands at the beginning."""
        return Certainty.SURE if glimpse.head.startswith(b"CSFCHUNK") else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:  # noqa: ARG002 - nobody knows where to look
        """Nothing that we know of stands inside."""
        return Reading()

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file.

        Raises:
            EmptyFile: There is nothing.
        """
        return opaque(source)


class Procreate:
    """Procreate documents: archives of layers in a layout of their own."""

    name = "Procreate document"
    medium = Medium.IMAGE
    types = (FileType("procreate", "application/x-procreate"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Likely where an archive lists the document that Procreate keeps."""
        fits = glimpse.head.startswith(b"PK\3\4") and b"Document.archive" in glimpse.tail
        return Certainty.SURE if fits and glimpse.extension == "procreate" else Certainty(2 * fits)

    def read(self, source: BinaryIO) -> Reading:
        """Nothing that we know of stands inside.

        Raises:
            Damaged: It is no sound archive.
        """
        Archive(source)
        return Reading()

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file.

        Raises:
            Damaged: It is no sound archive.
            EmptyFile: There is nothing.
        """
        whole = opaque(source)
        Archive(source)
        return whole
