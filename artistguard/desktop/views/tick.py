"""A box to tick whose words go on in the next line where there is no room for them in one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton

from artistguard.desktop import words

MARGIN = 3
"""Pixels for the ring that shows where the keyboard is."""
GAP = 8
"""Pixels between box and words."""
FEWEST_LETTERS = 16
"""No line is made shorter than this."""


class Tick(QCheckBox):
    """The box and its words.

    Args:
        text: One of the sentences of the window.
    """

    def __init__(self, text: str) -> None:
        super().__init__(words.translate(text))
        self.setAccessibleName(words.translate(text))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All words in one line."""
        wanted = self._before() + self._line() + 2 * MARGIN
        return QSize(wanted, self.heightForWidth(wanted))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few words in a line."""
        letters = max(FEWEST_LETTERS, *map(len, self.text().split() or [""]))
        least = self._before() + min(self.fontMetrics().averageCharWidth() * letters, self._line()) + 2 * MARGIN
        return QSize(least, self._side() + 2 * MARGIN)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As many lines as there must be."""
        lines = self._lines(QRect(0, 0, max(width - self._before() - 2 * MARGIN, 1), 0)).height()
        return max(lines, self._side()) + 2 * MARGIN

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It has."""
        return True

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Box and words, and nothing beside them."""
        return self._turned(self._said(self._room())).united(self._box()).adjusted(-4, -4, 4, 4).contains(position)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The box at the height of the first line, and beside it the words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = QStyleOptionButton(option)
        drawn.rect = self._box()
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, drawn, painter, self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole.WindowText if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(group, role))
        painter.drawText(self._turned(self._said(self._room())), self._flags(), self.text())
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _side(self) -> int:
        """Of the box."""
        return self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)

    def _line(self) -> int:
        """Pixels of all words in one line; one more, since a line that just fits is broken."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 1

    def _before(self) -> int:
        return self._side() + GAP

    def _box(self) -> QRect:
        """Where the box stands: in the middle of the first line."""
        side = self._side()
        first = max(self.fontMetrics().height(), side)
        return self._turned(QRect(MARGIN, MARGIN + (first - side) // 2, side, side))

    def _room(self) -> QRect:
        """For the words, before they are turned round."""
        return self.rect().adjusted(MARGIN + self._before(), MARGIN, -MARGIN, -MARGIN)

    def _said(self, room: QRect) -> QRect:
        """Where the words stand, those of a single line in the middle of the box."""
        lines = self._lines(room)
        down = max((self._side() - self.fontMetrics().height()) // 2, 0)
        return QRect(room.left(), room.top() + down, lines.width(), lines.height())

    def _lines(self, room: QRect) -> QRect:
        metrics: QFontMetrics = self.fontMetrics()
        return metrics.boundingRect(QRect(0, 0, room.width(), 10_000), self._flags(), self.text())

    def _turned(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    def _flags(self) -> int:
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)
