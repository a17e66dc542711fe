"""How everything is drawn: the style sheet of the window, in the tones of a palette."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtGui import QColor

from artistguard.desktop.tones import Tones, luminance
from artistguard.resources import resource_path


def style(tones: Tones, points: float) -> str:
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
    return "light" if luminance(QColor(tone)) > 0.5 else "dark"


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
QPushButton:disabled { color: @muted@; border: 1px dashed @line@; background: @window@ }
QPushButton#primary {
    background: @accent@; color: @on_accent@; border: 2px solid @accent@; font-weight: 600; padding: 8px 22px;
}
QPushButton#primary:hover { border-color: @text@ }
QPushButton#primary:disabled { background: @window@; color: @muted@; border: 2px dashed @line@ }
QPushButton#link {
    background: transparent; border: 2px solid transparent; color: @accent@; padding: 4px 6px;
    text-decoration: underline;
}
QPushButton#link:focus { border-color: @accent@; border-radius: 6px }
QPushButton#screen-button {
    background: transparent; border: 2px solid transparent; color: @muted@; padding: 7px 14px; font-weight: 600;
}
QPushButton#screen-button:hover { background: @raised@ }
QPushButton#screen-button:checked { background: @chosen@; color: @text@ }
QPushButton#screen-button:focus { border-color: @accent@ }
QPushButton::menu-indicator { image: none; width: 0 }
QLineEdit, QComboBox, QSpinBox {
    background: @surface@; border: 1px solid @edge@; border-radius: 8px; padding: 7px 10px;
    selection-background-color: @accent@; selection-color: @on_accent@;
}
QLineEdit { placeholder-text-color: @muted@ }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @accent@; padding: 6px 9px }
QComboBox::drop-down { border: 0; width: @field@; padding-right: 6px }
QComboBox::down-arrow { image: url("@icons@/arrow-@ink@.svg"); width: @box@; height: @box@ }
QComboBox QAbstractItemView {
    background: @surface@; border: 1px solid @line@; selection-background-color: @chosen@;
    selection-color: @text@;
}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { background: transparent; border: 0; padding: 0 }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0 }
QCheckBox::indicator {
    width: @box@; height: @box@; border: 1px solid @muted@; border-radius: 4px; background: @surface@
}
QCheckBox::indicator:checked {
    background: @accent@; border-color: @accent@; image: url("@icons@/tick-@ink_on_accent@.svg")
}
QCheckBox::indicator:disabled { border: 1px dashed @line@; background: @window@ }
QCheckBox::indicator:checked:disabled {
    background: @window@; border-color: @line@; image: url("@icons@/tick-@ink@.svg")
}
QTreeView {
    background: @surface@; border: 2px solid @line@; border-radius: 12px; selection-background-color: @chosen@;
    selection-color: @text@;
}
QTreeView:focus { border-color: @accent@ }
QListWidget { background: @surface@; border: 1px solid @line@; border-radius: 12px; padding: 6px }
QListWidget::item { padding: 8px 10px; border: 2px solid transparent; border-radius: 8px; color: @text@ }
QListWidget::item:hover { background: @window@ }
QListWidget::item:selected { background: @chosen@; color: @text@ }
QListWidget::item:selected:focus { border-color: @accent@ }
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
QFrame#drop { background: @surface@; border: 2px dashed @edge@; border-radius: 22px }
QFrame#drop[over="true"] { background: @chosen@; border: 2px solid @accent@ }
QFrame#top { background: @window@; border: 0; border-bottom: 1px solid @line@ }
QScrollArea { background: transparent; border: 0 }
QScrollArea > QWidget > QWidget { background: transparent }
QScrollBar:vertical { background: transparent; width: 12px; margin: 3px }
QScrollBar::handle:vertical { background: @edge@; border-radius: 3px; min-height: 36px }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 3px }
QScrollBar::handle:horizontal { background: @edge@; border-radius: 3px; min-width: 36px }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QSplitter::handle { background: transparent }
"""
