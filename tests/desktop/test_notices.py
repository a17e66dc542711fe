"""The bar of troubles: what each cause offers, and in which words it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton

from artistguard.desktop import language, phrases, troubles
from artistguard.desktop.archive import Saved
from artistguard.desktop.views.notices import Notices
from artistguard.desktop.views.proofs import tell_saved
from artistguard.jobs.outcome import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TORN = Trouble("damaged", "The PNG ends in the middle.", "")


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.use(qapp, "en")


@pytest.fixture
def bar(qtbot: QtBot) -> Notices:
    made = Notices()
    qtbot.addWidget(made)
    return made


def offers(bar: Notices) -> list[str]:
    return [each.text() for each in bar.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("locked", ["Open it", "Try again", "Skip", "Show them"]),
        ("damaged", ["Open it", "Try again", "Skip", "Show them"]),
        ("unreadable", ["Choose other folder…", "Show file", "Try again", "Skip", "Show them"]),
        ("busy", ["Show file", "Try again", "Skip", "Show them"]),
        ("edited-since", ["Skip", "Show them"]),
        ("disk-full", ["Choose other folder…", "Try again", "Skip", "Show them"]),
    ],
)
def test_every_cause_offers_what_mends_it(bar: Notices, code: str, wanted: list[str]) -> None:
    bar.show_troubles({code: [("/works/Fox.pdf", Trouble(code, "Why.", ""))]})
    assert offers(bar) == wanted


@pytest.mark.parametrize(("code", "opened"), [("locked", "/works/Fox.pdf"), ("busy", "/works")])
def test_a_file_opens_in_its_own_program_or_its_folder_is_shown(
    bar: Notices, monkeypatch: pytest.MonkeyPatch, code: str, opened: str
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toLocalFile()))
    bar.show_troubles({code: [("/works/Fox.pdf", Trouble(code, "Why.", ""))]})
    bar.findChildren(QPushButton)[0].click()
    assert seen == [opened]


def test_a_trouble_without_a_file_opens_nothing(bar: Notices) -> None:
    bar.show_troubles({"locked": [("", Trouble("locked", "Why.", ""))]})
    assert offers(bar) == ["Try again", "Dismiss"]


def test_what_the_core_says_of_a_file_is_told_in_english_only(qapp: QApplication) -> None:
    language.use(qapp, "en")
    assert troubles.told(TORN).endswith("(The PNG ends in the middle)")
    language.use(qapp, "de")
    assert "PNG" not in troubles.told(TORN)
    assert troubles.told(TORN).startswith("Diese Datei ist beschädigt")


def test_what_has_words_of_its_own_or_comes_from_a_registry_is_told_everywhere(qapp: QApplication) -> None:
    language.use(qapp, "de")
    named = Trouble("wrong-extension", "The name ends in .png but the file is jpeg; it was treated as jpeg.", "")
    assert ".png" in troubles.told(named)
    assert "quota" in troubles.told(Trouble("registry-refused", "Your quota is used up.", ""))


@pytest.mark.parametrize("place", ["/home/zoe/.local/share/keys/z6Mk.json", r"C:\Users\Zoe\keys\z6Mk.json"])
def test_the_window_tells_of_a_new_key_without_the_long_way_to_it(qapp: QApplication, place: str) -> None:
    language.use(qapp, "en")
    for phrase in phrases.TOLD[1:3]:
        told = phrases.said(phrase.format(place))
        assert "your own folder" in told
        assert "z6Mk" not in told


def test_a_certificate_without_the_time_stamp_that_was_wanted_says_why(bar: Notices) -> None:
    away = Trouble("registry-unreachable", "tsa.example does not answer.", "")
    tell_saved(Saved(("/proofs/mine.pdf",), (), away), bar)
    assert "/proofs/mine.pdf" in bar.text
    assert "It has no time stamp: " in bar.text
    assert "tsa.example does not answer" in bar.text
    tell_saved(Saved(("/proofs/mine.pdf",)), bar)
    assert "time stamp" not in bar.text
