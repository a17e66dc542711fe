"""XMP packets as whole files: the sidecar that stands beside a work which cannot carry a statement inside.

A sidecar is named after the whole name of its work, extension included (``song.mid.xmp``), as darktable and digiKam do
it; who names it is the job's business. Packets inside pictures are read with the same words.

Source: IPTC Photo Metadata Standard 2023.2, "Digital Source Type". XMP specification part 3 (Adobe, 2020), section
1.2.2 (sidecar files); part 1 (ISO 16684-1:2019), section 8.3 (Dublin Core).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.formats.protocol import Reading
from artistguard.packets import xmp
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Structure, text_of
from artistguard.works import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.terms import Inscription, Stated
    from artistguard.vocabularies.properties import Property, Value

EXTENSION = "xmp"
_DC = "http://purl.org/dc/elements/1.1/"
_IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_DYNAMIC = "http://ns.adobe.com/xmp/1.0/DynamicMedia/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"


def read(packet: bytes, place: str = "sidecar") -> Reading:
    """What a sidecar says about its work.

    Args:
        packet: The whole sidecar.
        place: Stands before the name of each property, such as ``sidecar plus:DataMining``.

    Raises:
        Damaged: It is no XMP.
        TooLarge: It is larger than any real one.
    """
    return reading(xmp.parse(packet), place)


def write(existing: bytes | None, inscription: Inscription) -> bytes:
    """The sidecar with the inscription in it; what another program keeps there stays.

    Args:
        existing: The sidecar that stands there already, or None.
        inscription: The terms, and what binds the work to its record.

    Returns:
        The new sidecar; the very bytes of the old one where nothing changes.

    Raises:
        Damaged: What stands there is no XMP: it is not thrown away.
        TooLarge: It is larger than any real one.
    """
    return xmp.merge(existing, table.properties(inscription))


def inside(packet: bytes | None, place: str = "XMP") -> Reading:
    """What a packet inside a file says; one that is missing or cannot be read says nothing.

    Args:
        packet: As it stands in the file, or None.
        place: Stands before the name of each property.
    """
    if packet is None:
        return Reading()
    try:
        return read(packet, place)
    except (Damaged, TooLarge):
        return Reading()


def merged(packet: bytes | None, inscription: Inscription) -> bytes:
    """A packet inside a file with the inscription in it.

    Raises:
        CannotEmbed: The packet that is there cannot be read, and is not thrown away.
    """
    try:
        return write(packet, inscription)
    except (Damaged, TooLarge) as trouble:
        raise CannotEmbed("The XMP packet in the file cannot be read, so nothing can be added to it.") from trouble


def reading(properties: Iterable[Property], place: str, *, more: Iterable[Stated] = ()) -> Reading:
    """What properties say about use and rights, about the work, and about its record.

    Args:
        properties: Of one packet.
        place: Stands before the name of each property.
        more: Statements found elsewhere in the same file.
    """
    found = tuple(properties)
    binding = table.binding_of(found)
    statements = (*table.from_properties(found, place), *more)
    return Reading(statements, facts(found), binding.record, binding.work, binding.fingerprints)


def facts(properties: Iterable[Property]) -> Facts:
    """What a packet says about the work itself: title, creator, collection, number."""
    told = {entry.namespace + entry.name: _words(entry.value).strip() for entry in properties}
    return Facts(
        title=told.get(f"{_DC}title") or told.get(f"{_PHOTOSHOP}Headline", ""),
        creator=told.get(f"{_DC}creator", ""),
        collection=told.get(f"{_DYNAMIC}album", ""),
        number=told.get(f"{_DYNAMIC}trackNumber", ""),
        source_type=told.get(f"{_IPTC_EXTENSION}DigitalSourceType", "").rpartition("/")[2],
    )


def _words(value: Value) -> str:
    """The words of a value; of a structure, such as the agent that Inkscape names, its first field."""
    if isinstance(value, Structure):
        return _words(value.fields[0].value) if value.fields else ""
    return text_of(value)
