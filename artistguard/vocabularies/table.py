"""The one list of vocabularies: everything written into a file passes here, and everything read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.vocabularies import aipref, exif, own, plus, tdmrep
from artistguard.vocabularies import rights as sentences
from artistguard.vocabularies.listing import VOCABULARIES, Vocabulary
from artistguard.vocabularies.own import Binding
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.verdict import Verdict, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.terms import Inscription, Stated
    from artistguard.vocabularies.properties import Property, Rights

__all__ = [
    "Binding",
    "Verdict",
    "Vocabulary",
    "binding_of",
    "from_properties",
    "from_tags",
    "listing",
    "properties",
    "rights",
    "tags",
    "verdict",
]


def properties(inscription: Inscription) -> tuple[Property, ...]:
    """Everything that goes into an XMP packet.

    Args:
        inscription: The terms, and what binds the file to its record.

    Returns:
        Consent and own properties with Rule.SET, rights sentences with Rule.FILL.
    """
    declaration = inscription.declaration
    return (
        *plus.properties(declaration),
        *tdmrep.properties(declaration),
        *exif.properties(declaration.choice),
        *sentences.properties(declaration),
        *own.properties(inscription),
    )


def tags(inscription: Inscription) -> tuple[Tag, ...]:
    """Everything that goes into free-form tags.

    Args:
        inscription: The terms, and what binds the file to its record.

    Returns:
        TDM-RESERVATION, TDM-POLICY, DATA-MINING, CONTENT-USAGE and the own ones; none is empty.
    """
    declaration = inscription.declaration
    found = (
        Tag("TDM-RESERVATION", tdmrep.reservation(declaration.choice)),
        Tag("TDM-POLICY", tdmrep.policy(declaration)),
        Tag("DATA-MINING", plus.uri(declaration.choice)),
        Tag("CONTENT-USAGE", aipref.content_usage(declaration.choice)),
    )
    return (*(tag for tag in found if tag.value), *own.tags(inscription))


def rights(inscription: Inscription) -> Rights:
    """The sentences for standard fields; they fill, and never replace the creator's words.

    Args:
        inscription: The terms.

    Returns:
        See artistguard.vocabularies.rights; ``replaceable`` there tells an empty field or an earlier sentence of ours.
    """
    return sentences.rights(inscription.declaration)


def from_properties(found: Iterable[Property], place: str = "XMP") -> tuple[Stated, ...]:
    """Everything that a packet states about use and rights.

    Args:
        found: Properties of the packet.
        place: Stands before each property's name, as in ``XMP plus:DataMining``.

    Returns:
        All layers, the order of the vocabularies.
    """
    entries = tuple(found)
    return (
        *plus.stated(entries, place),
        *tdmrep.stated(entries, place),
        *exif.stated_in_packet(entries, place),
        *own.stated(entries, place),
        *sentences.stated(entries, place),
    )


def from_tags(found: Iterable[Tag], place: str) -> tuple[Stated, ...]:
    """Everything that free-form tags state about use.

    Args:
        found: Tags of a file; keys in any case, underscores and colons count as hyphens.
        place: Stands before each key, as in ``Vorbis TDM-RESERVATION``.

    Returns:
        All layers, in the order of the tags, own ones last.
    """
    entries = tuple(found)
    statements: list[Stated] = []
    for tag in entries:
        where = f"{place} {tag.key}".strip()
        match tag.key.upper().replace("_", "-").replace(":", "-"):
            case "TDM-RESERVATION":
                statements.append(tdmrep.read(tag.value, where))
            case "TDM-POLICY":
                statements.append(tdmrep.link(tag.value, where))
            case "DATA-MINING" | "DATAMINING" | "PLUS-DATAMINING":
                statements.append(plus.read(tag.value, where, licensor_found=True))
            case "CONTENT-USAGE":
                statements.append(aipref.read(tag.value, where))
            case _:
                pass
    return (*statements, *own.stated_in_tags(entries, place))


def binding_of(found: Iterable[Property | Tag]) -> Binding:
    """Record, work, address and fingerprints found inside a file.

    Args:
        found: Properties of a packet, or tags.

    Returns:
        Empty fields where there are none.
    """
    return own.binding(found)


def listing() -> tuple[Vocabulary, ...]:
    """Every vocabulary with its grain, source and edition, finest first."""
    return VOCABULARIES
