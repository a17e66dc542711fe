"""Preferences, Choice: what is stated when nothing else is said, and the kit that says it on a website."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from artistguard.desktop import housewords, sayings, words
from artistguard.desktop.archive import SaveKit
from artistguard.desktop.views.dropping import label, linked
from artistguard.desktop.views.fields import ChoiceField
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.sheet import Sheet, side_by_side

if TYPE_CHECKING:
    from artistguard.desktop.views.fields import Keeping


class ChoiceSheet(Sheet):
    """The page."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(sayings.CHOICE)
        self.field = ChoiceField(keeping, "choice", words.YOUR_CHOICE, sayings.CHOICE_MORE)
        self.kit = button(housewords.SAVE_KIT)
        self.kit.clicked.connect(self._save_kit)
        self.law = linked(housewords.LAW, "text/law.html")
        self.add(
            self.field,
            self.law,
            label(housewords.KIT, "heading"),
            label(housewords.KIT_MORE, "muted", wrap=True),
            side_by_side(self.kit, label(""), stretched=1),
        )

    def _save_kit(self) -> None:
        """Ask for a folder; the kit goes into a new one inside."""
        folder = QFileDialog.getExistingDirectory(self, words.translate(housewords.SAVE_KIT))
        if folder:
            self.asked.emit(SaveKit(folder))
