"""Letters twice as large on a small screen: nothing is cut off, everything can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from artistguard.desktop.looks import Looks
from artistguard.desktop.phases import Phase
from artistguard.desktop.views.tick import Tick
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX, LIGHTHOUSE, TIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.suites.windows import Hands

SCREEN = (1366, 768)
FRAME = 40
"""For the title of the window, and a bar of the system."""
SPARE = 2
"""Pixels by which what Qt wants and what it gives may differ."""


def clipped(top: QWidget) -> Iterator[str]:
    """What does not show all of its words."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or (widget.visibleRegion().isEmpty() and not _scrolls(widget)):
            continue
        if isinstance(widget, QLabel) and widget.text():
            wanted = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            narrow = not widget.wordWrap() and widget.sizeHint().width() > widget.width() + SPARE
            if narrow or wanted > widget.height() + SPARE:
                yield f"{widget.text()[:40]!r}: {widget.width()}x{widget.height()}, wants {widget.sizeHint()} {wanted}"
        elif isinstance(widget, Tick):
            if widget.heightForWidth(widget.width()) > widget.height() + SPARE:
                yield f"{widget.text()!r}: {widget.size()}, wants {widget.heightForWidth(widget.width())}"
        elif isinstance(widget, QAbstractButton) and widget.text():
            if (
                widget.sizeHint().width() > widget.width() + SPARE
                or widget.sizeHint().height() > widget.height() + SPARE
            ):
                yield f"{widget.text()!r}: {widget.size()}, wants {widget.sizeHint()}"
        elif isinstance(widget, QLineEdit | QComboBox) and widget.fontMetrics().height() > widget.height():
            yield f"{widget.accessibleName()!r}: {widget.size()}"


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def outside(top: QWidget) -> Iterator[str]:
    """What lies beyond the edge of its window, where nobody can scroll to it."""
    for widget in top.findChildren(QWidget):
        named = isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox)
        if named and widget.isVisible() and not _scrolls(widget) and widget.window() is top:
            place = QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
            if not top.rect().adjusted(-SPARE, -SPARE, SPARE, SPARE).contains(place):
                yield f"{type(widget).__name__} {widget.accessibleName()}: {place}"


def fits(top: QWidget) -> list[str]:
    """What is wrong with a window of that size."""
    if not isinstance(top, QDialog):
        top.resize(SCREEN[0], SCREEN[1] - FRAME)
    for _ in range(5):
        QApplication.processEvents()
    size = top.size()
    wrong = [f"window {size}"] if size.width() > SCREEN[0] or size.height() > SCREEN[1] - FRAME else []
    return [*wrong, *clipped(top), *outside(top)]


@pytest.mark.parametrize("per_cent", [100, 150, 200])
def test_nothing_is_cut_off_on_a_small_screen(hands: Hands, per_cent: int) -> None:
    window = hands.window
    window._look(Looks(text_size=per_cent))
    wrong = {"empty": fits(window)}
    files = [hands.put(each) for each in (FOX, LIGHTHOUSE, TIDE)]
    torn = hands.put(FOX, "Torn.png")
    torn.write_bytes(torn.read_bytes()[:500])
    hands.drop([*files, torn])
    hands.wait(Phase.READY)
    hands.click(hands.screen.details)
    hands.choose(0)
    wrong["ready"] = fits(window)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    wrong["done"] = fits(window)
    window.go_to(window.my_works)
    hands.bot.waitUntil(
        lambda: bool(window.my_works.model.works) and not window.my_works.clerk.busy, timeout=PATIENCE_MS
    )
    window.my_works.list.selectAll()
    wrong["my works"] = fits(window)
    window.my_works.ask_put_back()
    asked = QApplication.activeModalWidget()
    assert asked is not None
    wrong["put back"] = fits(asked)
    asked.reject()
    window.go_to(window.checking)
    wrong["check"] = fits(window)
    window.checking.check([str(files[0])])
    hands.bot.waitUntil(
        lambda: bool(window.checking.model.found) and not window.checking.clerk.busy, timeout=PATIENCE_MS
    )
    wrong["checked"] = fits(window)
    preferences = window.open_preferences()
    hands.bot.waitUntil(lambda: not preferences.clerk.busy, timeout=PATIENCE_MS)
    for page in range(preferences.names.count()):
        preferences.names.setCurrentRow(page)
        wrong[f"preferences {page}"] = fits(preferences)
    preferences.accept()
    wizard = window.welcome()
    assert wizard is not None
    for step in range(3):
        wrong[f"wizard {step}"] = fits(wizard)
        hands.click(wizard.skip)
    found = [f"{name}: {each}" for name, all_of_it in wrong.items() for each in all_of_it]
    assert not found, "\n".join(found)
