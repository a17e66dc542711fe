"""Taking a registry along over real HTTP, and registries that lie about it."""

from __future__ import annotations

import io
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Distrusted, Refused, Unreachable, UsageProblem
from artistguard.ledger.bulk.changes import bring_up_to_date
from artistguard.ledger.bulk.snapshot import Snapshot
from artistguard.messages import Answer, Item, Question
from artistguard.registry.bulk import BulkClient, Ranged
from artistguard.registry.client import Client
from artistguard.terms import Choice
from tests.suites.registry_makers import declared, sha, withdrawn
from tests.suites.registry_suite import Counter
from tests.suites.served import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.messages.bulk import SignedManifest

pytestmark = pytest.mark.network


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "server") as running:
        yield running


def newest(client: BulkClient) -> SignedManifest:
    deadline = time.monotonic() + 120
    while True:
        try:
            return client.manifest()
        except Unreachable:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_snapshot_is_taken_and_brought_up_to_date(server: Served, tmp_path: Path) -> None:
    counter = Counter(Client(server.address), server.clock)
    first = declared("a")
    counter.receipts(first, declared("b", choice=Choice.ASK))
    client = BulkClient(server.address)
    manifest = newest(client).manifest
    with (tmp_path / "old").open("wb") as target:
        client.snapshot(manifest, target)
    old = Snapshot(tmp_path / "old", counter.key)
    counter.receipts(withdrawn(first), declared("c"))
    with (tmp_path / "new").open("wb") as target:
        bring_up_to_date(target, old, list(client.changes(2)), manifest.made)
    question = Question(tuple(Item({"sha256": sha(name)}) for name in "abcd"))
    assert Snapshot(tmp_path / "new", counter.key, own=True).check(question) == Client(server.address).check(question)
    assert [each.lines for each in client.changes(4)] == [()]
    with pytest.raises(Refused):
        list(client.changes(5))
    client.close()


def test_a_digest_is_looked_up_without_telling_it(server: Served) -> None:
    Counter(Client(server.address), server.clock).receipts(declared("a", payload_sha256=sha("p")))
    client = BulkClient(server.address)
    assert client.ranged("sha256", sha("a")) == Ranged(Answer.RESERVED, Choice.SEARCH_ONLY)
    assert client.ranged("payload_sha256", sha("p")) == Ranged(Answer.RESERVED, Choice.SEARCH_ONLY)
    assert client.ranged("sha256", sha("b")) == Ranged(Answer.UNKNOWN, None)
    with pytest.raises(Refused):
        client.ranged("md5", sha("a"))
    for digest in ("", "x" * 64, sha("a").upper(), sha("a")[:-1]):
        with pytest.raises(UsageProblem):
            client.ranged("sha256", digest)


@contextmanager
def saying(body: bytes) -> Iterator[BulkClient]:
    """A registry that answers everything with the same bytes."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is told."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield BulkClient(f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff", b"[" * 10_000, b'{"manifest": {}}'])
def test_manifests_that_are_none(body: bytes) -> None:
    with saying(body) as client, pytest.raises(Distrusted):
        client.manifest()


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"after": 1, "size": 1, "lines": [], "checkpoint": "", "known": []}',  # of another size
        b'{"after": 0, "size": 5, "lines": [], "checkpoint": "", "known": []}',  # without what it counts
        b'{"after": 0, "size": 0, "lines": [], "checkpoint": ""}',  # for ever
    ],
)
def test_changes_that_are_none(body: bytes) -> None:
    with saying(body) as client, pytest.raises(Distrusted):
        list(client.changes(0))


def test_ranges_that_are_none() -> None:
    rest = sha("a")[5:].encode()
    for body in (
        b"\xff",
        b"\n",
        rest + b"\n",
        rest + b" maybe\n",
        rest + b" reserved never\n",
        (rest + b" reserved\n") * 2,
    ):
        with saying(body) as client, pytest.raises(Distrusted):
            client.ranged("sha256", sha("a"))


def test_a_snapshot_longer_than_its_manifest_is_not_taken(server: Served) -> None:
    manifest = newest(BulkClient(server.address)).manifest
    with saying(bytes(4 << 20)) as client, pytest.raises(Distrusted):
        client.snapshot(manifest, io.BytesIO())
