"""What the formats of tagged recordings share: a reading put together from layers, and the packet that is merged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artistguard.containers import id3, id3_frames
from artistguard.errors import CannotEmbed, Damaged, TooLarge
from artistguard.formats.protocol import Reading
from artistguard.packets import xmp
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Alternative, text_of
from artistguard.vocabularies.rights import replaceable
from artistguard.works import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.containers.vorbis import Comments
    from artistguard.terms import Inscription
    from artistguard.vocabularies.properties import Property, Rights, Tag


def reading(
    facts: Facts,
    tags: Mapping[str, Iterable[Tag]],
    fields: Mapping[str, str],
    packet: bytes | None = None,
    *,
    credentials: bool = False,
) -> Reading:
    """Everything that a recording says.

    Args:
        facts: Title and numbers.
        tags: Free-form keys and values, by the place they stand in (``Vorbis``, ``ID3 TXXX:``).
        fields: Standard rights fields, from place to words; empty ones are left out.
        packet: XMP, or None; one that is broken says nothing.
        credentials: Whether a C2PA manifest was found.
    """
    found = {place: tuple(entries) for place, entries in tags.items()}
    properties = _properties(packet)
    statements = [*table.from_properties(properties)]
    for place, entries in found.items():
        # "ID3 TXXX:" and the key are one word to engineers: ID3 TXXX:DATA-MINING.
        statements += [_joined(stated) for stated in table.from_tags(entries, place)]
    statements += [Stated("rights", place, words) for place, words in fields.items() if words]
    binding = table.binding_of([*properties, *(tag for entries in found.values() for tag in entries)])
    return Reading(tuple(statements), facts, binding.record, binding.work, binding.fingerprints, credentials)


def comment_reading(comments: Comments, seconds: float, *, credentials: bool = False) -> Reading:
    """Everything that Vorbis comments say."""
    fields = {f"Vorbis {key}": comments.value(key) for key in ("COPYRIGHT", "LICENSE", "CONTACT")}
    facts = Facts(
        title=comments.value("TITLE"),
        creator=comments.value("ARTIST") or comments.value("ALBUMARTIST"),
        collection=comments.value("ALBUM"),
        number=comments.value("TRACKNUMBER"),
        identifiers=isrc(comments.value("ISRC")),
        seconds=seconds,
    )
    return reading(facts, {"Vorbis": comments.tags()}, fields, credentials=credentials)


def id3_facts(tag: id3.Tag, seconds: float) -> Facts:
    """Title, creator and numbers out of an ID3 tag."""
    return Facts(
        title=id3_frames.texts(tag, "TIT2"),
        creator=id3_frames.texts(tag, "TPE1") or id3_frames.texts(tag, "TPE2"),
        collection=id3_frames.texts(tag, "TALB"),
        number=id3_frames.texts(tag, "TRCK"),
        identifiers=isrc(id3_frames.texts(tag, "TSRC")),
        seconds=seconds,
    )


def id3_rights(tag: id3.Tag) -> dict[str, str]:
    """The standard rights fields of an ID3 tag, from place to words."""
    return {
        "ID3 TCOP": id3_frames.texts(tag, "TCOP"),
        "ID3 USER": id3_frames.terms(tag),
        "ID3 WCOP": id3_frames.link(tag, "WCOP"),
    }


def id3_inscribed(tag: id3.Tag, inscription: Inscription, *present: str) -> id3.Tag:
    """An ID3 tag with keys, standard fields and XMP packet (version 2.2 has no frame for one).

    Args:
        tag: As found.
        inscription: What to say.
        present: What copyright fields outside the tag say now.

    Raises:
        CannotEmbed: Its XMP packet cannot be read.
    """
    packet = id3_frames.packet(tag)
    words = rights(inscription, id3_frames.texts(tag, "TCOP"), *present, packet_copyright(packet))
    fresh = merged(packet, inscription, words) if tag.version != 2 else None
    return id3_frames.inscribed(tag, table.tags(inscription), words, fresh)


def _joined(stated: Stated) -> Stated:
    place = stated.place.replace(": ", ":")
    return Stated(stated.layer, place, stated.value, stated.choice, stated.compatible)


def _properties(packet: bytes | None) -> tuple[Property, ...]:
    if packet is None:
        return ()
    try:
        return xmp.parse(packet)
    except (Damaged, TooLarge):
        return ()


def rights(inscription: Inscription, *present: str) -> Rights:
    """The sentences for standard fields; a copyright line that the creator wrote anywhere in the file stands for ours.

    Args:
        inscription: The terms.
        present: What the copyright fields of all layers say now.
    """
    words = table.rights(inscription)
    return replace(words, copyright=next((line for line in present if not replaceable(line)), words.copyright))


def merged(packet: bytes | None, inscription: Inscription, words: Rights) -> bytes:
    """The packet with the inscription merged in.

    Args:
        packet: As found, or None.
        inscription: What to say.
        words: Of `rights`, so that XMP names the same copyright as the other layers.

    Raises:
        CannotEmbed: The packet that is there cannot be read, and is not thrown away.
    """
    said = (
        replace(entry, value=Alternative(words.copyright)) if entry.label == "dc:rights" else entry
        for entry in table.properties(inscription)
    )
    try:
        return xmp.merge(packet, said)
    except (Damaged, TooLarge) as trouble:
        raise CannotEmbed("The XMP packet in the file cannot be read, so nothing can be added to it.") from trouble


def packet_copyright(packet: bytes | None) -> str:
    """The copyright line of an XMP packet, or empty."""
    return next((text_of(entry.value) for entry in _properties(packet) if entry.label == "dc:rights"), "")


def isrc(raw: str) -> tuple[tuple[str, str], ...]:
    """Identifiers of a recording from its ISRC field: without hyphens, upper case; none when empty.

    Source: ISO 3901:2019, section 4.3: hyphens are for display only.
    """
    code = raw.strip().upper().replace("-", "").replace(" ", "")
    return (("ISRC", code),) if code else ()
