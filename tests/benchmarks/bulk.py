"""How fast a registry answers in bulk, here and over HTTP: ``python tests/benchmarks/bulk.py``.

Prints one line for each figure, and for those over HTTP the share of an answer that does nothing (``/healthz``), since
server and load generator (wrk, where it is installed) share the machine.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import msgspec

from artistguard.claims.signing import sign_batch
from artistguard.ledger.bulk.snapshot import Snapshot
from artistguard.ledger.bulk.wholesale import Wholesale
from artistguard.messages import Item, Question
from tests.suites.registry_makers import Clock, Sender, drafted, key, opened, sha
from tests.suites.served import ORIGIN, served

if TYPE_CHECKING:
    from artistguard.ledger.ledger import Ledger
    from tests.suites.served import Served

WORKS = 20_000
BATCH = 10_000
SHARES = {"all registered": 1, "one in a hundred registered": 100, "none registered": 0}


def say(what: str, rate: float, more: str = "") -> None:
    print(f"{what:<58} {rate:>10,.0f}/s   {more}")  # noqa: T201 - its purpose


def question(every: int) -> Question:
    """Ten thousand digests, every so many of which are registered."""
    names = (f"{number}" if every and number % every == 0 else f"other {number}" for number in range(BATCH))
    return Question(tuple(Item({"sha256": sha(name)}) for name in names))


def timed(call: object, *arguments: object) -> float:
    start = time.perf_counter()
    call(*arguments)  # type: ignore[operator]
    return time.perf_counter() - start


def here(ledger: Ledger, folder: Path) -> None:
    with (folder / "snapshot").open("wb") as target:
        say("entries written into a snapshot", WORKS / timed(Wholesale(ledger).snapshot, target))
    start = time.perf_counter()
    snapshot = Snapshot(folder / "snapshot", ledger.key)
    say("snapshots opened, every digest compared", 1 / (time.perf_counter() - start))
    for share, every in SHARES.items():
        asked = question(every)
        say(f"items in bulk, {share}", BATCH / timed(ledger.check, asked))
        say(f"  in a snapshot, {share}", BATCH / timed(snapshot.check, asked))
    single = question(1).items[:1000]
    say("exact look-ups singly", len(single) / timed(lambda: [ledger.check(Question((item,))) for item in single]))


def over_http(server: Served, folder: Path) -> None:
    for share, every in SHARES.items():
        body = msgspec.json.encode(question(every))
        say(f"over HTTP: items in bulk, {share}", BATCH / timed(server.ask, "POST", "/v1/check", body))
    if not shutil.which("wrk"):
        return
    script = folder / "check.lua"
    body = msgspec.json.encode(Question((Item({"sha256": sha("1")}),))).decode()
    script.write_text(f"wrk.method = 'POST'\nwrk.body = '{body}'\n")
    idle = wrk(server, "/healthz")
    for what, rate in {
        "over HTTP: nothing (/healthz)": idle,
        "over HTTP: exact look-ups singly": wrk(server, "/v1/check", "-s", str(script)),
        "over HTTP: one range": wrk(server, "/v1/range/sha256/abcde"),
    }.items():
        say(what, rate, f"{100 * rate / idle:.0f} % of nothing")


def wrk(server: Served, path: str, *more: str) -> float:
    command = ["wrk", "-t1", "-c32", "-d5", *more, server.address + path]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found
    assert "Non-2xx" not in said
    return float(found[1])


def main() -> None:
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (others may be using the machine)")  # noqa: T201
    with tempfile.TemporaryDirectory() as place:
        folder, clock = Path(place), Clock()
        ledger = opened(folder, clock, origin=ORIGIN)
        sender = Sender(ledger, clock)
        for first in range(0, WORKS, BATCH):
            drafts = [drafted(str(number), pdq_v1=sha(f"code {number}")) for number in range(first, first + BATCH)]
            sender.send(*sign_batch(drafts, key()))
        here(ledger, folder)
        ledger.close()
        with served(folder) as server:
            over_http(server, folder)


if __name__ == "__main__":
    main()
