"""What was protected, as a Qt model: one row a work, and below it one row a version where there are several."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from artistguard.desktop import sayings, words
from artistguard.desktop.archive import Standing
from artistguard.desktop.models.works_and_versions import Column, Role, WorksAndVersions
from artistguard.desktop.rows import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from artistguard.desktop.archive import Holding
    from artistguard.desktop.models.works_and_versions import Index
    from artistguard.desktop.remembering import Told
    from artistguard.works import Medium

SORT = Qt.ItemDataRole.UserRole + 20
"""By what a column is sorted: dates as dates, and not as people write them."""
PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
LEAF = PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_SIGNS = {
    Standing.KEPT: State.PROTECTED,
    Standing.REGISTERED: State.PROTECTED,
    Standing.WAITS: State.LISTED,
    Standing.WITHDRAWN: State.BACK,
    Standing.UNREGISTERED: State.READY,
}


@dataclass(slots=True, eq=False)
class Shelved:
    """One work of the library.

    Attributes:
        id: URN.
        title: For people.
        holdings: Its versions.
        told: All that is known of its versions; None until it was asked for.
    """

    id: str
    title: str
    holdings: list[Holding] = field(default_factory=list)
    told: tuple[Told, ...] | None = None
    _said: str = field(default="", init=False, repr=False)

    @property
    def searched(self) -> str:
        """All that may be searched for, in small letters; put together once."""
        if not self._said:
            said = [self.title, *(each.path for each in self.holdings), *(each.name for each in self.holdings)]
            self._said = " ".join(said).casefold()
        return self._said

    @property
    def dates(self) -> tuple[str, str]:
        """When it was first and last stated."""
        return self.holdings[0].since, max(each.at for each in self.holdings)


class LibraryModel(WorksAndVersions):
    """The works of My works; its columns and roles are those of the list on the first screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.works: list[Shelved] = []

    def show(self, holdings: Iterable[Holding]) -> None:
        """Show these versions, by their works, and no others; those that were edited are for the time being, too."""
        edited = {each.number for work in self.works for each in work.holdings if each.edited and each.number}
        found: dict[str, Shelved] = {}
        for each in holdings:
            if each.work not in found:
                found[each.work] = Shelved(each.work, each.title)
            found[each.work].holdings.append(replace(each, edited=True) if each.number in edited else each)
        self.replace(list(found.values()))

    def mark_edited(self, numbers: Collection[int], *, no_others: bool = False) -> None:
        """Files of these versions are not as we left them.

        Args:
            numbers: Of the versions.
            no_others: And those of all others are.
        """
        for row, work in enumerate(self.works):
            for place, each in enumerate(work.holdings):
                edited = each.number in numbers or (each.edited and not no_others)
                if edited is not each.edited:
                    work.holdings[place] = replace(each, edited=edited)
                    self._show_row(row)

    def _show_row(self, row: int) -> None:
        """A work and its versions look otherwise now."""
        whole = self.index(row, 0)
        self.dataChanged.emit(whole, whole.siblingAtColumn(Column.STATUS))
        if several := self.rowCount(whole):
            self.dataChanged.emit(self.index(0, 0, whole), self.index(several - 1, Column.STATUS, whole))

    def parts(self, work: Shelved) -> list[Holding]:
        """Its versions."""
        return work.holdings

    @property
    def files(self) -> int:
        """How many files there are, in all works."""
        return len(self._places)

    def titled(self, section: int) -> str:
        """The name of a column."""
        return sayings.shelf_column(section)

    # -- what Qt asks ---------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen; a view that knows which have none below them asks about no others."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return LEAF if index.internalId() != 0 or len(self.works[index.row()].holdings) == 1 else PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, PLR0911 - Qt's; one return a role
        """One cell."""
        if not index.isValid():
            return None
        work, holdings, column = self.work_at(index), self.parts_at(index), Column(index.column())
        whole = index.internalId() == 0
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(work, holdings, column, whole=whole)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(work, holdings, column, whole=whole)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(each.path for each in holdings)
            case Role.STATE:
                return _state(holdings)
            case Role.DETAIL:
                return _detail(holdings, whole=whole)
            case Role.MEDIUM:
                return holdings[0].medium
            case Role.PATH:
                return holdings[0].path
            case _ if role == SORT:
                return work.dates if column is Column.AFTER else _cell(work, holdings, column, whole=whole).casefold()
        return None


