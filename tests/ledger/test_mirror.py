"""A verified copy of another registry's log: complete, resumed, and never a fork."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.claims.signing import sign_batch
from artistguard.errors import Distrusted, StoreDamaged, Unreachable
from artistguard.ledger.fsck import fsck
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.mirror import Mirror
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.messages import Card
from tests.suites.lying import lying
from tests.suites.lying_registry import LyingRegistry
from tests.suites.program import Program, contents
from tests.suites.registry_makers import LOG, Clock, Sender, declared, drafted, key, opened, withdrawn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ORIGIN = "registry.example/log"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path / "true", Clock(), origin=ORIGIN)
    yield made
    made.close()


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqliteStorage]:
    made = SqliteStorage(tmp_path / "copy.db")
    yield made
    made.close()


def mirror(storage: SqliteStorage, ledger: Ledger, source: object = None) -> Mirror:
    return Mirror(storage, ledger.key, source or ledger, Clock())  # type: ignore[arg-type]


def filled(ledger: Ledger, count: int, name: str = "") -> None:
    sender = Sender(ledger, Clock(), key(f"courier {name}"))
    sender.send(*sign_batch([drafted(f"{name}{number}") for number in range(count)], key()))


def rows(storage: object) -> object:
    with storage.reading() as state:  # type: ignore[attr-defined]
        size = state.size()
        return (
            size,
            state.entries(0, size),
            [(each.index, each.record, each.choice, each.party) for each in state.claims(range(size))],
            state.by_digest("sha256", []),
        )


def test_a_copy_is_the_same_log(ledger: Ledger, storage: SqliteStorage, tmp_path: Path) -> None:
    filled(ledger, 300)
    first = declared("a", contact="https://ada.example")
    Sender(ledger, Clock()).send(first, withdrawn(first))
    followed = mirror(storage, ledger).follow()
    assert (followed.size, followed.idle) == (302, {})
    assert rows(storage) == rows(ledger.storage)
    assert fsck(storage, ledger.key).findings == ()
    for name, kept in (("one", ledger.storage), ("two", storage)):
        Publisher(kept, ledger.key, tmp_path / name).publish()
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_it_goes_on_where_it_stopped(ledger: Ledger, storage: SqliteStorage) -> None:
    for number, count in enumerate((0, 5, 251, 0, 600)):
        if count:
            filled(ledger, count, f"{number} ")
        assert mirror(storage, ledger).follow().size == rows(ledger.storage)[0]  # type: ignore[index]
    assert rows(storage) == rows(ledger.storage)


def test_an_interruption_leaves_the_last_signed_state(ledger: Ledger, storage: SqliteStorage) -> None:
    filled(ledger, 10)
    mirror(storage, ledger).follow()
    filled(ledger, 600, "more ")

    class Failing(LyingRegistry):
        def entries(self, start: int, end: int) -> tuple[bytes, ...]:
            if start > 300:
                raise Unreachable("the line went dead")
            return super().entries(start, end)

    with pytest.raises(Unreachable, match="the line went dead"):
        mirror(storage, ledger, Failing(ledger)).follow()
    assert rows(storage)[0] == 10  # type: ignore[index]
    assert mirror(storage, ledger).follow().size == 610


def test_a_fork_stops_it(ledger: Ledger, storage: SqliteStorage, tmp_path: Path) -> None:
    filled(ledger, 20)
    mirror(storage, ledger).follow()
    before = rows(storage)
    for name, count, words in (("back", 10, "went back"), ("same", 20, "two histories"), ("fork", 30, "not those")):
        other = opened(tmp_path / name, Clock(), origin=ORIGIN)
        filled(other, count, name)
        with pytest.raises(Distrusted, match=words):
            mirror(storage, other).follow()
        other.close()
        assert rows(storage) == before


@pytest.mark.parametrize("lie", ["drop", "swap", "change", "nothing"])
def test_entries_that_were_not_signed(ledger: Ledger, storage: SqliteStorage, lie: str) -> None:
    filled(ledger, 20)

    class Lying(LyingRegistry):
        def entries(self, start: int, end: int) -> tuple[bytes, ...]:
            true = super().entries(start, end)
            return {
                "drop": true[:-1] if end == 20 else true,
                "swap": (true[1], true[0], *true[2:]),
                "change": (true[0].replace(b"search-only", b"no-ai-train"), *true[1:]),
                "nothing": (),
            }[lie]

    source = Lying(ledger)
    if lie == "drop":
        source.entries = lambda start, end: ledger.entries(start, end)[: max(0, 19 - start)]  # type: ignore[method-assign]
    with pytest.raises(Distrusted):
        mirror(storage, ledger, source).follow()
    assert rows(storage)[0] == 0  # type: ignore[index]


def test_a_copy_stays_a_copy(ledger: Ledger, storage: SqliteStorage, tmp_path: Path) -> None:
    filled(ledger, 3)
    mirror(storage, ledger).follow()
    with pytest.raises(StoreDamaged, match="not a copy"):
        Mirror(storage, type(ledger.key)("other.example", LOG.public), ledger, Clock())
    with pytest.raises(StoreDamaged, match="another key"):
        Ledger.open(storage, key_of_another(), clock=Clock(), origin=ORIGIN)
    with pytest.raises(StoreDamaged, match="not a copy"):
        Mirror(ledger.storage, ledger.key, ledger, Clock())


def key_of_another() -> object:
    return type(LOG)(b"thirty-two bytes of another key.")


@pytest.mark.network
def test_by_the_program_with_evidence_of_a_fork(tmp_path: Path, ledger: Ledger) -> None:
    filled(ledger, 2)
    fork = opened(tmp_path / "fork", Clock(), origin=ORIGIN)
    filled(fork, 5, "fork")
    program = Program(tmp_path / "home", tmp_path)
    store = f"sqlite:///{tmp_path}/copy.db"
    with lying(ledger) as server:
        card = tmp_path / "card.json"
        card.write_bytes(msgspec.json.encode(Card(server.address, ORIGIN, str(ledger.key))))
        assert "2 entries, checked" in program("registry", "mirror", card, "--store", store).out
        before = contents(tmp_path / "copy.published")
        assert "tile/0/000.p/2" in before
        server.ledger = fork
        stopped = program("registry", "mirror", card, "--store", store, status=None)
        assert stopped.status != 0
        assert "not those it signed" in stopped.err
        said = msgspec.json.decode((tmp_path / "copy.evidence.json").read_bytes())
        assert (said["kept"], said["shown"]) == (ledger.checkpoint(), [fork.checkpoint()])
        assert contents(tmp_path / "copy.published") == before
        assert program("registry", "mirror", card, status=None).status != 0  # never into the registry of the home
        assert "2 entries" in program("registry", "fsck", "--store", store).out
    fork.close()


def test_a_card_is_handed_out_by_the_program(tmp_path: Path, ledger: Ledger) -> None:
    program = Program(tmp_path / "home", tmp_path)
    store = ("--store", f"sqlite:///{tmp_path}/true/ledger.db", "--address", "https://registry.example")
    said = program("registry", "descriptor", *store)
    card = msgspec.json.decode(said.out, type=Card)
    assert (card.origin, card.key, card.quorum) == (ORIGIN, str(ledger.key), 0)
    program("registry", "descriptor", *store, "-o", "card.json", "--qr", "card.svg")
    assert msgspec.json.decode((tmp_path / "card.json").read_bytes(), type=Card) == card
    assert b"<svg" in (tmp_path / "card.svg").read_bytes()
    assert program("registry", "descriptor", *store, "--quorum", "1", status=None).status != 0
    assert program("registry", "descriptor", *store, "--witness", "x", status=None).status != 0
