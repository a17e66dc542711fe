"""Keeps My works in step with the catalogue: rows first, then what takes longer to find out. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from artistguard.desktop.clerk import Clerk
from artistguard.desktop.remembering import LookThrough, TellAll, Told
from artistguard.jobs.standing import Looked

if TYPE_CHECKING:
    from artistguard.desktop.models.my_works import LibraryModel, Shelved
    from artistguard.desktop.tasks import Backstage


class Upkeep(QObject):
    """What stands behind the rows.

    Args:
        backstage: The helper process.
        model: The rows.
        parent: The screen.

    Signals:
        learned: More is known of works, or of their files.
    """

    learned = Signal()

    def __init__(self, backstage: Backstage, model: LibraryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._looking = Clerk(backstage, self)
        self._telling = Clerk(backstage, self)
        self._edited: set[int] = set()
        self._anew = False
        self._next: Shelved | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is still being found out."""
        return self._looking.busy or self._telling.busy

    def look_through(self) -> None:
        """Find out which files were edited since; what was known before is shown until then."""
        self._anew = self._looking.busy
        if not self._anew:
            self._edited = set()
            self._looking.send(LookThrough(), self._take_looked)

    def tell(self, work: Shelved) -> None:
        """Find out all that is known of a work; of several that are asked for meanwhile, of the last one."""
        if work.told is not None:
            return
        if self._telling.busy:
            self._next = work
            return
        found: list[Told] = []
        self._telling.send(
            TellAll(work.id), lambda value: found.append(cast("Told", value)), lambda _: self._told(work, found)
        )

    def _take_looked(self, value: object) -> None:
        if not isinstance(value, Looked):
            return
        self._edited |= set(value.edited)
        if self._anew:
            self._anew = False
            self._edited = set()
            self._looking.send(LookThrough(), self._take_looked)
        elif value.unread:
            self._model.mark_edited(self._edited)
            self._looking.send(LookThrough(value.unread), self._take_looked)
        else:
            self._model.mark_edited(self._edited, no_others=True)
        self.learned.emit()

    def _told(self, work: Shelved, found: list[Told]) -> None:
        work.told = tuple(found)
        following, self._next = self._next, None
        if following is not None:
            self.tell(following)
        self.learned.emit()
