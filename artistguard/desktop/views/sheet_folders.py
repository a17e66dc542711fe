"""Preferences, Folders: which are watched, what about the works in them already, and a pause."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from artistguard.desktop import housewords, words
from artistguard.desktop.folders import Begin, Count, Counted, GiveUp, Pause, Watched
from artistguard.desktop.views.asking import Question, when
from artistguard.desktop.views.dropping import emptied, label
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.sheet import Sheet, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.desktop.folders import Folder
    from artistguard.desktop.household import Household


class FoldersSheet(Sheet):
    """The page.

    Signals:
        changed: Other folders are watched now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(housewords.FOLDERS)
        self.watch = button(housewords.WATCH_FOLDER)
        self.watch.clicked.connect(self._choose)
        self.rows: list[FolderRow] = []
        held = QWidget()
        self._held = QVBoxLayout(held)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setSpacing(10)
        more = label(housewords.FOLDERS_MORE, "muted", wrap=True)
        self.add(more, held, side_by_side(self.watch, label(""), stretched=1))

    def _choose(self) -> None:
        path = QFileDialog.getExistingDirectory(self, words.translate(housewords.WATCH_FOLDER))
        if path:
            self.asked.emit(Count(path))

    def show_household(self, house: Household) -> None:
        """Show the folders."""
        super().show_household(house)
        self._show(house.folders)

    def take(self, value: object) -> None:
        """Works that are there already are asked about, once."""
        match value:
            case Counted(path, 0):
                self.asked.emit(Begin(path, existing=False))
            case Counted(path, works):
                answers = (housewords.LEAVE_EXISTING, housewords.PROTECT_EXISTING)
                question = Question(self, housewords.existing(works, path), housewords.EXISTING_MEANS, answers)
                when(question, lambda answer: self.asked.emit(Begin(path, existing=answer == 1)))
            case Watched(folders):
                self._show(folders)
                self.changed.emit()
            case _:
                pass

    def _show(self, folders: Sequence[Folder]) -> None:
        emptied(self._held)
        self.rows = [FolderRow(each) for each in folders]
        for each in self.rows:
            each.asked.connect(self.asked)
            self._held.addWidget(each)
        if not folders:
            self._held.addWidget(label(housewords.NO_FOLDERS, "plain"))


class FolderRow(QFrame):
    """One folder.

    Signals:
        asked: An errand.
    """

    asked = Signal(object)

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.setObjectName("card")
        state = housewords.PAUSES if folder.paused else housewords.WATCHES if folder.there else housewords.NOT_THERE
        self.state = label(state, "muted", wrap=True)
        self.pause = button(housewords.GO_ON if folder.paused else housewords.PAUSE)
        self.stop = button(housewords.STOP_WATCHING)
        name = PurePath(folder.path).name
        told = label(name, "heading")
        told.setToolTip(folder.path)
        words_of = QVBoxLayout()
        for each in (told, self.state):
            words_of.addWidget(each)
        row = QHBoxLayout(self)
        row.addLayout(words_of, 1)
        for made, errand in ((self.pause, Pause(folder.path, not folder.paused)), (self.stop, GiveUp(folder.path))):
            made.setAccessibleName(f"{made.text()}: {name}")
            made.clicked.connect(lambda _=False, errand=errand: self.asked.emit(errand))
            row.addWidget(made)
