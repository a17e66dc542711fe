"""A registry that lies is caught each time: nothing that it said is kept, and what waits goes on waiting."""

from __future__ import annotations

import gzip
import shutil
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from artistguard.claims.canonical import canonical
from artistguard.claims.statement import entry, parse
from artistguard.errors import Distrusted, RegistryProblem, Unreachable
from artistguard.jobs.deliver import deliver
from artistguard.jobs.registries import Registries
from artistguard.jobs.studio import EMBEDDED, Studio
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.network.door import Policy
from artistguard.registry.client import Client
from artistguard.store import open_store
from artistguard.store.changing import Change, NewStatement
from artistguard.store.outbox import Posting
from artistguard.transparency.checkpoint import NoteKey, decode64, encode64
from artistguard.transparency.receipt import Receipt, check
from artistguard.transparency.signature import SeedSigner
from tests.suites.lying import Liar, Reply, lying
from tests.suites.registry_makers import LOG, Clock, Sender, declared, key, opened
from tests.suites.served import served
from tests.suites.workshop import Dice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.claims.statement import SignedStatement
    from artistguard.store import Store

pytestmark = pytest.mark.network

ORIGIN = "liar.example/log"
IMPATIENT = Policy(connect_seconds=2, quiet_seconds=0.6, total_seconds=1.2, slowest=1 << 20)


class Victim:
    """A creator with a real store who delivers to whoever is at an address."""

    def __init__(self, store: Store, clock: Clock, policy: Policy | None = None) -> None:
        self.store = store
        self.clock = clock
        self.told: list[str] = []
        self.studio = Studio(
            store, lambda address: Client(address, policy), clock=clock, dice=Dice("victim"), tell=self.told.append
        )

    def write(self, *statements: SignedStatement, to: tuple[str, ...]) -> None:
        rows = tuple(
            NewStatement(each.statement.record, each.statement.work, "run", canonical(each), to)  # type: ignore[union-attr]
            for each in statements
        )
        assert self.store.journal.apply([Change("run", statements=rows)]) == (None,)

    def receipts(self, signed: SignedStatement) -> list[Receipt]:
        kept = self.store.receipts.of(signed.statement.record)  # type: ignore[union-attr]
        return [msgspec.json.decode(each.content, type=Receipt) for each in kept]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Iterator[Ledger]:
    made = opened(tmp_path / "true", clock, origin=ORIGIN)
    yield made
    made.close()


@pytest.fixture
def liar(ledger: Ledger) -> Iterator[Liar]:
    with lying(ledger) as server:
        yield server


@pytest.fixture
def victim(clock: Clock) -> Iterator[Victim]:
    with open_store() as store:
        yield Victim(store, clock, IMPATIENT)


def refused(victim: Victim, liar: Liar, signed: SignedStatement, kind: type[RegistryProblem]) -> str:
    """Deliver, and make sure that nothing at all was believed."""
    pins = [(pin.checkpoint, pin.size, pin.root) for pin in victim.store.pins.all()]
    kept = victim.receipts(signed)
    delivery = deliver(victim.studio, liar.address)
    assert type(delivery.waiting) is kind, delivery
    assert delivery.confirmed == []
    assert delivery.refused == {}
    assert victim.receipts(signed) == kept
    assert victim.store.outbox.count(Posting.WAITING) >= 1
    assert victim.store.outbox.count(Posting.REFUSED) == 0
    if pins:
        assert [(pin.checkpoint, pin.size, pin.root) for pin in victim.store.pins.all()] == pins
    return delivery.waiting.message


def delivered(victim: Victim, liar: Liar, *statements: SignedStatement) -> None:
    victim.write(*statements, to=(liar.address,))
    delivery = deliver(victim.studio, liar.address)
    assert delivery.waiting is None, delivery.waiting
    assert len(delivery.confirmed) == len(statements)


def changed_item(**change: object) -> Callable[[str, Reply], Reply]:
    """A lie about the first receipt of a delivery."""

    def lie(path: str, reply: Reply) -> Reply:
        if path != "/v1/claims":
            return reply
        answer: dict[str, Any] = msgspec.json.decode(reply.body)
        answer["items"][0] |= change
        return Reply(msgspec.json.encode(answer))

    return lie


def on(path: str, lie: Callable[[Reply], Reply]) -> Callable[[str, Reply], Reply]:
    return lambda asked, reply: lie(reply) if asked.startswith(path) else reply


