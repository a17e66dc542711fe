"""The Protect screen: the drop area while it is empty; then the list, the terms, and one large button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artistguard.desktop import counts, sayings, words
from artistguard.desktop.aloud import Aloud
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.rows import State
from artistguard.desktop.views.asking import answers_passphrases
from artistguard.desktop.views.dropping import DropArea, Page, below, label, on_keys, row, scrolled, show_keys
from artistguard.desktop.views.flow import flowing
from artistguard.desktop.views.notices import Notices
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.proofs import save_certificate
from artistguard.desktop.views.taking import Taking
from artistguard.desktop.views.terms import Terms
from artistguard.desktop.views.worklist import WorkList
from artistguard.desktop.views.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures
    from artistguard.desktop.session import Session


class Protecting(Taking):
    """The first screen.

    Signals:
        sample_wanted: The demo works are to be shown.
    """

    title = words.PROTECT
    icon = "protect"
    sample_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self.session = session
        self.clerk = Clerk(session.backstage, self)
        self.drop = DropArea(theme)
        self.list = WorkList(session.model, theme, pictures)
        self.written = Written()
        self.terms = Terms()
        self.notices = Notices()
        self.aloud = Aloud(self)
        self.counted = label("", "heading")
        self.search = QLineEdit()
        self.sentence = label("", "sentence", wrap=True)
        self.status = label("", "muted")
        self.bar = QProgressBar()
        self.protect = button(words.PROTECT, "primary")
        self.cancel = button(words.CANCEL)
        self.certificate = button(sayings.SAVE_CERTIFICATE)
        self.show_files = button(words.SHOW_FILES)
        self.put_back = button(words.PUT_ALL_BACK)
        self.start_over = button(words.START_OVER)
        self.add_files = button(words.ADD_FILES)
        self.add_folder = button(words.ADD_FOLDER)
        self.details = button(words.WRITTEN, "link")
        self.details.setCheckable(True)
        self._lay_out()
        self._connect()
        self._actions()
        self._show_phase()

    # -- building -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(words.translate(words.SEARCH))
        self.search.setAccessibleName(words.translate(words.SEARCH))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(260)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.translate("Progress"))
        self.written.hide()
        empty = Page()
        QVBoxLayout(empty).addWidget(self.drop)
        empty.layout().setContentsMargins(28, 24, 28, 28)  # type: ignore[union-attr]
        listed = Page()
        filled = QVBoxLayout(listed)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(0)
        # What is pressed at the end stays in sight however little room there is above it.
        filled.addWidget(scrolled(self._listed()), 1)
        filled.addLayout(self._ending())
        self.pages = QStackedWidget()
        self.pages.addWidget(empty)
        self.pages.addWidget(listed)
        below(self.notices, self.pages, self)

    def _listed(self) -> QWidget:
        """The list, what will be written, and the terms."""
        full = Page()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(24, 12, 24, 4)
        layout.setSpacing(12)
        above = row(self.counted, flowing(self.search, self.add_files, self.add_folder, self.start_over, at_end=True))
        above.setStretch(1, 1)
        layout.addLayout(above)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(self.list)
        split.addWidget(self.written)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([760, 330])
        layout.addWidget(split, 1)
        layout.addWidget(self.terms)
        return full

    def _ending(self) -> QHBoxLayout:
        """How far it is, and what can be done."""
        told = QVBoxLayout()
        told.setSpacing(6)
        for each in (self.sentence, self.status, self.bar):
            told.addWidget(each)
        doings = (self.details, self.certificate, self.show_files, self.put_back, self.cancel, self.protect)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(24, 10, 24, 16)
        bottom.setSpacing(12)
        bottom.addLayout(told, 1)
        bottom.addWidget(flowing(*doings, at_end=True))
        return bottom

    def _connect(self) -> None:
        session = self.session
        self.drop.dropped.connect(session.add)
        for wanted in (self.drop.files_wanted, self.add_files.clicked):
            wanted.connect(self.choose_files)
        for wanted in (self.drop.folder_wanted, self.add_folder.clicked):
            wanted.connect(self.choose_folder)
        self.drop.sample_wanted.connect(self.sample_wanted)
        self.terms.chosen.connect(lambda choice: session.declare(choice=choice))
        self.terms.named.connect(lambda name: session.declare(name=name.strip()))
        self.terms.reachable.connect(lambda contact: session.declare(contact=contact.strip()))
        self.terms.registering.connect(self._register)
        self.terms.keeping.connect(self._keep_way_back)
        self.terms.in_place_wanted.connect(lambda: session.copy_to(""))
        self.terms.copies_wanted.connect(self.choose_place)
        self.search.textChanged.connect(self.list.narrowing.search)
        self.details.toggled.connect(self._show_written)
        self.list.picked.connect(self._show_written)
        self.list.removed.connect(session.remove)
        self.list.put_back.connect(session.put_back)
        self.list.joined.connect(session.join)
        self.list.parted.connect(session.part)
        self.notices.shown_only.connect(self.list.narrowing.only)
        self.notices.again.connect(session.retry)
        self.notices.skipped.connect(session.skip)
        self.notices.elsewhere.connect(self.choose_place)
        self.notices.gone_on.connect(session.go_on)
        self.notices.taken_back.connect(session.take_it_back)
        self.notices.let_be.connect(session.let_it_be)
        self.protect.clicked.connect(session.protect)
        self.cancel.clicked.connect(session.stop)
        self.start_over.clicked.connect(session.clear)
        self.put_back.clicked.connect(session.put_run_back)
        self.show_files.clicked.connect(self._open_places)
        self.certificate.clicked.connect(self._save_certificate)
        self.clerk.troubled.connect(lambda trouble: self.notices.tell(sayings.failed("", trouble)))
        session.phased.connect(self._show_phase)
        session.progressed.connect(self._show_progress)
        session.greeted.connect(self._show_terms)
        session.said.connect(self.notices.tell)
        answers_passphrases(self, session)
        session.troubled.connect(self._show_troubles)
        session.rewritten.connect(self._show_written)
        session.recalled.connect(self._show_unfinished)
        session.model.ticked.connect(self._show_counts)

    def _actions(self) -> None:
        on_keys(
            self,
            ("Ctrl+O", self.choose_files),
            ("Ctrl+Shift+O", self.choose_folder),
            ("Ctrl+Return", self.protect.click),
            ("Esc", self.session.stop),
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+I", self.details.toggle),
        )
        show_keys("Ctrl+O", self.add_files, self.drop.files)
        show_keys("Ctrl+Shift+O", self.add_folder, self.drop.folder)
        show_keys("Ctrl+Return", self.protect)
        show_keys("Esc", self.cancel)
        show_keys("Ctrl+F", self.search)
        show_keys("Ctrl+I", self.details)

    # -- what the person does -------------------------------------------------------------------------------------

    def take(self, paths: Sequence[str]) -> None:
        """Put what was chosen or dropped on the list."""
        self.session.add(list(paths))

    def takes(self) -> bool:
        """Not while files are being written."""
        return self.session.phase not in {Phase.PROTECTING, Phase.RETURNING}

    def choose_place(self) -> None:
        """Let a folder for copies be chosen; where none is, all stays as it was."""
        path = QFileDialog.getExistingDirectory(self, words.translate(words.OTHER_FOLDER))
        if path:
            self.session.copy_to(path)
        self._show_terms()

    def put_back_everything(self) -> None:
        """Put back all that was ever changed, when the person means it."""
        asked = QMessageBox.question(self, words.translate(words.PUT_ALL_BACK), words.translate(words.ASK_PUT_BACK))
        if asked == QMessageBox.StandardButton.Yes:
            self.session.put_back_everything()

    def _register(self, wanted: bool) -> None:  # noqa: FBT001 - Qt hands it over
        self.session.register = wanted

    def _keep_way_back(self, wanted: bool) -> None:  # noqa: FBT001 - Qt hands it over
        self.session.way_back = wanted

    def _open_places(self) -> None:
        for place in self.session.places[:3]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(place))

    def _save_certificate(self) -> None:
        save_certificate(self, self.session.proven, self.clerk, self.notices)

    # -- what is shown --------------------------------------------------------------------------------------------

    def _show_phase(self) -> None:
        phase, session = self.session.phase, self.session
        busy, done = phase in BUSY, phase is Phase.DONE
        self._turn_to(0 if phase is Phase.EMPTY else 1)
        writing = phase in {Phase.PROTECTING, Phase.RETURNING}
        self.terms.setEnabled(not writing)
        self.terms.setVisible(not done)
        for each in (self.add_files, self.add_folder):
            each.setEnabled(not writing)
        self.start_over.setEnabled(not writing)
        self.bar.setVisible(busy)
        self.status.setVisible(busy)
        self.sentence.setVisible(done)
        self.sentence.setText(session.sentence)
        self.cancel.setVisible(busy)
        self.cancel.setEnabled(not session.stopping)
        self.show_files.setVisible(done)
        self.certificate.setVisible(done and bool(session.proven))
        self.put_back.setVisible(done and session.can_put_back)
        self.protect.setVisible(not done and not writing)
        self.details.setText(words.translate(words.WRITTEN_DONE if done else words.WRITTEN))
        self.details.setAccessibleName(self.details.text())
        self._show_progress()
        self._show_counts()
        self._show_written()
        self._show_unfinished()

    def _turn_to(self, page: int) -> None:
        if self.pages.currentIndex() != page:
            self.pages.setCurrentIndex(page)
            (self.list if page else self.drop.files).setFocus()

    def _show_progress(self) -> None:
        session = self.session
        progress = session.progress
        stage = progress.stage or {
            Phase.LISTING: "Listing",
            Phase.LOOKING: "Looking",
            Phase.RETURNING: "Putting back",
        }.get(session.phase, "Writing")
        told = counts.progress(stage, progress.done, progress.total, session.seconds_left)
        self.status.setText(words.translate(words.STOPPING) if session.stopping else told)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        if session.phase in BUSY:
            self.aloud.say_share(stage, self.status.text(), progress.done, progress.total)
        elif session.phase is Phase.DONE:
            self.aloud.say(session.sentence)

    def _show_counts(self) -> None:
        session = self.session
        works = session.model.works
        attention = sum(work.state is State.ATTENTION for work in works)
        self.counted.setText(counts.counted(len(works), len(session.model.versions()), attention, session.asked))
        self.protect.setText(counts.protect(session.ready))
        self.protect.setAccessibleName(self.protect.text())
        self.protect.setEnabled(session.phase is Phase.READY and session.ready > 0)

    def _show_terms(self) -> None:
        session = self.session
        self.terms.show_terms(
            session.declaration, register=session.register, way_back=session.way_back, out=session.out
        )

    def _show_unfinished(self) -> None:
        session = self.session
        first = session.interrupted[0] if session.interrupted and session.phase not in BUSY else None
        self.notices.show_unfinished(first.missing if first else 0, first.total if first else 0)

    def _show_troubles(self) -> None:
        self.notices.show_troubles(self.session.troubles())
        self._show_counts()

    def _show_written(self) -> None:
        self.written.setVisible(self.details.isChecked())
        if self.details.isChecked():
            self.written.show_version(self.list.current_version())
