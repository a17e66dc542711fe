"""One quiet bar for all that needs attention, grouped by cause, each with what can be done about it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from artistguard.desktop import counts, troubles, words
from artistguard.desktop.aloud import Aloud
from artistguard.desktop.language import apart
from artistguard.desktop.views.dropping import emptied, label
from artistguard.desktop.views.pressing import button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from artistguard.jobs.outcome import Trouble

MOST_NAMES = 3
ELSEWHERE = frozenset(("unreadable", "disk-full", "output-exists"))
"""Causes that copies in another folder avoid."""
TO_OPEN = frozenset(("locked", "damaged"))
"""Causes that the program which made a file mends: the file is opened in it."""
TO_FIND = frozenset(("unreadable", "busy", "not-downloaded", "wrong-extension"))
"""Causes that are mended where the file lies: its folder is shown."""
PAST = frozenset(("edited-since", "nothing-to-put-back"))
"""Causes that trying again does not mend."""


class Notices(QFrame):
    """The bar; not there while there is nothing to say.

    Signals:
        shown_only: Codes of the works that are to be shown; empty for all.
        again: Codes of the troubles to try again.
        skipped: Codes of the troubles whose files are to leave the list.
        elsewhere: Copies are to go into another folder.
        gone_on: The run that was interrupted is to go on.
        taken_back: What it had done is to be put back.
        let_be: Nothing is to be done about it.
    """

    shown_only = Signal(set)
    again = Signal(set)
    skipped = Signal(set)
    elsewhere = Signal()
    gone_on = Signal()
    taken_back = Signal()
    let_be = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(words.translate("Needs attention"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(14, 8, 10, 8)
        self._lines.setSpacing(4)
        self._only: set[str] = set()
        self._sentence = ""
        self._unfinished = (0, 0)
        self._troubles: Mapping[str, Sequence[tuple[str, Trouble]]] = {}
        self.aloud = Aloud(self)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say one sentence until it is dismissed."""
        self._sentence = sentence
        self._fill()

    def show_unfinished(self, missing: int, total: int) -> None:
        """Show that a run ended before all was done; nothing for no missing files."""
        self._unfinished = (missing, total)
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
        emptied(self._lines)
        if self._sentence:
            self._lines.addWidget(self._told())
        if self._unfinished[0]:
            self._lines.addWidget(self._interrupted(*self._unfinished))
        for code, found in self._troubles.items():
            self._lines.addWidget(self._line(code, found))
        if len(self._troubles) > 1:
            self._lines.addWidget(self._all_again())
        self.setProperty("troubled", bool(self._troubles))
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(self._sentence or self._troubles or self._unfinished[0]))
        causes = (troubles.caused(code, len(found)) for code, found in self._troubles.items())
        self.aloud.say(" ".join(filter(None, [self._sentence, *causes])))

    def _told(self) -> QWidget:
        line, layout = _row()
        layout.addWidget(label(self._sentence, "plain", wrap=True), 1)
        dismiss = button(words.DISMISS, "link")
        dismiss.clicked.connect(lambda: self.tell(""))
        layout.addWidget(dismiss)
        return line

    def _interrupted(self, missing: int, total: int) -> QWidget:
        line, layout = _row()
        told = QLabel(counts.unfinished(missing, total))
        told.setObjectName("cause")
        layout.addWidget(told, 1)
        doings = [(words.GO_ON, self.gone_on), (words.LET_BE, self.let_be)]
        if missing < total:
            doings.insert(1, (words.PUT_BACK, self.taken_back))
        for name, wanted in doings:
            layout.addWidget(_link(name, told.text(), wanted.emit))
        return line

    def _all_again(self) -> QWidget:
        line, layout = _row()
        layout.addStretch()
        layout.addWidget(_link(words.ALL_AGAIN, "", lambda: self.again.emit(set(self._troubles))))
        return line

    def _line(self, code: str, found: Sequence[tuple[str, Trouble]]) -> QWidget:
        line, layout = _row()
        cause = QLabel(troubles.caused(code, len(found)))
        cause.setObjectName("cause")
        layout.addWidget(cause)
        remedy = QLabel(_names(found))
        remedy.setWordWrap(True)
        layout.addWidget(remedy, 1)
        for name, do in self._doings(code, found):
            layout.addWidget(_link(name, cause.text(), do))
        return line

    def _doings(self, code: str, found: Sequence[tuple[str, Trouble]]) -> Iterator[tuple[str, Callable[[], None]]]:
        """What can be done about a cause: the button that mends it first."""
        if code in ELSEWHERE:
            yield words.OTHER_FOLDER, self.elsewhere.emit
        path = next((path for path, _ in found if path), "")
        if path and code in TO_OPEN:
            yield words.OPEN_IT, lambda: _show(path)
        if path and code in TO_FIND:
            yield words.SHOW_FILE, lambda: _show(str(PurePath(path).parent))
        if code not in PAST:
            yield words.TRY_AGAIN, lambda: self.again.emit({code})
        yield words.SKIP if path else words.DISMISS, lambda: self.skipped.emit({code})
        if path:
            yield words.SHOW_ALL if code in self._only else words.SHOW_THEM, lambda: self._narrow(code)

    def _narrow(self, code: str) -> None:
        self._only = set() if code in self._only else {code}
        self.shown_only.emit(self._only)
        self._fill()


def _show(path: str) -> None:
    """A file in its own program, or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _link(name: str, about: str, do: Callable[[], None]) -> QPushButton:
    made = button(name, "link")
    made.setAccessibleName(f"{made.text()}: {about}" if about else made.text())
    made.clicked.connect(lambda _: do())
    return made


def _names(found: Sequence[tuple[str, Trouble]]) -> str:
    names = [PurePath(path).name for path, _ in found if path]
    shown = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    trouble = found[0][1]
    return f"{apart(shown)}: {troubles.helps(trouble)}" if shown else troubles.told(trouble)


def _row() -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return line, layout
