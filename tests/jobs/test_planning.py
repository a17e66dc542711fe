"""What will be done with each file: nothing, anew, or as a version of a work that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.jobs.outcome import Status
from artistguard.jobs.placing import Grouping
from artistguard.store.catalogue import State
from artistguard.terms import Choice
from tests.suites.workshop import BOOK, FOX, LAYERS, LIGHTHOUSE, LIGHTHOUSE_SMALL, PHOTO, PICTURE, SONG

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.workshop import Workshop


def test_the_same_again_is_unchanged(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    first = shop.one(photo)
    again = shop.one(photo)
    assert (again.status, again.work) == (Status.UNCHANGED, first.work)
    assert len(shop.studio.store.catalogue.history(photo)) == 1


@pytest.mark.parametrize("sample", [PHOTO, LAYERS], ids=["inside", "beside"])
def test_another_choice_is_a_change_of_the_same_work(shop: Workshop, sample: Path) -> None:
    photo = shop.put(sample)
    first = shop.one(photo)
    second = shop.one(photo, Choice.ALLOW)
    assert (second.status, second.choice, second.work) == (Status.PROTECTED, Choice.ALLOW, first.work)
    statements = shop.studio.store.catalogue.statements(first.work)
    assert [each.kind for each in statements] == ["declare", "change"]
    claims = shop.ledger.work(first.work).history
    assert [claim.signed.statement.choice for claim in claims] == [Choice.SEARCH_ONLY, Choice.ALLOW]  # type: ignore[union-attr]
    assert shop.ledger.work(first.work).choice is Choice.ALLOW


def test_another_name_is_a_change_too(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    first = shop.one(photo)
    second = shop.one(photo, name="Ada")
    assert (second.status, second.work) == (Status.PROTECTED, first.work)


def test_an_edited_file_is_stated_anew_as_the_same_work(shop: Workshop) -> None:
    book = shop.put(BOOK)
    first = shop.one(book)
    edited = book.read_bytes() + b"\nOne more paragraph.\n"
    book.write_bytes(edited)
    second = shop.one(book)
    assert (second.status, second.work) == (Status.PROTECTED, first.work)
    assert book.read_bytes().endswith(b"One more paragraph.\n")
    states = [version.state for version in shop.studio.store.catalogue.history(book)]
    assert sorted(states) == sorted([State.PROTECTED, State.SUPERSEDED])


def test_a_lost_sidecar_is_written_again(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    first = shop.one(layers)
    layers.with_name(layers.name + ".xmp").unlink()
    second = shop.one(layers)
    assert (second.status, second.work) == (Status.PROTECTED, first.work)
    assert layers.with_name(layers.name + ".xmp").exists()


def test_a_sidecar_edited_elsewhere_still_counts(shop: Workshop) -> None:
    layers = shop.put(LAYERS)
    shop.one(layers)
    beside = layers.with_name(layers.name + ".xmp")
    beside.write_bytes(beside.read_bytes().replace(b"</rdf:RDF>", b"<!-- mine --></rdf:RDF>"))
    assert shop.one(layers).status is Status.UNCHANGED
    assert b"<!-- mine -->" in beside.read_bytes()


def test_a_file_put_back_by_hand_is_stated_again(shop: Workshop) -> None:
    photo = shop.put(PHOTO)
    first = shop.one(photo)
    shop.put(PHOTO, photo.name)
    second = shop.one(photo)
    assert (second.status, second.work) == (Status.PROTECTED, first.work)


def test_a_foreign_file_where_a_copy_should_go_stops_that_file_only(shop: Workshop, tmp_path: Path) -> None:
    photo, song = shop.put(PHOTO), shop.put(SONG)
    (tmp_path / "out").mkdir()
    theirs = tmp_path / "out" / photo.name
    theirs.write_bytes(b"somebody's")
    failed, done = shop.protect(photo, song, out=tmp_path / "out")
    assert (failed.status, failed.error and failed.error.code) == (Status.FAILED, "output-exists")
    assert done.status is Status.PROTECTED
    assert theirs.read_bytes() == b"somebody's"


def test_a_copy_that_was_edited_is_not_written_over(shop: Workshop, tmp_path: Path) -> None:
    book = shop.put(BOOK)
    shop.one(book, out=tmp_path / "out")
    copy = tmp_path / "out" / book.name
    edited = copy.read_bytes() + b"\nMine.\n"
    copy.write_bytes(edited)
    outcome = shop.one(book, Choice.NOTHING, out=tmp_path / "out")
    assert (outcome.status, outcome.error and outcome.error.code) == (Status.FAILED, "output-exists")
    assert copy.read_bytes() == edited


def test_two_files_for_one_place_are_told(shop: Workshop, tmp_path: Path) -> None:
    one, other = shop.put(PHOTO, "a/same.jpg"), shop.put(PHOTO, "b/same.jpg")
    first, second = shop.protect(one, other, out=tmp_path / "out")
    assert (first.status, second.status) == (Status.PROTECTED, Status.FAILED)
    assert second.error is not None
    assert "a/same.jpg" in second.error.message


def test_files_that_are_alike_become_one_work(shop: Workshop) -> None:
    large, small, other = shop.put(LIGHTHOUSE), shop.put(LIGHTHOUSE_SMALL), shop.put(FOX)
    by_path = {outcome.path: outcome for outcome in shop.protect(large, small, other)}
    assert by_path[str(large)].work == by_path[str(small)].work != by_path[str(other)].work
    assert by_path[str(large)].grouped == by_path[str(small)].grouped != ""
    assert by_path[str(other)].grouped == ""


def test_each_its_own(shop: Workshop) -> None:
    outcomes = shop.protect(shop.put(LIGHTHOUSE), shop.put(LIGHTHOUSE_SMALL), grouping=Grouping.EACH_ITS_OWN)
    assert len({outcome.work for outcome in outcomes}) == 2
    assert {outcome.grouped for outcome in outcomes} == {""}


def test_all_one(shop: Workshop) -> None:
    outcomes = shop.protect(shop.put(PHOTO), shop.put(SONG), shop.put(BOOK), grouping=Grouping.ALL_ONE)
    assert len({outcome.work for outcome in outcomes}) == 1
    assert {outcome.grouped for outcome in outcomes} == {"you said so"}
    assert shop.protect(shop.folder / "missing", grouping=Grouping.ALL_ONE)[0].status is Status.FAILED


def test_a_work_known_from_an_earlier_run_takes_its_new_version_in(shop: Workshop) -> None:
    (first,) = shop.protect(shop.put(LIGHTHOUSE))
    by_path = {
        outcome.path: outcome for outcome in shop.protect(shop.folder / LIGHTHOUSE.name, shop.put(LIGHTHOUSE_SMALL))
    }
    small = by_path[str(shop.folder / LIGHTHOUSE_SMALL.name)]
    assert (small.status, small.work, small.title) == (Status.PROTECTED, first.work, first.title)
    assert by_path[str(shop.folder / LIGHTHOUSE.name)].status is Status.UNCHANGED


@pytest.mark.parametrize("how", [Grouping.BY_LIKENESS, Grouping.EACH_ITS_OWN])
def test_a_copy_of_a_protected_file_joins_its_work(shop: Workshop, how: Grouping) -> None:
    (first,) = shop.protect(shop.put(FOX))
    copy = shop.folder / "copies" / "other name.png"
    copy.parent.mkdir()
    copy.write_bytes((shop.folder / FOX.name).read_bytes())
    outcome = shop.one(copy, grouping=how)
    assert (outcome.status, outcome.work) == (Status.PROTECTED, first.work)


def test_the_original_of_a_protected_file_joins_its_work(shop: Workshop) -> None:
    (first,) = shop.protect(shop.put(FOX))
    assert shop.one(shop.put(FOX, "originals/again.png")).work == first.work


def test_an_original_copied_twice_is_one_work(shop: Workshop, tmp_path: Path) -> None:
    fox = shop.put(FOX)
    first = shop.one(fox, out=tmp_path / "one")
    second = shop.one(fox, out=tmp_path / "two")
    assert first.work == second.work
    assert fox.read_bytes() == FOX.read_bytes()


def test_a_file_of_somebody_elses_work_gets_a_work_of_ones_own(shop: Workshop, tmp_path: Path) -> None:
    from tests.suites.workshop import workshop

    (tmp_path / "other").mkdir()
    with workshop(tmp_path / "other") as other:
        theirs = other.one(other.put(FOX))
        stated = shop.put(other.folder / FOX.name)
    ours = shop.one(stated)
    assert ours.work != theirs.work
    assert (ours.status, ours.choice) == (Status.PROTECTED, Choice.SEARCH_ONLY)


def test_little_ones_without_content_do_not_become_one_work(shop: Workshop) -> None:
    for name in ("a.txt", "b.txt"):
        (shop.folder / name).write_text("To do")
    one, other = shop.protect(shop.folder)
    assert one.work != other.work


def test_titles_come_from_the_file_or_from_its_name(shop: Workshop) -> None:
    outcome = shop.one(shop.put(PHOTO, "Harbour at night.jpg"))
    assert outcome.title == "Harbour at night"
    assert shop.one(shop.put(LIGHTHOUSE)).title
    assert shop.one(shop.put(PICTURE, "x.png"), Choice.ASK).title
