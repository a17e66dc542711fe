"""Previews made in a process of their own: a decoder that crashes or hangs there costs one preview and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from artistguard.errors import ArtistGuardError, Damaged, FileProblem, TooLarge
from artistguard.jobs.preview import give_up, preview, remembered
from artistguard.jobs.priority import step_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from artistguard.jobs.preview import PreviewOrder

    Answer = bytes | ArtistGuardError | None
    Make = Callable[[PreviewOrder], bytes | None]

PATIENCE_SECONDS = 20.0
START_SECONDS = 120.0
MEMORY_BYTES = 4 * 2**30
"""Address space of the process, where the system can bound it (Linux)."""


class Previewer:
    """Asked from any thread, one file after the other; the process starts with the first one that is not kept yet.

    Args:
        seconds: Given to one file.
        make: What makes a preview; a module's own function, so that it can be sent to the process.
    """

    def __init__(self, seconds: float = PATIENCE_SECONDS, make: Make = preview) -> None:
        self._seconds = seconds
        self._make = make
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def ask(self, order: PreviewOrder) -> bytes | None:
        """A preview, from the cache or fresh; waits for it.

        Args:
            order: Which file, and how the preview should be.

        Returns:
            A JPEG or PNG file; None where there is none to be had.

        Raises:
            FileProblem: The file cannot be read or decoded, or its decoder crashed or took too long.
        """
        kept = remembered(order)
        if kept is not None:
            return kept or None
        with self._turn:
            answer = self._answer(order)
        if isinstance(answer, ArtistGuardError):
            raise answer
        return answer

    def _answer(self, order: PreviewOrder) -> Answer:
        try:
            line = self._line if self._line is not None else self._start()
        except (EOFError, OSError):
            self._stop()
            return FileProblem("The helper that makes previews did not start.", remedy="Close some programs.")
        try:
            line.send(order)
            if line.poll(self._seconds):
                answer: Answer = line.recv()
                return answer
            problem: ArtistGuardError = TooLarge("Making a preview of this file takes too long.")
        except (EOFError, OSError):
            problem = Damaged("Reading this file made the decoder crash; it has no preview.")
        self._stop()
        give_up(order)
        return problem

    def _start(self) -> Connection:
        # One core is enough for pictures of this size; threads of the linear algebra would only spin beside it.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        spawn = multiprocessing.get_context("spawn")
        self._line, theirs = spawn.Pipe()
        self._process = spawn.Process(
            target=_serve, args=(theirs, self._make), name="artistguard-previews", daemon=True
        )
        self._process.start()
        # Only when nobody else holds that end does a crash show at once.
        theirs.close()
        if not self._line.poll(START_SECONDS):
            raise EOFError
        self._line.recv()
        return self._line

    def _stop(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None

    def close(self) -> None:
        """End the process; one that is asked for afterwards starts another."""
        with self._turn:
            self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _serve(line: Connection, make: Make) -> None:
    """The life of the process: ready, then one answer to each order, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back()
    _bound_memory()
    with suppress(EOFError, OSError):
        line.send(None)
        while True:
            line.send(_attempt(make, line.recv()))


def _attempt(make: Make, order: PreviewOrder) -> Answer:
    try:
        return make(order)
    except ArtistGuardError as problem:
        return problem


def _bound_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - other systems do not have it

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = MEMORY_BYTES if most == resource.RLIM_INFINITY else min(MEMORY_BYTES, most)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
