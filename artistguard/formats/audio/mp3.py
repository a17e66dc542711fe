"""MP3: statements stand in the ID3v2 tag at the front, in the version it has; every byte of the music stays.

The Xing and LAME header belongs to the music here, so gapless playing is kept; tags at the end (ID3v1, APEv2,
Lyrics3) are not touched. A file without an ID3v2 tag gets one of version 2.3, which the oldest players read too, and
what its tags at the end say is said again there, because players look no further once they have found ID3v2.

Source: id3.org, "ID3 tag version 2.3.0", section 3; design of the keys: docs/formats.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import id3, id3_frames, mpeg_frames, riff, tail_tags
from artistguard.decoding import audio
from artistguard.errors import Damaged
from artistguard.formats import tagged
from artistguard.formats.protocol import GLIMPSE_BYTES, Certainty, FileType, Glimpse, Reading
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

MOST_TAGS = 8
"""So many ID3v2 tags behind one another are looked over; more come from no program."""
OTHER_MUSIC = frozenset({"aac", "ape", "fla", "flac", "mpc", "ofr", "oga", "ogg", "opus", "tak", "tta", "wav", "wv"})
"""Extensions of recordings that may carry an ID3v2 tag in front too."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """Where things stand.

    Attributes:
        tag: The first ID3v2 tag; without one, what the tags at the end say, as a new tag.
        behind: Offset of the first byte that is copied: all but the first tag.
        seconds: Length of the recording.
        size: Of the file in bytes.
    """

    tag: id3.Tag
    behind: int
    seconds: float
    size: int


class Mp3:
    """MPEG audio layer III."""

    name = "MP3"
    medium: Medium | None = Medium.AUDIO
    types = (FileType("mp3", "audio/mpeg"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By two frames behind one another, also behind an ID3 tag; an ID3 tag alone may belong to other music."""
        front = id3.length(glimpse.head)
        music = glimpse.head[front:]
        if front and len(music) < 2 * mpeg_frames.HEADER_BYTES and front < glimpse.size:
            return Certainty.NO if glimpse.extension in OTHER_MUSIC else Certainty.LIKELY
        found = mpeg_frames.first(music, whole=glimpse.size <= len(glimpse.head))
        if found is None:
            return Certainty.NO
        if found == 0:
            return Certainty.SURE
        junk = music[:found].strip(b"\0")
        if not junk or music.startswith(b"ID3"):
            return Certainty.SURE if front else Certainty.LIKELY
        return Certainty.WEAK if glimpse.extension == "mp3" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """The ID3v2 tag, its XMP packet included."""
        outline = _outline(source)
        tag = outline.tag
        return tagged.reading(
            tagged.id3_facts(tag, outline.seconds),
            {"ID3 TXXX:": id3_frames.pairs(tag)},
            tagged.id3_rights(tag),
            id3_frames.packet(tag),
            credentials=id3_frames.credentials(tag),
        )

    def decode(self, source: BinaryIO) -> Samples:
        """The samples, without the encoder's delay and padding."""
        _outline(source)
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange the tag and copy all that stands behind it.

        Raises:
            CannotEmbed: A tag of an unknown version.
            Damaged: It is not sound.
        """
        outline = _outline(source)
        tag = tagged.id3_inscribed(outline.tag, inscription)
        target.write(id3.render(tag))
        riff.copy(source, target, outline.behind, outline.size)


def _outline(source: BinaryIO) -> _Outline:
    size = source.seek(0, 2)
    tag = id3.read(source)
    behind = tag.room if tag else 0
    music = _behind_all_tags(source, behind)
    source.seek(music)
    content = source.read(2 * GLIMPSE_BYTES)
    found = mpeg_frames.first(content, whole=size <= music + len(content))
    if found is None:
        raise Damaged("There is no MP3 music in this file.")
    seconds = mpeg_frames.seconds(content, found, size - music - found)
    return _Outline(tag or _from_the_end(source, size), behind, seconds, size)


def _behind_all_tags(source: BinaryIO, start: int) -> int:
    for _ in range(MOST_TAGS):
        source.seek(start)
        length = id3.length(source.read(id3.HEADER_BYTES))
        if not length:
            break
        start += length
    return start


def _from_the_end(source: BinaryIO, size: int) -> id3.Tag:
    source.seek(max(0, size - GLIMPSE_BYTES))
    empty = id3.Tag(version=3)
    frames = []
    for kind, words in tail_tags.fields(source.read(GLIMPSE_BYTES)).items():
        if kind == "COMM":
            frames.append(id3_frames.text_frame(empty, kind, "", words, between=b"eng"))
        else:
            frames.append(id3_frames.text_frame(empty, kind, words))
    return id3.with_frames(empty, frames)
