"""Check a file: what is stated in a file found anywhere, which registered work it is, and what is missing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)

from artistguard.desktop import sayings, words
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.inquiries import Discovery, Inspect
from artistguard.desktop.models.findings import FindingsModel
from artistguard.desktop.models.works_and_versions import Column
from artistguard.desktop.views.dropping import DropTarget, Page, Tiles, below, centred, label, on_keys, row
from artistguard.desktop.views.found import Found
from artistguard.desktop.views.notices import Notices
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.shelf import PaintedTree
from artistguard.desktop.views.taking import Taking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures
    from artistguard.desktop.tasks import Backstage
    from artistguard.jobs.outcome import Trouble

WIDTHS = {Column.NOW: 170, Column.AFTER: 180, Column.STATUS: 150}
"""Of the columns beside the first, at a letter of seven pixels."""


class CheckArea(DropTarget):
    """The empty screen: a place to drop a file on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(sayings.CHECK_DROP)
        self.files = button(words.CHOOSE_FILES, "primary")
        self.folder = button(words.CHOOSE_FOLDER)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 30, 40, 26)
        layout.setSpacing(14)
        layout.addStretch(3)
        layout.addWidget(Tiles(theme, {"check": "tint_text"}))
        layout.addWidget(centred(label(sayings.CHECK_DROP, "title", wrap=True)))
        layout.addWidget(centred(label(sayings.CHECK_MORE, "muted", wrap=True)))
        layout.addSpacing(8)
        layout.addLayout(row(None, self.files, self.folder, None))
        layout.addStretch(3)
        layout.addWidget(centred(label(sayings.CHECK_STAYS, "heading", wrap=True)))


class Checking(Taking):
    """The screen."""

    title = sayings.CHECK
    icon = "check"

    def __init__(self, backstage: Backstage, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self.clerk = Clerk(backstage, self)
        self.model = FindingsModel(self)
        self.list = PaintedTree(self.model, theme, pictures, words.translate(sayings.CHECK), WIDTHS)
        self.list.setRootIsDecorated(False)
        self.found = Found()
        self.area = CheckArea(theme)
        self.notices = Notices()
        self.status = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.translate("Progress"))
        self.more = button(sayings.CHECK_MORE_FILES)
        self.over = button(sayings.CHECK_CLEAR)
        self.cancel = button(words.CANCEL)
        self.pages = QStackedWidget()
        self._looked: list[Discovery] = []
        self._round = 0
        self._lay_out()
        self._connect()
        self._show_state()
        pictures.came.connect(self.model.pictured)

    def _lay_out(self) -> None:
        empty = Page()
        room = QVBoxLayout(empty)
        room.setContentsMargins(28, 24, 28, 28)
        room.addWidget(self.area)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(self.list)
        split.addWidget(self.found)
        split.setSizes([780, 340])
        self.list.setColumnHidden(Column.KIND, True)
        full = Page()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(24, 16, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(split, 1)
        layout.addWidget(self.bar)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self.status, 1)
        for each in (self.cancel, self.over, self.more):
            bottom.addWidget(each)
        layout.addLayout(bottom)
        self.pages.addWidget(empty)
        self.pages.addWidget(full)
        below(self.notices, self.pages, self)

    def _connect(self) -> None:
        self.area.dropped.connect(self.check)
        self.area.files.clicked.connect(self.choose_files)
        self.area.folder.clicked.connect(self.choose_folder)
        self.more.clicked.connect(self.choose_files)
        self.over.clicked.connect(self.clear)
        self.cancel.clicked.connect(self.clerk.stop)
        self.clerk.phased.connect(self._show_state)
        self.clerk.progressed.connect(self._show_state)
        self.clerk.said.connect(self.notices.tell)
        self.clerk.troubled.connect(self._tell_trouble)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show_found())
        on_keys(self, ("Ctrl+O", self.choose_files), ("Esc", self.clerk.stop))

    # -- what the person does -------------------------------------------------------------------------------------

    def take(self, paths: Sequence[str]) -> None:
        """Look at what was chosen or dropped."""
        self.check(paths)

    def check(self, paths: Sequence[str]) -> None:
        """Look at files."""
        if paths:
            # What still comes after the screen was cleared is not heard any more.
            begun = self._round
            self.clerk.send(
                Inspect(tuple(paths)),
                lambda value: self._take(value) if begun == self._round else None,
                lambda _: self._show(),
            )

    def clear(self) -> None:
        """An empty screen again."""
        self._round += 1
        self._looked = []
        self.clerk.stop()
        self.model.clear()
        self.found.show_discovery(None)
        self.notices.tell("")
        self._show_state()

    # -- what comes back, and what is shown -----------------------------------------------------------------------

    def _take(self, value: object) -> None:
        if isinstance(value, Discovery):
            self._looked.append(value)
            if len(self._looked) >= 50:
                self._show()

    def _show(self) -> None:
        first = not self.model.found
        looked, self._looked = self._looked, []
        self.model.add(looked)
        if first and self.model.found:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._show_found()
        self._show_state()

    def _tell_trouble(self, trouble: Trouble) -> None:
        self.notices.tell(sayings.failed("", trouble))

    def _show_found(self) -> None:
        index = self.list.currentIndex()
        self.found.show_discovery(self.model.found[index.row()] if index.isValid() else None)

    def _show_state(self) -> None:
        busy = self.clerk.busy
        self.pages.setCurrentIndex(1 if busy or self.model.found else 0)
        progress = self.clerk.progress
        self.bar.setVisible(busy)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.cancel.setVisible(busy)
        if busy:
            told = words.translate("{} of {}").format(progress.done, progress.total) if progress.total else ""
            self.status.setText(" ".join(part for part in (words.translate(sayings.LOOKING_AT), told) if part))
        else:
            self.status.setText(words.translate(sayings.CHECK_STAYS))
