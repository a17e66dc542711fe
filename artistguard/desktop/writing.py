"""Protecting what is ticked, and going on with a run that ended before all was done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artistguard.desktop import counts
from artistguard.desktop.errands import Keep
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.protection import LetBe, LookForUnfinished, Protect, Unfinished
from artistguard.desktop.rows import WAITING, State, take
from artistguard.jobs.outcome import Outcome, Status

if TYPE_CHECKING:
    from artistguard.desktop.backstage import End
    from artistguard.desktop.listing import Listing
    from artistguard.desktop.sitting import Sitting


class Writing(QObject):
    """From ready works to protected ones."""

    def __init__(self, sitting: Sitting, listing: Listing) -> None:
        super().__init__(sitting)
        self._sitting = sitting
        self._listing = listing
        self._gone_on_with = ""

    def protect(self) -> None:
        """Protect the works that are ticked, and remember the declaration for the next time."""
        sitting = self._sitting
        ready = [each for each in sitting.model.versions(ticked_only=True) if each.state in WAITING]
        if sitting.phase is not Phase.READY or not ready:
            return
        self._remember()
        self._listing.give_up()
        sitting.forget_troubles()
        sitting.mine = []
        sitting.enter(Phase.PROTECTING)
        errand = Protect(
            tuple(sitting.roots),
            frozenset(each.real for each in ready),
            sitting.declaration,
            sitting.register,
            sitting.out,
            tuple(sitting.families),
            sitting.way_back,
        )
        sitting.running.begin(errand, self._protected, self._finished)

    def look_for_unfinished(self) -> None:
        """Learn which runs ended before all was done."""
        call = self._sitting.backstage.ask(LookForUnfinished())
        found: list[Unfinished] = []
        call.values.connect(lambda values: found.extend(each for each in values if isinstance(each, Unfinished)))

        def ended(_: End) -> None:
            self._sitting.interrupted = tuple(found)
            self._sitting.recalled.emit()

        call.ended.connect(ended)

    def go_on(self) -> None:
        """Do the rest of the run that ended before all was done, under the terms that it had."""
        sitting = self._sitting
        if not sitting.interrupted or sitting.phase in BUSY:
            return
        first = sitting.interrupted[0]
        rest = first.rest
        self._listing.clear()
        self._gone_on_with = first.run
        sitting.declaration, sitting.register = rest.declaration, rest.register
        sitting.out, sitting.families, sitting.way_back = rest.out, list(rest.families), rest.way_back
        sitting.model.choose(rest.declaration.choice)
        sitting.greeted.emit()
        self._listing.gather(rest.paths, rest.only, dict.fromkeys(rest.only, True), self.protect)
        self._forget(first.run)

    def let_be(self, run: str) -> None:
        """Ask no more about a run that ended before all was done."""
        self._sitting.backstage.ask(LetBe(run))
        self._forget(run)

    def _forget(self, run: str) -> None:
        self._sitting.interrupted = tuple(each for each in self._sitting.interrupted if each.run != run)
        self._sitting.recalled.emit()

    def _protected(self, values: tuple[object, ...]) -> None:
        sitting, touched = self._sitting, []
        for value in values:
            version = sitting.model.version(value.path) if isinstance(value, Outcome) else None
            if isinstance(value, Outcome) and version is not None:
                take(version, value)
                touched.append(value.path)
                if value.status is Status.PROTECTED and (sitting.way_back or sitting.out or value.sidecar):
                    sitting.mine.append(sitting.carrier(version))
        sitting.model.touched(touched)

    def _finished(self, end: End) -> None:
        sitting = self._sitting
        sitting.trouble("", end.trouble)
        found = Counter(work.state for work in sitting.model.works if work.ticked)
        left_over = found[State.READY] if end.stopped or end.trouble else 0
        sitting.sentence = counts.finished(found[State.PROTECTED], found[State.SAID], found[State.ATTENTION], left_over)
        sitting.enter(Phase.DONE)
        sitting.troubled.emit()
        if self._gone_on_with and end.trouble is None and not end.stopped:
            sitting.backstage.ask(LetBe(self._gone_on_with))
        self._gone_on_with = ""
        # To do without a way back is said for one run; the next one keeps it again.
        sitting.way_back = sitting.way_back_set
        sitting.greeted.emit()
        self.look_for_unfinished()

    def _remember(self) -> None:
        sitting = self._sitting
        declaration = sitting.declaration
        values = (("choice", str(declaration.choice)), ("name", declaration.name), ("contact", declaration.contact))
        call = sitting.backstage.ask(Keep((*values, ("register", "yes" if sitting.register else "no"))))
        call.ended.connect(lambda end: sitting.trouble("", end.trouble))
