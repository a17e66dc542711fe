"""Withdrawing, choosing differently, putting back, and what is known of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.errors import NothingToPutBack, UnknownWork, Unreachable
from artistguard.jobs.change import change
from artistguard.jobs.outcome import Registered, Status
from artistguard.jobs.overview import overview
from artistguard.jobs.placing import Grouping
from artistguard.jobs.put_back import put_back
from artistguard.jobs.studio import EMBEDDED
from artistguard.jobs.withdraw import find, withdraw
from artistguard.messages import Answer, State
from artistguard.store.outbox import Posting
from artistguard.terms import Choice
from tests.suites.workshop import BOOK, FOX, LAYERS, LIGHTHOUSE, LIGHTHOUSE_SMALL, PHOTO, SONG, ignore

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.jobs.outcome import Outcome
    from artistguard.messages import Registry
    from tests.suites.workshop import Workshop


def both(shop: Workshop) -> tuple[Path, Path, str]:
    """Two versions of one work."""
    large, small = shop.put(LIGHTHOUSE), shop.put(LIGHTHOUSE_SMALL)
    (one, other) = shop.protect(large, small)
    assert one.work == other.work
    return large, small, one.work


def test_withdrawing_takes_every_version_back(shop: Workshop) -> None:
    large, small, work = both(shop)
    before = large.read_bytes()
    (withdrawal,) = withdraw(shop.studio, [work])
    assert len(withdrawal.records) == 2
    assert [delivery.waiting for delivery in withdrawal.deliveries] == [None]
    answer = shop.ledger.work(work)
    assert (answer.state, answer.answer) == (State.WITHDRAWN, Answer.UNKNOWN)
    assert [claim.signed.statement.act for claim in answer.history] == ["declare"] * 2 + ["withdraw"] * 2
    assert large.read_bytes() == before
    assert small.exists()


def test_one_work_named_several_ways_is_withdrawn_once(shop: Workshop) -> None:
    large, small, work = both(shop)
    title = find(shop.studio, work).title
    (withdrawal,) = withdraw(shop.studio, [str(large), str(small), work, title])
    assert len(withdrawal.records) == 2
    assert len(shop.ledger.work(work).history) == 4


def test_nothing_is_left_to_withdraw(shop: Workshop) -> None:
    outcome = shop.one(shop.put(FOX))
    withdraw(shop.studio, [outcome.work])
    with pytest.raises(UnknownWork):
        withdraw(shop.studio, [outcome.work])
    assert len(shop.ledger.work(outcome.work).history) == 2


def test_one_unknown_name_and_nothing_is_withdrawn(shop: Workshop) -> None:
    outcome = shop.one(shop.put(FOX))
    with pytest.raises(UnknownWork):
        withdraw(shop.studio, [outcome.work, "no such work"])
    assert shop.ledger.work(outcome.work).state is State.STATED


def test_two_works_of_one_title_are_asked_about(shop: Workshop) -> None:
    shop.protect(shop.put(PHOTO, "a/same.jpg"), shop.put(SONG, "b/same.wav"), grouping=Grouping.EACH_ITS_OWN)
    with pytest.raises(UnknownWork, match="2 works"):
        find(shop.studio, "SAME")
    assert find(shop.studio, str(shop.folder / "a" / "same.jpg")).title == "same"


def test_what_was_never_sent_is_withdrawn_without_a_word(shop: Workshop) -> None:
    def nobody(_: str) -> Registry:
        raise Unreachable("nobody answers")

    shop.studio.connect = nobody
    outcome = shop.one(shop.put(FOX))
    (withdrawal,) = withdraw(shop.studio, [outcome.work])
    assert withdrawal.deliveries == ()
    assert shop.studio.store.outbox.count(Posting.WAITING) == 0


def test_only_the_last_word_is_withdrawn(shop: Workshop) -> None:
    fox = shop.put(FOX)
    first = shop.one(fox)
    shop.one(fox, Choice.ALLOW)
    (withdrawal,) = withdraw(shop.studio, [first.work])
    assert len(withdrawal.records) == 1
    assert shop.ledger.work(first.work).state is State.WITHDRAWN


def test_a_withdrawn_file_can_be_protected_again(shop: Workshop) -> None:
    fox = shop.put(FOX)
    outcome = shop.one(fox)
    withdraw(shop.studio, [outcome.work])
    again = shop.one(fox)
    assert (again.status, again.registered) == (Status.PROTECTED, Registered.RECEIPT)
    assert shop.ledger.work(again.work).state is State.STATED


def changed(shop: Workshop, *names: str, choice: Choice = Choice.ALLOW) -> list[Outcome]:
    return sorted(change(shop.studio, names, choice, (EMBEDDED,), ignore), key=lambda outcome: outcome.path)


def test_another_choice_for_every_version(shop: Workshop) -> None:
    large, small, work = both(shop)
    outcomes = changed(shop, work)
    assert {outcome.path for outcome in outcomes} == {str(large), str(small)}
    assert {(outcome.status, outcome.choice, outcome.work) for outcome in outcomes} == {
        (Status.PROTECTED, Choice.ALLOW, work)
    }
    assert shop.ledger.work(work).choice is Choice.ALLOW


def test_the_rest_of_the_terms_stays(shop: Workshop) -> None:
    fox, song = shop.put(FOX), shop.put(SONG)
    shop.one(fox, name="Ada")
    shop.one(song)
    assert len(changed(shop, str(fox), str(song), str(fox))) == 2
    names = {each.path.name: each.inscription.declaration.name for each in shop.studio.store.catalogue.versions()}
    assert names == {fox.name: "Ada", song.name: ""}


def test_a_change_to_an_unknown_work_changes_nothing(shop: Workshop) -> None:
    fox = shop.put(FOX)
    shop.one(fox)
    before = fox.read_bytes()
    with pytest.raises(UnknownWork):
        changed(shop, str(fox), "nothing known")
    assert fox.read_bytes() == before


def test_a_work_put_back_cannot_be_changed(shop: Workshop) -> None:
    fox = shop.put(FOX)
    outcome = shop.one(fox)
    list(put_back(shop.studio, []))
    with pytest.raises(UnknownWork):
        changed(shop, outcome.work)


def test_a_changed_copy_is_still_a_copy_of_its_original(shop: Workshop, tmp_path: Path) -> None:
    fox = shop.put(FOX)
    first = shop.one(fox, out=tmp_path / "out")
    changed(shop, first.work)
    again = shop.one(fox, Choice.NOTHING, out=tmp_path / "other")
    assert again.work == first.work
    assert fox.read_bytes() == FOX.read_bytes()


def test_the_last_run_is_put_back(shop: Workshop) -> None:
    fox, song = shop.put(FOX), shop.put(SONG)
    shop.one(song)
    shop.one(fox)
    (result,) = put_back(shop.studio, [])
    assert (result.error, result.paths) == (None, (fox,))
    assert fox.read_bytes() == FOX.read_bytes()
    assert song.read_bytes() != SONG.read_bytes()
    (result,) = put_back(shop.studio, [])
    assert song.read_bytes() == SONG.read_bytes()
    with pytest.raises(NothingToPutBack):
        list(put_back(shop.studio, []))


def test_a_folder_a_file_and_a_run(shop: Workshop) -> None:
    fox, book = shop.put(FOX, "in/fox.png"), shop.put(BOOK, "book.md")
    shop.protect(fox, book)
    (run,) = {version.run for version in shop.studio.store.catalogue.versions()}
    assert [result.paths for result in put_back(shop.studio, [str(fox.parent)])] == [(fox,)]
    assert [result.error for result in put_back(shop.studio, [run])] == [None]
    assert (fox.read_bytes(), book.read_bytes()) == (FOX.read_bytes(), BOOK.read_bytes())
    with pytest.raises(NothingToPutBack):
        list(put_back(shop.studio, [str(fox.parent)]))
    (result,) = put_back(shop.studio, [str(book)])
    assert result.error is not None


def test_a_sidecar_is_taken_away_and_an_earlier_one_comes_back(shop: Workshop) -> None:
    one, other = shop.put(LAYERS, "one.clip"), shop.put(LAYERS, "other.clip")
    theirs = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>"
    (shop.folder / "one.clip.xmp").write_bytes(theirs)
    shop.protect(one, other)
    list(put_back(shop.studio, [], everything=True))
    assert (shop.folder / "one.clip.xmp").read_bytes() == theirs
    assert not (shop.folder / "other.clip.xmp").exists()


def test_an_edited_file_is_not_put_back(shop: Workshop) -> None:
    book = shop.put(BOOK)
    shop.one(book)
    book.write_bytes(book.read_bytes() + b"more")
    (result,) = put_back(shop.studio, [str(book)])
    assert result.error is not None
    assert result.error.code == "edited-since"
    assert book.read_bytes().endswith(b"more")


def test_what_still_waits_is_not_sent_any_more(shop: Workshop) -> None:
    def nobody(_: str) -> Registry:
        raise Unreachable("nobody answers")

    shop.studio.connect = nobody
    shop.one(shop.put(FOX))
    assert shop.studio.store.outbox.count(Posting.WAITING) == 1
    list(put_back(shop.studio, []))
    assert shop.studio.store.outbox.count(Posting.WAITING) == 0


def test_everything_that_is_known(shop: Workshop, tmp_path: Path) -> None:
    fox, layers = shop.put(FOX), shop.put(LAYERS)
    shop.protect(fox, name="Ada")
    shop.protect(layers, out=tmp_path / "out", address=None)
    first, second = overview(shop.studio)
    assert (first.version.path, first.edited, first.registries) == (fox, False, (shop.ledger.key.name,))
    assert (second.version.source, second.registries) == (layers, ())
    told = first.as_json()
    assert (told["path"], told["name"], told["choice"], told["registered"]) == (
        str(fox), "Ada", "search-only", "receipt",
    )  # fmt: skip
    assert second.as_json()["sidecar"] == str(tmp_path / "out" / f"{LAYERS.name}.xmp")
    assert overview(shop.studio, [str(shop.folder)]) == [first, second]
    assert overview(shop.studio, [str(tmp_path / "out")]) == [second]
    with pytest.raises(UnknownWork):
        overview(shop.studio, [str(tmp_path / "elsewhere")])


def test_what_was_edited_or_lost_is_told(shop: Workshop) -> None:
    book, fox, song = shop.put(BOOK), shop.put(FOX), shop.put(SONG)
    shop.protect(book, fox, song)
    book.write_bytes(book.read_bytes() + b"more")
    fox.unlink()
    assert {entry.version.path: entry.edited for entry in overview(shop.studio)} == {book: True, fox: True, song: False}


def test_one_odd_file_hides_no_other(shop: Workshop) -> None:
    fox, song = shop.put(FOX), shop.put(SONG)
    shop.protect(fox, song)
    fox.unlink()
    fox.symlink_to(fox.name)
    assert {entry.version.path: entry.edited for entry in overview(shop.studio)} == {fox: True, song: False}
