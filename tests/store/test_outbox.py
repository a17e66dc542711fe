"""What waits for a registry, waits; what arrived is not sent again; nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from artistguard.errors import Distrusted
from artistguard.store import Store, open_store
from artistguard.store.changing import Change, NewStatement
from artistguard.store.outbox import Posting
from artistguard.store.receipts import NewReceipt, Pin
from tests.suites.stating import WORK

HERE, THERE = "embedded", "https://registry.example"


def put(store: Store, *records: str, to: tuple[str, ...] = (HERE,)) -> None:
    statements = tuple(NewStatement(record, WORK, "protect", b"signed " + record.encode(), to) for record in records)
    assert store.journal.apply([Change("run", statements=statements)]) == (None,)


def numbers(store: Store, address: str = HERE, most: int = 10, *, hurry: bool = True) -> list[int]:
    return [each.number for each in store.outbox.claim(address, most, hurry=hurry)]


def test_in_order_and_in_portions(store: Store) -> None:
    put(store, "a", "b", "c")
    first = store.outbox.claim(HERE, 2)
    assert [(each.record, each.signed, each.attempts) for each in first] == [
        ("a", b"signed a", 0),
        ("b", b"signed b", 0),
    ]
    store.outbox.sent(each.number for each in first)
    (last,) = store.outbox.claim(HERE, 2)
    assert last.record == "c"
    assert store.outbox.count(Posting.SENT) == 2
    assert store.outbox.addresses() == ((HERE, 1),)


def test_another_process_does_not_send_the_same(store: Store) -> None:
    put(store, "a", "b")
    assert len(numbers(store, most=1)) == 1
    with open_store() as other:
        assert [each.record for each in other.outbox.claim(HERE, 10)] == ["b"]
        assert numbers(other) == numbers(other) != []
    assert numbers(store) != []  # its own claim does not shut it out


def test_what_a_process_claimed_is_free_as_soon_as_it_ends(store: Store) -> None:
    put(store, "a")
    with open_store() as other:
        assert len(numbers(other)) == 1
        assert numbers(store) == []
    assert len(numbers(store)) == 1


def test_a_claim_runs_out(store: Store) -> None:
    put(store, "a")
    with open_store() as other:
        assert len(numbers(other)) == 1
        _let_time_pass(store)
        assert len(numbers(store)) == 1


def _let_time_pass(store: Store) -> None:
    past = (datetime.now(UTC) - timedelta(seconds=1)).isoformat().replace("+00:00", "Z")
    with store.database.writing() as inside:
        inside.execute("UPDATE outbox SET next_try = ?", (past,))


def test_each_failure_waits_longer_but_a_person_may_hurry(store: Store) -> None:
    put(store, "a")
    waits = []
    for _ in range(12):
        (number,) = numbers(store)
        store.outbox.failed([number], "no answer")
        assert numbers(store, hurry=False) == []
        (row,) = store.database.read("SELECT * FROM outbox")
        waits.append(datetime.fromisoformat(row["next_try"]) - datetime.now(UTC))
    assert waits[0] <= timedelta(minutes=1)
    assert timedelta(minutes=3) < waits[2] <= timedelta(minutes=4)
    assert waits[-1] <= timedelta(hours=6)
    (again,) = store.outbox.claim(HERE, 1)
    assert (again.attempts, again.reason) == (12, "no answer")


def test_refused_is_for_good_until_asked_anew(store: Store) -> None:
    put(store, "a")
    (number,) = numbers(store)
    store.outbox.refused(number, "quota")
    assert numbers(store) == []
    assert store.outbox.refusals() == (("a", HERE, "quota"),)
    assert store.outbox.put(["a"], HERE) == 1
    assert numbers(store) == [number]


def test_two_registries_and_later_ones(store: Store) -> None:
    put(store, "a", to=(HERE, THERE, THERE))
    assert store.outbox.addresses() == ((HERE, 1), (THERE, 1))
    (number,) = numbers(store)
    store.outbox.sent([number])
    assert store.outbox.put(["a"], HERE) == 0
    assert store.outbox.put(["a"], THERE) == 0
    assert store.outbox.put(["a"], "https://later.example") == 1
    assert store.outbox.addresses() == (("https://later.example", 1), (THERE, 1))


def test_what_was_put_back_need_not_be_sent(store: Store) -> None:
    put(store, "a", "b")
    (number,) = numbers(store, most=1)
    store.outbox.sent([number])
    assert store.outbox.cancel(["a", "b"]) == 1
    assert numbers(store) == []
    assert store.outbox.count(Posting.CANCELLED) == 1


def test_a_receipt_ends_the_waiting_in_one_step(store: Store) -> None:
    put(store, "a", "b")
    first, _ = store.outbox.claim(HERE, 2)
    pin = Pin("log.example", HERE, "key", "note 1", 1, b"root1")
    store.receipts.keep([NewReceipt("a", "log.example", HERE, b"\0receipt")], [first.number], pin)
    assert store.outbox.count(Posting.SENT) == 1
    (receipt,) = store.receipts.of("a")
    assert (receipt.content, receipt.origin, receipt.address) == (b"\0receipt", "log.example", HERE)
    assert store.receipts.has("a", HERE)
    assert not store.receipts.has("a", THERE)
    assert not store.receipts.has("b", HERE)
    store.receipts.keep([NewReceipt("a", "log.example", HERE, b"another")])
    assert store.receipts.of("a") == (receipt,)


def test_nothing_is_kept_of_a_registry_with_another_key(store: Store) -> None:
    put(store, "a")
    (number,) = numbers(store)
    store.pins.see(Pin("log.example", HERE, "key", "note 5", 5, b"root5"))
    for pin in (
        Pin("log.example", HERE, "another key", "note 6", 6, b"root6"),
        Pin("log.example", HERE, "key", "fork", 5, b"other5"),
    ):
        with pytest.raises(Distrusted):
            store.receipts.keep([NewReceipt("a", "log.example", HERE, b"receipt")], [number], pin)
    assert store.receipts.of("a") == ()
    assert store.outbox.count(Posting.WAITING) == 1


def test_pins_move_only_forward(store: Store) -> None:
    assert store.pins.of("log.example") is None
    store.pins.see(Pin("log.example", HERE, "key"))
    first = store.pins.of("log.example")
    assert first is not None
    assert first.size == 0
    store.pins.see(Pin("log.example", THERE, "key", "note 9", 9, b"root9"))
    store.pins.see(Pin("log.example", THERE, "key", "note 7", 7, b"root7"))
    pin = store.pins.at(THERE)
    assert pin is not None
    assert (pin.size, pin.checkpoint, pin.root, pin.first_seen) == (9, "note 9", b"root9", first.first_seen)
    assert store.pins.at(HERE) is None
    assert store.pins.all() == (pin,)
    store.pins.forget("log.example")
    assert store.pins.all() == ()


def test_a_registry_that_asked_for_it_is_left_alone_so_long_with_all_that_is_new(store: Store) -> None:
    put(store, "a", "b")
    assert store.outbox.held(HERE) is None
    first = numbers(store, most=1)
    store.outbox.failed(first, "come back tomorrow", after=86_400)
    held = store.outbox.held(HERE)
    assert held is not None
    assert held.reason == "come back tomorrow"
    assert datetime.fromisoformat(held.until) - datetime.now(UTC) > timedelta(hours=23)
    assert store.outbox.held(THERE) is None
    _let_time_pass(store)
    assert store.outbox.held(HERE) is None


def test_not_everybody_comes_back_at_the_same_moment(store: Store) -> None:
    waits = set()
    put(store, "a")
    for _ in range(6):
        with store.database.writing() as inside:
            inside.execute("UPDATE outbox SET attempts = 4")
        (number,) = numbers(store)
        store.outbox.failed([number], "no answer")
        held = store.outbox.held(HERE)
        assert held is not None
        wait = datetime.fromisoformat(held.until) - datetime.now(UTC)
        assert timedelta(minutes=12) < wait <= timedelta(minutes=16)
        waits.add(round(wait.total_seconds()))
    assert len(waits) > 1


def test_what_is_claimed_together_fits_into_a_delivery(store: Store) -> None:
    large = tuple(NewStatement(name, WORK, "protect", b"x" * (15 << 20), (HERE,)) for name in "abcd")
    assert store.journal.apply([Change("run", statements=large)]) == (None,)
    claimed = [each.record for each in store.outbox.claim(HERE, 10)]
    assert claimed == ["a", "b"]
    huge = NewStatement("e", WORK, "protect", b"x" * (45 << 20), (THERE,))
    assert store.journal.apply([Change("run", statements=(huge,))]) == (None,)
    assert [each.record for each in store.outbox.claim(THERE, 10)] == ["e"]  # alone, and for the registry to refuse


def test_the_outbox_forgets_what_arrived_and_sends_it_no_second_time(store: Store) -> None:
    put(store, "a", "b", "c")
    first, second, third = numbers(store)
    store.receipts.keep([NewReceipt("a", "log.example", HERE, b"receipt")], [first])
    store.outbox.sent([second])  # without a receipt here it may still be needed
    store.outbox.failed([third], "no answer")
    assert store.outbox.prune() == 1
    assert store.outbox.count(Posting.SENT) == 1
    assert store.outbox.addresses_of("a") == (HERE,)
    assert store.outbox.put(["a"], HERE) == 0
    assert store.outbox.put(["a"], THERE) == 1
    assert store.outbox.addresses() == ((HERE, 1), (THERE, 1))
    store.outbox.cancel(["c"])
    assert store.outbox.prune() == 0
    with store.database.writing() as inside:
        inside.execute("UPDATE outbox SET next_try = '2020-01-01T00:00:00Z' WHERE state = 'cancelled'")
    assert store.outbox.prune() == 1


def test_each_registry_is_told_apart_with_what_it_is_due(store: Store) -> None:
    put(store, "a", to=(HERE, THERE))
    assert store.outbox.due() == ((HERE, 0.0), (THERE, 0.0))
    store.outbox.failed(numbers(store, THERE), "nobody answers")
    put(store, "b", to=(THERE,))
    # What came later waits with what failed: the registry is left alone as a whole.
    (here, there) = store.outbox.due()
    assert here == (HERE, 0.0)
    assert 40 < there[1] <= 60
    assert [(each.address, each.state, each.reason) for each in store.outbox.of("a")] == [
        (HERE, Posting.WAITING, ""),
        (THERE, Posting.WAITING, "nobody answers"),
    ]
    store.outbox.refused(numbers(store, HERE)[0], "not yours")
    assert next((each.state, each.reason) for each in store.outbox.of("a")) == (Posting.REFUSED, "not yours")
    assert [address for address, _ in store.outbox.due()] == [THERE]
