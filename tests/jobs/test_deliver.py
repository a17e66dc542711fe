"""What waits is delivered once; a registry is believed exactly as far as its proofs reach."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.drafting import Draft
from artistguard.claims.envelope import seal
from artistguard.claims.forms import Fingerprint
from artistguard.claims.signing import sign
from artistguard.errors import Distrusted, Refused, Unreachable
from artistguard.jobs.deliver import deliver, follow, meet
from artistguard.jobs.planning import Grouping
from artistguard.messages import Limits, Reason, Refusal
from artistguard.store.catalogue import Registered
from artistguard.store.outbox import Posting
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.signature import SeedSigner
from tests.suites.lying_registry import LyingRegistry
from tests.suites.registry_makers import Sender, declared, drafted, key, opened
from tests.suites.workshop import BOOK, Workshop, workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artistguard.jobs.deliver import Delivery
    from artistguard.ledger.ledger import Ledger
    from artistguard.messages import Descriptor, SubmissionAnswer

THERE = "https://registry.example"
OTHER_KEY = str(NoteKey("registry.example/log", SeedSigner(b"another key of a test registry..").public))


@pytest.fixture
def ledger(tmp_path: Path, shop: Workshop) -> Ledger:
    """A registry elsewhere."""
    (tmp_path / "there").mkdir()
    return opened(tmp_path / "there", shop.clock, origin="registry.example/log")


@pytest.fixture
def registry(shop: Workshop, ledger: Ledger) -> LyingRegistry:
    made = LyingRegistry(ledger)
    shop.addresses[THERE] = made
    return made


def queue(shop: Workshop, *names: str) -> list[str]:
    """Protect books without delivering anything; returns the records that wait."""
    records = []
    for name in names:
        path = shop.put(BOOK, f"{name}.md")
        shop.one(path, address=None)
        records += [version.record for version in shop.studio.store.catalogue.history(path)]
    shop.studio.store.outbox.put(records, THERE)
    return records


def nothing_believed(shop: Workshop, records: list[str], delivered: Delivery) -> None:
    store = shop.studio.store
    assert isinstance(delivered.waiting, Distrusted)
    assert delivered.waiting.code == "registry-distrusted"
    assert delivered.confirmed == []
    assert all(store.receipts.of(record) == () for record in records)
    assert store.outbox.count(Posting.WAITING) == len(records)
    assert store.outbox.count(Posting.SENT) == 0


def test_all_that_waits_is_confirmed_and_pinned(shop: Workshop, registry: LyingRegistry, ledger: Ledger) -> None:
    records = queue(shop, "a", "b")
    delivered = deliver(shop.studio, THERE)
    assert (delivered.origin, delivered.confirmed, delivered.waiting) == (ledger.key.name, records, None)
    (pin,) = shop.studio.store.pins.all()
    assert (pin.key, pin.size, pin.checkpoint) == (str(ledger.key), 2, ledger.checkpoint())
    assert [len(shop.studio.store.receipts.of(record)) for record in records] == [1, 1]
    assert any(str(ledger.key) in sentence for sentence in shop.told)
    assert deliver(shop.studio, THERE).confirmed == []
    assert len(registry.received) == 1


def test_the_pin_moves_on_with_the_log(shop: Workshop, registry: LyingRegistry, ledger: Ledger) -> None:
    for count, name in enumerate("abc", start=1):
        queue(shop, name)
        assert deliver(shop.studio, THERE).waiting is None
        pin = shop.studio.store.pins.at(THERE)
        assert pin is not None
        assert (pin.size, pin.checkpoint) == (count, ledger.checkpoint())
    assert len(registry.received) == 3


def test_a_registry_that_grew_by_others_is_followed(shop: Workshop, registry: LyingRegistry, ledger: Ledger) -> None:
    queue(shop, "a")
    deliver(shop.studio, THERE)
    Sender(ledger, shop.clock, key("bob")).send(*(declared(f"of bob {count}", by=key("bob")) for count in range(5)))
    queue(shop, "b")
    assert deliver(shop.studio, THERE).waiting is None
    assert len(registry.received) == 2


def _receipt(change: Callable[..., object]) -> Callable[[SubmissionAnswer], SubmissionAnswer]:
    def lie(answer: SubmissionAnswer) -> SubmissionAnswer:
        return msgspec.structs.replace(answer, items=tuple(change(item) for item in answer.items))

    return lie


LIES: dict[str, Callable[[SubmissionAnswer], SubmissionAnswer]] = {
    "receipts swapped": lambda answer: msgspec.structs.replace(answer, items=answer.items[::-1]),
    "one too few": lambda answer: msgspec.structs.replace(answer, items=answer.items[:-1]),
    "none": lambda answer: msgspec.structs.replace(answer, items=()),
    "one too many": lambda answer: msgspec.structs.replace(answer, items=(*answer.items, answer.items[0])),
    "the same twice": lambda answer: msgspec.structs.replace(answer, items=(answer.items[0],) * 2),
    "another place": _receipt(lambda item: msgspec.structs.replace(item, index=item.index + 1)),
    "another leaf": _receipt(lambda item: msgspec.structs.replace(item, leaf="0" * 64)),
    "another origin": _receipt(lambda item: msgspec.structs.replace(item, origin="registry.elsewhere/log")),
    "no proof": _receipt(lambda item: msgspec.structs.replace(item, proof="trust me")),
    "a proof cut short": _receipt(lambda item: msgspec.structs.replace(item, proof=item.proof[:-8])),
    "an unsigned checkpoint": lambda answer: msgspec.structs.replace(
        answer, checkpoint=answer.checkpoint.rpartition("\N{EM DASH}")[0]
    ),
    "no checkpoint": lambda answer: msgspec.structs.replace(answer, checkpoint=""),
    "a checkpoint of another size": lambda answer: msgspec.structs.replace(
        answer, checkpoint=answer.checkpoint.replace("\n2\n", "\n3\n")
    ),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_in_the_answer_is_found_and_nothing_kept(
    shop: Workshop, registry: LyingRegistry, lie: Callable[[SubmissionAnswer], SubmissionAnswer]
) -> None:
    records = queue(shop, "a", "b")
    registry.submitting = lie
    nothing_believed(shop, records, deliver(shop.studio, THERE))
    pin = shop.studio.store.pins.at(THERE)
    assert pin is not None
    assert (pin.size, pin.checkpoint) == (0, "")
    registry.submitting = lambda answer: answer
    assert sorted(deliver(shop.studio, THERE).confirmed) == sorted(records)


def test_receipts_of_another_history_than_the_answers_are_not_believed(
    tmp_path: Path, shop: Workshop, registry: LyingRegistry, ledger: Ledger
) -> None:
    """A registry that shows everybody a log of their own signs two histories."""
    (tmp_path / "fork").mkdir()
    fork = opened(tmp_path / "fork", shop.clock, origin="registry.example/log")
    Sender(fork, shop.clock, key("bob")).send(declared("of bob", by=key("bob")))
    records = queue(shop, "a", "b")

    def split(answer: SubmissionAnswer) -> SubmissionAnswer:
        return msgspec.structs.replace(answer, items=fork.submit(registry.received[-1]).items)

    registry.submitting = split
    nothing_believed(shop, records, deliver(shop.studio, THERE))
    assert fork.key == ledger.key
    fork.close()


def _described(**other: object) -> Callable[[Descriptor], Descriptor]:
    return lambda descriptor: msgspec.structs.replace(descriptor, **other)


@pytest.mark.parametrize(
    "lie", [_described(key=OTHER_KEY), _described(origin="registry.elsewhere/log")], ids=["key", "origin"]
)
def test_another_key_or_name_than_pinned(
    shop: Workshop, registry: LyingRegistry, lie: Callable[[Descriptor], Descriptor]
) -> None:
    queue(shop, "a")
    deliver(shop.studio, THERE)
    pinned = shop.studio.store.pins.all()
    shop.studio.store.outbox.put([], THERE)
    (waiting,) = queue(shop, "b")
    registry.describing = lie
    delivered = deliver(shop.studio, THERE)
    assert isinstance(delivered.waiting, Distrusted)
    assert shop.studio.store.receipts.of(waiting) == ()
    assert shop.studio.store.pins.all() == pinned
    assert len(registry.received) == 1


@pytest.mark.parametrize("shown", ["", "no key", "registry.example/log+00000000+AAAA", OTHER_KEY[:-4]])
def test_what_is_no_key_is_not_pinned(shop: Workshop, registry: LyingRegistry, shown: str) -> None:
    records = queue(shop, "a")
    registry.describing = _described(key=shown)
    nothing_believed(shop, records, deliver(shop.studio, THERE))
    assert shop.studio.store.pins.all() == ()


def test_a_name_that_is_not_the_keys_own_is_not_pinned(shop: Workshop, registry: LyingRegistry) -> None:
    records = queue(shop, "a")
    registry.describing = _described(origin="registry.elsewhere/log")
    nothing_believed(shop, records, deliver(shop.studio, THERE))
    assert shop.studio.store.pins.all() == ()


def test_a_registry_rolled_back_is_refused(
    tmp_path: Path, shop: Workshop, registry: LyingRegistry, ledger: Ledger
) -> None:
    queue(shop, "a")
    deliver(shop.studio, THERE)
    ledger.close()
    shutil.copytree(tmp_path / "there", tmp_path / "backup")
    ledger = opened(tmp_path / "there", shop.clock, origin="registry.example/log")
    registry.real = ledger
    queue(shop, "b", "c")
    assert deliver(shop.studio, THERE).waiting is None
    pinned = shop.studio.store.pins.all()
    ledger.close()
    registry.real = opened(tmp_path / "backup", shop.clock, origin="registry.example/log")
    for name in ("d", "e", "f"):  # it catches up in size, never in history
        (record,) = queue(shop, name)
        delivered = deliver(shop.studio, THERE)
        assert isinstance(delivered.waiting, Distrusted)
        assert shop.studio.store.receipts.of(record) == ()
        assert [(pin.size, pin.root) for pin in shop.studio.store.pins.all()] == [(p.size, p.root) for p in pinned]
    registry.real.close()  # type: ignore[attr-defined]


def test_growth_that_does_not_follow_is_refused(shop: Workshop, registry: LyingRegistry) -> None:
    queue(shop, "a", "b", "c")
    deliver(shop.studio, THERE)
    (record,) = queue(shop, "d")
    for lie in (
        lambda growth: msgspec.structs.replace(growth, path=()),
        lambda growth: msgspec.structs.replace(growth, path=growth.path[::-1]),
        lambda growth: msgspec.structs.replace(growth, path=("not base64",)),
        lambda growth: msgspec.structs.replace(growth, path=(*growth.path, growth.path[0])),
    ):
        registry.growing = lie
        delivered = deliver(shop.studio, THERE)
        assert isinstance(delivered.waiting, Distrusted)
        assert shop.studio.store.receipts.of(record) == ()
    registry.growing = lambda growth: growth
    assert deliver(shop.studio, THERE).confirmed == [record]


def test_a_refusal_is_final_and_its_reason_kept(shop: Workshop, registry: LyingRegistry) -> None:
    first, second = queue(shop, "a", "b")
    refusal = Refusal(Reason.MALFORMED, "no such choice")
    registry.submitting = lambda answer: msgspec.structs.replace(answer, items=(refusal, answer.items[1]))
    delivered = deliver(shop.studio, THERE)
    assert (delivered.refused, delivered.confirmed, delivered.waiting) == ({first: "no such choice"}, [second], None)
    assert shop.studio.store.outbox.refusals() == ((first, THERE, "no such choice"),)
    assert deliver(shop.studio, THERE).refused == {}


def test_later_is_not_never(shop: Workshop, registry: LyingRegistry) -> None:
    (record,) = queue(shop, "a")
    later = Refusal(Reason.QUOTA, "enough for today", retry=True)
    registry.submitting = lambda answer: msgspec.structs.replace(answer, items=(later,))
    delivered = deliver(shop.studio, THERE)
    assert isinstance(delivered.waiting, Unreachable)
    assert "enough for today" in delivered.waiting.message
    assert delivered.refused == {}
    registry.submitting = lambda answer: answer
    assert deliver(shop.studio, THERE).confirmed == [record]


def test_what_a_quota_let_through_is_confirmed_at_once(tmp_path: Path, shop: Workshop) -> None:
    (tmp_path / "there").mkdir()
    ledger = opened(tmp_path / "there", shop.clock, origin="registry.example/log", limits=Limits(works_per_day=2))
    shop.addresses[THERE] = ledger
    records = queue(shop, "a", "b", "c")
    delivered = deliver(shop.studio, THERE)
    assert delivered.confirmed == records[:2]
    assert isinstance(delivered.waiting, Unreachable)
    assert [len(shop.studio.store.receipts.of(record)) for record in records] == [1, 1, 0]
    shop.clock.forward(days=1)
    assert deliver(shop.studio, THERE).confirmed == records[2:]
    ledger.close()


@pytest.mark.parametrize("problem", [Unreachable("no answer"), Refused("not today")])
def test_a_delivery_that_fails_waits_on(shop: Workshop, registry: LyingRegistry, problem: Exception) -> None:
    records = queue(shop, "a")

    def fail() -> None:
        raise problem

    registry.before = fail
    delivered = deliver(shop.studio, THERE)
    assert delivered.waiting is problem
    assert shop.studio.store.outbox.count(Posting.WAITING) == 1
    registry.before = lambda: None
    assert deliver(shop.studio, THERE).confirmed == records


def test_an_answer_lost_on_the_way_costs_no_second_entry(
    shop: Workshop, registry: LyingRegistry, ledger: Ledger
) -> None:
    records = queue(shop, "a")

    def lose(_: SubmissionAnswer) -> SubmissionAnswer:
        raise Unreachable("the line went dead")

    registry.submitting = lose
    deliver(shop.studio, THERE)
    registry.submitting = lambda answer: answer
    assert deliver(shop.studio, THERE).confirmed == records
    assert ledger.fsck().entries == 1


def test_more_than_one_portion(shop: Workshop, registry: LyingRegistry, monkeypatch: pytest.MonkeyPatch) -> None:
    from artistguard.jobs import deliver as delivering

    monkeypatch.setattr(delivering, "AT_ONCE", 2)
    records = queue(shop, *"abcde")
    assert sorted(deliver(shop.studio, THERE).confirmed) == sorted(records)
    assert [len(submission.statements) for submission in registry.received] == [2, 2, 1]


def test_an_embedded_registry_is_not_announced(shop: Workshop) -> None:
    shop.one(shop.put(BOOK))
    assert not any("first time" in sentence for sentence in shop.told)
    assert len(shop.studio.store.pins.all()) == 1


def test_the_same_registry_at_another_address_is_the_same(shop: Workshop, registry: LyingRegistry) -> None:
    queue(shop, "a")
    deliver(shop.studio, THERE)
    pin = meet(shop.studio, registry.describe(), "https://moved.example")
    assert pin.origin == "registry.example/log"
    assert len(shop.studio.store.pins.all()) == 1


def test_following_an_unchanged_log_asks_nothing(shop: Workshop, registry: LyingRegistry) -> None:
    queue(shop, "a")
    deliver(shop.studio, THERE)

    def refuse(_: object) -> object:
        raise AssertionError("asked for growth that there is not")

    registry.growing = refuse  # type: ignore[assignment]
    pin = shop.studio.store.pins.at(THERE)
    assert pin is not None
    assert follow(registry, pin, registry.checkpoint()).size == pin.size


def test_the_receipts_outlive_the_process(tmp_path: Path) -> None:
    with workshop(tmp_path) as shop:
        record = shop.studio.store.catalogue.by_record
        outcome = shop.one(shop.put(BOOK))
        (version,) = shop.studio.store.catalogue.versions(outcome.work)
        assert record(version.record)
    with workshop(tmp_path) as shop:
        assert len(shop.studio.store.receipts.of(version.record)) == 1
        assert shop.one(shop.folder / BOOK.name).registry == shop.ledger.key.name


def test_a_failure_does_not_speak_of_what_went_before(shop: Workshop, registry: LyingRegistry) -> None:
    """Each name delivers its own; the second delivery fails after the first was refused for good."""
    (first,) = queue(shop, "a")
    shop.studio.store.identities.create("Pen Name", store="file")
    shop.studio.profile = "Pen Name"
    (second,) = queue(shop, "b")

    def fail_the_second_time() -> None:
        if registry.received:
            raise Unreachable("the line went dead")

    registry.before = fail_the_second_time
    refusal = Refusal(Reason.MALFORMED, "no such choice")
    registry.submitting = lambda answer: msgspec.structs.replace(answer, items=(refusal,))
    delivered = deliver(shop.studio, THERE)
    assert isinstance(delivered.waiting, Unreachable)
    assert shop.studio.store.outbox.refusals() == ((first, THERE, "no such choice"),)
    registry.before, registry.submitting = lambda: None, lambda answer: answer
    assert deliver(shop.studio, THERE).confirmed == [second]


def test_growth_that_ends_before_the_answer_is_refused(shop: Workshop, registry: LyingRegistry, ledger: Ledger) -> None:
    queue(shop, "a")
    deliver(shop.studio, THERE)
    bob = Sender(ledger, shop.clock, key("bob"))
    bob.send(declared("of bob", by=key("bob")))
    early = ledger.growth(1, 2)
    (record,) = queue(shop, "b")
    registry.growing = lambda _: early
    assert isinstance(deliver(shop.studio, THERE).waiting, Distrusted)
    assert shop.studio.store.receipts.of(record) == ()


def test_a_registry_that_asks_for_it_is_left_alone_until_a_person_asks(shop: Workshop, registry: LyingRegistry) -> None:
    records = queue(shop, "a")
    calls: list[int] = []

    def busy() -> None:
        calls.append(1)
        raise Unreachable("too many at once", after=3600)

    registry.before = busy
    assert deliver(shop.studio, THERE).waiting is not None
    more = queue(shop, "b")
    held = deliver(shop.studio, THERE, hurry=False)
    assert isinstance(held.waiting, Unreachable)
    assert held.waiting.message == "too many at once"
    assert len(calls) == 1  # neither the one that failed nor what is new
    registry.before = lambda: None
    assert deliver(shop.studio, THERE).confirmed == records + more
    assert shop.studio.store.outbox.count(Posting.SENT) == 0  # pruned: the receipts say it all


def test_many_works_are_signed_once_and_delivered_together(
    shop: Workshop, registry: LyingRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, none is handed over before the others.
    monkeypatch.setattr("artistguard.jobs.protect.PACE_SECONDS", 3600.0)
    paths = [shop.put(BOOK, f"{number}.md") for number in range(5)]
    shop.protect(*paths, grouping=Grouping.EACH_ITS_OWN, address=THERE)
    (delivery,) = registry.received
    assert len(delivery.statements) == 5
    assert {each.signature for each in delivery.statements} == {delivery.statements[0].signature}
    assert [each.batch.index for each in delivery.statements if each.batch] == [0, 1, 2, 3, 4]


def test_who_registered_it_before_is_told_and_stops_nothing(shop: Workshop, registry: LyingRegistry) -> None:
    (record,) = queue(shop, "a")
    (version,) = shop.studio.store.catalogue.by_record(record)
    digest = version.after.hex
    theirs = drafted("theirs", by=key("bob"))
    about = msgspec.structs.replace(theirs.statement, fingerprints=(Fingerprint("sha256", digest),))  # type: ignore[call-overload]
    registry.real.submit(
        seal([sign(Draft(about), key("bob"))], key("bob"), origin=registry.describe().origin,
             time=shop.clock.text(), nonce=bytes(16))
    )  # fmt: skip
    delivered = deliver(shop.studio, THERE)
    assert delivered.confirmed == [record]
    assert delivered.conflicts[record].record == about.record
    (told,) = shop.protect(version.path, address=THERE)
    assert told.registered is Registered.RECEIPT
