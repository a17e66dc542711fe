"""Tying files together into bundles, the surest bonds first, and keeping apart what surer signs keep apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.naming import Name


class Bond(IntEnum):
    """What ties two files, from the surest to the weakest."""

    SAID = 0
    WORK = 1
    NUMBER = 2
    PAYLOAD = 3
    CODES = 4
    TAGS = 5
    NAME = 6


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Why two files, known by their places, should be one work.

    Attributes:
        bond: How sure it is.
        one: The lower place.
        other: The higher place.
        words: The same for people.
    """

    bond: Bond
    one: int
    other: int
    words: str = field(compare=False)


class Bundles:
    """Files tied together so far (a disjoint-set forest), with what each bundle must not be mixed with."""

    def __init__(self, works: Sequence[str], names: Sequence[Name]) -> None:
        self._parent = list(range(len(names)))
        self._works = list(works)
        self._series = [{(name.folder, name.extension, name.pattern): name.numbers} for name in names]
        self._words: list[dict[str, Bond]] = [{} for _ in names]

    def _root(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def tie(self, tie: Tie) -> None:
        """Tie two bundles, unless something surer keeps them apart."""
        one, other = sorted((self._root(tie.one), self._root(tie.other)))
        if one == other or not self._may_mix(one, other, tie.bond):
            return
        self._parent[other] = one
        self._works[one] = self._works[one] or self._works[other]
        self._series[one] |= self._series[other]
        self._words[one] = self._words[other] | self._words[one] | {tie.words: tie.bond}

    def _may_mix(self, one: int, other: int, bond: Bond) -> bool:
        works = {self._works[one], self._works[other]} - {""}
        if len(works) > 1:
            return False
        if bond <= Bond.NUMBER:
            return True
        few, many = sorted((self._series[one], self._series[other]), key=len)
        return all(many.get(key, numbers) == numbers for key, numbers in few.items())

    def bundles(self) -> list[tuple[list[int], str]]:
        """The places in each bundle, in order, and why they are together."""
        members: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._parent)):
            members[self._root(place)].append(place)
        return [(places, self._reason(root)) for root, places in members.items()]

    def _reason(self, root: int) -> str:
        words = self._words[root]
        return " and ".join(sorted(words, key=lambda each: (words[each], each)))