class Shelf(QSortFilterProxyModel):
    """Works that fit the words searched for, the kind and the state; their versions come and go with them."""

    def __init__(self, source: LibraryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = source
        self._words: tuple[str, ...] = ()
        self._medium: Medium | None = None
        self._standing: Standing | None = None
        self._edited = False
        self.setSourceModel(source)

    def search(self, typed: str) -> None:
        """Show works in which each of these words stands."""
        self._words = tuple(typed.casefold().split())
        self.invalidate()

    def only_medium(self, medium: Medium | None) -> None:
        """Show one kind of work; all for None."""
        self._medium = medium
        self.invalidate()

    def only_standing(self, standing: Standing | None, *, edited: bool = False) -> None:
        """Show works with a version that has come so far, or that was edited since; all for None."""
        self._standing, self._edited = standing, edited
        self.invalidate()

    @property
    def narrowed(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self._words or self._medium or self._standing or self._edited)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Whether a work fits."""
        if parent.isValid() or not self.narrowed:
            return True
        holdings = self._library.works[row].holdings
        if self._medium is not None and all(each.medium is not self._medium for each in holdings):
            return False
        if self._standing is not None and all(each.standing is not self._standing for each in holdings):
            return False
        if self._edited and not any(each.edited for each in holdings):
            return False
        if not self._words:
            return True
        said = self._library.works[row].searched
        return all(word in said for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        """By words, or by dates."""
        return bool(self._library.data(left, SORT) < self._library.data(right, SORT))


def _cell(work: Shelved, holdings: Sequence[Holding], column: Column, *, whole: bool) -> str:
    match column:
        case Column.WORK:
            return work.title if whole else PurePath(holdings[0].path).name
        case Column.KIND:
            return words.medium(holdings[0].medium)
        case Column.NOW:
            told = {each.choice for each in holdings}
            return words.choice(holdings[0].choice) if len(told) == 1 else words.translate("Different things")
        case Column.AFTER:
            return sayings.dates(*work.dates) if whole else sayings.day(holdings[0].at)
        case Column.STATUS:
            return _status(holdings)


def _status(holdings: Sequence[Holding]) -> str:
    told = sayings.registered(holdings)
    if any(each.edited for each in holdings):
        return f"{words.translate(sayings.EDITED)} · {told}"
    return told


def _state(holdings: Sequence[Holding]) -> State:
    """The sign in front of the status; what needs a look comes first."""
    if any(each.edited and each.standing is not Standing.WITHDRAWN for each in holdings):
        return State.ATTENTION
    found = {each.standing for each in holdings}
    order = (Standing.WAITS, Standing.UNREGISTERED, Standing.KEPT, Standing.REGISTERED, Standing.WITHDRAWN)
    return _SIGNS[next(each for each in order if each in found)]


def _detail(holdings: Sequence[Holding], *, whole: bool) -> str:
    kinds = dict.fromkeys(PurePath(each.path).suffix[1:].upper() or each.kind for each in holdings)
    if whole and len(holdings) > 1:
        return f"{words.many(len(holdings), '%n version', '%n versions')}: {' + '.join(kinds)}"
    return " · ".join(part for part in (next(iter(kinds)), holdings[0].name) if part)


def _spoken(work: Shelved, holdings: Sequence[Holding], column: Column, *, whole: bool) -> str:
    """A screen reader says the whole row at its first cell: title, versions, kind, choice, state."""
    cell = _cell(work, holdings, column, whole=whole)
    if column is not Column.WORK:
        return f"{sayings.shelf_column(column)}: {cell}"
    parts = [cell, _detail(holdings, whole=whole)]
    parts += [_cell(work, holdings, each, whole=whole) for each in (Column.KIND, Column.NOW, Column.STATUS)]
    return ", ".join(part for part in parts if part)
