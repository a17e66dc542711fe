"""The tree of My works, painted as the list on the first screen is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QTreeView

from artistguard.desktop.models.works_and_versions import Column
from artistguard.desktop.views.painting import Painting, make_room, size_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures

WIDTHS = {Column.KIND: 80, Column.NOW: 180, Column.AFTER: 130, Column.STATUS: 200}
"""Of the columns beside the first, at a letter of seven pixels."""


class PaintedTree(QTreeView):
    """A tree whose rows show a small picture, a title with a line below it, and a sign before the state.

    Args:
        model: With the columns and roles of the list on the first screen.
        theme: The colours.
        pictures: The small pictures.
        name: For screen readers.
        widths: Of the columns that are shown beside the first, at a letter of seven pixels.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        theme: Theme,
        pictures: Pictures,
        name: str,
        widths: Mapping[Column, int] = WIDTHS,
    ) -> None:
        super().__init__()
        self._widths = widths
        self.setModel(model)
        self._painting = Painting(theme, pictures, self)
        self.setItemDelegate(self._painting)
        self.setAccessibleName(name)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(lambda: size_columns(self, widths))
        theme.changed.connect(self.viewport().update)
        size_columns(self, widths)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Titles need room first."""
        super().resizeEvent(event)
        make_room(self, self._widths)
