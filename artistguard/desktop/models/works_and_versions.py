"""The shape of every list of works: one row a work, and below it one row a version where there are several."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands where."""

    WORK = 0
    KIND = 1
    NOW = 2
    AFTER = 3
    STATUS = 4


COLUMNS = len(Column)


class Role(IntEnum):
    """What the delegate and the filter ask for beside Qt's own roles."""

    STATE = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2
    MEDIUM = Qt.ItemDataRole.UserRole + 3
    SEARCH = Qt.ItemDataRole.UserRole + 4
    PATH = Qt.ItemDataRole.UserRole + 5


class WorksAndVersions(QAbstractItemModel):
    """Two levels: works, and the versions of those that have several.

    A model of this shape says what the versions of a work are, what its columns are called, and what a cell holds.
    An index has the internal id 0 for a work, and for a version one more than the row of its work.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.works: list[Any] = []
        self._places: dict[str, tuple[int, int]] = {}

    def parts(self, work: Any) -> Sequence[Any]:  # noqa: ANN401 - each list has works of its own
        """The versions of a work; each has a path."""
        raise NotImplementedError

    def titled(self, section: int) -> str:
        """The name of a column."""
        raise NotImplementedError

    def replace(self, works: Sequence[Any]) -> None:
        """Show these works and no others."""
        self.beginResetModel()
        self.works = list(works)
        self._places = {}
        self._place(0)
        self.endResetModel()

    def append(self, works: Sequence[Any]) -> None:
        """Show more works, below the others."""
        first = len(self.works)
        self.beginInsertRows(QModelIndex(), first, first + len(works) - 1)
        self.works += works
        self._place(first)
        self.endInsertRows()

    def pictured(self, path: str) -> None:
        """The small picture of a file has come."""
        if path not in self._places:
            return
        row, place = self._places[path]
        whole = self.index(row, Column.WORK)
        self.dataChanged.emit(whole, whole, [Qt.ItemDataRole.DecorationRole])
        if self.rowCount(whole):
            version = self.index(place, Column.WORK, whole)
            self.dataChanged.emit(version, version, [Qt.ItemDataRole.DecorationRole])

    def work_at(self, index: Index) -> Any:  # noqa: ANN401 - each list has works of its own
        """The work that an index or its parent shows."""
        return self.works[index.row() if index.internalId() == 0 else index.internalId() - 1]

    def parts_at(self, index: Index) -> Sequence[Any]:
        """The versions that an index shows: all of a work, or one."""
        parts = self.parts(self.work_at(index))
        return parts if index.internalId() == 0 else [parts[index.row()]]

    def _place(self, first: int) -> None:
        """Remember where each file stands, from a row on."""
        for row, work in enumerate(self.works[first:], start=first):
            for place, version in enumerate(self.parts(work)):
                self._places[version.path] = (row, place)

    # -- what Qt asks ---------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """An index of a work, or of one of its versions."""
        # Asked hundreds of thousands of times, so by the shortest way; `hasIndex` would take several times as long.
        if parent.isValid():
            inside, rows = parent.row() + 1, self.rowCount(parent)
        else:
            inside, rows = 0, len(self.works)
        if 0 <= row < rows and 0 <= column < COLUMNS:
            return self.createIndex(row, column, inside)
        return QModelIndex()

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
        several = len(self.parts(self.works[parent.row()]))
        return several if several > 1 else 0

    def columnCount(self, _: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Always the five."""
        return COLUMNS

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titled(section)
        return None
