"""The order in which the signs of a line are seen, where scripts run from right to left.

Source: Unicode Standard Annex 9 (bidirectional algorithm), revision 46: P2, P3, W1-W7, N0-N2, I1, I2, L1, L2 and
L4. Explicit embeddings and isolates, which titles and names do without, are not looked at.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRONG = {"L": "L", "R": "R", "AL": "R"}
_SIDES = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_MIRRORED = dict(zip("()[]{}<>\xab\xbb\u2039\u203a", ")(][}{><\xbb\xab\u203a\u2039", strict=True))
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_DEEPEST = 63
_SPACES = {"WS", "S", "B"}


def is_right_to_left(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left (P2, P3)."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, words) if kind in _STRONG), "L") == "R"


def seen(line: str, *, rightwards: bool) -> str:
    """One line as it is seen from left to right.

    Args:
        line: As it is read.
        rightwards: Whether the whole text that it is of runs from left to right.
    """
    kinds = [unicodedata.bidirectional(each) for each in line]
    if not any(kind in {"R", "AL", "AN"} for kind in kinds):
        return line if rightwards else _ordered(line, [0] * len(line))
    own = "L" if rightwards else "R"
    resolved = _neutral(_bracketed(line, _weak(kinds, own), own), own)
    level = 0 if rightwards else 1
    levels = [_level(kind, level) for kind in resolved]
    for place in range(len(line) - 1, -1, -1):  # L1: spaces at the end
        if kinds[place] not in _SPACES:
            break
        levels[place] = level
    return _ordered(line, levels)


def _level(kind: str, own: int) -> int:
    """I1, I2."""
    if own == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _weak(kinds: Sequence[str], own: str) -> list[str]:
    """W1 to W7: what numbers, their signs and marks are taken for."""
    found = _terminators(_separators(_marks(kinds, own)))
    letter = own
    for place, kind in enumerate(found):
        if kind in _STRONG:
            letter = found[place] = _STRONG[kind]
        elif kind == "EN" and letter == "L":
            found[place] = "L"
        elif kind in {"ES", "CS", "ET"}:
            found[place] = "ON"
    return found


def _marks(kinds: Sequence[str], own: str) -> list[str]:
    """W1, W2: marks go with what is before them; numbers after an Arabic letter are Arabic."""
    found, strong = list(kinds), own
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            found[place] = found[place - 1] if place else own
        elif kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            found[place] = "AN"
    return found


def _separators(kinds: Sequence[str]) -> list[str]:
    """W4: one sign between two numbers of a kind belongs to them."""
    found = list(kinds)
    for place in range(1, len(found) - 1):
        before, after = found[place - 1], found[place + 1]
        if before == after and (before, found[place]) in {("EN", "ES"), ("EN", "CS"), ("AN", "CS")}:
            found[place] = before
    return found


def _terminators(kinds: Sequence[str]) -> list[str]:
    """W5: signs such as % beside a number belong to it."""
    groups = [(kind, len(list(each))) for kind, each in groupby(kinds)]
    found: list[str] = []
    for place, (kind, count) in enumerate(groups):
        beside = {groups[each][0] for each in (place - 1, place + 1) if 0 <= each < len(groups)}
        found += ["EN" if kind == "ET" and "EN" in beside else kind] * count
    return found


def _bracketed(line: str, kinds: Sequence[str], own: str) -> list[str]:
    """N0: a pair of brackets goes with what is inside, so that it stays a pair."""
    found = list(kinds)
    for start, end in _pairs(line, found):
        inside = {_SIDES.get(kind, "") for kind in found[start + 1 : end]}
        other = "L" if own == "R" else "R"
        if own in inside:
            found[start] = found[end] = own
        elif other in inside:
            before = next((_SIDES[kind] for kind in reversed(found[:start]) if kind in _SIDES), own)
            found[start] = found[end] = other if before == other else own
    return found


def _pairs(line: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and close (BD16), in the order of the text."""
    waiting: list[tuple[str, int]] = []
    found = []
    for place, sign in enumerate(line):
        if kinds[place] != "ON":
            continue
        if sign in _CLOSING:
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((_CLOSING[sign], place))
        elif nearest := next((each for each in reversed(waiting) if each[0] == sign), None):
            found.append((nearest[1], place))
            del waiting[waiting.index(nearest) :]
    return sorted(found)


def _neutral(kinds: Sequence[str], own: str) -> list[str]:
    """N1, N2: what stands between two of one direction goes with them, else with the whole."""
    sides = [_SIDES.get(kind, "") for kind in kinds]
    found, before = list(kinds), own
    for place, side in enumerate(sides):
        if side:
            before = side
            continue
        after = next((each for each in sides[place:] if each), own)
        found[place] = before if before == after else own
    return found


def _ordered(line: str, levels: Sequence[int]) -> str:
    """L2, L4: from the highest level down, each stretch is turned round."""
    order = list(range(len(line)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return "".join(_MIRRORED.get(line[each], line[each]) if levels[each] % 2 else line[each] for each in order)
