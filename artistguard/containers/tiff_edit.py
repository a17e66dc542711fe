"""Changing fields of a TIFF structure by appending only.

Nothing that stands in a block moves, so every offset in it, those hidden in MakerNotes too, stays valid. Changed
directories and values are written into a *region* at the end of the block. A footer names where the region begins;
when it is found again at the very end, the region is rebuilt in place, so the block does not grow with every change.

Source: TIFF 6.0 (Adobe, 1992), section 2; BigTIFF (Aware Systems, 2007) for 64-bit offsets.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from artistguard.containers.tiff import EXIF_POINTER, Field, integer
from artistguard.errors import CannotEmbed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.containers.tiff import Directory, Entry, Tiff

FOOTER: Final = b"ArtistGuard\0"


def rewrite(tiff: Tiff, top: Mapping[int, Field], exif: Mapping[int, Field]) -> bytes:
    """Set fields of the first and of the Exif directory; nothing that stands in the block moves.

    Values that stand there already leave the block as it is; values of the same type and length are replaced where
    they are; anything else goes into the region at the end.

    Args:
        tiff: What ``parse`` found.
        top: Tag to value for the first directory.
        exif: Tag to value for the Exif directory, which is made if there is none.

    Returns:
        The whole new block.

    Raises:
        CannotEmbed: Offsets would not fit into 32 bits.
    """
    wanted = ((tiff.top, top), (tiff.exif, exif))
    if all(_fits(place.entry(tag), value) for place, fields in wanted for tag, value in fields.items()):
        return _in_place(tiff, wanted)
    return _append(tiff, top, exif)


def _fits(entry: Entry | None, value: Field) -> bool:
    return entry is not None and (entry.kind, entry.count, entry.size) == (value.kind, value.count, len(value.value))


def _in_place(tiff: Tiff, wanted: tuple[tuple[Directory, Mapping[int, Field]], ...]) -> bytes:
    block = bytearray(tiff.block)
    for place, fields in wanted:
        for tag, value in fields.items():
            entry = place.entry(tag)
            assert entry is not None
            block[entry.start : entry.start + entry.size] = value.value
    return bytes(block)


def _region_start(tiff: Tiff) -> int:
    """Where our own region begins; the end of the block where there is none that is safe to rebuild."""
    block, room = tiff.block, tiff.offset_size
    size = len(FOOTER) + room
    if len(block) < size or block[-size:-room] != FOOTER:
        return len(block)
    start = integer(block[-room:], tiff.order)
    ours = start <= tiff.top.start and (not tiff.exif.start or _stays(tiff.exif, start))
    return start if 8 <= start < len(block) and ours and not _strangers(tiff, start) else len(block)


def _stays(exif: Directory, start: int) -> bool:
    # The Exif directory is either wholly before the region or wholly in it.
    return exif.end <= start or exif.start >= start


def _strangers(tiff: Tiff, start: int) -> bool:
    """Whether something that we would not rebuild points into the region, so that it must stay."""
    pointers = [entry for entry in tiff.top.entries + tiff.exif.entries if entry.tag in {0x8825, 0xA005, 0x014A}]
    inside = [entry for entry in pointers if (tiff.number(entry) or 0) >= start]
    straddling = [
        entry for entry in tiff.top.entries + tiff.exif.entries if entry.start < start < entry.start + entry.size
    ]
    return bool(inside or straddling) or tiff.top.next >= start


def _append(tiff: Tiff, top: Mapping[int, Field], exif: Mapping[int, Field]) -> bytes:
    start = _region_start(tiff)
    out = bytearray(tiff.block[:start])
    _align(out)
    if exif or tiff.exif.start >= start:
        at = _put_directory(out, tiff, tiff.exif, exif, start)
        room = tiff.offset_size
        kind = 4 if room == 4 else 16
        top = {**top, EXIF_POINTER: Field(kind, 1, _offset(tiff, at))}
    at = _put_directory(out, tiff, tiff.top, top, start)
    head = 8 if tiff.big else 4
    out[head : head + tiff.offset_size] = _offset(tiff, at)
    return bytes(out + FOOTER + _offset(tiff, start))


def _align(out: bytearray) -> None:
    # Values and directories begin on a word boundary. Source: TIFF 6.0 section 2.
    out.extend(b"\0" * (len(out) % 2))


def _offset(tiff: Tiff, number: int) -> bytes:
    if not tiff.big and number > 0xFFFFFFFF - 0x10000:
        raise CannotEmbed("the file is too large for another directory")
    return number.to_bytes(tiff.offset_size, "little" if tiff.order == "<" else "big")


def _put_directory(out: bytearray, tiff: Tiff, old: Directory, fields: Mapping[int, Field], region: int) -> int:
    """Append values and a directory of the old entries and the new fields.

    Returns:
        The offset of the directory.
    """
    rows: dict[int, bytes] = {}
    extra: list[tuple[int, bytes]] = []
    for entry in old.entries:
        if entry.tag in fields:
            continue
        row = _row(out, tiff, entry, region)
        if entry.tag in rows:
            extra.append((entry.tag, row))
        else:
            rows[entry.tag] = row
    for tag, value in fields.items():
        rows[tag] = _fresh_row(out, tiff, tag, value)
    # Entries stand in ascending order of their tags; doubled ones, which are an error, stay beside each other.
    ordered = [row for _, row in sorted([*rows.items(), *extra], key=lambda pair: pair[0])]
    _align(out)
    at = len(out)
    out += struct.pack(f"{tiff.order}{'Q' if tiff.big else 'H'}", len(ordered)) + b"".join(ordered)
    out += _offset(tiff, old.next)
    return at


def _row(out: bytearray, tiff: Tiff, entry: Entry, region: int) -> bytes:
    head = struct.pack(f"{tiff.order}HH{'Q' if tiff.big else 'I'}", entry.tag, entry.kind, entry.count)
    if entry.away and entry.start >= region:
        # It stands in the region that is being rebuilt: carry it along.
        return head + _place(out, tiff, tiff.value(entry))
    return head + entry.inline


def _fresh_row(out: bytearray, tiff: Tiff, tag: int, value: Field) -> bytes:
    head = struct.pack(f"{tiff.order}HH{'Q' if tiff.big else 'I'}", tag, value.kind, value.count)
    room = tiff.offset_size
    if len(value.value) <= room:
        return head + value.value.ljust(room, b"\0")
    return head + _place(out, tiff, value.value)


def _place(out: bytearray, tiff: Tiff, value: bytes) -> bytes:
    _align(out)
    at = len(out)
    out.extend(value)
    return _offset(tiff, at)
