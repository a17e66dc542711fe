"""How much may be sent, where an operator sets other bounds than usual."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
import pytest

from artistguard.messages import Item, Problem, Question
from artistguard.registry.client import Client
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import as_lines, declared
from tests.suites.registry_suite import Counter
from tests.suites.served import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.suites.served import Said

pytestmark = pytest.mark.network

BATCH = 1 << 20
QUESTION = 2048
CONFIGURATION = f"[bodies]\nbatch = {BATCH}\nquestion = {QUESTION}\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("bodies"), configuration=CONFIGURATION) as running:
        yield running


@pytest.fixture
def counter(server: Served) -> Counter:
    made = Counter(Client(server.address), server.clock)
    made.taken = time.monotonic_ns()
    return made


def too_large(said: Said, most: int) -> None:
    problem = msgspec.json.decode(said.body, type=Problem)
    assert (said.status, problem.code) == (413, "too-large")
    assert str(most) in problem.message


def announced(server: Served, length: int) -> bytes:
    """What is said to a batch of which nothing but its length has come."""
    parts = urlsplit(server.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
        wire.sendall(f"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n".encode())
        return wire.recv(65536)


def question(length: int) -> bytes:
    """A question of exactly so many bytes."""
    short = msgspec.json.encode(Question((Item({"sha256": "0" * 64}),)))
    return short + b" " * (length - len(short))


@pytest.mark.parametrize("whole", [True, False], ids=["announced", "in pieces"])
def test_a_question(server: Served, whole: bool) -> None:
    def sent(body: bytes) -> Said:
        pieces = (body[at : at + 500] for at in range(0, len(body), 500))
        return server.ask("POST", "/v1/check", body if whole else pieces)

    assert sent(question(QUESTION)).status == 200
    too_large(sent(question(QUESTION + 1)), QUESTION)


def test_a_part_of_a_large_question(server: Served) -> None:
    path = f"/v1/check-jobs/{server.ask('POST', '/v1/check-jobs').json['id']}"
    too_large(server.ask("PUT", path, b" " * (QUESTION + 1)), QUESTION)
    assert "received" not in server.get(path).json
    assert server.ask("PUT", path, b" " * QUESTION).json["received"] == QUESTION


def test_a_batch_in_one_piece_and_in_several(server: Served, counter: Counter) -> None:
    def batch(count: int) -> list[bytes]:
        signed = [declared(f"{counter.taken} {number}", chromaprint_v1="A" * 300_000) for number in range(count)]
        return as_lines(counter.envelope(signed)).splitlines(keepends=True)

    def sent(lines: list[bytes], start: int = 0) -> Said:
        return server.ask("POST", f"/v1/batches?from={start}", b"".join(lines))

    assert sent(batch(3)).status == 200
    assert announced(server, BATCH + 1).startswith(b"HTTP/1.1 413")
    four = batch(4)
    assert sent(four[:4]).json["code"] == "unfinished"
    too_large(sent([four[0], four[4]], 3), BATCH)


def test_a_single_statement_has_its_own_bound(counter: Counter) -> None:
    signed = declared(str(counter.taken), chromaprint_v1="A" * 500_000, other_v1="B" * 500_000)
    assert isinstance(counter.send(signed).items[0], Receipt)
