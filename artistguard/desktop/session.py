"""One sitting at the Protect screen: files come, are looked at, protected, put back. Knows no widget."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from artistguard.desktop import words
from artistguard.desktop.errands import (
    Arrived,
    Gather,
    Greet,
    Keep,
    Progress,
    Protect,
    PutBack,
    Returned,
    TakeSamples,
    Welcome,
)
from artistguard.desktop.models.works import WorksModel
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.rows import State, Version, Work, grouped, take
from artistguard.desktop.running import Running
from artistguard.jobs.outcome import Outcome, Status
from artistguard.terms import DEFAULT_CHOICE, Declaration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artistguard.desktop.backstage import End
    from artistguard.desktop.tasks import Backstage
    from artistguard.jobs.outcome import Trouble
    from artistguard.terms import Choice

AGAIN_MS = 500
"""After the last change of choice or name, so long passes before the files are looked at again."""


class Session(QObject):
    """The Protect screen's state and what can be done in it.

    Signals:
        phased: Another phase, or other words for it.
        progressed: How far the work is.
        greeted: The settings are known.
        said: A sentence for the person, once.
        wanted: A passphrase is needed.
        troubled: Other troubles, or other numbers of them.
        rewritten: What will be written is known anew.
    """

    phased = Signal()
    progressed = Signal()
    greeted = Signal()
    said = Signal(str)
    wanted = Signal()
    troubled = Signal()
    rewritten = Signal()

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = WorksModel(self)
        self.phase = Phase.EMPTY
        self.sentence = ""
        self.declaration = Declaration()
        self.register = True
        self.model.choose(DEFAULT_CHOICE)
        self._backstage = backstage
        self._running = Running(backstage, self)
        self._running.progressed.connect(self.progressed)
        self._running.said.connect(self.said)
        self._running.asked.connect(self.wanted)
        self._running.stopping.connect(self.phased)
        self._fresh: list[Work] = []
        self._real: set[str] = set()
        self._rehearsed: dict[str, Outcome] = {}
        self._troubles: list[tuple[str, Trouble]] = []
        self._mine: list[str] = []
        self._returned = Counter[bool]()
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._rehearse)

    # -- what the person does -------------------------------------------------------------------------------------

    def greet(self) -> None:
        """Learn what is set, and what a crash had left."""
        call = self._backstage.ask(Greet())
        call.values.connect(self._welcome)
        call.ended.connect(self._greeted)

    def add(self, paths: Sequence[str]) -> None:
        """Put files, and what is in folders, on the list."""
        if self.phase in {Phase.PROTECTING, Phase.RETURNING} or not paths:
            return
        if self.phase is Phase.DONE:
            self.clear()
        self._give_up()
        self._enter(Phase.LISTING)
        self._running.begin(Gather(tuple(paths)), self._arrive, self._gathered)

    def try_samples(self, source: Path, target: Path) -> None:
        """Put the demo works on the list, as copies that may be changed."""
        self._give_up()
        self._enter(Phase.LISTING)
        self._running.begin(TakeSamples(str(source), str(target)), lambda _: None, lambda _: self.add([str(target)]))

    def declare(self, *, choice: Choice | None = None, name: str | None = None, contact: str | None = None) -> None:
        """Another choice, name or contact."""
        declaration = replace(
            self.declaration,
            choice=self.declaration.choice if choice is None else choice,
            name=self.declaration.name if name is None else name,
            contact=self.declaration.contact if contact is None else contact,
        )
        if declaration == self.declaration:
            return
        self.declaration = declaration
        self.model.choose(declaration.choice)
        if self.phase in {Phase.LOOKING, Phase.READY}:
            self._again.start()

    def protect(self) -> None:
        """Protect the works that are ticked, and remember the declaration for the next time."""
        ready = [each for each in self.model.versions(ticked_only=True) if each.state in {State.READY, State.SAID}]
        if self.phase is not Phase.READY or not ready:
            return
        self._remember()
        self._give_up()
        self._forget_troubles()
        self._mine = []
        self._enter(Phase.PROTECTING)
        paths = tuple(each.path for each in ready)
        self._running.begin(Protect(paths, self.declaration, self.register), self._protected, self._finished)

    def retry(self, codes: Iterable[str]) -> None:
        """Look again at the files with these troubles."""
        wanted = set(codes)
        for version in self.model.versions():
            if version.trouble is not None and version.trouble.code in wanted:
                version.state, version.trouble = State.LISTED, None
        self._forget_troubles()
        self._rehearse()

    def put_back(self, versions: Sequence[Version]) -> None:
        """Put files back."""
        chosen = [self._carrier(each) for each in versions if each.state is State.PROTECTED]
        if chosen and self.phase not in BUSY:
            self._return(tuple(chosen))

    def put_run_back(self) -> None:
        """Put back all that the last run changed."""
        if self.can_put_back:
            self._return(tuple(self._mine))

    def put_back_everything(self) -> None:
        """Put back all that was ever changed, also by earlier runs."""
        if self.phase not in BUSY:
            self._return(())

    def stop(self) -> None:
        """Cancel: a file that is being written is finished, finished ones are kept; looking just ends."""
        if self.phase in {Phase.LISTING, Phase.LOOKING}:
            self._give_up()
            self._show_fresh()
            self._enter(Phase.READY if self.model.works else Phase.EMPTY)
        else:
            self._running.stop()

    def remove(self, works: Iterable[Work]) -> None:
        """Take works off the list; their files stay as they are."""
        if self.phase in BUSY:
            return
        gone = list(works)
        left = [work for work in self.model.works if not any(work is each for each in gone)]
        for work in gone:
            self._real -= {version.real for version in work.versions}
        self.model.show(left)
        self._forget_troubles()
        self._enter(self.phase if left else Phase.EMPTY)

    def clear(self) -> None:
        """An empty list again."""
        self._give_up()
        self._fresh.clear()
        self._real.clear()
        self._rehearsed.clear()
        self._mine = []
        self._forget_troubles()
        self.model.show([])
        self._enter(Phase.EMPTY)

    def answer(self, passphrase: str) -> None:
        """What was typed when a passphrase was wanted."""
        self._backstage.answer(passphrase)

    # -- what is shown --------------------------------------------------------------------------------------------

    @property
    def ready(self) -> int:
        """How many works would be protected."""
        good = {State.READY, State.SAID}
        return sum(work.ticked and any(each.state in good for each in work.versions) for work in self.model.works)

    @property
    def progress(self) -> Progress:
        """How far the work is."""
        return self._running.progress

    @property
    def seconds_left(self) -> float | None:
        """About how long it still takes; None while nobody knows."""
        return self._running.seconds_left

    @property
    def stopping(self) -> bool:
        """Whether Cancel was pressed and the current file is being finished."""
        return self._running.ending

    def troubles(self) -> dict[str, list[tuple[str, Trouble]]]:
        """What needs attention, by cause: file and words of each."""
        found: dict[str, list[tuple[str, Trouble]]] = defaultdict(list)
        for path, trouble in self._troubles:
            found[trouble.code].append((path, trouble))
        for version in self.model.versions():
            if version.trouble is not None:
                found[version.trouble.code].append((version.path, version.trouble))
        return dict(found)

    @property
    def can_put_back(self) -> bool:
        """Whether the last run changed anything that still stands."""
        return bool(self._mine) and self.phase not in BUSY

    @property
    def places(self) -> tuple[str, ...]:
        """Folders in which the files lie."""
        return tuple(dict.fromkeys(str(Path(each.path).parent) for each in self.model.versions()))

    # -- what comes back ------------------------------------------------------------------------------------------

    def _welcome(self, values: tuple[object, ...]) -> None:
        for value in values:
            if isinstance(value, Welcome):
                self.declaration, self.register = value.declaration, bool(value.settings["register"])
                self.model.choose(self.declaration.choice)
                if value.mended:
                    self.said.emit(f"{words.translate(words.MENDED)} {', '.join(value.mended)}.")
                self._troubles += value.unmended
                self.greeted.emit()
                self.troubled.emit()

    def _greeted(self, end: End) -> None:
        if end.trouble is not None:
            self._trouble("", end.trouble)

    def _arrive(self, values: tuple[object, ...]) -> None:
        for value in values:
            if isinstance(value, Arrived) and value.real not in self._real:
                self._real.add(value.real)
                version = Version(value.path, value.real, value.kind, value.medium, value.size, trouble=value.trouble)
                version.state = State.ATTENTION if value.trouble is not None else State.LISTED
                self._fresh.append(Work(Path(version.path).stem, [version]))
        # The view lays all rows out anew each time: ever larger groups keep thousands of files fluent.
        if len(self._fresh) * 2 > len(self.model.works):
            self._show_fresh()

    def _show_fresh(self) -> None:
        fresh, self._fresh = self._fresh, []
        self.model.add(fresh)
        if any(work.trouble is not None for work in fresh):
            self.troubled.emit()

    def _gathered(self, end: End) -> None:
        self._show_fresh()
        if end.trouble is not None:
            self._trouble("", end.trouble)
        if not self.model.works:
            self._enter(Phase.EMPTY)
            if not end.stopped:
                self.said.emit(words.translate("Nothing to protect was found there."))
        elif end.stopped:
            self._enter(Phase.READY)
        else:
            self._rehearse()

    def _rehearse(self) -> None:
        """Look at every file that has no trouble; nothing is written."""
        self._again.stop()
        paths = tuple(each.path for each in self.model.versions() if each.trouble is None)
        self._give_up()
        if not paths:
            self._enter(Phase.READY)
            return
        self._rehearsed = {}
        self._enter(Phase.LOOKING)
        errand = Protect(paths, self.declaration, self.register, rehearsal=True)
        self._running.begin(errand, self._looked, self._looked_at_all)

    def _looked(self, values: tuple[object, ...]) -> None:
        self._rehearsed |= {value.path: value for value in values if isinstance(value, Outcome)}

    def _looked_at_all(self, end: End) -> None:
        if end.trouble is not None:
            self._trouble("", end.trouble)
        for path, outcome in self._rehearsed.items():
            version = self.model.version(path)
            if version is not None:
                take(version, outcome)
        self.model.show(grouped(self.model.works))
        self._enter(Phase.READY)
        self.troubled.emit()
        self.rewritten.emit()

    def _protected(self, values: tuple[object, ...]) -> None:
        touched = []
        for value in values:
            version = self.model.version(value.path) if isinstance(value, Outcome) else None
            if isinstance(value, Outcome) and version is not None:
                take(version, value)
                touched.append(value.path)
                if value.status is Status.PROTECTED:
                    self._mine.append(self._carrier(version))
        self.model.touched(touched)

    def _finished(self, end: End) -> None:
        if end.trouble is not None:
            self._trouble("", end.trouble)
        counts = Counter(work.state for work in self.model.works if work.ticked)
        left_over = counts[State.READY] if end.stopped or end.trouble else 0
        self.sentence = words.finished(counts[State.PROTECTED], counts[State.SAID], counts[State.ATTENTION], left_over)
        self._enter(Phase.DONE)
        self.troubled.emit()

    def _return(self, paths: tuple[str, ...]) -> None:
        self._returned.clear()
        self._enter(Phase.RETURNING)
        self._running.begin(PutBack(paths), self._come_back, self._all_back)

    def _come_back(self, values: tuple[object, ...]) -> None:
        touched = []
        carriers = {self._carrier(each): each for each in self.model.versions() if each.state is State.PROTECTED}
        for value in values:
            if not isinstance(value, Returned):
                continue
            self._returned[value.trouble is None] += len(value.paths)
            for path in value.paths:
                version = carriers.get(path)
                if version is not None:
                    version.trouble = value.trouble
                    version.state = State.BACK if value.trouble is None else State.ATTENTION
                    touched.append(version.path)
                elif value.trouble is not None:
                    self._troubles.append((path, value.trouble))
            if value.trouble is None:
                self._mine = [each for each in self._mine if each not in value.paths]
        self.model.touched(touched)

    def _all_back(self, end: End) -> None:
        if end.trouble is not None:
            self._trouble("", end.trouble)
        self.sentence = words.returned(self._returned[True], self._returned[False])
        self._enter(Phase.DONE if self.model.works else Phase.EMPTY)
        if not self.model.works:
            self.said.emit(self.sentence)
        self.troubled.emit()

    # -- inside -------------------------------------------------------------------------------------------------

    def _give_up(self) -> None:
        """Whatever is on its way is not wanted any more."""
        self._again.stop()
        self._running.drop()

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.phased.emit()

    def _remember(self) -> None:
        declaration = self.declaration
        values = (("choice", str(declaration.choice)), ("name", declaration.name), ("contact", declaration.contact))
        call = self._backstage.ask(Keep((*values, ("register", "yes" if self.register else "no"))))
        call.ended.connect(self._greeted)

    def _trouble(self, path: str, trouble: Trouble) -> None:
        self._troubles.append((path, trouble))
        self.troubled.emit()

    def _forget_troubles(self) -> None:
        self._troubles.clear()
        self.troubled.emit()

    @staticmethod
    def _carrier(version: Version) -> str:
        """The file that carries the statement and can be put back: the work itself, or its sidecar."""
        return (version.outcome.sidecar if version.outcome is not None else "") or version.real
