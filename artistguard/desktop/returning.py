"""Putting back: one work, a run, or all that was ever changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artistguard.desktop import counts
from artistguard.desktop.phases import BUSY, Phase
from artistguard.desktop.protection import PutBack, Returned
from artistguard.desktop.rows import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artistguard.desktop.backstage import End
    from artistguard.desktop.rows import Version
    from artistguard.desktop.sitting import Sitting


class Returning(QObject):
    """From protected works to what they were."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._sitting = sitting
        self._returned = Counter[bool]()
        self._then: Callable[[], None] | None = None

    def some(self, versions: Sequence[Version]) -> None:
        """Put files back."""
        chosen = [self._sitting.carrier(each) for each in versions if each.state is State.PROTECTED]
        if chosen and self._sitting.phase not in BUSY:
            self._begin(tuple(chosen))

    def last(self) -> None:
        """Put back all that the last run changed."""
        if self._sitting.can_put_back:
            self._begin(tuple(self._sitting.mine))

    def run(self, run: str, then: Callable[[], None]) -> None:
        """Put back what one run changed.

        Args:
            run: Its id.
            then: Called when it is done.
        """
        if self._sitting.phase not in BUSY:
            self._begin((run,), then)

    def everything(self) -> None:
        """Put back all that was ever changed, also by earlier runs."""
        if self._sitting.phase not in BUSY:
            self._begin(())

    def _begin(self, what: tuple[str, ...], then: Callable[[], None] | None = None) -> None:
        self._returned.clear()
        self._then = then
        self._sitting.enter(Phase.RETURNING)
        self._sitting.running.begin(PutBack(what), self._come_back, self._all_back)

    def _come_back(self, values: tuple[object, ...]) -> None:
        sitting, touched = self._sitting, []
        versions = sitting.model.versions()
        carriers = {sitting.carrier(each): each for each in versions if each.state is State.PROTECTED}
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
                else:
                    sitting.trouble(path, value.trouble)
            if value.trouble is None:
                sitting.mine = [each for each in sitting.mine if each not in value.paths]
        sitting.model.touched(touched)

    def _all_back(self, end: End) -> None:
        sitting = self._sitting
        sitting.trouble("", end.trouble)
        sitting.sentence = counts.returned(self._returned[True], self._returned[False])
        sitting.enter(Phase.DONE if sitting.model.works else Phase.EMPTY)
        if not sitting.model.works:
            sitting.said.emit(sitting.sentence)
        sitting.troubled.emit()
        then, self._then = self._then, None
        if then is not None and end.trouble is None and not end.stopped:
            then()
