"""What the server answers over real HTTP: success, and every kind of nonsense."""

from __future__ import annotations

import re
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.messages import Answers, Item, Problem, Question, SubmissionAnswer
from artistguard.registry.client import Client
from artistguard.server.openapi import document
from artistguard.transparency.checkpoint import NoteKey, open_checkpoint
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.receipt import Receipt
from artistguard.transparency.tiles import entries_path, unbundle
from tests.suites.registry_makers import declared, drafted, key, sha, work
from tests.suites.registry_suite import Counter
from tests.suites.served import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.suites.served import Said

pytestmark = pytest.mark.network

SIZE = 300


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server with some statements in it."""
    with served(tmp_path_factory.mktemp("server")) as running:
        counter = Counter(Client(running.address), running.clock)
        counter.receipts(*sign_batch([drafted(str(number)) for number in range(SIZE)], key()))
        yield running


@pytest.fixture
def counter(server: Served) -> Counter:
    made = Counter(Client(server.address), server.clock)
    made.taken = time.monotonic_ns()  # every envelope differs from those of other tests
    return made


def problem(said: Said, status: int, code: str | None = None) -> Problem:
    assert said.status == status, said
    assert said.headers["content-type"].startswith("application/json")
    told = msgspec.json.decode(said.body, type=Problem)
    assert told.status == status
    assert told.message
    assert b"Traceback" not in said.body
    assert code is None or told.code == code
    return told


def test_the_same_headers_everywhere(server: Served) -> None:
    for path in ("/", "/v1/registry", "/log/checkpoint", "/nothing", "/openapi.json", "/works/x", "/state", "/counts"):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "cache-control" in headers


def test_deliveries_and_questions_are_json(server: Served, counter: Counter) -> None:
    said = server.ask("POST", "/v1/claims", msgspec.json.encode(counter.envelope([declared("single")])))
    assert said.status == 200
    (item,) = msgspec.json.decode(said.body, type=SubmissionAnswer).items
    assert isinstance(item, Receipt)
    question = Question((Item({"sha256": sha("single")}),))
    said = server.ask("POST", "/v1/check", msgspec.json.encode(question))
    assert said.status == 200
    assert len(msgspec.json.decode(said.body, type=Answers).items[0].matches) == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/v1", 404),
        ("GET", "/v1/works", 404),
        ("GET", "/v1/works/a/b", 404),
        ("GET", "/v1/works/" + "a" * 300, 400),
        ("GET", "/v1/works/%00", 400),
        ("GET", "/works/%0d%0a", 400),
        ("GET", "/v1/claims", 405),
        ("PUT", "/v1/claims", 405),
        ("DELETE", "/v1/registry", 405),
        ("POST", "/", 405),
        ("GET", "/log/", 404),
        ("GET", "/log/nothing", 404),
        ("GET", "/log/growth/", 404),
        ("GET", "/log/growth/x/0", 404),
        ("GET", "/log/growth/0/-1", 404),
        ("GET", "/log/growth/0x1/1", 404),
        ("GET", "/log/growth/٣/٣", 404),
        ("GET", "/log/growth/0/" + "9" * 18, 404),
        ("GET", "/log/growth/0/" + "9" * 5000, 404),
        ("GET", "/log/tile/0/001", 404),  # not full yet
        ("GET", "/log/tile/0/001.p/255", 404),  # longer than the log
        ("GET", "/log/tile/0/1", 404),
        ("GET", "/log/tile/64/000", 404),
        ("GET", "/log/tile/0/000.p/0", 404),
        ("GET", "/log/tile/0/000.p/256", 404),
        ("GET", "/log/tile/0/000/..%2f..%2fsecret", 404),
        ("GET", "/log/../../etc/passwd", 404),
        ("GET", "/log/" + "tile/" * 500, 404),
        ("GET", "/openapi.yaml", 404),
        ("GET", "/schema", 404),
    ],
)
def test_unknown_places(server: Served, method: str, path: str, status: int) -> None:
    problem(server.ask(method, quoted(path)), status)


def quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/%.")


NONSENSE = {
    "nothing": b"",
    "half": b'{"cover":',
    "no object": b"[]",
    "null": b"null",
    "no text": b'{"cover":"\xff"}',
    "deep": b'{"cover":' * 100_000,
    "deeper": b"[" * 900_000,
    "other types": b'{"cover":{},"signature":5,"statements":{}}',
    "unknown field": b'{"cover":{},"signature":"","statements":[],"more":1}',
    "a number": b"1" * 100_000,
    "an infinity": b"1e999999",
    "a byte order mark": b"\xef\xbb\xbf{}",
    "not a submission": b'{"items":[]}',
}


@pytest.mark.parametrize("body", NONSENSE.values(), ids=NONSENSE.keys())
@pytest.mark.parametrize("path", ["/v1/claims", "/v1/check"])
def test_bodies_that_are_none(server: Served, path: str, body: bytes) -> None:
    problem(server.ask("POST", path, body), 400, "malformed")


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1000), st.integers(0, 255), st.booleans())
def test_a_spoiled_delivery_is_refused(server: Served, counter: Counter, place: int, byte: int, cut: bool) -> None:
    whole = msgspec.json.encode(counter.envelope([declared("0")]))
    place = place * (len(whole) - 1) // 1000
    body = whole[:place] if cut else whole[:place] + bytes([byte]) + whole[place + 1 :]
    said = server.ask("POST", "/v1/claims", body)
    if said.status == 200:
        assert body == whole or b"refusal" in said.body or b"receipt" in said.body
    else:
        assert said.status in {400, 403, 409, 421}
        problem(said, said.status)


def test_each_refusal_of_a_whole_delivery_has_its_status(server: Served, counter: Counter) -> None:
    def deliver(submission: object) -> Said:
        return server.ask("POST", "/v1/claims", msgspec.json.encode(submission))

    signed = [declared("0")]
    once = counter.envelope(signed)
    assert deliver(once).status == 200
    counter.taken -= 1  # the same nonce, and something else inside
    assert problem(deliver(counter.envelope([declared("1")])), 409, "replayed").remedy
    assert problem(deliver(counter.envelope(signed, origin="other.example/log")), 421, "origin").remedy
    late = counter.clock().replace(year=2027)
    assert "clock" in problem(deliver(counter.envelope(signed, at=late)), 400, "clock").remedy
    broken = msgspec.structs.replace(counter.envelope(signed), signature=once.signature)
    problem(deliver(broken), 400, "signature")


def test_what_is_announced_too_large_is_refused_unread(server: Served) -> None:
    parts = urlsplit(server.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
        wire.sendall(b"POST /v1/claims HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n{")
        assert wire.recv(65536).startswith(b"HTTP/1.1 413")


def test_more_than_a_statement_needs_is_not_taken_in_one_piece(server: Served, counter: Counter) -> None:
    def endless() -> Iterator[bytes]:
        yield msgspec.json.encode(counter.envelope([declared("0")]))
        for _ in range(200):
            yield b" " * 65536

    try:
        said = server.ask("POST", "/v1/claims", endless())
    except OSError:
        return  # the server stopped listening, which is as well
    problem(said, 413, "too-large")


def test_a_statement_with_as_much_enclosed_as_is_allowed(counter: Counter) -> None:
    for extra, well in ((500_000, True), (530_000, False)):
        signed = declared(f"long {extra}", chromaprint_v1="A" * extra, other_v1="B" * extra)
        (item,) = counter.send(signed).items
        assert isinstance(item, Receipt) is well


def test_the_log_is_published_as_tiles(server: Served) -> None:
    note = server.get("/log/checkpoint")
    origin_key = NoteKey.parse(server.get("/v1/registry").json["key"])
    size = open_checkpoint(note.body.decode(), origin_key).size
    assert note.headers["content-type"] == "text/plain; charset=utf-8"
    assert note.headers["cache-control"] == "no-cache"
    full = server.get("/log/tile/0/000")
    assert len(full.body) == 256 * 32
    assert full.headers["cache-control"] == "public, max-age=31536000, immutable"
    part = server.get(f"/log/tile/0/001.p/{size - 256}")
    assert len(part.body) == (size - 256) * 32
    assert part.headers["cache-control"] == full.headers["cache-control"]  # it may go, and never changes
    for path, whole in (("/log/tile/0/000", full), ("/log/checkpoint", note)):
        tag = whole.headers["etag"]
        again = server.ask("GET", path, headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        assert server.ask("GET", path, headers={"If-None-Match": '"other"'}).body == whole.body
    entries = unbundle(server.get("/log/tile/entries/000").body)
    assert [leaf_hash(each) for each in entries] == [full.body[at : at + 32] for at in range(0, 8192, 32)]
    assert unbundle(server.get(f"/log/{entries_path(1, 3)}").body)[0] == entry(
        sign_batch([drafted(str(number)) for number in range(SIZE)], key())[256]
    )
    assert len(server.get("/log/tile/1/000.p/1").body) == 32
    assert server.get("/log/tile/0/000").headers["content-type"] == "application/octet-stream"


def test_health_and_figures(server: Served) -> None:
    assert server.get("/healthz").body == b"alive\n"
    assert server.get("/readyz").body == b"ready\n"
    server.get("/nothing")
    said = server.get("/metrics")
    assert said.headers["content-type"].startswith("text/plain; version=0.0.4")
    rows = said.body.decode().splitlines()
    for row in rows:
        assert re.fullmatch(r"# (HELP|TYPE) .+|[a-z_]+(\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\})? \d+", row), row
    values = dict(row.rsplit(" ", 1) for row in rows if not row.startswith("#"))
    assert int(values["artistguard_statements_confirmed_total"]) >= SIZE
    assert int(values["artistguard_log_entries"]) >= SIZE
    assert int(values['artistguard_requests_total{part="other",status="404"}']) >= 1
    assert len(rows) < 100  # strangers' paths make no new rows


def test_openapi_describes_every_address(server: Served) -> None:
    told = server.get("/openapi.json").json
    assert server.get("/openapi.json").body == document()
    assert told["openapi"].startswith("3.1")
    assert "/v1/claims" in told["paths"]
    references = set(re.findall(r"#/components/schemas/(\w+)", document().decode()))
    assert references <= set(told["components"]["schemas"])
    assert "\\Z" not in document().decode()
    for path, methods in told["paths"].items():
        filled = (
            path.replace("{urn}", work("0"))
            .replace("{old}/{new}", "0/1")
            .replace("{level}", "0")
            .replace("{tile}", "000")
            .replace("{name}/{prefix}", "sha256/abcd")
        )
        for method in methods:
            said = server.ask(method.upper(), filled)
            assert said.status != 405, path
            assert b"There is nothing at this address" not in said.body, path


@pytest.mark.parametrize(
    "raw",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET  HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /v1/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 100_000 + b"\r\n",
    ],
    ids=range(11),
)
def test_what_is_hardly_http_hurts_nobody(server: Served, raw: bytes) -> None:
    parts = urlsplit(server.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
        try:
            wire.sendall(raw)
            wire.shutdown(socket.SHUT_WR)
            answer = wire.recv(65536)
        except OSError:
            answer = b""
    assert b"Traceback" not in answer
    assert b" 500 " not in answer.split(b"\r\n")[0]
    assert server.get("/readyz").status == 200


def test_a_body_that_breaks_off_hurts_nobody(server: Served) -> None:
    parts = urlsplit(server.address)
    for _ in range(5):
        with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
            wire.sendall(b"POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{")
    assert server.get("/readyz").status == 200
    assert server.process.poll() is None
