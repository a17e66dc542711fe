"""The empty screen: one large place to drop works on, and two buttons for those who would rather choose."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from artistguard.desktop import words
from artistguard.desktop.views.pressing import button
from artistguard.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

    from artistguard.desktop.palettes import Theme


def dropped(content: QMimeData) -> list[str]:
    """The files and folders of a drop; addresses on the web are none."""
    return [url.toLocalFile() for url in content.urls() if url.isLocalFile()]


def label(text: str, name: str = "", *, wrap: bool = False) -> QLabel:
    """Words of the window, styled by a name of the style sheet."""
    shown = QLabel(words.translate(text))
    shown.setObjectName(name)
    shown.setWordWrap(wrap)
    return shown


def linked(text: str, resource: str) -> QLabel:
    """A quiet line that opens a page which comes with the program."""
    address = QUrl.fromLocalFile(str(resource_path(resource))).toString()
    shown = QLabel(f'<a href="{html.escape(address)}">{html.escape(words.translate(text))}</a>')
    shown.setObjectName("muted")
    shown.setOpenExternalLinks(True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)  # with the keyboard, too
    shown.setAccessibleName(words.translate(text))
    return shown


def centred(shown: QLabel) -> QLabel:
    """The same words in the middle."""
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return shown


def row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is where room is left."""
    layout = QHBoxLayout()
    layout.setSpacing(10)
    for part in parts:
        if part is None:
            layout.addStretch()
        else:
            layout.addWidget(part)
    return layout


def below(notices: QWidget, pages: QWidget, screen: QWidget) -> None:
    """Lay a screen out: its notices, and below them what it shows."""
    holder = QVBoxLayout()
    holder.setContentsMargins(24, 8, 24, 0)
    holder.addWidget(notices)
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(holder)
    whole.addWidget(pages, 1)


def on_keys(screen: QWidget, *doings: tuple[str, Callable[[], object]]) -> None:
    """Key chords, such as ``Ctrl+F``, that hold while a screen is shown."""
    for keys, do in doings:
        action = QAction(screen)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        screen.addAction(action)


def roomy(dialogue: QWidget, width: int, height: int) -> None:
    """Give a dialogue its size, larger with larger letters, and never larger than a small screen."""
    letter = dialogue.fontMetrics().averageCharWidth()
    dialogue.resize(min(width * letter // 7, 1320), min(height * letter // 7, 700))


def show_keys(keys: str, *widgets: QWidget) -> None:
    """Tell whoever rests the mouse on something which keys do the same, as the system writes them."""
    for widget in widgets:
        widget.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))


def emptied(layout: QVBoxLayout) -> QVBoxLayout:
    """A layout with nothing in it any more."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            # A layout shows what was added a moment later; hidden, it is not shown as a window of its own.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
    return layout


def scrolled(page: QWidget) -> QScrollArea:
    """A page that can be scrolled where the letters are large and the screen is small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


TILES = {"audio": "tint_audio", "text": "tint_text", "image": "tint_image"}
"""Icons of the tiles and the tones behind them, from the back to the front."""
FAN = {"audio": (-1, -10), "text": (1, 10), "image": (0, 0)}
"""Where each lies, and how it is turned; one alone lies straight."""


class Tiles(QWidget):
    """Tiles laid out like a hand of cards: a picture, a recording, a book; or one that stands for a screen.

    Args:
        theme: The colours.
        tiles: Icons, and the tones behind them.
    """

    SIDE = 84

    def __init__(self, theme: Theme, tiles: Mapping[str, str] = TILES) -> None:
        super().__init__()
        self._theme = theme
        self._tiles = tiles
        self.setFixedHeight(self.SIDE * 3 // 2)
        theme.changed.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw them, the middle one last and in front."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for name in self._tiles:
            place, turn = FAN.get(name, (0, 0))
            painter.save()
            painter.translate(self.width() / 2 + place * self.SIDE * 0.86, self.height() / 2 + abs(place) * 8)
            painter.rotate(turn)
            self._tile(painter, name)
            painter.restore()
        painter.end()

    def _tile(self, painter: QPainter, name: str) -> None:
        tones, half = self._theme.tones, self.SIDE // 2
        frame = QRect(-half, -half, self.SIDE, self.SIDE)
        painter.setPen(QPen(QColor(tones.surface if tones.window != tones.surface else tones.line), 4))
        painter.setBrush(QColor(getattr(tones, self._tiles[name])))
        painter.drawRoundedRect(frame, 18, 18)
        inset = self.SIDE // 4
        self._theme.icon(name).paint(painter, frame.adjusted(inset, inset, -inset, -inset))


class DropTarget(QFrame):
    """A large place that says that what is held over it will be taken.

    Signals:
        dropped: Paths of files and folders.

    Args:
        name: What it is for, to eyes and ears.
    """

    dropped = Signal(list)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.setAccessibleName(words.translate(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that what is held over it will be taken."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()
            self._over(held=True)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """It went away again."""
        self._over(held=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take it."""
        self._over(held=False)
        event.acceptProposedAction()
        self.dropped.emit(dropped(event.mimeData()))

    def _over(self, *, held: bool) -> None:
        self.setProperty("over", held)
        self.style().unpolish(self)
        self.style().polish(self)


class DropArea(DropTarget):
    """Where works are dropped.

    Signals:
        files_wanted: The dialogue for files is to open.
        folder_wanted: The one for a folder.
        sample_wanted: The demo works are to be shown.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(words.DROP)
        self._picture = Tiles(theme)
        self.files = button(words.CHOOSE_FILES, "primary")
        self.folder = button(words.CHOOSE_FOLDER)
        self.sample = button(words.SAMPLE, "link")
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(3)
        layout.addWidget(self._picture)
        for shown in (label(words.DROP, "title"), label(words.KINDS_TAKEN, "muted")):
            layout.addWidget(centred(shown))
        layout.addSpacing(8)
        layout.addLayout(row(None, self.files, self.folder, None))
        layout.addWidget(self.sample, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        layout.addWidget(centred(label(words.STAYS_HERE, "heading")))
        layout.addWidget(centred(label(words.CLAIM, "claim", wrap=True)))
        layout.setContentsMargins(40, 30, 40, 26)


class Page(QWidget):
    """A plain page with the colours of the window and room at its edges."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
