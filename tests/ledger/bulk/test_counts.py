"""Counts of works: counted on from size to size, they are those of a look at every work."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.canonical import canonical
from artistguard.claims.drafting import Draft
from artistguard.claims.signing import sign
from artistguard.ledger.bulk.counts import Counting, table
from artistguard.messages import Evidence
from artistguard.messages.counting import COUNTS_DOMAIN, SignedCounts
from artistguard.terms import Choice
from artistguard.transparency.checkpoint import decode64, open_checkpoint
from artistguard.transparency.signature import holds
from artistguard.works import Medium
from tests.suites.random_registry import statements
from tests.suites.registry_makers import Clock, Sender, declared, drafted, key, opened, withdrawn, work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path)
    yield made
    made.close()


def from_country(code: str, name: str, **how: object) -> SignedStatement:
    draft = drafted(name, **how)  # type: ignore[arg-type]
    statement = msgspec.structs.replace(draft.statement, extensions={"country": code})
    return sign(Draft(statement, draft.enclosures), key())


def rows(signed: SignedCounts) -> set[tuple[str, str, str, int]]:
    return {(row.medium, row.choice, row.country, row.works) for row in signed.counts.rows}


def looked_at(ledger: Ledger, works: set[str]) -> Counter[tuple[str, str]]:
    """Every work, asked one by one."""
    found: Counter[tuple[str, str]] = Counter()
    for each in works:
        answer = ledger.work(each)
        if not answer.history:
            continue  # what was said about it was refused
        media = [claim.signed.statement.medium for claim in answer.history]  # type: ignore[union-attr]
        medium = next((str(medium) for medium in reversed(media) if medium), "unknown")
        found[medium, str(answer.choice or "withdrawn")] += 1
    return found


def test_works_are_counted_once_each(ledger: Ledger) -> None:
    sender = Sender(ledger, Clock())
    counting = Counting(ledger)
    assert rows(counting.counts()) == set()
    gone = declared("gone")
    sender.send(
        declared("one"),
        from_country("DE", "two"),
        from_country("DE", "three", medium=Medium.TEXT, choice=Choice.ASK),
        from_country("Germany", "four", medium=None),
        gone,
        withdrawn(gone),
    )
    assert rows(counting.counts()) == {
        ("image", "search-only", "unknown", 1),
        ("image", "search-only", "DE", 1),
        ("text", "ask", "DE", 1),
        ("unknown", "search-only", "unknown", 1),
        ("image", "withdrawn", "unknown", 1),
    }
    sender.send(from_country("FR", "two b", of="two", supersedes=_record("two"), choice=Choice.NOTHING))
    told = counting.counts()
    assert ("image", "nothing", "FR", 1) in rows(told)
    assert ("image", "search-only", "DE", 1) not in rows(told)
    assert told.counts.works == 5


def _record(name: str) -> str:
    return from_country("DE", name).statement.record  # type: ignore[union-attr, return-value]


@pytest.mark.parametrize("number", range(8))
def test_counting_on_is_counting_anew(ledger: Ledger, number: int) -> None:
    sender = Sender(ledger, Clock())
    counting = Counting(ledger)
    works = set()
    for nth, signed in enumerate(statements(number, 60)):
        sender.send(signed)
        works.add(signed.statement.work)  # type: ignore[union-attr]
        if nth % 7 == 0:
            counting.counts()
    told = counting.counts()
    anew = Counting(ledger).counts()
    assert told.counts.rows == anew.counts.rows
    found: Counter[tuple[str, str]] = Counter()
    for row in told.counts.rows:
        found[row.medium, row.choice] += row.works
    assert found == looked_at(ledger, works)
    assert told.counts.works == sum(looked_at(ledger, works).values())


def test_evidence_changes_what_is_counted(ledger: Ledger) -> None:
    counting = Counting(ledger)
    free = declared("a", by=key("vera"), choice=Choice.ALLOW)
    Sender(ledger, Clock()).send(declared("a", choice=Choice.NOTHING), free)
    assert rows(counting.counts()) == {("image", "nothing", "unknown", 1)}
    ledger.vouch(key("vera").did, Evidence.VERIFIED)
    assert rows(counting.counts()) == {("image", "allow", "unknown", 1)}


def test_nothing_is_counted_twice_for_one_size(ledger: Ledger) -> None:
    Sender(ledger, Clock()).send(declared("a"))
    counting = Counting(ledger)
    assert counting.counts() is counting.counts()


def test_counts_are_signed_with_the_log_s_key_and_tied_to_its_state(ledger: Ledger) -> None:
    Sender(ledger, Clock()).send(*(declared(str(number)) for number in range(3)))
    told = Counting(ledger).counts()
    checkpoint = open_checkpoint(told.counts.checkpoint, ledger.key)
    assert (checkpoint.size, checkpoint.origin) == (told.counts.size, told.counts.origin) == (3, ledger.key.name)
    signature = decode64(told.signature, "signature")
    assert holds(ledger.key.public, signature, COUNTS_DOMAIN + canonical(told.counts))
    more = msgspec.structs.replace(told.counts, works=4)
    assert not holds(ledger.key.public, signature, COUNTS_DOMAIN + canonical(more))


def test_the_table_is_that_of_the_signature(ledger: Ledger) -> None:
    Sender(ledger, Clock()).send(declared("a"), declared("b", medium=Medium.AUDIO))
    told = Counting(ledger).counts().counts
    text = table(told.rows)
    assert hashlib.sha256(text).hexdigest() == told.csv
    assert list(csv.reader(io.StringIO(text.decode())))[1:] == [
        ["audio", "search-only", "unknown", "1"],
        ["image", "search-only", "unknown", "1"],
    ]


def test_works_far_apart_in_the_log_are_judged_together(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artistguard.ledger.bulk.counts._AT_ONCE", 3)
    sender = Sender(ledger, Clock())
    works = set()
    for signed in statements(99, 50):
        sender.send(signed)
        works.add(signed.statement.work)  # type: ignore[union-attr]
    found: Counter[tuple[str, str]] = Counter()
    for row in Counting(ledger).counts().counts.rows:
        found[row.medium, row.choice] += row.works
    assert found == looked_at(ledger, works)
    assert ledger.work(work("work 1")).history
