"""ArtistGuard's own names: the exact choice, and what binds a file to its record in a consent registry.

XMP namespace ``urn:artistguard:ns:1/``, prefix ``ag``:

- ``ag:choice`` one of the six, ``ag:origin`` human-made or AI-assisted where the creator states it,
- ``ag:record`` URN of the signed statement, ``ag:work`` URN of the work, ``ag:address`` web address of the record,
- ``ag:fingerprints`` a structure, one field a fingerprint, its value as text,
- ``ag:written`` a bag of what the last merge wrote (see artistguard.packets.xmp).

Tags use the same names in upper case after ``ARTISTGUARD-``, hyphens for underscores. A name in this namespace claims
no web domain; a later edition gets another number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Stated
from artistguard.vocabularies.properties import Property, Structure, Tag, text_of
from artistguard.vocabularies.rights import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.terms import Inscription

NAMESPACE = "urn:artistguard:ns:1/"
PREFIX = "ag"
WRITTEN = "written"
TAG_PREFIX = "ARTISTGUARD-"

_SIMPLE = ("choice", "origin", "record", "work", "address")


@dataclass(frozen=True, slots=True)
class Binding:
    """What ties a file to its record, as found inside it.

    Attributes:
        record: URN of the signed statement, or empty.
        work: URN of the work, or empty.
        address: Web address of the record, or empty.
        fingerprints: Name (lower case, underscores) to value.
    """

    record: str = ""
    work: str = ""
    address: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)


def properties(inscription: Inscription) -> tuple[Property, ...]:
    """The own properties of an inscription, empty ones left out."""
    found = [_property(name, text) for name, text in _texts(inscription).items() if text]
    if prints := _prints(inscription):
        found.append(_property("fingerprints", Structure(tuple(_property(name, prints[name]) for name in prints))))
    return tuple(found)


def tags(inscription: Inscription) -> tuple[Tag, ...]:
    """The own tags of an inscription, empty ones left out."""
    texts = {**_texts(inscription), **_prints(inscription)}
    return tuple(Tag(TAG_PREFIX + name.upper().replace("_", "-"), text) for name, text in texts.items() if text)


def read(value: str, place: str) -> Stated:
    """What an own choice says.

    Args:
        value: One of the six, in any case; anything else says nothing.
        place: Where it stands.

    Returns:
        Layer ``artistguard``, always exact.
    """
    word = value.strip().lower()
    if word not in set(Choice):
        return Stated("artistguard", place, value)
    return Stated("artistguard", place, value, Choice(word), frozenset({Choice(word)}))


def stated(found: Iterable[Property], place: str) -> tuple[Stated, ...]:
    """The own choice and origin in a packet."""
    named = [(entry.name, f"{place} {entry.label}".strip(), text_of(entry.value)) for entry in _own(found)]
    return _statements(named)


def stated_in_tags(found: Iterable[Tag], place: str) -> tuple[Stated, ...]:
    """The own choice and origin in tags."""
    return _statements([(name, f"{place} {tag.key}".strip(), tag.value) for name, tag in _named(found)])


def binding(found: Iterable[Property | Tag]) -> Binding:
    """Record, work, address and fingerprints found inside a file.

    Args:
        found: Properties of a packet or tags; others than ours are passed over.

    Returns:
        The first of each; empty where there is none.
    """
    entries = list(found)
    own = [(entry.name, entry.value) for entry in _own(entry for entry in entries if isinstance(entry, Property))]
    texts: dict[str, str] = {}
    for name, value in own:
        if name == "fingerprints" and isinstance(value, Structure):
            for part in value.fields:
                texts.setdefault(part.name, text_of(part.value))
        elif name in _SIMPLE:
            texts.setdefault(name, text_of(value))
    for name, tag in _named(entry for entry in entries if isinstance(entry, Tag)):
        texts.setdefault(name.replace("-", "_"), tag.value)
    prints = {name: text for name, text in texts.items() if name not in _SIMPLE}
    return Binding(texts.get("record", ""), texts.get("work", ""), texts.get("address", ""), prints)


def _texts(inscription: Inscription) -> dict[str, str]:
    origin = inscription.declaration.origin
    return {
        "choice": inscription.declaration.choice.value,
        "origin": origin.value if origin else "",
        "record": clean(inscription.record),
        "work": clean(inscription.work),
        "address": clean(inscription.address),
    }


def _prints(inscription: Inscription) -> dict[str, str]:
    # A name becomes an XML name and a tag key; one that cannot is left out rather than bent.
    found = {name.lower(): clean(value) for name, value in sorted(inscription.fingerprints.items())}
    return {name: value for name, value in found.items() if value and re.fullmatch(r"[a-z][a-z0-9_]*", name)}


def _statements(named: Iterable[tuple[str, str, str]]) -> tuple[Stated, ...]:
    found = []
    for name, place, value in named:
        if name == "choice":
            found.append(read(value, place))
        elif name == "origin":
            found.append(Stated("artistguard", place, value))
    return tuple(found)


def _own(found: Iterable[Property]) -> list[Property]:
    return [entry for entry in found if entry.namespace == NAMESPACE and entry.name != WRITTEN]


def _named(found: Iterable[Tag]) -> list[tuple[str, Tag]]:
    prefix = TAG_PREFIX.lower()
    return [(tag.key[len(prefix) :].lower(), tag) for tag in found if tag.key.lower().startswith(prefix)]


def _property(name: str, value: str | Structure) -> Property:
    return Property(NAMESPACE, PREFIX, name, value)
