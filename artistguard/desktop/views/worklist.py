"""The list of works: a tree of two levels, painted with a small picture, a title and one line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QInputDialog,
    QMenu,
    QTreeView,
)

from artistguard.desktop import words
from artistguard.desktop.models.narrowing import Narrowing
from artistguard.desktop.models.works_and_versions import Column
from artistguard.desktop.rows import State
from artistguard.desktop.views.painting import Painting, make_room, size_columns, tall

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from artistguard.desktop.models.works import WorksModel
    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures
    from artistguard.desktop.rows import Version, Work

WIDTHS = {Column.KIND: 80, Column.NOW: 150, Column.AFTER: 190, Column.STATUS: 190}
"""Of the columns beside the first, at a letter of seven pixels."""

LEAST_ROWS = 3


class WorkList(QTreeView):
    """The list, with its menu and keys.

    Signals:
        put_back: Versions that are to be put back.
        removed: Works that are to be taken off the list.
        picked: Another work is current.
        joined: Works that are to be made one.
        parted: Versions that are to be works of their own.
    """

    joined = Signal(list)
    parted = Signal(list)
    put_back = Signal(list)
    removed = Signal(list)
    picked = Signal()

    def __init__(self, model: WorksModel, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._works = model
        self.narrowing = Narrowing(model, self)
        self.setModel(self.narrowing)
        self._painting = Painting(theme, pictures, self)
        self.setItemDelegate(self._painting)
        self.setAccessibleName(words.translate("Works"))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size_columns(self, WIDTHS)
        self._be_dragged_in()
        pictures.came.connect(model.pictured)
        theme.changed.connect(lambda: size_columns(self, WIDTHS))
        theme.changed.connect(self.viewport().update)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.picked.emit())
        self.join_action = self._action(words.BELONGS_WITH, QKeySequence("Ctrl+G"), self._join)
        self.part_action = self._action(words.OWN_WORK, QKeySequence("Ctrl+Shift+G"), self._part)
        self.remove_action = self._action(words.REMOVE, QKeySequence.StandardKey.Delete, self._remove)
        self.back_action = self._action(words.PUT_BACK, QKeySequence("Ctrl+B"), self._back)

    def current_version(self) -> tuple[Work, Version] | None:
        """The work and file at the cursor."""
        index = self.narrowing.mapToSource(self.currentIndex())
        if not index.isValid():
            return None
        return self._works.work_at(index), self._works.parts_at(index)[0]

    def chosen_works(self) -> list[Work]:
        """The works of the chosen rows."""
        rows = (self._works.work_at(self.narrowing.mapToSource(row)) for row in self.selectionModel().selectedRows())
        return list({id(work): work for work in rows}.values())

    def chosen_versions(self) -> list[Version]:
        """The files of the chosen rows."""
        found = [
            version
            for row in self.selectionModel().selectedRows()
            for version in self._works.parts_at(self.narrowing.mapToSource(row))
        ]
        return list({version.path: version for version in found}.values())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu of a row."""
        versions = self.chosen_versions()
        if not versions:
            return
        menu = QMenu(self)
        works = self.chosen_works()
        self.join_action.setText(words.translate(words.ONE_WORK if len(works) > 1 else words.BELONGS_WITH))
        self.join_action.setEnabled(len(self._works.works) > 1)
        self.part_action.setEnabled(any(len(work.versions) > 1 for work in works))
        self.back_action.setEnabled(any(version.state is State.PROTECTED for version in versions))
        menu.addActions([self.join_action, self.part_action])
        menu.addSeparator()
        menu.addActions([self.back_action, self.remove_action])
        menu.aboutToHide.connect(self._all_actions)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the tick ticks; anywhere else it chooses."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        ticks = index.column() == Column.WORK and bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if ticks and self._painting.box(self.visualRect(index)).adjusted(-5, -8, 5, 8).contains(position):
            self._tick(index)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks the chosen works."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._tick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _tick(self, index: QModelIndex) -> None:
        source = self.narrowing.mapToSource(index)
        source = source.parent() if source.parent().isValid() else source
        on = not self._works.work_at(source).ticked
        rows = {self.narrowing.mapToSource(row) for row in self.selectionModel().selectedRows()}
        chosen = {row.row() for row in rows if not row.parent().isValid()}
        self._works.tick(sorted(chosen) if source.row() in chosen else [source.row()], on=on)

    def _all_actions(self) -> None:
        """Keys do what they can whatever the menu showed last."""
        for action in (self.join_action, self.part_action, self.back_action):
            action.setEnabled(True)

    def _join(self) -> None:
        works = self.chosen_works()
        if len(works) > 1:
            self.joined.emit(works)
        elif works:
            self._ask_whose(works[0])

    def _ask_whose(self, work: Work) -> None:
        """Let the work be chosen that takes this one in."""
        others = [each for each in self._works.works if each is not work and {each.medium, work.medium} != {None}]
        others = [each for each in others if None in {each.medium, work.medium} or each.medium is work.medium]
        if not others:
            return
        names = [f"{each.title} ({words.detail(each.versions, whole=True)})" for each in others]
        dialogue = QInputDialog(self)
        dialogue.setWindowTitle(words.TITLE)
        dialogue.setLabelText(words.translate(words.JOIN_WITH))
        dialogue.setComboBoxItems(names)
        dialogue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialogue.textValueSelected.connect(lambda name: self.joined.emit([others[names.index(name)], work]))
        dialogue.open()

    def _part(self) -> None:
        versions = self.chosen_versions()
        if versions:
            self.parted.emit(versions)

    def _be_dragged_in(self) -> None:
        """Works are dragged onto works, versions to where no row is."""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._works.joined.connect(self.joined)
        self._works.parted.connect(self.parted)

    def _remove(self) -> None:
        works = self.chosen_works()
        if works:
            self.removed.emit(works)

    def _back(self) -> None:
        versions = self.chosen_versions()
        if versions:
            self.put_back.emit(versions)

    def _action(self, text: str, keys: QKeySequence | QKeySequence.StandardKey, do: Callable[[], None]) -> QAction:
        action = QAction(words.translate(text), self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """At least three works in sight; the screen scrolls where there is no room for them."""
        rows = self.header().sizeHint().height() + LEAST_ROWS * tall(self.fontMetrics())
        return QSize(super().minimumSizeHint().width(), rows + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Titles need room first; other columns give way to them in a narrow window or with large letters."""
        super().resizeEvent(event)
        make_room(self, WIDTHS)
