"""A registry under load, beside a bare server with the same bodies: ``python tests/benchmarks/load.py [FOLDER]``.

Starts a real registry and a bare Litestar application that only reads the same bodies and answers as many bytes, each
in its own process, and asks both with the same clients in processes of their own. Prints requests a second, the slowest
hundredth, and the ratio of both. Acknowledged means synchronised to the disk and signed. Signing of the deliveries is
done beforehand.
"""

from __future__ import annotations

import http.client
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import msgspec

from artistguard.claims.envelope import seal
from tests.suites.registry_makers import declared, key, seed
from tests.suites.served import ORIGIN, served

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENTS = 64
EACH = int(os.environ.get("ARTISTGUARD_LOAD", "60"))
PROCESSES = 2

BARE = """
import sys
from litestar import Litestar, Request, Response, post
from granian.server.embed import Server
from granian.constants import Interfaces
import asyncio
@post("/v1/claims", status_code=200)
async def echo(request: Request) -> Response:
    body = await request.body()
    return Response((body * 2)[:1100], media_type="application/json")
asyncio.run(Server(Litestar([echo]), port=int(sys.argv[1]), interface=Interfaces.ASGI, log_enabled=False).serve())
"""


def bodies(client: int) -> list[bytes]:
    """What one client sends: a signed statement in a fresh envelope each time."""
    sender = key(f"load {client}")
    found = []
    for number in range(EACH):
        statement = declared(f"{client} {number}", by=sender)
        nonce = seed("load", client, number)[:16]
        envelope = seal([statement], sender, origin=ORIGIN, time="2026-11-22T12:00:00Z", nonce=nonce)
        found.append(msgspec.json.encode(envelope))
    return found


def ask(address: str, some: list[list[bytes]], waits: multiprocessing.Queue[list[float]]) -> None:
    """Several clients in one process, each sending one after another."""
    parts = urlsplit(address)
    took: list[float] = []

    def client(mine: list[bytes]) -> None:
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
        for body in mine:
            begun = time.perf_counter()
            connection.request("POST", "/v1/claims", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            content = answer.read()
            took.append(time.perf_counter() - begun)
            assert answer.status == 200, content
        connection.close()

    threads = [threading.Thread(target=client, args=(mine,)) for mine in some]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waits.put(took)


def measured(what: str, address: str, prepared: list[list[bytes]]) -> float:
    """Ask with all clients at once, and print how it went."""
    waits: multiprocessing.Queue[list[float]] = multiprocessing.Queue()
    parts = [prepared[at::PROCESSES] for at in range(PROCESSES)]
    workers = [multiprocessing.Process(target=ask, args=(address, part, waits)) for part in parts]
    begun = time.perf_counter()
    for worker in workers:
        worker.start()
    took = sorted(wait for _ in workers for wait in waits.get(timeout=600))
    seconds = time.perf_counter() - begun
    for worker in workers:
        worker.join()
    rate = len(took) / seconds
    median, slow = took[len(took) // 2] * 1000, took[int(len(took) * 0.99)] * 1000
    print(f"{what:<48} {rate:>8,.0f}/s   median {median:>6.1f} ms   p99 {slow:>6.1f} ms   ({len(took)})")  # noqa: T201
    return rate


@contextmanager
def bare() -> Iterator[str]:
    port = 18000 + os.getpid() % 1000
    process = subprocess.Popen([sys.executable, "-c", BARE, str(port)])
    try:
        for _ in range(200):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def main(folder: str | None = None) -> None:
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (others may be using the machine)")  # noqa: T201
    prepared = [bodies(client) for client in range(CLIENTS)]
    with bare() as address:
        echo = measured("a bare server, the same bodies", address, prepared)
    with tempfile.TemporaryDirectory(dir=folder) as place, served(Path(place) / "registry") as server:
        claims = measured(f"single claims, {CLIENTS} clients, durable", server.address, prepared)
    print(f"the registry does {claims / echo:.2f} of what the bare server does")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
