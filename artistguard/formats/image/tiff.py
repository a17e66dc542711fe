"""TIFF: statements in the first directory, which is rewritten behind everything else; no pixel and no page moves.

Camera raw files are TIFF files too, but their makers hide offsets in them that nobody documents: they are recognised,
read, and left as they are.

Source: TIFF 6.0 (Adobe, 1992), sections 2, 8 and 15; XMP specification part 3 (Adobe, 2020), section 1.1.4; DNG
specification 1.7.1.0, chapter 4; C2PA 2.1, section A.3.5.
"""

from __future__ import annotations

import hashlib
import struct
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final

from PIL import UnidentifiedImageError

from artistguard.containers import photoshop, tiff, tiff_edit
from artistguard.containers.tiff import BYTE, UNDEFINED, Field
from artistguard.decoding import image
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType
from artistguard.packets import exif, iptc
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from artistguard.containers.tiff import Directory
    from artistguard.decoding.values import Pixels
    from artistguard.formats.picture import Manners
    from artistguard.formats.protocol import Glimpse, Reading
    from artistguard.terms import Inscription

XMP: Final = 700
IPTC: Final = 33723
PHOTOSHOP: Final = 34377
C2PA: Final = 0xCD41
_SUBFILE, _PHOTOMETRIC, _SUB_DIRECTORIES, _DNG = 254, 262, 330, 0xC612
_FILTER_ARRAY, _LINEAR_RAW = 32803, 34892
_STRIPS, _TILES = (273, 279), (324, 325)
# How pixels are laid out: width, height, depth, compression, colours, fill order, samples, planes, predictor, tables …
_LAYOUT = (256, 257, 258, 259, 262, 266, 277, 278, 284, 317, 320, 322, 323, 338, 339, 347)
_MAGIC = frozenset({b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"})
# The marks of makers behind the header: Canon, Panasonic, Olympus have one of their own.
_CANON = b"CR\x02"


class Tiff:
    """TIFF pictures, with one or many pages, small and big offsets, in both byte orders."""

    name = "TIFF"
    medium = Medium.IMAGE
    types = (
        FileType("tif", "image/tiff"),
        FileType("tiff", "image/tiff"),
        FileType("dng", "image/x-adobe-dng"),
        FileType("nef", "image/x-nikon-nef"),
        FileType("cr2", "image/x-canon-cr2"),
        FileType("arw", "image/x-sony-arw"),
        FileType("pef", "image/x-pentax-pef"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the file begins as TIFF does, in either byte order, with small or big offsets."""
        return Certainty.SURE if glimpse.head[:4] in _MAGIC else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """What the file says now: XMP, Exif and IPTC of the first page.

        Raises:
            Damaged: The first directory lies outside the file.
            EmptyFile: There is nothing.
            TooLarge: It is too long to be held in memory.
        """
        found = tiff.parse(picture.whole(source))
        return picture.reading(_packets(found), found.block, _fields(found), credentials=_signed(found))

    def decode(self, source: BinaryIO) -> Pixels | Opaque:
        """Every page; the bytes as they are stored where no decoder knows their layout, or for a camera raw file.

        Raises:
            Damaged: It is malformed or cut short.
            TooLarge: It has more pixels than are safe to decode.
        """
        found = tiff.parse(picture.whole(source))
        if _raw(found):
            digest = Digest.of(found.block)
            return Opaque(digest, digest)
        try:
            return image.pixels(source, ("TIFF",))
        except Damaged as trouble:
            if isinstance(trouble.__cause__, UnidentifiedImageError):
                return _stored(found)
            raise

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the file with the inscription in its XMP, Exif and IPTC fields.

        Raises:
            CannotEmbed: A camera raw file, or one too long for its offsets.
            Damaged: A directory lies outside the file.
            EmptyFile: There is nothing.
            TooLarge: It is too long to be held in memory.
        """
        found = tiff.parse(picture.whole(source))
        if _raw(found):
            raise CannotEmbed("This is a camera raw file, whose maker hides things in it that any change could break.")
        tiff.directories(found)
        if found.top.entry(0):
            raise CannotEmbed("The directory of the picture holds an entry that cannot be.")
        packets, fields = _packets(found), _fields(found)
        manner = picture.manners(packets, found.block, fields, inscription)
        top, below = exif.changes(found, inscription, without=manner.without, former=manner.former)
        top |= _iptc_changes(found, inscription, manner)
        merged = picture.packet_merged(packets[0] if packets else None, inscription, manner)
        if [merged] != packets:
            top[XMP] = Field(BYTE, len(merged), merged)
        target.write(tiff_edit.rewrite(found, top, below))


def _packets(found: tiff.Tiff) -> list[bytes]:
    entry = found.top.entry(XMP)
    return [found.value(entry)] if entry and entry.size else []


def _fields(found: tiff.Tiff) -> bytes | None:
    """The IIM datasets of the first page; old programs called them LONG, and some turned every four bytes round."""
    entry = found.top.entry(IPTC)
    if entry is None or not entry.size:
        return None
    value = found.value(entry)
    if value[:1] != b"\x1c" and value[3:4] == b"\x1c":
        value = b"".join(value[at : at + 4][::-1] for at in range(0, len(value), 4))
    return value.rstrip(b"\0") if entry.kind == tiff.LONG else value


def _iptc_changes(found: tiff.Tiff, inscription: Inscription, manner: Manners) -> dict[int, Field]:
    """IIM datasets, in their own field and where Photoshop keeps its copy; damaged ones are left as they are."""

    def renewed(block: bytes | None) -> bytes:
        return iptc.merge(block, inscription, without=manner.without, former=manner.former)

    changed: dict[int, Field] = {}
    old = _fields(found)
    with suppress(Damaged):
        new = renewed(old)
        if new not in {old, b""}:
            changed[IPTC] = Field(UNDEFINED, len(new), new)
    entry = found.top.entry(PHOTOSHOP)
    block = found.value(entry) if entry else b""
    with suppress(Damaged):
        copied = photoshop.iptc_of(photoshop.parse(block))
        again = photoshop.with_iptc(block, renewed(copied)) if copied is not None else block
        if entry and again != block:
            changed[PHOTOSHOP] = Field(entry.kind, len(again), again)
    return changed


def _signed(found: tiff.Tiff) -> bool:
    return found.top.entry(C2PA) is not None


def _raw(found: tiff.Tiff) -> bool:
    """Whether it is what a camera's sensor saw, in its maker's own layout."""
    top = found.top
    if top.entry(_DNG) or found.block[8:11] == _CANON:
        return True
    if found.number(top.entry(_PHOTOMETRIC)) in {_FILTER_ARRAY, _LINEAR_RAW}:
        return True
    # Nikon, Sony and Pentax put a small preview first and the sensor's picture below it.
    small = (found.number(top.entry(_SUBFILE)) or 0) & 1
    return bool(small and top.entry(_SUB_DIRECTORIES))


def _stored(found: tiff.Tiff) -> Opaque:
    """A digest over the pixels of every page as they are stored, for layouts that no decoder here knows.

    Raises:
        Damaged: They lie outside the file.
    """
    digest = hashlib.sha256()
    for page in tiff.directories(found):
        for tag in _LAYOUT:
            entry = page.entry(tag)
            digest.update(found.value(entry) if entry else b"-")
        for start, length in _pieces(found, page):
            if start + length > len(found.block):
                raise Damaged("The pixels lie outside the file: it is cut short.")
            digest.update(memoryview(found.block)[start : start + length])
    payload = Digest(digest.hexdigest())
    return Opaque(payload, payload)


def _pieces(found: tiff.Tiff, page: Directory) -> list[tuple[int, int]]:
    """First byte and length of every strip or tile of a page.

    Raises:
        Damaged: There are none, or they are more than the file could hold.
    """
    for starts, lengths in (_STRIPS, _TILES):
        where, sizes = _numbers(found, page, starts), _numbers(found, page, lengths)
        if where and len(where) == len(sizes) and sum(sizes) <= len(found.block):
            return list(zip(where, sizes, strict=True))
    raise Damaged("The directory of the picture does not say where its pixels are.")


def _numbers(found: tiff.Tiff, page: Directory, tag: int) -> list[int]:
    entry = page.entry(tag)
    if entry is None or entry.kind not in {3, 4, 16}:
        return []
    value, width = found.value(entry), tiff.SIZES[entry.kind]
    code = found.order + str(entry.count) + {2: "H", 4: "I", 8: "Q"}[width]
    return list(struct.unpack(code, value))
