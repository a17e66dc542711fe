"""ID3v2 tags: read, changed and written in the version they came in, every frame that is not ours byte for byte.

Three versions are about: 2.2 (three-letter frames), 2.3 and 2.4. They differ in how sizes are written, in the
encodings of text and in where unsynchronisation (a zero put in behind each FF, so that no decoder takes a tag for
music) is applied; all of that stays as found. What changes: an extended header, whose checksum would no longer hold,
and a footer are left out of a tag that is written anew.

Source: id3.org, "ID3 tag version 2.2" / "2.3.0" / "2.4.0 main structure and native frames", sections 3 (header),
4 (frames), 6 (unsynchronisation).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import CannotEmbed, Damaged

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADER_BYTES = 10
LONGEST_TAG = 64 << 20
LONGEST_FRAME = 32 << 20
"""Most bytes that a compressed frame may unfold to."""
GROWTH = 1024
"""Free bytes left behind the frames when a tag must grow, so that the next change finds room."""
_UNSYNC = 0x80
_EXTENDED = 0x40
_FOOTER = 0x10
_FRAME_NAME = {2: re.compile(rb"[A-Z0-9]{3}"), 3: re.compile(rb"[A-Z0-9]{3}[A-Z0-9 ]"), 4: re.compile(rb"[A-Z0-9]{4}")}


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame.

    Attributes:
        kind: Three letters in version 2.2, four in the others.
        body: As stored, except that unsynchronisation of the whole tag (2.2, 2.3) is taken off.
        flags: The 16 flag bits of 2.3 and 2.4, as stored.
    """

    kind: str
    body: bytes
    flags: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A whole tag.

    Attributes:
        version: 2, 3 or 4; any other number is a tag that we do not understand and do not touch.
        unsynchronised: The header's flag.
        frames: In file order.
        loose: What stands behind the last frame that makes sense; kept there.
        room: Bytes that the tag takes in the file now, header and padding included; 0 for a new one.
    """

    version: int = 3
    unsynchronised: bool = False
    frames: tuple[Frame, ...] = ()
    loose: bytes = b""
    room: int = 0

    def plain(self, frame: Frame) -> bytes:
        """What a frame holds once grouping, compression and unsynchronisation are taken off; empty when encrypted.

        Source: ID3 2.3.0 section 3.3.1; ID3 2.4.0 section 4.1.
        """
        if self.version == 4:
            return _plain_2_4(frame, everywhere=self.unsynchronised)
        if self.version == 3:
            return _plain_2_3(frame)
        return frame.body


def _plain_2_3(frame: Frame) -> bytes:
    body = frame.body
    if frame.flags & 0x40:
        return b""
    start = 4 if frame.flags & 0x80 else 0
    start += 1 if frame.flags & 0x20 else 0
    return _inflated(body[start:]) if frame.flags & 0x80 else body[start:]


def _plain_2_4(frame: Frame, *, everywhere: bool) -> bytes:
    if frame.flags & 0x04:
        return b""
    body = frame.body[1:] if frame.flags & 0x40 else frame.body
    body = body[4:] if frame.flags & 0x01 else body
    if everywhere or frame.flags & 0x02:
        body = synchronised(body)
    return _inflated(body) if frame.flags & 0x08 else body


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, LONGEST_FRAME)
    except zlib.error:
        return b""


def synchronised(body: bytes) -> bytes:
    """Unsynchronisation taken off."""
    return body.replace(b"\xff\0", b"\xff")


def unsynchronised(body: bytes) -> bytes:
    """Unsynchronisation put on."""
    safe = re.sub(rb"\xff(?=[\x00\xe0-\xff])", b"\xff\0", body)
    return safe + b"\0" if safe.endswith(b"\xff") else safe


def length(head: bytes) -> int:
    """Bytes that the tag at the start of `head` takes, header and footer included; 0 when there is none.

    Args:
        head: At least the first ten bytes.
    """
    if len(head) < HEADER_BYTES or head[:3] != b"ID3" or head[3] == 0xFF or head[4] == 0xFF or max(head[6:10]) > 0x7F:
        return 0
    footer = HEADER_BYTES if head[3] == 4 and head[5] & _FOOTER else 0
    return HEADER_BYTES + _syncsafe(head[6:10]) + footer


def _syncsafe(four: bytes) -> int:
    return four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]


def _as_syncsafe(number: int) -> bytes:
    return bytes((number >> 21 & 0x7F, number >> 14 & 0x7F, number >> 7 & 0x7F, number & 0x7F))


def read(source: BinaryIO, start: int = 0) -> Tag | None:
    """The tag that stands at an offset of a stream, or None.

    Raises:
        Damaged: The tag reaches past the end, or is longer than any sound one.
    """
    source.seek(start)
    size = length(source.read(HEADER_BYTES))
    if not size:
        return None
    if size > LONGEST_TAG:
        raise Damaged("The ID3 tag is far longer than a sound one ever is.")
    source.seek(start)
    content = source.read(size)
    if len(content) < size:
        raise Damaged("The file ends in the middle of its ID3 tag.")
    return parse(content)


def parse(content: bytes) -> Tag:
    """Read a whole tag.

    Raises:
        Damaged: It is no tag or cut short.
    """
    size = length(content)
    if not size or size > len(content):
        raise Damaged("The ID3 tag is cut short.")
    version, flags = content[3], content[5]
    unsync = bool(flags & _UNSYNC)
    body = content[HEADER_BYTES : HEADER_BYTES + _syncsafe(content[6:10])]
    if version not in _FRAME_NAME or (version == 2 and flags & _EXTENDED):
        return Tag(version=0, room=size)
    if unsync and version < 4:
        body = synchronised(body)
    if flags & _EXTENDED:
        body = body[_extended_length(body, version) :]
    frames, loose = _frames(body, version)
    return Tag(version, unsync, frames, loose, size)


def _extended_length(body: bytes, version: int) -> int:
    if len(body) < 4:
        raise Damaged("The ID3 tag is cut short.")
    return _syncsafe(body[:4]) if version == 4 else 4 + int.from_bytes(body[:4], "big")


def _frames(body: bytes, version: int) -> tuple[tuple[Frame, ...], bytes]:
    if version != 4:
        return _walk(body, version, plain_sizes=True)
    # Some writers put plain sizes into 2.4 tags: those are believed only where they explain the whole tag, and do not
    # swallow padding.
    found = _walk(body, 4, plain_sizes=False)
    frames, loose = _walk(body, 4, plain_sizes=True) if found[1] else found
    return found if loose or not frames or frames[-1].body.endswith(b"\0\0") else (frames, loose)


def _walk(body: bytes, version: int, *, plain_sizes: bool) -> tuple[tuple[Frame, ...], bytes]:
    frames, at = [], 0
    name_bytes, head_bytes = (3, 6) if version == 2 else (4, 10)
    while at + head_bytes <= len(body) and _FRAME_NAME[version].fullmatch(body, at, at + name_bytes):
        field = body[at + name_bytes : at + 2 * name_bytes]
        size = int.from_bytes(field, "big") if plain_sizes else _syncsafe(field)
        if at + head_bytes + size > len(body) or (not plain_sizes and max(field) > 0x7F):
            break
        flags = 0 if version == 2 else int.from_bytes(body[at + 8 : at + 10], "big")
        kind = body[at : at + name_bytes].decode("ascii")
        frames.append(Frame(kind, body[at + head_bytes : at + head_bytes + size], flags))
        at += head_bytes + size
    return tuple(frames), body[at:].rstrip(b"\0")


def render(tag: Tag) -> bytes:
    """The bytes of a whole tag, as long as `tag.room` when its frames fit in there, else longer with room to spare.

    Raises:
        CannotEmbed: A tag of an unknown version, or longer than a tag can be.
    """
    if tag.version not in _FRAME_NAME:
        raise CannotEmbed("Its ID3 tag is of a version that is not known.")
    body = b"".join(_rendered(frame, tag.version) for frame in tag.frames) + tag.loose
    if tag.unsynchronised and tag.version < 4:
        body = unsynchronised(body)
    room = tag.room - HEADER_BYTES
    size = room if len(body) <= room else len(body) + GROWTH
    if size >= 1 << 28:
        raise CannotEmbed("Its ID3 tag would grow longer than a tag can be.")
    flags = _UNSYNC if tag.unsynchronised else 0
    return b"ID3" + bytes((tag.version, 0, flags)) + _as_syncsafe(size) + body.ljust(size, b"\0")


def _rendered(frame: Frame, version: int) -> bytes:
    size = len(frame.body)
    if version == 2:
        head = size.to_bytes(3, "big")
    elif version == 3:
        head = size.to_bytes(4, "big") + frame.flags.to_bytes(2, "big")
    else:
        head = _as_syncsafe(size) + frame.flags.to_bytes(2, "big")
    return frame.kind.encode("ascii") + head + frame.body


def with_frames(tag: Tag, frames: Iterable[Frame]) -> Tag:
    """The same tag with other frames."""
    return replace(tag, frames=tuple(frames))
