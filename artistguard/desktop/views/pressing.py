"""What is pressed and chosen from: buttons, and boxes with several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QStyle, QStyleOptionComboBox, QStylePainter

from artistguard.desktop import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

FEWEST_LETTERS = 12
"""That a box with several ways shows."""
PRIMARY = "primary"


class Button(QPushButton):
    """A button; the one that stands out shows inside where the keyboard is, since its edge has the same colour."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """With a ring inside."""
        super().paintEvent(event)
        if self.objectName() == PRIMARY and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # The style sheet makes the button's own ground that of its palette.
            painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.Base), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 5, 5)
            painter.end()


def button(text: str, name: str = "") -> QPushButton:
    """A button that says what it does, to eyes and ears."""
    made = Button(words.translate(text))
    made.setObjectName(name)
    made.setAccessibleName(words.translate(text))
    made.setAutoDefault(False)
    return made


class Box(QComboBox):
    """Several ways, of which one holds; a long one is cut short with dots, and told whole where the mouse rests."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """With the words cut where there is no room for them."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        whole = self.currentText()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        option.currentText = shown
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


def box(name: str, ways: Mapping[Any, str]) -> Box:
    """One of several, by its name in plain words."""
    made = Box()
    made.setAccessibleName(words.translate(name))
    for way, shown in ways.items():
        made.addItem(shown, way)
    return made
