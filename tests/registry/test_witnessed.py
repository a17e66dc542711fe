"""Receipts that somebody independent stands up for: two real servers, a card, and what the creator is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.errors import Distrusted, UsageProblem
from artistguard.jobs.deliver import deliver
from artistguard.jobs.trust import check_card, read_card, trust, voices, worth
from artistguard.ledger.cosigning import Asked, Cosigning
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.witness import Witness
from artistguard.messages import Card
from artistguard.network.door import Door, Policy
from artistguard.store import open_store
from artistguard.transparency.checkpoint import open_checkpoint
from artistguard.transparency.cosignature import WitnessKey, witnesses
from artistguard.transparency.signature import SeedSigner
from tests.registry.test_lying import Victim
from tests.suites.lying import Liar, Reply, lying
from tests.suites.registry_makers import Clock, Sender, declared, key, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger

pytestmark = pytest.mark.network

ORIGIN = "log.example/log"
ALICE = SeedSigner(b"alice, who stands up for others.")
BOB = SeedSigner(b"bob, who stands up for others ..")


class Voice(Liar):
    """A witness behind a real socket, honest until told otherwise."""

    def __init__(self, ledger: Ledger, witness: Witness) -> None:
        super().__init__(ledger)
        self.witness = witness

    def reply(self, path: str, body: bytes) -> Reply:
        verdict = self.witness.add_checkpoint(body.decode())
        return Reply(verdict.body.encode(), verdict.status)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path / "log", Clock(), origin=ORIGIN)
    yield made
    made.close()


@pytest.fixture
def alice(tmp_path: Path, ledger: Ledger) -> Iterator[Voice]:
    home = opened(tmp_path / "alice", Clock(), origin="alice.example")
    witness = Witness(home.storage, "alice.example/witness", ALICE, [ledger.key], Clock())
    with lying(home, lambda asked: Voice(asked, witness)) as voice:
        yield voice  # type: ignore[misc]
    home.close()


def cosigning(ledger: Ledger, voice: Voice) -> Cosigning:
    return Cosigning(ledger.storage, [Asked(voice.witness.key, Door(voice.address, Policy(total_seconds=5)))])


def test_the_newest_state_is_cosigned_and_published(ledger: Ledger, alice: Voice, tmp_path: Path) -> None:
    asking = cosigning(ledger, alice)
    sender = Sender(ledger, Clock())
    for number in range(3):
        sender.send(declared(str(number)))
        assert asking.gather() == {}
        assert list(witnesses(ledger.checkpoint(), [alice.witness.key])) == [alice.witness.key.name]
    Publisher(ledger.storage, ledger.key, tmp_path / "published").publish()
    published = (tmp_path / "published/checkpoint").read_text("utf-8")
    assert published == ledger.checkpoint()
    before = len(alice.asked)
    assert asking.gather() == {}
    assert len(alice.asked) == before  # who stood up already is not asked again


def test_a_witness_that_was_asked_by_another_process_tells_its_size(ledger: Ledger, alice: Voice) -> None:
    Sender(ledger, Clock()).send(declared("a"), declared("b"))
    assert cosigning(ledger, alice).gather() == {}
    Sender(ledger, Clock(), key("bob")).send(declared("c", by=key("bob")))
    assert cosigning(ledger, alice).gather() == {}  # knows nothing of the first: asks from zero, and is told
    assert len(witnesses(ledger.checkpoint(), [alice.witness.key])) == 1


LIES = {
    "somebody else's": lambda voice, reply: Reply(
        reply.body.replace(b"alice", b"carol"),
    ),
    "of another state": lambda voice, reply: Reply(voice.old),
    "nothing": lambda voice, reply: Reply(b""),
    "no text": lambda voice, reply: Reply(b"\xff\xfe\n"),
    "a page": lambda voice, reply: Reply(b"<html>"),
    "refused": lambda voice, reply: Reply(b"no", 403),
    "a larger size": lambda voice, reply: Reply(b"99\n", 409),
    "no size": lambda voice, reply: Reply(b"many\n", 409),
    "the same size for ever": lambda voice, reply: Reply(b"0\n", 409),
    "without end": lambda voice, reply: Reply(b"x" * 100_000),
    "slow": lambda voice, reply: Reply(reply.body, pause=1.0),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_witness_that_lies_is_not_believed(ledger: Ledger, alice: Voice, lie: str) -> None:
    Sender(ledger, Clock()).send(declared("a"))
    honest = cosigning(ledger, alice)
    alice.lie = lambda _, reply: setattr(alice, "old", reply.body) or reply  # type: ignore[func-returns-value]
    honest.gather()
    note = ledger.checkpoint()
    Sender(ledger, Clock(), key("bob")).send(declared("b", by=key("bob")))
    alice.lie = lambda _, reply: LIES[lie](alice, reply)
    problems = Cosigning(
        ledger.storage,
        [Asked(alice.witness.key, Door(alice.address, Policy(quiet_seconds=0.3, total_seconds=0.6, slowest=1 << 20)))],
    ).gather()
    assert list(problems) == [alice.witness.key.name]
    assert witnesses(ledger.checkpoint(), [alice.witness.key]) == {}
    assert open_checkpoint(note, ledger.key).size == 1


def card_of(ledger: Ledger, address: str, *voice: WitnessKey, quorum: int = 0) -> Card:
    return Card(address, ledger.key.name, str(ledger.key), tuple(map(str, voice)), quorum)


def test_a_receipt_is_unwitnessed_until_somebody_stands_up_for_it(ledger: Ledger, alice: Voice) -> None:
    with open_store() as store, lying(ledger) as server:
        victim = Victim(store, Clock())
        pin = trust(victim.studio, card_of(ledger, server.address, alice.witness.key, quorum=1))
        signed = declared("a")
        victim.write(signed, to=(server.address,))
        assert deliver(victim.studio, server.address).confirmed
        (receipt,) = victim.receipts(signed)
        assert worth(receipt, pin) == "unwitnessed"
        cosigning(ledger, alice).gather()
        deliver(victim.studio, server.address)  # nothing waits: receipts are looked at anew
        (receipt,) = victim.receipts(signed)
        pin = store.pins.at(server.address)
        assert worth(receipt, pin) == "witnessed by 1"
        assert voices(receipt, pin) == ("alice.example/witness",)
        assert worth(receipt, None) == "unwitnessed"  # nobody's voice counts who is not on a card


def test_a_quorum_that_is_not_reached_is_told(ledger: Ledger, alice: Voice) -> None:
    bob = WitnessKey("bob.example/witness", BOB.public)
    with open_store() as store, lying(ledger) as server:
        victim = Victim(store, Clock())
        trust(victim.studio, card_of(ledger, server.address, alice.witness.key, bob, quorum=2))
        signed = declared("a")
        victim.write(signed, to=(server.address,))
        deliver(victim.studio, server.address)
        cosigning(ledger, alice).gather()
        deliver(victim.studio, server.address)
        (receipt,) = victim.receipts(signed)
        assert worth(receipt, store.pins.at(server.address)) == "witnessed by 1, 2 are wanted"


def test_a_witnessed_state_of_another_history_is_evidence(tmp_path: Path, ledger: Ledger, alice: Voice) -> None:
    """The registry shows this creator one log, and the witness another."""
    other = opened(tmp_path / "other", Clock(), origin=ORIGIN)
    Sender(other, Clock(), key("eve")).send(declared("e", by=key("eve")))
    with open_store() as store, lying(ledger) as server:
        victim = Victim(store, Clock())
        trust(victim.studio, card_of(ledger, server.address, alice.witness.key, quorum=1))
        signed = declared("a")
        victim.write(signed, to=(server.address,))
        deliver(victim.studio, server.address)
        (before,) = victim.receipts(signed)
        Sender(other, Clock()).send(signed)
        cosigning(other, alice).gather()
        server.ledger = other
        deliver(victim.studio, server.address)
        assert victim.receipts(signed) == [before]
        (exhibit,) = store.home.evidence.iterdir()
        said = msgspec.json.decode(exhibit.read_bytes())
        assert (said["origin"], said["key"]) == (ORIGIN, str(ledger.key))
        assert any("kept in" in words for words in victim.told)
    other.close()


def test_a_card_travels_as_a_file(ledger: Ledger, tmp_path: Path) -> None:
    card = card_of(ledger, "https://log.example", WitnessKey("alice.example/witness", ALICE.public), quorum=1)
    path = tmp_path / "card.json"
    path.write_bytes(msgspec.json.encode(card) + b"\n")
    assert read_card(path) == card
    with open_store() as store:
        victim = Victim(store, Clock())
        trust(victim.studio, card)
        trust(victim.studio, card)
        (pin,) = store.pins.all()
        assert (pin.origin, pin.address, pin.key) == (ORIGIN, "https://log.example", str(ledger.key))
        forged = msgspec.structs.replace(card, key=str(type(ledger.key)(ORIGIN, BOB.public)))
        with pytest.raises(Distrusted, match="another key"):
            trust(victim.studio, forged)


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "other.example"},
        {"key": "nothing"},
        {"quorum": 3},
        {"witnesses": [str(WitnessKey("x", ALICE.public))] * 2},
        {"witnesses": [str(WitnessKey("x", SeedSigner(b"the key of a registry for tests.").public))]},
        {"witnesses": ["x"]},
        {"more": 1},
        {"type": "artistguard-registry-v1"},
    ],
)
def test_a_card_that_contradicts_itself_is_none(ledger: Ledger, tmp_path: Path, change: dict[str, object]) -> None:
    raw = msgspec.to_builtins(card_of(ledger, "https://log.example", WitnessKey("y", BOB.public), quorum=1))
    path = tmp_path / "card"
    path.write_bytes(msgspec.json.encode(raw | change))
    with pytest.raises(UsageProblem, match="not the card"):
        read_card(path)
    check_card(msgspec.convert(raw, Card))
