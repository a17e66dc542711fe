"""The log: places, receipts, idempotence, replay, limits, growth, published tiles."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.envelope import seal
from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.errors import DiskFull, Refused, StoreDamaged, StoreProblem, Unreachable
from artistguard.ledger.ledger import Ledger, local_origin
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.messages import Item as Asked
from artistguard.messages import Limits, Question, Reason, Refusal
from artistguard.transparency.checkpoint import check_growth, decode64, open_checkpoint
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.receipt import Receipt, check
from artistguard.transparency.signature import SeedSigner
from artistguard.transparency.tiles import unbundle
from tests.suites.registry_makers import LOG, Clock, Sender, declared, drafted, key, opened, seed

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.claims.statement import SignedStatement
    from artistguard.messages import SubmissionAnswer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(tmp_path: Path, clock: Clock) -> Ledger:
    return opened(tmp_path, clock)


@pytest.fixture
def sender(ledger: Ledger, clock: Clock) -> Sender:
    return Sender(ledger, clock)


def receipts(answer: SubmissionAnswer) -> list[Receipt]:
    assert all(isinstance(item, Receipt) for item in answer.items), answer.items
    return list(answer.items)  # type: ignore[arg-type]


def refusal(answer: SubmissionAnswer, at: int = 0) -> Refusal:
    item = answer.items[at]
    assert isinstance(item, Refusal)
    return item


def test_an_empty_log_is_signed_too(ledger: Ledger) -> None:
    assert open_checkpoint(ledger.checkpoint(), ledger.key).size == 0
    assert ledger.entries(0, 10) == ()
    assert ledger.describe().kind == "embedded"
    assert ledger.describe().origin == local_origin(LOG.public)


def test_every_statement_gets_a_receipt_that_holds(ledger: Ledger, sender: Sender) -> None:
    statements = [declared(str(number)) for number in range(20)]
    got = receipts(sender.send(*statements[:1])) + receipts(sender.send(*statements[1:]))
    assert [receipt.index for receipt in got] == list(range(20))
    for receipt, signed in zip(got, statements, strict=True):
        assert check(receipt, entry(signed), ledger.key).size == (1 if receipt.index == 0 else 20)
        assert receipt.kind == "kept on this computer"
        assert receipt.received == "2026-11-22T12:00:00Z"
    assert ledger.entries(0, 20) == tuple(map(entry, statements))


def test_the_same_statement_keeps_its_place(ledger: Ledger, sender: Sender, clock: Clock) -> None:
    (first,) = receipts(sender.send(declared("a")))
    sender.send(declared("b"))
    clock.forward(days=3)
    (again,) = receipts(sender.send(declared("a")))
    assert (again.index, again.leaf, again.received) == (first.index, first.leaf, first.received)
    assert check(again, entry(declared("a")), ledger.key).size == 2
    twice = receipts(sender.send(declared("c"), declared("c")))
    assert [receipt.index for receipt in twice] == [2, 2]
    assert open_checkpoint(ledger.checkpoint(), ledger.key).size == 3


def test_enclosures_do_not_change_the_place(ledger: Ledger, sender: Sender) -> None:
    signed = declared("a", contact="https://x.example")
    (one,) = receipts(sender.send(msgspec.structs.replace(signed, enclosures=())))
    (two,) = receipts(sender.send(signed))
    assert one.index == two.index


def test_the_very_same_delivery_again_gets_the_very_same_receipts(ledger: Ledger, sender: Sender, clock: Clock) -> None:
    envelope = sender.sealed([declared("a")])
    first = ledger.submit(envelope)
    assert ledger.submit(envelope) == first
    clock.forward(minutes=9)
    assert ledger.submit(envelope) == first
    clock.forward(minutes=2)
    with pytest.raises(Unreachable, match="minutes apart"):  # and not for good: a clock can be set right
        ledger.submit(envelope)
    assert ledger.entries(0, 9) == (entry(declared("a")),)


def test_a_nonce_is_used_for_one_delivery_only(ledger: Ledger, clock: Clock) -> None:
    one, other = (
        seal([declared(name)], key(), origin=ledger.key.name, time=clock.text(), nonce=bytes(16)) for name in "ab"
    )
    ledger.submit(one)
    with pytest.raises(Refused, match="another delivery"):
        ledger.submit(other)
    assert len(ledger.entries(0, 9)) == 1


def test_a_named_delivery_is_done_once_however_often_it_is_sealed(ledger: Ledger, sender: Sender) -> None:
    first = ledger.deliver(sender.sealed([declared("a")]), key="order 66")
    assert ledger.deliver(sender.sealed([declared("a")]), key="order 66") == first
    other = ledger.deliver(sender.sealed([declared("b")]), key="order 66")
    assert isinstance(other, Refusal)
    assert other.reason is Reason.REPLAYED
    assert not isinstance(ledger.deliver(sender.sealed([declared("b")]), key="order 67"), Refusal)
    stranger = Sender(ledger, sender.clock, key("bob"))
    assert not isinstance(ledger.deliver(stranger.sealed([declared("c")]), key="order 66"), Refusal)


def test_old_nonces_are_forgotten_only_when_their_time_is_over(ledger: Ledger, sender: Sender, clock: Clock) -> None:
    early, forged = (
        seal([declared(name)], key(), origin=ledger.key.name, time="2026-11-22T12:09:59Z", nonce=bytes(16))
        for name in "ab"
    )
    ledger.submit(early)  # ten minutes fast, so it stays valid for twenty
    for minutes in (5, 14):
        clock.forward(minutes=minutes)
        sender.send(declared(f"after {minutes}"))
        with pytest.raises(Refused, match="another delivery"):
            ledger.submit(forged)
    clock.forward(hours=1)
    sender.send(declared("much later"))
    with sqlite3.connect(ledger.storage._path) as database:  # type: ignore[attr-defined]
        assert database.execute("SELECT count(*) FROM nonce").fetchone() == (2,)
    database.close()


@pytest.mark.parametrize("minutes", [-11, 11, 60 * 24 * 3])
def test_a_delivery_from_another_time_is_refused(ledger: Ledger, sender: Sender, clock: Clock, minutes: int) -> None:
    envelope = sender.sealed([declared("a")])
    clock.forward(minutes=minutes)
    answer = ledger.deliver(envelope)
    assert isinstance(answer, Refusal)
    assert (answer.reason, answer.retry) == (Reason.CLOCK, True)


def test_a_delivery_for_another_registry_is_refused(ledger: Ledger) -> None:
    envelope = seal([declared("a")], key(), origin="other.example", time="2026-11-22T12:00:00Z", nonce=bytes(16))
    answer = ledger.deliver(envelope)
    assert isinstance(answer, Refusal)
    assert answer.reason is Reason.ORIGIN


def test_a_moment_that_does_not_exist_is_refused(ledger: Ledger) -> None:
    envelope = seal([declared("a")], key(), origin=ledger.key.name, time="2026-02-31T12:00:00Z", nonce=bytes(16))
    with pytest.raises(Refused, match="not a moment"):
        ledger.submit(envelope)


def test_a_forged_envelope_is_refused(ledger: Ledger, sender: Sender) -> None:
    envelope = sender.sealed([declared("a")])
    answer = ledger.deliver(msgspec.structs.replace(envelope, statements=(declared("b"),)))
    assert isinstance(answer, Refusal)
    assert answer.reason is Reason.SIGNATURE
    assert ledger.entries(0, 1) == ()


def test_three_days_offline_and_two_registries(tmp_path: Path) -> None:
    signed = declared("made offline")  # signed before either registry is known
    clock = Clock()
    clock.forward(days=3)
    for name in ("one.example", "two.example"):
        (tmp_path / name).mkdir()
        registry = opened(tmp_path / name, clock, origin=name)
        (receipt,) = receipts(Sender(registry, clock).send(signed))
        check(receipt, entry(signed), registry.key)
        assert receipt.kind == "registered"
        assert registry.describe().kind == "server"


def test_one_bad_statement_does_not_stop_the_others(ledger: Ledger, sender: Sender) -> None:
    bad = msgspec.structs.replace(declared("b"), signature=declared("c").signature)
    answer = sender.send(declared("a"), bad, declared("c"))
    assert [type(item) for item in answer.items] == [Receipt, Refusal, Receipt]
    assert refusal(answer, 1).reason is Reason.SIGNATURE
    assert not refusal(answer, 1).retry
    assert len(ledger.entries(0, 9)) == 2


def test_a_record_number_is_used_once_by_its_creator(sender: Sender) -> None:
    first = declared("a")
    sender.send(first)
    stolen = drafted("b", nth=1)
    statement = msgspec.structs.replace(stolen.statement, record=first.statement.record)  # type: ignore[union-attr]
    again = sign_batch([type(stolen)(statement)], key())
    assert refusal(sender.send(*again)).reason is Reason.RECORD_USED


def test_somebody_else_cannot_occupy_a_record_number(sender: Sender) -> None:
    mine = declared("a")
    squatter = drafted("b", by=key("eve"))
    statement = msgspec.structs.replace(squatter.statement, record=mine.statement.record)  # type: ignore[union-attr]
    sender.send(*sign_batch([type(squatter)(statement)], key("eve")))
    (receipt,) = receipts(sender.send(mine))
    assert receipt.index == 1
    assert [claim.party for claim in sender.ledger.record(mine.statement.record).claims] == [  # type: ignore[union-attr]
        key("eve").did,
        key().did,
    ]


def test_only_the_creator_changes_her_record(sender: Sender) -> None:
    mine = declared("a")
    sender.send(mine)
    attempt = declared("x", by=key("eve"), supersedes=mine.statement.record)  # type: ignore[union-attr]
    assert refusal(sender.send(attempt)).reason is Reason.NOT_YOURS
    receipts(sender.send(declared("x", supersedes=mine.statement.record)))  # type: ignore[union-attr]


def test_a_batch_signed_once(ledger: Ledger, sender: Sender) -> None:
    batch = sign_batch([drafted(str(number)) for number in range(300)], key())
    for receipt, signed in zip(receipts(sender.send(*batch)), batch, strict=True):
        check(receipt, entry(signed), ledger.key)
    tampered = [*batch[:2], msgspec.structs.replace(batch[2], statement=batch[3].statement)]
    assert refusal(sender.send(*tampered), 2).reason is Reason.SIGNATURE


def test_quotas_are_configuration(tmp_path: Path, clock: Clock) -> None:
    ledger = opened(tmp_path, clock, origin="r.example", limits=Limits(works_per_day=3))
    sender, other = Sender(ledger, clock), Sender(ledger, clock, key("bob"))
    answer = sender.send(*(declared(str(number)) for number in range(5)))
    assert [type(item) for item in answer.items] == [Receipt] * 3 + [Refusal] * 2
    assert (refusal(answer, 3).reason, refusal(answer, 3).retry) == (Reason.QUOTA, True)
    assert refusal(sender.send(declared("4"))).reason is Reason.QUOTA
    receipts(sender.send(declared("1")))  # what is registered already costs nothing
    receipts(other.send(declared("b", by=key("bob"))))
    clock.forward(days=1)
    receipts(sender.send(declared("4")))


def test_limits_of_size_are_configuration(tmp_path: Path, clock: Clock) -> None:
    ledger = opened(tmp_path, clock, limits=Limits(statements=2, entry_bytes=1000, enclosed_bytes=500))
    sender = Sender(ledger, clock)
    with pytest.raises(Refused, match="at most 2"):
        sender.send(*(declared(str(number)) for number in range(3)))
    answer = sender.send(declared("a", note="x" * 400), declared("b", long="x" * 600))
    assert [refusal(answer, at).reason for at in (0, 1)] == [Reason.TOO_LARGE] * 2


def test_the_log_only_grows(ledger: Ledger, sender: Sender) -> None:
    seen = [ledger.checkpoint()]
    for count in (1, 2, 5, 300, 1):
        sender.send(*(declared(f"{len(seen)}-{number}") for number in range(count)))
        seen.append(ledger.checkpoint())
    for note in seen:
        old = open_checkpoint(note, ledger.key)
        newest = open_checkpoint(seen[-1], ledger.key)
        check_growth(old, newest, [decode64(step, "step") for step in ledger.growth(old.size, newest.size).path])
    for never in ((-1, 309), (309, 310), (2, 1)):
        with pytest.raises(Refused, match="never grew"):
            ledger.growth(*never)


def test_the_tiles_are_those_of_the_entries(ledger: Ledger, sender: Sender) -> None:
    sender.send(*sign_batch([drafted(str(number)) for number in range(600)], key()))
    leaves = [leaf_hash(content) for start in (0, 256, 512) for content in ledger.entries(start, start + 256)]
    assert len(leaves) == 600
    assert open_checkpoint(ledger.checkpoint(), ledger.key).root == Proofs(Leaves(leaves), 600).root()
    assert ledger.resource("tile/0/001") == b"".join(leaves[256:512])
    assert ledger.resource("tile/0/002.p/88") == b"".join(leaves[512:])
    assert ledger.resource("tile/0/002.p/7") == b"".join(leaves[512:519])
    assert ledger.resource("tile/1/000.p/2") == Leaves(leaves[:256]).root() + Leaves(leaves[256:512]).root()
    bundle = ledger.resource("tile/entries/002.p/88")
    assert bundle is not None
    assert [leaf_hash(content) for content in unbundle(bundle)] == leaves[512:]
    assert ledger.resource("checkpoint") == ledger.checkpoint().encode()


@pytest.mark.parametrize(
    "path",
    [
        "", "/checkpoint", "tile/0/000", "tile/0/000.p/256", "tile/0/000.p/9", "tile/0/000.p/0", "tile/0/0",
        "tile/64/000",
        "tile/0/x000/000.p/1x", "tile/1/000.p/1", "tile/entries/000", "tile/../setting", "tile/0/000.p/1\n",
    ],
)  # fmt: skip
def test_nothing_else_is_published(ledger: Ledger, sender: Sender, path: str) -> None:
    sender.send(*(declared(str(number)) for number in range(8)))
    assert ledger.resource("tile/0/000.p/8") is not None
    assert ledger.resource(path) is None


def test_many_threads_share_transactions_and_lose_nothing(ledger: Ledger, clock: Clock) -> None:
    got: dict[int, Receipt] = {}
    problems: list[BaseException] = []
    statements = {number: declared(str(number), by=key(str(number % 8))) for number in range(64)}

    def work(thread: int) -> None:
        sender = Sender(ledger, clock, key(str(thread)))
        try:
            for number in range(thread, 64, 8):
                (got[number],) = receipts(sender.send(statements[number]))
        except BaseException as problem:  # noqa: BLE001 - shown by the main thread
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems
    assert sorted(receipt.index for receipt in got.values()) == list(range(64))
    for number, receipt in got.items():
        check(receipt, entry(statements[number]), ledger.key)


def test_it_opens_again_as_it_was_left(tmp_path: Path, clock: Clock) -> None:
    first = opened(tmp_path, clock)
    Sender(first, clock).send(declared("a"))
    note = first.checkpoint()
    first.close()
    again = opened(tmp_path, clock)
    assert again.checkpoint() == note
    (receipt,) = receipts(Sender(again, clock, key("courier")).send(declared("b")))
    assert receipt.index == 1


def test_another_key_or_name_is_refused(tmp_path: Path, clock: Clock) -> None:
    opened(tmp_path, clock).close()
    with pytest.raises(StoreDamaged, match="another key"):
        opened(tmp_path, clock, origin="other.example")
    storage = SqliteStorage(tmp_path / "ledger.db")
    with pytest.raises(StoreDamaged, match="another key"):
        Ledger.open(storage, SeedSigner(seed("x")), clock=clock)


def test_a_log_put_back_while_in_use_is_never_signed_again(tmp_path: Path, clock: Clock) -> None:
    ledger = opened(tmp_path, clock)
    sender = Sender(ledger, clock)
    sender.send(declared("a"))
    sender.send(declared("b"))
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        database.executescript(
            "DROP TRIGGER entry_kept; DELETE FROM entry WHERE idx = 1; DELETE FROM claim WHERE idx = 1;"
            "DELETE FROM checkpoint WHERE size = 2; UPDATE tile SET hashes = substr(hashes, 1, 32);"
        )
    database.close()
    with pytest.raises(StoreDamaged, match="rolled back to 1"):
        sender.send(declared("c"))
    assert open_checkpoint(ledger.checkpoint(), ledger.key).size == 1


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TRIGGER entry_kept; DELETE FROM entry WHERE idx = 2",
        "DELETE FROM checkpoint WHERE size = 3",
        "DELETE FROM checkpoint",
        "UPDATE tile SET hashes = zeroblob(96)",
        "DELETE FROM tile",
        "INSERT INTO entry VALUES (3, x'00', '', x'00')",
        "DROP TRIGGER checkpoint_stays; UPDATE checkpoint SET note = replace(note, 'a', 'b')",
    ],
)
def test_a_damaged_log_is_not_signed_further(tmp_path: Path, clock: Clock, damage: str) -> None:
    first = opened(tmp_path, clock)
    for name in "abc":
        Sender(first, clock, key(name)).send(declared(name))
    first.close()
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        database.executescript(damage)
    database.close()
    with pytest.raises(StoreDamaged):
        opened(tmp_path, clock)


@pytest.mark.parametrize(
    "statement", ["UPDATE entry SET received = ''", "DELETE FROM entry", "UPDATE checkpoint SET note = ''"]
)
def test_the_database_itself_refuses_to_change_the_log(tmp_path: Path, clock: Clock, statement: str) -> None:
    ledger = opened(tmp_path, clock)
    Sender(ledger, clock).send(declared("a"))
    with sqlite3.connect(tmp_path / "ledger.db") as database, pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)
    database.close()


def test_a_file_that_is_no_database(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "ledger.db").write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(StoreDamaged):
        opened(tmp_path, clock)


def test_a_registry_of_a_later_version(tmp_path: Path, clock: Clock) -> None:
    opened(tmp_path, clock).close()
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(StoreProblem, match="later version"):
        opened(tmp_path, clock)


def test_a_place_that_cannot_be_written(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "ledger.db").mkdir()
    with pytest.raises(StoreProblem):
        opened(tmp_path, clock)


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path: Path, clock: Clock) -> None:
    ledger = opened(tmp_path, clock)
    sender = Sender(ledger, clock)
    sender.send(declared("a"))
    writer: sqlite3.Connection = ledger.storage._writer  # type: ignore[attr-defined]
    (pages,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        sender.send(*(declared(f"x{number}", pad="y" * 500) for number in range(200)))
    writer.execute("PRAGMA max_page_count = 1000000")
    assert ledger.fsck().sound
    assert receipts(sender.send(declared("b")))[0].index == 1


def test_a_writer_that_does_not_end_is_told(tmp_path: Path, clock: Clock) -> None:
    opened(tmp_path, clock).close()
    storage = SqliteStorage(tmp_path / "ledger.db", busy_seconds=0.05)
    ledger = Ledger.open(storage, LOG, clock=clock)
    other = sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreProblem, match="does not finish"):
        Sender(ledger, clock).send(declared("a"))
    assert ledger.check(Question((Asked({"sha256": "x"}),))).items[0].matches == ()  # reading goes on
    other.rollback()
    other.close()
    assert receipts(Sender(ledger, clock, key("b")).send(declared("a")))[0].index == 0


def test_a_closed_ledger_says_so(ledger: Ledger, sender: Sender) -> None:
    ledger.close()
    with pytest.raises(StoreProblem):
        sender.send(declared("a"))


def test_the_file_is_the_users_alone(tmp_path: Path, clock: Clock) -> None:
    opened(tmp_path, clock)
    assert (tmp_path / "ledger.db").stat().st_mode & 0o077 == 0


def signed_list(count: int) -> list[SignedStatement]:
    return [declared(str(number)) for number in range(count)]


def test_export_and_import_carry_the_same_statements_into_a_new_log(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "other").mkdir()
    here, there = opened(tmp_path, clock), opened(tmp_path / "other", clock, origin="public.example")
    statements = [*signed_list(10), declared("long", chroma="x" * 2000, contact="https://a.example")]
    Sender(here, clock).send(*statements)
    Sender(there, clock).send(statements[4])
    lines = list(here.export())
    assert len(lines) == 11
    outcome = list(there.load([*lines, b"\n", b"{broken\n", b"x" * (3 << 20)]))
    for receipt, signed in zip(outcome, statements, strict=False):
        assert isinstance(receipt, Receipt)
        check(receipt, entry(signed), there.key) if receipt.index else None
    assert [item.index for item in outcome[:11] if isinstance(item, Receipt)] == [1, 2, 3, 4, 0, 5, 6, 7, 8, 9, 10]
    assert [item.reason for item in outcome[11:] if isinstance(item, Refusal)] == [Reason.MALFORMED, Reason.TOO_LARGE]
    assert sorted(there.export()) == sorted(lines)
    assert there.fsck().sound
