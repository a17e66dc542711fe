"""Several registries at once: each gets every statement, one that is down holds up no other, and all is told apart."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.errors import Unreachable, UsageProblem
from artistguard.jobs.change import change
from artistguard.jobs.deliver import deliver
from artistguard.jobs.overview import overview
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.tables import sheet
from artistguard.jobs.withdraw import withdraw
from artistguard.messages import Reason, Refusal
from artistguard.store.catalogue import Registered
from artistguard.terms import Choice, Declaration
from tests.suites.lying_registry import LyingRegistry
from tests.suites.registry_makers import opened
from tests.suites.workshop import BOOK, PHOTO, SONG, Workshop, ignore

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.messages import Descriptor, SubmissionAnswer

NORTH, SOUTH = "https://north.example", "https://south.example"
BOTH = (NORTH, SOUTH)


class Down(LyingRegistry):
    """A registry that does not answer until somebody mends it."""

    up = False

    def describe(self) -> Descriptor:
        if not self.up:
            raise Unreachable("south.example does not answer")
        return super().describe()


@pytest.fixture
def south(tmp_path: Path, shop: Workshop) -> Down:
    """Two registries elsewhere, of which this one is down."""
    for name, address, kind in (("north", NORTH, LyingRegistry), ("south", SOUTH, Down)):
        (tmp_path / name).mkdir()
        shop.addresses[address] = kind(opened(tmp_path / name, shop.clock, origin=f"{name}.example/log"))
    made = shop.addresses[SOUTH]
    assert isinstance(made, Down)
    return made


def states(shop: Workshop) -> dict[str, str]:
    (entry,) = overview(shop.studio)
    return {each.address: each.state for each in entry.whereabouts}


def test_one_that_is_down_holds_up_no_other(shop: Workshop, south: Down) -> None:
    outcome = shop.one(shop.put(PHOTO), address=BOTH)
    assert (outcome.registered, outcome.registry) == (Registered.QUEUED, "north.example/log")
    assert [each.code for each in outcome.warnings].count("registry-unreachable") == 1
    assert states(shop) == {NORTH: "receipt", SOUTH: "queued"}
    south.up = True
    assert deliver(shop.studio, SOUTH).waiting is None
    assert states(shop) == {NORTH: "receipt", SOUTH: "receipt"}
    (version,) = shop.studio.store.catalogue.versions()
    assert version.registered is Registered.RECEIPT
    assert {each.origin for each in shop.studio.store.receipts.of(version.record)} == {
        "north.example/log", "south.example/log",
    }  # fmt: skip


def test_the_same_command_goes_on_with_the_one_that_was_down(shop: Workshop, south: Down) -> None:
    photo = shop.put(PHOTO)
    before = shop.one(photo, address=BOTH)
    content = photo.read_bytes()
    south.up = True
    after = shop.one(photo, address=BOTH)
    assert (after.registered, after.work, photo.read_bytes()) == (Registered.RECEIPT, before.work, content)


def test_a_registry_that_comes_later_gets_what_others_have(shop: Workshop, south: Down) -> None:
    photo = shop.put(PHOTO)
    assert shop.one(photo, address=NORTH).registered is Registered.RECEIPT
    assert shop.one(photo, address=(NORTH, EMBEDDED)).registered is Registered.RECEIPT
    assert states(shop) == {NORTH: "receipt", EMBEDDED: "receipt"}
    assert shop.one(photo, address=BOTH).registered is Registered.QUEUED


def test_a_refusal_is_no_receipt(shop: Workshop, south: Down) -> None:
    south.up = True

    def refuse(answer: SubmissionAnswer) -> SubmissionAnswer:
        return msgspec.structs.replace(answer, items=tuple(Refusal(Reason.NOT_YOURS, "too many") for _ in answer.items))

    south.submitting = refuse
    outcome = shop.one(shop.put(PHOTO), address=BOTH)
    assert outcome.registered is not Registered.RECEIPT
    assert states(shop) == {NORTH: "receipt", SOUTH: "refused"}


def test_the_record_is_looked_up_at_the_first_that_others_can_ask(shop: Workshop, south: Down) -> None:
    shop.one(shop.put(PHOTO), address=(EMBEDDED, SOUTH, NORTH))
    (version,) = shop.studio.store.catalogue.versions()
    assert version.inscription.address == f"{SOUTH}/v1/records/{version.record}"


def test_each_that_knows_a_work_is_told_of_change_and_withdrawal(shop: Workshop, south: Down) -> None:
    south.up = True
    photo = shop.put(PHOTO)
    work = shop.one(photo, address=BOTH).work
    (changed,) = change(shop.studio, [str(photo)], Choice.NOTHING, BOTH, ignore)
    assert changed.registered is Registered.RECEIPT
    (taken,) = withdraw(shop.studio, [work])
    assert sorted(each.origin for each in taken.deliveries) == ["north.example/log", "south.example/log"]
    assert all(each.waiting is None for each in taken.deliveries)


def test_the_table_tells_registries_right_numbers_and_offer(shop: Workshop, south: Down) -> None:
    said = Declaration(
        Choice.ASK, licence="https://zoe.example/ask", numbers=(("isrc", "USRC17607839"), ("orcid", "0000000218250097"))
    )
    request = Request((str(shop.put(SONG)),), said, registries=BOTH, one_work=True)
    (outcome,) = protect(shop.studio, request, ignore)
    assert "ask-without-page" not in {each.code for each in outcome.warnings}
    entries = overview(shop.studio)
    (row,) = csv.DictReader(io.StringIO(sheet(entries)))
    assert row["identifiers"] == "isrc:USRC17607839 orcid:0000000218250097"
    assert (row["right"], row["licence"], row["offer"]) == ("recording", *["https://zoe.example/ask"] * 2)
    assert row["deliveries"] == f"{NORTH}=receipt {SOUTH}=queued"
    told = entries[0].as_json()
    assert told["identifiers"][0] == {"kind": "isrc", "value": "USRC17607839"}
    assert [(each["registry"], each["state"], each["witnesses"]) for each in told["deliveries"]] == [
        (NORTH, "receipt", 0), (SOUTH, "queued", 0),
    ]  # fmt: skip
    assert "does not answer" in told["deliveries"][1]["reason"]


def test_numbers_survive_a_later_run_and_another_choice(shop: Workshop) -> None:
    said = Declaration(Choice.ASK, numbers=(("isbn", "9783161484100"),))
    book = shop.put(BOOK)
    (first,) = protect(shop.studio, Request((str(book),), said), ignore)
    assert "ask-without-page" in {each.code for each in first.warnings}
    (again,) = protect(shop.studio, Request((str(book),), said), ignore)
    assert again.status == "unchanged"
    list(change(shop.studio, [str(book)], Choice.NOTHING, (EMBEDDED,), ignore))
    assert [entry.numbers for entry in overview(shop.studio)] == [(("isbn", "9783161484100"),)]


def test_numbers_of_one_work_are_not_given_to_several(shop: Workshop) -> None:
    paths = [shop.put(PHOTO), shop.put(SONG)]
    before = [path.read_bytes() for path in paths]
    said = Declaration(numbers=(("isrc", "USRC17607839"),))
    with pytest.raises(UsageProblem, match="2 works"):
        list(protect(shop.studio, Request(tuple(map(str, paths)), said, one_work=True), ignore))
    assert [path.read_bytes() for path in paths] == before
