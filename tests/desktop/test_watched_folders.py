"""Watched folders in the window: chosen in Preferences, asked about once, watched in a process of their own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from artistguard.desktop.views.asking import Question
from artistguard.store.opening import open_store
from artistguard.terms import Choice
from tests.suites.windows import PATIENCE_MS, Hands
from tests.suites.workshop import FOX, PHOTO

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QPushButton

    from artistguard.desktop.views.preferences import Preferences


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    """A folder with one picture in it."""
    (tmp_path / "Exports").mkdir()
    shutil.copyfile(FOX, tmp_path / "Exports" / "old.png")
    return tmp_path / "Exports"


def folders(hands: Hands) -> Preferences:
    shown = hands.window.open_preferences()
    hands.bot.waitUntil(lambda: not shown.clerk.busy, timeout=PATIENCE_MS)
    shown.names.setCurrentRow(3)
    return shown


def choose(hands: Hands, shown: Preferences, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    hands.click(shown.folders.watch)


def answer(hands: Hands, shown: Preferences, place: int) -> str:
    """Press a button of the question, and say what was asked."""

    def question() -> Question | None:
        return next((each for each in shown.folders.findChildren(Question) if each.isVisible()), None)

    hands.bot.waitUntil(lambda: question() is not None, timeout=PATIENCE_MS)
    asked = question()
    assert asked is not None
    told = asked.findChildren(type(shown.told))[0].text()
    hands.click(asked.buttons[place])
    hands.bot.waitUntil(lambda: bool(shown.folders.rows), timeout=PATIENCE_MS)
    return told


def stated(path: Path) -> Choice | None:
    with open_store() as store:
        version = store.catalogue.version_at(path)
        return version.choice if version is not None else None


def until_stated(hands: Hands, path: Path) -> None:
    hands.bot.waitUntil(lambda: stated(path) is Choice.SEARCH_ONLY, timeout=PATIENCE_MS)


def press(hands: Hands, shown: Preferences, name: str) -> None:
    made: QPushButton = getattr(shown.folders.rows[0], name)
    rows = shown.folders.rows
    hands.click(made)
    hands.bot.waitUntil(lambda: shown.folders.rows is not rows, timeout=PATIENCE_MS)


def test_what_comes_is_protected_and_told_what_was_there_is_left_alone_and_a_pause_is_one(
    hands: Hands, exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = folders(hands)
    choose(hands, shown, exports, monkeypatch)
    assert answer(hands, shown, 0) == "1 work is in “Exports” already. Protect it, too?"
    assert shown.folders.rows[0].state.text() == "Watching"
    hands.click(shown.close_button)
    shutil.copyfile(PHOTO, exports / "new.jpg")
    until_stated(hands, exports / "new.jpg")
    hands.bot.waitUntil(hands.window.offer.isVisible, timeout=PATIENCE_MS)
    assert hands.window.offer.said.text() == "1 new file in “Exports” was protected."
    assert (exports / "old.png").read_bytes() == FOX.read_bytes()
    hands.click(hands.window.offer.dismiss)
    hands.click(hands.window._buttons.button(1))
    hands.bot.waitUntil(lambda: len(hands.window.my_works.model.works) == 1, timeout=PATIENCE_MS)
    shown = folders(hands)
    press(hands, shown, "pause")
    assert shown.folders.rows[0].state.text() == "Paused"
    hands.bot.waitUntil(lambda: not hands.window.watching.clerk.busy, timeout=PATIENCE_MS)
    shutil.copyfile(FOX, exports / "meanwhile.png")
    hands.bot.wait(1500)
    assert stated(exports / "meanwhile.png") is None
    press(hands, shown, "pause")
    until_stated(hands, exports / "meanwhile.png")
    press(hands, shown, "stop")
    assert shown.folders.rows == []
    assert stated(exports / "old.png") is None


def test_works_that_are_there_are_protected_when_that_is_wanted_also_after_a_restart(
    hands: Hands, exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = folders(hands)
    choose(hands, shown, exports, monkeypatch)
    answer(hands, shown, 1)
    until_stated(hands, exports / "old.png")
    exports.rename(exports.with_name("Away"))
    hands.bot.waitUntil(lambda: "not there any more" in hands.window.offer.said.text(), timeout=PATIENCE_MS)


def test_a_window_that_opens_watches_again(
    hands: Hands, qapp: QApplication, exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = folders(hands)
    choose(hands, shown, exports, monkeypatch)
    answer(hands, shown, 0)
    hands.window.close()
    shutil.copyfile(PHOTO, exports / "meanwhile.jpg")
    with Hands.on_a_window(qapp, hands.bot, exports.parent) as again:
        until_stated(again, exports / "meanwhile.jpg")


def test_an_empty_folder_is_not_asked_about(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Empty").mkdir()
    shown = folders(hands)
    choose(hands, shown, tmp_path / "Empty", monkeypatch)
    hands.bot.waitUntil(lambda: bool(shown.folders.rows), timeout=PATIENCE_MS)
    assert shown.folders.rows[0].pause.accessibleName() == "Pause: Empty"
