"""A real registry server in a child process on this machine's loopback, with a clock that the test moves.

Every test that wants one has a process of its own; all are forked from one that has loaded the server already, which is
what takes long. The server that starts from nothing is under test in tests/cli/test_registry.py.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import signal
import tempfile
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.util import get_temp_dir
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from artistguard.messages import Limits
from tests.suites.registry_makers import NOON, Clock, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess
    from typing import TextIO

ROOT = Path(__file__).resolve().parents[2]
ORIGIN = "registry.example/log"

NURSERY = multiprocessing.get_context("forkserver")
NURSERY.set_forkserver_preload(["tests.suites.served", "artistguard.server.running", "artistguard.ledger.publishing"])


class SharedClock(Clock):
    """A clock that stands in a file, so that test and server have the same."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "clock"
        if not self._path.exists():
            self._path.write_text(NOON.isoformat())

    @property
    def now(self) -> datetime:  # type: ignore[override]
        return datetime.fromisoformat(self._path.read_text())

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self._path.write_text((self.now + timedelta(**time)).isoformat())


@dataclass
class Said:
    """An answer over HTTP, raw."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Child:
    """A process of the nursery's."""

    of: ForkServerProcess

    @property
    def returncode(self) -> int | None:
        return self.of.exitcode

    def poll(self) -> int | None:
        return self.of.exitcode

    def kill(self) -> None:
        self.of.kill()

    def send_signal(self, number: int) -> None:
        assert self.of.pid is not None
        os.kill(self.of.pid, number)

    def wait(self, seconds: float) -> int:
        self.of.join(seconds)
        assert self.of.exitcode is not None, "the server does not end"
        return self.of.exitcode


@dataclass
class Served:
    """A running server.

    Attributes:
        address: Of the server.
        folder: Of its ledger.
        clock: Its and the test's.
        process: To be ended in whatever way.
        told: What it prints.
    """

    address: str
    folder: Path
    clock: SharedClock
    process: Child
    told: TextIO

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | Iterator[bytes] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Said:
        """One request with nothing between the test and the wire."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Said(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, path: str) -> Said:
        return self.ask("GET", path)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def stop(self, number: int = signal.SIGTERM) -> str:
        """Ask it to end, and what it printed."""
        self.process.send_signal(number)
        self.process.wait(60)
        return self.told.read()


@contextmanager
def served(
    folder: Path, *, origin: str = ORIGIN, limits: str = "{}", configuration: str = "", port: int = 0
) -> Iterator[Served]:
    """Start one on the ledger in a folder, and wait until it answers; the configuration is TOML."""
    folder.mkdir(exist_ok=True, parents=True)
    clock = SharedClock(folder)
    reading, writing = NURSERY.Pipe(duplex=False)
    asked = (writing, dict(os.environ), folder, origin, limits, configuration, port)
    child = NURSERY.Process(target=_serve, args=asked)
    _keep_paths_short()
    child.start()
    writing.close()
    with reading, open(reading.fileno(), encoding="utf-8", closefd=False) as told:
        try:
            address = told.readline().strip()
            assert address.startswith("http://"), address + told.read()
            server = Served(address, folder, clock, Child(child), told)
            assert server.get("/readyz").status == 200
            yield server
        finally:
            child.kill()
            child.join(30)


def _keep_paths_short() -> None:
    """The path of the nursery's socket may have 107 bytes, wherever TMPDIR leads."""
    kept, tempfile.tempdir = tempfile.tempdir, "/tmp"
    try:
        get_temp_dir()
    finally:
        tempfile.tempdir = kept


def _serve(
    telling: Connection,
    environment: Mapping[str, str],
    folder: Path,
    origin: str,
    limits: str,
    configuration: str,
    port: int,
) -> None:
    """The child: it speaks to the test alone, and takes every warning for an error."""
    from artistguard.ledger.publishing import Publisher
    from artistguard.ledger.rounds import rounds
    from artistguard.server.configuration import read
    from artistguard.server.running import serve

    for output in (1, 2):
        os.dup2(telling.fileno(), output)
    telling.close()
    os.environ.clear()
    os.environ.update(environment)
    warnings.simplefilter("error")
    bounds = msgspec.json.decode(limits, type=Limits)
    ledger = opened(folder, SharedClock(folder), origin=origin, limits=bounds)
    kept = {"ARTISTGUARD_SERVE_BULK_FOLDER": str(folder / "bulk")}
    publisher = Publisher(ledger.storage, ledger.key, folder / "published")
    with rounds(publisher.publish, pause=0.05):
        serve(ledger, read(configuration, kept, {"port": port}), _say)
    ledger.close()
    _say("closed")


def _say(words: str) -> None:
    os.write(1, f"{words}\n".encode())
