"""What a registry tells about somebody who signs, and what it lets whom register in a day."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.rotation import introduction, revocation, rotation
from artistguard.claims.signing import sign, verify
from artistguard.claims.statement import Draft, entry
from artistguard.messages import Evidence, Limits, PartyKey, Reason, Refusal, State
from artistguard.transparency.receipt import Receipt, check
from tests.suites.registry_makers import MADE, Clock, Sender, declared, key, opened, seed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.claims.keys import PrivateKey
    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.ledger import Ledger

OLD, NEW, SAFE = key(), key("new"), key("safe")


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    made = opened(tmp_path, clock, origin="registry.example/log")
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sender(ledger: Ledger, clock: Clock) -> Sender:
    return Sender(ledger, clock)


def named() -> SignedStatement:
    return sign(Draft(introduction(seed=seed("in"), key=OLD.did, recovery=SAFE.did, made=MADE)), OLD)


def handed(by: PrivateKey = OLD, to: PrivateKey = NEW, of: PrivateKey = OLD) -> SignedStatement:
    about = rotation(seed=seed("over", by.did, to.did), key=of.did, by=by, successor=to, made=MADE)
    return sign(Draft(about), by)


def test_a_stranger_is_known_by_nothing(ledger: Ledger) -> None:
    found = ledger.party(OLD.did)
    assert (found.party, found.evidence, found.recovery, found.history) == (OLD.did, Evidence.UNVERIFIED, "", ())
    assert found.keys == (PartyKey(OLD.did),)


def test_every_key_leads_to_the_whole_history_with_proofs(ledger: Ledger, sender: Sender, clock: Clock) -> None:
    sender.send(declared("before"), named())
    clock.forward(days=1)
    sender.send(handed())
    clock.forward(days=1)
    sender.send(handed(SAFE, key("third"), NEW))
    ledger.vouch(OLD.did, Evidence.VOUCHED)
    answers = [ledger.party(each.did) for each in (OLD, NEW, key("third"))]
    assert answers[0] == answers[1] == answers[2]
    found = answers[0]
    assert (found.party, found.evidence, found.recovery) == (OLD.did, Evidence.VOUCHED, SAFE.did)
    assert found.keys == (
        PartyKey(OLD.did, "", "2026-11-23T12:00:00Z"),
        PartyKey(NEW.did, "2026-11-23T12:00:00Z", "2026-11-24T12:00:00Z"),
        PartyKey(key("third").did, "2026-11-24T12:00:00Z"),
    )
    assert [each.signed.statement.act for each in found.history] == ["introduce", "rotate", "recover"]
    for each in found.history:
        verify(each.signed)
        check(each.receipt, entry(each.signed), ledger.key)


def test_what_was_registered_before_a_key_ended_stands(ledger: Ledger, sender: Sender, clock: Clock) -> None:
    early, late = declared("early"), declared("late")
    sender.send(early, named())
    clock.forward(hours=1)
    sender.send(sign(Draft(revocation(seed=seed("end"), key=OLD.did, by=SAFE.did, made=MADE)), SAFE))
    (answer,) = sender.send(late).items
    assert isinstance(answer, Refusal)
    assert answer.reason is Reason.KEY_ENDED
    (standing,) = ledger.work(early.statement.work).history  # type: ignore[union-attr]
    assert standing.state is State.STATED
    assert ledger.party(OLD.did).keys == (PartyKey(OLD.did, "", "2026-11-22T13:00:00Z"),)


def test_a_ledger_of_the_first_edition_lists_what_it_has(tmp_path: Path, clock: Clock) -> None:
    old = opened(tmp_path / "old", clock, origin="registry.example/log")
    Sender(old, clock).send(declared("a"), named(), handed())
    old.close()
    with sqlite3.connect(tmp_path / "old" / "ledger.db") as database:  # as it was before there was such a list
        database.execute("DELETE FROM about_keys")
        database.execute("DELETE FROM setting WHERE name = 'about keys listed'")
    database.close()
    again = opened(tmp_path / "old", clock, origin="registry.example/log")
    assert len(again.party(NEW.did).history) == 2
    again.close()


@pytest.mark.parametrize(
    ("evidence", "taken"), [(Evidence.UNVERIFIED, 1), (Evidence.VOUCHED, 3), (Evidence.VERIFIED, 5)]
)
def test_a_quota_is_that_of_the_evidence(tmp_path: Path, clock: Clock, evidence: Evidence, taken: int) -> None:
    limits = Limits(works_per_day=1, works_per_day_vouched=3)
    ledger = opened(tmp_path, clock, origin="r.example", limits=limits)
    ledger.vouch(OLD.did, evidence)
    items = Sender(ledger, clock).send(*(declared(f"{number}") for number in range(5))).items
    assert [type(item) for item in items] == [Receipt] * taken + [Refusal] * (5 - taken)
    assert all(item.retry for item in items[taken:] if isinstance(item, Refusal))
    ledger.close()


def test_a_new_key_brings_no_new_quota_and_midnight_does(tmp_path: Path, clock: Clock) -> None:
    ledger = opened(tmp_path, clock, origin="r.example", limits=Limits(works_per_day=3))
    items = Sender(ledger, clock).send(declared("a"), handed(), declared("b", by=NEW)).items
    assert [type(item) for item in items] == [Receipt] * 3
    renewed = Sender(ledger, clock, NEW)
    assert isinstance(renewed.send(declared("c", by=NEW)).items[0], Refusal)
    clock.forward(hours=12)
    assert isinstance(renewed.send(declared("c", by=NEW)).items[0], Receipt)
    ledger.close()


def test_what_comes_from_this_very_computer_counts_for_nothing(tmp_path: Path, clock: Clock) -> None:
    ledger = opened(tmp_path, clock, origin="r.example", limits=Limits(works_per_day=1))
    sender = Sender(ledger, clock)
    for number in range(3):
        answer = ledger.deliver(sender.sealed([declared(f"{number}")]), counted=False)
        assert not isinstance(answer, Refusal)
        assert isinstance(answer.items[0], Receipt)
    ledger.close()
