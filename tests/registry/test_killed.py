"""A server killed in the middle of a large batch: the outbox goes on, and each work ends with exactly one receipt."""

from __future__ import annotations

import os
import random
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.errors import Unreachable
from artistguard.jobs.deliver import deliver
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.registry.client import Client
from artistguard.store import open_store
from artistguard.store.outbox import Posting
from artistguard.transparency.receipt import check
from tests.registry.test_lying import Victim
from tests.suites.registry_makers import Clock, drafted, key, opened
from tests.suites.served import ORIGIN, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.claims.envelope import Submission
    from artistguard.jobs.deliver import Delivery
    from artistguard.messages import SubmissionAnswer
    from tests.suites.served import Served

pytestmark = pytest.mark.network

WORKS = int(os.environ.get("ARTISTGUARD_WORKS", "1500"))
"""In one batch; 10,000 for the long form."""
ROUNDS = int(os.environ.get("ARTISTGUARD_ROUNDS", "1"))
"""How often to kill at a moment by chance; more for the long form."""


def entries(folder: Path) -> int:
    """How long the log is on the disk, whoever is alive."""
    storage = SqliteStorage(folder / "ledger.db")
    try:
        with storage.reading() as rows:
            return rows.size()
    finally:
        storage.close()


class Telling(Client):
    """Tells when it begins to send a batch."""

    def __init__(self, address: str, begun: threading.Event) -> None:
        super().__init__(address)
        self._begun = begun

    def _batch(self, submission: Submission) -> SubmissionAnswer:
        self._begun.set()
        return super()._batch(submission)


@contextmanager
def killer(server: Served, wait: Callable[[], object]) -> Iterator[None]:
    """Kills a server after waiting for something."""

    def strike() -> None:
        wait()
        server.process.kill()

    thread = threading.Thread(target=strike)
    thread.start()
    try:
        yield
    finally:
        thread.join()
        server.process.wait(30)


def written(server: Served) -> None:
    """Wait until the batch is in the log, which is before it is answered."""
    deadline = time.monotonic() + 30
    while entries(server.folder) == 0 and time.monotonic() < deadline:
        time.sleep(0.002)


def under_way(begun: threading.Event, seconds: float) -> None:
    """Wait until a batch is being sent, and a moment longer."""
    begun.wait(30)
    begun.clear()
    time.sleep(seconds)


def everything_waits(victim: Victim, delivery: Delivery) -> None:
    assert isinstance(delivery.waiting, Unreachable)
    assert delivery.confirmed == []
    assert delivery.refused == {}
    assert victim.store.outbox.count(Posting.WAITING) == WORKS


def test_each_work_ends_with_exactly_one_receipt(tmp_path: Path) -> None:
    signed = sign_batch([drafted(str(number)) for number in range(WORKS)], key())
    moments, begun = random.Random(20261122), threading.Event()
    home = tmp_path / "registry"
    with open_store() as store:
        victim = Victim(store, Clock())
        studio = replace(victim.studio, connect=lambda there: Telling(there, begun))
        with served(home) as server:
            address, port = server.address, urlsplit(server.address).port or 0
            victim.write(*signed, to=(address,))
            with killer(server, lambda: under_way(begun, 0.02)):
                everything_waits(victim, deliver(studio, address))
            assert entries(home) in {0, WORKS}
        with served(home, port=port) as server, killer(server, lambda: written(server)):
            deliver(studio, address)
        assert entries(home) == WORKS  # a batch is in the log whole or not at all
        killed = 0
        while killed < ROUNDS and store.outbox.count(Posting.WAITING):
            begun.clear()
            with served(home, port=port) as server, killer(server, lambda: under_way(begun, moments.uniform(0, 0.3))):
                deliver(studio, address)
            killed += 1
        with served(home, port=port):
            assert deliver(studio, address).waiting is None
            assert deliver(studio, address).confirmed == []  # nothing is left to be sent
        assert store.outbox.count(Posting.WAITING) == store.outbox.count(Posting.REFUSED) == 0
        ledger = opened(home, origin=ORIGIN)
        places = set()
        for one in signed:
            (receipt,) = victim.receipts(one)
            check(receipt, entry(one), ledger.key)
            places.add(receipt.index)
        assert places == set(range(WORKS))
        assert entries(home) == WORKS
        assert ledger.fsck().findings == ()
        ledger.close()
