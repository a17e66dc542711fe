"""Several real processes on one ledger, and processes killed at any moment: nothing acknowledged is lost, no fork."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.statement import entry
from artistguard.transparency.checkpoint import check_growth, decode64, open_checkpoint
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt, check
from tests.suites.registry_makers import Clock, Sender, declared, key, opened

if TYPE_CHECKING:
    from artistguard.ledger.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]

WORKER = """
import sys
from pathlib import Path
import msgspec
sys.path.insert(0, sys.argv[1])
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import Clock, Sender, declared, key, opened

name, first, count, batch = sys.argv[3], int(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6])
clock = Clock()
sender = Sender(opened(Path(sys.argv[2]), clock), clock, key(f"courier {name} {first}"))
for start in range(first, first + count, batch):
    numbers = range(start, min(start + batch, first + count))
    statements = [declared(f"{name} {number}", by=key(name)) for number in numbers]
    for item in sender.send(*statements).items:
        assert isinstance(item, Receipt), item
        sys.stdout.buffer.write(msgspec.json.encode(item) + b"\\n")
    sys.stdout.buffer.flush()
"""


def start(folder: Path, name: str, first: int, count: int, batch: int) -> subprocess.Popen[bytes]:
    arguments = [str(ROOT), str(folder), name, str(first), str(count), str(batch)]
    # Unbuffered, so that a line read early is not lost to `communicate`.
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    )


def received(output: bytes) -> list[Receipt]:
    """Receipts of every whole line; a killed process may leave half of one."""
    return [msgspec.json.decode(line, type=Receipt) for line in output.split(b"\n")[:-1]]


def check_all(ledger: Ledger, receipts: dict[str, Receipt]) -> None:
    """Every receipt holds, and every checkpoint in any of them is of one and the same log."""
    size = open_checkpoint(ledger.checkpoint(), ledger.key).size
    leaves = [leaf_hash(content) for at in range(0, size, 256) for content in ledger.entries(at, at + 256)]
    tree = Leaves(leaves)
    for name, receipt in receipts.items():
        signed = declared(name, by=key(name.split()[0]))
        seen = check(receipt, entry(signed), ledger.key)
        assert seen.root == Proofs(tree, seen.size).root()
        assert leaves[receipt.index] == leaf_hash(entry(signed))
    first = next(r for r in receipts.values() if open_checkpoint(Proof.parse(r.proof).checkpoint, ledger.key).size >= 1)
    old = open_checkpoint(Proof.parse(first.proof).checkpoint, ledger.key)
    newest = open_checkpoint(ledger.checkpoint(), ledger.key)
    check_growth(old, newest, [decode64(step, "step") for step in ledger.growth(old.size, newest.size).path])


def test_four_processes_share_one_log(tmp_path: Path) -> None:
    opened(tmp_path).close()
    workers = {name: start(tmp_path, name, 0, 40, 3) for name in ("ada", "bob", "cyd", "dee")}
    receipts: dict[str, Receipt] = {}
    for name, worker in workers.items():
        output, errors = worker.communicate(timeout=120)
        assert worker.returncode == 0, errors.decode()
        receipts |= {f"{name} {number}": receipt for number, receipt in enumerate(received(output))}
    assert sorted(receipt.index for receipt in receipts.values()) == list(range(160))
    ledger = opened(tmp_path)
    check_all(ledger, receipts)
    assert ledger.fsck().sound


ROUNDS = int(os.environ.get("ARTISTGUARD_ROUNDS", "6"))
"""How often to kill; a few hundred for the long form."""


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    opened(tmp_path).close()
    moments = random.Random(20261122)
    receipts: dict[str, Receipt] = {}
    done = 0
    for _ in range(ROUNDS):
        worker = start(tmp_path, "ada", done, 10_000, moments.choice([1, 2, 7]))
        assert worker.stdout is not None
        first = worker.stdout.readline()  # it is under way now
        time.sleep(moments.random() * 0.2)
        worker.send_signal(signal.SIGKILL)
        output, _ = worker.communicate(timeout=60)
        acknowledged = received(first + output)
        receipts |= {f"ada {done + number}": receipt for number, receipt in enumerate(acknowledged)}
        done += len(acknowledged)
    ledger = opened(tmp_path)
    check_all(ledger, receipts)
    report = ledger.fsck()
    assert report.findings == ()
    assert report.entries >= done >= ROUNDS


def test_what_was_not_acknowledged_is_sent_again_without_harm(tmp_path: Path) -> None:
    clock = Clock()
    ledger = opened(tmp_path, clock)
    sender = Sender(ledger, clock)
    sender.send(declared("a"))
    # The answer was lost on the way; the same statement goes out once more in a new envelope.
    (again,) = sender.send(declared("a")).items
    assert isinstance(again, Receipt)
    assert again.index == 0
    assert len(ledger.entries(0, 9)) == 1
