"""Colours: Light, Dark and High contrast, each a few named tones, and System, which follows the computer.

A test computes the contrast of every pair that is read: at least 4.5 : 1. Source: WCAG 2.2, success criterion 1.4.3.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPalette, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

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


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one palette, as ``#rrggbb``.

    Attributes:
        window: Behind everything.
        surface: Behind lists and fields.
        raised: Behind buttons and bars.
        text: What is read first.
        muted: What is read second.
        accent: What may be pressed, and where the keyboard is.
        on_accent: Words on the accent.
        line: Edges that carry no meaning.
        edge: Edges of what may be pressed or filled in.
        chosen: Behind chosen rows.
        good: Done well.
        warning: Wants a look.
        danger: Went wrong.
        tint_image: Behind the icon of a picture.
        tint_audio: Behind the icon of a recording.
        tint_text: Behind the icon of a manuscript.
    """

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    accent: str
    on_accent: str
    line: str
    edge: str
    chosen: str
    good: str
    warning: str
    danger: str
    tint_image: str
    tint_audio: str
    tint_text: str


LIGHT = Tones(
    window="#f6f3ee", surface="#fffdfa", raised="#ffffff", text="#26221d", muted="#635c52", accent="#0b6a61",
    on_accent="#ffffff", line="#ddd6ca", edge="#8a8073", chosen="#dcefeb", good="#1c6a3c", warning="#7d4f00",
    danger="#a02a1f", tint_image="#fbe6d4", tint_audio="#e3e4fa", tint_text="#dff0dc",
)  # fmt: skip
DARK = Tones(
    window="#1a1a1e", surface="#212126", raised="#2c2c33", text="#eeebe6", muted="#b3aea6", accent="#6fd3c3",
    on_accent="#0c2622", line="#3c3b44", edge="#8a8893", chosen="#254541", good="#8bdba5", warning="#f1c56d",
    danger="#ffa195", tint_image="#4a3628", tint_audio="#34365c", tint_text="#2c4530",
)  # fmt: skip
HIGH_CONTRAST = Tones(
    window="#000000", surface="#000000", raised="#000000", text="#ffffff", muted="#ffffff", accent="#ffe600",
    on_accent="#000000", line="#ffffff", edge="#ffffff", chosen="#003a6b", good="#9dff9d", warning="#ffe600",
    danger="#ffb8b0", tint_image="#000000", tint_audio="#000000", tint_text="#000000",
)  # fmt: skip

