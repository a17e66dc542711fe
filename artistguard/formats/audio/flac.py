"""FLAC: statements stand in Vorbis comments, as every player and tagger reads them; the music stays bit for bit.

Source: RFC 9639, section 8 (metadata blocks); an ID3 tag that some program has put in front is kept and never made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import id3, id3_frames, riff, vorbis
from artistguard.decoding import audio
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import tagged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.vocabularies import table
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

SIGNATURE = b"fLaC"
LONGEST_BLOCK = (1 << 24) - 1
MOST_BLOCKS = 4096
PADDING_BYTES = 4096
"""Room left behind when the blocks must grow; what FLAC encoders leave is of this order."""
_STREAMINFO, _PADDING, _COMMENT = 0, 1, 4
_SAME_WORDS = {
    "TIT2": "TITLE",
    "TPE1": "ARTIST",
    "TALB": "ALBUM",
    "TRCK": "TRACKNUMBER",
    "TDRC": "DATE",
    "TYER": "DATE",
    "TCON": "GENRE",
    "TSRC": "ISRC",
    "TCOP": "COPYRIGHT",
}


@dataclass(frozen=True, slots=True)
class _Block:
    kind: int
    body: bytes


@dataclass(frozen=True, slots=True)
class _Outline:
    """What stands before the music.

    Attributes:
        front: Bytes before the signature (an ID3 tag, or nothing).
        tag: That tag, or None.
        blocks: In file order.
        music: Offset of the first frame.
        size: Of the file.
    """

    front: int
    tag: id3.Tag | None
    blocks: tuple[_Block, ...]
    music: int
    size: int

    @property
    def credentials(self) -> bool:
        """Whether the tag in front holds a C2PA manifest."""
        return self.tag is not None and id3_frames.credentials(self.tag)

    def comments(self) -> vorbis.Comments:
        """The first comment block; where it says nothing, what an ID3 tag in front says.

        Players that find comments pass over such a tag, so its words would be lost to them once we write any.
        """
        body = next((block.body for block in self.blocks if block.kind == _COMMENT), None)
        found = vorbis.Comments(vendor=b"ArtistGuard") if body is None else vorbis.parse(body)
        if found.lines or self.tag is None:
            return found
        words = {key: id3_frames.texts(self.tag, kind) for kind, key in _SAME_WORDS.items()}
        lines = tuple(f"{key}={text}".encode() for key, text in words.items() if text)
        return replace(found, lines=lines)


class Flac:
    """FLAC in its own container."""

    name = "FLAC"
    medium: Medium | None = Medium.AUDIO
    types = (FileType("flac", "audio/flac"), FileType("fla", "audio/flac"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its signature, also behind an ID3 tag."""
        front = id3.length(glimpse.head)
        if glimpse.head[front : front + 4] == SIGNATURE:
            return Certainty.SURE
        beyond = front > len(glimpse.head) - 4 and front > 0
        return Certainty.LIKELY if beyond and glimpse.extension in {"flac", "fla"} else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Comments say everything here."""
        outline = _outline(source)
        return tagged.comment_reading(outline.comments(), _seconds(outline), credentials=outline.credentials)

    def decode(self, source: BinaryIO) -> Samples:
        """The samples."""
        _outline(source)
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange the comment block; it takes its room from the padding while there is enough.

        Raises:
            CannotEmbed: The comments would grow over 16 MB.
            Damaged: It is not sound.
        """
        outline = _outline(source)
        comments = outline.comments().inscribed(table.tags(inscription), table.rights(inscription))
        blocks = _exchanged(outline.blocks, vorbis.render(comments))
        riff.copy(source, target, 0, outline.front)
        target.write(SIGNATURE + _rendered(blocks))
        riff.copy(source, target, outline.music, outline.size)


def _outline(source: BinaryIO) -> _Outline:
    size = source.seek(0, 2)
    tag = id3.read(source)
    front = tag.room if tag else 0
    source.seek(front)
    if source.read(4) != SIGNATURE:
        raise Damaged("This is not a FLAC file.")
    blocks = tuple(_blocks(source))
    music = source.tell()
    start = source.read(2)
    if start and (len(start) < 2 or start[0] != 0xFF or start[1] & 0xFC != 0xF8):
        raise Damaged("Where the music should begin there is something else.")
    return _Outline(front, tag, blocks, music, size)


def _blocks(source: BinaryIO) -> list[_Block]:
    blocks: list[_Block] = []
    for _ in range(MOST_BLOCKS):
        head = source.read(4)
        if len(head) < 4:
            raise Damaged("The file ends before its music begins.")
        body = source.read(int.from_bytes(head[1:], "big"))
        if len(body) < int.from_bytes(head[1:], "big") or head[0] & 0x7F == 127:
            raise Damaged("The file ends before its music begins.")
        blocks.append(_Block(head[0] & 0x7F, body))
        if head[0] & 0x80:
            if blocks[0].kind != _STREAMINFO or len(blocks[0].body) < 34:
                raise Damaged("The file does not say how its music is to be played.")
            return blocks
    raise Damaged("The file has more metadata blocks than a sound one ever has.")


def _exchanged(blocks: tuple[_Block, ...], body: bytes) -> list[_Block]:
    if len(body) > LONGEST_BLOCK:
        raise CannotEmbed("The comments of the file would grow over 16 MB, more than FLAC can hold.")
    old = next((at for at, block in enumerate(blocks) if block.kind == _COMMENT), None)
    fresh = _Block(_COMMENT, body)
    if old is None:
        growth = 4 + len(body)
        changed = [blocks[0], fresh, *blocks[1:]]
    else:
        growth = len(body) - len(blocks[old].body)
        changed = [*blocks[:old], fresh, *blocks[old + 1 :]]
    return _settled(changed, growth)


def _settled(blocks: list[_Block], growth: int) -> list[_Block]:
    """Take the growth out of the last padding that has room for it; without one, leave fresh padding at the end."""
    if growth == 0:
        return blocks
    for at in reversed(range(len(blocks))):
        room = len(blocks[at].body) - growth
        if blocks[at].kind == _PADDING and 0 <= room <= LONGEST_BLOCK:
            return [*blocks[:at], _Block(_PADDING, bytes(room)), *blocks[at + 1 :]]
    return [*blocks, _Block(_PADDING, bytes(PADDING_BYTES))]


def _rendered(blocks: list[_Block]) -> bytes:
    parts = []
    for at, block in enumerate(blocks):
        last = 0x80 if at == len(blocks) - 1 else 0
        parts += [bytes((block.kind | last,)), len(block.body).to_bytes(3, "big"), block.body]
    return b"".join(parts)


def _seconds(outline: _Outline) -> float:
    # RFC 9639 section 8.2: 20 bits rate, 3 bits channels, 5 bits depth, 36 bits number of samples.
    numbers = int.from_bytes(outline.blocks[0].body[10:18], "big")
    rate = numbers >> 44
    return (numbers & (1 << 36) - 1) / rate if rate else 0.0
