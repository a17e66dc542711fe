"""Starting, ending and being killed: what was acknowledged is never lost, and what was begun is ended."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader

from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.errors import ArtistGuardError, Unreachable
from artistguard.registry.client import Client
from artistguard.transparency.checkpoint import check_growth, decode64, open_checkpoint
from artistguard.transparency.merkle import leaf_hash
from artistguard.transparency.receipt import Receipt, check
from tests.suites.registry_makers import as_lines, declared, drafted, key, opened
from tests.suites.registry_suite import Counter
from tests.suites.served import ORIGIN, ROOT, served

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.network

ROUNDS = int(os.environ.get("ARTISTGUARD_ROUNDS", "4"))
"""How often to kill; a few hundred for the long form."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ended_in_order(tmp_path: Path, number: signal.Signals) -> None:
    with served(tmp_path) as server:
        Counter(Client(server.address), server.clock).receipts(declared("a"))
        assert server.stop(number) == "closed\n"
        assert server.process.returncode == 0
        with pytest.raises(Unreachable):
            Client(server.address).describe()
    ledger = opened(tmp_path, origin=ORIGIN)
    assert ledger.fsck().sound
    ledger.close()


def test_a_delivery_that_is_under_way_is_answered_before_the_end(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        client = Client(server.address)
        counter = Counter(client, server.clock)
        envelope = counter.envelope(sign_batch([drafted(str(number)) for number in range(3000)], key()))
        body = as_lines(envelope)
        parts = urlsplit(server.address)
        with socket.create_connection((parts.hostname, parts.port), timeout=60) as wire:
            head = f"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
            wire.sendall(head.encode() + b"Connection: close\r\nExpect: 100-continue\r\n\r\n")
            assert wire.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"  # it is under way now
            wire.sendall(body)
            server.process.send_signal(signal.SIGTERM)
            answer = b""
            while piece := wire.recv(1 << 20):
                answer += piece
        assert answer.startswith(b"HTTP/1.1 200")
        assert answer.count(b"artistguard-receipt-v1") == 3000
        assert b"artistguard-batch-end-v1" in answer
        assert server.process.wait(60) == 0


def test_an_idle_connection_does_not_hold_up_the_end(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        parts = urlsplit(server.address)
        with socket.create_connection((parts.hostname, parts.port), timeout=60) as idle:
            idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            assert idle.recv(65536).startswith(b"HTTP/1.1 200")
            # A server that waited for it would not end before the patience of `stop` does.
            assert "closed" in server.stop()


def read_by_another_program(folder: Path) -> int:
    """How many entries a killed server had published; every file that the checkpoint speaks of is there and fits."""
    reader = TilesReader(LocalBackend(folder))
    checkpoint = reader.get_checkpoint()
    assert reader.calculate_root_hash() == checkpoint.root_hash
    for index in range(checkpoint.size):
        reader.get_inclusion_proof(index, checkpoint.size).check(
            leaf_hash(reader.get_entry(index)), checkpoint.root_hash
        )
    return int(checkpoint.size)


def test_killed_between_deliveries_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    moments = random.Random(20261122)
    receipts: dict[str, Receipt] = {}
    notes: list[str] = []
    published: list[int] = []
    number = 0
    for round_number in range(ROUNDS):
        with served(tmp_path) as server:
            client = Client(server.address)
            counter = Counter(client, server.clock)
            counter.taken = round_number * 1_000_000
            killer = threading.Timer(moments.random() * 0.4, server.process.kill)
            try:
                while True:
                    names = [f"{number + at}" for at in range(moments.choice([1, 2, 7]))]
                    answer = counter.send(*(declared(name) for name in names))
                    notes.append(answer.checkpoint)
                    for name, item in zip(names, answer.items, strict=True):
                        assert isinstance(item, Receipt)
                        receipts[name] = item
                    number += len(names)
                    # However slow the machine is, at least one delivery was acknowledged by then.
                    if killer.ident is None:
                        killer.start()
            except Unreachable:
                assert server.process.wait(60) == -signal.SIGKILL
            finally:
                killer.join()
        published.append(read_by_another_program(tmp_path / "published"))
    assert len(receipts) >= ROUNDS
    assert published == sorted(published)
    assert published[-1] > 0
    ledger = opened(tmp_path, origin=ORIGIN)
    for name, receipt in receipts.items():
        check(receipt, entry(declared(name)), ledger.key)
        assert ledger.entries(receipt.index, receipt.index + 1) == (entry(declared(name)),)
    newest = open_checkpoint(ledger.checkpoint(), ledger.key)
    for note in notes:
        old = open_checkpoint(note, ledger.key)
        check_growth(old, newest, [decode64(step, "step") for step in ledger.growth(old.size, newest.size).path])
    assert ledger.fsck().findings == ()
    ledger.close()


def test_what_was_not_acknowledged_is_sent_again_without_harm(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        counter = Counter(Client(server.address), server.clock)
        (before,) = counter.receipts(declared("a"))
        server.kill()
        with pytest.raises(ArtistGuardError):
            counter.send(declared("a"))
    with served(tmp_path) as server:
        counter = Counter(Client(server.address), server.clock)
        counter.taken = 100
        (after,) = counter.receipts(declared("a"))
        assert (after.index, after.received) == (before.index, before.received)


def test_two_servers_and_a_process_share_one_ledger(tmp_path: Path) -> None:
    with served(tmp_path) as first, served(tmp_path) as second:
        ledger = opened(tmp_path, first.clock, origin=ORIGIN)
        places = set()
        for number in range(12):
            registry = [Client(first.address), Client(second.address), ledger][number % 3]
            counter = Counter(registry, first.clock)  # type: ignore[arg-type]
            counter.taken = number
            (receipt,) = counter.receipts(declared(str(number)))
            places.add(receipt.index)
        assert places == set(range(12))
        assert ledger.fsck().sound
        ledger.close()


def test_importing_the_server_warns_of_nothing() -> None:
    code = "import artistguard.server.running, artistguard.server.app"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
