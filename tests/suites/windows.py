"""Hands on the window: real mouse, key and drop events to visible widgets, each counted as one action."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QFileDialog, QLineEdit

from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.start import opened
from tests.suites.artworks import picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from artistguard.desktop.session import Session
    from artistguard.desktop.views.protecting import Protecting
    from artistguard.desktop.views.worklist import WorkList
    from artistguard.desktop.window import Window

PATIENCE_MS = 60_000
ENDINGS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "tif": "TIFF", "gif": "GIF"}


@dataclass
class Hands:
    """Somebody who uses the window.

    Attributes:
        window: Shown.
        bot: Sends the events.
        folder: For the works.
        actions: Drops, clicks, key chords and filled fields so far.
        patience_ms: How long a wait may last.
    """

    window: Window
    bot: QtBot
    folder: Path
    actions: int = 0
    patience_ms: int = PATIENCE_MS

    @classmethod
    @contextmanager
    def on_a_window(cls, application: QApplication, bot: QtBot, folder: Path) -> Iterator[Hands]:
        """Open a window and close it again."""
        folder.mkdir(exist_ok=True)
        window = opened(application)
        window.show()
        bot.waitExposed(window)
        with bot.waitSignal(window.session.greeted, timeout=PATIENCE_MS):
            pass
        try:
            yield cls(window, bot, folder)
        finally:
            window.close()
            window.deleteLater()
            application.processEvents()

    @property
    def screen(self) -> Protecting:
        """The Protect screen."""
        return self.window.protecting

    @property
    def session(self) -> Session:
        """What it shows."""
        return self.window.session

    @property
    def list(self) -> WorkList:
        """The list of works."""
        return self.screen.list

    def put(self, sample: Path, name: str = "") -> Path:
        """A copy of a sample among the works."""
        target = self.folder / (name or sample.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample, target)
        return target

    def paint(self, count: int) -> list[Path]:
        """So many different pictures, in five formats."""
        made = []
        for number in range(count):
            ending = list(ENDINGS)[number % len(ENDINGS)]
            path = self.folder / f"Study {number + 1:02}.{ending}"
            picture(number, (320, 240)).save(path, ENDINGS[ending])
            made.append(path)
        return made

    def drop(self, paths: Sequence[Path], on: QWidget | None = None) -> None:
        """Drag files over a widget and let go."""
        target = on if on is not None else self.screen.drop
        assert target.isVisible()
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = QPointF(target.rect().center())
        how = (Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(place.toPoint(), *how)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(place, *how))
        self.actions += 1

    def click(self, widget: QWidget) -> None:
        """Press a button that can be seen and pressed."""
        self.bot.waitUntil(widget.isVisible)
        assert widget.isEnabled()
        # Beside the words of a box to tick nothing happens.
        spot = QPoint(12, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
        self.actions += 1

    def key(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key chord."""
        assert widget.isVisible()
        self.bot.keyClick(widget, key, modifier)
        self.actions += 1

    def type(self, widget: QWidget, text: str) -> None:
        """Fill a field."""
        assert widget.isVisible()
        assert widget.isEnabled()
        self.bot.keyClicks(widget, text)
        self.actions += 1

    def skip_welcome(self) -> None:
        """Close the first steps, which a new profile begins with; nothing where there are none."""
        wizard = self.window.welcome()
        if wizard is not None:
            self.bot.waitUntil(wizard.isVisible)
            self.key(wizard, Qt.Key.Key_Escape)

    def save_as(self, asks: QWidget, path: Path) -> None:
        """Press a button that asks for the name of a file, type one, and press Save."""
        QTimer.singleShot(50, lambda: self._name_file(path))
        self.click(asks)

    def _name_file(self, path: Path, tries: int = 400) -> None:
        dialogue = QApplication.activeModalWidget()
        field = dialogue.findChild(QLineEdit, "fileNameEdit") if isinstance(dialogue, QFileDialog) else None
        # What is typed before the dialogue is the active window leaves folders chosen in it, and Save then stays off.
        if tries and (field is None or not field.hasFocus()):
            QTimer.singleShot(50, lambda: self._name_file(path, tries - 1))
            return
        assert field is not None, "nobody asked for the name of a file"
        save = dialogue.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
        try:
            self._paste(field, str(path))
            # The dialogue looks at the folder before it lets anybody save there.
            self.bot.waitUntil(save.isEnabled, timeout=60_000)
            self.actions += 1
            self.click(save)
        finally:
            # It waits for ever otherwise, and nobody hears what went wrong.
            dialogue.close()

    def _paste(self, field: QLineEdit, text: str) -> None:
        """At once: letter by letter, the dialogue looks each folder of the path up and chooses it, sometimes late."""
        QApplication.clipboard().setText(text)
        field.selectAll()
        self.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == text

    def row(self, place: int, column: int = 0) -> QModelIndex:
        """A work as the list shows it."""
        return self.list.model().index(place, column)

    def choose(self, place: int) -> None:
        """Click on the title of a work."""
        rect = self.list.visualRect(self.row(place))
        self.bot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        self.actions += 1

    def tick(self, place: int) -> None:
        """Click on the tick of a work."""
        rect = self.list.visualRect(self.row(place))
        spot = self.list.itemDelegate().box(rect).center()  # type: ignore[attr-defined]
        self.bot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self.actions += 1

    def wait(self, *phases: Phase) -> None:
        """Until the list stands there."""
        self.bot.waitUntil(lambda: self.session.phase in phases, timeout=self.patience_ms)

    def settled(self) -> None:
        """Until nothing is on its way."""
        self.bot.waitUntil(lambda: self.session.phase not in BUSY, timeout=self.patience_ms)

    def statuses(self) -> list[str]:
        """What the last column says, from the top."""
        model = self.list.model()
        return [str(model.index(row, 4).data()) for row in range(model.rowCount())]

    def protected(self, *paths: Path) -> None:
        """Drop files and protect them."""
        self.drop(paths)
        self.wait(Phase.READY)
        self.click(self.screen.protect)
        self.wait(Phase.DONE)
