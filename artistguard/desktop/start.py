"""Building application and window; everything Qt begins here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QStyleFactory

from artistguard.desktop import language, words
from artistguard.desktop.looks import Looks
from artistguard.desktop.neighbours import Neighbours, OpenedFiles
from artistguard.desktop.palettes import Theme
from artistguard.desktop.window import Window
from artistguard.store.disk import Disk
from artistguard.store.home import find_home

if TYPE_CHECKING:
    from collections.abc import Sequence


def start(paths: Sequence[str]) -> int:
    """Show the window with files on its list, until it is closed; one that is open already gets the files.

    Returns:
        The exit status.
    """
    application = QApplication([words.TITLE])
    application.setApplicationName(words.TITLE)
    application.setDesktopFileName("artistguard")
    wanted = [str(Path(path).absolute()) for path in paths]
    home = find_home()
    home.make(Disk())
    neighbours = Neighbours(home.folder, application)
    if neighbours.hand_over(wanted):
        return 0
    window = opened(application)
    neighbours.came.connect(window.call)
    OpenedFiles(application).came.connect(window.call)
    window.show()
    if wanted:
        window.open_paths(wanted)
    else:
        window.welcome()
    window.begin(again=not wanted)
    status = application.exec()
    neighbours.close()
    return status


def opened(application: QApplication) -> Window:
    """The window, as it was left the last time, not yet shown."""
    application.setStyle(QStyleFactory.create("Fusion"))
    home = find_home().folder
    looks = Looks.kept(QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
    language.use(application, looks.language)
    return Window(Theme(application, looks.appearance, looks.text_size), home)
