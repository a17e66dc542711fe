"""The works as a Qt model: one row a work, and below it one row a version where there are several."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from artistguard.desktop import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artistguard.desktop.rows import Version, Work
    from artistguard.terms import Choice

PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
LEAF = PLAIN | Qt.ItemFlag.ItemNeverHasChildren
TICKED = PLAIN | Qt.ItemFlag.ItemIsUserCheckable
TICKED_LEAF = TICKED | Qt.ItemFlag.ItemNeverHasChildren

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands where."""

    WORK = 0
    KIND = 1
    NOW = 2
    AFTER = 3
    STATUS = 4


class Role(IntEnum):
    """What the delegate and the filter ask for beside Qt's own roles."""

    STATE = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2
    MEDIUM = Qt.ItemDataRole.UserRole + 3
    SEARCH = Qt.ItemDataRole.UserRole + 4
    PATH = Qt.ItemDataRole.UserRole + 5


class WorksModel(QAbstractItemModel):
    """The works of one screen.

    Signals:
        ticked: Another number of works is to be protected.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.works: list[Work] = []
        self.choice: Choice | None = None
        self._places: dict[str, tuple[int, int]] = {}

    # -- what the session does with it ---------------------------------------------------------------------------

    def show(self, works: Sequence[Work]) -> None:
        """Show these works and no others."""
        self.beginResetModel()
        self.works = list(works)
        self._places = {
            version.path: (row, place)
            for row, work in enumerate(self.works)
            for place, version in enumerate(work.versions)
        }
        self.endResetModel()
        self.ticked.emit()

    def add(self, works: Sequence[Work]) -> None:
        """Show more works, below the others."""
        if not works:
            return
        first = len(self.works)
        self.beginInsertRows(QModelIndex(), first, first + len(works) - 1)
        for row, work in enumerate(works, start=first):
            self.works.append(work)
            self._places |= {version.path: (row, place) for place, version in enumerate(work.versions)}
        self.endInsertRows()
        self.ticked.emit()

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

    def pictured(self, path: str) -> None:
        """The small picture of a file has come."""
        if path in self._places:
            index = self.index(self._places[path][0], Column.WORK)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def choose(self, choice: Choice) -> None:
        """Another choice will be stated."""
        self.choice = choice
        if self.works:
            self.touched([self.works[0].versions[0].path, self.works[-1].versions[0].path])

    def tick(self, rows: Iterable[int], *, on: bool) -> None:
        """Mark works to be protected or to be left alone."""
        for row in rows:
            self.works[row].ticked = on
            index = self.index(row, Column.WORK)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def work_at(self, index: Index) -> Work:
        """The work that an index or its parent shows."""
        return self.works[index.row() if index.internalId() == 0 else index.internalId() - 1]

    def versions_at(self, index: Index) -> list[Version]:
        """The files that an index shows: all of a work, or one version."""
        work = self.work_at(index)
        return work.versions if index.internalId() == 0 else [work.versions[index.row()]]

    # -- what Qt asks ---------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """An index; its internal id is 0 for a work, and for a version one more than the row of its work."""
        # Asked for hundreds of thousands of times; `hasIndex` would ask for the rows and columns once more.
        if row < 0 or not 0 <= column < len(Column) or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt's signature
        """The work of a version."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Works, or the versions of a work that has several."""
        if not parent.isValid():
            return len(self.works)
        if parent.internalId() != 0 or parent.column() != 0:
            return 0
        several = len(self.works[parent.row()].versions)
        return several if several > 1 else 0

    def columnCount(self, _: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Always the five."""
        return len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return words.column(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Works can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() != 0:
            return LEAF
        work = self.works[index.row()]
        if index.column() == Column.WORK and work.workable:
            return TICKED if len(work.versions) > 1 else TICKED_LEAF
        return PLAIN if len(work.versions) > 1 else LEAF

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
        work, versions = self.work_at(index), self.versions_at(index)
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
                return words.status(work.state if whole else versions[0].state, versions)

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
            return work.state if whole else versions[0].state
        case Role.DETAIL:
            return words.detail(versions, whole=whole)
        case Role.MEDIUM:
            return versions[0].medium
        case Role.SEARCH:
            return " ".join([work.title, *(version.name for version in versions)])
        case Role.PATH:
            return versions[0].path
    return None
