"""Entries of a log as lines: what look-ups need of each, and nothing that a registry may be asked to forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.claims.locations import LOCATION, declared
from artistguard.claims.rotation import KeyStatement
from artistguard.claims.statement import everything
from artistguard.ledger.lookup import whole
from artistguard.ledger.storage.protocol import ClaimRow
from artistguard.messages.bulk import Known, Line
from artistguard.messages.words import Evidence
from artistguard.transparency.merkle import leaf_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.storage.protocol import Reading

_AT_ONCE = 256


def lines(rows: Reading, start: int, end: int, *, enclosed: bool = False) -> Iterator[Line]:
    """Entries as lines.

    Args:
        rows: One state of a ledger.
        start: First place.
        end: Behind the last.
        enclosed: Whether fingerprints that stand outside the log, being too long for it, are wanted too.

    Yields:
        One for each entry, in order.
    """
    for first in range(start, end, _AT_ONCE):
        places = range(first, min(end, first + _AT_ONCE))
        contents = rows.contents(places)
        beside = rows.enclosures(places) if enclosed else {}
        claims = {claim.index: claim for claim in rows.claims(places)}
        received = dict(rows.places(_leaves(contents)).values())
        for place in places:
            signed = whole(contents[place], beside.get(place, ()))
            yield _line(place, signed, claims.get(place), received[place])


def known(rows: Reading) -> tuple[Known, ...]:
    """Everybody about whom a registry has evidence."""
    return tuple(Known(party, Evidence(evidence)) for party, evidence in rows.known())


def claim_of(line: Line) -> ClaimRow | None:
    """The claim in a line; None where it is about keys."""
    if not line.work:
        return None
    return ClaimRow(
        index=line.index,
        record=line.record,
        work=line.work,
        creator=line.creator,
        party=line.party,
        act=line.act,
        choice=line.choice,
        medium=line.medium,
        distinctive=line.distinctive,
        supersedes=line.supersedes,
        received=line.received,
        offer=line.offer,
    )


def _leaves(contents: Mapping[int, bytes]) -> list[bytes]:
    return [leaf_hash(content) for content in contents.values()]


def _line(place: int, signed: SignedStatement, claim: ClaimRow | None, received: str) -> Line:
    statement = signed.statement
    if isinstance(statement, KeyStatement):
        return Line(place, statement.act, statement.by, received, key=statement.key, successor=statement.successor)
    assert claim is not None
    return Line(
        index=place,
        act=claim.act,
        creator=claim.creator,
        received=received,
        party=claim.party,
        record=claim.record,
        work=claim.work,
        choice=claim.choice,
        medium=claim.medium,
        distinctive=claim.distinctive,
        supersedes=claim.supersedes,
        offer=claim.offer,
        values={name: value for name, value in everything(signed).items() if name != LOCATION}
        | declared(statement.extensions),
    )
