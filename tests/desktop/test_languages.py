"""The window in other languages: nothing is left in English, nothing is cut, and everything turns round for Arabic."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from artistguard import errors
from artistguard.credentials.certificates import describe
from artistguard.desktop import counts, language, phrases, sayings, troubles, words
from artistguard.desktop.archive import Standing
from artistguard.desktop.models.works_and_versions import Role
from artistguard.desktop.palettes import Appearance
from artistguard.desktop.phases import Phase
from artistguard.desktop.rows import State
from artistguard.messages import How
from artistguard.store.home import find_home
from artistguard.store.opening import open_store
from artistguard.terms import Choice
from artistguard.works import Medium
from tests.conftest import ROOT
from tests.suites import pseudo
from tests.suites.windows import PATIENCE_MS, Hands
from tests.suites.workshop import FOX, LIGHTHOUSE, LIGHTHOUSE_SMALL, TIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TRANSLATED = ("de", "fr", "es")
CORE = [
    path for path in (ROOT / "artistguard").rglob("*.py") if "desktop" not in path.parts and "cli" not in path.parts
]


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.use(qapp, "en")


# -- what there is -------------------------------------------------------------------------------------------------


def test_the_files_are_what_the_window_says_and_all_is_translated() -> None:
    script = ROOT / "resources" / "translations" / "build.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


def test_four_languages_by_their_own_names() -> None:
    found = [(each.code, each.name) for each in language.available()]
    assert found == [("en", "English"), ("de", "Deutsch"), ("es", "Español"), ("fr", "Français")]


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_place_for_a_number_or_a_name_is_lost(code: str) -> None:
    build = pseudo._BUILD
    known = build["known"](build["HERE"] / f"artistguard_{code}.ts")
    for each in build["sentences"]():
        for form in known[each.text]:
            assert sorted(re.findall(r"\{", form)) == sorted(re.findall(r"\{", each.text)), form
            assert bool(re.search("%L?n", form)) == ("%n" in each.text), form
            form.format(*"abcdef")


@pytest.mark.parametrize(
    ("code", "one", "many"),
    [("en", "1 work", "1,200 works"), ("de", "1 Werk", "1.200 Werke"), ("es", "1 obra", "1200 obras")],
)
def test_one_and_many(qapp: QApplication, code: str, one: str, many: str) -> None:
    language.use(qapp, code)
    assert (counts.counted(1, 1, 0, 0), counts.counted(1200, 1200, 0, 0)) == (one, many)


def test_french_counts_none_as_one(qapp: QApplication) -> None:
    language.use(qapp, "fr")
    assert counts.counted(0, 0, 0, 0) == "0 œuvre"


def test_sizes_dates_and_shares_as_people_of_the_place_write_them(qapp: QApplication) -> None:
    language.use(qapp, "de")
    assert words.size(1_234_567) == "1,2 MB"
    assert words.percent(35) == "35\u00a0%"
    assert sayings.day("2026-10-05T12:00:00Z") == "5. Okt. 2026"
    language.use(qapp, "fr")
    assert words.size(1_234_567).replace("\u00a0", " ") == "1,2 Mo"


def test_another_language_is_chosen_in_preferences_and_holds_at_the_next_start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
        shown = hands.window.open_preferences()
        qtbot.waitUntil(lambda: not shown.clerk.busy, timeout=PATIENCE_MS)
        for _ in range(shown.sheets.index(shown.looks)):
            hands.key(shown.names, Qt.Key.Key_Down)
        for _ in range(2):
            hands.key(shown.looks.language, Qt.Key.Key_Down)
        hands.click(shown.close_button)
        assert hands.screen.drop.files.text() == "Choose files"
    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
        assert hands.screen.drop.files.text() == "Dateien auswählen"


def test_a_language_that_is_not_there_is_english(qapp: QApplication) -> None:
    assert language.use(qapp, "xx").code == "en"
    assert words.translate(words.CANCEL) == "Cancel"


# -- whatever the core says ----------------------------------------------------------------------------------------


def codes() -> set[str]:
    """Of every error, and of everything else that is told as a trouble."""
    kinds = [
        each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, errors.ArtistGuardError)
    ]
    found = {kind.code for kind in kinds}
    for path in (*CORE, *(ROOT / "artistguard" / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Trouble" and node.args
            if named and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    return found


def test_every_code_has_its_words() -> None:
    wanted = codes()
    assert len(wanted) > 30
    for table in (troubles.CAUSES, troubles.HAPPENED, troubles.HELPS):
        assert set(table) == wanted


def test_every_member_of_what_is_shown_has_its_words(qapp: QApplication) -> None:
    language.use(qapp, "de")
    told = [words.choice(each) for each in Choice] + [words.meaning(each) for each in Choice]
    told += [words.medium(each) for each in (*Medium, None)] + [words.appearance(each) for each in Appearance]
    told += [sayings.standing(each) for each in Standing] + [words.status(each, []) for each in State]
    told += [words.translate(table[each]) for table in (sayings._SAME, sayings._HEARD) for each in How]
    assert all(told)
    language.use(qapp, "en")
    english = [words.choice(each) for each in Choice] + [words.meaning(each) for each in Choice]
    assert not set(english) & set(told)


def templates() -> set[str]:
    """Every text in the core, with {} where something is put in."""
    found = set()
    for path in CORE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found.add("".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_every_phrase_stands_in_the_core_just_so() -> None:
    known = {each.casefold().rstrip(".") for each in templates()}
    put_together = {"Too little content to be recognised by likeness: {}."}
    for phrase in set(phrases.EVERY) - put_together:
        assert phrase.casefold().rstrip(".") in known, phrase


def test_every_reason_for_one_work_and_every_note_is_known() -> None:
    grouping = (ROOT / "artistguard" / "jobs" / "grouping.py").read_text("utf-8")
    for reason in re.findall(r'"((?:same|already) [^"]+)"', grouping):
        assert phrases.said(reason) in phrases.EVERY
    identity = (ROOT / "artistguard" / "store" / "identity.py").read_text("utf-8")
    for begun in re.findall(r'"(A key was made[^"{]*)', identity):
        assert any(each.startswith(begun) for each in phrases.TOLD)


def test_a_phrase_is_said_with_what_stands_in_its_places(qapp: QApplication) -> None:
    language.use(qapp, "de")
    faint = "Too little content to be recognised by likeness: the picture is smaller than 64 pixels."
    assert phrases.said(faint).endswith("das Bild ist kleiner als 64 Pixel.")
    assert phrases.reasons("same picture and same title and creator").startswith("dasselbe Bild und ders")
    assert phrases.said("What a registry said.") == "What a registry said."


# -- every screen in a language that nobody speaks -------------------------------------------------------------------


@contextmanager
def speaking(
    code: str, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """The window in one of the two."""
    folder = tmp_path / "translations"
    folder.mkdir()
    pseudo.make(folder, code)
    monkeypatch.setattr(language, "_folder", lambda: folder)
    own = pseudo.QtsOwn(code)
    QCoreApplication.installTranslator(own)
    state = QSettings(str(find_home().folder / "window.ini"), QSettings.Format.IniFormat)
    state.setValue("language", code)
    state.sync()
    try:
        with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
            yield hands
    finally:
        QCoreApplication.removeTranslator(own)
        monkeypatch.undo()


class Tour:
    """Opens every screen, and looks at each.

    Attributes:
        wrong: What was found, by the name of the screen.
    """

    def __init__(self, hands: Hands, data: set[str]) -> None:
        self.hands = hands
        self.data = data
        self.wrong: dict[str, list[str]] = {}

    def look(self, name: str, widget: QWidget | None = None) -> None:
        QApplication.processEvents()
        found = pseudo.untranslated(widget or self.hands.window, self.data)
        if found:
            self.wrong[name] = found


EDGES = 8
"""Pixels: room at the edges of a layout is not turned round."""
DATA = {
    "ArtistGuard", "Fox in Snow", "Lighthouse", "Tide", "Torn", "Lighthouse-web", "https://", "Zoe",
    "PNG", "JPG", "JPEG", "MP3", "WEBP", "kB", "MB", "works", "me", "`artistguard identity export`",
    ".png", ".jpg", ".mp3", ".webp",
    "bitokoj", datetime.now(UTC).astimezone().strftime("%-d %b %Y"),  # as Qt has it for Esperanto
    "English", "Deutsch", "Français", "Español", "esperanto", "Esperanto",
}  # fmt: skip


def test_nothing_is_left_in_english(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking(pseudo.LATIN, qapp, qtbot, tmp_path, monkeypatch) as hands:
        tour = Tour(hands, {*DATA, str(hands.folder), str(hands.folder.parent)})
        tour.look("empty")
        torn = hands.put(FOX, "Torn.png")
        torn.write_bytes(torn.read_bytes()[:500])
        files = [hands.put(each) for each in (FOX, LIGHTHOUSE, LIGHTHOUSE_SMALL, TIDE)]
        hands.drop([*files, torn])
        hands.wait(Phase.READY)
        details = {one.trouble.message.rstrip(".") for one in hands.session.model.versions() if one.trouble}
        tour.data |= details
        told = [one.outcome for one in hands.session.model.versions() if one.outcome]
        # What is written for people into the files is quoted, in the language in which it stands there.
        tour.data |= {one.value.replace("<", "&lt;") for each in told for one in each.layers if one.layer == "rights"}
        hands.choose(0)
        hands.click(hands.screen.details)
        tour.look("ready")
        hands.screen.written.technical.setChecked(True)
        tour.look("technical")
        hands.click(hands.screen.protect)
        hands.wait(Phase.DONE)
        with open_store() as store:
            tour.data |= {profile.did for profile in store.identities.profiles()}
            tour.data |= {str(path) for path in (store.home.folder / "keys").iterdir()}
            own = describe(next((store.home.folder / "certificates").rglob("*.pem")).read_bytes())
            tour.data |= {own.fingerprint, own.ends.astimezone().strftime("%-d %b %Y")}
        tour.look("done")
        window = hands.window
        window.go_to(window.my_works)
        qtbot.waitUntil(
            lambda: bool(window.my_works.model.works) and not window.my_works.clerk.busy, timeout=PATIENCE_MS
        )
        window.my_works.list.selectAll()
        tour.look("my works")
        for ask in (window.my_works.ask_choice, window.my_works.ask_withdrawal, window.my_works.ask_put_back):
            ask()
            asked = QApplication.activeModalWidget()
            assert asked is not None
            tour.look(ask.__name__, asked)
            asked.reject()
        window.go_to(window.checking)
        window.checking.check([str(files[0]), str(torn)])
        qtbot.waitUntil(
            lambda: len(window.checking.model.found) == 2 and not window.checking.clerk.busy, timeout=PATIENCE_MS
        )
        tour.look("check a file")
        preferences = window.open_preferences()
        qtbot.waitUntil(lambda: not preferences.clerk.busy, timeout=PATIENCE_MS)
        tour.look("preferences", preferences)
        preferences.accept()
        wizard = window.welcome()
        assert wizard is not None
        for step in range(3):
            tour.look(f"wizard {step}", wizard)
            hands.click(wizard.skip)
        assert not tour.wrong, "\n".join(f"{name}: {each}" for name, found in tour.wrong.items() for each in found)


# -- from right to left ----------------------------------------------------------------------------------------------


def places(window: QWidget) -> dict[str, tuple[int, int]]:
    """Distances of everything that is shown from the two edges of the window."""
    found = {}
    for place, widget in enumerate(window.findChildren(QWidget)):
        if widget.isVisible() and widget.width() > 1 and not widget.objectName().startswith("qt_"):
            left = widget.mapTo(window, widget.rect().topLeft()).x()
            found[f"{place} {type(widget).__name__}"] = (left, window.width() - left - widget.width())
    return found


def test_everything_turns_round(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
        hands.drop([hands.put(FOX), hands.put(LIGHTHOUSE), hands.put(LIGHTHOUSE_SMALL)])
        hands.wait(Phase.READY)
        hands.click(hands.screen.details)
        qtbot.waitUntil(lambda: hands.screen.written.width() > 200 and hands.list.width() < hands.window.width() - 200)
        before = places(hands.window)
        cell = hands.list.visualRect(hands.row(0))
        box = hands.list.itemDelegate().box(cell)  # type: ignore[attr-defined]
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        qapp.processEvents()
        qtbot.waitUntil(lambda: hands.window.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        # At a start the direction is known before anything is laid out; a splitter looks at it only then.
        for splitter in hands.window.findChildren(QSplitter):
            splitter.refresh()
        qtbot.waitUntil(lambda: hands.screen.written.x() < hands.list.x())
        after = places(hands.window)
        assert len(before) > 30
        scrolls = {name for name in before if "ScrollBar" in name or "CornerButton" in name}
        wrong = [
            f"{name}: {before[name]} {after[name]}"
            for name in before.keys() - scrolls
            if abs(before[name][0] - after[name][1]) > EDGES or abs(before[name][1] - after[name][0]) > EDGES
        ]
        assert not wrong, "\n".join(wrong)
        turned = hands.list.visualRect(hands.row(0))
        assert turned.right() == hands.list.viewport().width() - 1 - cell.left()
        seen = hands.list.itemDelegate().box(turned)  # type: ignore[attr-defined]
        assert turned.right() - seen.right() == box.left() - cell.left()
        hands.tick(0)
        assert hands.session.ready == 1


def test_a_row_is_painted_the_other_way_round(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    """The small picture stands where one begins to read."""
    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as hands:
        hands.drop([hands.put(LIGHTHOUSE)])
        hands.wait(Phase.READY)
        qtbot.waitUntil(lambda: hands.window.pictures.of(str(hands.row(0).data(Role.PATH))) is not None)
        middles = []
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            qapp.setLayoutDirection(direction)
            qapp.processEvents()
            cell = hands.list.visualRect(hands.row(0))
            image = hands.list.viewport().grab(cell).toImage()
            line = image.height() // 2
            colourful = [x for x in range(image.width()) if image.pixelColor(x, line).hsvSaturation() > 60]
            middles.append(sum(colourful) / len(colourful) / image.width())
        assert middles[0] < 0.4
        assert middles[1] > 0.6


def test_arabic_is_read_from_the_right(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking(pseudo.ARABIC, qapp, qtbot, tmp_path, monkeypatch) as hands:
        assert hands.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        files = hands.screen.drop.files
        assert files.text() == pseudo.pseudo("Choose files", pseudo.ARABIC)
        assert files.mapTo(hands.window, files.rect().center()).x() > hands.window.width() / 2
    language.use(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
