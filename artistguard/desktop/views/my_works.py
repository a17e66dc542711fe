"""My works: everything that was protected here, and what can be done with it later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artistguard.desktop import counts, sayings, words
from artistguard.desktop.archive import (
    ChangeChoice,
    Done,
    Export,
    Holding,
    Return,
    Standing,
    Withdraw,
)
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.models.my_works import LibraryModel, Shelf, Shelved
from artistguard.desktop.models.works_and_versions import Column
from artistguard.desktop.particulars import particulars
from artistguard.desktop.remembering import Recall
from artistguard.desktop.upkeep import Upkeep
from artistguard.desktop.views.asking import ChoiceQuestion, Question, answers_passphrases, when
from artistguard.desktop.views.dropping import Page, Tiles, below, centred, label, on_keys, row
from artistguard.desktop.views.finding import Finding
from artistguard.desktop.views.flow import flowing
from artistguard.desktop.views.notices import Notices
from artistguard.desktop.views.pressing import button
from artistguard.desktop.views.proofs import save_certificate, tell_saved
from artistguard.desktop.views.shelf import PaintedTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QSortFilterProxyModel
    from PySide6.QtGui import QContextMenuEvent, QShowEvent

    from artistguard.desktop.errands import Errand
    from artistguard.desktop.palettes import Theme
    from artistguard.desktop.pictures import Pictures
    from artistguard.desktop.tasks import Backstage
    from artistguard.jobs.outcome import Trouble


class MyWorks(Page):
    """The screen.

    Signals:
        protect_wanted: The first screen is to be shown.
        again_wanted: Paths of edited files that are to be protected again.
    """

    title = sayings.MY_WORKS
    icon = "works"
    protect_wanted = Signal()
    again_wanted = Signal(list)

    def __init__(self, backstage: Backstage, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme = theme
        self.clerk = Clerk(backstage, self)
        self.model = LibraryModel(self)
        self.upkeep = Upkeep(backstage, self.model, self)
        self.shelf = Shelf(self.model, self)
        self.list = PaintedTree(self.shelf, theme, pictures, words.translate(sayings.MY_WORKS))
        self.notices = Notices()
        self.counted = label("", "heading")
        self.told = label("", "muted")
        self.particulars = label("", "plain", wrap=True)
        self.finding = Finding(self.shelf)
        self.begin = button(sayings.BEGIN, "primary")
        self.change = button(sayings.CHANGE_CHOICE)
        self.withdraw = button(sayings.WITHDRAW)
        self.back = button(sayings.PUT_BACK_ASK)
        self.certificate = button(sayings.SAVE_CERTIFICATE)
        self.show_file = button(sayings.SHOW_FILE)
        self.again = button(sayings.PROTECT_AGAIN)
        self.pages = QStackedWidget()
        self._arriving: list[Holding] = []
        self._done: list[Done] = []
        self._known = False
        self._lay_out()
        self._connect()
        self._show_state()
        pictures.came.connect(self.model.pictured)

    # -- building -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.list.setSortingEnabled(True)
        self.list.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        full = Page()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(24, 16, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(row(self.counted, None, self.finding))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.particulars)
        layout.addWidget(self.told)
        doings = row(
            flowing(self.show_file, self.again),
            flowing(self.back, self.withdraw, self.change, self.certificate, at_end=True),
        )
        doings.setStretch(1, 1)
        layout.addLayout(doings)
        self.pages.addWidget(self._empty_page())
        self.pages.addWidget(full)
        below(self.notices, self.pages, self)

    def _empty_page(self) -> QWidget:
        empty = Page()
        layout = QVBoxLayout(empty)
        layout.setSpacing(12)
        self.nothing = label(sayings.REMEMBERING, "title", wrap=True)
        self.nothing_more = label(sayings.NONE_YET_MORE, "muted", wrap=True)
        layout.addStretch()
        layout.addWidget(Tiles(self._theme, {"works": "tint_audio"}))
        layout.addWidget(centred(self.nothing))
        layout.addWidget(centred(self.nothing_more))
        layout.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return empty

    def _connect(self) -> None:
        answers_passphrases(self, self.clerk)
        self.finding.table_wanted.connect(self._save_table)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_state())
        # A filter takes rows away in many pieces.
        later = QTimer(self, singleShot=True, interval=0)
        later.timeout.connect(self._show_state)
        self.shelf.rowsRemoved.connect(lambda *_: later.start())
        self.shelf.rowsInserted.connect(lambda *_: later.start())
        for wanted, do in (
            (self.begin, self.protect_wanted.emit),
            (self.change, self.ask_choice),
            (self.withdraw, self.ask_withdrawal),
            (self.back, self.ask_put_back),
            (self.certificate, self._save_certificate),
            (self.show_file, self._show_file),
            (self.again, self._protect_again),
        ):
            wanted.clicked.connect(lambda _=False, do=do: do())
        self.clerk.phased.connect(self._show_state)
        self.clerk.progressed.connect(self._show_state)
        self.clerk.said.connect(self.notices.tell)
        self.clerk.troubled.connect(self._tell_trouble)
        self.upkeep.learned.connect(self._show_state)
        on_keys(self, ("Ctrl+F", self.finding.search.setFocus), ("F5", self.look))

    # -- what the person does -------------------------------------------------------------------------------------

    def look(self) -> None:
        """Learn anew what there is."""
        if not self.clerk.busy:
            self._arriving = []
            self.clerk.send(Recall(), self._take_holdings, lambda _: self._recalled())

    def look_if_shown(self) -> None:
        """The same, where somebody sees it."""
        if self.isVisible():
            self.look()

    def ask_choice(self) -> None:
        """Ask for another choice for the chosen works."""
        works = self.chosen()
        if works:
            question = ChoiceQuestion(self, works[0].holdings[0].choice)
            when(question, lambda _: self._do(ChangeChoice(_ids(works), question.box.choice), counts.changed))

    def ask_withdrawal(self) -> None:
        """Ask once, and say what it means."""
        works = [work for work in self.chosen() if not _withdrawn(work)]
        if works:
            question = Question(self, counts.withdraw(len(works)), sayings.WITHDRAW_MEANS, (sayings.WITHDRAW_ONLY,))
            when(question, lambda _: self._do(Withdraw(_ids(works)), counts.withdrew))

    def ask_put_back(self) -> None:
        """Ask whether the statements of works that go back entirely are to be withdrawn, too."""
        carriers = tuple(dict.fromkeys(each.carrier for each in self.chosen_holdings()))
        whole = tuple(work.id for work in self.chosen_whole() if not _withdrawn(work))
        if not carriers:
            return
        both = (sayings.PUT_BACK_BOTH, sayings.PUT_BACK_KEEP) if whole else (sayings.PUT_BACK_ONLY,)
        meaning = sayings.PUT_BACK_MEANS if whole else sayings.PUT_BACK_PLAIN
        question = Question(self, counts.put_back(len(carriers)), meaning, both)
        when(
            question,
            lambda answer: self._do(Return(carriers, whole if whole and answer == 0 else ()), counts.went_back),
        )

    def chosen(self) -> list[Shelved]:
        """The works of the chosen rows."""
        return [work for work, _ in self._picked()]

    def chosen_holdings(self) -> list[Holding]:
        """The versions of the chosen rows."""
        return [each for _, holdings in self._picked() for each in holdings]

    def chosen_whole(self) -> list[Shelved]:
        """Works of which every version is chosen."""
        return [work for work, holdings in self._picked() if len(holdings) == len(work.holdings)]

    def _picked(self) -> list[tuple[Shelved, list[Holding]]]:
        """The works of the chosen rows, each with its versions in chosen rows, without asking for every cell."""
        found: dict[str, tuple[Shelved, dict[str, Holding]]] = {}
        for stretch in self.list.selectionModel().selection().toList():
            above = stretch.parent()
            for place in range(stretch.top(), stretch.bottom() + 1):
                shown = self.shelf.mapToSource(self.shelf.index(place, Column.WORK, above))
                work = self.model.work_at(shown)
                parts = found.setdefault(work.id, (work, {}))[1]
                parts |= {each.path: each for each in self.model.parts_at(shown)}
        return [(work, list(parts.values())) for work, parts in found.values()]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Whatever was protected meanwhile is shown."""
        super().showEvent(event)
        self.look()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The same as the buttons, at the row."""
        if not self.chosen():
            return
        menu = QMenu(self)
        for each in (self.show_file, self.again, self.back, self.withdraw, self.change, self.certificate):
            action = menu.addAction(each.text())
            action.setEnabled(each.isEnabled())
            action.triggered.connect(each.click)
        menu.exec(event.globalPos())

    def _save_certificate(self) -> None:
        save_certificate(self, _ids(self.chosen()), self.clerk, self.notices)

    def _save_table(self, ending: str) -> None:
        kinds = {"csv": sayings.CSV_FILES, "json": sayings.JSON_FILES}
        path, _ = QFileDialog.getSaveFileName(
            self, words.translate(sayings.EXPORT), f"works.{ending}", words.translate(kinds[ending])
        )
        if path:
            errand = Export(str(Path(path).with_suffix(f".{ending}")))
            self.clerk.send(errand, lambda value: tell_saved(value, self.notices))

    def _show_file(self) -> None:
        for folder in list(dict.fromkeys(str(Path(each.path).parent) for each in self.chosen_holdings()))[:3]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def _protect_again(self) -> None:
        paths = [each.path for each in self.chosen_holdings() if each.edited]
        if paths:
            self.again_wanted.emit(paths)

    # -- what comes back ------------------------------------------------------------------------------------------

    def _do(self, errand: Errand, sentence: Callable[[int], str]) -> None:
        self._done = []
        self.clerk.send(errand, self._take_done, lambda _: self._tell_done(sentence))

    def _take_done(self, value: object) -> None:
        if isinstance(value, Done):
            self._done.append(value)

    def _tell_done(self, sentence: Callable[[int], str]) -> None:
        told = [sentence(sum(each.done for each in self._done))] if self._done else []
        troubles = [(each.name, each.trouble) for each in self._done if each.trouble is not None]
        told += [sayings.failed(name, trouble) for name, trouble in troubles[:3]]
        if told:
            self.notices.tell(" ".join(told))
        self.look()

    def _tell_trouble(self, trouble: Trouble) -> None:
        self.notices.tell(sayings.failed("", trouble))

    def _take_holdings(self, value: object) -> None:
        if isinstance(value, tuple):
            self._arriving += value

    def _recalled(self) -> None:
        self._known = True
        chosen = {work.id for work in self.chosen()}
        self.model.show(self._arriving)
        selection = self.list.selectionModel()
        flags = selection.SelectionFlag
        for place in range(self.shelf.rowCount() if chosen else 0):
            index = self.shelf.index(place, Column.WORK)
            if self.model.work_at(self.shelf.mapToSource(index)).id in chosen:
                selection.select(index, flags.Select | flags.Rows)
        self.upkeep.look_through()
        self._show_state()

    # -- what is shown --------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        picked = self._picked()
        works, holdings = [work for work, _ in picked], [each for _, parts in picked for each in parts]
        idle = not self.clerk.busy
        self.pages.setCurrentIndex(1 if self.model.works else 0)
        self.nothing.setText(words.translate(sayings.NONE_YET if self._known else sayings.REMEMBERING))
        self.begin.setVisible(self._known)
        self.nothing_more.setVisible(self._known)
        self.counted.setText(self._counts())
        self.told.setText(self._status(len(works), len(holdings)))
        self.particulars.setText(self._told(works[0], holdings) if len(works) == 1 else "")
        self.particulars.setVisible(bool(self.particulars.text()))
        standing = [work for work in works if not _withdrawn(work)]
        for each, able in (
            (self.change, bool(standing)),
            (self.withdraw, bool(standing)),
            (self.back, bool(holdings)),
            (self.certificate, bool(works)),
        ):
            each.setEnabled(able and idle)
        self.show_file.setEnabled(bool(holdings))
        self.again.setEnabled(any(each.edited for each in holdings))

    def _told(self, work: Shelved, holdings: list[Holding]) -> str:
        """What is known of the chosen versions of a work, as soon as somebody wants to see it."""
        self.upkeep.tell(work)
        numbers = {each.number for each in holdings}
        return particulars([each for each in work.told or () if each.number in numbers])

    def _counts(self) -> str:
        if not self.shelf.narrowed:
            return counts.shelved(len(self.model.works), self.model.files)
        works = [self.model.work_at(_source(self.shelf, place)) for place in range(self.shelf.rowCount())]
        return counts.shelved(len(works), sum(len(work.holdings) for work in works))

    def _status(self, works: int, files: int) -> str:
        if self.clerk.busy:
            progress = self.clerk.progress
            if progress.stage in {"", "Remembering"}:
                return words.translate(sayings.REMEMBERING)
            return counts.progress(progress.stage, progress.done, progress.total, None)
        return counts.chosen(works, files) if works else words.translate(sayings.PICK_WORKS)


def _withdrawn(work: Shelved) -> bool:
    return all(each.standing is Standing.WITHDRAWN for each in work.holdings)


def _ids(works: list[Shelved]) -> tuple[str, ...]:
    return tuple(work.id for work in works)


def _source(shelf: QSortFilterProxyModel, row: int) -> QModelIndex:
    return shelf.mapToSource(shelf.index(row, Column.WORK))
