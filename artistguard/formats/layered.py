"""Pictures of painting programs: PSD, Krita, OpenRaster, Clip Studio, Procreate. They are read, never written.

Their makers change the layouts at will, and the picture inside belongs to layers; statements stand in a sidecar.

Source: Adobe Photoshop File Formats Specification (November 2019), sections "File Header" to "Image Data"; OpenRaster
0.0.6, section "File layout"; Krita handbook, ".kra"; ZIP local headers: APPNOTE.TXT 6.3.10, section 4.3.7.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from artistguard.containers import photoshop
from artistguard.containers.archive import Archive
from artistguard.decoding import image
from artistguard.decoding.opaque import opaque
from artistguard.errors import Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Opaque, Pixels
    from artistguard.formats.protocol import Glimpse

_XMP, _EXIF = 0x0424, 0x0422
_MERGED = "mergedimage.png"
_LARGEST_MERGED = 512 * 1024 * 1024


class Psd:
    """Photoshop documents, PSD and the large PSB."""

    name = "Photoshop document"
    medium = Medium.IMAGE
    types = (FileType("psd", "image/vnd.adobe.photoshop"), FileType("psb", "image/vnd.adobe.photoshop"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the signature and one of the two versions stand at the beginning."""
        return Certainty.SURE if glimpse.head[:6] in {b"8BPS\0\1", b"8BPS\0\2"} else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """XMP, Exif and IPTC of its image resources.

        Raises:
            Damaged: A section reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: It is too long to be held in memory.
        """
        content = picture.whole(source)
        start, end, _ = _sections(content)
        try:
            found = {one.number: one.data for one in reversed(photoshop.parse(content[start:end]))}
        except Damaged:
            return Reading()
        packets = [found[_XMP]] if _XMP in found else []
        return picture.reading(packets, found.get(_EXIF), found.get(photoshop.IPTC))

    def decode(self, source: BinaryIO) -> Pixels | Opaque:
        """The merged picture; the whole file where it is of a kind that no decoder here knows.

        Raises:
            Damaged: It is cut short.
            EmptyFile: There is nothing.
            TooLarge: It has more pixels than are safe to decode.
        """
        content = picture.whole(source)
        _, resources_end, pixels_start = _sections(content)
        _check_pixels(content, pixels_start)
        # Layers are left out, so that their oddities cannot keep the merged picture from being seen.
        flat = content[:resources_end] + bytes(4) + content[pixels_start:]
        try:
            return image.pixels(io.BytesIO(flat), ("PSD",))
        except Damaged:
            return opaque(source)


def _sections(content: bytes) -> tuple[int, int, int]:
    """Where the image resources begin and end, and where the merged picture begins.

    Raises:
        Damaged: A section reaches past the end.
    """
    if len(content) < 26 or content[:4] != b"8BPS":
        raise Damaged("The Photoshop document is cut short.")
    wide = content[4:6] == b"\0\2"
    _, colours_end = _section(content, 26, 4)
    start, end = _section(content, colours_end, 4)
    _, layers_end = _section(content, end, 8 if wide else 4)
    return start, end, layers_end


def _section(content: bytes, place: int, width: int) -> tuple[int, int]:
    start = place + width
    end = start + int.from_bytes(content[place:start])
    if end > len(content):
        raise Damaged("The Photoshop document is cut short.")
    return start, end


def _check_pixels(content: bytes, start: int) -> None:
    """Stop where the merged picture is shorter than its size tells.

    Raises:
        Damaged: It is cut short.
    """
    channels, height, width, depth = struct.unpack_from(">HIIH", content, 12)
    method = int.from_bytes(content[start : start + 2])
    have = len(content) - start - 2
    need = 1
    if method == 0:
        need = channels * height * ((width * depth + 7) // 8)
    elif method == 1:
        size = 4 if content[5] == 2 else 2
        rows = content[start + 2 : start + 2 + channels * height * size]
        lengths = struct.unpack(f">{len(rows) // size}{'I' if size == 4 else 'H'}", rows[: len(rows) // size * size])
        need = channels * height * size + sum(lengths)
    if have < need:
        raise Damaged("The Photoshop document is cut short.")


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
