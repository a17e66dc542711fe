"""Preferences: six pages; every change is kept at once, with the checks that every face has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from artistguard.desktop import credentialwords, sayings, words
from artistguard.desktop.archive import Saved
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.household import ChooseProfile, Household, NewProfile, SendNow, Sent, Survey
from artistguard.desktop.keyring import BringKey, Recovery
from artistguard.desktop.looks import Looks
from artistguard.desktop.views.asking import answers_passphrases
from artistguard.desktop.views.dropping import label, roomy
from artistguard.desktop.views.fields import Keeping, NumberField, OneOfField, SwitchField
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.sheet import Sheet
from artistguard.desktop.views.sheet_choice import ChoiceSheet
from artistguard.desktop.views.sheet_folders import FoldersSheet
from artistguard.desktop.views.sheet_looks import LooksSheet
from artistguard.desktop.views.sheet_registries import RegistrySheet
from artistguard.desktop.views.sheet_you import YouSheet

if TYPE_CHECKING:
    from artistguard.desktop.errands import Errand
    from artistguard.desktop.tasks import Backstage
    from artistguard.jobs.outcome import Trouble

SIGNERS = (ChooseProfile, NewProfile, BringKey)
"""Errands after which somebody else may sign."""


class Preferences(QDialog):
    """The dialogue.

    Signals:
        looked: Looks: other colours, another language or other letters are wanted.
        changed: Names of settings that are others now; once, when it closes.
        watched: Other folders are watched now.

    Args:
        backstage: The helper process.
        parent: The window.
        looks: Colours, language and letters now.
    """

    looked = Signal(Looks)
    changed = Signal(set)
    watched = Signal()

    def __init__(self, backstage: Backstage, parent: QWidget | None, looks: Looks) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.translate(sayings.PREFERENCES))
        self.clerk = Clerk(backstage, self)
        self.keeping = Keeping(self.clerk, self)
        self.names = QListWidget()
        self.pages = QStackedWidget()
        self.told = label("", "muted", wrap=True)
        self.trouble = label("", "trouble", wrap=True)
        self.close_button = button(sayings.CLOSE, "primary")
        self.you = YouSheet(self.keeping)
        self.choice = ChoiceSheet(self.keeping)
        self.registries = RegistrySheet(self.keeping)
        self.folders = FoldersSheet()
        self.looks = LooksSheet(looks)
        self._changed: set[str] = set()
        self._left = False
        self.sheets = (self.you, self.choice, self.registries, self.folders, self.looks, self._advanced())
        self._lay_out()
        self._connect()
        self.clerk.send(Survey(), self._take)

    # -- building -------------------------------------------------------------------------------------------------

    def _advanced(self) -> Sheet:
        keeping, sheet = self.keeping, Sheet(sayings.ADVANCED)
        self.wayback = SwitchField(keeping, "wayback", sayings.WAY_BACK)
        self.mtime = SwitchField(keeping, "keep-mtime", sayings.KEEP_TIME)
        self.jobs = NumberField(keeping, "jobs", sayings.PROCESSES, sayings.PROCESSES_HINT)
        places = {"keyring": sayings.KEYRING, "file": sayings.IN_FILE}
        self.keys = OneOfField(keeping, "identity.store", sayings.NEW_KEYS, places)
        self.flac = OneOfField(keeping, "credentials.flac", credentialwords.FLAC, credentialwords.FLAC_WAYS)
        sheet.add(self.wayback, self.mtime, self.jobs, self.keys, self.flac)
        return sheet

    def _lay_out(self) -> None:
        for each in self.sheets:
            self.names.addItem(words.translate(each.name))
            self.pages.addWidget(each)
        self.names.setAccessibleName(words.translate(sayings.PAGES))
        self.names.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.names.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.names.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.names.setCurrentRow(0)
        self.trouble.hide()
        across = QHBoxLayout()
        across.setSpacing(18)
        across.addWidget(self.names)
        across.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(across, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(below)
        roomy(self, 860, 640)

    def _connect(self) -> None:
        answers_passphrases(self, self.clerk)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.close_button.clicked.connect(self.accept)
        for each in self.sheets:
            each.asked.connect(self._ask)
        self.looks.looked.connect(self.looked)
        self.folders.changed.connect(self.watched)
        self.keeping.kept.connect(self._kept)
        self.clerk.said.connect(self.told.setText)
        self.clerk.troubled.connect(self._tell_trouble)
        self.clerk.phased.connect(self._show_busy)
        self.finished.connect(lambda _: self._leave())

    # -- what the person does -------------------------------------------------------------------------------------

    def _ask(self, errand: Errand) -> None:
        self.trouble.hide()
        if isinstance(errand, SIGNERS):
            self._changed.add("profile")
        after = Survey() if isinstance(errand, SendNow) else None
        self.clerk.send(errand, self._take, lambda _: self.clerk.send(after, self._take) if after else None)

    def _leave(self) -> None:
        """Go away when what was typed last is kept."""
        self._left = True
        self._show_busy()

    # -- what comes back, and what is shown -----------------------------------------------------------------------

    def _take(self, value: object) -> None:
        match value:
            case Household():
                for each in self.sheets:
                    each.show_household(value)
            case Sent(address, confirmed, _, trouble):
                self.told.setText(sayings.sent(address, confirmed))
                if trouble is not None:
                    self._tell_trouble(trouble)
            case Saved(paths):
                self.told.setText(sayings.saved(paths))
            case Recovery(trouble=trouble) if trouble is not None:
                self._tell_trouble(trouble)
        for each in self.sheets:
            each.take(value)

    def _kept(self, name: str) -> None:
        self._changed.add(name)
        self.told.setText(words.translate(sayings.KEPT))

    def _tell_trouble(self, trouble: Trouble) -> None:
        self.trouble.setText(sayings.failed("", trouble))
        self.trouble.show()

    def _show_busy(self) -> None:
        if self._left and not self.clerk.busy:
            self._left = False
            if self._changed:
                self.changed.emit(self._changed)
            self.deleteLater()
