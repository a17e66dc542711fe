"""JPEG as a row of marker segments up to the first scan; everything from there on is one span that is only copied.

Source: ITU-T T.81 (ISO/IEC 10918-1), annex B.1.1 for markers, segments and fill bytes; CIPA DC-007-2021 (Multi-Picture
Format), section 5.2.3 for the list of images whose offsets count from the MPF header.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artistguard.containers import tiff, tiff_edit
from artistguard.containers.tiff import UNDEFINED, Field
from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Sequence

SOI: Final = b"\xff\xd8"
START_OF_SCAN: Final = 0xDA
END_OF_IMAGE: Final = 0xD9
APP0, APP1, APP2, APP11, APP13 = 0xE0, 0xE1, 0xE2, 0xEB, 0xED
LONGEST_PAYLOAD: Final = 65533
MOST_SEGMENTS: Final = 100_000
ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: TEM and the restart markers."""

MPF: Final = b"MPF\0"
MP_ENTRIES: Final = 0xB002


@dataclass(frozen=True, slots=True)
class Segment:
    """One marker segment.

    Attributes:
        marker: Its second byte.
        payload: After the length field; empty for a marker that stands alone.
        raw: As it stands, fill bytes before it included.
    """

    marker: int
    payload: bytes
    raw: bytes


def made(marker: int, payload: bytes) -> Segment:
    """A segment of our own.

    Raises:
        CannotEmbed: The payload is longer than a segment holds.
    """
    if len(payload) > LONGEST_PAYLOAD:
        raise CannotEmbed("A part of the picture's metadata is too long for a JPEG.")
    return Segment(marker, payload, struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload)


def parse(content: bytes) -> tuple[tuple[Segment, ...], int]:
    """The segments between the start of the image and its first scan.

    Args:
        content: The whole file.

    Returns:
        The segments, and where the first scan begins: the sum of 2 and the lengths of all of them.

    Raises:
        Damaged: No JPEG, or it ends before its first scan.
    """
    if content[:2] != SOI:
        raise Damaged("This is not a JPEG.")
    found: list[Segment] = []
    at = len(SOI)
    while len(found) < MOST_SEGMENTS:
        start = _marker(content, at)
        marker = content[start + 1]
        if marker == START_OF_SCAN:
            return (*found, Segment(0, b"", content[at:start])) if start > at else tuple(found), start
        end = start + 2 if marker in ALONE else start + 2 + int.from_bytes(content[start + 2 : start + 4], "big")
        if marker == END_OF_IMAGE or end > len(content) or (marker not in ALONE and end < start + 4):
            raise Damaged("The JPEG ends before its picture begins.")
        found.append(Segment(marker, content[start + 4 : end], content[at:end]))
        at = end
    raise Damaged("The JPEG has more segments than any picture.")


def _marker(content: bytes, at: int) -> int:
    """Where the next marker's last 0xFF stands; fill and stray bytes before it are passed over, as decoders do."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 4 > len(content):
            raise Damaged("The JPEG ends before its picture begins.")
        if content[at + 1] not in {0x00, 0xFF}:
            return at
        at += 1


def length(segments: Sequence[Segment]) -> int:
    """Bytes of a row of segments."""
    return sum(len(segment.raw) for segment in segments)


def with_pictures_found(old: Sequence[Segment], new: Sequence[Segment]) -> list[Segment]:
    """Mend the list of further pictures (MPF) for what was put in before them.

    Their offsets count from the MPF header, so only bytes between it and the pictures move them; the size of the first
    picture, which grows, stands in the list too.

    Args:
        old: The segments as they were.
        new: As they shall be, the MPF segment unchanged among them.

    Raises:
        CannotEmbed: The list is one we do not understand, so the pictures would be lost.
    """
    mended = list(new)
    index = next((at for at, segment in enumerate(new) if _lists_pictures(segment)), None)
    growth = length(new) - length(old)
    if index is None or growth == 0:
        return mended
    before = length(new[:index]) - length(old[: list(old).index(new[index])])
    try:
        mended[index] = _moved(new[index], growth=growth, shift=growth - before)
    except (Damaged, struct.error) as trouble:
        raise CannotEmbed("The file holds further pictures, and the list of them cannot be understood.") from trouble
    return mended


def _lists_pictures(segment: Segment) -> bool:
    return segment.marker == APP2 and segment.payload.startswith(MPF)


def _moved(segment: Segment, *, growth: int, shift: int) -> Segment:
    found = tiff.parse(segment.payload[len(MPF) :])
    entry = found.top.entry(MP_ENTRIES)
    if entry is None or entry.size % 16 or not entry.size:
        raise Damaged("The list of pictures is empty.")
    # Attributes, size, offset, two dependent pictures; the first picture's offset is 0 by definition.
    rows = [list(row) for row in struct.iter_unpack(f"{found.order}IIIHH", found.value(entry))]
    rows[0][1] += growth
    for row in rows[1:]:
        row[2] += shift if row[2] else 0
    value = b"".join(struct.pack(f"{found.order}IIIHH", *row) for row in rows)
    block = tiff_edit.rewrite(found, {MP_ENTRIES: Field(entry.kind or UNDEFINED, entry.count, value)}, {})
    fresh = made(APP2, MPF + block)
    fill = segment.raw[: len(segment.raw) - len(segment.payload) - 4]
    return Segment(fresh.marker, fresh.payload, fill + fresh.raw)
