"""The works as a Qt model: one row a work, and below it one row a version where there are several."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from artistguard.desktop import words
from artistguard.desktop.models.works_and_versions import Column, Role, WorksAndVersions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QModelIndex

    from artistguard.desktop.models.works_and_versions import Index
    from artistguard.desktop.rows import Version, Work
    from artistguard.terms import Choice

ROWS = "application/x-artistguard-rows"
_DRAGGED = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | _DRAGGED
LEAF = PLAIN | Qt.ItemFlag.ItemNeverHasChildren
TICKED = PLAIN | Qt.ItemFlag.ItemIsUserCheckable
TICKED_LEAF = TICKED | Qt.ItemFlag.ItemNeverHasChildren


class WorksModel(WorksAndVersions):
    """The works of one screen.

    Signals:
        ticked: Another number of works is to be protected.
        joined: Works that were dragged onto one another: the one that takes the others in comes first.
        parted: Versions that were dragged away from their work.
    """

    ticked = Signal()
    joined = Signal(list)
    parted = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.works: list[Work] = []
        self.choice: Choice | None = None
        self._searched: list[str] = []

    # -- what the session does with it ---------------------------------------------------------------------------

    def show(self, works: Sequence[Work]) -> None:
        """Show these works and no others."""
        self._searched = []
        self.replace(works)
        self.ticked.emit()

    def add(self, works: Sequence[Work]) -> None:
        """Show more works, below the others."""
        if works:
            self._searched = []
            self.append(works)
            self.ticked.emit()

    def searched(self, row: int) -> str:
        """What a search looks into; put together once for all works, since every letter asks for it."""
        if not self._searched:
            self._searched = [work.searched for work in self.works]
        return self._searched[row]

    def version(self, path: str) -> Version | None:
        """The file of that path."""
        place = self._places.get(path)
        return self.works[place[0]].versions[place[1]] if place is not None else None

    def versions(self, *, ticked_only: bool = False) -> list[Version]:
        """Every file, in the order of the list."""
        return [version for work in self.works if work.ticked or not ticked_only for version in work.versions]

    def touched(self, paths: Iterable[str]) -> None:
        """Files changed: their rows are shown anew, with one signal for all."""
        rows = sorted({self._places[path][0] for path in paths if path in self._places})
        if not rows:
            return
        self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], Column.STATUS))
        for row in rows:
            several = len(self.works[row].versions)
            if several > 1:
                parent = self.index(row, 0)
                self.dataChanged.emit(self.index(0, 0, parent), self.index(several - 1, Column.STATUS, parent))

    def choose(self, choice: Choice) -> None:
        """Another choice will be stated."""
        self.choice = choice
        if self.works:
            self.touched([self.works[0].versions[0].path, self.works[-1].versions[0].path])

    def tick(self, rows: Iterable[int], *, on: bool) -> None:
        """Mark works to be protected or to be left alone."""
        for row in rows:
            self.works[row].ticked, self.works[row].decided = on, True
            index = self.index(row, Column.WORK)
            self.dataChanged.emit(index, index.siblingAtColumn(Column.STATUS))
        self.ticked.emit()

    def parts(self, work: Work) -> list[Version]:
        """Its files."""
        return work.versions

    def titled(self, section: int) -> str:
        """The name of a column."""
        return words.column(section)

    # -- what Qt asks ---------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Works can be ticked; works and versions can be dragged onto a work, and versions to where no row is."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if index.internalId() != 0:
            return LEAF
        work = self.works[index.row()]
        several = len(work.versions) > 1
        if index.column() == 0 and (work.workable if several else work.versions[0].trouble is None):
            return TICKED if several else TICKED_LEAF
        return PLAIN if several else LEAF

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Dragging moves rows from work to work."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Rows of this list, and of no other."""
        return [ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The paths of the rows that are dragged, each once."""
        content = QMimeData()
        paths = [version.path for index in indexes if index.column() == 0 for version in self.parts_at(index)]
        content.setData(ROWS, json.dumps([id(self), *dict.fromkeys(paths)]).encode())
        return content

    def canDropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        """Rows of this list may be dropped on a work, or below the last one."""
        return bool(self._dragged(data))

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Tell what was dragged where; the list itself is made anew by whoever hears it."""
        dragged = self._dragged(data)
        if parent.isValid():
            into = self.work_at(parent)
            works = [self.works[self._places[each.path][0]] for each in dragged]
            several = [into, *(work for work in dict.fromkeys(works) if work is not into)]
            self.joined.emit(several)
        else:
            self.parted.emit(dragged)
        # The view would take the rows away by itself if it were told that they had moved.
        return False

    def _dragged(self, data: QMimeData) -> list[Version]:
        """Versions of this list that are being dragged."""
        if not data.hasFormat(ROWS):
            return []
        sender, *paths = json.loads(bytes(data.data(ROWS).data()))
        found = [self.version(path) for path in paths] if sender == id(self) else []
        return [each for each in found if each is not None]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802, ANN401 - Qt's
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.internalId() != 0:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """One cell."""
        if not index.isValid():
            return None
        work, versions = self.work_at(index), self.parts_at(index)
        whole, column = index.internalId() == 0, Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(work, versions, column, whole=whole)
            case Qt.ItemDataRole.CheckStateRole if whole and column is Column.WORK:
                return Qt.CheckState.Checked if work.ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(work, versions, column, whole=whole)
            case Qt.ItemDataRole.ToolTipRole:
                return words.tip(work, versions)
        return _own(work, versions, role, whole=whole)

    def _cell(self, work: Work, versions: Sequence[Version], column: Column, *, whole: bool) -> str:
        match column:
            case Column.WORK:
                return work.title if whole else versions[0].name
            case Column.KIND:
                return words.medium(versions[0].medium)
            case Column.NOW:
                return words.now(versions)
            case Column.AFTER:
                return words.after(versions, self.choice)
            case Column.STATUS:
                return words.status(work.shown if whole else versions[0].state, versions)

    def _spoken(self, work: Work, versions: Sequence[Version], column: Column, *, whole: bool) -> str:
        """A screen reader says the whole row at its first cell: title, kind, status."""
        cell = self._cell(work, versions, column, whole=whole)
        if column is not Column.WORK:
            return f"{words.column(column)}: {cell}" if cell else words.column(column)
        parts = [cell, words.detail(versions, whole=whole)]
        parts += [self._cell(work, versions, each, whole=whole) for each in (Column.KIND, Column.STATUS)]
        return ", ".join(part for part in parts if part)


def _own(work: Work, versions: Sequence[Version], role: int, *, whole: bool) -> object:
    """What the delegate and the filter ask for."""
    match role:
        case Role.STATE:
            return work.shown if whole else versions[0].state
        case Role.DETAIL:
            return words.detail(versions, whole=whole)
        case Role.MEDIUM:
            return versions[0].medium
        case Role.SEARCH:
            return " ".join([work.title, *(version.name for version in versions)])
        case Role.PATH:
            return versions[0].path
    return None
