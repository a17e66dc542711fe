"""Saying what changed to whoever cannot see it: screen readers speak it without the keyboard going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Aloud(QObject):
    """The voice of one screen; the same is not said twice in a row.

    Signals:
        spoken: What was handed to the screen reader.

    Args:
        widget: On whose behalf it speaks.
    """

    spoken = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._last = ""
        self._told = ("", -1)

    def say(self, sentence: str) -> None:
        """Say a sentence; nothing for none."""
        if sentence and sentence != self._last and self._widget.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, sentence))
            self.spoken.emit(sentence)
        self._last = sentence

    def say_share(self, stage: str, sentence: str, done: int, total: int) -> None:
        """Say how far a stage is, at its beginning and after every quarter."""
        told = (stage, done * 4 // total if total else 0)
        if told != self._told:
            self._told = told
            self.say(sentence)
