"""What gives way where there is little room: words go on in the next line, buttons too, and long ones get dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from artistguard.desktop import language, sayings, words
from artistguard.desktop.palettes import Appearance, Theme
from artistguard.desktop.views.flow import flowing
from artistguard.desktop.views.pressing import Box, button
from artistguard.desktop.views.terms import Terms
from artistguard.desktop.views.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.suites.windows import Hands


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    """The colours of the window, and left to right again afterwards."""
    yield Theme(qapp, Appearance.LIGHT)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def tick(qtbot: QtBot) -> Tick:
    made = Tick(sayings.REGISTER_ALWAYS)
    qtbot.addWidget(made)
    made.show()
    return made


# -- ticks ---------------------------------------------------------------------------------------------------------


def test_words_of_a_tick_go_on_in_the_next_line(tick: Tick) -> None:
    one = tick.heightForWidth(tick.sizeHint().width())
    half = tick.heightForWidth(tick.sizeHint().width() // 2)
    assert one == tick.sizeHint().height()
    assert half >= one + tick.fontMetrics().height() - 1
    assert tick.minimumSizeHint().width() < tick.sizeHint().width() // 2


def test_a_tick_is_ticked_by_its_box_and_its_words_and_not_beside_them(tick: Tick, qtbot: QtBot) -> None:
    tick.resize(tick.sizeHint().width() + 200, 60)
    for x, ticked in ((8, True), (tick.sizeHint().width() // 2, False), (tick.sizeHint().width() + 100, False)):
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
        assert tick.isChecked() is ticked, x


def test_a_tick_turns_round(tick: Tick, qtbot: QtBot) -> None:
    tick.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    tick.resize(tick.sizeHint().width() + 200, 60)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 8, 10))
    assert tick.isChecked()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert tick.isChecked()


def test_a_tick_says_to_ears_what_it_says_to_eyes(tick: Tick) -> None:
    heard = QAccessible.queryAccessibleInterface(tick)
    assert heard.text(QAccessible.Text.Name) == words.translate(sayings.REGISTER_ALWAYS)
    assert heard.role() is QAccessible.Role.CheckBox


def test_a_tick_is_drawn_and_shows_where_the_keyboard_is(tick: Tick, qtbot: QtBot) -> None:
    tick.resize(tick.sizeHint())
    tick.clearFocus()
    plain = tick.grab().toImage()
    tick.setChecked(True)
    ticked = tick.grab().toImage()
    tick.activateWindow()
    tick.setFocus()
    qtbot.waitUntil(tick.hasFocus)
    ringed = tick.grab().toImage()
    tick.setEnabled(False)
    faint = tick.grab().toImage()
    assert len({shot.cacheKey() for shot in (plain, ticked, ringed, faint)}) == 4
    assert plain != ticked
    assert ticked != ringed
    assert ringed != faint


# -- buttons -------------------------------------------------------------------------------------------------------


def held(count: int) -> tuple[QWidget, list[QPushButton]]:
    buttons = [button(words.PUT_ALL_BACK) for _ in range(count)]
    return flowing(*buttons, at_end=False), buttons


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_buttons_begin_another_line_where_there_is_no_room(qtbot: QtBot, lines: int) -> None:
    row, buttons = held(4)
    qtbot.addWidget(row)
    wide, high = buttons[0].sizeHint().width(), buttons[0].sizeHint().height()
    row.resize((wide + 10) * (4 // lines), 400)
    row.show()
    assert len({each.y() for each in buttons}) == lines
    assert row.heightForWidth(row.width()) == lines * high + (lines - 1) * 10
    assert row.layout().minimumSize().width() == buttons[0].minimumSizeHint().width()


def test_buttons_at_the_end_turn_round_with_the_writing(qtbot: QtBot) -> None:
    buttons = [button(words.CANCEL), button(words.PROTECT)]
    row = flowing(*buttons, at_end=True)
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    assert buttons[1].geometry().right() == row.rect().right()
    assert buttons[0].x() < buttons[1].x()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: buttons[1].x() == 0)
    assert buttons[0].x() > buttons[1].x()


def test_what_is_hidden_takes_no_room_in_a_row(qtbot: QtBot) -> None:
    row, buttons = held(3)
    qtbot.addWidget(row)
    row.show()
    whole = row.sizeHint().width()
    buttons[1].hide()
    assert row.sizeHint().width() < whole
    for each in buttons:
        each.hide()
    assert row.sizeHint().width() <= 0 or row.layout().isEmpty()


def test_the_button_that_stands_out_shows_where_the_keyboard_is(qtbot: QtBot) -> None:
    other, made = button(words.CANCEL), button(words.PROTECT, "primary")
    row = flowing(other, made)
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = made.grab().toImage()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    assert made.grab().toImage() != before


# -- boxes ---------------------------------------------------------------------------------------------------------


def test_a_box_may_be_narrower_than_its_longest_line(qtbot: QtBot) -> None:
    box = Box()
    qtbot.addWidget(box)
    box.addItem("An extraordinarily long line that tells all of what is meant by one way out of several")
    assert box.minimumSizeHint().width() < box.fontMetrics().horizontalAdvance(box.currentText()) // 2
    box.resize(160, 34)
    box.show()
    shot = box.grab().toImage()
    box.setItemText(0, "An extraordinarily long line that ends otherwise, which nobody sees in so little room")
    assert box.grab().toImage() == shot


def test_the_terms_stand_in_four_columns_or_two(qtbot: QtBot) -> None:
    room = QScrollArea()
    room.setWidgetResizable(True)
    qtbot.addWidget(room)
    inner = QWidget()
    terms = Terms()
    QVBoxLayout(inner).addWidget(terms)
    room.setWidget(inner)
    room.resize(1200, 500)
    room.show()
    fields = (terms.choice, terms.where, terms.name, terms.contact)
    qtbot.waitUntil(lambda: len({each.x() for each in fields}) == 4)
    assert len({each.geometry().center().y() // 4 for each in fields}) == 1
    room.resize(600, 500)
    qtbot.waitUntil(lambda: len({each.x() for each in fields}) == 2)
    assert not any(
        QRect(one.geometry()).intersects(other.geometry()) for one in fields for other in fields if one is not other
    )
    assert terms.name.y() > terms.choice.y()


# -- pages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_no_page_of_preferences_is_wider_than_its_window(qapp: QApplication, hands: Hands, code: str) -> None:
    language.use(qapp, code)
    try:
        shown = hands.window.open_preferences()
        hands.bot.waitUntil(lambda: not shown.clerk.busy)
        for place, sheet in enumerate(shown.sheets):
            shown.names.setCurrentRow(place)
            QApplication.processEvents()
            assert sheet.widget().width() <= sheet.viewport().width(), sheet.name
            assert sheet.widget().minimumSizeHint().width() <= sheet.viewport().width(), sheet.name
        shown.accept()
    finally:
        language.use(qapp, "en")
