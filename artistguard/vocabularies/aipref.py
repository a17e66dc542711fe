"""IETF AI preferences: the dictionary of the Content-Usage field.

Coarse: it knows training and search only, so "no generative training" reads back as "no AI training".

Source: draft-ietf-aipref-vocab-07, sections 4-6 (``train-ai``, ``search``; the most restrictive combination wins;
unknown keys are ignored); RFC 9651, section 3.2 (dictionaries). How to embed it in files is left open there; our tags
carry the same dictionary.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Stated

if TYPE_CHECKING:
    from collections.abc import Mapping

_USAGE: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "train-ai=y, search=y",
        Choice.NO_GENERATIVE_TRAINING: "train-ai=n",
        Choice.NO_AI_TRAINING: "train-ai=n",
        Choice.ASK: "train-ai=n, search=y",
        Choice.SEARCH_ONLY: "train-ai=n, search=y",
        Choice.NOTHING: "train-ai=n, search=n",
    }
)
_MEMBER = re.compile(r"\s*([A-Za-z*][A-Za-z0-9_.*-]*)\s*=\s*\"?([A-Za-z?0-9]+)\"?\s*(?:;.*)?")


def content_usage(choice: Choice) -> str:
    """The value of Content-Usage for a choice, an RFC 9651 dictionary."""
    return _USAGE[choice]


def parse(value: str) -> Mapping[str, str]:
    """The preferences in a dictionary, read tolerantly.

    Args:
        value: As found; several lines or dictionaries may be joined by commas.

    Returns:
        ``train-ai`` and ``search`` to ``y`` or ``n``; a key that is given twice counts as ``n`` if it is so once.
    """
    found: dict[str, str] = {}
    for member in value.split(","):
        match = _MEMBER.fullmatch(member)
        if match is None:
            continue
        key, answer = match[1].lower(), match[2].lower()
        if key in {"train-ai", "search"} and answer in {"y", "n"}:
            found[key] = "n" if "n" in {answer, found.get(key)} else "y"
    return found


def read(value: str, place: str) -> Stated:
    """What a dictionary says.

    Args:
        value: As found.
        place: Where it stands.

    Returns:
        Layer ``aipref``; no choice where neither key is there, or only search is allowed.
    """
    found = parse(value)
    compatible = frozenset(choice for choice, usage in _USAGE.items() if parse(usage) == found)
    return Stated("aipref", place, value, _choice(found), compatible or _just(_choice(found)))


def _choice(found: Mapping[str, str]) -> Choice | None:
    if found.get("search") == "n":
        return Choice.NOTHING
    if found.get("train-ai") == "n":
        return Choice.SEARCH_ONLY if "search" in found else Choice.NO_AI_TRAINING
    return Choice.ALLOW if found.get("train-ai") == "y" else None


def _just(choice: Choice | None) -> frozenset[Choice]:
    return frozenset() if choice is None else frozenset({choice})
