"""One quiet bar for all that needs attention, grouped by cause, each with what can be done about it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from artistguard.desktop import troubles, words
from artistguard.desktop.views.dropping import button, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artistguard.jobs.outcome import Trouble

MOST_NAMES = 3


class Notices(QFrame):
    """The bar; not there while there is nothing to say.

    Signals:
        shown_only: Codes of the works that are to be shown; empty for all.
        again: Codes of the troubles to try again.
    """

    shown_only = Signal(set)
    again = Signal(set)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(words.translate("Needs attention"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(14, 8, 10, 8)
        self._lines.setSpacing(4)
        self._only: set[str] = set()
        self._sentence = ""
        self._troubles: Mapping[str, Sequence[tuple[str, Trouble]]] = {}
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say one sentence until it is dismissed."""
        self._sentence = sentence
        self._fill()

    def show_troubles(self, troubles: Mapping[str, Sequence[tuple[str, Trouble]]]) -> None:
        """Show these and no others."""
        self._troubles = dict(troubles)
        self._fill()

    @property
    def text(self) -> str:
        """All that is shown, line by line."""
        return "\n".join(each.text() for each in self.findChildren(QLabel))

    def _fill(self) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        if self._sentence:
            self._lines.addWidget(self._told())
        for code, found in self._troubles.items():
            self._lines.addWidget(self._line(code, found))
        self.setProperty("troubled", bool(self._troubles))
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(self._sentence or self._troubles))

    def _told(self) -> QWidget:
        line, layout = _row()
        layout.addWidget(label(self._sentence, "plain", wrap=True), 1)
        dismiss = button(words.DISMISS, "link")
        dismiss.clicked.connect(lambda: self.tell(""))
        layout.addWidget(dismiss)
        return line

    def _line(self, code: str, found: Sequence[tuple[str, Trouble]]) -> QWidget:
        line, layout = _row()
        cause = QLabel(troubles.caused(code, len(found)))
        cause.setObjectName("cause")
        layout.addWidget(cause)
        remedy = QLabel(_names(found))
        remedy.setWordWrap(True)
        layout.addWidget(remedy, 1)
        only = button(words.SHOW_ALL if code in self._only else words.SHOW_THEM, "link")
        only.clicked.connect(lambda: self._narrow(code))
        again = button(words.TRY_AGAIN, "link")
        again.clicked.connect(lambda: self.again.emit({code}))
        for each in (only, again):
            each.setAccessibleName(f"{each.text()}: {cause.text()}")
            layout.addWidget(each)
        return line

    def _narrow(self, code: str) -> None:
        self._only = set() if code in self._only else {code}
        self.shown_only.emit(self._only)
        self._fill()


def _names(found: Sequence[tuple[str, Trouble]]) -> str:
    names = [PurePath(path).name for path, _ in found if path]
    shown = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    trouble = found[0][1]
    return f"{shown}: {troubles.helps(trouble)}" if shown else troubles.told(trouble)


def _row() -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return line, layout
