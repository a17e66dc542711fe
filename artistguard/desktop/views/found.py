"""The panel of Check a file: all that is known about one file."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from artistguard.desktop import sayings, words
from artistguard.desktop.language import apart
from artistguard.desktop.models.findings import story
from artistguard.desktop.views.dropping import emptied, label
from artistguard.desktop.views.tick import Tick

if TYPE_CHECKING:
    from artistguard.desktop.inquiries import Discovery


class Found(QFrame):
    """The panel at the side: all that is known about one file."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._shown: Discovery | None = None
        self._heading = label("", "heading", wrap=True)
        self.technical = Tick(words.TECHNICAL)
        self.technical.toggled.connect(self._fill)
        self._page = QWidget()
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(8)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._page)
        self._area.setAccessibleName(words.translate(sayings.CHECK))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 10, 12)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.technical)
        self._fill()

    def show_discovery(self, shown: Discovery | None) -> None:
        """Show what is known about this file."""
        self._shown = shown
        self._fill()

    @property
    def text(self) -> str:
        """All that is shown, line by line."""
        return "\n".join(each.text() for each in self._page.findChildren(QLabel))

    def _fill(self) -> None:
        emptied(self._lines)
        self._heading.setVisible(self._shown is not None)
        if self._shown is None:
            self._lines.addWidget(label(sayings.CHECK_PICK, "muted", wrap=True))
        else:
            self._heading.setText(apart(PurePath(self._shown.finding.path).name))
            for name, text in story(self._shown, technical=self.technical.isChecked()):
                self._lines.addWidget(_paragraph(text, name))
        self._lines.addStretch()


def _paragraph(text: str, name: str) -> QLabel:
    shown = QLabel(text)
    shown.setObjectName(name)
    shown.setWordWrap(True)
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    shown.setMinimumWidth(40)
    return shown
