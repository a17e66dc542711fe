"""The helper process: takes errands from a pipe, one at a time, and sends back what they yield, gathered for 50 ms.

It holds no Qt. When the window goes away the pipe breaks, the errand is stopped as by Cancel, and the process ends.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from artistguard.desktop.errands import Note, Progress
from artistguard.errors import ArtistGuardError, Stopped
from artistguard.jobs.outcome import Trouble
from artistguard.jobs.sightings import Sightings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from artistguard.desktop.errands import Errand
    from artistguard.jobs.previewer import Previewer
    from artistguard.jobs.studio import Studio

TICK_SECONDS = 0.05
"""Values are gathered so long before they are sent."""
MOST_VALUES = 50
"""Sent at once; what the window has to do for one message stays short."""


@dataclass(frozen=True, slots=True)
class Order:
    """An errand under its number."""

    number: int
    errand: Errand


@dataclass(frozen=True, slots=True)
class Stop:
    """Cancel the errand of that number, whether it runs or still waits."""

    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person typed; nothing where she would not."""

    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A passphrase is needed before the errand can go on."""

    number: int


@dataclass(frozen=True, slots=True)
class Values:
    """What an errand has yielded since the last message."""

    number: int
    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class End:
    """An errand is over.

    Attributes:
        number: Its number.
        trouble: Why it could not be done.
        stopped: The user ended it.
    """

    number: int
    trouble: Trouble | None = None
    stopped: bool = False


@dataclass(slots=True)
class Bench:
    """The desk of the helper process.

    Attributes:
        pipe: To the window.
        waiting: Errands that came while another ran.
        stops: Numbers to be stopped.
        answers: What the person typed.
    """

    pipe: Connection
    number: int = 0
    waiting: deque[Order] = field(default_factory=deque)
    stops: set[int] = field(default_factory=set)
    answers: deque[str] = field(default_factory=deque)
    _values: list[object] = field(default_factory=list)
    _progress: Progress | None = None
    _sent: float = 0.0
    _stopped: bool = False
    _gone: bool = False
    _previewer: Previewer | None = None
    _sightings: Sightings = field(default_factory=Sightings)

    def next(self) -> Order:
        """The next errand; waits for it.

        Raises:
            EOFError: The window is gone.
        """
        while not self.waiting:
            self._take(self.pipe.recv())
        return self.waiting.popleft()

    def carry_out(self, order: Order) -> None:
        """Do one errand and tell how it ended."""
        self.number = order.number
        end = End(order.number)
        self._stopped = False
        try:
            self._look()
            self._stop_if_asked()
            for value in order.errand.work(self):
                self._values.append(value)
                self._look()
        except Stopped:
            end = End(order.number, stopped=True)
        except ArtistGuardError as problem:
            end = End(order.number, Trouble.of(problem))
        self._send()
        self.pipe.send(end)
        self.stops.discard(order.number)

    @contextmanager
    def studio(self) -> Iterator[Studio]:
        """The creator's store, key and registries."""
        from artistguard.jobs.registries import Registries
        from artistguard.jobs.studio import Studio
        from artistguard.store.opening import open_store

        with open_store() as store:
            yield Studio(
                store,
                Registries(store.home, store.disk).connect,
                profile=str(store.settings.get("profile")),
                passphrase=self._passphrase,
                tell=self._note,
                sightings=self._sightings,
                polite=True,
            )

    def previewer(self) -> Previewer:
        """Makes small pictures; its process stays from errand to errand."""
        from artistguard.jobs.previewer import Previewer

        if self._previewer is None:
            self._previewer = Previewer()
        return self._previewer

    def close(self) -> None:
        """No more errands."""
        if self._previewer is not None:
            self._previewer.close()

    def listen(self, stage: str, done: int, total: int) -> None:
        """Remember the progress for the next message.

        Raises:
            Stopped: The user pressed Cancel, or the window is gone.
        """
        self._progress = Progress(stage, done, total)
        self._look()
        self._stop_if_asked()

    def _look(self) -> None:
        if time.monotonic() - self._sent >= TICK_SECONDS or len(self._values) >= MOST_VALUES:
            self._send()
        try:
            while not self._gone and self.pipe.poll():
                self._take(self.pipe.recv())
        except (EOFError, OSError):
            self._gone = True

    def _stop_if_asked(self) -> None:
        # Once: what the errand does then, such as putting finished files in their places, is not disturbed again.
        if (self._gone or self.number in self.stops) and not self._stopped:
            self._stopped = True
            raise Stopped("It was stopped.")

    def _take(self, message: object) -> None:
        match message:
            case Order():
                self.waiting.append(message)
            case Stop(number):
                self.stops.add(number)
            case Answer(words):
                self.answers.append(words)

    def _send(self) -> None:
        values = (*self._values, *([self._progress] if self._progress else []))
        self._values, self._progress, self._sent = [], None, time.monotonic()
        if values and not self._gone:
            try:
                self.pipe.send(Values(self.number, values))
            except OSError:
                self._gone = True

    def _note(self, words: str) -> None:
        self._values.append(Note(words))

    def _passphrase(self) -> str:
        self._send()
        self.pipe.send(Asked(self.number))
        while not self.answers:
            self._take(self.pipe.recv())
        return self.answers.popleft()


def begin(pipe: Connection) -> None:
    """All that a helper process ever does.

    Args:
        pipe: Orders come in, values go out.
    """
    # Ctrl-C in a terminal reaches every process; the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(pipe)


def serve(pipe: Connection) -> None:
    """Work until the window is gone.

    Args:
        pipe: Orders come in, values go out.
    """
    bench = Bench(pipe)
    try:
        while True:
            bench.carry_out(bench.next())
    except (EOFError, OSError):
        return
    finally:
        bench.close()
