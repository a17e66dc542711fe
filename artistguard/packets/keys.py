"""Which free-form keys of a document give way to ours, the same in every format that has such keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.vocabularies.properties import Tag

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
