"""IETF AI preferences: the dictionary of the Content-Usage field.

Coarse: ``train-ai`` is about generative models, ``ai-use`` about works handed to them, ``search`` about search; other
training and data mining have no word, so "no AI training" is written like "no generative training" and read back as
the stricter of the two. Earlier drafts had no ``ai-use``; both generations are read.

Source: draft-ietf-aipref-vocab-08 (14 September 2026), sections 4-6 (the most restrictive combination wins; unknown
keys are ignored); RFC 9651, section 3.2 (dictionaries). How to embed it in files is left open there; our tags carry the
same dictionary.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Permission, Stated, Usage
from artistguard.vocabularies.grades import covering

if TYPE_CHECKING:
    from collections.abc import Mapping

_USAGE: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "train-ai=y, ai-use=y, search=y",
        Choice.NO_GENERATIVE_TRAINING: "train-ai=n",
        Choice.NO_AI_TRAINING: "train-ai=n",
        Choice.ASK: "train-ai=n, ai-use=n, search=y",
        Choice.SEARCH_ONLY: "train-ai=n, ai-use=n, search=y",
        Choice.NOTHING: "train-ai=n, ai-use=n, search=n",
    }
)
_EARLIER: Mapping[str, frozenset[Choice]] = MappingProxyType(
    {
        "train-ai=y, search=y": frozenset({Choice.ALLOW}),
        "train-ai=n, search=y": frozenset({Choice.ASK, Choice.SEARCH_ONLY}),
        "train-ai=n, search=n": frozenset({Choice.NOTHING}),
    }
)
"""What drafts before 08, which knew no ``ai-use``, would have written."""

_KEYS = ("train-ai", "ai-use", "search")
_MEMBER = re.compile(r"\s*([A-Za-z*][A-Za-z0-9_.*-]*)\s*=\s*\"?([A-Za-z]+)\"?\s*(?:;.*)?")


def content_usage(choice: Choice) -> str:
    """The value of Content-Usage for a choice, an RFC 9651 dictionary."""
    return _USAGE[choice]


def parse(value: str) -> Mapping[str, str]:
    """The preferences in a dictionary, read tolerantly.

    The draft drops a whole dictionary for one mistake; here every member that can be understood counts, since a
    mistake of somebody's tool must not open a work.

    Args:
        value: As found; several lines or dictionaries may be joined by commas.

    Returns:
        The known keys to ``y`` or ``n``; a key that is given twice counts as ``n`` if it is so once.
    """
    found: dict[str, str] = {}
    for member in value.split(","):
        match = _MEMBER.fullmatch(member)
        if match is None:
            continue
        key, answer = match[1].lower(), match[2].lower()
        if key in _KEYS and answer in {"y", "n"}:
            found[key] = "n" if "n" in {answer, found.get(key)} else "y"
    return found


def read(value: str, place: str) -> Stated:
    """What a dictionary says.

    Args:
        value: As found.
        place: Where it stands.

    Returns:
        Layer ``aipref``; no choice where no key is there, or only search is allowed.
    """
    found = parse(value)
    compatible = frozenset(choice for choice, usage in _USAGE.items() if parse(usage) == found)
    for usage, choices in _EARLIER.items():
        if parse(usage) == found:
            compatible = choices
    choice = _choice(found)
    return Stated("aipref", place, value, choice, compatible or (frozenset({choice}) if choice else frozenset()))


def _choice(found: Mapping[str, str]) -> Choice | None:
    if found.get("train-ai") == "n" and "search" in found:
        return Choice.NOTHING if found["search"] == "n" else Choice.SEARCH_ONLY
    if found.get("train-ai") == "y" and "n" not in found.values():
        return Choice.ALLOW
    said = {"y": Permission.ALLOWED, "n": Permission.FORBIDDEN, "": Permission.UNSTATED}
    train, use, search = (said[found.get(key, "")] for key in _KEYS)
    return covering(
        {
            Usage.GENERATIVE_TRAINING: train,
            Usage.OTHER_TRAINING: train,
            Usage.MODEL_INPUT: use,
            Usage.SEARCH: search,
        }
    )
