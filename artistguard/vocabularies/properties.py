"""The shapes in which vocabularies hand their words to the formats: XMP properties, free-form tags, rights fields.

Source: XMP specification part 1 (ISO 16684-1:2019), section 6 (data model) for the property forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Rule(Enum):
    """What merging does where the file already says something."""

    SET = "ours: replace what stands there"
    FILL = "ours in their place: write only where nothing stands, renew and take back what we wrote"
    GIVE = "theirs: write only where nothing stands, and leave it for good"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A language alternative (rdf:Alt).

    Attributes:
        text: The ``x-default`` item, all that we ever write.
        others: Further items as (language, text), as found in a packet.
    """

    text: str
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ordered:
    """An ordered array (rdf:Seq) of texts or structures."""

    items: tuple[str | Structure, ...]


@dataclass(frozen=True, slots=True)
class Unordered:
    """An unordered array (rdf:Bag) of texts or structures."""

    items: tuple[str | Structure, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """A structure (rdf:parseType="Resource"); fields are properties."""

    fields: tuple[Property, ...]


Value = str | Alternative | Ordered | Unordered | Structure


@dataclass(frozen=True, slots=True)
class Property:
    """One XMP property.

    Attributes:
        namespace: URI, ending as its owner wrote it.
        prefix: The preferred prefix.
        name: Local name.
        value: Text, array, alternative or structure.
        rule: How to merge it with what is there.
    """

    namespace: str
    prefix: str
    name: str
    value: Value
    rule: Rule = Rule.SET

    @property
    def label(self) -> str:
        """``prefix:name``, as people write it."""
        return f"{self.prefix}:{self.name}"


@dataclass(frozen=True, slots=True)
class Tag:
    """One free-form key and value, for Vorbis comments, ID3 TXXX, MP4 ``----``, OOXML and ODF custom properties.

    Attributes:
        key: Upper-case ASCII with hyphens.
        value: Text.
    """

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Rights:
    """The sentences and addresses for the standard fields every format has (copyright, creator, terms, licence).

    All of them fill empty fields and never replace what the creator wrote there.

    Attributes:
        creator: Name, or empty.
        copyright: One line for copyright fields, at most 128 bytes in UTF-8 (the bound of IPTC IIM 2:116).
        terms: One or two sentences of plain words: the choice, and where to ask.
        licence: Web address, or empty.
        contact: Web or mail address, or empty.
    """

    creator: str
    copyright: str
    terms: str
    licence: str
    contact: str


def text_of(value: Value) -> str:
    """The plain words of a value, as a person would read them.

    Args:
        value: Of any form.

    Returns:
        Text as it stands, the default language of an alternative, items parted by "; ", fields as ``name=value``.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Alternative):
        return value.text
    if isinstance(value, Structure):
        return ", ".join(f"{entry.name}={text_of(entry.value)}" for entry in value.fields)
    return "; ".join(map(text_of, value.items))
