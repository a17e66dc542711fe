"""Opus in Ogg: statements stand in OpusTags; the head with its gain and the packets of music stay bit for bit.

Source: RFC 7845, sections 5.1 (OpusHead) and 5.2 (OpusTags, its binary suffix).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import ogg, vorbis
from artistguard.decoding import audio
from artistguard.errors import Damaged
from artistguard.formats import tagged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.vocabularies import table
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

HEAD = b"OpusHead"
TAGS = b"OpusTags"
RATE = 48000
"""Positions count samples at this rate in Hz, whatever the recording had (RFC 7845 section 4)."""


class Opus:
    """Opus in Ogg pages."""

    name = "Opus"
    medium: Medium | None = Medium.AUDIO
    types = (FileType("opus", "audio/opus"),)

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By the first packet of the first page."""
        sure = glimpse.head.startswith(ogg.SIGNATURE) and glimpse.head[ogg.HEADER.size + 1 :].startswith(HEAD)
        return Certainty.SURE if sure else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """The comments, and the length that the last page tells."""
        headers = ogg.headers(source, _count)
        skipped = int.from_bytes(headers.packets[0][10:12], "little")
        samples = max(0, ogg.last_granule(source, headers.first.serial) - skipped)
        return tagged.comment_reading(_comments(headers), samples / RATE)

    def decode(self, source: BinaryIO) -> Samples:
        """The samples."""
        ogg.headers(source, _count)
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange the comment packet.

        Raises:
            CannotEmbed: Several streams in one file.
            Damaged: It is not sound.
        """
        headers = ogg.headers(source, _count)
        comments = _comments(headers).inscribed(table.tags(inscription), table.rights(inscription))
        ogg.rewrite(source, target, headers, [TAGS + vorbis.render(comments)])


def _count(first: bytes) -> int:
    if first.startswith(HEAD) and len(first) >= 19:
        return 2
    raise Damaged("This is no Opus file.")


def _comments(headers: ogg.Headers) -> vorbis.Comments:
    packet = headers.packets[1]
    if not packet.startswith(TAGS):
        raise Damaged("The comments of the Opus file are not where they belong.")
    return vorbis.parse(packet[len(TAGS) :])