def test_honest_to_begin_with(victim: Victim, liar: Liar, ledger: Ledger) -> None:
    signed = declared("a")
    delivered(victim, liar, signed)
    (receipt,) = victim.receipts(signed)
    assert check(receipt, entry(signed), ledger.key).size == 1
    seen = f"Registry {ORIGIN} was seen for the first time; its key is now pinned: {ledger.key}"
    assert victim.told.count(seen) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"leaf": "0" * 64},
        {"index": 7},
        {"origin": "other.example/log"},
        {"proof": "c2sp.org/tlog-proof@v1\nindex 0\n\nnothing"},
        {"proof": ""},
    ],
    ids=["leaf", "index", "origin", "no checkpoint", "nothing"],
)
def test_a_receipt_that_does_not_hold(victim: Victim, liar: Liar, change: dict[str, object]) -> None:
    delivered(victim, liar, declared("first"))
    signed = declared("a")
    victim.write(signed, to=(liar.address,))
    liar.lie = changed_item(**change)
    refused(victim, liar, signed, Distrusted)


def test_a_path_with_one_bit_wrong(victim: Victim, liar: Liar) -> None:
    delivered(victim, liar, declared("first"), declared("second"))

    def lie(path: str, reply: Reply) -> Reply:
        if path != "/v1/claims":
            return reply
        answer = msgspec.json.decode(reply.body)
        rows = answer["items"][0]["proof"].split("\n")
        step = bytearray(decode64(rows[2], "step"))
        step[5] ^= 1
        rows[2] = encode64(bytes(step))
        answer["items"][0]["proof"] = "\n".join(rows)
        return Reply(msgspec.json.encode(answer))

    signed = declared("a")
    victim.write(signed, to=(liar.address,))
    liar.lie = lie
    refused(victim, liar, signed, Distrusted)


def test_one_false_receipt_spoils_all(victim: Victim, liar: Liar) -> None:
    good, bad = declared("a"), declared("b")
    victim.write(bad, good, to=(liar.address,))
    liar.lie = changed_item(leaf="1" * 64)
    refused(victim, liar, good, Distrusted)
    assert victim.receipts(bad) == []


@pytest.mark.parametrize("count", [0, 1, 3])
def test_too_few_or_too_many_answers(victim: Victim, liar: Liar, count: int) -> None:
    victim.write(declared("a"), declared("b"), to=(liar.address,))

    def lie(reply: Reply) -> Reply:
        items = msgspec.json.decode(reply.body)["items"]
        return reply.edited(items=(items * 2)[:count])

    liar.lie = on("/v1/claims", lie)
    refused(victim, liar, declared("a"), Distrusted)


def test_the_same_receipt_for_two_statements(victim: Victim, liar: Liar) -> None:
    victim.write(declared("a"), declared("b"), to=(liar.address,))
    liar.lie = on("/v1/claims", lambda r: r.edited(items=msgspec.json.decode(r.body)["items"][:1] * 2))
    refused(victim, liar, declared("a"), Distrusted)


def test_yesterday_s_answer_played_back(victim: Victim, liar: Liar) -> None:
    kept: list[Reply] = []
    liar.lie = on("/v1/claims", lambda reply: (kept.append(reply), reply)[1])
    delivered(victim, liar, declared("a"))
    signed = declared("b")
    victim.write(signed, to=(liar.address,))
    liar.lie = on("/v1/claims", lambda _: kept[0])
    refused(victim, liar, signed, Distrusted)


def test_another_key_under_the_old_name(victim: Victim, liar: Liar, tmp_path: Path, clock: Clock) -> None:
    delivered(victim, liar, declared("a"))
    other = SeedSigner(b"another key of a liar for tests.")
    liar.ledger = Ledger.open(SqliteStorage(tmp_path / "new.db"), other, clock=clock, origin=ORIGIN)
    signed = declared("b")
    victim.write(signed, to=(liar.address,))
    assert "another key" in refused(victim, liar, signed, Distrusted)
    liar.ledger.close()


def test_another_key_behind_the_old_descriptor(victim: Victim, liar: Liar, tmp_path: Path, clock: Clock) -> None:
    delivered(victim, liar, declared("a"))
    known = liar.reply("/v1/registry", b"")
    other = SeedSigner(b"another key of a liar for tests.")
    liar.ledger = Ledger.open(SqliteStorage(tmp_path / "new.db"), other, clock=clock, origin=ORIGIN)
    liar.lie = on("/v1/registry", lambda _: known)
    signed = declared("b")
    victim.write(signed, to=(liar.address,))
    refused(victim, liar, signed, Distrusted)
    liar.ledger.close()


