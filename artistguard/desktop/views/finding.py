"""Over the list of My works: search, kind, state, and the whole of it as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from artistguard.desktop import sayings, words
from artistguard.desktop.archive import Standing
from artistguard.desktop.views.dropping import row
from artistguard.desktop.views.pressing import box, button
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.desktop.models.my_works import Shelf

EDITED = "edited"


class Finding(QWidget):
    """The row.

    Signals:
        table_wanted: Everything is to be saved as a table whose name ends so.

    Args:
        shelf: Shows what fits.
    """

    table_wanted = Signal(str)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self.search = QLineEdit()
        kinds = {str(each): words.medium(each) for each in Medium}
        self.medium = box(sayings.FILTER_KIND, {"": words.translate(sayings.ALL_KINDS), **kinds})
        states = {str(each): sayings.standing(each) for each in Standing}
        states |= {EDITED: words.translate(sayings.EDITED)}
        self.standing = box(sayings.FILTER_STATE, {"": words.translate(sayings.ALL_STATES), **states})
        self.export = button(sayings.EXPORT)
        self._fill()
        self.search.textChanged.connect(shelf.search)
        for each in (self.medium, self.standing):
            each.currentIndexChanged.connect(lambda _: self._narrow())
        layout = row(self.search, self.medium, self.standing, self.export)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def _fill(self) -> None:
        self.search.setPlaceholderText(words.translate(words.SEARCH))
        self.search.setAccessibleName(words.translate(words.SEARCH))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(240)
        menu = QMenu(self)
        for text, ending in ((sayings.EXPORT_CSV, "csv"), (sayings.EXPORT_JSON, "json")):
            action = menu.addAction(words.translate(text))
            action.triggered.connect(lambda _=False, ending=ending: self.table_wanted.emit(ending))
        self.export.setMenu(menu)

    def _narrow(self) -> None:
        medium, wanted = self.medium.currentData(), self.standing.currentData()
        edited = wanted == EDITED
        self._shelf.only_medium(Medium(medium) if medium else None)
        self._shelf.only_standing(Standing(wanted) if wanted and not edited else None, edited=edited)
