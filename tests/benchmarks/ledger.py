"""How fast the embedded registry takes statements and answers: ``python tests/benchmarks/ledger.py [FOLDER]``.

Prints one line for each figure. Signing is done beforehand; everything a registry does is counted: checking every
signature, placing, hashing, synchronising the disk, signing the checkpoint, and making the receipts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

import numpy as np

from artistguard.claims.signing import sign_batch
from artistguard.ledger.index.scan import ScanIndex
from artistguard.messages import Item, Question
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import Clock, Sender, declared, drafted, key, opened, sha

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from artistguard.ledger.ledger import Ledger

SINGLE = 500
BATCH = 10_000
THREADS = 16


def say(what: str, count: int, seconds: float) -> None:
    print(f"{what:<58} {count / seconds:>10,.0f}/s   ({count} in {seconds:.2f} s)")  # noqa: T201 - its purpose


def single(ledger: Ledger, clock: Clock) -> None:
    sender = Sender(ledger, clock)
    sealed = [sender.sealed([declared(f"single {number}")]) for number in range(SINGLE)]
    start = time.perf_counter()
    for each in sealed:
        sender.ledger.submit(each)
    say("single statements, one after another, durable", SINGLE, time.perf_counter() - start)


def together(ledger: Ledger, clock: Clock) -> None:
    senders = [Sender(ledger, clock, key(str(number))) for number in range(THREADS)]
    sealed = [[s.sealed([declared(f"{n} {number}")]) for number in range(100)] for n, s in enumerate(senders)]
    threads = [
        threading.Thread(target=lambda mine=mine: [ledger.submit(each) for each in mine])  # type: ignore[misc]
        for mine in sealed
    ]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    say(f"single statements, {THREADS} threads at once, durable", THREADS * 100, time.perf_counter() - start)


def batches(ledger: Ledger, clock: Clock) -> None:
    sender = Sender(ledger, clock)
    for what, statements in {
        "signed one by one": [declared(f"one {number}") for number in range(BATCH)],
        "signed once": sign_batch([drafted(f"batch {number}") for number in range(BATCH)], key()),
    }.items():
        sealed = sender.sealed(statements)
        start = time.perf_counter()
        answer = sender.ledger.submit(sealed)
        say(f"a batch of {BATCH:,} {what}, with receipts", BATCH, time.perf_counter() - start)
        assert all(isinstance(item, Receipt) for item in answer.items)
    items = tuple(Item({"sha256": sha(f"one {number}")}) for number in range(BATCH))
    start = time.perf_counter()
    found = sender.ledger.check(Question(items))
    say(f"exact look-ups, {BATCH:,} in one question", BATCH, time.perf_counter() - start)
    assert all(each.matches for each in found.items)
    start = time.perf_counter()
    for number in range(SINGLE):
        sender.ledger.check(Question((items[number],)))
    say("exact look-ups, one after another", SINGLE, time.perf_counter() - start)
    start = time.perf_counter()
    assert sender.ledger.fsck().sound
    say("entries checked from the ground (fsck)", 2 * BATCH, time.perf_counter() - start)


def similar() -> None:
    source = np.random.default_rng(1)
    for count in (50_000, 1_000_000):
        codes = source.integers(0, 256, (count, 32), dtype=np.uint8)
        index = ScanIndex()
        index.add([(np.arange(count, dtype=np.int64), codes)], count)
        asked = codes[source.integers(0, count, 50)]
        start = time.perf_counter()
        assert len(index.view().search(asked, 31).places) >= 50
        say(f"similar codes, 256 bit, radius 31, among {count:,}", 50, time.perf_counter() - start)


RUNS: Mapping[str, Callable[[Ledger, Clock], None]] = {"single": single, "together": together, "batches": batches}


def main(folder: str | None = None) -> None:
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (others may be using the machine)")  # noqa: T201
    with tempfile.TemporaryDirectory(dir=folder) as place:
        for name, run in RUNS.items():
            (Path(place) / name).mkdir()
            clock = Clock()
            run(opened(Path(place) / name, clock), clock)
    similar()


if __name__ == "__main__":
    main(*sys.argv[1:])
