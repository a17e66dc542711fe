"""Takes the errands of one screen to the helper process, and tells the screen how they go. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artistguard.desktop import phrases
from artistguard.desktop.errands import Note, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.desktop.backstage import End
    from artistguard.desktop.errands import Errand
    from artistguard.desktop.tasks import Backstage, Call
    from artistguard.jobs.outcome import Trouble


class Clerk(QObject):
    """One screen's line to the helper process.

    Signals:
        phased: Began or finished something.
        progressed: How far the work is.
        said: A sentence for the person.
        troubled: A Trouble: an errand could not be done.
        wanted: A passphrase is needed; see `answer`.
    """

    phased = Signal()
    progressed = Signal()
    said = Signal(str)
    troubled = Signal(object)
    wanted = Signal()

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backstage = backstage
        self._calls: list[Call] = []
        self.progress = Progress("", 0, 0)

    @property
    def busy(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._calls)

    def send(
        self,
        errand: Errand,
        take: Callable[[object], None],
        end: Callable[[End], None] | None = None,
        *,
        trouble: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Send an errand.

        Args:
            errand: What is to be done.
            take: Gets each value that is neither Progress nor Note.
            end: Called once when it is over, however it ended.
            trouble: Called before `end` where it could not be done; the signal tells it otherwise.
        """
        call = self._backstage.ask(errand)
        self._calls.append(call)
        self.progress = Progress("", 0, 0)
        call.values.connect(lambda values: self._values(values, take))
        call.asked.connect(self.wanted)
        call.ended.connect(lambda how: self._ended(call, how, end, trouble))
        self.phased.emit()

    def stop(self) -> None:
        """Cancel whatever is on its way; what is finished is kept."""
        for call in self._calls:
            call.stop()

    def answer(self, passphrase: str) -> None:
        """What was typed when a passphrase was wanted."""
        self._backstage.answer(passphrase)

    def _values(self, values: tuple[object, ...], take: Callable[[object], None]) -> None:
        for value in values:
            match value:
                case Progress():
                    self.progress = value
                    self.progressed.emit()
                case Note(sentence):
                    self.said.emit(phrases.said(sentence))
                case _:
                    take(value)

    def _ended(
        self, call: Call, how: End, end: Callable[[End], None] | None, trouble: Callable[[Trouble], None] | None
    ) -> None:
        self._calls.remove(call)
        if how.trouble is not None:
            (trouble or self.troubled.emit)(how.trouble)
        if end is not None:
            end(how)
        self.phased.emit()
