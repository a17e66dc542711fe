"""Whether the credentials of a file go inside it or beside it.

Inside is right where the file stays what it is for every program that plays it, and beside it everywhere else: a file
that carries credentials is one file, which is harder to lose. docs/credentials.md tells what was seen of each type.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import heif, riff, tiff
from artistguard.containers.archive import Archive
from artistguard.containers.pdf import PdfFile
from artistguard.credentials.carriers import LARGEST
from artistguard.credentials.values import Place
from artistguard.decoding.text import read_bounded
from artistguard.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FLAC = "audio/flac"
_NOT_PLAIN = (b"\x1f\x8b", b"\xfe\xff", b"\xff\xfe")
"""How a drawing begins that is compressed, or in UTF-16."""
_BOXED = b"\0\0\0\x0cJXL "
"""How a JPEG XL begins that has room for more than the picture."""
_DNG_VERSION = 0xC612
_ARCHIVAL = b"pdfaid"


def place(source: BinaryIO, mime: str, *, flac: Place = Place.BESIDE) -> Place:
    """Where the credentials of a file go.

    Args:
        source: The file.
        mime: Its media type.
        flac: Where those of FLAC files go: inside they stand before the music's own mark, and some players stumble.
    """
    if mime == _FLAC:
        return flac
    suited = _SUITED.get(mime)
    try:
        return Place.INSIDE if suited is not None and suited(source) else Place.BESIDE
    except FileProblem:
        return Place.BESIDE


def _always(_: BinaryIO) -> bool:
    return True


def _plain_drawing(source: BinaryIO) -> bool:
    source.seek(0)
    return not source.read(2).startswith(_NOT_PLAIN)


def _boxed(source: BinaryIO) -> bool:
    source.seek(0)
    return source.read(len(_BOXED)) == _BOXED


def _counted_plainly(source: BinaryIO) -> bool:
    """The reference implementation moves what an item's base is to tell twice, where the base has room and says 0."""
    table = heif.parse(read_bounded(source, LARGEST)).locations
    return not table.base_size or all(place.method or place.base for place in table.places)


def _no_raw_picture(source: BinaryIO) -> bool:
    return tiff.parse(read_bounded(source, LARGEST)).top.entry(_DNG_VERSION) is None


def _whole_recording(source: BinaryIO) -> bool:
    """Neither longer than 4 GB (RF64), nor written into a pipe by a program that did not know its length."""
    outline = riff.parse(source)
    return outline.kind == b"RIFF" and outline.end == outline.size


def _plain_document(source: BinaryIO) -> bool:
    """Neither signed nor encrypted; archival PDF forbids attachments, or asks for more of them than we can say."""
    with PdfFile(read_bounded(source, LARGEST), mend=False) as opened:
        opened.refuse_oddities()
        return _ARCHIVAL not in (opened.packet() or b"")


def _uncompressed(source: BinaryIO) -> bool:
    """The reference implementation cannot look into an archive with any compressed member."""
    return all(member.method == 0 for member in Archive(source).members)


_SUITED: Mapping[str, Callable[[BinaryIO], bool]] = MappingProxyType(
    {
        "image/jpeg": _always,
        "image/png": _always,
        "image/webp": _always,
        "image/gif": _always,
        "image/avif": _counted_plainly,
        "image/heic": _counted_plainly,
        "image/jxl": _boxed,
        "image/tiff": _no_raw_picture,
        "image/svg+xml": _plain_drawing,
        "audio/mpeg": _always,
        "audio/mp4": _always,
        "audio/wav": _whole_recording,
        "application/pdf": _plain_document,
        "application/epub+zip": _uncompressed,
    }
)
"""Types whose files can carry credentials, and which of them do. Word and OpenDocument files never do: LibreOffice does
not open the latter then, and nobody has seen Word open the former."""
