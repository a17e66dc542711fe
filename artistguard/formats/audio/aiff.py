"""AIFF and AIFF-C: statements stand in an ID3 chunk, with XMP in it; texts of the format's own are kept.

Source: Apple, "Audio Interchange File Format: AIFF", version 1.3 (1989), and "AIFF-C" (1991 draft), sections on the
Common, Sound Data and text chunks; the ``ID3 `` chunk is what taggers and players have agreed on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import id3, id3_frames, iff, riff
from artistguard.containers.riff import Fresh
from artistguard.decoding import audio
from artistguard.errors import Damaged
from artistguard.formats import tagged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.vocabularies.rights import replaceable
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from artistguard.containers.iff import Form
    from artistguard.containers.riff import Chunk
    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

KINDS = frozenset({b"AIFF", b"AIFC"})
ID3 = (b"ID3 ", b"id3 ")
COPYRIGHT = b"(c) "


@dataclass(frozen=True, slots=True)
class _Outline:
    form: Form
    chunk: Chunk | None
    tag: id3.Tag

    def text(self, source: BinaryIO, kind: bytes) -> str:
        """The words of a text chunk; the format knows ASCII only, programs write UTF-8 or Mac Roman."""
        chunk = self.form.first(kind)
        raw = riff.payload(source, chunk).partition(b"\0")[0] if chunk else b""
        try:
            return raw.decode("utf-8").strip()
        except UnicodeDecodeError:
            return raw.decode("mac_roman").strip()


class Aiff:
    """AIFF and AIFF-C."""

    name = "AIFF"
    medium: Medium | None = Medium.AUDIO
    types = (FileType("aiff", "audio/aiff"), FileType("aif", "audio/aiff"), FileType("aifc", "audio/aiff"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By the two signatures at its start."""
        sure = glimpse.head.startswith(b"FORM") and glimpse.head[8:12] in KINDS
        return Certainty.SURE if sure else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """The ID3 chunk, then the texts of the format."""
        outline = _outline(source)
        tag = outline.tag
        found = tagged.id3_facts(tag, _seconds(source, outline.form))
        facts = Facts(
            title=found.title or outline.text(source, b"NAME"),
            creator=found.creator or outline.text(source, b"AUTH"),
            collection=found.collection,
            number=found.number,
            identifiers=found.identifiers,
            seconds=found.seconds,
        )
        return tagged.reading(
            facts,
            {"ID3 TXXX:": id3_frames.pairs(tag)},
            {**tagged.id3_rights(tag), "AIFF (c)": outline.text(source, COPYRIGHT)},
            id3_frames.packet(tag),
            credentials=id3_frames.credentials(tag),
        )

    def decode(self, source: BinaryIO) -> Samples:
        """The samples."""
        _outline(source)
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange the ID3 chunk, or add one at the end.

        Raises:
            CannotEmbed: A packet that cannot be read, or no room left in 32 bits.
            Damaged: It is not sound.
        """
        outline = _outline(source)
        tag = tagged.id3_inscribed(outline.tag, inscription, outline.text(source, COPYRIGHT))
        words = id3_frames.texts(tag, "TCOP")
        old = outline.chunk
        fresh = Fresh(old.kind if old else ID3[0], id3.render(tag))
        parts: list[Chunk | Fresh] = [fresh if chunk is old else chunk for chunk in outline.form.chunks]
        if old is None:
            parts.append(fresh)
        iff.assemble(source, target, outline.form, _with_copyright(outline, source, parts, words))


def _with_copyright(outline: _Outline, source: BinaryIO, parts: list[Chunk | Fresh], words: str) -> list[Chunk | Fresh]:
    # The chunk's name is the copyright sign; what ASCII cannot hold stands in the ID3 tag alone.
    plain = words.removeprefix("© ")
    if not plain.isascii() or not replaceable(outline.text(source, COPYRIGHT)):
        return parts
    old, fresh = outline.form.first(COPYRIGHT), Fresh(COPYRIGHT, plain.encode("ascii"))
    return [fresh if part is old else part for part in parts] if old else [*parts, fresh]


def _outline(source: BinaryIO) -> _Outline:
    form = iff.parse(source)
    if form.kind not in KINDS or form.first(b"COMM") is None:
        raise Damaged("The file does not say how its sound is to be played.")
    chunk = form.first(*ID3)
    payload = riff.payload(source, chunk) if chunk else b""
    return _Outline(form, chunk, id3.parse(payload) if id3.length(payload) else id3.Tag(version=3))


def _seconds(source: BinaryIO, form: Form) -> float:
    chunk = form.first(b"COMM")
    common = riff.payload(source, chunk) if chunk else b""
    if len(common) < 18:
        return 0.0
    # The rate is an 80-bit float: sign and exponent (bias 16383) in 16 bits, then 64 bits with the leading one.
    exponent = int.from_bytes(common[8:10], "big") & 0x7FFF
    mantissa = int.from_bytes(common[10:18], "big")
    shift = exponent - 16383 - 63
    rate = mantissa * 2.0**shift if -1000 < shift < 100 else 0.0
    return int.from_bytes(common[2:6], "big") / rate if rate else 0.0
