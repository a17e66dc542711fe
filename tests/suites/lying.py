"""A registry that lies: a real ledger behind a hand-written server that a test may make say anything."""

from __future__ import annotations

import http.server
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.claims.envelope import Submission
from artistguard.errors import Refused
from artistguard.messages import Problem, Question, Refusal
from artistguard.server.problems import STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from artistguard.ledger.ledger import Ledger


@dataclass
class Reply:
    """What goes over the wire.

    Attributes:
        body: Of the answer.
        status: Of the answer.
        headers: Besides its length.
        announced: Length that is claimed; the true one where None.
        pause: Seconds between single bytes of the body, for a slow drip.
    """

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    announced: int | None = None
    pause: float = 0.0

    def edited(self, **change: object) -> Reply:
        """The same JSON object with some members changed."""
        return Reply(msgspec.json.encode(msgspec.json.decode(self.body) | change), self.status)


Lie = "Callable[[str, Reply], Reply]"


def honest(_: str, reply: Reply) -> Reply:
    return reply


class Liar:
    """The server's side: which ledger stands behind it, and what it makes of honest answers.

    Attributes:
        ledger: Asked honestly first.
        lie: Given path and honest reply, returns what is sent.
        asked: Method and path of every request.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.lie: Callable[[str, Reply], Reply] = honest
        self.asked: list[str] = []
        self.address = ""

    def reply(self, path: str, body: bytes) -> Reply:
        try:
            said = self._answer(path, body)
        except Refused as problem:
            return Reply(msgspec.json.encode(Problem(400, problem.code, problem.message)), 400)
        if isinstance(said, Refusal):
            status = STATUSES[said.reason]
            return Reply(msgspec.json.encode(Problem(status, said.reason, said.message)), status)
        return Reply(said if isinstance(said, bytes) else msgspec.json.encode(said))

    def _answer(self, path: str, body: bytes) -> Any:  # noqa: PLR0911 - one line for each address
        ledger = self.ledger
        if path == "/v1/registry":
            return ledger.describe()
        if path == "/v1/claims":
            return ledger.deliver(msgspec.json.decode(body, type=Submission))
        if path == "/v1/check":
            return ledger.check(msgspec.json.decode(body, type=Question))
        if path.startswith("/v1/records/"):
            return ledger.record(path.removeprefix("/v1/records/"))
        if path.startswith("/v1/parties/"):
            return ledger.party(path.removeprefix("/v1/parties/"))
        if path.startswith("/v1/works/"):
            return ledger.work(path.removeprefix("/v1/works/"))
        if path.startswith("/log/growth/"):
            old, new = map(int, path.removeprefix("/log/growth/").split("/"))
            return ledger.growth(old, new)
        return ledger.resource(path.removeprefix("/log/")) or b""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._speak(b"")

    def do_POST(self) -> None:
        self._speak(self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""

    def _speak(self, body: bytes) -> None:
        liar: Liar = self.server.liar  # type: ignore[attr-defined]
        liar.asked.append(f"{self.command} {self.path}")
        reply = liar.lie(self.path, liar.reply(self.path, body))
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            length = len(reply.body) if reply.announced is None else reply.announced
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self._drip(reply)
        except OSError:
            self.close_connection = True  # the client had enough
        if reply.announced is not None:
            self.close_connection = True

    def _drip(self, reply: Reply) -> None:
        if not reply.pause:
            self.wfile.write(reply.body)
            return
        for byte in reply.body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(reply.pause)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that goes away is expected here."""


@contextmanager
def lying(ledger: Ledger, made: Callable[[Ledger], Liar] = Liar) -> Iterator[Liar]:
    """Serve a ledger on loopback until the block ends; honest at first."""
    liar = made(ledger)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.liar = liar  # type: ignore[attr-defined]
    liar.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
