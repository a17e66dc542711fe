"""ZIP surgery: some members replaced or added, while every other member's bytes, order and stamps stay as they are.

Nothing is ever unpacked to a disk, so that names such as ``../x`` do no harm; what is unpacked in memory is bounded.

Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.9 (data descriptor), 4.4.4 (flags).
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.directory import (
    FULL32,
    LOCAL,
    LOCAL_HEADER,
    Member,
    central_record,
    end_records,
    find_wide,
    read_directory,
)
from artistguard.errors import CannotEmbed, Damaged, Locked, TooLarge
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

CONTENT_LIMIT = 32 * 1024 * 1024
"""Most bytes that one member may unpack to, unless the caller says otherwise."""

_STORED, _DEFLATED = 0, 8
_PIECE = 1024 * 1024
_FIRST_DAY = struct.pack("<2H", 0, 0x21)
"""1980-01-01 00:00, the first moment DOS knows: a new member tells nothing of when it was made."""

_DESCRIPTOR_BIT = 0x0008
_UTF8_BIT = 0x0800


class Archive:
    """A ZIP archive on a stream, read lazily.

    Attributes:
        members: As the central directory lists them.
    """

    def __init__(self, source: BinaryIO) -> None:
        """Read the directory.

        Args:
            source: Seekable stream; it must stay open.

        Raises:
            Damaged: No sound archive.
            TooLarge: More members than any manuscript has.
        """
        self._source = source
        self._directory = read_directory(source)
        self.members = self._directory.members
        self._named = {member.name: member for member in self.members}
        starts = sorted({member.offset for member in self.members})
        self._stops = dict(zip(starts, [*starts[1:], self._directory.start], strict=False))

    def __contains__(self, name: str) -> bool:
        return name in self._named

    @property
    def names(self) -> tuple[str, ...]:
        """Of all members, in the order of the directory."""
        return tuple(member.name for member in self.members)

    def content(self, name: str, limit: int = CONTENT_LIMIT) -> bytes:
        """What one member holds.

        Args:
            name: As in ``names``.
            limit: Most bytes to unpack.

        Returns:
            The content; its length and CRC-32 are those declared.

        Raises:
            Damaged: No such member, or it does not unpack to what is declared.
            Locked: It is encrypted.
            TooLarge: It would unpack to more than the limit.
        """
        member = self._named.get(name)
        if member is None:
            raise Damaged(f"The archive's member {name!r} is missing.")
        if member.encrypted:
            raise Locked(f"The archive's member {name!r} is encrypted.")
        if member.size > limit:
            raise TooLarge(f"The archive's member {name!r} would unpack to {member.size} bytes.")
        content = self._unpack(member)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise Damaged(f"The archive's member {name!r} does not unpack to what was packed.")
        return content

    def _unpack(self, member: Member) -> bytes:
        self._source.seek(self._data_offset(member))
        packed = self._source.read(member.packed)
        if member.method == _STORED:
            return packed
        if member.method != _DEFLATED:
            raise Damaged(f"The archive's member {member.name!r} is packed in a way that manuscripts never are.")
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            # One byte more than declared shows a lying size without unpacking a bomb.
            return unpacker.decompress(packed, member.size + 1)
        except zlib.error as error:
            raise Damaged(f"The archive's member {member.name!r} does not unpack: {error}.") from error

    def _data_offset(self, member: Member) -> int:
        header, raw, extra = self._local(member)
        return member.offset + len(header) + len(raw) + len(extra)

    def _local(self, member: Member) -> tuple[bytes, bytes, bytes]:
        """Fixed part, name and extra fields of the local header."""
        self._source.seek(member.offset)
        header = self._source.read(LOCAL_HEADER.size)
        if len(header) < LOCAL_HEADER.size or header[:4] != LOCAL:
            raise Damaged(f"The archive's member {member.name!r} is not where the directory says.")
        lengths = struct.unpack_from("<2H", header, 26)
        raw, extra = self._source.read(lengths[0]), self._source.read(lengths[1])
        if (
            raw != member.raw
            or member.offset + LOCAL_HEADER.size + sum(lengths) + member.packed > self._stops[member.offset]
        ):
            raise Damaged(f"The archive's member {member.name!r} contradicts the directory.")
        return header, raw, extra

    def untouched(self, edited: Collection[str]) -> Digest:
        """One digest over all members that an edit must leave alone.

        Args:
            edited: Names of members that may change or be added.

        Returns:
            SHA-256 over name, method, CRC-32 and packed bytes of every other member, in the directory's order.

        Raises:
            Damaged: A member is not where the directory says.
        """
        whole = hashlib.sha256()
        for member in self.members:
            if member.name in edited:
                continue
            whole.update(struct.pack("<3LQ", len(member.raw), member.method, member.crc, member.packed) + member.raw)
            self._source.seek(self._data_offset(member))
            for piece in self._pieces(member.packed):
                whole.update(piece)
        return Digest(whole.hexdigest())

    def _pieces(self, length: int) -> Iterator[bytes]:
        while length > 0:
            piece = self._source.read(min(length, _PIECE))
            if not piece:
                raise Damaged("The archive breaks off.")
            length -= len(piece)
            yield piece

    def rewrite(self, target: BinaryIO, changes: Mapping[str, bytes]) -> None:
        """Copy the archive with some members replaced in their place, and new ones added behind the last.

        A member whose content is the same already is copied as it is, so that the same change made twice changes
        nothing. New members are deflated and carry no time.

        Args:
            target: Receives the whole archive.
            changes: Name to content.

        Raises:
            CannotEmbed: Bytes stand before the first member, a name stands twice, a member to be replaced is
                encrypted, or the archive would outgrow 4 GB.
            Damaged: It is not sound.
        """
        self._refuse_oddities(changes)
        changes = {name: content for name, content in changes.items() if not self._holds(name, content)}
        ordered = sorted(self.members, key=lambda member: member.offset)
        stops = [*(member.offset for member in ordered), self._directory.start][1:]
        moved: dict[int, Member] = {}
        place = 0
        for member, stop in zip(ordered, stops, strict=True):
            if member.name in changes:
                segment, now = self._replaced(member, changes[member.name], place)
                target.write(segment)
                length = len(segment)
            else:
                length, now = stop - member.offset, replace(member, offset=place)
                self._copy(target, member, length)
            moved[id(member)] = now
            place += length
        added = []
        for name in changes:
            if name not in self:
                segment, now = _packed(_fresh(name), b"", changes[name], place)
                target.write(segment)
                added.append(now)
                place += len(segment)
        records = b"".join(central_record(member) for member in [*(moved[id(old)] for old in self.members), *added])
        target.write(records + end_records(self._directory, len(self.members) + len(added), place, len(records)))

    def _refuse_oddities(self, changes: Mapping[str, bytes]) -> None:
        counts = Counter(self.names)
        if any(counts[name] > 1 for name in changes):
            raise CannotEmbed("The archive holds two members of one name; which of them counts differs by program.")
        if self.members and min(member.offset for member in self.members) != 0:
            raise CannotEmbed("Other bytes stand before the archive, so that it cannot be rebuilt around them.")
        if any(self._named[name].encrypted for name in changes if name in self):
            raise CannotEmbed("The part that would carry the statement is encrypted.")

    def _holds(self, name: str, content: bytes) -> bool:
        return name in self and self.content(name, max(CONTENT_LIMIT, len(content))) == content

    def _replaced(self, member: Member, content: bytes, place: int) -> tuple[bytes, Member]:
        _, _, extra = self._local(member)
        start, length = find_wide(extra)
        kept = extra[: start - 4] + extra[start + length :] if length else extra
        return _packed(replace(member, flags=member.flags & ~_DESCRIPTOR_BIT), kept, content, place)

    def _copy(self, target: BinaryIO, member: Member, length: int) -> None:
        self._local(member)
        self._source.seek(member.offset)
        target.writelines(self._pieces(length))


def _fresh(name: str) -> Member:
    flags = 0 if name.isascii() else _UTF8_BIT
    return Member(name, name.encode(), 20, 20, flags, _DEFLATED, _FIRST_DAY, 0, 0, 0, b"", b"", 0, 0, 0)


def _packed(member: Member, extra: bytes, content: bytes, place: int) -> tuple[bytes, Member]:
    """Local header with content, and the member as the directory should list it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = content if member.method == _STORED else packer.compress(content) + packer.flush()
    if len(content) >= FULL32:
        raise CannotEmbed("The archive would outgrow 4 GB.")
    method = _STORED if member.method == _STORED else _DEFLATED
    now = replace(
        member, method=method, crc=zlib.crc32(content), packed=len(packed), size=len(content), offset=place
    )  # fmt: skip
    header = LOCAL_HEADER.pack(
        LOCAL, now.needed, now.flags, now.method, *struct.unpack("<2H", now.stamp), now.crc, now.packed, now.size,
        len(now.raw), len(extra),
    )  # fmt: skip
    return header + now.raw + extra + packed, now
