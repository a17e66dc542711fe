"""Ogg Vorbis, and FLAC in Ogg: statements stand in the comment header; the packets of music stay bit for bit.

Source: Xiph.Org, "Vorbis I specification", sections 4.2.1 (common header), 4.2.2 (identification) and 5 (comments);
RFC 9639 section 10.1 (FLAC in Ogg).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import ogg, vorbis
from artistguard.decoding import audio
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import tagged
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.vocabularies import table
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Samples
    from artistguard.terms import Inscription

VORBIS = b"\x01vorbis"
COMMENT = b"\x03vorbis"
FLAC = b"\x7fFLAC"
_FLAC_COMMENT, _FLAC_LAST, _FLAC_LONGEST = 4, 0x80, (1 << 24) - 1


class Ogg:
    """Vorbis (or FLAC) in Ogg pages."""

    name = "Ogg Vorbis"
    medium: Medium | None = Medium.AUDIO
    types = (FileType("ogg", "audio/ogg"), FileType("oga", "audio/ogg"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By the first packet of the first page."""
        if not glimpse.head.startswith(ogg.SIGNATURE):
            return Certainty.NO
        packet = glimpse.head[ogg.HEADER.size + 1 :]
        return Certainty.SURE if packet.startswith((VORBIS, FLAC)) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """The comments, and the length that the last page tells."""
        headers = ogg.headers(source, _count)
        first = headers.packets[0]
        # Vorbis: rate at byte 12, 32 bits little-endian; FLAC: in the STREAMINFO behind the 17 bytes of the mapping.
        in_flac = int.from_bytes(first[27:30], "big") >> 4
        rate = int.from_bytes(first[12:16], "little") if first.startswith(VORBIS) else in_flac
        seconds = ogg.last_granule(source, headers.first.serial) / rate if rate else 0.0
        return tagged.comment_reading(_comments(headers), seconds)

    def decode(self, source: BinaryIO) -> Samples:
        """The samples."""
        ogg.headers(source, _count)
        return audio.samples(source)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Exchange the comment packet.

        Raises:
            CannotEmbed: Several streams in one file, or comments longer than their field can tell.
            Damaged: It is not sound.
        """
        headers = ogg.headers(source, _count)
        comments = _comments(headers).inscribed(table.tags(inscription), table.rights(inscription))
        old = headers.packets[1]
        fresh = COMMENT + vorbis.render(comments) if old.startswith(COMMENT) else _flac_block(old, comments)
        ogg.rewrite(source, target, headers, [fresh, *headers.packets[2:]])


def _count(first: bytes) -> int:
    if first.startswith(VORBIS) and len(first) >= 16:
        return 3
    if first.startswith(FLAC) and len(first) >= 30:
        # The number of header packets that follow; 0 means that the file does not say.
        told = int.from_bytes(first[7:9], "big")
        if told == 0:
            raise CannotEmbed("The FLAC stream in the Ogg file does not say how many headers it has.")
        return 1 + told
    raise Damaged("This is no Ogg Vorbis file.")


def _comments(headers: ogg.Headers) -> vorbis.Comments:
    packet = headers.packets[1]
    if packet.startswith(COMMENT):
        return vorbis.parse(packet[len(COMMENT) :])
    if headers.packets[0].startswith(FLAC) and packet and packet[0] & 0x7F == _FLAC_COMMENT:
        return vorbis.parse(packet[4:])
    raise Damaged("The comments of the Ogg file are not where they belong.")


def _flac_block(old: bytes, comments: vorbis.Comments) -> bytes:
    body = vorbis.render(comments)
    if len(body) > _FLAC_LONGEST:
        raise CannotEmbed("The comments of the file would grow over 16 MB, more than FLAC can hold.")
    return bytes((_FLAC_COMMENT | old[0] & _FLAC_LAST,)) + len(body).to_bytes(3, "big") + body
