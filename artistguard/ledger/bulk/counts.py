"""How many works there are of each medium, choice and country: counted on from the last size of the log.

A work that new entries speak of is taken out of its old row, as it was judged before them, and put into its new one. So
each count costs as much as was entered since the last, and nothing is remembered of single works.
"""

from __future__ import annotations

import csv
import hashlib
import io
import threading
from collections import Counter
from typing import TYPE_CHECKING

from artistguard.claims.canonical import canonical
from artistguard.claims.countries import country_of
from artistguard.claims.statement import Statement, parse
from artistguard.ledger.state import Works, judge
from artistguard.messages.counting import COUNTS_DOMAIN, UNKNOWN, WITHDRAWN, CountRow, Counts, SignedCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artistguard.ledger.ledger import Ledger
    from artistguard.ledger.storage.protocol import ClaimRow, PartyRow, Reading

_AT_ONCE = 1000
"""Entries whose works are judged together."""

_Row = tuple[str, str, str]
_FIELDS = ("medium", "choice", "country", "works")


class Counting:
    """Counts the works of one ledger; safe to use from many threads, of which one counts.

    Args:
        ledger: Stays the caller's to close.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._turn = threading.Lock()
        self._size = 0
        self._known: Sequence[tuple[str, str]] = ()
        self._rows: Counter[_Row] = Counter()
        self._signed: SignedCounts | None = None

    def counts(self) -> SignedCounts:
        """The works at the newest state of the log; while they are being counted anew, those counted last."""
        signed = self._signed
        if not self._turn.acquire(blocking=signed is None) and signed is not None:
            return signed
        try:
            return self._newest()
        finally:
            self._turn.release()

    def _newest(self) -> SignedCounts:
        with self._ledger.storage.reading() as rows:
            known = tuple(rows.known())
            # Evidence changes what holds, and is no entry of the log.
            if known != self._known or self._signed is None:
                self._size, self._known, self._rows = 0, known, Counter()
            elif rows.size() == self._size:
                return self._signed
            for first in range(self._size, rows.size(), _AT_ONCE):
                self._count(rows, first, min(rows.size(), first + _AT_ONCE))
            self._size = rows.size()
            self._signed = self._sign(rows.checkpoint() or "")
            return self._signed

    def _count(self, rows: Reading, first: int, end: int) -> None:
        """Count from one size of the log on to another."""
        changed = _spoken_of(rows, first, end)
        for row in _judged(_As(rows, first), changed):
            self._rows[row] -= 1
        for row in _judged(_As(rows, end), changed):
            self._rows[row] += 1

    def _sign(self, checkpoint: str) -> SignedCounts:
        told = tuple(sorted(CountRow(*row, works) for row, works in self._rows.items() if works))
        counts = Counts(
            origin=self._ledger.key.name,
            size=self._size,
            checkpoint=checkpoint,
            made=self._ledger.now(),
            works=sum(row.works for row in told),
            rows=told,
            csv=hashlib.sha256(table(told)).hexdigest(),
        )
        return SignedCounts(counts, self._ledger.attest(COUNTS_DOMAIN + canonical(counts)))


def table(rows: Iterable[CountRow]) -> bytes:
    """The rows as comma-separated values with a heading.

    Source: RFC 4180.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_FIELDS)
    writer.writerows((row.medium, row.choice, row.country, row.works) for row in rows)
    return text.getvalue().encode()


class _As:
    """The statements of a ledger as they were at an earlier size of its log.

    Args:
        rows: Of now.
        size: Of then.
    """

    def __init__(self, rows: Reading, size: int) -> None:
        self.rows = rows
        self._size = size

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """See Findable."""
        return [claim for claim in self.rows.claims_about(column, values) if claim.index < self._size]

    def party(self, party: str) -> PartyRow | None:
        """See Findable."""
        return self.rows.party(party)


def _spoken_of(rows: Reading, first: int, end: int) -> list[str]:
    """Works that some entries are about, and those of what they replace, and of what that replaced.

    Two steps back are as far as `Works` looks: a statement that replaces another may itself be replaced.
    """
    claims = list(rows.claims(range(first, end)))
    for _ in range(2):
        claims += rows.claims_about("record", {claim.supersedes for claim in claims if claim.supersedes})
    return sorted({claim.work for claim in claims})


def _judged(then: _As, works: Sequence[str]) -> list[_Row]:
    """The row of every work that was known then."""
    found = Works(then, works)
    latest = {work: _speaking(found, work) for work in works if found.history(work)}
    countries = _countries(then.rows, latest.values())
    return [
        (
            _medium(found.history(work)),
            str(judge(found.standings(work)).choice or WITHDRAWN),
            countries.get(place, UNKNOWN),
        )
        for work, place in latest.items()
    ]


def _speaking(works: Works, work: str) -> int:
    """Place of the latest statement that stands and says what holds; -1 where none stands."""
    standings = works.standings(work)
    choice = judge(standings).choice
    return max((each.index for each in standings if each.choice is choice), default=-1)


def _medium(history: Sequence[ClaimRow]) -> str:
    return next((claim.medium for claim in reversed(history) if claim.medium), UNKNOWN)


def _countries(rows: Reading, places: Iterable[int]) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for place, content in rows.contents(place for place in places if place >= 0).items():
        statement = parse(content).statement
        if isinstance(statement, Statement) and (country := country_of(statement.extensions)):
            found[place] = country
    return found
