"""GIF: XMP in an application extension before the first picture; comments, loops and frames are copied.

Source: GIF89a Specification (CompuServe, 1990), sections 15 to 27; XMP specification part 3 (Adobe, 2020), section
1.1.2, "GIF" with its magic trailer; C2PA 2.2, section A.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.decoding import image
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.decoding.values import Pixels
    from artistguard.terms import Inscription

SIGNATURES: Final = (b"GIF87a", b"GIF89a")
EXTENSION, PICTURE, TRAILER = 0x21, 0x2C, 0x3B
APPLICATION, GRAPHIC_CONTROL, PLAIN_TEXT = 0xFF, 0xF9, 0x01
XMP: Final = b"\x21\xff\x0bXMP DataXMP"
CREDENTIALS: Final = b"\x21\xff\x0bC2PA_GIF"
MAGIC: Final = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
"""258 bytes after a packet: whatever length a reader jumps by, it ends at the last zero."""
MOST_BLOCKS: Final = 500_000


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of the file.

    Attributes:
        kind: Its first byte; for an extension its label follows in ``label``.
        label: Of an extension, 0 for anything else.
        raw: All of it.
    """

    kind: int
    label: int
    raw: bytes

    @property
    def packet(self) -> bytes | None:
        """The XMP packet in it, or None."""
        if not self.raw.startswith(XMP):
            return None
        body = self.raw[len(XMP) :]
        # Some programs cut the packet into ordinary sub-blocks instead.
        return body[: -len(MAGIC)] if body.endswith(MAGIC) else b"".join(_pieces(body, 0))


def _pieces(content: bytes, at: int) -> Iterator[bytes]:
    """Sub-blocks up to their zero.

    Raises:
        Damaged: The file ends before it.
    """
    while True:
        if at >= len(content):
            raise Damaged("The GIF ends in the middle of a block.")
        size = content[at]
        if size == 0:
            return
        yield content[at + 1 : at + 1 + size]
        at += 1 + size


def _after(content: bytes, at: int) -> int:
    """Where sub-blocks that begin at a place end."""
    return at + 1 + sum(1 + len(piece) for piece in _pieces(content, at))


def _table(flags: int) -> int:
    """Bytes of a colour table, by the flags that announce it."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _parse(content: bytes) -> tuple[bytes, list[_Block], int]:
    """Head with the global colours, the blocks up to the trailer, and where what follows begins.

    Raises:
        Damaged: No GIF, or it ends in the middle.
    """
    if content[:6] not in SIGNATURES or len(content) < 13:
        raise Damaged("This is not a GIF.")
    start = at = 13 + _table(content[10])
    blocks: list[_Block] = []
    while at < len(content) and content[at] != TRAILER:
        blocks.append(_block(content, at))
        at += len(blocks[-1].raw)
        if len(blocks) > MOST_BLOCKS:
            raise Damaged("The GIF has more blocks than any picture.")
    if at > len(content) or not any(block.kind == PICTURE for block in blocks):
        raise Damaged("The GIF holds no picture.")
    return content[:start], blocks, at


def _block(content: bytes, at: int) -> _Block:
    kind = content[at]
    if kind == EXTENSION and at + 2 < len(content):
        end = _after(content, at + 2)
        return _Block(kind, content[at + 1], content[at:end])
    if kind == PICTURE and at + 10 < len(content):
        # Nine bytes of place and flags, local colours, the code size, then the picture in sub-blocks.
        end = _after(content, at + 11 + _table(content[at + 9]))
        return _Block(kind, 0, content[at:end])
    raise Damaged("The GIF holds something that is neither picture nor extension.")


def _packet(blocks: Sequence[_Block]) -> bytes | None:
    return next((packet for block in blocks if (packet := block.packet) is not None), None)


def _signed(blocks: Sequence[_Block]) -> bool:
    return any(block.raw.startswith(CREDENTIALS) for block in blocks)


class Gif:
    """The format, animated or not."""

    name = "GIF"
    medium: Medium | None = Medium.IMAGE
    types = (FileType("gif", "image/gif"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Either of the two signatures."""
        return Certainty.SURE if glimpse.head[:6] in SIGNATURES else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """XMP."""
        _, blocks, _ = _parse(picture.whole(source))
        packet = _packet(blocks)
        return picture.reading([] if packet is None else [packet], credentials=_signed(blocks))

    def decode(self, source: BinaryIO) -> Pixels:
        """Every frame, put together as it is shown."""
        _parse(picture.whole(source))
        return image.pixels(source, ("GIF",))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Put the inscription into the XMP extension."""
        content = picture.whole(source)
        head, blocks, end = _parse(content)
        old = _packet(blocks)
        manner = picture.manners([] if old is None else [old], None, None, inscription)
        merged = picture.packet_merged(old, inscription, manner)
        # Extensions came with 89a; a reader of 87a need not know them.
        target.write(SIGNATURES[1] + head[6:])
        target.write(b"".join(block.raw for block in _placed(blocks, old, merged)))
        target.write(content[end:])


def _placed(blocks: Sequence[_Block], old: bytes | None, merged: bytes) -> list[_Block]:
    """The blocks with the packet where the old one was, or before the first picture and what belongs to it."""
    if merged == old:
        return list(blocks)
    if b"\0" in merged:
        raise CannotEmbed("The XMP packet holds a zero byte, which a GIF cannot carry.")
    fresh = _Block(EXTENSION, APPLICATION, XMP + merged + MAGIC)
    new = list(blocks)
    if old is not None:
        at = next(at for at, block in enumerate(blocks) if block.packet is not None)
        new[at] = fresh
        return new
    shown = (GRAPHIC_CONTROL, PLAIN_TEXT)
    at = next(at for at, block in enumerate(blocks) if block.kind == PICTURE or block.label in shown)
    new.insert(at, fresh)
    return new