def test_another_name_at_the_old_address(victim: Victim, liar: Liar, tmp_path: Path, clock: Clock) -> None:
    delivered(victim, liar, declared("a"))
    liar.ledger = Ledger.open(SqliteStorage(tmp_path / "new.db"), LOG, clock=clock, origin="other.example/log")
    signed = declared("b")
    victim.write(signed, to=(liar.address,))
    refused(victim, liar, signed, Distrusted)
    liar.ledger.close()


def test_no_key_at_all(victim: Victim, liar: Liar) -> None:
    signed = declared("a")
    victim.write(signed, to=(liar.address,))
    liar.lie = on("/v1/registry", lambda reply: reply.edited(key="liar.example/log+00000000+AAAA"))
    refused(victim, liar, signed, Distrusted)
    assert victim.store.pins.all() == ()


def copied(ledger: Ledger, tmp_path: Path, name: str, clock: Clock) -> Ledger:
    """The ledger as it is now, in another place, with the same key."""
    (tmp_path / name).mkdir()
    with ledger.storage.writing():  # so that nobody changes it meanwhile
        for path in (tmp_path / "true").iterdir():
            shutil.copy(path, tmp_path / name / path.name)
    return opened(tmp_path / name, clock, origin=ORIGIN)


def test_a_log_that_was_rolled_back(victim: Victim, liar: Liar, ledger: Ledger, tmp_path: Path, clock: Clock) -> None:
    delivered(victim, liar, declared("a"))
    old = copied(ledger, tmp_path, "old", clock)
    delivered(victim, liar, declared("b"), declared("c"), declared("d"))
    liar.ledger = old
    signed = declared("e")
    victim.write(signed, to=(liar.address,))
    assert "went back" in refused(victim, liar, signed, Distrusted)
    old.close()


def test_a_log_with_two_faces(victim: Victim, liar: Liar, ledger: Ledger, tmp_path: Path, clock: Clock) -> None:
    delivered(victim, liar, declared("a"), declared("b"))
    other = copied(ledger, tmp_path, "other", clock)
    delivered(victim, liar, declared("c"))
    # The other face grew by other entries, and is longer than what this victim has seen.
    stranger = key("stranger")
    Sender(other, clock, stranger).send(*(declared(f"other {number}", by=stranger) for number in range(3)))
    liar.ledger = other
    signed = declared("d")
    victim.write(signed, to=(liar.address,))
    assert "went back" not in refused(victim, liar, signed, Distrusted)
    other.close()


def test_two_logs_of_one_length(victim: Victim, liar: Liar, ledger: Ledger, tmp_path: Path, clock: Clock) -> None:
    delivered(victim, liar, declared("a"))
    other = copied(ledger, tmp_path, "other", clock)
    delivered(victim, liar, declared("b"))
    liar.ledger = other
    signed = declared("c")  # becomes entry 1 there, which is b here
    victim.write(signed, to=(liar.address,))
    refused(victim, liar, signed, Distrusted)
    other.close()


@pytest.mark.parametrize("change", [{"path": []}, {"old": 0}, {"new": 9}, {"path": ["AAAA"] * 65}])
def test_a_proof_of_growth_that_shows_nothing(victim: Victim, liar: Liar, change: dict[str, object]) -> None:
    delivered(victim, liar, declared("a"), declared("b"), declared("c"))
    signed = declared("d")
    victim.write(signed, to=(liar.address,))
    liar.lie = on("/log/growth/", lambda reply: reply.edited(**change))
    refused(victim, liar, signed, Distrusted)


def test_an_older_checkpoint_than_the_receipts(victim: Victim, liar: Liar) -> None:
    delivered(victim, liar, declared("a"))
    old = liar.ledger.checkpoint()
    delivered(victim, liar, declared("b"))
    signed = declared("c")
    victim.write(signed, to=(liar.address,))
    liar.lie = on("/v1/claims", lambda reply: reply.edited(checkpoint=old))
    refused(victim, liar, signed, Distrusted)


