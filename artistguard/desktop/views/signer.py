"""The switch in the toolbar: under which name works are signed; not there while there is only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from artistguard.desktop import housewords, words
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.household import ChooseProfile, Household, Survey

if TYPE_CHECKING:
    from artistguard.desktop.tasks import Backstage


class Signer(QComboBox):
    """The switch.

    Signals:
        changed: Somebody else signs now.
    """

    changed = Signal()

    def __init__(self, backstage: Backstage) -> None:
        super().__init__()
        self.clerk = Clerk(backstage, self)
        self.setAccessibleName(words.translate(housewords.SWITCH_PROFILE))
        self.setToolTip(words.translate(housewords.SWITCH_PROFILE))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda _: self._choose())
        self.hide()

    def look(self) -> None:
        """Learn who there is."""
        self.clerk.send(Survey(), self._take)

    def _choose(self) -> None:
        self.clerk.send(ChooseProfile(self.currentData()), self._take, lambda _: self.changed.emit())

    def _take(self, value: object) -> None:
        if isinstance(value, Household):
            self.clear()
            for each in value.profiles:
                self.addItem(housewords.signer(each.name), each.name)
            if value.signing is not None:
                self.setCurrentIndex(self.findData(value.signing.name))
            self.setVisible(self.count() > 1)
