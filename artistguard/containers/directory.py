"""The directory of a ZIP archive: where each member lies, read with distrust and written back as it was.

Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.14 and 4.3.15 (ZIP64
end and locator), 4.3.16 (end of central directory), 4.5.3 (ZIP64 extra field). All numbers are little-endian.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import CannotEmbed, Damaged, TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCAL = b"PK\x03\x04"
CENTRAL = b"PK\x01\x02"
END = b"PK\x05\x06"
END64 = b"PK\x06\x06"
LOCATOR64 = b"PK\x06\x07"

MOST_MEMBERS = 50_000
MOST_DIRECTORY = 32 * 1024 * 1024
FULL16 = 0xFFFF
FULL32 = 0xFFFFFFFF

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
LOCAL_HEADER = struct.Struct("<4s5H3L2H")


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the central directory.

    Attributes:
        name: Decoded.
        raw: The name as it stands.
        made: "Version made by".
        needed: "Version needed".
        flags: General purpose bits.
        method: 0 stored, 8 deflated, others we only copy.
        stamp: DOS time and date, as the four bytes.
        crc: CRC-32 of the content.
        packed: Bytes of compressed content.
        size: Bytes of content.
        extra: All extra fields.
        comment: Its own.
        inner: Internal attributes.
        outer: External attributes.
        offset: Of the local header, from the beginning of the file.
        wide: Which of size, packed and offset stand in a ZIP64 field, in that order.
    """

    name: str
    raw: bytes
    made: int
    needed: int
    flags: int
    method: int
    stamp: bytes
    crc: int
    packed: int
    size: int
    extra: bytes
    comment: bytes
    inner: int
    outer: int
    offset: int
    wide: tuple[bool, bool, bool] = (False, False, False)

    @property
    def encrypted(self) -> bool:
        """Whether its bytes need a password (bits 0 and 6) or its header is hidden (bit 13)."""
        return bool(self.flags & 0x2041)


@dataclass(frozen=True, slots=True)
class Directory:
    """The whole directory.

    Attributes:
        members: In the directory's order.
        start: Offset of the central directory.
        end64: The ZIP64 end record with its extensible rest, empty where there is none.
        end: The end record, the archive comment, and any bytes that trail behind.
    """

    members: tuple[Member, ...]
    start: int
    end64: bytes
    end: bytes


def read_directory(source: BinaryIO) -> Directory:
    """Find and check the directory.

    Args:
        source: Seekable stream.

    Returns:
        The directory; no two members overlap, and none reaches behind the directory's beginning.

    Raises:
        Damaged: There is none, or it contradicts itself.
        TooLarge: It declares more members than any manuscript has.
    """
    size = source.seek(0, 2)
    place, end = _find_end(source, size)
    _, disk, first_disk, here, count, length, start, _ = _END.unpack(end[: _END.size])
    end64, stop = _read_end64(source, place)
    if end64:
        disk, first_disk, here, count, length, start = _END64.unpack(end64[: _END64.size])[4:]
    if disk or first_disk or here != count:
        raise Damaged("The archive is one part of several; the others are missing.")
    if count > MOST_MEMBERS or length > MOST_DIRECTORY:
        raise TooLarge(f"The archive declares {count} members, more than any manuscript has.")
    if start + length != stop:
        raise Damaged("The archive's directory is not where its end says.")
    source.seek(start)
    members = tuple(_members(source.read(length), count))
    _check_places(members, start)
    return Directory(members, start, end64, end)


def _find_end(source: BinaryIO, size: int) -> tuple[int, bytes]:
    reach = min(size, _END.size + FULL16)
    source.seek(size - reach)
    tail = source.read(reach)
    place = tail.rfind(END)
    while place >= 0:
        if place + _END.size <= len(tail):
            declared = int.from_bytes(tail[place + 20 : place + 22], "little")
            if place + _END.size + declared <= len(tail):
                return size - reach + place, tail[place:]
        place = tail.rfind(END, 0, place)
    raise Damaged("The archive has no directory: it was cut off, or is no ZIP file.")


def _read_end64(source: BinaryIO, place: int) -> tuple[bytes, int]:
    """The ZIP64 end record with its extensible rest, and where it begins; nothing where there is no locator."""
    if place < _LOCATOR64.size:
        return b"", place
    source.seek(place - _LOCATOR64.size)
    mark, _, where, disks = _LOCATOR64.unpack(source.read(_LOCATOR64.size))
    if mark != LOCATOR64:
        return b"", place
    length = place - _LOCATOR64.size - where
    if disks > 1 or not _END64.size <= length <= FULL16:
        raise Damaged("The archive's ZIP64 directory is not where its locator says.")
    source.seek(where)
    record = source.read(length)
    if record[:4] != END64 or int.from_bytes(record[4:12], "little") + 12 != length:
        raise Damaged("The archive's ZIP64 directory is not where its locator says.")
    return record, where


def _members(content: bytes, count: int) -> Iterator[Member]:
    place = 0
    for _ in range(count):
        if content[place : place + 4] != CENTRAL or place + _CENTRAL.size > len(content):
            raise Damaged("The archive's directory breaks off.")
        lengths = struct.unpack_from("<3H", content, place + 28)
        stop = place + _CENTRAL.size + sum(lengths)
        if stop > len(content):
            raise Damaged("The archive's directory breaks off.")
        yield _member(content[place:stop], lengths)
        place = stop
    if place != len(content):
        raise Damaged("The archive's directory is longer than its members.")


