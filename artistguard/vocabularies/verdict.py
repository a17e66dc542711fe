"""One answer out of many statements: the finest decides, a contradiction makes it stricter and is told."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORDS: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "AI uses are allowed",
        Choice.NO_GENERATIVE_TRAINING: "no training of generative AI",
        Choice.NO_AI_TRAINING: "no AI training",
        Choice.ASK: "AI uses only with a licence, search allowed",
        Choice.SEARCH_ONLY: "no AI uses and no data mining, search allowed",
        Choice.NOTHING: "no AI uses, no data mining and no search",
    }
)
"""Each choice as one says what a file states."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file says as a whole.

    Attributes:
        choice: The choice, or None where no statement speaks about machines.
        contradictions: Plain sentences, one for each statement that disagrees with the finest.
    """

    choice: Choice | None
    contradictions: tuple[str, ...] = ()


def verdict(statements: Iterable[Stated]) -> Verdict:
    """Weigh everything that a file states.

    The statement with the fewest compatible choices is the finest and decides. A coarser one that could have been
    written for the same choice changes nothing. Where all statements together leave only some of the choices that the
    finest allows, one of those is taken. A statement that cannot go together with the finest is told, and the
    strictest of them all is the answer.

    Args:
        statements: In any order, from every layer of the file.

    Returns:
        Always the same for the same set of statements, whatever their order.
    """
    speaking = sorted((entry for entry in statements if entry.choice is not None), key=_fineness)
    if not speaking:
        return Verdict(None)
    finest = speaking[0]
    agreed = frozenset.intersection(*(_compatible(entry) for entry in speaking))
    if agreed:
        return Verdict(finest.choice if finest.choice in agreed else max(agreed, key=_strictness))
    against = [entry for entry in speaking if not _compatible(entry) & _compatible(finest)]
    if not against:
        # Pairwise they fit the finest, all together they do not: the next finest that differs is told.
        against = [entry for entry in speaking[1:] if finest.choice not in _compatible(entry)]
    strictest = max((entry.choice for entry in [finest, *against] if entry.choice is not None), key=_strictness)
    return Verdict(strictest, tuple(dict.fromkeys(_sentence(finest, entry, strictest) for entry in against)))


def _fineness(entry: Stated) -> tuple[int, int, str, str, str]:
    strictness = entry.choice.strictness if entry.choice else 0
    return (len(_compatible(entry)), -strictness, entry.layer, entry.place, entry.value)


def _compatible(entry: Stated) -> frozenset[Choice]:
    return entry.compatible | ({entry.choice} if entry.choice else frozenset())


def _strictness(choice: Choice) -> int:
    return choice.strictness


def _sentence(finest: Stated, other: Stated, taken: Choice) -> str:
    said = {entry: WORDS[entry.choice] for entry in (finest, other) if entry.choice}
    return (
        f"{finest.place} says: {said[finest]}; {other.place} says: {said[other]}. The stricter counts: {WORDS[taken]}."
    )
