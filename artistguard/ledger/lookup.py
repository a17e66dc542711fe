"""Finding works: by the digest of the file, by that of its content, and by likeness; decided once, for every caller."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from artistguard.claims.canonical import decode
from artistguard.claims.enclosure import Enclosure
from artistguard.claims.statement import SignedStatement, everything, parse
from artistguard.fingerprints.match import compare
from artistguard.fingerprints.values import PAYLOAD, SHA256, Fingerprints
from artistguard.ledger.index.codes import codes_of, radii
from artistguard.ledger.receipts import Prover
from artistguard.ledger.state import Works, judge
from artistguard.messages import Answers, Found, How, Match
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.tiles import TileNodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artistguard.fingerprints.values import Likeness
    from artistguard.ledger.index.shelf import Shelf
    from artistguard.ledger.storage.protocol import ClaimRow, Reading
    from artistguard.messages import Item, Question

_NEAREST = 64
"""Candidates of one kind of code that are looked at closely for one item."""

_ORDER = list(How)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A statement that an item may match."""

    how: How
    similarity: float
    codes: str


class Lookup:
    """Answers questions about one state of a ledger.

    Args:
        rows: That state.
        shelf: Indexes of similar codes, at least as far as that state.
        origin: Name of the log.
        results: Most weaker hits for one item.
    """

    def __init__(self, rows: Reading, shelf: Shelf, origin: str, results: int) -> None:
        self._rows = rows
        self._shelf = shelf
        self._origin = origin
        self._results = results
        self._note = rows.checkpoint() or ""

    def answer(self, question: Question) -> Answers:
        """Look everything up that is asked for."""
        hits = self._hits(question.items)
        claims = {claim.index: claim for claim in self._rows.claims({place for item in hits for place in item})}
        works = Works(self._rows, (claim.work for claim in claims.values()))
        found = tuple(self._found(item, claims, works) for item in hits)
        if question.receipts:
            found = self._with_receipts(found)
        return Answers(found, self._note)

    def _hits(self, items: Sequence[Item]) -> list[dict[int, _Hit]]:
        """For every item, statements that match it, the strongest way each."""
        hits: list[dict[int, _Hit]] = [{} for _ in items]
        self._find_digest(items, hits, SHA256, How.EXACT)
        self._find_digest(items, hits, PAYLOAD, How.PAYLOAD)
        self._find_alike(items, hits)
        return hits

    def _find_digest(self, items: Sequence[Item], hits: list[dict[int, _Hit]], name: str, how: How) -> None:
        asked: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            # Two silent tracks share their content: only the very file proves a work with too little in it.
            if name in item.fingerprints and (how is How.EXACT or item.distinctive):
                asked[item.fingerprints[name]].append(number)
        pairs = self._rows.by_digest(name, asked)
        if how is not How.EXACT:
            whole = {claim.index for claim in self._rows.claims(place for _, place in pairs) if claim.distinctive}
            pairs = [(value, place) for value, place in pairs if place in whole]
        for value, place in pairs:
            for number in asked[value]:
                hits[number].setdefault(place, _Hit(how, 1.0, name))

    def _find_alike(self, items: Sequence[Item], hits: list[dict[int, _Hit]]) -> None:
        near = self._near(items)
        unknown = {place for number, places in near.items() for place in places if place not in hits[number]}
        stored = self._stored(unknown)
        for number, places in near.items():
            asked = _asked(items[number])
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
        size, reach = self._rows.size(), radii()
        for space, codes in asked.items():
            matrix = np.frombuffer(b"".join(code for _, code in codes), np.uint8).reshape(len(codes), -1)
            for (number, _), found in zip(
                codes, self._shelf.search(self._rows, space, matrix, reach[space]), strict=True
            ):
                near[number].update([place for place, _ in found if place < size][:_NEAREST])
        return near

    def _stored(self, places: Iterable[int]) -> Mapping[int, Fingerprints]:
        """All codes of some statements."""
        wanted = sorted(places)
        enclosed = self._rows.enclosures(wanted)
        found: dict[int, Fingerprints] = {}
        for place, content in self._rows.contents(wanted).items():
            signed = whole(content, enclosed.get(place, ()))
            medium = getattr(signed.statement, "medium", None)
            distinctive = getattr(signed.statement, "distinctive", False)
            found[place] = Fingerprints(everything(signed), distinctive=distinctive, medium=medium)
        return found

    def _found(self, hits: Mapping[int, _Hit], claims: Mapping[int, ClaimRow], works: Works) -> Found:
        best: dict[str, Match] = {}
        for place in sorted(hits, key=lambda place: (_ORDER.index(hits[place].how), -hits[place].similarity, place)):
            claim = claims[place]
            if claim.work not in best:
                best[claim.work] = _match(claim, hits[place], works)
        matches = tuple(match for match in best.values() if match.how is not How.SIMILAR)
        similar = tuple(match for match in best.values() if match.how is How.SIMILAR)[: self._results]
        if not matches:
            return Found(similar=similar)
        whole = judge(standing for match in matches for standing in works.standings(match.work))
        return Found(matches, similar, whole.choice, whole.state, whole.answer)

    def _with_receipts(self, found: tuple[Found, ...]) -> tuple[Found, ...]:
        places = {match.index for each in found for match in (*each.matches, *each.similar)}
        prover = Prover(TileNodes(self._rows), self._origin, self._note)
        received = {claim.index: claim.received for claim in self._rows.claims(places)}
        leaves = {place: leaf_hash(content) for place, content in self._rows.contents(places).items()}
        receipts = {place: prover.receipt(place, leaves[place], received[place]) for place in places}

        def proven(match: Match) -> Match:
            return msgspec.structs.replace(match, receipt=receipts[match.index])

        return tuple(
            msgspec.structs.replace(
                each, matches=tuple(map(proven, each.matches)), similar=tuple(map(proven, each.similar))
            )
            for each in found
        )


def whole(content: bytes, enclosed: Iterable[bytes]) -> SignedStatement:
    """A statement with what is still kept of its enclosures.

    Args:
        content: The entry.
        enclosed: Canonical bytes of enclosures.
    """
    kept = tuple(decode(each, Enclosure, "enclosure") for each in enclosed)
    return msgspec.structs.replace(parse(content), enclosures=kept)


def _match(claim: ClaimRow, hit: _Hit, works: Works) -> Match:
    held = judge(works.standings(claim.work))
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
    )


def _asked(item: Item) -> Fingerprints:
    return Fingerprints(item.fingerprints, distinctive=item.distinctive, medium=item.medium)


def _how(likeness: Likeness) -> How | None:
    if likeness.kind == "none":
        return None
    return How(likeness.kind) if likeness.evidence else How.SIMILAR
