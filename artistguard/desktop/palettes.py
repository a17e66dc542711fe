"""Colours: Light, Dark and High contrast, and System, which follows the computer; and icons in them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from artistguard.desktop.stylesheet import style
from artistguard.desktop.tones import DARK, HIGH_CONTRAST, LIGHT, Tones
from artistguard.resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


SMALLEST_POINTS = 9.0
"""A system that names no size, or only one in pixels, gets this one."""

DIRECTED = frozenset({"back", "text"})
"""Icons that point, or show writing: turned round where one writes from right to left."""


class Appearance(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Theme(QObject):
    """The tones that hold, and icons in them.

    Signals:
        changed: Other tones hold.
    """

    changed = Signal()

    def __init__(
        self, application: QApplication, appearance: Appearance = Appearance.SYSTEM, text_size: int = 100
    ) -> None:
        super().__init__(application)
        self._application = application
        self.appearance = appearance
        self.text_size = text_size
        self.tones = LIGHT
        self._icons: dict[tuple[str, str], QIcon] = {}
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.use(appearance, text_size)

    def use(self, appearance: Appearance, text_size: int) -> None:
        """Show the whole window in these colours, and letters of this size, from now on.

        Args:
            appearance: The colours.
            text_size: Per cent of the size that the system wants.
        """
        self.appearance, self.text_size = appearance, text_size
        self.tones = self._tones()
        self._icons.clear()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        points = max(font.pointSizeF(), SMALLEST_POINTS) * text_size / 100
        font.setPointSizeF(points)
        self._application.setFont(font)
        self._application.setPalette(_palette(self.tones))
        self._application.setStyleSheet(style(self.tones, points))
        self.changed.emit()

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """One of our icons.

        Args:
            name: Of a file in ``resources/icons``, without its ending.
            tone: Name of the tone to draw it in.
        """
        key = (name, tone)
        if key not in self._icons:
            picture = drawn(name, str(getattr(self.tones, tone)), 96)
            if name in DIRECTED and self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                picture = picture.transformed(QTransform.fromScale(-1, 1))
            self._icons[key] = QIcon(picture)
        return self._icons[key]

    def _tones(self) -> Tones:
        match self.appearance:
            case Appearance.LIGHT:
                return LIGHT
            case Appearance.DARK:
                return DARK
            case Appearance.HIGH_CONTRAST:
                return HIGH_CONTRAST
            case Appearance.SYSTEM:
                dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
                return DARK if dark else LIGHT

    def _system_changed(self) -> None:
        if self.appearance is Appearance.SYSTEM and self._tones() != self.tones:
            self.use(Appearance.SYSTEM, self.text_size)


def drawn(name: str, colour: str, side: int) -> QPixmap:
    """An icon as a square of pixels, drawn in one colour."""
    source = resource_path(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def _palette(tones: Tones) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, tone in {
        role.Window: tones.window, role.WindowText: tones.text, role.Base: tones.surface, role.Text: tones.text,
        role.AlternateBase: tones.window, role.Button: tones.raised, role.ButtonText: tones.text,
        role.Highlight: tones.chosen, role.HighlightedText: tones.text, role.ToolTipBase: tones.raised,
        role.ToolTipText: tones.text, role.PlaceholderText: tones.muted, role.Link: tones.accent,
        role.BrightText: tones.danger, role.Accent: tones.accent, role.Mid: tones.line, role.Light: tones.raised,
        role.Dark: tones.line,
    }.items():  # fmt: skip
        palette.setColor(which, QColor(tone))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tones.muted))
    return palette
