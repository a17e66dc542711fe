"""A registry in PostgreSQL while processes and the server itself are killed: nothing acknowledged is lost, no fork."""

from __future__ import annotations

import os
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.statement import entry
from artistguard.errors import StoreProblem
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.opening import open_storage
from artistguard.transparency.receipt import Receipt, check
from tests.suites.postgres import server
from tests.suites.registry_makers import LOG, Clock, Sender, declared, key
from tests.suites.registry_suite import Counter, RegistrySuite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.claims.statement import SignedStatement
    from tests.suites.postgres import PostgresServer

ROUNDS = int(os.environ.get("ARTISTGUARD_ROUNDS", "3"))
"""How often the server is killed; a few hundred for the long form."""


def opened(url: str, clock: Clock) -> Ledger:
    return Ledger.open(open_storage(url), LOG, clock=clock, origin="registry.example/log")


@pytest.fixture
def url(postgres: PostgresServer, ready: str) -> str:
    return postgres.url(postgres.make_database(ready))


class TestRegistryInPostgres(RegistrySuite):
    @pytest.fixture
    def counter(self, url: str) -> Iterator[Counter]:
        clock = Clock()
        with closing(opened(url, clock)) as ledger:
            yield Counter(ledger, clock)
            assert ledger.fsck().sound


class Courier(threading.Thread):
    """Sends statements one after the other, each again until it is acknowledged.

    Args:
        ledger: Everybody's.
        clock: Its clock.
        name: Whose statements.
    """

    def __init__(self, ledger: Ledger, clock: Clock, name: str) -> None:
        super().__init__()
        self.kept: list[tuple[SignedStatement, Receipt]] = []
        self.failures: list[StoreProblem] = []
        self.done = threading.Event()
        self._by = key(name)
        self._name = name
        self._sender = Sender(ledger, clock, self._by)

    def run(self) -> None:
        number = 0
        while not self.done.is_set():
            signed = declared(f"{self._name} {number}", by=self._by)
            try:
                (receipt,) = self._sender.send(signed).items
            except StoreProblem as problem:
                self.failures.append(problem)
                time.sleep(0.05)
                continue
            assert isinstance(receipt, Receipt)
            self.kept.append((signed, receipt))
            number += 1


def test_the_server_is_killed_again_and_again_under_load() -> None:
    with server() as running:
        clock = Clock()
        with closing(opened(running.url(), clock)) as ledger:
            couriers = [Courier(ledger, clock, name) for name in ("ada", "bob", "cyd")]
            for courier in couriers:
                courier.start()
            for _ in range(ROUNDS):
                before = [len(courier.kept) for courier in couriers]
                while any(len(courier.kept) <= had for courier, had in zip(couriers, before, strict=True)):
                    time.sleep(0.01)
                running.kill()
                time.sleep(0.1)
                running.start()
            before = [len(courier.kept) for courier in couriers]
            while any(len(courier.kept) <= had for courier, had in zip(couriers, before, strict=True)):
                time.sleep(0.01)
            for courier in couriers:
                courier.done.set()
                courier.join()
            kept = [pair for courier in couriers for pair in courier.kept]
            places = sorted(receipt.index for _, receipt in kept)
            assert places == list(range(len(places)))
            for signed, receipt in kept:
                check(receipt, entry(signed), ledger.key)
                assert ledger.entries(receipt.index, receipt.index + 1) == (entry(signed),)
            assert ledger.fsck().findings == ()
            problems = [problem for courier in couriers for problem in courier.failures]
            assert problems
            assert all("whatever was acknowledged is in it" in problem.remedy for problem in problems), problems


def test_a_server_that_is_gone_is_told_and_its_return_noticed() -> None:
    with server() as running:
        clock = Clock()
        with closing(opened(running.url(), clock)) as ledger:
            sender = Sender(ledger, clock)
            sender.send(declared("a"))
            running.stop()
            for ask in (ledger.checkpoint, ledger.fsck, lambda: sender.send(declared("b"))):
                with pytest.raises(StoreProblem, match="does not answer"):
                    ask()
            running.start()
            (receipt,) = sender.send(declared("b")).items
            assert isinstance(receipt, Receipt)
            assert receipt.index == 1
            assert ledger.fsck().sound


def test_the_connection_of_a_writer_is_cut(postgres: PostgresServer, url: str) -> None:
    clock = Clock()
    with closing(opened(url, clock)) as ledger:
        Sender(ledger, clock).send(declared("a"))
        with pytest.raises(StoreProblem, match="does not answer"):
            write_and_be_cut_off(postgres, ledger)
        with ledger.storage.reading() as rows:
            assert rows.setting("half") is None
        Sender(ledger, clock, key("bob")).send(declared("b", by=key("bob")))
        assert ledger.fsck().sound


def write_and_be_cut_off(postgres: PostgresServer, ledger: Ledger) -> None:
    with ledger.storage.writing() as rows:
        rows.put_setting("half", "done")
        with postgres.connect() as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted")
        rows.put_setting("other half", "done")
