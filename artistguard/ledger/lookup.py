"""A question to a ledger and its answer, with receipts where they are asked for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.canonical import decode
from artistguard.claims.enclosure import Enclosure
from artistguard.claims.statement import SignedStatement, everything, parse
from artistguard.fingerprints.values import Fingerprints
from artistguard.ledger.finding import Finder
from artistguard.ledger.receipts import Prover
from artistguard.messages import Answers, Found, Match
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.tiles import TileNodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import Reading
    from artistguard.messages import Question


class Lookup:
    """Answers questions about one state of a ledger.

    Args:
        rows: That state.
        shelf: Indexes of similar codes, at least as far as that state.
        origin: Name of the log.
        results: Most weaker hits for one item.

    Attributes:
        rows: That state.
        find: What is found for each item, in order (see `Finder`).
    """

    def __init__(self, rows: Reading, shelf: Shelf, origin: str, results: int) -> None:
        self.rows = rows
        self._origin = origin
        self.find = Finder(rows, shelf, partial(stored, rows), results).find
        self._note = rows.checkpoint() or ""

    def answer(self, question: Question) -> Answers:
        """Look everything up that is asked for."""
        found = self.find(question.items)
        if question.receipts:
            found = self._with_receipts(found)
        return Answers(found, self._note)

    def _with_receipts(self, found: tuple[Found, ...]) -> tuple[Found, ...]:
        places = {match.index for each in found for match in (*each.matches, *each.similar)}
        prover = Prover(TileNodes(self.rows), self._origin, self._note)
        received = {claim.index: claim.received for claim in self.rows.claims(places)}
        leaves = {place: leaf_hash(content) for place, content in self.rows.contents(places).items()}
        receipts = {place: prover.receipt(place, leaves[place], received[place]) for place in places}

        def proven(match: Match) -> Match:
            return msgspec.structs.replace(match, receipt=receipts[match.index])

        return tuple(
            msgspec.structs.replace(
                each, matches=tuple(map(proven, each.matches)), similar=tuple(map(proven, each.similar))
            )
            for each in found
        )


def stored(rows: Reading, places: Iterable[int]) -> Mapping[int, Fingerprints]:
    """All codes of some statements, the enclosed ones too.

    Args:
        rows: One state of the ledger.
        places: In its log.
    """
    wanted = sorted(places)
    enclosed = rows.enclosures(wanted)
    found: dict[int, Fingerprints] = {}
    for place, content in rows.contents(wanted).items():
        signed = whole(content, enclosed.get(place, ()))
        medium = getattr(signed.statement, "medium", None)
        distinctive = getattr(signed.statement, "distinctive", False)
        found[place] = Fingerprints(everything(signed), distinctive=distinctive, medium=medium)
    return found


def whole(content: bytes, enclosed: Iterable[bytes]) -> SignedStatement:
    """A statement with what is still kept of its enclosures.

    Args:
        content: The entry.
        enclosed: Canonical bytes of enclosures.
    """
    kept = tuple(decode(each, Enclosure, "enclosure") for each in enclosed)
    return msgspec.structs.replace(parse(content), enclosures=kept)
