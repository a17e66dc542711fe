"""Watches folders for as long as the window is open, in a helper process of its own. Knows no widget."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artistguard.desktop import housewords, sayings
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.folders import Watch
from artistguard.desktop.tasks import Backstage
from artistguard.jobs.happening import Told
from artistguard.jobs.outcome import Outcome, Status

if TYPE_CHECKING:
    from artistguard.desktop.backstage import End
    from artistguard.jobs.outcome import Trouble


class Watching(QObject):
    """The folders that are watched.

    Signals:
        said: A sentence for the person.
        protected: Something was protected.
    """

    said = Signal(str)
    protected = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backstage = Backstage(self)
        self.clerk = Clerk(self._backstage, self)
        self.clerk.troubled.connect(self._troubled)
        self.clerk.progressed.connect(self._tell_counts)
        self._counts: Counter[str] = Counter()
        self._anew = False

    def begin(self) -> None:
        """Watch the folders as they are set now."""
        self._anew = self.clerk.busy
        if self._anew:
            self.clerk.stop()
        else:
            self.clerk.send(Watch(), self._take, self._ended)

    def close(self) -> None:
        """The file that is being written is finished, then watching ends."""
        self._backstage.close()

    def _take(self, value: object) -> None:
        match value:
            case Outcome(path=path, status=Status.PROTECTED):
                self._counts[str(PurePath(path).parent)] += 1
            case Outcome(path=path, status=Status.FAILED, error=error) if error is not None:
                self.said.emit(sayings.failed(PurePath(path).name, error))
            case Told(what, path):
                self._tell_protected()
                self.said.emit(housewords.happened(what, path))
            case _:
                pass

    def _tell_counts(self) -> None:
        """A burst is told in one sentence, when nothing of it is being worked on any more."""
        if self.clerk.progress.stage == "Watching":
            self._tell_protected()

    def _tell_protected(self) -> None:
        if self._counts:
            counts, self._counts = self._counts, Counter()
            self.said.emit(housewords.came(counts.total(), list(counts)))
            self.protected.emit()

    def _troubled(self, trouble: Trouble) -> None:
        self.said.emit(sayings.failed("", trouble))

    def _ended(self, _: End) -> None:
        if self._anew:
            self.begin()
