"""Widgets side by side, like words: where there is no room for one, it begins the next line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QStyle, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayoutItem


@dataclass
class Line:
    """Widgets in one line.

    Attributes:
        items: From the beginning of the line to its end.
        width: Pixels that they take, with the room between them.
        height: Of the tallest.
    """

    items: list[QLayoutItem] = field(default_factory=list)
    width: int = 0
    height: int = 0


class Flow(QLayout):
    """The layout.

    Args:
        parts: From the beginning of a line to its end.
        spacing: Pixels between them.
        at_end: Lines stand at the end of the room: where the last button is looked for.
    """

    def __init__(self, *parts: QWidget, spacing: int = 10, at_end: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._at_end = at_end
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Fewer pixels in a line make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Of all lines."""
        lines = list(self._lines(width))
        return sum(line.height for line in lines) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one line."""
        return next((QSize(line.width, line.height) for line in self._lines(QWIDGETSIZE_MAX)), QSize(0, 0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest of them, and one line."""
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, room: QRect) -> None:  # noqa: N802 - Qt's name
        """Put each in its place, turned round where one writes from right to left."""
        super().setGeometry(room)
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        top = room.top()
        for line in self._lines(room.width()):
            left = room.left() + (max(room.width() - line.width, 0) if self._at_end else 0)
            for item in line.items:
                size = _size(item, room.width())
                place = QRect(QPoint(left, top + (line.height - size.height()) // 2), size)
                item.setGeometry(QStyle.visualRect(direction, room, place))
                left += size.width() + self.spacing()
            top += line.height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[Line]:
        line = Line()
        for item in self._shown():
            size = _size(item, width)
            if line.items and line.width + self.spacing() + size.width() > width:
                yield line
                line = Line()
            line.width += size.width() + (self.spacing() if line.items else 0)
            line.height = max(line.height, size.height())
            line.items.append(item)
        if line.items:
            yield line


QWIDGETSIZE_MAX = (1 << 24) - 1
"""Source: Qt 6, QWidget::maximumSize."""


def _size(item: QLayoutItem, room: int) -> QSize:
    """What a widget wants, as far as there is room."""
    wanted = item.sizeHint()
    return QSize(min(wanted.width(), max(room, item.minimumSize().width())), wanted.height())


def flowing(*parts: QWidget, at_end: bool = False) -> QWidget:
    """A widget that holds others side by side in as many lines as they need."""
    held = QWidget()
    held.setLayout(Flow(*parts, at_end=at_end))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held
