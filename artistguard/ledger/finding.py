"""Finding works: by the digest of the file, by that of its content, by likeness and by address; decided once for all.

The ledger itself, its copies at other companies and the snapshots that are checked without any network all ask here, so
that each of them gives the same answer.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from artistguard.claims.locations import LOCATION, prefixes
from artistguard.fingerprints.iscc import instance_code
from artistguard.fingerprints.match import compare
from artistguard.fingerprints.values import ISCC_INSTANCE, PAYLOAD, SHA256, Fingerprints
from artistguard.ledger.index.codes import codes_of, lookups
from artistguard.ledger.state import Works, judge
from artistguard.messages import Found, How, Match

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from artistguard.fingerprints.values import Likeness
    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import ClaimRow, Findable
    from artistguard.messages import Item

BLAKE3 = "blake3"
"""What an item may call the digest that an ISCC Instance-Code holds (ISO 24138:2024, Instance-Code)."""

SOUGHT = (SHA256, ISCC_INSTANCE, PAYLOAD, LOCATION)
"""What is looked up exactly."""

_NEAREST = 64
"""Candidates of one kind of code that are looked at closely for one item, and all that are nearer than chance."""

_LOOKS = 200_000_000
"""Codes that are compared for the hints of one question, in each kind of code: a second or two."""

_ORDER = {how: rank for rank, how in enumerate(How)}


@dataclass(frozen=True, slots=True)
class _Hit:
    """A statement that an item may match."""

    how: How
    similarity: float
    codes: str

    @property
    def rank(self) -> tuple[int, float]:
        """Smaller is stronger."""
        return _ORDER[self.how], -self.similarity


_EXACTLY = {name: _Hit(How.EXACT, 1.0, name) for name in (SHA256, ISCC_INSTANCE)}
_ALIKE_INSIDE = _Hit(How.PAYLOAD, 1.0, PAYLOAD)
_SOMEWHERE = _Hit(How.SIMILAR, 0.0, LOCATION)
"""An address tells where something was, never what is there: it is no evidence, and nothing is known of the content."""


class Finder:
    """Looks items up in one state of a registry.

    Args:
        rows: That state.
        shelf: Indexes of similar codes, at least as far as that state.
        known: All codes of the statements at some places.
        results: Most weaker hits for one item.
    """

    def __init__(
        self,
        rows: Findable,
        shelf: Shelf,
        known: Callable[[Iterable[int]], Mapping[int, Fingerprints]],
        results: int,
    ) -> None:
        self._rows = rows
        self._shelf = shelf
        self._known = known
        self._results = results

    def find(self, items: Sequence[Item]) -> tuple[Found, ...]:
        """What is found for each item, in order."""
        hits = self._hits(items)
        claims = {claim.index: claim for claim in self._rows.claims({place for item in hits for place in item})}
        deciding = _Deciding(Works(self._rows, (claim.work for claim in claims.values())), claims, self._results)
        return tuple(deciding.found(item) if item else _NOTHING for item in hits)

    def _hits(self, items: Sequence[Item]) -> list[dict[int, _Hit]]:
        """For every item, statements that match it, the strongest way each."""
        hits: list[dict[int, _Hit]] = [{} for _ in items]
        for name, hit in _EXACTLY.items():
            self._find_digest(name, hit, _asked(name, items), hits)
        # Two silent tracks share their content: only the very file proves a work with too little in it.
        alike = {number for number, item in enumerate(items) if item.distinctive}
        self._find_digest(PAYLOAD, _ALIKE_INSIDE, _asked(PAYLOAD, items, alike), hits, distinctive=True)
        self._find_alike(items, hits)
        self._find_digest(LOCATION, _SOMEWHERE, _addressed(items), hits)
        return hits

    def _find_digest(
        self,
        name: str,
        hit: _Hit,
        asked: Mapping[str, Sequence[int]],
        hits: list[dict[int, _Hit]],
        *,
        distinctive: bool = False,
    ) -> None:
        pairs = self._rows.by_digest(name, asked) if asked else ()
        if distinctive:
            whole = {claim.index for claim in self._rows.claims(place for _, place in pairs) if claim.distinctive}
            pairs = [(value, place) for value, place in pairs if place in whole]
        for value, place in pairs:
            for number in asked[value]:
                hits[number].setdefault(place, hit)

    def _find_alike(self, items: Sequence[Item], hits: list[dict[int, _Hit]]) -> None:
        near = self._near(items)
        unknown = {place for number, places in near.items() for place in places if place not in hits[number]}
        stored = self._known(unknown) if unknown else {}
        for number, places in near.items():
            item = items[number]
            asked = Fingerprints(item.fingerprints, distinctive=item.distinctive, medium=item.medium)
            for place in places:
                if place in hits[number] or place not in stored:
                    continue
                likeness = compare(asked, stored[place])
                how = _how(likeness)
                if how is not None:
                    hits[number][place] = _Hit(how, likeness.similarity, likeness.how)

    def _near(self, items: Sequence[Item]) -> Mapping[int, set[int]]:
        """Item number to places whose codes are close enough for a closer look."""
        asked: dict[str, list[tuple[int, bytes]]] = defaultdict(list)
        for number, item in enumerate(items):
            if item.distinctive:
                for space, code in codes_of(item.fingerprints, item.medium).items():
                    asked[space].append((number, code))
        near: dict[int, set[int]] = defaultdict(set)
        reach = lookups()
        for space, codes in asked.items():
            matrix = np.frombuffer(b"".join(code for _, code in codes), np.uint8).reshape(len(codes), -1)
            radius = reach[space].radius if self._hints(len(codes)) else reach[space].evidence
            found = self._shelf.search(self._rows, space, matrix, radius)
            for at, (number, _) in enumerate(codes):
                first, last = np.searchsorted(found.queries, (at, at + 1))
                rare = int(np.searchsorted(found.distances[first:last], reach[space].rare, "right"))
                near[number].update(found.places[first:last][: max(_NEAREST, rare)].tolist())
        return near

    def _hints(self, asked: int) -> bool:
        """Whether to look further than for evidence: that takes a look at every code there is."""
        return self._results > 0 and asked * self._rows.size() <= _LOOKS


class _Deciding:
    """What follows from hits; each work is judged once, however many items are it.

    Args:
        works: Everything said about the works that were hit.
        claims: The statements that were hit, by place.
        results: Most weaker hits for one item.
    """

    def __init__(self, works: Works, claims: Mapping[int, ClaimRow], results: int) -> None:
        self._works = works
        self._claims = claims
        self._results = results

    def found(self, hits: Mapping[int, _Hit]) -> Found:
        """What follows for one item that hit something."""
        best: dict[str, Match] = {}
        for place in sorted(hits, key=lambda place: (hits[place].rank, place)) if len(hits) > 1 else hits:
            claim = self._claims[place]
            if claim.work not in best:
                best[claim.work] = self._match(claim, hits[place])
        matches = tuple(match for match in best.values() if match.how is not How.SIMILAR)
        similar = tuple(match for match in best.values() if match.how is How.SIMILAR)[: self._results]
        if not matches:
            return Found(similar=similar)
        if len(matches) == 1:
            return Found(matches, similar, matches[0].choice, matches[0].state, matches[0].answer)
        whole = judge(standing for match in matches for standing in self._works.standings(match.work))
        return Found(matches, similar, whole.choice, whole.state, whole.answer)

    def _match(self, claim: ClaimRow, hit: _Hit) -> Match:
        held = judge(self._works.standings(claim.work))
        return Match(
            work=claim.work,
            record=claim.record,
            how=hit.how,
            similarity=hit.similarity,
            codes=hit.codes,
            choice=held.choice,
            state=held.state,
            answer=held.answer,
            index=claim.index,
            offer=held.offer,
        )


_NOTHING = Found()


def _asked(name: str, items: Sequence[Item], among: set[int] | None = None) -> Mapping[str, Sequence[int]]:
    """Values of one kind to the numbers of the items that have them."""
    asked: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        value = _value(name, item.fingerprints)
        if value and (among is None or number in among):
            asked[value].append(number)
    return asked


def _value(name: str, values: Mapping[str, str]) -> str | None:
    if name == ISCC_INSTANCE and BLAKE3 in values and name not in values:
        return instance_code(values[BLAKE3])
    return values.get(name)


def _addressed(items: Sequence[Item]) -> Mapping[str, Sequence[int]]:
    """Digests of every address under which an item's own could be declared."""
    asked: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for each in prefixes(item.url) if item.url else ():
            asked[each].append(number)
    return asked


def _how(likeness: Likeness) -> How | None:
    if likeness.kind == "none":
        return None
    return How(likeness.kind) if likeness.evidence else How.SIMILAR
