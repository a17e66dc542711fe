"""JPEG: XMP, Exif and IPTC in their segments; everything from the first scan on is copied byte for byte.

Source: ITU-T T.81, annex B; XMP specification part 3 (Adobe, 2020), section 1.1.3; Exif 3.0 (CIPA DC-008-2023),
section 4.7.2; C2PA 2.2, section A.3.1 (JUMBF in APP11).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers import photoshop, segments
from artistguard.containers.segments import APP0, APP1, APP11, APP13, LONGEST_PAYLOAD, Segment, made
from artistguard.decoding import image
from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.formats import picture, sidecar
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.packets import extension, iptc, xmp
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.decoding.values import Pixels
    from artistguard.formats.picture import Manners
    from artistguard.terms import Inscription

EXIF: Final = b"Exif\0\0"
XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED: Final = b"http://ns.adobe.com/xmp/extension/\0"
PHOTOSHOP: Final = b"Photoshop 3.0\0"
LONGEST_PACKET: Final = 65502
"""Of a standard XMP packet. Source: XMP specification part 3, section 1.1.3."""
PIECE: Final = 65400
"""Of an extended packet or of Photoshop's resources, in one segment."""
MOST_EXTENDED: Final = 64 << 20


class Jpeg:
    """The format, still pictures with one or several images in one file."""

    name = "JPEG"
    medium: Medium | None = Medium.IMAGE
    types = tuple(FileType(extension, "image/jpeg") for extension in ("jpg", "jpeg", "jpe", "jfif", "mpo"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Start of image, then another marker."""
        return Certainty.SURE if glimpse.head[:3] == b"\xff\xd8\xff" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """XMP (extended too), Exif and IPTC."""
        found, _ = segments.parse(picture.whole(source))
        return picture.reading(_packets(found), _exif(found), _iptc(found), credentials=_signed(found))

    def decode(self, source: BinaryIO) -> Pixels:
        """Every image in the file."""
        segments.parse(picture.whole(source))
        return image.pixels(source, ("JPEG", "MPO"))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Put the inscription into XMP, Exif and IPTC segments."""
        content = picture.whole(source)
        found, body = segments.parse(content)
        manner = picture.manners(_packets(found), _exif(found), _iptc(found), inscription)
        new = _with_exif(found, inscription, manner)
        new = _with_iptc(_with_packet(new, inscription, manner), inscription, manner)
        target.write(segments.SOI)
        target.write(b"".join(segment.raw for segment in segments.with_pictures_found(found, new)))
        target.write(memoryview(content)[body:])


def _is(segment: Segment, marker: int, head: bytes) -> bool:
    return segment.marker == marker and segment.payload.startswith(head)


def _payloads(found: Sequence[Segment], marker: int, head: bytes) -> list[bytes]:
    return [segment.payload[len(head) :] for segment in found if _is(segment, marker, head)]


def _packets(found: Sequence[Segment]) -> list[bytes]:
    """The standard packet, and the extended one that it names."""
    packets = _payloads(found, APP1, XMP)[:1]
    more = _extended(found, packets[0]) if packets else None
    return [*packets, more] if more is not None else packets


def _exif(found: Sequence[Segment]) -> bytes | None:
    return next(iter(_payloads(found, APP1, EXIF)), None)


def _index(found: Sequence[Segment], marker: int, head: bytes) -> int | None:
    return next((at for at, segment in enumerate(found) if _is(segment, marker, head)), None)


def _front(found: Sequence[Segment], *after: tuple[int, bytes]) -> int:
    """Where a new segment goes: behind JFIF at the front, and behind the last of the kinds named."""
    leading = next((at for at, segment in enumerate(found) if segment.marker != APP0), len(found))
    named = [at + 1 for at, segment in enumerate(found) if any(_is(segment, *kind) for kind in after)]
    return max([leading, *named[-1:]])


def _signed(found: Sequence[Segment]) -> bool:
    """Whether a C2PA manifest store stands in the JUMBF boxes of APP11."""
    return any(segment.marker == APP11 and b"c2pa" in segment.payload[:256] for segment in found)


def _with_exif(found: Sequence[Segment], inscription: Inscription, manner: Manners) -> list[Segment]:
    new, blocks = list(found), _payloads(found, APP1, EXIF)
    if len(blocks) > 1:
        # One block cut over several segments, or two blocks: XMP says it alone.
        return new
    merged = picture.exif_merged(blocks[0] if blocks else None, inscription, manner, LONGEST_PAYLOAD - len(EXIF))
    if merged is None or merged in blocks:
        return new
    at = _index(found, APP1, EXIF)
    place = slice(at, at + 1) if at is not None else slice(_front(found), _front(found))
    new[place] = [made(APP1, EXIF + merged)]
    return new


def _with_packet(found: list[Segment], inscription: Inscription, manner: Manners) -> list[Segment]:
    packets = _payloads(found, APP1, XMP)
    old = packets[0] if packets else None
    more = _extended(found, old) if old is not None else None
    if old is not None and more is not None and _speaks(more, inscription):
        merged = picture.packet_merged(extension.join(old, more), inscription, manner)
        standard, extended = extension.split(merged, LONGEST_PACKET) if len(merged) > LONGEST_PACKET else (merged, b"")
        return _with_standard(found, standard, extended)
    standard, extra = _sized(picture.packet_merged(old, inscription, manner), more)
    if standard == old:
        return found
    return _with_standard(found, standard, extra)


def _sized(merged: bytes, more: bytes | None) -> tuple[bytes, bytes | None]:
    """The standard packet and, where it changes, the extended one."""
    if len(merged) <= LONGEST_PACKET:
        return merged, None
    whole = merged if more is None else extension.join(merged, more)
    return extension.split(whole, LONGEST_PACKET)


def _with_standard(found: list[Segment], standard: bytes, extended: bytes | None) -> list[Segment]:
    """Replace the standard packet, and the extended one where it is not None; empty takes it away."""
    new = found if extended is None else [segment for segment in found if not _is(segment, APP1, EXTENDED)]
    new = list(new)
    fresh = [made(APP1, XMP + standard), *_pieces(extended or b"")]
    at = _index(new, APP1, XMP)
    start = _front(new, (APP1, EXIF)) if at is None else at
    new[start : start if at is None else start + 1] = fresh
    return new


def _pieces(extended: bytes) -> list[Segment]:
    name = extension.guid(extended).encode()
    return [
        made(APP1, EXTENDED + name + struct.pack(">II", len(extended), at) + extended[at : at + PIECE])
        for at in range(0, len(extended), PIECE)
    ]


def _extended(found: Sequence[Segment], standard: bytes) -> bytes | None:
    """The extended packet that the standard one names, whole and with the right digest, or None."""
    try:
        name = extension.named(standard)
    except Damaged:
        return None
    pieces = [piece for piece in _payloads(found, APP1, EXTENDED) if piece[:32] == name.encode() and len(piece) > 40]
    if not pieces or sum(map(len, pieces)) > MOST_EXTENDED:
        return None
    rows = sorted((struct.unpack(">I", piece[36:40])[0], piece[40:]) for piece in pieces)
    whole = b"".join(part for _, part in rows)
    return whole if extension.guid(whole) == name else None


def _speaks(more: bytes, inscription: Inscription) -> bool:
    """Whether an extended packet says anything that the inscription says: then both must be brought into one."""
    try:
        said = {(entry.namespace, entry.name) for entry in xmp.parse(more)}
        ours = xmp.parse(sidecar.merged(None, inscription))
    except (Damaged, TooLarge):
        return False
    return any((entry.namespace, entry.name) in said for entry in ours)


def _resources(found: Sequence[Segment]) -> bytes:
    """Photoshop's resources, which may be cut over several segments."""
    return b"".join(_payloads(found, APP13, PHOTOSHOP))


def _iptc(found: Sequence[Segment]) -> bytes | None:
    try:
        return photoshop.iptc_of(photoshop.parse(_resources(found)))
    except Damaged:
        return None


def _with_iptc(found: list[Segment], inscription: Inscription, manner: Manners) -> list[Segment]:
    block = _resources(found)
    try:
        old = photoshop.iptc_of(photoshop.parse(block))
        new = photoshop.with_iptc(block, iptc.merge(old, inscription, without=manner.without, former=manner.former))
    except (Damaged, CannotEmbed):
        return found
    if new == block:
        return found
    start = _index(found, APP13, PHOTOSHOP)
    kept = [segment for segment in found if not _is(segment, APP13, PHOTOSHOP)]
    at = _front(kept, (APP1, EXIF), (APP1, XMP), (APP1, EXTENDED)) if start is None else start
    kept[at:at] = [made(APP13, PHOTOSHOP + new[cut : cut + PIECE]) for cut in range(0, len(new), PIECE)]
    return kept
