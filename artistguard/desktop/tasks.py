"""The window's end of the helper process: errands go out, and on a tick of 50 ms their values come in as signals."""

from __future__ import annotations

import multiprocessing
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from artistguard.desktop.backstage import Answer, Asked, End, Order, Stop, Values, begin
from artistguard.jobs.outcome import Trouble

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from artistguard.desktop.errands import Errand

TICK_MS = 50
SHARE_SECONDS = 0.008
"""So long may one tick take messages in, so that the window goes on breathing in between."""
PATIENCE_SECONDS = 60.0
"""So long may the helper process finish what it does after the window closed."""


class Call(QObject):
    """One errand on its way.

    Signals:
        values: A tuple of what the errand yielded since the last time, Progress and Note among it.
        asked: A passphrase is needed; answer with `Backstage.answer`.
        ended: An End, once.
    """

    values = Signal(tuple)
    asked = Signal()
    ended = Signal(object)

    def __init__(self, backstage: Backstage, number: int) -> None:
        super().__init__(backstage)
        self._backstage = backstage
        self.number = number

    def stop(self) -> None:
        """Cancel: the file that is being worked on is finished, then `ended` comes with `stopped`."""
        self._backstage.stop(self.number)


class Backstage(QObject):
    """One helper process, started at its first errand and again after it died."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._calls: dict[int, Call] = {}
        self._number = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    def ask(self, errand: Errand) -> Call:
        """Send an errand; its signals come from the event loop, never before this returns."""
        self._number += 1
        call = Call(self, self._number)
        self._calls[call.number] = call
        self._send(Order(call.number, errand))
        self._timer.start()
        return call

    def stop(self, number: int) -> None:
        """Cancel an errand."""
        if number in self._calls:
            self._send(Stop(number))

    def answer(self, words: str) -> None:
        """Answer the question for a passphrase."""
        self._send(Answer(words))

    @property
    def busy(self) -> bool:
        """Whether an errand is on its way."""
        return bool(self._calls)

    def close(self) -> None:
        """Let the process finish the file it works on, and end."""
        self._timer.stop()
        if self._process is None or self._pipe is None:
            return
        for number in self._calls:
            self._send(Stop(number))
        self._calls.clear()
        # What it still sends is read away, or it would wait for room in the pipe for ever.
        deadline = time.monotonic() + PATIENCE_SECONDS
        self._drain(self._pipe)
        self._pipe.close()
        self._process.join(max(0.0, deadline - time.monotonic()))
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()
        self._process, self._pipe = None, None

    def _drain(self, pipe: Connection) -> None:
        try:
            while pipe.poll():
                pipe.recv_bytes()
        except (EOFError, OSError):
            return

    def _send(self, message: object) -> None:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._begin()
        assert self._pipe is not None
        try:
            self._pipe.send(message)
        except OSError:
            self._lost()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=begin, args=(theirs,), name="artistguard-backstage")
        self._process.start()
        theirs.close()
        self._pipe = ours

    def _tick(self) -> None:
        until = time.monotonic() + SHARE_SECONDS
        try:
            while self._pipe is not None and self._pipe.poll():
                self._take(self._pipe.recv())
                if time.monotonic() > until:
                    # What the person does comes first, then the rest.
                    QTimer.singleShot(0, self._tick)
                    return
        except (EOFError, OSError):
            self._lost()
        if not self._calls:
            self._timer.stop()

    def _take(self, message: object) -> None:
        match message:
            case Values(number, values) if number in self._calls:
                self._calls[number].values.emit(values)
            case Asked(number) if number in self._calls:
                self._calls[number].asked.emit()
            case End(number) if number in self._calls:
                call = self._calls.pop(number)
                call.ended.emit(message)
                call.deleteLater()
            case _:
                pass

    def _lost(self) -> None:
        """The process died: every errand ends with that trouble, and the next one starts another process."""
        if self._process is not None:
            self._process.join(PATIENCE_SECONDS)
        if self._pipe is not None:
            self._pipe.close()
        self._process, self._pipe = None, None
        calls, self._calls = self._calls, {}
        for number, call in calls.items():
            call.ended.emit(End(number, LOST))
            call.deleteLater()


LOST = Trouble(
    "helper-lost",
    "The part of ArtistGuard that works on your files ended unexpectedly.",
    "No file is half written. Try again; what was finished is kept.",
)
