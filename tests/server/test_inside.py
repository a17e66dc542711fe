"""What a client sees when something goes wrong inside, and when it is slow; asked without a network."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from artistguard.errors import DiskFull, StoreDamaged, StoreProblem
from artistguard.messages import Problem
from artistguard.server import intake
from artistguard.server.app import build
from artistguard.server.metrics import Counters
from tests.suites.registry_makers import Clock, Sender, declared, opened
from tests.suites.served import Said

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path)
    yield made
    made.close()


async def ask(
    application: Any, method: str, path: str, pieces: Sequence[bytes | float] = (b"",), host: str = "127.0.0.1"
) -> Said:
    """One request by the rules of ASGI; a number among the pieces is a pause in seconds."""

    async def arrive() -> AsyncIterator[dict[str, Any]]:
        for number, piece in enumerate(pieces):
            if isinstance(piece, float):
                await asyncio.sleep(piece)
                continue
            yield {"type": "http.request", "body": piece, "more_body": number < len(pieces) - 1}
        yield {"type": "http.disconnect"}

    coming = arrive()
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return await anext(coming)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"x")],
        "client": (host, 5),
        "server": ("x", 80),
        "state": {},
    }
    await application(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Said(sent[0]["status"], headers, b"".join(each.get("body", b"") for each in sent[1:]))


class Broken:
    """A ledger of which one method fails."""

    def __init__(self, ledger: Ledger, name: str, problem: Exception) -> None:
        self._ledger = ledger
        self._name = name
        self._problem = problem

    def __getattr__(self, name: str) -> Any:
        if name != self._name:
            return getattr(self._ledger, name)

        def fail(*_: object) -> None:
            raise self._problem

        return fail


def fails(ledger: Ledger, path: str, name: str, problem: Exception, caplog: pytest.LogCaptureFixture) -> Problem:
    application = build(Broken(ledger, name, problem))  # type: ignore[arg-type]
    said = asyncio.run(ask(application, "GET", path))
    told = msgspec.json.decode(said.body, type=Problem)
    assert (said.status, b"secret" in said.body) == (told.status, False)
    caplog.clear()
    return told


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (StoreProblem("/secret/place cannot be read"), 503),
        (StoreDamaged("/secret/place is damaged"), 503),
        (DiskFull("/secret/place is full"), 507),
        (RuntimeError("secret"), 500),
        (KeyError("secret"), 500),
        (RecursionError("secret"), 500),
        (MemoryError("secret"), 500),
    ],
)
@pytest.mark.parametrize(
    ("path", "name"), [("/v1/works/x", "work"), ("/v1/records/x", "record"), ("/works/x", "work"), ("/", "checkpoint")]
)
def test_nothing_of_the_inside_is_shown(
    ledger: Ledger, path: str, name: str, problem: Exception, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    assert fails(ledger, path, name, problem, caplog).status == status


def test_what_went_wrong_is_told_to_the_operator(ledger: Ledger, caplog: pytest.LogCaptureFixture) -> None:
    application = build(Broken(ledger, "work", RuntimeError("secret")))  # type: ignore[arg-type]
    asyncio.run(ask(application, "GET", "/v1/works/x"))
    (record,) = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert record.name == "artistguard.server"
    assert record.exc_info is not None
    caplog.clear()


def test_not_ready_where_the_ledger_fails(ledger: Ledger, caplog: pytest.LogCaptureFixture) -> None:
    assert fails(ledger, "/readyz", "checkpoint", StoreProblem("gone"), caplog).code == "not-ready"
    assert asyncio.run(ask(build(ledger), "GET", "/readyz")).status == 200


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1", 200), ("::1", 200), ("203.0.113.9", 403), ("", 403)])
def test_figures_are_for_this_computer(ledger: Ledger, host: str, status: int) -> None:
    assert asyncio.run(ask(build(ledger), "GET", "/metrics", host=host)).status == status


def test_what_comes_in_pieces_is_put_together(ledger: Ledger) -> None:
    clock = Clock()
    body = msgspec.json.encode(Sender(ledger, clock).sealed([declared("a")]))
    pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
    said = asyncio.run(ask(build(ledger), "POST", "/v1/claims", pieces))
    assert said.status == 200
    assert len(ledger.entries(0, 9)) == 1


def test_what_comes_too_slowly_is_given_up(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_PATIENCE_SECONDS", 0.2)
    dripping = [b"{", 0.05] * 40
    said = asyncio.run(ask(build(ledger), "POST", "/v1/check", dripping))
    assert said.status == 408
    assert said.json["code"] == "too-slow"


def test_what_comes_fast_may_take_longer_than_the_patience(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "_PATIENCE_SECONDS", 0.2)
    steady = [b" " * 20_000, 0.05] * 10 + [b"null"]
    said = asyncio.run(ask(build(ledger), "POST", "/v1/check", steady))
    assert said.status == 400  # read to its end, and only then found to be none


def test_large_bodies_wait_for_one_another(ledger: Ledger) -> None:
    application = build(ledger)
    body = [b" " * (1 << 20), b" " * 10, b"null"]

    async def many() -> list[Said]:
        return await asyncio.gather(*(ask(application, "POST", "/v1/check", body) for _ in range(6)))

    assert [said.status for said in asyncio.run(many())] == [400] * 6


def test_a_sender_who_goes_away(ledger: Ledger) -> None:
    class Gone:
        async def __call__(self) -> dict[str, str]:
            return {"type": "http.disconnect"}

    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/claims",
        "headers": [],
        "query_string": b"",
        "root_path": "",
        "state": {},
        "http_version": "1.1",
        "scheme": "http",
        "client": None,
        "server": None,
        "asgi": {"version": "3.0"},
    }
    asyncio.run(build(ledger)(scope, Gone(), send))  # type: ignore[arg-type]
    assert sent[0]["status"] == 400


def test_counters_are_printed_as_prometheus_reads_them() -> None:
    counters = Counters()
    counters.count("artistguard_requests_total", part="v1", status="200")
    counters.count("artistguard_requests_total", 2, status="200", part="v1")
    counters.count("artistguard_items_checked_total", 7)
    rows = counters.text({"artistguard_log_entries": 3}).splitlines()
    assert 'artistguard_requests_total{part="v1",status="200"} 3' in rows
    assert "artistguard_items_checked_total 7" in rows
    assert rows[-2:] == ["# TYPE artistguard_log_entries gauge", "artistguard_log_entries 3"]
