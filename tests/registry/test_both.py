"""One suite against the registry in this process and against one over HTTP, and both beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.claims.signing import sign_batch
from artistguard.messages import Item, Question
from artistguard.registry.client import Client
from tests.suites.registry_makers import Clock, declared, drafted, key, opened, sha, withdrawn, work
from tests.suites.registry_suite import Counter, RegistrySuite
from tests.suites.served import ORIGIN, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class TestInProcess(RegistrySuite):
    @pytest.fixture
    def counter(self, tmp_path: Path) -> Iterator[Counter]:
        clock = Clock()
        ledger = opened(tmp_path, clock)
        yield Counter(ledger, clock)
        ledger.close()


@pytest.mark.network
class TestOverHttp(RegistrySuite):
    @pytest.fixture
    def counter(self, tmp_path: Path) -> Iterator[Counter]:
        with served(tmp_path) as server:
            client = Client(server.address)
            yield Counter(client, server.clock)
            client.close()


@pytest.mark.network
def test_both_say_the_same_of_one_ledger(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        client = Client(server.address)
        ledger = opened(tmp_path, server.clock, origin=ORIGIN)
        there, here = Counter(client, server.clock), Counter(ledger, server.clock)
        here.taken = 1000  # so that the two use different envelopes
        there.receipts(*sign_batch([drafted(str(number)) for number in range(300)], key()))
        here.receipts(declared("here", payload_sha256=sha("x")), withdrawn(declared("2")))
        question = Question(
            tuple(Item({"sha256": sha(name)}, distinctive=True) for name in ("2", "3", "here", "no")), True
        )
        assert client.describe() == ledger.describe()
        assert client.checkpoint() == ledger.checkpoint()
        assert client.check(question) == ledger.check(question)
        for name in ("1", "2", "here", "no"):
            assert client.work(work(name)) == ledger.work(work(name))
        record = declared("here", payload_sha256=sha("x")).statement.record  # type: ignore[union-attr]
        assert client.record(record) == ledger.record(record)
        for size in (0, 1, 255, 256, 257, 300, 302):
            assert client.growth(size, 302) == ledger.growth(size, 302)
        assert client.entries(250, 302) == ledger.entries(250, 302)
        ledger.close()
        client.close()
