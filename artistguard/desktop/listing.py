"""Getting works onto the list, grouped as they belong together, and looked at; nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from artistguard.desktop import words
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.protection import Arrived, Gather, Protect, TakeSamples
from artistguard.desktop.rows import State, Version, Work, grouped, joined, parted, take
from artistguard.jobs.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from artistguard.desktop.backstage import End
    from artistguard.desktop.sitting import Sitting

AGAIN_MS = 500
"""After the last change of choice or name, so long passes before the files are looked at again."""


class Listing(QObject):
    """From what was dropped to works that are ready."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._sitting = sitting
        self._fresh: list[Work] = []
        self._real: set[str] = set()
        self._decided: dict[str, bool] = {}
        self._looked_at: list[str] = []
        self._coming: list[str] = []
        self._then: Callable[[], None] | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.rehearse)

    def gather(
        self,
        paths: Sequence[str],
        only: frozenset[str] | None = None,
        decided: dict[str, bool] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Put files, and what is in folders, on the list.

        Args:
            paths: Files and folders.
            only: Of the files in them, those that are meant, links followed; None for all.
            decided: Files that the person ticked or unticked before.
            then: Called once all of them were looked at.
        """
        sitting = self._sitting
        # What an earlier drop still brings comes with this one.
        coming = [*self._coming, *paths] if sitting.phase is Phase.LISTING else list(paths)
        self.give_up()
        self._coming, self._then = list(dict.fromkeys(coming)), then
        self._decided |= decided or {}
        sitting.roots = list(dict.fromkeys([*sitting.roots, *self._coming]))
        sitting.enter(Phase.LISTING)
        sitting.running.begin(Gather(tuple(self._coming), only), self._arrive, self._gathered)

    def samples(self, source: Path, target: Path) -> None:
        """Put the demo works on the list, as copies that may be changed; nobody asks whose they are."""
        sitting = self._sitting
        self.give_up()
        sitting.enter(Phase.LISTING)

        def taken(_: End) -> None:
            files = [str(path.resolve()) for path in target.rglob("*") if path.is_file()]
            self.gather([str(target)], decided=dict.fromkeys(files, True))

        sitting.running.begin(TakeSamples(str(source), str(target)), lambda _: None, taken)

    def later(self) -> None:
        """Other words will be written: look again, once the person has stopped typing."""
        if self._sitting.phase in {Phase.LOOKING, Phase.READY}:
            self._again.start()

    def retry(self, codes: Iterable[str]) -> None:
        """Look again at the files with these troubles."""
        wanted = set(codes)
        for version in self._sitting.model.versions():
            if version.trouble is not None and version.trouble.code in wanted:
                version.state, version.trouble = State.LISTED, None
        self._sitting.forget_troubles()
        self.rehearse()

    def skip(self, codes: Iterable[str]) -> None:
        """Take the files with these troubles off the list; other versions of their works stay."""
        wanted, sitting = set(codes), self._sitting
        gone = [each for each in sitting.model.versions() if each.trouble is not None and each.trouble.code in wanted]
        self._take_off(gone)

    def remove(self, works: Iterable[Work]) -> None:
        """Take works off the list; their files stay as they are."""
        self._take_off([version for work in works for version in work.versions])

    def clear(self) -> None:
        """An empty list again."""
        sitting = self._sitting
        self.give_up()
        for kept in (self._fresh, self._real, self._decided, sitting.roots, sitting.families, sitting.mine):
            kept.clear()
        sitting.forget_troubles()
        sitting.model.show([])
        sitting.enter(Phase.EMPTY)

    def stop(self) -> None:
        """Looking just ends; what is on the list stays."""
        self.give_up()
        self._show_fresh()
        self._sitting.enter(Phase.READY if self._sitting.model.works else Phase.EMPTY)

    def join(self, works: Sequence[Work]) -> bool:
        """Make works one. Not pictures with music: those are never versions of one work.

        Returns:
            Whether it was done.
        """
        media = {work.medium for work in works} - {None}
        if len(works) < 2 or len(media) > 1 or self._sitting.phase is not Phase.READY:
            return False
        self._regroup(joined(self._sitting.model.works, works, "you said so"))
        return True

    def part(self, versions: Sequence[Version]) -> bool:
        """Make each of these versions a work of its own.

        Returns:
            Whether any was part of a larger work.
        """
        works = self._sitting.model.works
        several = {id(each) for work in works if len(work.versions) > 1 for each in work.versions}
        going = [each for each in versions if id(each) in several]
        if not going or self._sitting.phase is not Phase.READY:
            return False
        touched = [work for work in works if any(id(each) in {id(one) for one in going} for each in work.versions)]
        left = [each for work in touched for each in work.versions]
        self._regroup(parted(works, going), left)
        return True

    def give_up(self) -> None:
        """Whatever is on its way is not wanted any more."""
        self._again.stop()
        self._then = None
        self._sitting.running.drop()

    # -- what comes back ------------------------------------------------------------------------------------------

    def _arrive(self, values: tuple[object, ...]) -> None:
        for value in values:
            if isinstance(value, Arrived) and value.real not in self._real:
                self._real.add(value.real)
                version = Version(value.path, value.real, value.kind, value.medium, value.size, trouble=value.trouble)
                version.state = State.ATTENTION if value.trouble is not None else State.LISTED
                decided = value.real in self._decided
                ticked = self._decided.get(value.real, True)
                self._fresh.append(Work(Path(version.path).stem, [version], ticked, decided))
        # The view lays all rows out anew each time: ever larger groups keep thousands of files fluent.
        if len(self._fresh) * 2 > len(self._sitting.model.works):
            self._show_fresh()

    def _show_fresh(self) -> None:
        fresh, self._fresh = self._fresh, []
        self._sitting.model.add(fresh)
        if any(work.trouble is not None for work in fresh):
            self._sitting.troubled.emit()

    def _gathered(self, end: End) -> None:
        sitting = self._sitting
        self._coming = []
        self._show_fresh()
        sitting.trouble("", end.trouble)
        if not sitting.model.works:
            sitting.enter(Phase.EMPTY)
            if not end.stopped:
                sitting.said.emit(words.translate("Nothing to protect was found there."))
        elif end.stopped:
            sitting.enter(Phase.READY)
        else:
            then = self._then
            self.rehearse()
            self._then = then

    def rehearse(self) -> None:
        """Look at every file that has no trouble, and find out what would be written; nothing is."""
        sitting = self._sitting
        only = frozenset(each.real for each in sitting.model.versions() if each.trouble is None)
        self.give_up()
        if not only:
            sitting.enter(Phase.READY)
            return
        sitting.enter(Phase.LOOKING)
        errand = Protect(
            tuple(sitting.roots),
            only,
            sitting.declaration,
            sitting.register,
            sitting.out,
            tuple(sitting.families),
            rehearsal=True,
        )
        sitting.running.begin(errand, self._looked, self._looked_at_all)

    def _looked(self, values: tuple[object, ...]) -> None:
        model, touched = self._sitting.model, []
        for value in values:
            version = model.version(value.path) if isinstance(value, Outcome) else None
            if isinstance(value, Outcome) and version is not None:
                take(version, value)
                touched.append(value.path)
        model.touched(touched)

    def _looked_at_all(self, end: End) -> None:
        sitting = self._sitting
        sitting.trouble("", end.trouble)
        sitting.model.show(grouped(sitting.model.works))
        sitting.enter(Phase.READY)
        sitting.troubled.emit()
        sitting.rewritten.emit()
        then, self._then = self._then, None
        if then is not None and end.trouble is None and not end.stopped:
            then()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _take_off(self, gone: Sequence[Version]) -> None:
        sitting = self._sitting
        if sitting.phase in BUSY or not gone:
            return
        off = {id(version) for version in gone}
        self._real -= {version.real for version in gone}
        left = []
        for work in sitting.model.works:
            work.versions = [version for version in work.versions if id(version) not in off]
            if work.versions:
                left.append(work)
        sitting.model.show(left)
        sitting.forget_troubles()
        sitting.enter(sitting.phase if left else Phase.EMPTY)

    def _regroup(self, works: list[Work], touched: Sequence[Version] = ()) -> None:
        """Show the works anew, and remember as families what the person put together or took apart."""
        sitting = self._sitting
        before = {frozenset(each.real for each in work.versions) for work in sitting.model.works}
        now = {id(each) for each in touched}
        families = [tuple(each.real for each in work.versions) for work in works]
        changed = [
            family
            for family, work in zip(families, works, strict=True)
            if frozenset(family) not in before or any(id(each) in now for each in work.versions)
        ]
        said = {path for family in changed for path in family}
        sitting.families = [each for each in sitting.families if not said & set(each)] + changed
        sitting.model.show(works)
        sitting.enter(sitting.phase)
        sitting.rewritten.emit()
