"""The window: a row of screens, a menu, and the helper processes that live as long as it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artistguard.desktop import housewords, words
from artistguard.desktop.looks import Looks
from artistguard.desktop.phases import Phase
from artistguard.desktop.pictures import Pictures
from artistguard.desktop.posting import Posting
from artistguard.desktop.session import Session
from artistguard.desktop.tasks import Backstage
from artistguard.desktop.views.checking import Checking
from artistguard.desktop.views.menu import Menu
from artistguard.desktop.views.my_works import MyWorks
from artistguard.desktop.views.offer import Offer
from artistguard.desktop.views.preferences import Preferences
from artistguard.desktop.views.protecting import Protecting
from artistguard.desktop.views.signer import Signer
from artistguard.desktop.views.wizard import Wizard
from artistguard.desktop.waiting import keep, kept
from artistguard.desktop.watching import Watching
from artistguard.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from artistguard.desktop.palettes import Theme

KEEP_MS = 500
"""So long after the list changed it is written down, so that a crash loses no more."""


class Screen(Protocol):
    """One screen of the window: a widget with a title and the name of an icon."""

    title: str
    icon: str


class Window(QMainWindow):
    """The window of ArtistGuard.

    Args:
        theme: The colours.
        home: The user's own folder, where state of the window and sample works are kept.
    """

    def __init__(self, theme: Theme, home: Path) -> None:
        super().__init__()
        self.theme = theme
        self.home = home
        self.backstage = Backstage(self)
        self.sight = Backstage(self)
        self.aside = Backstage(self)
        self.pictures = Pictures(self.sight, self)
        self.session = Session(self.backstage, self)
        self.protecting = Protecting(self.session, theme, self.pictures)
        self.my_works = MyWorks(self.aside, theme, self.pictures)
        self.checking = Checking(self.aside, theme, self.pictures)
        self.screens = QStackedWidget()
        self._buttons = QButtonGroup(self)
        self._state = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat, self)
        self.looks = Looks.kept(self._state)
        self.menu_button = QPushButton()
        self.menu_button.setObjectName("screen-button")
        self.offer = Offer()
        self.signer = Signer(self.backstage)
        self.watching = Watching(self)
        self.posting = Posting(self.backstage, self)
        self._lay_out()
        for screen in (self.protecting, self.my_works, self.checking):
            self.add_screen(screen)
        self.my_works.protect_wanted.connect(lambda: self.go_to(self.protecting))
        self.my_works.again_wanted.connect(self.open_paths)
        self.protecting.sample_wanted.connect(self.try_samples)
        self.signer.changed.connect(self._set_anew)
        self.session.greeted.connect(self.signer.look)
        self.session.phased.connect(self._offer_backup)
        self.session.greeted.connect(self.posting.begin)
        self.posting.said.connect(self.offer.tell)
        self.posting.arrived.connect(self.my_works.look_if_shown)
        self.watching.said.connect(self.offer.tell)
        self.watching.protected.connect(self.my_works.look_if_shown)
        theme.changed.connect(self._paint)
        self._paint()
        self._restore()
        if (home / "watched.json").exists():
            self.watching.begin()
        self._keeper = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keeper.timeout.connect(self._keep_list)
        self.session.queued.connect(self._keeper.start)
        self._left = kept(self._list)
        QTimer.singleShot(0, self.session.greet)
        self.protecting.drop.files.setFocus()

    def add_screen(self, screen: QWidget) -> None:
        """Put one more screen behind the others, with its button in the row and Ctrl+number to go there.

        Args:
            screen: A widget that is also a Screen.
        """
        place = self.screens.addWidget(screen)
        title = words.translate(screen.title)  # type: ignore[attr-defined]
        button = QPushButton(title)
        button.setObjectName("screen-button")
        button.setAccessibleName(title)
        button.setProperty("icon-name", screen.icon)  # type: ignore[attr-defined]
        button.setCheckable(True)
        button.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
        button.toggled.connect(lambda on: self.screens.setCurrentIndex(place) if on else None)
        button.setChecked(place == 0)
        self._buttons.addButton(button, place)
        self._row.insertWidget(place, button)
        self._paint()

    def go_to(self, screen: QWidget) -> None:
        """Show one of the screens."""
        self._buttons.button(self.screens.indexOf(screen)).setChecked(True)

    def begin(self, *, again: bool) -> None:
        """Put on the list what waited at the end of the last sitting.

        Args:
            again: Whether it is wanted; files that were named at the start come first.
        """
        left, self._left = self._left, None
        if again and left is not None:
            self.session.greeted.connect(lambda: self.session.wait_again(left), Qt.ConnectionType.SingleShotConnection)

    def call(self, paths: Sequence[str]) -> None:
        """Come to the front, with files that were handed over by another window or by the system."""
        if paths:
            self.open_paths(paths)
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def open_paths(self, paths: Sequence[str]) -> None:
        """Files from the command line or from "Open with"."""
        self.go_to(self.protecting)
        self.session.add(list(paths))

    def try_samples(self) -> None:
        """Show the demo works, as copies in the user's own folder."""
        self.session.try_samples(resource_path("samples"), self.home / "sample works")

    def open_preferences(self) -> Preferences:
        """Show what is set; what is changed there holds for the list at once."""
        dialogue = Preferences(self.aside, self, self.looks)
        dialogue.looked.connect(self._look)
        dialogue.changed.connect(lambda _: self._set_anew())
        dialogue.watched.connect(self.watching.begin)
        dialogue.open()
        return dialogue

    def welcome(self) -> Wizard | None:
        """Take the first steps together, at the very first start and never again."""
        if self._state.value("welcomed") is not None:
            return None
        self._state.setValue("welcomed", "yes")
        dialogue = Wizard(self.aside, self)
        dialogue.changed.connect(lambda _: self._set_anew())
        dialogue.open()
        return dialogue

    def _offer_backup(self) -> None:
        """Once, when something was protected for the first time: a lost key cannot be made again."""
        protected = self.session.phase is Phase.DONE and self.session.can_put_back
        if protected and self._state.value("backup-offered") is None:
            self._state.setValue("backup-offered", "yes")
            self.offer.tell(
                words.translate(housewords.KEEP_A_COPY), housewords.KEEP_A_COPY_HOW, self._open_preferences_for_key
            )

    def _open_preferences_for_key(self) -> None:
        self.open_preferences().you.show_key()

    def _set_anew(self) -> None:
        """What was set holds for the list, too: it is looked at again, so that it shows what will be written."""
        self.session.greeted.connect(self._look_again, Qt.ConnectionType.SingleShotConnection)
        self.session.greet()

    def _look_again(self) -> None:
        if self.session.phase is Phase.READY:
            self.session.retry(())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where the window was, let the current file be finished, and go."""
        self._state.setValue("geometry", self.saveGeometry())
        self._state.sync()
        self._keep_list()
        self.hide()
        self.backstage.close()
        self.sight.close()
        self.aside.close()
        self.watching.close()
        self.posting.close()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(words.TITLE)
        self.setMinimumSize(860, 560)
        self.resize(1180, 780)
        top = QFrame()
        top.setObjectName("top")
        name = QLabel(words.TITLE)
        name.setObjectName("heading")
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        line = QHBoxLayout(top)
        line.setContentsMargins(18, 10, 14, 10)
        line.addLayout(self._row)
        line.addStretch()
        line.addWidget(self.signer)
        line.addWidget(self.menu_button)
        self._make_menu()
        over = QHBoxLayout()
        over.setContentsMargins(24, 0, 24, 0)
        over.addWidget(self.offer)
        whole = QWidget()
        whole.setObjectName("screen")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(top)
        layout.addLayout(over)
        layout.addWidget(self.screens, 1)
        self.setCentralWidget(whole)

    def _make_menu(self) -> None:
        self.menu = Menu(self, self.theme.appearance)
        self.menu.looked.connect(lambda appearance: self._look(replace(self.looks, appearance=appearance)))
        self.menu.preferences.triggered.connect(self.open_preferences)
        self.menu.back.triggered.connect(self._put_back_everything)
        self.menu.leave.triggered.connect(self.close)
        self.menu_button.setText(words.translate(words.MENU))
        self.menu_button.setAccessibleName(words.translate(words.MENU))
        self.menu_button.setMenu(self.menu)

    def _put_back_everything(self) -> None:
        self.go_to(self.protecting)
        self.protecting.put_back_everything()

    def _look(self, looks: Looks) -> None:
        self.looks = looks
        self.menu.show_appearance(looks.appearance)
        self.theme.use(looks.appearance, looks.text_size)
        looks.keep(self._state)

    def _paint(self) -> None:
        self.setWindowIcon(self.theme.icon("app", "accent"))
        self.menu_button.setIcon(self.theme.icon("menu"))
        for button in self._buttons.buttons():
            button.setIcon(self.theme.icon(str(button.property("icon-name"))))
        for each in (self.menu_button, *self._buttons.buttons()):
            each.setIconSize(QSize(1, 1) * each.fontMetrics().height())

    @property
    def _list(self) -> Path:
        """Where the waiting list is kept."""
        return self.home / "list.json"

    def _keep_list(self) -> None:
        self._keeper.stop()
        keep(self._list, self.session.waiting)

    def _restore(self) -> None:
        geometry = self._state.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
