"""A log that is copied from nothing but its files, and the copy as a registry that answers and takes nothing."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from artistguard.errors import Distrusted, Refused
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.mirror import Mirror
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.messages import Card, Item, Question
from artistguard.network.door import Door
from artistguard.registry.client import Client
from artistguard.registry.log import LogFiles
from tests.ledger.test_mirror import ORIGIN, filled
from tests.suites.program import Program
from tests.suites.registry_makers import Clock, Sender, declared, key, opened, sha, work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.network


class Quiet(http.server.SimpleHTTPRequestHandler):
    """The web server of the standard library, which knows nothing of us."""

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@contextmanager
def host(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path / "true", Clock(), origin=ORIGIN)
    yield made
    made.close()


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqliteStorage]:
    made = SqliteStorage(tmp_path / "copy.db")
    yield made
    made.close()


def test_a_plain_host_is_enough(ledger: Ledger, storage: SqliteStorage, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    publisher = Publisher(ledger.storage, ledger.key, folder)
    with host(folder) as address:
        source = LogFiles(Door(address))
        for count in (3, 250, 3, 300):
            filled(ledger, count, f"{count} {ledger.checkpoint()} ")
            publisher.publish()
            followed = Mirror(storage, ledger.key, source, Clock()).follow()
            with storage.reading() as ours, ledger.storage.reading() as theirs:
                assert followed.size == theirs.size()
                assert ours.entries(0, 600) == theirs.entries(0, 600)


def test_where_a_partial_bundle_is_gone_the_full_one_serves(
    ledger: Ledger, storage: SqliteStorage, tmp_path: Path
) -> None:
    """The checkpoint was read, or kept by a cache, before the bundle was full."""
    folder = tmp_path / "published"
    publisher = Publisher(ledger.storage, ledger.key, folder)
    filled(ledger, 200)
    publisher.publish()
    early = (folder / "checkpoint").read_bytes()
    filled(ledger, 100, "more ")
    publisher.publish()
    assert not (folder / "tile/entries/000.p").exists()
    (folder / "checkpoint").write_bytes(early)
    with host(folder) as address:
        source = LogFiles(Door(address))
        assert Mirror(storage, ledger.key, source, Clock()).follow().size == 200
        shutil.rmtree(folder / "tile/entries")
        with pytest.raises(Refused):
            source.entries(0, 200)


def test_a_host_that_cuts_a_bundle_is_not_believed(ledger: Ledger, storage: SqliteStorage, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    filled(ledger, 5)
    Publisher(ledger.storage, ledger.key, folder).publish()
    path = folder / "tile/entries/000.p/5"
    whole = path.read_bytes()
    with host(folder) as address:
        source = LogFiles(Door(address))
        for broken in (whole[:-1], whole + whole, b"", b"<html>"):
            path.write_bytes(broken)
            with pytest.raises(Distrusted):
                Mirror(storage, ledger.key, source, Clock()).follow()
        path.write_bytes(whole)
        assert Mirror(storage, ledger.key, source, Clock()).follow().size == 5


def test_a_copy_answers_and_takes_nothing(ledger: Ledger, storage: SqliteStorage) -> None:
    signed = declared("a")
    Sender(ledger, Clock()).send(signed)
    Mirror(storage, ledger.key, ledger, Clock()).follow()
    copy = Ledger.copied(storage, clock=Clock())
    question = Question((Item({"sha256": sha("a")}, distinctive=True),), receipts=True)
    assert copy.check(question) == ledger.check(question)
    assert copy.work(work("a")) == ledger.work(work("a"))
    assert copy.checkpoint() == ledger.checkpoint()
    with pytest.raises(Refused, match=f"this is a copy of {ORIGIN}"):
        Sender(copy, Clock(), key("bob")).send(declared("b", by=key("bob")))
    with pytest.raises(Refused, match="this is a copy"):
        list(copy.load(ledger.export()))
    with pytest.raises(Refused, match="cannot sign"):
        copy.attest(b"something")


def test_the_program_mirrors_a_plain_host_and_serves_the_copy(ledger: Ledger, tmp_path: Path) -> None:
    folder, home = tmp_path / "published", tmp_path / "home"
    Sender(ledger, Clock()).send(declared("a"))
    Publisher(ledger.storage, ledger.key, folder).publish()
    program = Program(home, tmp_path)
    card = tmp_path / "card.json"
    card.write_bytes(msgspec.json.encode(Card("https://registry.example", ORIGIN, str(ledger.key))))
    store = ("--store", f"sqlite:///{tmp_path}/copy.sqlite")
    with host(folder) as address:
        assert "1 entries" in program("registry", "mirror", str(card), "--from", address, *store).out
        Sender(ledger, Clock(), key("bob")).send(declared("b", by=key("bob")))
        Publisher(ledger.storage, ledger.key, folder).publish()
        assert "2 entries" in program("registry", "mirror", str(card), "--from", address, *store).out
    process = program.start("registry", "serve", *store, "--port", "0")
    try:
        assert process.stderr is not None
        assert f"This is a copy of {ORIGIN}" in process.stderr.readline()
        client = Client(process.stderr.readline().partition(" is open at ")[2].partition(";")[0])
        assert client.checkpoint() == ledger.checkpoint()
        assert client.work(work("b")).answer == ledger.work(work("b")).answer
        with pytest.raises(Refused, match=f"deliver to {ORIGIN} itself"):
            client.submit(Sender(ledger, Clock(datetime.now(UTC))).sealed([declared("c")]))
    finally:
        process.kill()
        process.communicate()
    assert "2 entries" in program("registry", "fsck", *store).out
