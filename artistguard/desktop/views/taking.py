"""A screen that takes files: chosen in a dialogue, or dropped anywhere on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from artistguard.desktop import words
from artistguard.desktop.views.dropping import Page, dropped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class Taking(Page):
    """The screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def take(self, paths: Sequence[str]) -> None:
        """What becomes of the files; each screen says."""
        raise NotImplementedError

    def takes(self) -> bool:
        """Whether it does at this moment."""
        return True

    def choose_files(self) -> None:
        """Let files be chosen."""
        paths, _ = QFileDialog.getOpenFileNames(self, words.translate(words.CHOOSE_FILES))
        self.take(paths)

    def choose_folder(self) -> None:
        """Let a folder be chosen."""
        path = QFileDialog.getExistingDirectory(self, words.translate(words.CHOOSE_FOLDER))
        self.take([path] if path else [])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """More may be dropped anywhere on the screen."""
        if dropped(event.mimeData()) and self.takes():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take them."""
        event.acceptProposedAction()
        self.take(dropped(event.mimeData()))
