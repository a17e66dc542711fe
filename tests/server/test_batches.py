"""Batches over real HTTP: taken whole, in parts, twice, and not at all."""

from __future__ import annotations

import itertools
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
import pytest

from artistguard.claims.envelope import Seal, check_cover
from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.errors import Distrusted, Unreachable
from artistguard.messages import BatchEnd, BatchState, Problem, Refusal
from artistguard.registry.client import Client
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import Receipt, check
from tests.suites.registry_makers import as_lines, declared, drafted, key
from tests.suites.registry_suite import Counter
from tests.suites.served import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.claims.envelope import Submission
    from tests.suites.served import Said

pytestmark = pytest.mark.network

LINES = {"Content-Type": "application/x-ndjson"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("batches")) as running:
        yield running


@pytest.fixture
def counter(server: Served) -> Counter:
    made = Counter(Client(server.address), server.clock)
    made.taken = time.monotonic_ns()
    return made


def batch(counter: Counter, name: str, count: int) -> Submission:
    return counter.envelope(sign_batch([drafted(f"{name} {number}") for number in range(count)], key()))


def number_of(submission: Submission) -> str:
    return Seal(submission.cover, submission.signature).id


def post(server: Served, body: bytes, start: int = 0, **headers: str) -> Said:
    return server.ask("POST", f"/v1/batches?from={start}", body, LINES | headers)


def told(said: Said) -> tuple[list[Receipt | Refusal], BatchEnd]:
    assert said.status == 200, said
    assert said.headers["content-type"].startswith("application/x-ndjson")
    *items, end = msgspec.json.Decoder(Receipt | Refusal | BatchEnd).decode_lines(said.body)
    assert isinstance(end, BatchEnd)
    return items, end  # type: ignore[return-value]


def received(server: Served, submission: Submission) -> int:
    state = msgspec.json.decode(server.get(f"/v1/batches/{number_of(submission)}").body, type=BatchState)
    assert state.id == number_of(submission)
    return state.received


def break_off(server: Served, submission: Submission, after: int) -> None:
    """Send some statements and half of another, and go away."""
    lines = as_lines(submission).splitlines(keepends=True)
    part = b"".join(lines[: after + 1]) + lines[after + 1][:100]
    parts = urlsplit(server.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
        head = f"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Length: {len(as_lines(submission))}\r\n\r\n"
        wire.sendall(head.encode() + part)
    deadline = time.monotonic() + 120
    while received(server, submission) < after and time.monotonic() < deadline:
        time.sleep(0.02)


def test_a_batch_is_answered_line_by_line_with_receipts_that_hold(server: Served, counter: Counter) -> None:
    submission = batch(counter, "whole", 700)
    items, end = told(post(server, as_lines(submission)))
    assert len(items) == 700
    for item, signed in zip(items, submission.statements, strict=True):
        assert isinstance(item, Receipt)
        check(item, entry(signed), counter.key)
    assert end.conflicts == ()
    assert {each.signature for each in submission.statements} == {submission.statements[0].signature}


def test_the_same_batch_again_gets_the_same_receipts(server: Served, counter: Counter) -> None:
    submission = batch(counter, "twice", 20)
    first, second = (post(server, as_lines(submission)) for _ in range(2))
    assert first.body == second.body


def test_a_refused_item_stands_among_the_others(server: Served, counter: Counter) -> None:
    good, bad = declared("among good"), declared("among bad")
    forged = msgspec.structs.replace(bad, signature=good.signature)
    items, _ = told(post(server, as_lines(counter.envelope([good, forged, declared("among more")]))))
    assert [type(item) for item in items] == [Receipt, Refusal, Receipt]


@pytest.mark.parametrize("parts", [(30, 31), (1, 59), (59,), (7, 8, 9, 40)])
def test_an_upload_that_broke_off_goes_on_where_it_stopped(
    server: Served, counter: Counter, parts: tuple[int, ...]
) -> None:
    submission = batch(counter, f"broken {parts}", 60)
    whole = as_lines(submission).splitlines(keepends=True)
    break_off(server, submission, parts[0])
    assert received(server, submission) == parts[0]
    for before, now in itertools.pairwise(parts):
        said = post(server, whole[0] + b"".join(whole[before + 1 : now + 1]), before)
        assert said.status == 400  # told that some are missing, and keeps what came
        assert received(server, submission) == now
    server.clock.forward(minutes=30)  # longer than an envelope is fresh: it was opened in time
    items, _ = told(post(server, whole[0] + b"".join(whole[parts[-1] + 1 :]), parts[-1]))
    assert [type(item) for item in items] == [Receipt] * 60
    assert received(server, submission) == 0  # nothing is kept of what is whole


def test_an_upload_is_kept_for_a_day(server: Served, counter: Counter) -> None:
    submission = batch(counter, "late", 10)
    break_off(server, submission, 4)
    server.clock.forward(hours=25)
    assert received(server, submission) == 0


def test_what_came_is_not_what_was_sealed(server: Served, counter: Counter) -> None:
    submission = batch(counter, "sealed", 5)
    swapped = msgspec.structs.replace(submission, statements=submission.statements[::-1])
    problem(post(server, as_lines(swapped)), 400, "signature")
    short = as_lines(submission).splitlines(keepends=True)[:4]
    problem(post(server, b"".join(short)), 400, "unfinished")
    problem(post(server, b"".join(short), 4), 409, "gap")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "malformed"),
        (b"\n", 400, "malformed"),
        (b"{}\n", 400, "malformed"),
        (b"[" * 9000, 400, "malformed"),
        (b" " * 100_000, 400, "malformed"),
        (b'{"cover":{"type":"artistguard-submission-v1"},', 400, "malformed"),
    ],
)
def test_nothing_is_taken_without_a_signed_cover(server: Served, body: bytes, status: int, code: str) -> None:
    problem(post(server, body), status, code)


