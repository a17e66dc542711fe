"""The Protect screen, used as a person uses it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from artistguard.desktop.errands import Welcome
from artistguard.desktop.phases import Phase
from artistguard.desktop.rows import State
from artistguard.jobs.outcome import Trouble
from artistguard.terms import Choice
from tests.suites import foreign
from tests.suites.workshop import FOX, LIGHTHOUSE, OTHER_PHOTO, PHOTO

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.suites.windows import Hands


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def link(hands: Hands, text: str) -> QPushButton:
    """A button of the bar."""
    return next(each for each in hands.screen.notices.findChildren(QPushButton) if each.text() == text)


def test_an_empty_window_invites(hands: Hands) -> None:
    assert "ArtistGuard" in hands.window.windowTitle()
    assert hands.screen.drop.isVisible()
    assert not hands.list.isVisible()
    assert not hands.screen.notices.isVisible()
    assert hands.screen.drop.files.hasFocus() or not hands.window.isActiveWindow()


def test_what_will_be_written_is_shown_before_anything_is(hands: Hands) -> None:
    fox = hands.put(FOX)
    before = digest(fox)
    hands.drop([fox])
    hands.wait(Phase.READY)
    hands.choose(0)
    hands.click(hands.screen.details)
    assert hands.screen.written.isVisible()
    assert "nothing → No AI or data mining, search allowed" in hands.screen.written.text
    assert "DataMining" not in hands.screen.written.text
    hands.click(hands.screen.written.technical)
    assert "plus:DataMining" in hands.screen.written.text
    assert digest(fox) == before


def test_another_choice_is_shown_and_written(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.drop([fox])
    hands.wait(Phase.READY)
    for _ in range(list(Choice).index(Choice.SEARCH_ONLY) - list(Choice).index(Choice.NO_AI_TRAINING)):
        hands.key(hands.screen.terms.choice, Qt.Key.Key_Up)
    assert hands.row(0, 3).data() == "No AI training"
    assert "of any kind" in hands.screen.terms.meaning.text()
    hands.bot.waitUntil(lambda: hands.session.phase is Phase.LOOKING, timeout=10_000)
    hands.wait(Phase.READY)
    hands.choose(0)
    hands.click(hands.screen.details)
    assert "No AI training" in hands.screen.written.text
    hands.key(hands.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait(Phase.DONE)
    assert foreign.table(fox, "XMP-plus:DataMining")["XMP-plus:DataMining"].endswith("DMI-PROHIBITED-AIMLTRAINING")


def test_only_ticked_works_are_written_and_one_is_put_back(hands: Hands) -> None:
    fox, photo, other = hands.put(FOX), hands.put(PHOTO), hands.put(OTHER_PHOTO)
    digests = {each: digest(each) for each in (fox, photo, other)}
    hands.drop([fox, photo, other])
    hands.wait(Phase.READY)
    hands.tick(1)
    assert hands.session.ready == 2
    left_alone = hands.session.model.works[1].versions[0]
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    changed = {str(each) for each in digests if digest(each) != digests[each]}
    assert changed == {str(each) for each in digests} - {left_alone.path}
    hands.choose(0)
    hands.key(hands.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    hands.settled()
    assert hands.statuses()[0] == "Put back"
    assert sum(digest(each) != digests[each] for each in digests) == 1
    hands.click(hands.screen.put_back)
    hands.settled()
    assert {each: digest(each) for each in digests} == digests
    assert not hands.screen.put_back.isVisible()


def test_troubles_are_one_bar_by_cause_and_can_be_tried_again(hands: Hands) -> None:
    hands.put(FOX)
    broken = hands.folder / "Torn.jpg"
    broken.write_bytes(LIGHTHOUSE.read_bytes()[:3000])
    (hands.folder / "Empty.png").touch()
    hands.drop([hands.folder])
    hands.wait(Phase.READY)
    assert hands.screen.notices.isVisible()
    assert "1 file: damaged file." in hands.screen.notices.text
    assert "1 file: empty file." in hands.screen.notices.text
    assert hands.session.ready == 1
    hands.click(link(hands, "Show them"))
    assert hands.list.model().rowCount() == 1
    hands.click(link(hands, "Show all works"))
    assert hands.list.model().rowCount() == 3
    broken.write_bytes(LIGHTHOUSE.read_bytes())
    for code in ("damaged", "empty"):
        hands.session.retry({code})
        hands.settled()
    assert hands.session.ready == 2
    assert "damaged" not in hands.screen.notices.text


def test_a_file_edited_after_protecting_is_left_alone(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.protected(fox)
    fox.write_bytes(fox.read_bytes() + b"edited")
    edited = digest(fox)
    hands.click(hands.screen.put_back)
    hands.settled()
    assert digest(fox) == edited
    assert hands.session.model.works[0].state is State.ATTENTION
    assert "edited since" in hands.screen.notices.text
    assert hands.screen.sentence.text() == "0 files are as they were. 1 was left alone."


def test_cancel_keeps_what_is_finished(hands: Hands) -> None:
    files = hands.paint(24)
    digests = {each: digest(each) for each in files}
    hands.drop([hands.folder])
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.bot.waitUntil(lambda: hands.session.progress.stage == "Writing", timeout=60_000)
    hands.click(hands.screen.cancel)
    hands.wait(Phase.DONE)
    told = {version.path for version in hands.session.model.versions() if version.state is State.PROTECTED}
    assert told == {str(each) for each in files if digest(each) != digests[each]}
    assert not [each for each in hands.folder.iterdir() if each.name.startswith(".")]
    left = len(files) - len(told)
    assert hands.screen.sentence.text().startswith(f"{len(told)} work")
    assert ("not begun" in hands.screen.sentence.text()) == bool(left)


def test_cancel_while_looking_and_start_over(hands: Hands) -> None:
    hands.paint(12)
    hands.drop([hands.folder])
    hands.bot.waitUntil(lambda: hands.session.phase in {Phase.LOOKING, Phase.READY}, timeout=60_000)
    hands.key(hands.list, Qt.Key.Key_Escape)
    hands.settled()
    hands.click(hands.screen.start_over)
    assert hands.session.phase is Phase.EMPTY
    assert hands.screen.drop.isVisible()


def test_the_same_file_twice_is_listed_once_and_can_be_taken_off(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.drop([fox])
    hands.settled()
    hands.drop([fox, hands.folder], on=hands.screen)
    hands.settled()
    assert hands.list.model().rowCount() == 1
    hands.choose(0)
    hands.key(hands.list, Qt.Key.Key_Delete)
    assert hands.session.phase is Phase.EMPTY


def test_nothing_in_a_folder_is_said(hands: Hands) -> None:
    hands.drop([hands.folder])
    hands.settled()
    assert "Nothing to protect was found there." in hands.screen.notices.text
    hands.click(link(hands, "Dismiss"))
    assert not hands.screen.notices.isVisible()


def test_paths_of_the_command_line_land_on_the_list(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.window.open_paths([str(fox)])
    hands.wait(Phase.READY)
    assert hands.row(0).data() == FOX.stem


def test_columns_give_way_to_titles_when_letters_are_large(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    assert not any(hands.list.isColumnHidden(column) for column in range(5))
    large = hands.list.font()
    large.setPointSizeF(large.pointSizeF() * 2)
    hands.list.setFont(large)
    hands.window.resize(hands.window.minimumSize())
    hands.bot.waitUntil(lambda: hands.list.isColumnHidden(1))
    assert not hands.list.isColumnHidden(4)
    assert hands.list.columnWidth(0) > hands.list.fontMetrics().averageCharWidth() * 20


def test_what_a_crash_left_is_told(hands: Hands) -> None:
    trouble = Trouble("disk-full", "No room left.", "Free some space.")
    settings: dict[str, str | bool | int] = {
        "choice": "nothing",
        "name": "Zoë",
        "contact": "",
        "licence": "",
        "policy": "",
        "location": "",
        "isni": "",
        "orcid": "",
        "ipi": "",
    }
    hands.session._welcome(
        (Welcome(settings | {"register": False, "wayback": True}, ("Fox.png", "Tide.mp3"), (("Road.pdf", trouble),)),)
    )
    assert (
        "After an interruption, unfinished changes were put in order: Fox.png, Tide.mp3." in hands.screen.notices.text
    )
    assert "Road.pdf: Free some space" in hands.screen.notices.text
    assert hands.screen.terms.name.text() == "Zoë"
    assert hands.screen.terms.choice.currentData() == Choice.NOTHING
    assert not hands.screen.terms.register.isChecked()


def test_notices_that_change_twice_at_once_open_no_window(hands: Hands, qapp: QApplication) -> None:
    seen: list[object] = []
    qapp.focusWindowChanged.connect(seen.append)
    for sentence in ("One.", "Two.", "Three."):
        hands.screen.notices.tell(sentence)
    hands.bot.wait(50)
    qapp.focusWindowChanged.disconnect(seen.append)
    assert seen == []
    assert hands.window.isActiveWindow()
    assert hands.screen.notices.text == "Three."
