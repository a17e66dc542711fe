"""What was found out about files, as a Qt model, and the story of one of them in plain words."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from artistguard.desktop import phrases, sayings, troubles, words
from artistguard.desktop.models.works_and_versions import Column, Role
from artistguard.desktop.rows import State
from artistguard.messages import State as Known
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.desktop.inquiries import Discovery
    from artistguard.jobs.losses import Comparison
    from artistguard.messages import Match
    from artistguard.terms import Stated

Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractTableModel):
    """One row a file; its columns and roles are those of the list on the first screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[Discovery] = []

    def add(self, discoveries: Sequence[Discovery]) -> None:
        """Show more files; one that was looked at before is shown as it is now."""
        fresh = []
        rows = {each.finding.path: row for row, each in enumerate(self.found)}
        for each in discoveries:
            row = rows.get(each.finding.path)
            if row is None:
                fresh.append(each)
            else:
                self.found[row] = each
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.STATUS))
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self.found), len(self.found) + len(fresh) - 1)
            self.found += fresh
            self.endInsertRows()

    def clear(self) -> None:
        """An empty list again."""
        self.beginResetModel()
        self.found = []
        self.endResetModel()

    def pictured(self, path: str) -> None:
        """The small picture of a file has come."""
        for row, each in enumerate(self.found):
            if each.finding.path == path:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [Qt.ItemDataRole.DecorationRole])

    # -- what Qt asks ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Files."""
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and signature
        """Always the five."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's signature
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return sayings.found_column(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, PLR0911 - Qt's signature; one return a role
        """One cell."""
        if not index.isValid():
            return None
        each, column = self.found[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(each, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(each, column)
            case Qt.ItemDataRole.ToolTipRole | Role.PATH:
                return each.finding.path
            case Role.STATE:
                return _state(each)
            case Role.DETAIL:
                return PurePath(each.finding.path).suffix[1:].upper()
            case Role.MEDIUM:
                return each.finding.medium
        return None


def story(discovery: Discovery, *, technical: bool) -> Iterator[tuple[str, str]]:
    """All that is known about one file, paragraph by paragraph.

    Args:
        discovery: Of the file.
        technical: Whether the names of engineers are wanted.

    Yields:
        ``heading``, ``plain``, ``warning`` or ``technical``, and the text.
    """
    finding = discovery.finding
    if finding.error is not None:
        yield "warning", troubles.told(finding.error)
        return
    yield "heading", words.translate(sayings.HEAD_SAYS)
    yield from _statements(finding.statements, technical=technical)
    for contradiction in finding.contradictions:
        yield "warning", phrases.said(contradiction)
    if finding.credentials.sentences:
        yield "heading", words.translate(sayings.HEAD_CREDENTIALS)
        yield from (("plain", phrases.said(sentence)) for sentence in finding.credentials.sentences)
    yield "heading", words.translate(sayings.HEAD_WORK)
    yield from _works(discovery, technical=technical)
    yield from _missing(discovery.comparisons, technical=technical)
    for warning in finding.warnings:
        yield "plain", troubles.told(warning)


def _statements(statements: Sequence[Stated], *, technical: bool) -> Iterator[tuple[str, str]]:
    if not any(one.choice is not None or one.compatible for one in statements):
        yield "plain", words.translate(sayings.SAYS_NOTHING)
    if technical:
        yield from (("technical", f"{one.place}: {one.value}") for one in statements)
        return
    by_layer: dict[str, list[Stated]] = {}
    for one in statements:
        by_layer.setdefault(one.layer, []).append(one)
    for layer, found in by_layer.items():
        yield "plain", f"{words.layer(layer)}: {_said(layer, found)}"


def _said(layer: str, statements: Sequence[Stated]) -> str:
    choices = [one.choice for one in statements if one.choice is not None]
    if choices:
        return words.choice(max(choices, key=lambda each: each.strictness))
    if any(one.compatible for one in statements):
        return words.translate("reserved")
    if layer == "artistguard":
        return words.translate("yes")
    return "; ".join(dict.fromkeys(one.value for one in statements))


def _works(discovery: Discovery, *, technical: bool) -> Iterator[tuple[str, str]]:
    finding = discovery.finding
    if finding.registry_error is not None:
        yield "warning", troubles.told(finding.registry_error)
    elif not finding.matches and not finding.similar:
        yield "plain", words.translate(sayings.NO_MATCH)
        if not finding.distinctive:
            yield "plain", words.translate(sayings.TOO_LITTLE)
    titles = {each.work: each.title for each in discovery.comparisons}
    for match in (*finding.matches, *finding.similar):
        name = titles.get(match.work) or words.translate("A registered work")
        yield "plain", f"{name}: {sayings.how(match, heard=finding.medium is Medium.AUDIO)}. {_claimed(match)}"
        if proof := sayings.proof(match):
            yield "plain", proof
        yield from (("plain", words.translate(sayings.WORDS[word])) for word in finding.basis[match.work].words)
        if technical:
            yield "technical", f"{match.work}\n{match.record}\n{match.codes}"


def _claimed(match: Match) -> str:
    if match.choice is None or match.state is Known.WITHDRAWN:
        return words.translate("Its statement was withdrawn.")
    if match.state is Known.CONTESTED:
        return words.translate("Several people claim it: {}.").format(words.choice(match.choice))
    return words.translate("Registered: {}.").format(words.choice(match.choice))


def _missing(comparisons: Sequence[Comparison], *, technical: bool) -> Iterator[tuple[str, str]]:
    if not comparisons:
        return
    yield "heading", words.translate(sayings.HEAD_LOST)
    lost = list(dict.fromkeys(one for each in comparisons for one in each.lost))
    if not any(not each.complete for each in comparisons):
        yield "good", words.translate(sayings.ALL_LEFT)
    elif any(each.silent for each in comparisons):
        yield "warning", words.translate(sayings.ALL_GONE)
    else:
        yield "warning", words.translate(sayings.SOME_GONE)
    if technical:
        yield from (("technical", f"{one.place}: {one.value}") for one in lost)
    else:
        yield from (("plain", words.layer(layer)) for layer in dict.fromkeys(one.layer for one in lost))


def _cell(each: Discovery, column: Column) -> str:
    finding = each.finding
    match column:
        case Column.WORK:
            return PurePath(finding.path).name
        case Column.KIND:
            return words.medium(finding.medium)
        case Column.NOW:
            if finding.error is not None:
                return ""
            return words.says(finding.statements) if finding.statements else words.translate("Nothing")
        case Column.AFTER:
            return _best(each)
        case Column.STATUS:
            return _result(each)


def _best(each: Discovery) -> str:
    finding = each.finding
    if not finding.matches:
        return ""
    match = finding.matches[0]
    title = next((one.title for one in each.comparisons if one.work == match.work), "")
    told = sayings.how(match, heard=finding.medium is Medium.AUDIO)
    return f"{title}: {told}" if title else told


def _result(each: Discovery) -> str:
    finding = each.finding
    if finding.error is not None:
        return troubles.cause(finding.error.code)
    if any(not one.complete for one in each.comparisons):
        return words.translate("Statements are missing")
    if finding.matches:
        return words.translate("Says all of it")
    if finding.registry_error is not None:
        return words.translate("The registry could not be asked")
    return words.translate("Says it itself") if finding.choice is not None else words.translate("Nothing is known")


def _state(each: Discovery) -> State:
    finding = each.finding
    if finding.error is not None or finding.registry_error is not None:
        return State.ATTENTION
    if any(not one.complete for one in each.comparisons):
        return State.ATTENTION
    return State.PROTECTED if finding.protected else State.LISTED


def _spoken(each: Discovery, column: Column) -> str:
    cell = _cell(each, column)
    if column is not Column.WORK:
        return f"{sayings.found_column(column)}: {cell}" if cell else sayings.found_column(column)
    parts = [_cell(each, one) for one in Column]
    return ", ".join(part for part in parts if part)
