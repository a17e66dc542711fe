"""Questions of millions of items: sent in parts, answered in the background, kept for a while.

Everything stands in a folder, so that a question outlives the server that took it: what was being answered when the
server ended is answered anew. All answers of one question are of one state of the log.
"""

from __future__ import annotations

import os
import queue
import re
import secrets
import shutil
import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from artistguard.errors import ArtistGuardError, Refused
from artistguard.ledger.admission import moment, read_moment
from artistguard.ledger.bulk.answering import Interrupted, answer
from artistguard.messages.bulk import Job, JobState

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger

_ID = re.compile(r"[0-9a-f]{32}\Z", re.ASCII)
_STATE = "job.json"
ASKED = "asked"
RESULT = "result.ndjson.gz"


@dataclass(frozen=True, slots=True)
class JobLimits:
    """What is taken; all of it configuration.

    Attributes:
        bytes: Longest upload, as it is sent.
        items: Most items in one.
        hours: How long everything about one is kept.
        jobs: Most at a time.
    """

    bytes: int = 1 << 30
    items: int = 10_000_000
    hours: int = 48
    jobs: int = 16


class Jobs:
    """Takes large questions and answers them, one after another.

    Args:
        folder: Where they stand; made where it is missing.
        ledger: That is asked.
        limits: What is taken.
    """

    def __init__(self, folder: Path, ledger: Ledger, limits: JobLimits) -> None:
        self._folder = folder
        self._ledger = ledger
        self._limits = limits
        self._turn = threading.Lock()
        self._ending = threading.Event()
        self._waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._worker = threading.Thread(target=self._work, name="check-jobs")
        folder.mkdir(parents=True, exist_ok=True)

    def open(self) -> None:
        """Begin to answer, first what was left unanswered."""
        for path in sorted(self._folder.iterdir()):
            if (job := self._read(path.name)) and job.state in {JobState.WAITING, JobState.RUNNING}:
                self._waiting.put(job.id)
        self._worker.start()

    def close(self) -> None:
        """End what runs; it is answered anew when the folder is opened again."""
        self._ending.set()
        self._waiting.put("")
        self._worker.join()

    def begin(self) -> Job:
        """Take on a new question.

        Raises:
            Refused: There are too many now.
        """
        self._sweep()
        with self._turn:
            if sum(1 for path in self._folder.iterdir() if _ID.match(path.name)) >= self._limits.jobs:
                raise Refused("too many large questions wait for their answers now", remedy="Try again later.")
            number = secrets.token_hex(16)
            (self._folder / number).mkdir()
            (self._folder / number / ASKED).touch()
            expires = moment(read_moment(self._ledger.now()) + timedelta(hours=self._limits.hours))
            return self._write(Job(number, JobState.RECEIVING, expires))

    def find(self, number: str) -> Job | None:
        """How far a question is; None where there is none of that number."""
        job = self._read(number)
        return None if job is None or job.expires <= self._ledger.now() else job

    def add(self, job: Job, start: int, content: bytes) -> Job:
        """Take in the next part of its items.

        Args:
            job: As it was found.
            start: How many bytes were sent before.
            content: Lines of JSON, each an `Item`; packed with gzip or not.

        Raises:
            Refused: It does not follow on what is kept, is too long, or the question is complete already.
        """
        with self._turn:
            now = self.find(job.id)
            if now is None or now.state is not JobState.RECEIVING:
                raise Refused("this question takes nothing more")
            if start != now.received:
                raise Refused(f"{now.received} bytes of this question are kept, go on from there")
            if start + len(content) > self._limits.bytes:
                raise Refused(f"a question may have {self._limits.bytes} bytes", remedy="Ask in several parts.")
            with (self._folder / job.id / ASKED).open("r+b") as kept:
                kept.seek(start)
                kept.write(content)
                kept.truncate()
                kept.flush()
                os.fsync(kept.fileno())
            return self._write(msgspec.structs.replace(now, received=start + len(content)))

    def start(self, job: Job) -> Job:
        """All items are there: answer them.

        Raises:
            Refused: It was started before.
        """
        with self._turn:
            now = self.find(job.id)
            if now is None or now.state is not JobState.RECEIVING:
                raise Refused("this question was started before")
            started = self._write(msgspec.structs.replace(now, state=JobState.WAITING))
        self._waiting.put(job.id)
        return started

    def result(self, job: Job) -> Path | None:
        """The answers, a line each, packed with gzip; None until all are there."""
        return self._folder / job.id / RESULT if job.state is JobState.DONE else None

    def delete(self, job: Job) -> None:
        """Forget a question and its answers; what is being answered ends at the next batch."""
        shutil.rmtree(self._folder / job.id, ignore_errors=True)

    def _work(self) -> None:
        while number := self._waiting.get():
            job = self.find(number)
            if job is not None and not self._ending.is_set():
                self._answer(job)

    def _answer(self, job: Job) -> None:
        def progress(items: int) -> None:
            if self._ending.is_set() or self._read(job.id) is None:
                raise Interrupted
            self._write(msgspec.structs.replace(job, state=JobState.RUNNING, items=items))

        folder = self._folder / job.id
        try:
            summary, signature = answer(folder / ASKED, folder / RESULT, self._ledger, self._limits.items, progress)
        except Interrupted:
            return
        except (ArtistGuardError, OSError) as problem:
            told = problem.message if isinstance(problem, ArtistGuardError) else "the registry could not keep it"
            done = msgspec.structs.replace(job, state=JobState.FAILED, problem=told)
        else:
            done = msgspec.structs.replace(
                job, state=JobState.DONE, items=summary.items, summary=summary, signature=signature
            )
        if folder.exists():
            self._write(done)

    def _sweep(self) -> None:
        now = self._ledger.now()
        for path in self._folder.iterdir():
            job = self._read(path.name)
            if job is not None and job.expires <= now:
                self.delete(job)

    def _read(self, number: str) -> Job | None:
        if not _ID.match(number):
            return None
        try:
            return msgspec.json.decode((self._folder / number / _STATE).read_bytes(), type=Job)
        except (OSError, msgspec.DecodeError):
            return None

    def _write(self, job: Job) -> Job:
        path = self._folder / job.id / _STATE
        fresh = path.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(job))
        fresh.replace(path)
        return job