READ = (
    ("text", "window"), ("text", "surface"), ("text", "raised"), ("text", "chosen"), ("muted", "window"),
    ("muted", "surface"), ("muted", "raised"), ("muted", "chosen"), ("accent", "window"), ("accent", "surface"),
    ("accent", "raised"), ("accent", "chosen"), ("on_accent", "accent"), ("good", "surface"), ("good", "chosen"),
    ("good", "window"), ("warning", "surface"), ("warning", "chosen"), ("warning", "raised"), ("danger", "surface"),
    ("danger", "chosen"),
    ("danger", "raised"), ("danger", "window"), ("text", "tint_image"), ("text", "tint_audio"), ("text", "tint_text"),
)  # fmt: skip
"""Which tone is read on which."""
SEEN = (
    ("edge", "window"), ("edge", "surface"), ("edge", "raised"), ("accent", "window"), ("accent", "surface"),
    ("accent", "raised"), ("accent", "chosen"), ("muted", "window"), ("muted", "surface"), ("muted", "raised"),
    ("muted", "chosen"), ("warning", "window"), ("warning", "raised"), ("on_accent", "accent"),
)  # fmt: skip
"""Which tone draws an edge or a ring on which: at least 3 : 1. Source: WCAG 2.2, success criterion 1.4.11."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


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


def style(tones: Tones, points: float = SMALLEST_POINTS) -> str:
    """The style sheet in these tones, for letters of this size."""
    text = _STYLE.replace("@large@", f"{points * 1.7:.1f}pt").replace("@middle@", f"{points * 1.3:.1f}pt")
    text = text.replace("@box@", f"{round(points * 1.8)}px").replace("@field@", f"{round(points * 2.4)}px")
    text = text.replace("@icons@", resource_path("icons").as_posix())
    text = text.replace("@ink@", _ink(tones.text)).replace("@ink_on_accent@", _ink(tones.on_accent))
    for field in fields(tones):
        text = text.replace(f"@{field.name}@", getattr(tones, field.name))
    return text


def _ink(tone: str) -> str:
    """Which of two drawings has nearly that tone; a style sheet can only name files."""
    return "light" if _luminance(QColor(tone)) > 0.5 else "dark"


_STYLE = """
* { outline: 0 }
QWidget { color: @text@ }
QMainWindow, QDialog, #screen, #page { background: @window@ }
QToolTip { background: @raised@; color: @text@; border: 1px solid @line@; padding: 4px }
QLabel#title { font-size: @large@; font-weight: 600 }
QLabel#muted, QLabel#claim { color: @muted@ }
QLabel#trouble { color: @danger@ }
QLabel#warning { color: @warning@; font-weight: 600 }
QLabel#good { color: @good@; font-weight: 600 }
QLabel#technical { color: @muted@ }
QLabel#heading { font-weight: 600 }
QLabel#sentence { font-size: @middle@; font-weight: 600 }
QPushButton { background: @raised@; border: 1px solid @edge@; border-radius: 8px; padding: 7px 16px }
QPushButton:hover { border-color: @accent@ }
QPushButton:focus { border: 2px solid @accent@; padding: 6px 15px }
QPushButton:pressed { background: @chosen@ }
QPushButton:disabled { color: @muted@; border-color: @line@; background: @window@ }
QPushButton#primary {
    background: @accent@; color: @on_accent@; border: 2px solid @accent@; font-weight: 600; padding: 8px 22px;
}
QPushButton#primary:focus { border: 6px double @on_accent@; padding: 4px 18px }
QPushButton#primary:disabled { background: @window@; color: @muted@; border: 2px solid @line@ }
QPushButton#link {
    background: transparent; border: 2px solid transparent; color: @accent@; padding: 4px 6px;
    text-decoration: underline;
}
QPushButton#link:focus { border-color: @accent@; border-radius: 6px }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 6px 12px }
QToolButton:hover { background: @raised@ }
QToolButton:focus { border-color: @accent@ }
QToolButton#screen-button { font-weight: 600; color: @muted@ }
QToolButton#screen-button:checked { background: @chosen@; color: @text@ }
QToolButton::menu-indicator { image: none }
QLineEdit, QComboBox, QSpinBox {
    background: @surface@; border: 1px solid @edge@; border-radius: 8px; padding: 7px 10px;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
QLineEdit { placeholder-text-color: @muted@ }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @accent@; padding: 6px 9px }
QComboBox::drop-down { border: 0; width: 30px }
QComboBox::down-arrow { image: url("@icons@/arrow-@ink@.svg"); width: @box@; height: @box@ }
QComboBox QAbstractItemView {
    background: @surface@; border: 1px solid @line@; selection-background-color: @chosen@;
    selection-color: @text@;
}
QCheckBox { spacing: 8px; border: 2px solid transparent; border-radius: 6px; padding: 2px }
QCheckBox:focus { border-color: @accent@ }
QSpinBox { min-height: @field@ }
QCheckBox::indicator {
    width: @box@; height: @box@; border: 1px solid @muted@; border-radius: 4px; background: @surface@
}
QCheckBox::indicator:checked {
    background: @accent@; border-color: @accent@; image: url("@icons@/tick-@ink_on_accent@.svg")
}
QCheckBox:disabled { color: @muted@ }
QCheckBox::indicator:disabled { border: 1px dashed @line@; background: @window@ }
QCheckBox::indicator:checked:disabled {
    background: @window@; border-color: @line@; image: url("@icons@/tick-@ink@.svg")
}
QTreeView {
    background: @surface@; border: 1px solid @line@; border-radius: 12px; selection-background-color: @chosen@;
    selection-color: @text@;
}
QListWidget {
    background: @surface@; border: 1px solid @line@; border-radius: 12px; padding: 6px;
}
QListWidget:focus { border: 2px solid @accent@; padding: 5px }
QListWidget::item { padding: 8px 10px; border-radius: 8px; color: @text@ }
QListWidget::item:selected { background: @chosen@; color: @text@ }
QTreeView:focus { border: 2px solid @accent@ }
QTreeView::item { border: 0 }
QHeaderView { background: transparent }
QHeaderView::section {
    background: @surface@; color: @muted@; border: 0; border-bottom: 1px solid @line@; padding: 8px 10px;
    font-weight: 600;
}
QHeaderView::section:first { border-top-left-radius: 12px }
QHeaderView::section:last { border-top-right-radius: 12px }
QProgressBar { background: @line@; border: 0; border-radius: 5px; max-height: 10px; min-height: 10px }
QProgressBar::chunk { background: @accent@; border-radius: 5px }
QMenu { background: @raised@; border: 1px solid @line@; padding: 6px }
QMenu::item { padding: 6px 26px; border-radius: 6px }
QMenu::item:selected { background: @chosen@ }
QMenu::separator { height: 1px; background: @line@; margin: 6px 10px }
QFrame#card { background: @surface@; border: 1px solid @line@; border-radius: 12px }
QFrame#bar { background: @raised@; border: 1px solid @line@; border-radius: 12px }
QFrame#bar[troubled="true"] { border-color: @warning@ }
QFrame#bar QLabel#cause { color: @warning@; font-weight: 600 }
QFrame#drop { background: @surface@; border: 2px dashed @muted@; border-radius: 22px }
QFrame#drop[over="true"] { background: @chosen@; border: 2px solid @accent@ }
QFrame#top { background: @window@; border: 0; border-bottom: 1px solid @line@ }
QScrollArea { background: transparent; border: 0 }
QScrollArea > QWidget > QWidget { background: transparent }
QScrollBar:vertical { background: transparent; width: 12px; margin: 3px }
QScrollBar::handle:vertical { background: @muted@; border-radius: 3px; min-height: 36px }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 3px }
QScrollBar::handle:horizontal { background: @muted@; border-radius: 3px; min-width: 36px }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QSplitter::handle { background: transparent }
"""
