"""Where one sitting at the Protect screen stands: list, terms, phase, and what went wrong. Knows no widget."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artistguard.desktop.models.works import WorksModel
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.rows import WAITING, State
from artistguard.desktop.running import Running
from artistguard.store.catalogue import Registered
from artistguard.terms import DEFAULT_CHOICE, Declaration

if TYPE_CHECKING:
    from artistguard.desktop.errands import Progress
    from artistguard.desktop.protection import Unfinished
    from artistguard.desktop.rows import Version
    from artistguard.desktop.tasks import Backstage
    from artistguard.jobs.outcome import Trouble


class Sitting(QObject):
    """What the Protect screen shows, and the one errand it waits for.

    Signals:
        phased: Another phase, or other words for it.
        progressed: How far the work is.
        greeted: The settings are known.
        said: A sentence for the person, once.
        wanted: A passphrase is needed.
        troubled: Other troubles, or other numbers of them.
        rewritten: What will be written is known anew.
        recalled: Other runs are known that ended before all was done.
        queued: What waits on the list is another, and worth keeping for the next start.
    """

    phased = Signal()
    progressed = Signal()
    greeted = Signal()
    said = Signal(str)
    wanted = Signal()
    troubled = Signal()
    rewritten = Signal()
    recalled = Signal()
    queued = Signal()

    def __init__(self, backstage: Backstage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backstage = backstage
        self.model = WorksModel(self)
        self.model.choose(DEFAULT_CHOICE)
        self.phase = Phase.EMPTY
        self.sentence = ""
        self.declaration = Declaration()
        self.register = True
        self.way_back = True
        self.way_back_set = True
        self.out = ""
        self.roots: list[str] = []
        self.families: list[tuple[str, ...]] = []
        self.interrupted: tuple[Unfinished, ...] = ()
        self.mine: list[str] = []
        self._troubles: list[tuple[str, Trouble]] = []
        self.running = Running(backstage, self)
        self.running.progressed.connect(self.progressed)
        self.running.said.connect(self.said)
        self.running.asked.connect(self.wanted)
        self.running.stopping.connect(self.phased)

    def enter(self, phase: Phase) -> None:
        """Stand at another place on the way."""
        self.phase = phase
        self.phased.emit()
        self.queued.emit()

    def trouble(self, path: str, trouble: Trouble | None) -> None:
        """Something went wrong that belongs to no row; nothing did for None."""
        if trouble is not None:
            self._troubles.append((path, trouble))
            self.troubled.emit()

    def forget_troubles(self) -> None:
        """Those of no row."""
        self._troubles.clear()
        self.troubled.emit()

    def carrier(self, version: Version) -> str:
        """The file that carries the statement and can be put back: the work, its copy, or its sidecar."""
        outcome = version.outcome
        if outcome is None:
            return version.real
        return outcome.sidecar or (outcome.output if outcome.output not in {"", version.path} else version.real)

    # -- what is shown --------------------------------------------------------------------------------------------

    @property
    def ready(self) -> int:
        """How many works would be protected."""
        return sum(work.ticked and any(each.state in WAITING for each in work.versions) for work in self.model.works)

    @property
    def asked(self) -> int:
        """How many works are left out until the person says that they are hers."""
        return sum(not work.ticked and bool(work.doubts) for work in self.model.works)

    @property
    def progress(self) -> Progress:
        """How far the work is."""
        return self.running.progress

    @property
    def seconds_left(self) -> float | None:
        """About how long it still takes; None while nobody knows."""
        return self.running.seconds_left

    @property
    def stopping(self) -> bool:
        """Whether Cancel was pressed and the current file is being finished."""
        return self.running.ending

    @property
    def can_put_back(self) -> bool:
        """Whether the last run changed anything that still stands and can be put back."""
        return bool(self.mine) and self.phase not in BUSY

    @property
    def places(self) -> tuple[str, ...]:
        """Folders in which the files lie, or their copies."""
        if self.out:
            return (self.out,)
        return tuple(dict.fromkeys(str(Path(each.path).parent) for each in self.model.versions()))

    @property
    def proven(self) -> tuple[str, ...]:
        """URNs of the works that were protected and registered."""
        outcomes = (each.outcome for each in self.model.versions() if each.state is State.PROTECTED)
        known = (each for each in outcomes if each is not None and each.registered is not Registered.NO)
        return tuple(dict.fromkeys(each.work for each in known))

    def troubles(self) -> dict[str, list[tuple[str, Trouble]]]:
        """What needs attention, by cause: file and words of each."""
        found: dict[str, list[tuple[str, Trouble]]] = defaultdict(list)
        for path, trouble in self._troubles:
            found[trouble.code].append((path, trouble))
        for version in self.model.versions():
            if version.trouble is not None:
                found[version.trouble.code].append((version.path, version.trouble))
        return dict(found)
