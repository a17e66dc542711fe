"""A real registry server in a child process on this machine's loopback, with a clock that the test moves."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.suites.registry_makers import NOON, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
ORIGIN = "registry.example/log"

CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.rounds import rounds
from artistguard.messages import Limits
from artistguard.server.configuration import read
from artistguard.server.running import serve
from tests.suites.registry_makers import opened
from tests.suites.served import SharedClock
import msgspec

folder = Path(sys.argv[2])
limits = msgspec.json.decode(sys.argv[4], type=Limits)
ledger = opened(folder, SharedClock(folder), origin=sys.argv[3], limits=limits)
kept = {"ARTISTGUARD_SERVE_BULK_FOLDER": str(folder / "bulk")}
publisher = Publisher(ledger.storage, ledger.key, folder / "published")
with rounds(publisher.publish, pause=0.05):
    serve(ledger, read(sys.argv[5], kept, {"port": int(sys.argv[6])}), lambda address: print(address, flush=True))
ledger.close()
print("closed", flush=True)
"""


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
class Served:
    """A running server.

    Attributes:
        address: Of the server.
        folder: Of its ledger.
        clock: Its and the test's.
        process: To be ended in whatever way.
    """

    address: str
    folder: Path
    clock: SharedClock
    process: subprocess.Popen[str]

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
        output, _ = self.process.communicate(timeout=60)
        return output


@contextmanager
def served(
    folder: Path, *, origin: str = ORIGIN, limits: str = "{}", configuration: str = "", port: int = 0
) -> Iterator[Served]:
    """Start one on the ledger in a folder, and wait until it answers; the configuration is TOML."""
    folder.mkdir(exist_ok=True, parents=True)
    clock = SharedClock(folder)
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", CHILD, str(ROOT), str(folder), origin, limits, configuration, str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), address + process.stdout.read()
        server = Served(address, folder, clock, process)
        assert server.get("/readyz").status == 200
        yield server
    finally:
        process.kill()
        process.wait(30)
        if process.stdout is not None:
            process.stdout.close()
