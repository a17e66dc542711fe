"""The first steps: who you are, what you choose, whether you want a registry. Three steps, each may be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from artistguard.desktop import sayings, words
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.household import Household, Survey
from artistguard.desktop.views.dropping import label, roomy, scrolled
from artistguard.desktop.views.fields import ChoiceField, Keeping, TextField
from artistguard.desktop.views.pressing import button

if TYPE_CHECKING:
    from artistguard.desktop.tasks import Backstage


class Wizard(QDialog):
    """The dialogue; closing it skips what is left of it.

    Signals:
        changed: Names of settings that are others now; once, when it closes.
    """

    changed = Signal(set)

    def __init__(self, backstage: Backstage, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.translate(sayings.WELCOME))
        self.clerk = Clerk(backstage, self)
        self.keeping = Keeping(self.clerk, self)
        self.name = TextField(self.keeping, "name", words.YOUR_NAME, words.NAME_HINT)
        self.contact = TextField(self.keeping, "contact", words.YOUR_CONTACT, words.CONTACT_HINT)
        self.licence = TextField(self.keeping, "licence", sayings.LICENCE, sayings.LICENCE_HINT)
        self.choice = ChoiceField(self.keeping, "choice", words.YOUR_CHOICE, sayings.CHOICE_MORE)
        self.registry = TextField(self.keeping, "registry", sayings.REGISTRY_ADDRESS, "https://")
        self.place = label("", "muted")
        self.steps = QStackedWidget()
        self.back = button(sayings.BACK)
        self.skip = button(sayings.SKIP)
        self.next = button(sayings.NEXT, "primary")
        self._fields: list[tuple[int, TextField | ChoiceField]] = []
        self._changed: set[str] = set()
        self._leaving = False
        self._left = False
        self._lay_out()
        self.back.clicked.connect(lambda: self._go(-1))
        self.skip.clicked.connect(lambda: self._go(1))
        self.next.clicked.connect(self._keep_and_go)
        self.keeping.kept.connect(self._changed.add)
        self.clerk.phased.connect(self._answered)
        self.finished.connect(lambda _: self._leave())
        self._show()
        self.clerk.send(Survey(), self._take)

    def _lay_out(self) -> None:
        self._step(sayings.STEP_YOU, sayings.STEP_YOU_MORE, self.name, self.contact, self.licence)
        self._step(sayings.STEP_CHOICE, sayings.CHANGE_LATER, self.choice)
        self._step(sayings.STEP_REGISTRY, sayings.STEP_REGISTRY_MORE, self.registry)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.place, 1)
        for each in (self.back, self.skip, self.next):
            row.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(30, 26, 30, 20)
        layout.setSpacing(16)
        layout.addWidget(self.steps, 1)
        layout.addLayout(row)
        roomy(self, 640, 460)

    def _step(self, title: str, more: str, *fields: TextField | ChoiceField) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(label(title, "title", wrap=True))
        layout.addWidget(label(more, "muted", wrap=True))
        for field in fields:
            # A step keeps what stands in it when the person goes on, and nothing when she skips it.
            field.by_hand = True
            layout.addWidget(field)
            self._fields.append((self.steps.count(), field))
        layout.addStretch()
        self.steps.addWidget(scrolled(page))

    # -- what the person does -------------------------------------------------------------------------------------

    def _keep_and_go(self) -> None:
        """Keep what stands in this step; go on when all of it fits."""
        self._leaving = True
        for field in self._here():
            field.keep_shown()
        self._answered()

    def _leave(self) -> None:
        """Go away when what was typed last is kept."""
        self._left = True
        self._answered()

    def _answered(self) -> None:
        if self._left and not self.clerk.busy:
            self._left = False
            self.changed.emit(self._changed)
            self.deleteLater()
            return
        self.next.setEnabled(not self.clerk.busy)
        if self._leaving and not self.clerk.busy:
            self._leaving = False
            if not any(field.refused for field in self._here()):
                self._go(1)

    def _go(self, by: int) -> None:
        place = self.steps.currentIndex() + by
        if place >= self.steps.count():
            self.accept()
            return
        self.steps.setCurrentIndex(place)
        self._show()

    # -- what is shown --------------------------------------------------------------------------------------------

    def _here(self) -> list[TextField | ChoiceField]:
        place = self.steps.currentIndex()
        return [field for step, field in self._fields if step == place]

    def _show(self) -> None:
        place, last = self.steps.currentIndex(), self.steps.count() - 1
        self.place.setText(sayings.step(place + 1, last + 1))
        self.back.setVisible(place > 0)
        for each, text in (
            (self.skip, sayings.NOT_NOW if place == last else sayings.SKIP),
            (self.next, sayings.FINISH if place == last else sayings.NEXT),
        ):
            each.setText(words.translate(text))
            each.setAccessibleName(each.text())
        self._here()[0].field.setFocus()

    def _take(self, value: object) -> None:
        if isinstance(value, Household):
            for _, field in self._fields:
                if not field.touched:
                    field.show_value(value.settings[field.key])
