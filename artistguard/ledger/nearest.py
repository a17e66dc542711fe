"""The nearest earlier statements of others about what was delivered: told in the answer, never a reason to refuse."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from artistguard.claims.statement import Statement, everything
from artistguard.fingerprints.values import ISCC_INSTANCE, PAYLOAD, SHA256
from artistguard.ledger.finding import Finder
from artistguard.ledger.lookup import stored
from artistguard.ledger.state import Works
from artistguard.ledger.together import Together
from artistguard.messages import Conflict, Item
from artistguard.transparency.receipt import Receipt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import ClaimRow, Reading, Storage
    from artistguard.messages import Match, Refusal

_BY_LIKENESS = 64
"""Most statements for which likeness is looked up; for those of a larger delivery the very file and its content."""

_QUICK = {SHA256, ISCC_INSTANCE, PAYLOAD}


_Told: TypeAlias = "tuple[Sequence[SignedStatement], Sequence[Receipt | Refusal]]"
"""The statements of a delivery, and one answer for each."""


class Nearest:
    """Tells deliveries what others said earlier; those that ask at the same time share one search.

    Args:
        storage: The ledger's.
        shelf: Indexes of similar codes.
    """

    def __init__(self, storage: Storage, shelf: Shelf) -> None:
        self._storage = storage
        self._shelf = shelf
        self._desk: Together[_Told, tuple[Conflict, ...]] = Together(self._search, _weight, _BY_LIKENESS)

    def of(self, statements: Sequence[SignedStatement], answers: Sequence[Receipt | Refusal]) -> tuple[Conflict, ...]:
        """What others said earlier about one delivery, which is in the log by now."""
        return self._desk.ask((statements, answers))

    def _search(self, told: Sequence[_Told]) -> Sequence[tuple[Conflict, ...]]:
        statements = [each for said, _ in told for each in said]
        with self._storage.reading() as rows:
            found = conflicts(rows, self._shelf, statements, [each for _, given in told for each in given])
        starts = accumulate((len(said) for said, _ in told), initial=0)
        return [_part(found, start, len(said)) for start, (said, _) in zip(starts, told, strict=False)]


def _part(found: Sequence[Conflict], start: int, count: int) -> tuple[Conflict, ...]:
    """The conflicts of some neighbouring statements, numbered from the first of them."""
    mine = (each for each in found if start <= each.item < start + count)
    return tuple(msgspec.structs.replace(each, item=each.item - start) for each in mine)


def _weight(told: _Told) -> int:
    return len(told[0])


def conflicts(
    rows: Reading, shelf: Shelf, statements: Sequence[SignedStatement], answers: Sequence[Receipt | Refusal]
) -> tuple[Conflict, ...]:
    """What others said earlier.

    Args:
        rows: A state that holds what was delivered.
        shelf: Indexes of similar codes.
        statements: As delivered.
        answers: One for each.
    """
    items = {
        number: _item(signed, quick=len(statements) > _BY_LIKENESS)
        for number, (signed, answer) in enumerate(zip(statements, answers, strict=True))
        if isinstance(answer, Receipt) and isinstance(signed.statement, Statement) and signed.statement.fingerprints
    }
    found = Finder(rows, shelf, partial(stored, rows), 0).find(tuple(items.values()))
    matches = {number: each.matches for number, each in zip(items, found, strict=True) if each.matches}
    works = Works(rows, {match.work for some in matches.values() for match in some})
    places = {number: answer.index for number, answer in enumerate(answers) if isinstance(answer, Receipt)}
    own = {claim.index: claim for claim in rows.claims(places[number] for number in matches)}
    return tuple(
        told for number, some in matches.items() for told in _earlier(number, own[places[number]], some, works)
    )


def _item(signed: SignedStatement, *, quick: bool) -> Item:
    statement = signed.statement
    assert isinstance(statement, Statement)
    values: Mapping[str, str] = everything(signed)
    if quick:
        values = {name: value for name, value in values.items() if name in _QUICK}
    return Item(dict(values), statement.distinctive, statement.medium)


def _earlier(number: int, mine: ClaimRow, matches: Sequence[Match], works: Works) -> Iterator[Conflict]:
    """For each other work, the first statement about it by somebody else."""
    for match in matches:
        others = (claim for claim in works.history(match.work) if claim.party != mine.party and claim.act != "withdraw")
        first = next(others, None)
        if first is None or first.index > mine.index:
            continue
        said = {standing.party: standing.choice for standing in works.standings(match.work)}
        yield Conflict(
            item=number,
            work=match.work,
            record=first.record,
            index=first.index,
            received=first.received,
            how=match.how,
            similarity=match.similarity,
            evidence=works.evidence(first.party),
            choice=said.get(first.party),
        )
