"""Painting the rows of a list: a small picture, a title with a line below it, and a sign before the state.

Everything is measured from the left; where one writes from right to left, each part goes to the other side of its cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from artistguard.desktop.language import apart
from artistguard.desktop.models.works_and_versions import Column, Role
from artistguard.desktop.rows import State
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures

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
ROOM_FOR_TITLES = 240
GIVE_WAY = (Column.KIND, Column.NOW, Column.AFTER)
"""Columns that titles may do without, the least needed first."""


class Painting(QStyledItemDelegate):
    """Paints the cells of the list."""

    def __init__(self, theme: Theme, pictures: Pictures, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Room for two lines of text or the picture."""
        return QSize(120, tall(option.fontMetrics))

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
                rect = self._rect(shown)
                tone = "muted" if column in {Column.KIND, Column.NOW} else "text"
                self._lines(painter, self._turned(rect, rect.adjusted(MARGIN, 0, -4, 0)), str(index.data() or ""), tone)
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
                edge = self._turned(rect, QRect(rect.left(), rect.top(), 3, rect.height()))
                painter.fillRect(edge, QColor(self._theme.tones.accent))
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
        self._picture(painter, self._turned(rect, frame), index)
        text = self._turned(rect, rect.adjusted(frame.right() + 12 - rect.left(), 0, -6, 0))
        detail = str(index.data(Role.DETAIL) or "")
        font = shown.font
        font.setBold(not index.parent().isValid())
        height = shown.fontMetrics.height()
        upper = QRect(text.left(), text.center().y() - height - 1, text.width(), height + 2)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tones.text))
        painter.drawText(upper, self._flags(), self._cut(painter, apart(str(index.data())), upper.width()))
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tones.muted))
        lower = upper.translated(0, height + 3)
        painter.drawText(lower, self._flags(), self._cut(painter, detail, lower.width()))

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
        sign = QRect(rect.left() + MARGIN, rect.center().y() - side // 2, side, side)
        self._theme.icon(icon, tone).paint(painter, self._turned(rect, sign))
        beside = self._turned(rect, rect.adjusted(MARGIN + side + 8, 0, -4, 0))
        self._lines(painter, beside, str(index.data() or ""), tone)

    def _lines(self, painter: QPainter, rect: QRect, text: str, tone: str) -> None:
        painter.setPen(QColor(getattr(self._theme.tones, tone)))
        metrics = painter.fontMetrics()
        flags = self._flags() | int(Qt.TextFlag.TextWordWrap)
        two = metrics.boundingRect(QRect(0, 0, rect.width(), 1000), flags, text).height() <= metrics.lineSpacing() * 3
        if two and rect.width() > 60:
            painter.drawText(rect, flags, text)
        else:
            painter.drawText(rect, self._flags(), self._cut(painter, text, rect.width()))

    @staticmethod
    def _cut(painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

    def box(self, rect: QRect) -> QRect:
        """Where the tick of a row stands."""
        return self._turned(rect, QRect(rect.left() + 6, rect.center().y() - 9, 18, 18))

    def _turned(self, cell: QRect, part: QRect) -> QRect:
        """A part of a cell, on the other side of it where one writes from right to left."""
        return QStyle.visualRect(self._view.layoutDirection(), cell, part)

    def _flags(self) -> int:
        """On the side on which one begins to write, whatever the writing of the text itself."""
        side = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)

    @staticmethod
    def _rect(shown: QStyleOptionViewItem) -> QRect:
        rect: QRect = shown.rect
        return rect

    @staticmethod
    def _state(shown: QStyleOptionViewItem) -> QStyle.StateFlag:
        state: QStyle.StateFlag = shown.state
        return state


def size_columns(view: QTreeView, widths: Mapping[Column, int]) -> None:
    """Give each column its width, and the first what is left."""
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionsMovable(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(Column.WORK, QHeaderView.ResizeMode.Stretch)
    for column in widths:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(column, wide(view, widths, column))
    header.setMinimumSectionSize(60)


def wide(view: QTreeView, widths: Mapping[Column, int], column: Column) -> int:
    """The width of a column: never less than its name takes in the language of the window."""
    name = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")
    font = QFont(view.font())
    font.setBold(True)
    return max(letters(view, widths[column]), QFontMetrics(font).horizontalAdvance(name) + 3 * MARGIN)


def tall(metrics: QFontMetrics) -> int:
    """Height of a row: two lines of text, or the picture."""
    return max(metrics.height() * 2 + 22, 60)


def letters(view: QTreeView, width: int) -> int:
    """A width given for letters of seven pixels, in the letters of this view."""
    return width * view.fontMetrics().averageCharWidth() // 7


def make_room(view: QTreeView, widths: Mapping[Column, int]) -> None:
    """Hide columns of a list, the least needed first, until the titles have room."""
    left = view.viewport().width() - sum(wide(view, widths, column) for column in widths)
    for column in (each for each in GIVE_WAY if each in widths):
        hidden = left < letters(view, ROOM_FOR_TITLES)
        view.setColumnHidden(column, hidden)
        left += wide(view, widths, column) if hidden else 0
