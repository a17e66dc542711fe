"""The list of works: a tree of two levels, painted with a small picture, a title and one line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QInputDialog,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from artistguard.desktop import words
from artistguard.desktop.models.narrowing import Narrowing
from artistguard.desktop.models.works_and_versions import Column, Role
from artistguard.desktop.rows import State
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from artistguard.desktop.models.works import WorksModel
    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures
    from artistguard.desktop.rows import Version, Work

ICONS = {Medium.IMAGE: "image", Medium.AUDIO: "audio", Medium.TEXT: "text", None: "other"}
TINTS = {Medium.IMAGE: "tint_image", Medium.AUDIO: "tint_audio", Medium.TEXT: "tint_text", None: "raised"}
SIGNS = {
    State.LISTED: ("looking", "muted"),
    State.READY: ("ready", "accent"),
    State.SAID: ("done", "muted"),
    State.PROTECTED: ("done", "good"),
    State.BACK: ("back", "muted"),
    State.ATTENTION: ("warning", "warning"),
    State.QUESTION: ("question", "muted"),
}
MARGIN = 10
WIDTHS = {Column.KIND: 80, Column.NOW: 150, Column.AFTER: 190, Column.STATUS: 190}
"""Of the columns beside the first, at a letter of seven pixels."""
ROOM_FOR_TITLES = 240


class Painting(QStyledItemDelegate):
    """Paints the cells of the list."""

    def __init__(self, theme: Theme, pictures: Pictures, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Room for two lines of text or the picture."""
        return QSize(120, max(option.fontMetrics.height() * 2 + 22, 60))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._background(painter, shown, index)
        match index.column():
            case Column.WORK:
                self._work(painter, shown, index)
            case Column.STATUS:
                self._status(painter, shown, index)
            case column:
                tone = "muted" if column in {Column.KIND, Column.NOW} else "text"
                self._lines(painter, self._rect(shown).adjusted(MARGIN, 0, -4, 0), str(index.data() or ""), tone)
        painter.restore()

    def _background(
        self, painter: QPainter, shown: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = self._rect(shown)
        if self._state(shown) & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.tones.chosen))
        if index.column() == Column.WORK and self._view.hasFocus():
            cursor = self._view.currentIndex()
            if cursor.siblingAtColumn(Column.WORK) == index:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self._theme.tones.accent))
        line = QColor(self._theme.tones.line)
        line.setAlpha(140)
        painter.setPen(QPen(line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _work(self, painter: QPainter, shown: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        rect = self._rect(shown)
        left = rect.left() + 4
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._box(painter, self.box(rect), index.data(Qt.ItemDataRole.CheckStateRole))
        left += 28
        side = min(rect.height() - 14, 52)
        frame = QRect(left, rect.center().y() - side // 2, side, side)
        self._picture(painter, frame, index)
        text = rect.adjusted(frame.right() + 12 - rect.left(), 0, -6, 0)
        detail = str(index.data(Role.DETAIL) or "")
        font = shown.font
        font.setBold(not index.parent().isValid())
        height = shown.fontMetrics.height()
        upper = QRect(text.left(), text.center().y() - height - 1, text.width(), height + 2)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tones.text))
        painter.drawText(
            upper, int(Qt.AlignmentFlag.AlignVCenter), self._cut(painter, str(index.data()), upper.width())
        )
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tones.muted))
        lower = upper.translated(0, height + 3)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), self._cut(painter, detail, lower.width()))

    def _picture(self, painter: QPainter, frame: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(frame, 8, 8)
        medium = index.data(Role.MEDIUM)
        picture = self._pictures.of(str(index.data(Role.PATH)))
        if picture is not None:
            painter.setClipPath(outline)
            painter.drawPixmap(frame, picture)
            painter.setClipping(False)
            return
        painter.fillPath(outline, QColor(getattr(self._theme.tones, TINTS[medium])))
        inset = frame.width() // 4
        self._theme.icon(ICONS[medium]).paint(painter, frame.adjusted(inset, inset, -inset, -inset))

    def _box(self, painter: QPainter, box: QRect, state: object) -> None:
        tones = self._theme.tones
        ticked = state in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
        painter.setPen(QPen(QColor(tones.accent if ticked else tones.muted), 1.6))
        painter.setBrush(QColor(tones.accent) if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ticked:
            painter.setPen(QPen(QColor(tones.on_accent), 2))
            painter.drawPolyline(
                [
                    QPoint(box.left() + 4, box.center().y()),
                    QPoint(box.left() + 7, box.bottom() - 4),
                    QPoint(box.right() - 3, box.top() + 5),
                ]
            )

    def _status(
        self, painter: QPainter, shown: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = self._rect(shown)
        icon, tone = SIGNS[index.data(Role.STATE)]
        side = 18
        self._theme.icon(icon, tone).paint(
            painter, QRect(rect.left() + MARGIN, rect.center().y() - side // 2, side, side)
        )
        self._lines(painter, rect.adjusted(MARGIN + side + 8, 0, -4, 0), str(index.data() or ""), tone)

    def _lines(self, painter: QPainter, rect: QRect, text: str, tone: str) -> None:
        painter.setPen(QColor(getattr(self._theme.tones, tone)))
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        two = metrics.boundingRect(QRect(0, 0, rect.width(), 1000), flags, text).height() <= metrics.lineSpacing() * 3
        fits = two and rect.width() > 60
        painter.drawText(
            rect,
            flags if fits else int(Qt.AlignmentFlag.AlignVCenter),
            text if fits else self._cut(painter, text, rect.width()),
        )

    @staticmethod
    def _cut(painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

    @staticmethod
    def box(rect: QRect) -> QRect:
        """Where the tick of a row stands."""
        return QRect(rect.left() + 6, rect.center().y() - 9, 18, 18)

    @staticmethod
    def _rect(shown: QStyleOptionViewItem) -> QRect:
        rect: QRect = shown.rect
        return rect

    @staticmethod
    def _state(shown: QStyleOptionViewItem) -> QStyle.StateFlag:
        state: QStyle.StateFlag = shown.state
        return state


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
        self._size_columns()
        self._be_dragged_in()
        pictures.came.connect(model.pictured)
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
        if ticks and Painting.box(self.visualRect(index)).adjusted(-5, -8, 5, 8).contains(position):
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

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.WORK, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, letters(self, width))
        header.setMinimumSectionSize(60)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Titles need room first; other columns give way to them in a narrow window or with large letters."""
        super().resizeEvent(event)
        make_room(self, WIDTHS)


def letters(view: QTreeView, width: int) -> int:
    """A width given for letters of seven pixels, in the letters of this view."""
    return width * view.fontMetrics().averageCharWidth() // 7


def make_room(view: QTreeView, widths: Mapping[Column, int]) -> None:
    """Hide columns of a list, the least needed first, until the titles have room."""
    left = view.viewport().width() - sum(letters(view, width) for width in widths.values())
    for column in (Column.KIND, Column.NOW, Column.AFTER):
        hidden = left < letters(view, ROOM_FOR_TITLES)
        view.setColumnHidden(column, hidden)
        left += letters(view, widths[column]) if hidden else 0
