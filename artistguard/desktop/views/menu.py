"""The menu of the window: colours, Preferences, putting everything back, and leaving."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from artistguard.desktop import sayings, words
from artistguard.desktop.palettes import Appearance


class Menu(QMenu):
    """The menu.

    Signals:
        looked: Other colours are wanted.

    Args:
        window: Its keys hold for all of it.
        appearance: The colours that hold.
    """

    looked = Signal(Appearance)

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._colours(appearance)
        self.addSeparator()
        self.preferences = self.addAction(words.translate(sayings.PREFERENCES))
        self.preferences.setShortcut(QKeySequence("Ctrl+,"))
        self.back = self.addAction(words.translate(words.PUT_BACK_EVER))
        self.addSeparator()
        self.leave = self.addAction(words.translate(words.QUIT))
        self.leave.setShortcut(QKeySequence.StandardKey.Quit)
        window.addActions([self.preferences, self.leave])

    def _colours(self, now: Appearance) -> None:
        below = self.addMenu(words.translate(words.APPEARANCE))
        group = QActionGroup(self)
        self._appearances: dict[Appearance, QAction] = {}
        for each in Appearance:
            action = self._appearances[each] = QAction(words.appearance(each), self, checkable=True)
            action.setChecked(each is now)
            action.triggered.connect(lambda _=False, each=each: self.looked.emit(each))
            group.addAction(action)
            below.addAction(action)

    def show_appearance(self, appearance: Appearance) -> None:
        """Tick the colours that hold."""
        self._appearances[appearance].setChecked(True)
