"""How long a batch of 10,000 works takes over HTTP, from signed statements to checked receipts.

``python tests/benchmarks/batches.py [COUNT]``; prints seconds for signing, for delivering and for checking, beside the
same works in deliveries of one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from artistguard.claims.signing import sign_batch
from artistguard.claims.statement import entry
from artistguard.registry.client import Client
from artistguard.transparency.receipt import Receipt, check
from tests.suites.registry_makers import declared, drafted, key, sha
from tests.suites.registry_suite import Counter
from tests.suites.served import served

ONES = 200


def main(count: int) -> None:
    """Measure and tell."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        counter = Counter(Client(server.address), server.clock)
        begun = time.perf_counter()
        signed = sign_batch([drafted(f"{number}", pdq_v1=sha(f"pdq {number}")) for number in range(count)], key())
        ready = time.perf_counter()
        answer = counter.send(*signed)
        answered = time.perf_counter()
        for item, each in zip(answer.items, signed, strict=True):
            assert isinstance(item, Receipt)
            check(item, entry(each), counter.key)
        checked = time.perf_counter()
        for number in range(ONES):
            counter.receipts(declared(f"one {number}"))
        ones = (time.perf_counter() - checked) / ONES
    sys.stdout.write(
        f"{count} works: signed in {ready - begun:.2f} s, delivered with receipts in {answered - ready:.2f} s, "
        f"checked in {checked - answered:.2f} s; one by one {ones * 1000:.1f} ms a work, "
        f"{ones * count / (answered - ready):.0f} times as long\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
