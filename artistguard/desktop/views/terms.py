"""What the person says: the choice of six, a name, and where to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit

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
    """

    chosen = Signal(Choice)
    named = Signal(str)
    reachable = Signal(str)
    registering = Signal(bool)

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
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._choose)
        self.name.textEdited.connect(self.named)
        self.contact.textEdited.connect(self.reachable)
        self.register.toggled.connect(self.registering)

    def show_terms(self, declaration: Declaration, *, register: bool) -> None:
        """Show what holds."""
        self.choice.setCurrentIndex(list(Choice).index(declaration.choice))
        self.meaning.setText(words.meaning(declaration.choice))
        self.name.setText(declaration.name)
        self.contact.setText(declaration.contact)
        self.register.setChecked(register)

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
        layout.setColumnStretch(0, 6)
        layout.setColumnStretch(1, 4)
        layout.setColumnStretch(2, 4)


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(words.translate(name))
    made.setPlaceholderText(words.translate(hint))
    made.setMaxLength(500)
    return made
