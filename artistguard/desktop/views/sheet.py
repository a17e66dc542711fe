"""One page of Preferences: a title, parts below one another, and fields that keep themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from artistguard.desktop import words
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.fields import Kept

if TYPE_CHECKING:
    from artistguard.desktop.household import Household


class Sheet(QScrollArea):
    """A page.

    Signals:
        asked: An errand that is to be done; what it yields comes to `take`.

    Args:
        name: Its title.

    Attributes:
        name: Its title, as in the code.
    """

    asked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._fields: list[Kept] = []
        page = QWidget()
        self._room = QVBoxLayout(page)
        self._room.setContentsMargins(6, 0, 12, 6)
        self._room.setSpacing(14)
        self._room.addWidget(label(name, "title"))
        self._room.addStretch()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self.setAccessibleName(words.translate(name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add(self, *parts: QWidget) -> None:
        """Put parts below those that are there."""
        for part in parts:
            if isinstance(part, Kept):
                self._fields.append(part)
            self._room.insertWidget(self._room.count() - 1, part)

    def show_household(self, house: Household) -> None:
        """Show how things stand; what is being typed at this moment is not written over."""
        for field in self._fields:
            if not (field.touched and field.isAncestorOf(self.focusWidget())):
                field.show_value(house.settings[field.key])

    def take(self, value: object) -> None:
        """What an errand of this or another page yielded."""


def headed(name: str, field: QWidget) -> QWidget:
    """A field close below its name."""
    shown = label(name, "heading", wrap=True)
    shown.setBuddy(field)
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(shown)
    layout.addWidget(field)
    return both


def line(name: str, hint: str) -> QLineEdit:
    """A line of text that nobody keeps by itself."""
    made = QLineEdit()
    made.setAccessibleName(words.translate(name))
    made.setPlaceholderText(words.translate(hint))
    made.setMaxLength(200)
    return made


def side_by_side(*parts: QWidget, stretched: int = -1) -> QWidget:
    """Widgets in one row.

    Args:
        parts: From the beginning of a line to its end.
        stretched: The place of the one that takes the room that is left; -1 for all but the last.
    """
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for place, part in enumerate(parts):
        wide = place == stretched if stretched >= 0 else place < len(parts) - 1
        layout.addWidget(part, 1 if wide else 0)
    return row
