"""Ogg: pages of packets. The header packets are cut into pages anew, all later pages keep their bytes.

When the header takes more or fewer pages than before, the numbers of the pages behind it move along, and with them
their checksums; a page whose checksum was wrong stays wrong, so that no damage is blessed. All numbers are
little-endian.

Source: RFC 3533, section 6 (page format) and appendix (checksum: polynomial 0x04C11DB7, start 0, highest bit first).
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.riff import copy
from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIGNATURE = b"OggS"
HEADER = struct.Struct("<4sBBqIIIB")
"""Signature, version, flags, granule position, serial number, page number, checksum, number of segments."""
CONTINUED, FIRST, LAST = 1, 2, 4
LONGEST_PACKET = 64 << 20
MOST_PAGES = 4096
"""Most pages that header packets may take: covers of 64 MB need about 1,000."""
TAIL_BYTES = 1 << 17
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        flags: CONTINUED, FIRST, LAST.
        granule: Position at its end, in samples; -1 when no packet ends on it.
        serial: Of its logical stream.
        number: Of the page within that stream.
        checksum: As stored.
        lacing: One byte a segment.
        body: All segments.
    """

    flags: int
    granule: int
    serial: int
    number: int
    checksum: int
    lacing: bytes
    body: bytes

    def bytes_with(self, checksum: int) -> bytes:
        """The page as it stands in a file."""
        numbers = (self.flags, self.granule, self.serial, self.number, checksum, len(self.lacing))
        return HEADER.pack(SIGNATURE, 0, *numbers) + self.lacing + self.body

    def sum(self) -> int:
        """The checksum that it ought to have."""
        return checksum_of(self.bytes_with(0))

    def rendered(self) -> bytes:
        """The page with its right checksum."""
        return self.bytes_with(self.sum())


@dataclass(frozen=True, slots=True)
class Headers:
    """The header packets of the one logical stream in a file.

    Attributes:
        first: The page of the first packet.
        packets: All header packets, the first among them.
        pages: How many pages the others take.
        end: Offset of the first byte behind them.
        closed: Whether the stream ends with them.
    """

    first: Page
    packets: tuple[bytes, ...]
    pages: int
    end: int
    closed: bool