BROKEN = {
    "cut off": lambda reply: Reply(reply.body[:-40]),
    "nothing": lambda _: Reply(b""),
    "no JSON": lambda _: Reply(b"<html>Welcome to our hotel</html>"),
    "no text": lambda _: Reply(b'{"items":["\xff\xfe"]}'),
    "wrong types": lambda reply: reply.edited(items="none"),
    "lacks a part": lambda _: Reply(b'{"items":[]}'),
    "deep": lambda _: Reply(b"[" * 500_000),
    "a number": lambda _: Reply(b"1e400"),
    "too long": lambda reply: Reply(reply.body + b" " * (2 << 20)),
    "announced too long": lambda reply: Reply(reply.body, announced=10**15),
    "packed": lambda reply: Reply(gzip.compress(reply.body), headers={"Content-Encoding": "gzip"}),
    "a bomb": lambda _: Reply(gzip.compress(b" " * (8 << 20)), headers={"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("lie", BROKEN.values(), ids=BROKEN.keys())
def test_answers_that_are_none(victim: Victim, liar: Liar, lie: Callable[[Reply], Reply]) -> None:
    signed = declared("a")
    victim.write(signed, to=(liar.address,))
    liar.lie = on("/v1/claims", lie)
    refused(victim, liar, signed, Distrusted)


LATER = {
    "500": lambda _: Reply(b"oops", 500),
    "503 in words": lambda _: Reply(b'{"type":"artistguard-problem-v1","message":"Back soon."}', 503),
    "429": lambda _: Reply(b"", 429),
    "breaks off": lambda reply: Reply(reply.body[:50], announced=len(reply.body)),
    "slow drip": lambda reply: Reply(reply.body, pause=0.2),
    "silence": lambda _: Reply(b"xx", pause=3.0),
    "elsewhere": lambda _: Reply(b"", 302, {"Location": "http://127.0.0.1:1/v1/claims"}),
    "elsewhere, kept": lambda _: Reply(b"", 307, {"Location": "https://elsewhere.example/v1/claims"}),
    "round and round": lambda _: Reply(b"", 308, {"Location": "/v1/claims"}),
}


@pytest.mark.parametrize("lie", LATER.values(), ids=LATER.keys())
def test_no_answer_now(victim: Victim, liar: Liar, lie: Callable[[Reply], Reply]) -> None:
    signed = declared("a")
    victim.write(signed, to=(liar.address,))
    liar.lie = on("/v1/claims", lie)
    refused(victim, liar, signed, Unreachable)
    liar.lie = lambda _, reply: reply
    assert len(deliver(victim.studio, liar.address).confirmed) == 1  # what it took before has kept its place
    assert len(victim.receipts(signed)) == 1


def test_nobody_there(victim: Victim, liar: Liar) -> None:
    signed = declared("a")
    victim.write(signed, to=("http://127.0.0.1:9",))
    delivery = deliver(victim.studio, "http://127.0.0.1:9")
    assert type(delivery.waiting) is Unreachable
    assert victim.store.outbox.count(Posting.WAITING) == 1
    assert liar.asked == []


def test_words_of_a_stranger_do_not_steer_the_terminal(victim: Victim, liar: Liar) -> None:
    signed = declared("a")
    victim.write(signed, to=(liar.address,))
    evil = msgspec.json.encode({"message": "\x1b[2Jgone\r\n" + "x" * 5000})
    liar.lie = on("/v1/claims", lambda _: Reply(evil, 503))
    words = refused(victim, liar, signed, Unreachable)
    assert words.isprintable()
    assert len(words) <= 500


def test_the_same_statement_three_days_later_and_to_two_registries(clock: Clock, tmp_path: Path) -> None:
    with open_store() as store, served(tmp_path / "far") as server:
        here = opened(tmp_path / "here", clock)
        victim = Victim(store, clock)
        connect = {EMBEDDED: here, server.address: Client(server.address)}
        victim.studio.connect = connect.__getitem__
        signed = declared("a")
        victim.write(signed, to=(EMBEDDED, server.address))
        server.process.send_signal(19)  # SIGSTOP: nobody answers there for three days
        connect[server.address] = Client(server.address, IMPATIENT)
        assert deliver(victim.studio, EMBEDDED).confirmed
        assert type(deliver(victim.studio, server.address).waiting) is Unreachable
        server.process.send_signal(18)  # SIGCONT
        connect[server.address] = Client(server.address)
        clock.forward(days=3)
        server.clock.forward(days=3)
        assert deliver(victim.studio, server.address).confirmed
        near, far = victim.receipts(signed)
        assert (near.kind, far.kind) == ("kept on this computer", "registered")
        assert far.received == "2026-11-25T12:00:00Z"
        stored = store.catalogue.statement(signed.statement.record)  # type: ignore[union-attr]
        content = entry(parse(stored.signed))
        check(near, content, here.key)
        check(far, content, NoteKey.parse(connect[server.address].describe().key))
        assert {pin.origin for pin in store.pins.all()} == {near.origin, far.origin}
        here.close()


def test_registries_are_opened_by_their_address(clock: Clock, tmp_path: Path) -> None:
    with open_store() as store, served(tmp_path) as server:
        registries = Registries(store.home, store.disk)
        far = registries.connect(server.address)
        assert far is registries.connect(server.address)
        assert far.describe().kind == "server"
        assert registries.connect(EMBEDDED).describe().kind == "embedded"
