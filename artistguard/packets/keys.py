"""Which free-form keys of a document give way to ours, the same in every format that has such keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artistguard.terms import Inscription
    from artistguard.vocabularies.properties import Rights

OWN = "ARTISTGUARD-"
_SPOKEN = frozenset({"TDM-RESERVATION", "TDM-POLICY", "DATA-MINING", "CONTENT-USAGE"})


def plain_key(key: str) -> str:
    """A key as all spellings of it compare: upper case, hyphens for colons and underscores."""
    return key.strip().upper().replace("_", "-").replace(":", "-")


def gives_way(key: str, tags: Iterable[Tag]) -> bool:
    """Whether an existing entry is replaced or taken away when these tags are written.

    Args:
        key: Of the existing entry.
        tags: All that is going to be written.

    Returns:
        True for every key of ours and every key that states a choice. A policy address stays where the new terms name
        none and still reserve rights: it is the creator's.
    """
    name = plain_key(key)
    values = {plain_key(tag.key): tag.value for tag in tags}
    if name == "TDM-POLICY":
        return name in values or values.get("TDM-RESERVATION") == "0"
    return name in _SPOKEN or name.startswith(OWN)


def is_known(key: str) -> bool:
    """Whether a key is one that we read: ours, or one that states a choice."""
    name = plain_key(key)
    return name in _SPOKEN or name.startswith(OWN)


COPYRIGHT = "Copyright"
TERMS = "Usage Terms"
_OTHER_NAMES = {COPYRIGHT: "RIGHTS", TERMS: "LICENSE"}


@dataclass(frozen=True, slots=True)
class Change:
    """How a list of free-form entries becomes one that states the terms.

    Attributes:
        drop: Places in the list whose entries give way.
        add: Entries to put behind the others.
    """

    drop: frozenset[int]
    add: tuple[Tag, ...]


def change(existing: Sequence[Tag], inscription: Inscription, *, sentences: bool = True) -> Change:
    """Plan the merge of an inscription into custom properties.

    Args:
        existing: As they stand.
        inscription: What to write.
        sentences: Whether the properties ``Copyright`` and ``Usage Terms`` are filled too, where they are free.

    Returns:
        The plan; planning again on its outcome leads to the same outcome.
    """
    tags = table.tags(inscription)
    words = table.rights(inscription)
    drop = {place for place, tag in enumerate(existing) if gives_way(tag.key, tags)}
    add = list(tags)
    for key, text in ((COPYRIGHT, words.copyright), (TERMS, words.terms)) if sentences else ():
        names = {plain_key(key), _OTHER_NAMES[key]}
        places = [place for place, tag in enumerate(existing) if plain_key(tag.key) in names]
        if all(is_free(existing[place].value, words) for place in places):
            drop.update(places)
            add.append(Tag(key, text))
    return Change(frozenset(drop), tuple(tag for tag in add if tag.value))


def is_sentence(tag: Tag) -> bool:
    """Whether an entry is one of the two that hold sentences about rights."""
    return plain_key(tag.key) in {plain_key(COPYRIGHT), plain_key(TERMS), *_OTHER_NAMES.values()}


def notice(inscription: Inscription) -> str:
    """The line for a rights field among words that are guarded.

    Args:
        inscription: What to write.

    Returns:
        Empty where the name in it would make it look like the creator's own words when it is read back.
    """
    line = table.rights(inscription).copyright
    return line if replaceable(line) else ""


def is_free(text: str, words: Rights) -> bool:
    """Whether a field of rights may be written: it is empty, an earlier sentence of ours, or the very one to write."""
    return replaceable(text) or text.strip() in {words.copyright, words.terms}
