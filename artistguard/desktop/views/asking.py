"""Small questions: which choice, which of several ways, which passphrase. None of them stops the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from artistguard.desktop import housewords, sayings, words
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.pressing import Box, button
from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artistguard.desktop.clerk import Clerk
    from artistguard.desktop.session import Session

WIDTH = 470
"""Pixels that a question takes at least."""


class ChoiceBox(Box):
    """The six choices.

    Signals:
        picked: Another one, by the person.
    """

    picked = Signal(Choice)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(words.translate(words.YOUR_CHOICE))
        for each in Choice:
            self.addItem(words.choice(each), each)
            self.setItemData(self.count() - 1, words.meaning(each), Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(lambda place: self.picked.emit(list(Choice)[place]))

    @property
    def choice(self) -> Choice:
        """The one that is shown."""
        return list(Choice)[self.currentIndex()]

    def show_choice(self, choice: Choice) -> None:
        """Show another one."""
        self.setCurrentIndex(list(Choice).index(choice))


class Question(QDialog):
    """A sentence, what it means, and a button for each answer; closing it is the answer no.

    Signals:
        answered: The place of the answer, from 0.

    Args:
        parent: The screen that asks.
        sentence: The question.
        meaning: What the answers do.
        answers: Words on the buttons; the first is the one that stands out.
    """

    answered = Signal(int)

    def __init__(self, parent: QWidget, sentence: str, meaning: str, answers: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleDescription(words.translate(meaning))
        self.body = QVBoxLayout()
        self.buttons = [button(words, "" if place else "primary") for place, words in enumerate(answers)]
        for place, each in enumerate(self.buttons):
            each.clicked.connect(lambda _=False, place=place: self._answer(place))
        self.no = button(sayings.CANCEL)
        self.no.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        for each in (self.no, *reversed(self.buttons)):
            row.addWidget(each)
        layout = QVBoxLayout(self)
        layout.addStrut(WIDTH)
        layout.setContentsMargins(26, 22, 26, 20)
        layout.setSpacing(14)
        layout.addWidget(label(sentence, "sentence", wrap=True))
        layout.addLayout(self.body)
        layout.addWidget(label(meaning, "plain", wrap=True))
        layout.addLayout(row)
        self.buttons[0].setFocus()

    def _answer(self, place: int) -> None:
        self.answered.emit(place)
        self.accept()


class ChoiceQuestion(Question):
    """Asks for another choice."""

    def __init__(self, parent: QWidget, now: Choice) -> None:
        super().__init__(parent, sayings.NEW_CHOICE, sayings.CHOICE_LATER, (sayings.CHANGE,))
        self.box = ChoiceBox()
        self._meaning = label("", "muted", wrap=True)
        self.box.currentIndexChanged.connect(lambda _: self._meaning.setText(words.meaning(self.box.choice)))
        self.box.show_choice(now)
        self._meaning.setText(words.meaning(now))
        self.body.addWidget(self.box)
        self.body.addWidget(self._meaning)
        self.box.setFocus()


def answers_passphrases(parent: QWidget, clerk: Clerk | Session) -> None:
    """Ask the person whenever a key is sealed; nothing typed is an answer, too."""
    clerk.wanted.connect(lambda: clerk.answer(_passphrase(parent)))


def _passphrase(parent: QWidget) -> str:
    typed, given = QInputDialog.getText(parent, words.TITLE, words.translate(words.SEALED), QLineEdit.EchoMode.Password)
    return typed if given else ""


def when(dialog: Question, do: Callable[[int], None]) -> None:
    """Ask, and do something with the answer."""
    dialog.answered.connect(do)
    dialog.open()


class PassphraseQuestion(Question):
    """Asks for a passphrase.

    Args:
        parent: The screen that asks.
        sentence: Whose passphrase it is.
        meaning: What it does.
        answer: The word on the button.
        twice: It is a new one: typed again, so that a slip is found.
    """

    needed = True
    """It may not stay empty."""

    def __init__(self, parent: QWidget, sentence: str, meaning: str, answer: str, *, twice: bool = False) -> None:
        super().__init__(parent, sentence, meaning, (answer,))
        self.fields = [self._field(sentence)] + ([self._field(housewords.AGAIN)] if twice else [])
        for each in self.fields:
            self.body.addWidget(each)
            each.textChanged.connect(lambda _: self._show_able())
            each.returnPressed.connect(self.buttons[0].click)
        self.fields[0].setFocus()
        self._show_able()

    @property
    def typed(self) -> str:
        """The passphrase."""
        return self.fields[0].text()

    def _show_able(self) -> None:
        self.buttons[0].setEnabled(
            {each.text() for each in self.fields} == {self.typed} and bool(self.typed or not self.needed)
        )

    @staticmethod
    def _field(name: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(words.translate(name))
        made.setPlaceholderText(words.translate(name))
        return made


class Shown(Question):
    """Shows a recovery line once.

    Args:
        parent: The screen that shows it.
        sentence: What it is.
        secret: The line.
        page: Where the page with it was saved, or empty.
    """

    def __init__(self, parent: QWidget, sentence: str, secret: str, page: str) -> None:
        super().__init__(parent, sentence, housewords.RECOVERY_MEANS, (housewords.DONE,))
        self.no.hide()
        self.line = QLineEdit(secret)
        self.line.setReadOnly(True)
        self.line.setAccessibleName(words.translate(housewords.RECOVERY_LINE_ONLY))
        self.body.addWidget(self.line)
        if page:
            self.body.addWidget(label(page, "muted", wrap=True))
