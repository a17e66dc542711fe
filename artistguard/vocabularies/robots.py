"""robots.txt: what crawlers may fetch, what may be done with it, and where the licence lies.

Every group ends with a rule. Widely used readers end a group only at a rule, so that a group without one would be taken
together with the next, and a line meant for one crawler would turn away all.

Source: RFC 9309, sections 2.1 and 2.2.1 (groups; a crawler obeys the groups that name it, else those for ``*``);
draft-ietf-aipref-attach-05, section 4 (Content-Usage in a group); RSL 1.0, section 4.2 (License, outside of groups).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice
from artistguard.vocabularies import aipref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Purpose(StrEnum):
    """What a crawler's maker says it fetches for."""

    TRAINING = "training"
    INPUT = "input"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Crawler:
    """A crawler whose maker says what it fetches for.

    Attributes:
        token: Its name in robots.txt.
        operator: Who sends it.
        purpose: What it fetches for.
        seen: The date of what was read at the source, ISO 8601.
        source: Where that is said.
    """

    token: str
    operator: str
    purpose: Purpose
    seen: str
    source: str


_AI = frozenset({Purpose.TRAINING, Purpose.INPUT})
_TURNED_AWAY: Mapping[Choice, frozenset[Purpose]] = MappingProxyType(
    {
        Choice.ALLOW: frozenset(),
        Choice.NO_GENERATIVE_TRAINING: frozenset({Purpose.TRAINING}),
        Choice.NO_AI_TRAINING: frozenset({Purpose.TRAINING}),
        Choice.ASK: _AI,
        Choice.SEARCH_ONLY: _AI,
        Choice.NOTHING: frozenset(Purpose),
    }
)


def lines(choice: Choice, crawlers: Iterable[Crawler], read_on: str, licence: str = "") -> str:
    """The lines to add to a robots.txt.

    Args:
        choice: For the whole site.
        crawlers: Those that are known by name.
        read_on: The date of that list, ISO 8601.
        licence: Web address of the RSL licence, or empty.

    Returns:
        Text ending with a newline; the group for everybody comes last.
    """
    away = [each for each in crawlers if each.purpose in _TURNED_AWAY[choice]]
    parts = [f"License: {licence}\n"] if licence else []
    if away:
        names = "".join(f"User-agent: {each.token}\n" for each in away)
        parts.append(f"# AI crawlers known by name on {read_on}\n{names}{_usage(choice)}Disallow: /\n")
    rule = "Disallow: /" if choice is Choice.NOTHING else "Allow: /"
    parts.append(f"User-agent: *\n{_usage(choice)}{rule}\n")
    return "\n".join(parts)


def _usage(choice: Choice) -> str:
    return f"Content-Usage: {aipref.content_usage(choice)}\n"
