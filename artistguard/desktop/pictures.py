"""Small pictures of works: asked for when a row is painted, made by a helper process, kept for the rows last seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from artistguard.desktop.errands import Preview

if TYPE_CHECKING:
    from artistguard.desktop.tasks import Backstage

SIDE = 176
MOST_KEPT = 800
AT_ONCE = 12
"""Made in one errand; rows that were scrolled away meanwhile come later."""


class Pictures(QObject):
    """What there is to see of each file.

    Signals:
        came: The path of a picture that is there now.
    """

    came = Signal(str)

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backstage = backstage
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: list[str] = []
        self._asked = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    def of(self, path: str) -> QPixmap | None:
        """The picture of a file, or None; when it is not there yet, `came` tells later."""
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        if path not in self._wanted:
            self._wanted.append(path)
            self._timer.start()
        return None

    def _ask(self) -> None:
        if self._asked or not self._wanted:
            return
        # What was wanted last is on the screen now.
        paths, self._wanted = tuple(self._wanted[-AT_ONCE:]), self._wanted[:-AT_ONCE][-200:]
        self._asked = True
        call = self._backstage.ask(Preview(paths, SIDE))
        call.values.connect(self._take)
        call.ended.connect(self._ended)

    def _take(self, values: tuple[object, ...]) -> None:
        for value in values:
            match value:
                case (str(path), bytes(content)):
                    picture = QPixmap()
                    self._kept[path] = _square(picture) if content and picture.loadFromData(content) else None
                    while len(self._kept) > MOST_KEPT:
                        self._kept.popitem(last=False)
                    self.came.emit(path)
                case _:
                    pass

    def _ended(self, _: object) -> None:
        self._asked = False
        if self._wanted:
            self._timer.start()


def _square(picture: QPixmap) -> QPixmap:
    """The middle of a picture."""
    side = min(picture.width(), picture.height())
    return picture.copy((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
