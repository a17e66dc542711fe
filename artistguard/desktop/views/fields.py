"""Fields that keep what is typed into them as a setting, with the reason beside them where it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from artistguard.desktop import phrases, words
from artistguard.desktop.errands import Keep
from artistguard.desktop.views.asking import ChoiceBox
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.pressing import Box
from artistguard.desktop.views.tick import Tick
from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.desktop.clerk import Clerk
    from artistguard.jobs.outcome import Trouble
    from artistguard.store.settings import Setting


class Keeping(QObject):
    """Sends settings to be kept, one by one.

    Signals:
        kept: Name of a setting that is another now.
    """

    kept = Signal(str)

    def __init__(self, clerk: Clerk, parent: QObject) -> None:
        super().__init__(parent)
        self._clerk = clerk

    def keep(self, name: str, text: str, trouble: Callable[[Trouble], None]) -> None:
        """Keep one; `trouble` hears why it does not fit."""
        self._clerk.send(Keep(((name, text),)), lambda _: self.kept.emit(name), trouble=trouble)


class Kept(QWidget):
    """One setting: its name, its field, a line of help, and why it was not kept.

    Args:
        keeping: Keeps it.
        key: Name of the setting.
        name: In plain words.
        hint: One line of help, or empty.

    Attributes:
        key: Name of the setting.
        refused: What was typed last does not fit.
        touched: The person changed it.
    """

    def __init__(self, keeping: Keeping, key: str, name: str, hint: str = "") -> None:
        super().__init__()
        self.key = key
        self._keeping = keeping
        self._last: Setting | None = None
        self.by_hand = False
        """Nothing is kept until `keep_shown` is called."""
        self.refused = False
        self.touched = False
        self._name = label(name, "heading", wrap=True)
        self.trouble = label("", "trouble", wrap=True)
        self.trouble.hide()
        self._hint = hint
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(4)

    def lay_out(self, field: QWidget, *, named: bool = True) -> None:
        """Put the field between its name and the reason."""
        field.setAccessibleName(self._name.text())
        field.setAccessibleDescription(words.translate(self._hint) if self._hint else "")
        if named:
            self._name.setBuddy(field)
            self._room.addWidget(self._name)
        self._room.addWidget(field)
        if self._hint and not isinstance(field, QLineEdit):
            self._room.addWidget(label(self._hint, "muted", wrap=True))
        self._room.addWidget(self.trouble)

    def show_value(self, value: Setting) -> None:
        """Show what holds."""
        self._last = value

    def keep(self, value: Setting, text: str) -> None:
        """Keep another value; the same again is not sent."""
        self.touched = True
        if value == self._last:
            return
        self._last = value
        self.refused = False
        self._tell("")
        self._keeping.keep(self.key, text, self._refused)

    def keep_shown(self) -> None:
        """Keep what stands in the field."""

    def _refused(self, trouble: Trouble) -> None:
        self._last, self.refused = None, True
        self._tell(phrases.said(trouble.message.removeprefix(f"{self.key}: ").rstrip(".")) + ".")

    def _tell(self, text: str) -> None:
        self.trouble.setText(text.strip())
        self.trouble.setVisible(bool(text))


class TextField(Kept):
    """A line of text, kept when the cursor leaves it or Enter is pressed."""

    def __init__(self, keeping: Keeping, key: str, name: str, hint: str = "") -> None:
        super().__init__(keeping, key, name, hint)
        self.field = QLineEdit()
        self.field.setMaxLength(500)
        self.field.setPlaceholderText(words.translate(hint) if hint else "")
        self.field.editingFinished.connect(lambda: None if self.by_hand else self.keep_shown())
        self.field.textEdited.connect(lambda _: setattr(self, "touched", True))
        self.lay_out(self.field)

    def keep_shown(self) -> None:
        """Keep what stands in the field."""
        self.keep(self.field.text().strip(), self.field.text().strip())

    def show_value(self, value: Setting) -> None:
        """Show what holds."""
        super().show_value(value)
        self.field.setText(str(value))


class SwitchField(Kept):
    """Yes or no."""

    def __init__(self, keeping: Keeping, key: str, name: str, hint: str = "") -> None:
        super().__init__(keeping, key, name, hint)
        self.field = Tick(name)
        self.field.clicked.connect(lambda on: self.keep(on, "yes" if on else "no"))
        self.lay_out(self.field, named=False)

    def show_value(self, value: Setting) -> None:
        """Show what holds."""
        super().show_value(value)
        self.field.setChecked(bool(value))


class NumberField(Kept):
    """A number, kept when the cursor leaves it."""

    def __init__(self, keeping: Keeping, key: str, name: str, hint: str = "", most: int = 256) -> None:
        super().__init__(keeping, key, name, hint)
        self.field = QSpinBox()
        self.field.setRange(0, most)
        self.field.setMaximumWidth(140)
        self.field.lineEdit().setTextMargins(8, 0, 8, 0)
        self.field.editingFinished.connect(lambda: self.keep(self.field.value(), str(self.field.value())))
        self.lay_out(self.field)

    def show_value(self, value: Setting) -> None:
        """Show what holds."""
        super().show_value(value)
        self.field.setValue(int(value))


class OneOfField(Kept):
    """One of several words, each shown in plain words."""

    def __init__(self, keeping: Keeping, key: str, name: str, ways: dict[str, str], hint: str = "") -> None:
        super().__init__(keeping, key, name, hint)
        self.field = Box()
        for way, shown in ways.items():
            self.field.addItem(words.translate(shown), way)
        self.field.activated.connect(lambda _: self.keep(self.field.currentData(), self.field.currentData()))
        self.lay_out(self.field)

    def show_value(self, value: Setting) -> None:
        """Show what holds."""
        super().show_value(value)
        self.field.setCurrentIndex(self.field.findData(value))


class ChoiceField(Kept):
    """The choice of six, with what it means below."""

    def __init__(self, keeping: Keeping, key: str, name: str, hint: str = "") -> None:
        super().__init__(keeping, key, name, hint)
        self.field = ChoiceBox()
        self.meaning = label("", "muted", wrap=True)
        self.field.currentIndexChanged.connect(lambda _: self.meaning.setText(words.meaning(self.field.choice)))
        self.field.picked.connect(lambda _: self._pick())
        self.meaning.setText(words.meaning(self.field.choice))
        self.lay_out(self.field)
        self._room.insertWidget(2, self.meaning)

    def keep_shown(self) -> None:
        """Keep what is chosen."""
        self.keep(str(self.field.choice), str(self.field.choice))

    def show_value(self, value: Setting) -> None:
        """Show what holds."""
        super().show_value(value)
        self.field.show_choice(Choice(str(value)))

    def _pick(self) -> None:
        self.touched = True
        if not self.by_hand:
            self.keep_shown()
