"""M4A (AAC or ALAC in MP4): statements stand in iTunes items, and in an XMP box at the end of the file.

The music itself is copied; where it moves, the tables that say where it stands are put right, those of chapter tracks
too. Files in fragments, whose tables stand all over, are refused.

Source: ISO/IEC 14496-12:2022, sections 4.3 (ftyp), 8.2 (moov, mvhd), 8.5.2 (stsd), 8.8 (fragments), 8.12 (protection);
XMP specification part 3 (2020), section 1.3.2 (uuid box); C2PA Technical Specification 2.2, section A.5 (uuid box).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import boxes, item_list
from artistguard.decoding import audio
from artistguard.errors import CannotEmbed, Damaged, Locked
from artistguard.formats import tagged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.vocabularies import table
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.containers.boxes import Box
    from artistguard.containers.item_list import Item
    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
BRANDS = frozenset({b"M4A ", b"M4B ", b"M4P "})
PROTECTED = frozenset({b"drms", b"enca", b"aavd"})
LONGEST_MOOV = 64 << 20
LONGEST_PACKET = 16 << 20
_WAY_TO_ENTRIES = (b"mdia", b"minf", b"stbl", b"stsd")


@dataclass(frozen=True, slots=True)
class _Outline:
    """A file's boxes.

    Attributes:
        boxes: At the top, in file order.
        moov: The box with all tables.
        tables: Its body.
        size: Of the file in bytes.
    """

    boxes: tuple[Box, ...]
    moov: Box
    tables: bytes
    size: int

    def special(self, user_type: bytes) -> Box | None:
        """The first uuid box of a type."""
        return next((box for box in self.boxes if box.user_type == user_type), None)

    def has(self, kind: bytes) -> bool:
        """Whether a box of a kind stands at the top."""
        return any(box.kind == kind for box in self.boxes)


class M4a:
    """MPEG-4 audio."""

    name = "M4A"
    medium: Medium | None = Medium.AUDIO
    types = (FileType("m4a", "audio/mp4"), FileType("m4b", "audio/mp4"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its brands; files of a general brand by having a sound track and no film track."""
        head = glimpse.head
        if head[4:8] != b"ftyp":
            return Certainty.NO
        length = min(int.from_bytes(head[:4], "big"), 256)
        brands = {head[8:12], *(head[at : at + 4] for at in range(16, length - 3, 4))}
        if brands & BRANDS:
            return Certainty.SURE
        tracks = set(_handlers(head)) | set(_handlers(glimpse.tail))
        if tracks & {b"vide", b"pict"}:
            return Certainty.NO
        # The tables of a long recording may reach beyond the glimpse.
        fits = b"soun" in tracks or (not tracks and glimpse.extension in {"m4a", "m4b"})
        return Certainty.LIKELY if fits else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """The items, and the XMP box."""
        outline = _outline(source)
        items = item_list.items(outline.tables)
        return tagged.reading(
            _facts(items, _seconds(outline.tables)),
            {"MP4 ----:": item_list.tags(items)},
            {"MP4 cprt": item_list.text(items, item_list.COPYRIGHT)},
            _packet(source, outline),
            credentials=outline.special(C2PA) is not None,
        )

    def decode(self, source: BinaryIO) -> Samples:
        """The samples.

        Raises:
            Locked: The music is encrypted.
        """
        _unlocked(_outline(source))
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange the items and the XMP box; everything else is copied.

        Raises:
            Locked: The music is encrypted.
            CannotEmbed: Fragments, or a packet that cannot be read.
            Damaged: It is not sound.
        """
        outline = _outline(source)
        _unlocked(outline)
        _check(outline)
        packet = _packet(source, outline)
        items = item_list.items(outline.tables)
        present = item_list.text(items, item_list.COPYRIGHT), tagged.packet_copyright(packet)
        rights = tagged.rights(inscription, *present)
        changed = item_list.inscribed(items, table.tags(inscription), rights.copyright)
        tables = item_list.replaced(outline.tables, changed)
        xmp = boxes.pack(b"uuid", tagged.merged(packet, inscription, rights), user_type=XMP)
        _assemble(source, target, outline, tables, xmp)


def _handlers(content: bytes) -> Iterator[bytes]:
    """What kinds of tracks are told of in a stretch of bytes: the type in each ``hdlr`` box."""
    at = content.find(b"hdlr")
    while at >= 0:
        yield content[at + 12 : at + 16]
        at = content.find(b"hdlr", at + 4)


def _outline(source: BinaryIO) -> _Outline:
    found = tuple(boxes.walk(source))
    moov = next((box for box in found if box.kind == b"moov"), None)
    if moov is None or not found or found[0].kind != b"ftyp":
        raise Damaged("The file does not say how its music is to be played.")
    tables = boxes.body_of(source, moov, longest=LONGEST_MOOV)
    return _Outline(found, moov, tables, boxes.length_of(source))


def _packet(source: BinaryIO, outline: _Outline) -> bytes | None:
    box = outline.special(XMP)
    return boxes.body_of(source, box, longest=LONGEST_PACKET) if box else None


def _unlocked(outline: _Outline) -> None:
    if any(kind in PROTECTED for kind in _entries(outline.tables)):
        raise Locked("The music in the file is encrypted by a shop or player.")


def _entries(tables: bytes) -> Iterator[bytes]:
    """The kinds of all sample entries of all tracks."""
    for track in (box for box in boxes.inside(tables) if box.kind == b"trak"):
        body: bytes | None = tables[track.body : track.end]
        for kind in _WAY_TO_ENTRIES:
            body = _within(body, kind) if body is not None else None
        if body is not None and len(body) >= 8:
            yield from (entry.kind for entry in boxes.inside(body, 8))


def _within(body: bytes, kind: bytes) -> bytes | None:
    return next((body[box.body : box.end] for box in boxes.inside(body) if box.kind == kind), None)


def _check(outline: _Outline) -> None:
    if outline.has(b"moof") or outline.has(b"mfra"):
        raise CannotEmbed("The file is cut into fragments for streaming; changing one place would shift them all.")
    if outline.has(b"meta"):
        raise CannotEmbed("The file holds other items beside its music, whose places cannot safely be changed.")


def _assemble(source: BinaryIO, target: BinaryIO, outline: _Outline, tables: bytes, xmp: bytes) -> None:
    old = outline.special(XMP)
    last = outline.boxes[-1]
    # Behind a box that goes on to the end of the file nothing can stand, so the packet goes before it.
    before = last if old is None and last.open_ended else None
    shifts = [(outline.moov.end, len(boxes.pack(b"moov", tables)) - outline.moov.size)]
    if old is not None:
        shifts.append((old.end, len(xmp) - old.size))
    elif before is not None:
        shifts.append((before.start, len(xmp)))
    moved = boxes.move_chunks(tables, lambda at: at + sum(by for place, by in shifts if at >= place))
    for box in outline.boxes:
        if box is before:
            target.write(xmp)
        if box is outline.moov:
            target.write(boxes.pack(b"moov", moved))
        elif box is old:
            target.write(xmp)
        else:
            boxes.copy(source, target, box.start, box.size)
    if old is None and before is None:
        target.write(xmp)
    boxes.copy(source, target, last.end, outline.size - last.end)


def _seconds(tables: bytes) -> float:
    header = _within(tables, b"mvhd") or b""
    if len(header) < 32:
        return 0.0
    # ISO/IEC 14496-12 section 8.2.2: version 1 has 64-bit times.
    wide = header[0] == 1
    scale = int.from_bytes(header[20:24] if wide else header[12:16], "big")
    duration = int.from_bytes(header[24:32] if wide else header[16:20], "big")
    unknown = duration >= (1 << 64 if wide else 1 << 32) - 1
    return duration / scale if scale and not unknown else 0.0


def _facts(items: tuple[Item, ...], seconds: float) -> Facts:
    number = next((item.data() for item in items if item.kind == b"trkn"), b"")
    isrc = next((item.text() for item in items if (item.key() or "").upper() == "ISRC"), "")
    return Facts(
        title=item_list.text(items, b"\xa9nam"),
        creator=item_list.text(items, b"\xa9ART") or item_list.text(items, b"aART"),
        collection=item_list.text(items, b"\xa9alb"),
        number=str(int.from_bytes(number[2:4], "big")) if len(number) >= 4 else "",
        identifiers=tagged.isrc(isrc),
        seconds=seconds,
    )
