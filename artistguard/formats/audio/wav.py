"""WAV and its relatives BWF, RF64 and BW64: statements stand in XMP, in ID3 and, where there is one, in LIST INFO.

New chunks go behind the sound, so that the head of the file stays as simple players expect it. Where the length of the
sound is not told (a recording written into a pipe, or broken off), all bytes to the end are sound; then new chunks go
before it and the sizes are left as they are. Nothing but small chunks is ever held in memory.

Source: Microsoft/IBM, "Multimedia Programming Interface and Data Specifications 1.0", WAVE and INFO list; EBU Tech
3285 (bext) and 3306 (RF64); ITU-R BS.2088-1 (BW64); XMP specification part 3 (2020), section 1.1.5 (``_PMX``).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import id3, id3_frames, riff, riff_info
from artistguard.containers.riff import Chunk, Fresh, Riff
from artistguard.decoding import audio
from artistguard.errors import Damaged
from artistguard.formats import tagged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.vocabularies import table
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

XMP = b"_PMX"
ID3 = (b"id3 ", b"ID3 ")
ENDLESS = 0x7FFFF000
"""Told lengths from here on that do not fit are what programs write into a pipe: SoX this one, others 0xFFFFFFFF."""


@dataclass(frozen=True, slots=True)
class _Outline:
    """A file's chunks.

    Attributes:
        riff: For endless sound only what stands before it; its end is then where the sound's header begins.
        endless: Whether the sound goes on to the end of the file.
    """

    riff: Riff
    endless: bool

    def info(self, source: BinaryIO) -> tuple[Chunk | None, bytes]:
        """The LIST chunk of kind INFO and its payload."""
        for chunk in self.riff.chunks:
            if chunk.kind == b"LIST" and chunk.size >= 4:
                source.seek(chunk.start)
                if source.read(4) == riff_info.KIND:
                    return chunk, riff.payload(source, chunk)
        return None, riff_info.KIND

    def tag(self, source: BinaryIO) -> tuple[Chunk | None, id3.Tag]:
        """The chunk with an ID3 tag, and the tag; a new one where there is none."""
        chunk = self.riff.first(ID3[0]) or self.riff.first(ID3[1])
        if chunk is None:
            return None, id3.Tag(version=3)
        payload = riff.payload(source, chunk)
        return chunk, id3.parse(payload) if id3.length(payload) else id3.Tag(version=3)

    def packet(self, source: BinaryIO) -> tuple[Chunk | None, bytes | None]:
        """The chunk with XMP, and the packet."""
        chunk = self.riff.first(XMP)
        return chunk, riff.payload(source, chunk) if chunk else None


class Wav:
    """WAV, Broadcast Wave, RF64 and BW64."""

    name = "WAV"
    medium: Medium | None = Medium.AUDIO
    types = (
        FileType("wav", "audio/wav"),
        FileType("bwf", "audio/wav"),
        FileType("wave", "audio/wav"),
        FileType("rf64", "audio/wav"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By the two signatures at its start."""
        sure = glimpse.head[:4] in riff.WIDE | {b"RIFF"} and glimpse.head[8:12] == b"WAVE"
        return Certainty.SURE if sure else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """ID3 first, then what only LIST INFO says."""
        outline = _outline(source)
        tag = outline.tag(source)[1]
        info = riff_info.parse(outline.info(source)[1])
        rights = {**tagged.id3_rights(tag), "INFO ICOP": info.get("ICOP", "")}
        return tagged.reading(
            _facts(tagged.id3_facts(tag, _seconds(source, outline)), info),
            {"ID3 TXXX:": id3_frames.pairs(tag)},
            rights,
            outline.packet(source)[1],
            credentials=outline.riff.first(b"C2PA") is not None or id3_frames.credentials(tag),
        )

    def decode(self, source: BinaryIO) -> Samples:
        """The samples."""
        _outline(source)
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange small chunks; XMP and ID3 are added where there are none.

        Raises:
            CannotEmbed: A packet that cannot be read, or no room left in 32 bits.
            Damaged: It is not sound.
        """
        outline = _outline(source)
        list_chunk, info = outline.info(source)
        tag_chunk, tag = outline.tag(source)
        xmp_chunk, packet = outline.packet(source)
        present = (
            id3_frames.texts(tag, "TCOP"),
            riff_info.parse(info).get("ICOP", ""),
            tagged.packet_copyright(packet),
        )
        rights = tagged.rights(inscription, *present)
        fresh_tag = id3_frames.inscribed(tag, table.tags(inscription), rights, None)
        fresh = [
            (tag_chunk, Fresh(tag_chunk.kind if tag_chunk else ID3[0], id3.render(fresh_tag))),
            (xmp_chunk, Fresh(XMP, tagged.merged(packet, inscription, rights))),
        ]
        if list_chunk is not None:
            # Players pass over ID3 once a file has an INFO list, so one is filled but never made.
            artist = "" if id3_frames.texts(tag, "TPE1") else rights.creator
            filled = riff_info.filled(info, {"ICOP": rights.copyright, "IART": artist})
            fresh.append((list_chunk, Fresh(b"LIST", filled)))
        _assemble(source, target, outline, fresh)


def _outline(source: BinaryIO) -> _Outline:
    endless = _endless(source)
    whole = endless or riff.parse(source)
    if whole.form != b"WAVE" or whole.first(b"fmt ") is None:
        raise Damaged("The file does not say how its sound is to be played.")
    if endless is None and whole.first(b"data") is None:
        raise Damaged("There is no sound in this file.")
    return _Outline(whole, endless is not None)


def _endless(source: BinaryIO) -> Riff | None:
    """The chunks before sound whose length is not told; None for a file whose sound has a length."""
    size = source.seek(0, 2)
    source.seek(0)
    head = source.read(riff.HEADER_BYTES)
    chunks: list[Chunk] = []
    at, wide = riff.HEADER_BYTES, 0
    while at + riff.CHUNK_HEADER_BYTES <= size and len(chunks) < riff.MOST_CHUNKS and head[:4] in riff.WIDE | {b"RIFF"}:
        source.seek(at)
        kind, length = struct.unpack("<4sI", source.read(riff.CHUNK_HEADER_BYTES))
        if kind == b"data":
            told = wide if length == riff.UNKNOWN and head[:4] in riff.WIDE else length
            beyond = told >= ENDLESS and at + riff.CHUNK_HEADER_BYTES + told > size
            return Riff(head[:4], head[8:12], tuple(chunks), at, size) if told == 0 or beyond else None
        chunk = Chunk(kind, at + riff.CHUNK_HEADER_BYTES, length)
        if kind == b"ds64" and length >= riff.DS64_FIXED_BYTES:
            wide = int.from_bytes(source.read(16)[8:], "little")
        chunks.append(chunk)
        at = chunk.end
    return None


def _assemble(
    source: BinaryIO, target: BinaryIO, outline: _Outline, fresh: Sequence[tuple[Chunk | None, Fresh]]
) -> None:
    by_old = {old: new for old, new in fresh if old is not None}
    parts = [by_old.get(chunk, chunk) for chunk in outline.riff.chunks]
    parts += [new for old, new in fresh if old is None]
    if not outline.endless:
        riff.assemble(source, target, outline.riff, parts)
        return
    riff.copy(source, target, 0, riff.HEADER_BYTES)
    for part in parts:
        if isinstance(part, Fresh):
            size = len(part.payload)
            target.write(part.kind + struct.pack("<I", size) + part.payload + b"\0" * (size % 2))
        else:
            riff.copy(source, target, part.start - riff.CHUNK_HEADER_BYTES, part.end)
    riff.copy(source, target, outline.riff.end, outline.riff.size)


def _seconds(source: BinaryIO, outline: _Outline) -> float:
    form = outline.riff.first(b"fmt ")
    data = outline.riff.first(b"data")
    payload = riff.payload(source, form, 1 << 16) if form else b""
    per_second = int.from_bytes(payload[8:12], "little")
    left = outline.riff.size - outline.riff.end - riff.CHUNK_HEADER_BYTES
    return (data.size if data else max(0, left)) / per_second if per_second else 0.0


def _facts(found: Facts, info: dict[str, str]) -> Facts:
    return Facts(
        title=found.title or info.get("INAM", ""),
        creator=found.creator or info.get("IART", ""),
        collection=found.collection or info.get("IPRD", ""),
        number=found.number or info.get("ITRK", "") or info.get("IPRT", ""),
        identifiers=found.identifiers,
        seconds=found.seconds,
    )
