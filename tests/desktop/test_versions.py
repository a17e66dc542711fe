"""Versions put together and taken apart by hand: by keys, by the menu, by dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QInputDialog, QMenu

from artistguard.desktop.phases import Phase
from artistguard.desktop.rows import Version, Work, joined, parted
from artistguard.works import Medium
from tests.suites import foreign
from tests.suites.workshop import FOX, LIGHTHOUSE, LIGHTHOUSE_SMALL, PHOTO, TIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.suites.windows import Hands

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def strict(hands: Hands) -> Iterator[None]:
    """Qt's own tester looks over both models all the time."""
    how = QAbstractItemModelTester.FailureReportingMode.Fatal
    watching = [QAbstractItemModelTester(each, how) for each in (hands.session.model, hands.list.narrowing)]
    yield
    watching.clear()


def listed(hands: Hands, *samples: Path) -> list[Path]:
    files = [hands.put(sample) for sample in samples]
    hands.drop(files)
    hands.wait(Phase.READY)
    return files


def urn(file: Path) -> str:
    return str(foreign.table(file, "XMP-ag:Work")["XMP-ag:Work"])


def titles(hands: Hands) -> list[str]:
    return [str(hands.row(row).data()) for row in range(hands.list.model().rowCount())]


def place(hands: Hands, title: str) -> int:
    return titles(hands).index(title)


def point(hands: Hands, index: QModelIndex) -> QPoint:
    return hands.list.visualRect(index).center()


def choose_also(hands: Hands, row: int) -> None:
    hands.bot.mouseClick(hands.list.viewport(), Qt.MouseButton.LeftButton, CONTROL, pos=point(hands, hands.row(row)))


def drag(hands: Hands, rows: list[QModelIndex], to: QPoint) -> None:
    """Rows of the list, dragged to a place of it and let go."""
    content = hands.list.model().mimeData(rows)
    how = (Qt.DropAction.MoveAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(to, *how)
    QApplication.sendEvent(hands.list.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(hands.list.viewport(), QDragMoveEvent(to, *how))
    QApplication.sendEvent(hands.list.viewport(), QDropEvent(QPointF(to), *how))


@pytest.mark.usefixtures("strict")
def test_two_pictures_are_made_one_work_by_keys_and_stay_it(hands: Hands) -> None:
    fox, photo = listed(hands, FOX, PHOTO)
    hands.choose(0)
    choose_also(hands, 1)
    hands.key(hands.list, Qt.Key.Key_G, CONTROL)
    assert hands.list.model().rowCount() == 1
    assert "2 versions" in str(hands.row(0).data(258))
    assert hands.session.ready == 1
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert hands.screen.sentence.text() == "1 work protected."
    assert urn(fox) == urn(photo)
    hands.click(hands.screen.start_over)
    hands.drop([fox, photo])
    hands.wait(Phase.READY)
    assert hands.list.model().rowCount() == 1


@pytest.mark.usefixtures("strict")
def test_a_version_is_taken_out_by_keys_and_stays_out(hands: Hands) -> None:
    large, small = listed(hands, LIGHTHOUSE, LIGHTHOUSE_SMALL)
    assert hands.list.model().rowCount() == 1
    hands.list.expandAll()
    version = hands.list.model().index(1, 0, hands.row(0))
    hands.bot.mouseClick(hands.list.viewport(), Qt.MouseButton.LeftButton, pos=point(hands, version))
    hands.key(hands.list, Qt.Key.Key_G, CONTROL | SHIFT)
    assert hands.list.model().rowCount() == 2
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert urn(large) != urn(small)
    hands.click(hands.screen.start_over)
    hands.drop([large, small])
    hands.wait(Phase.READY)
    assert hands.list.model().rowCount() == 2


@pytest.mark.usefixtures("strict")
def test_a_work_dragged_onto_another_joins_it_and_a_version_dragged_away_leaves(hands: Hands) -> None:
    listed(hands, FOX, PHOTO, LIGHTHOUSE)
    drag(hands, [hands.row(place(hands, PHOTO.stem))], point(hands, hands.row(place(hands, FOX.stem))))
    assert sorted(titles(hands)) == sorted([FOX.stem, LIGHTHOUSE.stem])
    hands.list.expandAll()
    version = hands.list.model().index(1, 0, hands.row(place(hands, FOX.stem)))
    drag(hands, [version], QPoint(20, hands.list.viewport().height() - 3))
    assert sorted(titles(hands)) == sorted([FOX.stem, LIGHTHOUSE.stem, PHOTO.stem])


def test_a_picture_and_a_song_are_never_one_work(hands: Hands) -> None:
    listed(hands, FOX, TIDE)
    drag(hands, [hands.row(0)], point(hands, hands.row(1)))
    assert hands.list.model().rowCount() == 2
    assert "cannot be versions of one work" in hands.screen.notices.text


def test_belongs_with_asks_for_the_work(hands: Hands) -> None:
    listed(hands, FOX, PHOTO, TIDE)
    hands.choose(place(hands, FOX.stem))
    spot = point(hands, hands.row(place(hands, FOX.stem)))
    QApplication.sendEvent(
        hands.list.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, hands.list.viewport().mapToGlobal(spot)),
    )
    menu = next(each for each in hands.list.findChildren(QMenu) if each.isVisible())
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Belongs with…", "Make this a work of its own", "Put back", "Take off the list"]
    assert [action.isEnabled() for action in menu.actions() if action.text()] == [True, False, False, True]
    hands.key(menu, Qt.Key.Key_Down)
    hands.key(menu, Qt.Key.Key_Return)
    hands.bot.waitUntil(lambda: bool(hands.list.findChildren(QInputDialog)))
    (dialogue,) = hands.list.findChildren(QInputDialog)
    (choice,) = dialogue.findChildren(QComboBox)
    assert [choice.itemText(each).partition(" (")[0] for each in range(choice.count())] == [PHOTO.stem]
    hands.click(dialogue.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))
    hands.bot.waitUntil(lambda: hands.list.model().rowCount() == 2)
    assert hands.session.families


def version(name: str, medium: Medium | None = Medium.IMAGE) -> Version:
    return Version(f"/a/{name}", f"/a/{name}", medium=medium)


def test_joining_keeps_the_first_title_and_a_tick_that_was_taken_away() -> None:
    one, two, three = (Work(name, [version(f"{name}.png")]) for name in ("One", "Two", "Three"))
    three.ticked, three.decided = False, True
    found = joined([one, two, three], [three, one], "you said so")
    assert [work.title for work in found] == ["Two", "Three"]
    assert [each.name for each in found[1].versions] == ["Three.png", "One.png"]
    assert (found[1].ticked, found[1].decided, found[1].grouped) == (False, True, "you said so")


def test_parting_leaves_the_others_together() -> None:
    work = Work("One", [version("a.png"), version("b.png"), version("c.png")], grouped="same picture")
    found = parted([Work("Zero", [version("z.png")]), work], [work.versions[1]])
    assert [[each.name for each in one.versions] for one in found] == [["z.png"], ["a.png", "c.png"], ["b.png"]]
    assert [one.grouped for one in found] == ["", "same picture", ""]
    every = parted(found[1:2], list(found[1].versions))
    assert [one.title for one in every] == ["a", "c"]
