"""A home that the first edition wrote: everything in it is read, checked and carried on."""

from __future__ import annotations

import tarfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artistguard.claims import statement
from artistguard.jobs.registries import Registries
from artistguard.jobs.studio import EMBEDDED, Studio
from artistguard.ledger.ledger import Ledger
from artistguard.messages import State
from artistguard.store import open_store
from artistguard.store.catalogue import State as Standing
from artistguard.terms import Choice
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import Receipt, check
from tests.suites.registry_makers import declared, key

if TYPE_CHECKING:
    from collections.abc import Iterator

import msgspec

from artistguard.claims.envelope import seal

HOME = Path(__file__).resolve().parents[1] / "samples" / "homes" / "first-edition.tar.xz"


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    with tarfile.open(HOME) as packed:
        # Python 3.11.2 knows no filters yet, and later ones want to be told.
        packed.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    monkeypatch.setenv("ARTISTGUARD_HOME", str(tmp_path / "artistguard"))
    with open_store() as store:
        registries = Registries(store.home, store.disk)
        yield Studio(store, registries.connect)
        registry = registries.connect(EMBEDDED)
        assert isinstance(registry, Ledger)
        registry.close()


def ledger_of(studio: Studio) -> Ledger:
    found = studio.connect(EMBEDDED)
    assert isinstance(found, Ledger)
    return found


def test_works_and_choices_are_as_they_were(studio: Studio) -> None:
    works = {work.title: work for work in studio.store.catalogue.works()}
    lamp = studio.store.catalogue.versions(works["lamp"].id, all_states=True)
    assert [(each.choice, each.state) for each in lamp] == [
        (Choice.SEARCH_ONLY, Standing.SUPERSEDED),
        (Choice.NOTHING, Standing.PROTECTED),
    ]
    assert all(each.inscription.declaration.right is None for each in lamp)


def test_every_statement_and_receipt_holds(studio: Studio) -> None:
    (pin,) = studio.store.pins.all()
    held = 0
    for kept in studio.store.catalogue.all_statements():
        signed = statement.parse(kept.signed)
        statement.verify(signed)
        for receipt in studio.store.receipts.of(kept.record):
            check(msgspec.json.decode(receipt.content, type=Receipt), statement.entry(signed), NoteKey.parse(pin.key))
            held += 1
    assert held == 6


def test_its_registry_is_sound_and_goes_on(studio: Studio) -> None:
    ledger = ledger_of(studio)
    assert ledger.fsck().sound
    before = len(ledger.entries(0, 99))
    new = declared("new")
    now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    answer = ledger.submit(seal([new], key(), origin=ledger.key.name, time=now, nonce=bytes(16)))
    assert isinstance(answer.items[0], Receipt)
    assert answer.items[0].index == before
    assert ledger.fsck().sound


def test_the_history_of_its_keys_is_told(studio: Studio) -> None:
    profiles = studio.store.identities.profiles(replaced=True)
    found = ledger_of(studio).party(profiles[-1].did)
    assert [each.signed.statement.act for each in found.history] == ["introduce", "rotate"]
    assert [each.until != "" for each in found.keys] == [True, False]
    assert found.recovery


def test_what_was_taken_back_still_is(studio: Studio) -> None:
    (gone,) = (work for work in studio.store.catalogue.works() if work.title != "lamp")
    answer = ledger_of(studio).work(gone.id)
    assert answer.state is State.WITHDRAWN
    assert answer.choice is None