@pytest.mark.parametrize("start", ["-1", "x", "1e3", "999999", "٣"])
def test_a_start_that_is_no_number(server: Served, start: str) -> None:
    from urllib.parse import quote

    problem(server.ask("POST", f"/v1/batches?from={quote(start)}", b"", LINES), 400, "malformed")


def test_a_cover_opens_only_its_own_registry_and_only_for_what_it_announces(server: Served, counter: Counter) -> None:
    elsewhere = counter.envelope([declared("0")], origin="other.example/log")
    problem(post(server, as_lines(elsewhere) + b" " * 50_000), 421, "origin")
    old = counter.envelope([declared("0")], at=server.clock().replace(year=2020))
    problem(post(server, as_lines(old)), 400, "clock")
    few = as_lines(counter.envelope([declared("0")]))
    problem(post(server, few + b" " * (2 << 20)), 413, "too-large")
    forged = msgspec.structs.replace(counter.envelope([declared("0")]), signature=elsewhere.signature)
    problem(post(server, as_lines(forged)), 400, "signature")
    check_cover(elsewhere)


def test_a_line_that_is_no_statement_is_named_and_nothing_is_taken(server: Served, counter: Counter) -> None:
    submission = batch(counter, "broken line", 3)
    whole = as_lines(submission).splitlines(keepends=True)
    problem(post(server, b"".join([*whole[:2], b"{}\n", whole[3]])), 400, "malformed")
    assert counter.registry.record(submission.statements[0].statement.record).claims == ()  # type: ignore[union-attr]


def test_a_named_batch_is_done_once(server: Served, counter: Counter) -> None:
    name = {"Idempotency-Key": f'"{time.monotonic_ns()}"'}
    signed = sign_batch([drafted(f"named {number}") for number in range(3)], key())
    first, _ = told(post(server, as_lines(counter.envelope(signed)), **name))
    second, _ = told(post(server, as_lines(counter.envelope(signed)), **name))
    assert [each.index for each in first] == [each.index for each in second]  # type: ignore[union-attr]
    problem(post(server, as_lines(batch(counter, "another", 3)), **name), 409, "replayed")
    problem(post(server, as_lines(counter.envelope(signed)), **{"Idempotency-Key": "x" * 300}), 400, "malformed")


class Broken:
    """A door that breaks some requests off half-way."""

    def __init__(self, client: Client, server: Served, breaks: list[int]) -> None:
        self._door = client._door
        self._server = server
        self._breaks = breaks
        self.starts: list[str] = []
        self.address = self._door.address

    def post(self, path: str, body: bytes, most: int, media: str = "") -> bytes:
        self.starts.append(path)
        if not self._breaks:
            return self._door.post(path, body, most, media)
        lines = body.splitlines(keepends=True)
        keep = self._breaks.pop(0)
        said = self._server.ask("POST", path, b"".join(lines[: keep + 1]), LINES)
        raise Unreachable(f"broken off; {said.status}")

    def get(self, path: str, most: int) -> bytes:
        return self._door.get(path, most)


def test_the_client_goes_on_where_it_broke_off_and_gives_up_where_nothing_moves(
    server: Served, counter: Counter
) -> None:
    submission = batch(counter, "client", 1200)
    client = Client(server.address)
    client._door = door = Broken(client, server, [500, 300])  # type: ignore[assignment]
    answer = client.submit(submission)
    assert [type(item) for item in answer.items] == [Receipt] * 1200
    assert door.starts == ["/v1/batches?from=0", "/v1/batches?from=500", "/v1/batches?from=800"]
    stuck = Client(server.address)
    stuck._door = Broken(stuck, server, [0, 0])  # type: ignore[assignment]
    with pytest.raises(Unreachable):
        stuck.submit(batch(counter, "stuck", 1200))


def test_an_answer_that_broke_off_is_none(server: Served, counter: Counter) -> None:
    submission = batch(counter, "cut", 1200)
    said = post(server, as_lines(submission))
    client = Client(server.address)
    for cut in (said.body.splitlines(keepends=True)[:-1], said.body.splitlines(keepends=True)[1:]):
        with pytest.raises((Unreachable, Distrusted), match=r"broke off|answers 1199 of 1200"):
            client._batch_answer(b"".join(cut), 1200)
    assert NoteKey.parse(client.describe().key) == counter.key


def problem(said: Said, status: int, code: str) -> None:
    assert said.status == status, said
    assert msgspec.json.decode(said.body, type=Problem).code == code
