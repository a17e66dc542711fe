"""What the person says: the choice of six, a name, where to ask, and where the statement is written."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from artistguard.desktop import words
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.pressing import Box
from artistguard.desktop.views.tick import Tick
from artistguard.terms import Choice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artistguard.terms import Declaration


Place = tuple[int, int, int, int]
"""Row and column in a grid, and how many of each a part takes."""
FOUR: tuple[Place, ...] = (
    (0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (0, 3, 1, 1),
    (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1),
    (2, 0, 2, 1), (2, 1, 1, 1), (3, 1, 1, 1), (2, 2, 1, 2),
)  # fmt: skip
"""Where each part stands: the names of the four fields, the fields, and what stands below them."""
TWO: tuple[Place, ...] = (
    (0, 0, 1, 1), (0, 1, 1, 1), (4, 0, 1, 1), (4, 1, 1, 1),
    (1, 0, 1, 1), (1, 1, 1, 1), (5, 0, 1, 1), (5, 1, 1, 1),
    (2, 0, 2, 1), (2, 1, 1, 1), (3, 1, 1, 1), (6, 0, 1, 2),
)  # fmt: skip
WEIGHTS = (6, 5, 4, 4)
"""How the columns share the width."""
LETTERS_FOR_FOUR = 125
"""Narrower than this, four columns would cut their words off."""


class Terms(QFrame):
    """The card below the list.

    Signals:
        chosen: Another choice.
        named: Another name.
        reachable: Another contact.
        registering: Whether fingerprints are registered.
        keeping: Whether a way back is kept.
        copies_wanted: Copies are to be written, and a folder for them chosen.
        in_place_wanted: The files themselves are to be written.
    """

    chosen = Signal(Choice)
    named = Signal(str)
    reachable = Signal(str)
    registering = Signal(bool)
    keeping = Signal(bool)
    copies_wanted = Signal()
    in_place_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.choice = Box()
        self.choice.setAccessibleName(words.translate(words.YOUR_CHOICE))
        for each in Choice:
            self.choice.addItem(words.choice(each), each)
            self.choice.setItemData(self.choice.count() - 1, words.meaning(each), Qt.ItemDataRole.ToolTipRole)
        self.meaning = label("", "muted", wrap=True)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.meaning.setContentsMargins(0, 5, 0, 0)
        self.name = _field(words.YOUR_NAME, words.NAME_HINT)
        self.contact = _field(words.YOUR_CONTACT, words.CONTACT_HINT)
        self.register = Tick(words.REGISTER)
        self.where = Box()
        self.where.setAccessibleName(words.translate(words.WHERE))
        self.where.addItems([words.translate(words.IN_PLACE), words.translate(words.IN_COPIES)])
        self.way_back = Tick(words.KEEP_WAY_BACK)
        self.way_back_means = label("", "muted", wrap=True)
        self._headed = {
            self.choice: _heading(words.YOUR_CHOICE, self.choice),
            self.where: _heading(words.WHERE, self.where),
            self.name: _heading(words.YOUR_NAME, self.name),
            self.contact: _heading(words.YOUR_CONTACT, self.contact),
        }
        self._grid = QGridLayout(self)
        self._places: tuple[Place, ...] = ()
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._choose)
        self.name.textEdited.connect(self.named)
        self.contact.textEdited.connect(self.reachable)
        self.register.toggled.connect(self.registering)
        self.where.activated.connect(lambda place: (self.copies_wanted if place else self.in_place_wanted).emit())
        self.way_back.toggled.connect(self._keep)

    def show_terms(self, declaration: Declaration, *, register: bool, way_back: bool, out: str) -> None:
        """Show what holds.

        Args:
            declaration: Choice, name and contact.
            register: Whether fingerprints are registered.
            way_back: Whether a way back is kept.
            out: Folder for copies, or empty.
        """
        self.choice.setCurrentIndex(list(Choice).index(declaration.choice))
        self.meaning.setText(words.meaning(declaration.choice))
        self.name.setText(declaration.name)
        self.contact.setText(declaration.contact)
        self.register.setChecked(register)
        self.where.setItemText(1, words.copies(PurePath(out).name) if out else words.translate(words.IN_COPIES))
        self.where.setItemData(1, out, Qt.ItemDataRole.ToolTipRole)
        self.where.setCurrentIndex(1 if out else 0)
        # Of an original that nobody changes there is nothing to keep.
        self.way_back.setEnabled(not out)
        self.way_back.setChecked(way_back)
        self._mean()

    def _keep(self, wanted: bool) -> None:  # noqa: FBT001 - Qt hands it over
        self._mean()
        self.keeping.emit(wanted)

    def _mean(self) -> None:
        if not self.way_back.isEnabled():
            told = words.COPIES_MEAN
        else:
            told = words.WAY_BACK_MEANS if self.way_back.isChecked() else words.NO_WAY_BACK_MEANS
        self.way_back_means.setText(words.translate(told))

    def _choose(self, place: int) -> None:
        which = list(Choice)[place]
        self.meaning.setText(words.meaning(which))
        self.chosen.emit(which)

    def _lay_out(self) -> None:
        """Four columns, or two where the letters are large or the window is narrow."""
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._spread(FOUR)
        order = (self.choice, self.where, self.way_back, self.name, self.contact, self.register)
        for one, after in pairwise(order):
            self.setTabOrder(one, after)

    def _spread(self, places: tuple[Place, ...]) -> None:
        if places == self._places:
            return
        self._places = places
        for part, place in zip(self._parts(), places, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *place)
        for column in range(4):
            used = any(place[1] == column for place in places)
            self._grid.setColumnStretch(column, WEIGHTS[column] if used else 0)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            *(self._headed[each] for each in (self.choice, self.where, self.name, self.contact)),
            *(self.choice, self.where, self.name, self.contact),
            *(self.meaning, self.way_back, self.way_back_means, self.register),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fewer columns where there is less room."""
        super().resizeEvent(event)
        self._spread(FOUR if self.width() >= LETTERS_FOR_FOUR * self.fontMetrics().averageCharWidth() else TWO)


def _heading(name: str, field: QWidget) -> QLabel:
    shown = label(name, "heading")
    shown.setBuddy(field)
    return shown


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(words.translate(name))
    made.setPlaceholderText(words.translate(hint))
    made.setMaxLength(500)
    return made
