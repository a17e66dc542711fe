"""PNG and APNG: XMP in an iTXt chunk, Exif in an eXIf chunk, IPTC as a profile in text; every other chunk is copied.

IPTC has no chunk of its own; ImageMagick, ExifTool and exiv2 all look for it in a text named "Raw profile type iptc".
An XMP or Exif profile in that form moves into the chunk of its own when something is added to it, so that no two copies
can disagree. New chunks stand before the picture.

Source: PNG Specification, third edition (W3C, 2025), sections 4.9 (APNG), 11.3.3 and 11.3.4; XMP specification part 3
(Adobe, 2020), section 1.1.5; C2PA 2.2, section A.3 (chunk ``caBX``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers import chunks, photoshop
from artistguard.decoding import image
from artistguard.errors import Damaged
from artistguard.formats import picture
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.terms import Stated
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artistguard.containers.chunks import PngChunk, Text
    from artistguard.decoding.values import Pixels
    from artistguard.formats.picture import Manners
    from artistguard.terms import Inscription

KEYWORD: Final = b"XML:com.adobe.xmp"
EXIF: Final = b"eXIf"
CREDENTIALS: Final = b"caBX"
PREFIX: Final = b"Exif\0\0"


@dataclass(frozen=True, slots=True)
class _Found:
    """The metadata of one file and where it stands.

    Attributes:
        packet: XMP, or None.
        packet_at: Index of its chunk.
        block: Exif, or None.
        block_at: Index of its chunk.
        fields: Row of IIM datasets, or None.
        fields_at: Index of the text chunk with their profile.
        profile: The profile that they stand in: name and content.
        texts: Keyword to words of the ordinary text chunks.
        signed: Whether a C2PA manifest is there.
    """

    packet: bytes | None = None
    packet_at: int | None = None
    block: bytes | None = None
    block_at: int | None = None
    fields: bytes | None = None
    fields_at: int | None = None
    profile: tuple[str, bytes] = ("iptc", b"")
    texts: tuple[tuple[str, str], ...] = ()
    signed: bool = False

    @property
    def packets(self) -> list[bytes]:
        """The packet in a list."""
        return [] if self.packet is None else [self.packet]

    def told(self, keyword: str) -> str:
        """The words of the first ordinary text with a keyword."""
        return next((words for key, words in self.texts if key == keyword), "")


def _look(row: Sequence[PngChunk]) -> _Found:
    found = _Found(signed=any(chunk.kind == CREDENTIALS for chunk in row))
    said_at = chunks.texts(row)
    # Chunks of their own come before profiles in text form.
    for at, chunk in enumerate(row):
        if chunk.kind == EXIF and found.block is None:
            found = replace(found, block=chunk.data.removeprefix(PREFIX), block_at=at)
        said = said_at.get(at)
        if said is not None and said.keyword == KEYWORD and found.packet is None:
            found = replace(found, packet=said.value, packet_at=at)
        elif said is not None and said.keyword != KEYWORD and not said.keyword.startswith(chunks.RAW_PROFILE):
            found = replace(found, texts=(*found.texts, (said.keyword.decode("latin-1"), said.words)))
    return _profiles(said_at, found)


def _profiles(said_at: Mapping[int, Text], found: _Found) -> _Found:
    for at, said in said_at.items():
        name, content = chunks.raw_profile(said) or ("", b"")
        if name == "xmp" and found.packet is None:
            found = replace(found, packet=content, packet_at=at)
        elif name in {"exif", "app1"} and content.startswith(PREFIX) and found.block is None:
            found = replace(found, block=content.removeprefix(PREFIX), block_at=at)
        elif name in {"iptc", "8bim"} and found.fields is None:
            found = replace(found, fields=_fields(content), fields_at=at, profile=(name, content))
    return found


def _fields(content: bytes) -> bytes | None:
    """IIM datasets in Photoshop's resources, or bare."""
    if content[:1] == b"\x1c":
        return content
    try:
        return photoshop.iptc_of(photoshop.parse(content))
    except Damaged:
        return None


class Png:
    """The format, animated or not."""

    name = "PNG"
    medium: Medium | None = Medium.IMAGE
    types = (FileType("png", "image/png"), FileType("apng", "image/apng"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """The eight bytes every PNG begins with."""
        return Certainty.SURE if glimpse.head[:8] == chunks.SIGNATURE else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """XMP, Exif, IPTC and the standard texts."""
        row, _ = chunks.parse(picture.whole(source))
        found = _look(row)
        reading = picture.reading(found.packets, found.block, found.fields, credentials=found.signed)
        notice = found.told("Copyright")
        facts = replace(
            reading.facts,
            title=reading.facts.title or found.told("Title"),
            creator=reading.facts.creator or found.told("Author"),
        )
        more = (Stated("rights", "PNG Copyright", notice),) if notice else ()
        return replace(reading, facts=facts, statements=(*reading.statements, *more))

    def decode(self, source: BinaryIO) -> Pixels:
        """Every frame."""
        chunks.parse(picture.whole(source))
        return image.pixels(source, ("PNG",))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Put the inscription into XMP, Exif and IPTC."""
        content = picture.whole(source)
        row, end = chunks.parse(content)
        found = _look(row)
        new = _placed(row, found, inscription)
        target.write(chunks.SIGNATURE + b"".join(chunk.raw for chunk in new))
        target.write(memoryview(content)[end:])


def _placed(row: Sequence[PngChunk], found: _Found, inscription: Inscription) -> list[PngChunk]:
    """The chunks with packet and block where they were, or behind the header where they are new."""
    manner = picture.manners(
        found.packets,
        found.block,
        found.fields,
        inscription,
        author=found.told("Author"),
        notice=found.told("Copyright"),
    )
    packet = picture.packet_merged(found.packet, inscription, manner)
    block = picture.exif_merged(found.block, inscription, manner)
    wanted = [(found.packet_at, chunks.international(KEYWORD, packet), packet != found.packet)]
    if block is not None:
        wanted.append((found.block_at, chunks.made(EXIF, block), block != found.block))
    front: list[PngChunk] = []
    instead: dict[int, list[PngChunk]] = {}
    for at, chunk, changed in wanted:
        if at is None or _in_text_form(row[at]):
            front.append(chunk)
            instead |= {} if at is None else {at: []}
        elif changed:
            instead[at] = [chunk]
    profile = _with_fields(found, inscription, manner)
    if profile is not None and found.fields_at is not None:
        instead[found.fields_at] = [profile]
    elif profile is not None:
        front.append(profile)
    rest = [chunk for at, old in enumerate(row[1:], 1) for chunk in instead.get(at, [old])]
    return [row[0], *front, *rest]


def _with_fields(found: _Found, inscription: Inscription, manner: Manners) -> PngChunk | None:
    """The profile with the inscription in its IIM datasets; None where it stays, or is damaged and better left."""
    name, content = found.profile
    fields = picture.fields_merged(found.fields, inscription, manner)
    if fields is None or fields == found.fields:
        return None
    if found.fields is not None and content == found.fields:
        return chunks.profile(name, fields)
    try:
        return chunks.profile(name, photoshop.with_iptc(content, fields))
    except Damaged:
        return None


def _in_text_form(chunk: PngChunk) -> bool:
    """Whether it is a profile in ImageMagick's text form, whose content moves into a chunk of its own."""
    return chunk.kind in {b"tEXt", b"zTXt", b"iTXt"} and chunk.data.startswith(chunks.RAW_PROFILE)