def checksum_of(content: bytes) -> int:
    """The Ogg checksum, by way of zlib's, which works on the same numbers with all bits in reverse."""
    mirrored = zlib.crc32(content.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def page_at(source: BinaryIO) -> Page | None:
    """The page at the stream's position, or None where there is no whole page."""
    head = source.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    signature, version, flags, granule, serial, number, checksum, segments = HEADER.unpack(head)
    if signature != SIGNATURE or version:
        return None
    lacing = source.read(segments)
    body = source.read(sum(lacing))
    if len(lacing) < segments or len(body) < sum(lacing):
        return None
    return Page(flags, granule, serial, number, checksum, lacing, body)


def headers(source: BinaryIO, count: Callable[[bytes], int]) -> Headers:
    """Read the header packets.

    Args:
        source: Positioned anywhere.
        count: How many header packets there are, told by the first.

    Raises:
        Damaged: The stream ends too early, a checksum is wrong, or packets and pages do not fit together.
        CannotEmbed: Several recordings or films are woven together.
    """
    source.seek(0)
    first = page_at(source)
    if first is None or not first.flags & FIRST or len(_whole(first)) != 1:
        raise Damaged("The Ogg file does not begin as one should.")
    _check(first)
    packets, wanted = [first.body], count(first.body)
    pages, closed, part = 0, bool(first.flags & LAST), b""
    while len(packets) < wanted:
        page = page_at(source)
        pages += 1
        if page is None or pages > MOST_PAGES or len(part) > LONGEST_PACKET:
            raise Damaged("The Ogg file ends before its music begins.")
        _check(page)
        if page.serial != first.serial:
            raise CannotEmbed("Several streams are woven together in the file, as in a film.")
        whole = _whole(page)
        pieces = [part + whole[0], *whole[1:]] if whole else []
        part = b"" if whole and _ends(page) else (part + _rest(page) if not whole else _rest(page))
        packets += pieces
        closed = bool(page.flags & LAST)
    if len(packets) != wanted or part:
        raise CannotEmbed("Music and headers share a page of the Ogg file, against the rules.")
    return Headers(first, tuple(packets), pages, source.tell(), closed)


def _check(page: Page) -> None:
    if page.sum() != page.checksum:
        raise Damaged("The headers of the Ogg file do not match their checksum.")


def _ends(page: Page) -> bool:
    return bool(page.lacing) and page.lacing[-1] < 255


def _whole(page: Page) -> list[bytes]:
    """The packets, or ends of packets, that end on a page."""
    found, start, at = [], 0, 0
    for length in page.lacing:
        at += length
        if length < 255:
            found.append(page.body[start:at])
            start = at
    return found


def _rest(page: Page) -> bytes:
    """The start of a packet that goes on behind a page."""
    return page.body[sum(map(len, _whole(page))) :]


def rewrite(source: BinaryIO, target: BinaryIO, old: Headers, packets: Sequence[bytes]) -> None:
    """Copy a file with other header packets.

    Args:
        source: Where the headers were found.
        target: Written from its present position on.
        old: What `headers` found.
        packets: The header packets behind the first, which stays.

    Raises:
        CannotEmbed: Another recording follows behind the first.
    """
    target.write(old.first.bytes_with(old.first.checksum))
    pages = _paginated(old, packets)
    target.writelines(page.rendered() for page in pages)
    _copy_music(source, target, old, len(pages) - old.pages)


def _paginated(old: Headers, packets: Sequence[bytes]) -> list[Page]:
    lacing = b"".join(b"\xff" * (len(packet) // 255) + bytes((len(packet) % 255,)) for packet in packets)
    body = b"".join(packets)
    pages: list[Page] = []
    at, begun = 0, False
    for start in range(0, len(lacing), 255):
        piece = lacing[start : start + 255]
        length = sum(piece)
        last = LAST if old.closed and start + 255 >= len(lacing) else 0
        granule = 0 if min(piece) < 255 else -1
        flags = (CONTINUED if begun else 0) | last
        number = old.first.number + 1 + len(pages)
        pages.append(Page(flags, granule, old.first.serial, number, 0, piece, body[at : at + length]))
        at, begun = at + length, piece[-1] == 255
    return pages


def _copy_music(source: BinaryIO, target: BinaryIO, old: Headers, moved: int) -> None:
    size = source.seek(0, 2)
    at = old.end
    source.seek(at)
    while (page := page_at(source)) is not None:
        if page.flags & FIRST or page.serial != old.first.serial:
            raise CannotEmbed("Several recordings stand behind one another in the file.")
        at = source.tell()
        target.write(_renumbered(page, moved))
    # A last page that was cut off, or tags that other programs have hung on, stay as they are.
    copy(source, target, at, size)


def _renumbered(page: Page, moved: int) -> bytes:
    if not moved:
        return page.bytes_with(page.checksum)
    number = (page.number + moved) & 0xFFFFFFFF
    fresh = Page(page.flags, page.granule, page.serial, number, 0, page.lacing, page.body)
    return fresh.bytes_with(page.checksum ^ page.sum() ^ fresh.sum())


def last_granule(source: BinaryIO, serial: int) -> int:
    """The position at the end of a stream in samples, as its last page tells it; 0 when none does."""
    size = source.seek(0, 2)
    source.seek(max(0, size - TAIL_BYTES))
    tail = source.read(TAIL_BYTES)
    at = tail.rfind(SIGNATURE)
    while at >= 0:
        if at + HEADER.size <= len(tail):
            _, _, _, granule, owner, *_ = HEADER.unpack_from(tail, at)
            if owner == serial and granule >= 0:
                return int(granule)
        at = tail.rfind(SIGNATURE, 0, at)
    return 0
