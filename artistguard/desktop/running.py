"""The one errand that a screen is waiting for: its progress, the time it still takes, and how it is stopped."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artistguard.desktop import phrases
from artistguard.desktop.errands import Note, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.desktop.backstage import End
    from artistguard.desktop.errands import Errand
    from artistguard.desktop.tasks import Backstage, Call

NOTHING = Progress("", 0, 0)


class Running(QObject):
    """At most one errand; what an earlier one still sends is not heard any more.

    Signals:
        progressed: How far it is.
        said: A sentence for the person.
        asked: A passphrase is needed.
        stopping: It was asked to stop and will.
    """

    progressed = Signal()
    said = Signal(str)
    asked = Signal()
    stopping = Signal()

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backstage = backstage
        self._call: Call | None = None
        self._begun = 0.0
        self.progress = NOTHING
        self.ending = False

    def begin(self, errand: Errand, take: Callable[[tuple[object, ...]], None], end: Callable[[End], None]) -> None:
        """Send an errand, in place of the one that was on its way.

        Args:
            errand: What to do.
            take: Handed what it yields.
            end: Handed how it ended.
        """
        self.drop()
        self.progress, self._begun = NOTHING, time.monotonic()
        call = self._call = self._backstage.ask(errand)

        def values(found: tuple[object, ...]) -> None:
            if self._call is call:
                self._tell(found)
                take(found)

        def ended(how: End) -> None:
            if self._call is call:
                self._call, self.ending = None, False
                end(how)

        call.values.connect(values)
        call.ended.connect(ended)
        call.asked.connect(self.asked)

    def stop(self) -> None:
        """Cancel: the current file is finished, finished ones are kept, and `end` is told."""
        if self._call is not None and not self.ending:
            self.ending = True
            self._call.stop()
            self.stopping.emit()

    def drop(self) -> None:
        """Whatever is on its way is not wanted any more; nobody is told how it ended."""
        if self._call is not None:
            call, self._call, self.ending = self._call, None, False
            call.stop()

    @property
    def seconds_left(self) -> float | None:
        """About how long it still takes; None while nobody knows."""
        spent = time.monotonic() - self._begun
        if self.progress.done < 2 or spent < 1 or self.progress.done >= self.progress.total:
            return None
        return spent / self.progress.done * (self.progress.total - self.progress.done)

    def _tell(self, found: tuple[object, ...]) -> None:
        for each in found:
            if isinstance(each, Progress):
                if each.stage != self.progress.stage:
                    self._begun = time.monotonic()
                self.progress = each
                self.progressed.emit()
            elif isinstance(each, Note):
                self.said.emit(phrases.said(each.words))
