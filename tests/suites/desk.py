"""Errands for tests of the helper process: plain ones, one that never ends by itself, and one that kills it."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk


@dataclass(frozen=True)
class Count:
    """Yields numbers and tells progress."""

    upto: int

    def work(self, desk: Desk) -> Iterator[int]:
        for number in range(self.upto):
            yield number
            desk.listen("Counting", number + 1, self.upto)


@dataclass(frozen=True)
class Endless:
    """Goes on until it is stopped, then still puts away what it has, as the jobs do."""

    def work(self, desk: Desk) -> Iterator[str]:
        from artistguard.errors import Stopped

        done = 0
        try:
            while True:
                done += 1
                yield f"file {done}"
                time.sleep(0.01)
                desk.listen("Writing", done, 1000)
        except Stopped:
            for each in range(3):
                yield f"kept {each}"
            raise


@dataclass(frozen=True)
class Failing:
    """Cannot be done."""

    def work(self, _: Desk) -> Iterator[int]:
        yield 1
        raise Damaged("It is torn.")


@dataclass(frozen=True)
class Dying:
    """Takes the process down, as a crash in a decoder would."""

    def work(self, _: Desk) -> Iterator[int]:
        yield 1
        os._exit(3)


@dataclass(frozen=True)
class Secretive:
    """Needs the passphrase."""

    def work(self, desk: Desk) -> Iterator[str]:
        with desk.studio() as studio:
            yield studio.passphrase()
