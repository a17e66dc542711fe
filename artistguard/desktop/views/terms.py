"""What the person says: the choice of six, a name, where to ask, and where the statement is written."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QSizePolicy

from artistguard.desktop import words
from artistguard.desktop.views.dropping import label
from artistguard.terms import Choice

if TYPE_CHECKING:
    from artistguard.terms import Declaration


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
        self.choice = QComboBox()
        self.choice.setAccessibleName(words.translate(words.YOUR_CHOICE))
        for each in Choice:
            self.choice.addItem(words.choice(each), each)
            self.choice.setItemData(self.choice.count() - 1, words.meaning(each), Qt.ItemDataRole.ToolTipRole)
        self.meaning = label("", "muted", wrap=True)
        self.name = _field(words.YOUR_NAME, words.NAME_HINT)
        self.contact = _field(words.YOUR_CONTACT, words.CONTACT_HINT)
        self.register = QCheckBox(words.translate(words.REGISTER))
        self.register.setAccessibleName(words.translate(words.REGISTER))
        self.where = QComboBox()
        self.where.setAccessibleName(words.translate(words.WHERE))
        self.where.addItems([words.translate(words.IN_PLACE), words.translate(words.IN_COPIES)])
        self.way_back = QCheckBox(words.translate(words.KEEP_WAY_BACK))
        self.way_back.setAccessibleName(words.translate(words.KEEP_WAY_BACK))
        self.way_back_means = label("", "muted", wrap=True)
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
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(4)
        headings = (words.YOUR_CHOICE, words.YOUR_NAME, words.YOUR_CONTACT)
        fields = (self.choice, self.name, self.contact)
        for place, (heading, field) in enumerate(zip(headings, fields, strict=True)):
            shown = label(heading, "heading")
            shown.setBuddy(field)
            layout.addWidget(shown, 0, place)
            layout.addWidget(field, 1, place)
        layout.addWidget(self.meaning, 2, 0)
        layout.addWidget(self.register, 2, 1, 1, 2)
        layout.addWidget(self.where, 3, 0)
        layout.addWidget(self.way_back, 3, 1, 1, 2)
        layout.addWidget(self.way_back_means, 4, 1, 1, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout.setColumnStretch(0, 6)
        layout.setColumnStretch(1, 4)
        layout.setColumnStretch(2, 4)


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(words.translate(name))
    made.setPlaceholderText(words.translate(hint))
    made.setMaxLength(500)
    return made
