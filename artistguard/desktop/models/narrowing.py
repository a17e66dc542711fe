"""Which works of the list are shown: those whose words were searched for, or those that need attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from artistguard.desktop.rows import State

if TYPE_CHECKING:
    from collections.abc import Collection

    from artistguard.desktop.models.works import WorksModel


class Narrowing(QSortFilterProxyModel):
    """Works that fit; the versions of a work come and go with it."""

    def __init__(self, source: WorksModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._codes: frozenset[str] = frozenset()
        self._works = source
        self.setSortRole(Qt.ItemDataRole.DisplayRole)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortLocaleAware(True)
        self.setSourceModel(source)

    def search(self, words: str) -> None:
        """Show works in which each of these words stands."""
        self._words = tuple(words.casefold().split())
        self.invalidate()

    def only(self, codes: Collection[str]) -> None:
        """Show works with one of these troubles; all when empty."""
        self._codes = frozenset(codes)
        self.invalidate()

    @property
    def narrowed(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self._words or self._codes)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802 - Qt's name
        """Whether a work fits; its versions always do."""
        if parent.isValid() or not self.narrowed:
            return True
        work = self._works.works[row]
        if self._codes and not any(
            version.state is State.ATTENTION and version.trouble is not None and version.trouble.code in self._codes
            for version in work.versions
        ):
            return False
        if not self._words:
            return True
        said = self._works.searched(row)
        return all(word in said for word in self._words)
