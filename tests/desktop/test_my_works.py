"""My works: the list and its filters, and everything that can be done later, by real events."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from artistguard.desktop.archive import Holding, Standing
from artistguard.desktop.models.my_works import LibraryModel, Shelf
from artistguard.desktop.models.works_and_versions import Column, Role
from artistguard.desktop.rows import State
from artistguard.desktop.views.asking import ChoiceQuestion, Question
from artistguard.terms import Choice
from artistguard.works import Medium
from tests.suites import foreign
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX, LIGHTHOUSE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from artistguard.desktop.views.my_works import MyWorks
    from tests.suites.windows import Hands

FLAC = Holding(
    "urn:uuid:1", "Tide", Medium.AUDIO, "flac", "/w/Tide.flac", "/w/Tide.flac", Choice.SEARCH_ONLY, "Zoe",
    "2026-01-02T10:00:00Z", "2026-01-02T10:00:00Z", Standing.REGISTERED, ("registry.example/log",),
)  # fmt: skip
MP3 = replace(FLAC, kind="mp3", path="/w/Tide.mp3", carrier="/w/Tide.mp3", at="2026-03-04T10:00:00Z")
FOX_HELD = replace(
    FLAC, work="urn:uuid:2", title="Fox", medium=Medium.IMAGE, kind="png", path="/w/Fox.png", carrier="/w/Fox.png",
    name="", since="2025-01-01T00:00:00Z", at="2025-01-01T00:00:00Z", standing=Standing.KEPT,
    hosts=("artistguard.local/ab",),
)  # fmt: skip
ROAD = replace(
    FOX_HELD, work="urn:uuid:3", title="Road", medium=Medium.TEXT, path="/w/Road.pdf", standing=Standing.WITHDRAWN
)


def test_works_with_their_versions_are_a_sound_model(qtbot: QtBot) -> None:
    model = LibraryModel()
    shelf = Shelf(model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, fatal) for each in (model, shelf)]
    model.show([FLAC, FOX_HELD, MP3, ROAD])
    assert len(testers) == 2
    assert [work.title for work in model.works] == ["Tide", "Fox", "Road"]
    tide = model.index(0, 0)
    assert model.rowCount(tide) == 2
    assert model.index(1, 0, tide).data() == "Tide.mp3"
    assert tide.data(Role.DETAIL) == "2 versions: FLAC + MP3"
    assert model.rowCount(model.index(1, 0)) == 0
    model.pictured("/w/Tide.mp3")
    model.show([])
    assert model.rowCount() == 0


def test_what_the_columns_say(qtbot: QtBot) -> None:
    model = LibraryModel()
    model.show([FLAC, MP3, FOX_HELD, ROAD])
    told = [[str(model.index(row, column).data()) for column in Column] for row in range(3)]
    assert told[0][Column.STATUS] == "Registered at registry.example"
    assert ", changed " in told[0][Column.AFTER]
    assert told[0][Column.NOW] == "No AI or data mining, search allowed"
    assert told[1][Column.STATUS] == "Kept on this computer"
    assert ", changed " not in told[1][Column.AFTER]
    assert told[2][Column.STATUS] == "Withdrawn"
    assert model.headerData(Column.AFTER, Qt.Orientation.Horizontal) == "Since"
    model.show([replace(FOX_HELD, standing=Standing.WAITS), replace(ROAD, standing=Standing.KEPT, edited=True)])
    assert model.index(0, Column.STATUS).data() == "Waits for the internet"
    assert model.index(1, Column.STATUS).data() == "Edited since · Kept on this computer"
    assert model.index(1, 0).data(Role.STATE) == State.ATTENTION
    model.show([FLAC, replace(MP3, choice=Choice.NOTHING, standing=Standing.WAITS)])
    assert model.index(0, Column.NOW).data() == "Different things"
    assert model.index(0, Column.STATUS).data() == "Registered at registry.example · Waits for the internet"


def test_files_that_were_edited_are_marked_later_and_stay_marked(qtbot: QtBot) -> None:
    model = LibraryModel()
    shelf = Shelf(model)
    known = [replace(each, number=number) for number, each in enumerate([FLAC, MP3, FOX_HELD, ROAD], start=1)]
    model.show(known)
    shelf.only_standing(None, edited=True)
    assert shelf.rowCount() == 0
    model.mark_edited({2, 4})
    assert [shelf.index(row, 0).data() for row in range(shelf.rowCount())] == ["Tide", "Road"]
    # Shown anew they are marked at once, until somebody has looked again.
    model.show(known)
    assert shelf.rowCount() == 2
    model.mark_edited({4}, no_others=True)
    assert [shelf.index(row, 0).data() for row in range(shelf.rowCount())] == ["Road"]
    shelf.only_standing(None)
    tide = model.index(0, 0)
    assert [str(model.index(row, Column.STATUS, tide).data()) for row in range(2)] == [
        "Registered at registry.example"
    ] * 2


def test_a_screen_reader_hears_the_row_at_its_first_cell(qtbot: QtBot) -> None:
    model = LibraryModel()
    model.show([FLAC, MP3])
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Tide, 2 versions: FLAC + MP3, Music, No AI or data mining, search allowed, Registered at registry.example"
    )
    assert model.index(0, Column.KIND).data(Qt.ItemDataRole.AccessibleTextRole) == "Kind: Music"


def test_filters_narrow_and_widen_again(qtbot: QtBot) -> None:
    model = LibraryModel()
    shelf = Shelf(model)
    model.show([FLAC, MP3, FOX_HELD, replace(ROAD, edited=True)])

    def shown() -> list[str]:
        return [str(shelf.index(row, 0).data()) for row in range(shelf.rowCount())]

    shelf.search("tide mp3")
    assert shown() == ["Tide"]
    shelf.search("")
    shelf.only_medium(Medium.IMAGE)
    assert shown() == ["Fox"]
    shelf.only_medium(None)
    shelf.only_standing(Standing.WITHDRAWN)
    assert shown() == ["Road"]
    shelf.only_standing(None, edited=True)
    assert shown() == ["Road"]
    shelf.only_standing(None)
    assert shown() == ["Tide", "Fox", "Road"]
    shelf.sort(Column.AFTER)
    assert shown()[-1] == "Tide"
    shelf.sort(Column.WORK)
    assert shown() == ["Fox", "Road", "Tide"]


# -- on real works ---------------------------------------------------------------------------------------------------


def library(hands: Hands) -> MyWorks:
    """My works, opened with its key chord, when it knows all."""
    screen = hands.window.my_works
    hands.bot.keyClick(hands.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    hands.window.go_to(screen)
    settle(hands)
    return screen


def settle(hands: Hands) -> None:
    """Until nothing is on its way any more, also what follows by itself."""
    screen = hands.window.my_works
    hands.bot.waitUntil(lambda: not (screen.clerk.busy or screen.upkeep.busy), timeout=PATIENCE_MS)


def choose(hands: Hands, row: int = 0) -> None:
    tree = hands.window.my_works.list
    rect = tree.visualRect(tree.model().index(row, 0))
    hands.bot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def asked(hands: Hands, kind: type[Question] = Question) -> Question:
    return next(each for each in hands.window.my_works.findChildren(kind) if each.isVisible())


def answer(hands: Hands, place: int) -> None:
    question = asked(hands)
    with hands.bot.waitSignal(question.finished):
        hands.bot.mouseClick(question.buttons[place], Qt.MouseButton.LeftButton)
    settle(hands)


def test_an_empty_library_leads_to_the_first_screen(hands: Hands) -> None:
    screen = library(hands)
    assert screen.nothing.text() == "Nothing is protected on this computer yet."
    hands.click(screen.begin)
    assert hands.screen.isVisible()


def test_the_choice_is_changed_later(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.protected(fox)
    screen = library(hands)
    assert not screen.change.isEnabled()
    choose(hands)
    hands.click(screen.change)
    question = asked(hands, ChoiceQuestion)
    assert isinstance(question, ChoiceQuestion)
    hands.bot.keyClick(question.box, Qt.Key.Key_End)
    assert question.box.choice is Choice.NOTHING
    answer(hands, 0)
    assert "1 file says so now." in screen.notices.text
    assert screen.model.index(0, Column.NOW).data() == "No machine use at all"
    assert "noindex" in str(foreign.table(fox, "XMP:all")) or "PROHIBITED" in str(foreign.table(fox, "XMP:all"))


def test_withdrawing_asks_once_and_leaves_the_file(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.protected(fox)
    before = fox.read_bytes()
    screen = library(hands)
    choose(hands)
    hands.click(screen.withdraw)
    hands.click(asked(hands).no)
    assert screen.model.index(0, Column.STATUS).data() == "Kept on this computer"
    hands.click(screen.withdraw)
    answer(hands, 0)
    assert screen.notices.text.startswith("1 work is withdrawn.")
    hands.bot.keyClick(screen.finding.standing, Qt.Key.Key_Down)
    assert (screen.finding.standing.currentText(), screen.shelf.rowCount()) == ("Kept on this computer", 0)
    hands.bot.keyClick(screen.finding.standing, Qt.Key.Key_Up)
    hands.bot.keyClick(screen.finding.medium, Qt.Key.Key_Down)
    assert (screen.finding.medium.currentText(), screen.shelf.rowCount()) == ("Image", 1)
    assert screen.model.index(0, Column.STATUS).data() == "Withdrawn"
    assert fox.read_bytes() == before
    assert not screen.withdraw.isEnabled()


@pytest.mark.parametrize(("place", "left"), [(0, "withdraw"), (1, "protect")])
def test_putting_back_asks_about_the_statement_too(hands: Hands, place: int, left: str) -> None:
    from artistguard.store.opening import open_store

    fox = hands.put(FOX)
    before = fox.read_bytes()
    hands.protected(fox)
    screen = library(hands)
    choose(hands)
    hands.click(screen.back)
    answer(hands, place)
    assert fox.read_bytes() == before
    assert screen.model.rowCount() == 0
    with open_store() as store:
        kinds = [each.kind for each in store.catalogue.all_statements()]
    assert (kinds[-1] == "withdraw") == (left == "withdraw")


def test_an_edited_work_is_seen_kept_and_protected_again(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.protected(fox)
    fox.write_bytes(FOX.read_bytes())
    screen = library(hands)
    assert str(screen.model.index(0, Column.STATUS).data()).startswith("Edited since")
    hands.bot.keyClick(hands.window, Qt.Key.Key_F5)
    settle(hands)
    assert str(screen.model.index(0, Column.STATUS).data()).startswith("Edited since")
    choose(hands)
    hands.click(screen.again)
    assert hands.screen.isVisible()
    hands.bot.waitUntil(lambda: hands.session.ready == 1, timeout=PATIENCE_MS)


def test_all_that_is_known_of_a_work_is_told_once_it_is_chosen(hands: Hands) -> None:
    hands.protected(hands.put(FOX), hands.put(LIGHTHOUSE))
    screen = library(hands)
    assert not screen.particulars.isVisible()
    assert [work.told for work in screen.model.works] == [None, None]
    for row in (0, 1):
        choose(hands, row)
    settle(hands)
    assert screen.particulars.text().startswith("Kept on this computer since ")
    choose(hands, 0)
    settle(hands)
    assert screen.particulars.text().startswith("Kept on this computer since ")
    assert all(work.told for work in screen.model.works)


def test_certificate_and_tables_are_saved(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.protected(hands.put(FOX), hands.put(LIGHTHOUSE))
    screen = library(hands)
    choose(hands)
    page = tmp_path / "proof.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), ""))
    hands.click(screen.certificate)
    settle(hands)
    assert page.read_bytes().startswith(b"%PDF")
    assert json.loads((tmp_path / "proof.json").read_bytes())["type"] == "artistguard-proof-v1"
    assert str(page) in screen.notices.text
    hands.click(screen.certificate)
    settle(hands)
    assert "a file stands there already" in screen.notices.text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "works.csv"), ""))
    screen.finding.export.menu().actions()[0].trigger()
    settle(hands)
    with (tmp_path / "works.csv").open(newline="") as table:
        assert {row["title"] for row in csv.DictReader(table)} == {"Fox in Snow", "Lighthouse"}
    screen.finding.export.menu().actions()[1].trigger()
    settle(hands)
    assert len((tmp_path / "works.json").read_text().splitlines()) == 2
