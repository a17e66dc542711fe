"""What the formats of pictures share: a reading put together from XMP, Exif and IPTC, and an Exif block merged or left.

No format: only words that each of them would otherwise say again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO, Final

from artistguard.containers import tiff
from artistguard.errors import CannotEmbed, Damaged, EmptyFile, TooLarge
from artistguard.formats import sidecar
from artistguard.packets import exif, iptc, xmp
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from artistguard.containers.tiff import Tiff
    from artistguard.formats.protocol import Reading
    from artistguard.terms import Inscription, Stated
    from artistguard.vocabularies.properties import Property

LARGEST_FILE = 1 << 30
"""Pictures are read whole, so there is a bound to what is taken for one."""


def whole(source: BinaryIO) -> bytes:
    """All bytes of a file.

    Raises:
        EmptyFile: It has none.
        TooLarge: It is larger than any picture that could be decoded.
    """
    size = source.seek(0, 2)
    if size == 0:
        raise EmptyFile("The file is empty.")
    if size > LARGEST_FILE:
        raise TooLarge(f"The file has {size >> 20} megabytes, more than a picture can safely have.")
    source.seek(0)
    return source.read()


def reading(
    packets: Iterable[bytes], block: bytes | None = None, fields: bytes | None = None, *, credentials: bool = False
) -> Reading:
    """Everything that a picture says; a part that is damaged says nothing.

    Args:
        packets: XMP, in order of rank.
        block: Exif, from its byte order mark on.
        fields: Row of IIM datasets.
        credentials: Whether a C2PA manifest was found.
    """
    properties = tuple(entry for packet in packets for entry in _properties(packet))
    told, description, artist = _from_exif(block)
    more, title, by_line = _from_iptc(fields)
    found = sidecar.reading(properties, "XMP", more=(*told, *more))
    facts = replace(
        found.facts,
        title=found.facts.title or title or description,
        creator=found.facts.creator or artist or by_line,
    )
    return replace(found, facts=facts, credentials=credentials)


def _properties(packet: bytes) -> tuple[Property, ...]:
    try:
        return xmp.parse(packet)
    except (Damaged, TooLarge):
        return ()


def _from_exif(block: bytes | None) -> tuple[tuple[Stated, ...], str, str]:
    found = _parsed(block)
    if found is None:
        return (), "", ""
    return exif.statements_in(found), exif.description(found), exif.artist(found)


def _parsed(block: bytes | None) -> Tiff | None:
    try:
        return tiff.parse(block) if block else None
    except Damaged:
        return None


def _from_iptc(fields: bytes | None) -> tuple[tuple[Stated, ...], str, str]:
    try:
        return iptc.statements(fields or b""), iptc.title(fields or b""), iptc.by_line(fields or b"")
    except Damaged:
        return (), "", ""


@dataclass(frozen=True, slots=True)
class Manners:
    """What an inscription leaves to the words that stand in a file already: one name and notice for all its layers.

    Attributes:
        without: ``creator`` and ``copyright``, each where the file tells it in its own words in any layer.
        former: The creator's name that an earlier inscription filled in, or empty.
    """

    without: frozenset[str] = frozenset()
    former: str = ""


def manners(  # noqa: PLR0913 - one argument a layer
    packets: Iterable[bytes],
    block: bytes | None,
    fields: bytes | None,
    inscription: Inscription,
    *,
    author: str = "",
    notice: str = "",
) -> Manners:
    """See what the layers of a picture say of creator and copyright, so that none is made to contradict another.

    Args:
        packets: XMP, in order of rank.
        block: Exif, from its byte order mark on.
        fields: Row of IIM datasets.
        inscription: What is to be said.
        author: The creator, where the format has a place of its own for it.
        notice: The copyright line, likewise.
    """
    rows = tuple(packets)
    properties = tuple(entry for packet in rows for entry in _properties(packet))
    exif_found, fields = _parsed(block), fields or b""
    name = table.rights(inscription).creator
    former = _former(rows[0], inscription) if rows else ""
    told = {
        author,
        sidecar.facts(properties).creator,
        exif.artist(exif_found) if exif_found else "",
        _quiet(iptc.by_line, fields),
    }
    known = {"", name, former, *iptc.names(name), *iptc.names(former)}
    notices = {notice, *(text_of(entry.value) for entry in properties if entry.label == "dc:rights")}
    notices |= {exif.rights_line(exif_found) if exif_found else "", _quiet(iptc.notice, fields)}
    without = {"creator"} if told - known else set[str]()
    without |= set() if all(map(iptc.replaceable, notices)) else {"copyright"}
    return Manners(frozenset(without), former)


def _quiet(field: Callable[[bytes], str], fields: bytes) -> str:
    try:
        return field(fields)
    except Damaged:
        return ""


def _former(packet: bytes, inscription: Inscription) -> str:
    """The creator in a packet where merging would renew it, which it only does with a name that we filled in."""
    before = sidecar.facts(_properties(packet)).creator
    after = sidecar.facts(_properties(sidecar.merged(packet, inscription))).creator
    return before if before != after else ""


def packet_merged(packet: bytes | None, inscription: Inscription, manner: Manners) -> bytes:
    """The XMP packet with the inscription in it.

    Raises:
        CannotEmbed: The packet that is there cannot be read, and is not thrown away.
    """
    hidden = {f"dc:{_TWINS[name]}" for name in manner.without}
    own = {entry.label for entry in _properties(packet or b"")}
    # What the packet itself says is for the merge to judge; only an empty place must not be filled against the others.
    closed = hidden - own
    properties = [entry for entry in table.properties(inscription) if entry.label not in closed]
    try:
        return xmp.merge(packet, properties)
    except (Damaged, TooLarge) as trouble:
        raise CannotEmbed("The XMP packet in the file cannot be read, so nothing can be added to it.") from trouble


_TWINS: Final = {"creator": "creator", "copyright": "rights"}


def exif_merged(
    block: bytes | None, inscription: Inscription, manner: Manners, longest: int | None = None
) -> bytes | None:
    """The Exif block with the inscription in it, or None where it is better left as it is and XMP says it alone.

    Args:
        block: As it stands in the file, None where there is none.
        inscription: What to say.
        manner: What to leave to the words that stand there.
        longest: Bytes that the place in the file can hold; None for no bound.

    Raises:
        CannotEmbed: The block has an opt-out that says something else and cannot be brought up to date.
    """
    # The opt-out alone is better than nothing where name and notice do not fit as well.
    for without in (manner.without, frozenset({"creator", "copyright"})):
        try:
            merged = exif.merge(block, inscription, without=without, former=manner.former)
        except (Damaged, CannotEmbed):
            return None
        if longest is None or len(merged) <= longest:
            return merged
    if block and any(stated.layer == "exif" for stated in exif.statements(block)):
        raise CannotEmbed("The Exif block is full, and the opt-out that stands in it cannot be changed.")
    return None


def item_block(item: bytes | None) -> bytes | None:
    """The block in an Exif item of HEIF or JPEG XL; None where there is none or it begins nowhere."""
    try:
        return None if item is None else exif.parted(item)[1]
    except Damaged:
        return None


def item_merged(item: bytes | None, inscription: Inscription, manner: Manners) -> bytes | None:
    """An Exif item with the inscription in it, or None where it is better left as it is.

    Args:
        item: As it stands in the file, None where there is none.
        inscription: What to say.
        manner: What to leave to the words that stand there.
    """
    try:
        head, block = (exif.ITEM_HEAD, None) if item is None else exif.parted(item)
    except Damaged:
        return None
    merged = exif_merged(block, inscription, manner)
    return None if merged is None else head + merged


def fields_merged(fields: bytes | None, inscription: Inscription, manner: Manners) -> bytes | None:
    """The row of IIM datasets with the inscription in it, or None where it is damaged and better left as it is.

    Args:
        fields: As they stand in the file, None where there are none.
        inscription: What to say.
        manner: What to leave to the words that stand there.
    """
    try:
        return iptc.merge(fields, inscription, without=manner.without, former=manner.former)
    except Damaged:
        return None