def _member(record: bytes, lengths: tuple[int, ...]) -> Member:
    fields = _CENTRAL.unpack(record[: _CENTRAL.size])
    _, made, needed, flags, method, _, _, crc, packed, size, _, _, _, disk, inner, outer, offset = fields
    if disk not in {0, FULL16}:
        raise Damaged("The archive is one part of several; the others are missing.")
    at = _CENTRAL.size
    raw, at = record[at : at + lengths[0]], at + lengths[0]
    extra, at = record[at : at + lengths[1]], at + lengths[1]
    wide = (size == FULL32, packed == FULL32, offset == FULL32)
    if any(wide):
        size, packed, offset = _widen(extra, (size, packed, offset), wide)
    return Member(
        name_of(raw), raw, made, needed, flags, method, record[12:16], crc, packed, size, extra, record[at:], inner,
        outer, offset, wide,
    )  # fmt: skip


def _widen(extra: bytes, narrow: tuple[int, int, int], wide: tuple[bool, bool, bool]) -> tuple[int, int, int]:
    place, length = find_wide(extra)
    if length < 8 * sum(wide):
        raise Damaged("A member's ZIP64 sizes are missing.")
    numbers = iter(struct.unpack_from(f"<{sum(wide)}Q", extra, place))
    first, second, third = (next(numbers) if big else small for small, big in zip(narrow, wide, strict=True))
    return first, second, third


def find_wide(extra: bytes) -> tuple[int, int]:
    """Where the ZIP64 numbers stand among the extra fields.

    Args:
        extra: All extra fields of one header; may be sloppily padded.

    Returns:
        Offset and length of the body of field 0x0001; the length is 0 where there is none.
    """
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if place + 4 + length > len(extra):
            break
        if kind == 1:
            return place + 4, length
        place += 4 + length
    return len(extra), 0


def name_of(raw: bytes) -> str:
    """A member's name: UTF-8 as nearly all write it, flagged or not, else code page 437."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437")


def _check_places(members: tuple[Member, ...], start: int) -> None:
    ordered = sorted(members, key=lambda member: member.offset)
    stops = [*(member.offset for member in ordered), start][1:]
    for member, stop in zip(ordered, stops, strict=True):
        if member.offset + LOCAL_HEADER.size + len(member.raw) + member.packed > stop:
            raise Damaged(f"The archive's member {member.name!r} overlaps another one.")


def central_record(member: Member) -> bytes:
    """One member as the central directory holds it; numbers that stood in a ZIP64 field stay there.

    Args:
        member: With its new offset.

    Returns:
        The record.

    Raises:
        CannotEmbed: A number has outgrown 32 bits where the archive has no ZIP64 field for it.
    """
    numbers = (member.size, member.packed, member.offset)
    if any(number >= FULL32 and not wide for number, wide in zip(numbers, member.wide, strict=True)):
        raise CannotEmbed("The archive would outgrow 4 GB.")
    size, packed, offset = (FULL32 if wide else number for number, wide in zip(numbers, member.wide, strict=True))
    body = b"".join(struct.pack("<Q", number) for number, wide in zip(numbers, member.wide, strict=True) if wide)
    place, _ = find_wide(member.extra)
    extra = member.extra[:place] + body + member.extra[place + len(body) :]
    fixed = _CENTRAL.pack(
        CENTRAL, member.made, member.needed, member.flags, member.method, *struct.unpack("<2H", member.stamp),
        member.crc, packed, size, len(member.raw), len(extra), len(member.comment), 0, member.inner, member.outer,
        offset,
    )  # fmt: skip
    return fixed + member.raw + extra + member.comment


def end_records(directory: Directory, count: int, start: int, length: int) -> bytes:
    """What stands behind the central directory: ZIP64 end and locator where there were such, the end, the comment.

    Args:
        directory: As it was read.
        count: Members now.
        start: Offset of the new central directory.
        length: Its bytes.

    Returns:
        The records.

    Raises:
        CannotEmbed: The archive would need ZIP64 and had none.
    """
    wide = b""
    if directory.end64:
        old = _END64.unpack(directory.end64[: _END64.size])
        wide = _END64.pack(*old[:6], count, count, length, start) + directory.end64[_END64.size :]
        wide += _LOCATOR64.pack(LOCATOR64, 0, start + length, 1)
    elif count >= FULL16 or start + length >= FULL32:
        raise CannotEmbed("The archive would outgrow 4 GB.")
    return wide + _end(directory.end, (0, 0, count, count, length, start))


def _end(end: bytes, numbers: tuple[int, ...]) -> bytes:
    """The end record with new numbers; those that pointed to the ZIP64 record go on pointing there."""
    old = _END.unpack(end[: _END.size])
    full = (FULL16, FULL16, FULL16, FULL16, FULL32, FULL32)
    kept = (most if was == most else now for was, now, most in zip(old[1:7], numbers, full, strict=True))
    return _END.pack(END, *kept, old[7]) + end[_END.size :]
