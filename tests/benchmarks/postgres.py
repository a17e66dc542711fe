"""How fast a registry in PostgreSQL is: ``python tests/benchmarks/postgres.py [COUNT …]``.

First what tests/benchmarks/ledger.py measures, with the server's own synchronisation of the disk. Then look-ups of
similar codes among each COUNT (100,000 if none is given): by trying the values of their bands, by looking at each,
beside the segments of a registry in SQLite, and up to 100,000 beside pgvector's HNSW index, which is asked for the
nearest and can miss some: its recall is told.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from sqlalchemy import make_url

from artistguard.ledger.index.postgres import PostgresShelf
from artistguard.ledger.index.shelf import suited
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.opening import open_storage
from tests.benchmarks.ledger import RUNS
from tests.suites.index_suite import SPACE, clustered, evenly, near
from tests.suites.postgres import server
from tests.suites.registry_makers import LOG, Clock

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Shelf
    from tests.suites.postgres import PostgresServer

ASKED = 60
LARGEST_GRAPH = 100_000
TUNED = {"fsync": "on", "shared_buffers": "1GB", "maintenance_work_mem": "1GB", "max_wal_size": "8GB"}


class Codes:
    """What an index reads of a ledger."""

    def __init__(self, codes: NDArray[np.uint8]) -> None:
        self._codes = codes

    def size(self) -> int:
        return len(self._codes)

    def codes(self, space: str, start: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        found = self._codes[start : start + most] if space == SPACE else self._codes[:0]
        return np.arange(start, start + len(found), dtype=np.int64), found


def say(what: str, figure: str) -> None:
    print(f"  {what:<62} {figure}", flush=True)  # noqa: T201 - its purpose


def measure(name: str, shelf: Shelf, rows: Codes, asked: NDArray[np.uint8], radius: int) -> set[tuple[int, int]]:
    """Fill, ask one by one and all at once; the pairs found."""
    start = time.perf_counter()
    shelf.search(rows, SPACE, asked[:1], radius)
    filled = time.perf_counter() - start
    waits = []
    for code in asked:
        start = time.perf_counter()
        shelf.search(rows, SPACE, code[np.newaxis], radius)
        waits.append(1000 * (time.perf_counter() - start))
    start = time.perf_counter()
    hits = shelf.search(rows, SPACE, asked, radius)
    rate = len(asked) / (time.perf_counter() - start)
    middle, late = np.percentile(waits, [50, 95])
    say(
        f"{name}, radius {radius}",
        f"p50 {middle:.1f} ms, p95 {late:.1f} ms; {rate:,.0f}/s together; {filled:.1f} s until the first answer",
    )
    return set(zip(hits.queries.tolist(), hits.places.tolist(), strict=True))


def graph(
    running: PostgresServer, codes: NDArray[np.uint8], asked: NDArray[np.uint8], truth: set[tuple[int, int]]
) -> None:
    """pgvector: build, ask for the nearest hundred, keep what is near enough."""
    database = running.make_database()
    with running.connect(database) as connection:
        connection.execute("CREATE EXTENSION vector")
        connection.execute("CREATE TABLE c (place bigint, code bit(256))")
        with connection.cursor() as cursor, cursor.copy("COPY c FROM STDIN") as copy:
            for place, code in enumerate(codes):
                copy.write_row((place, _text(code)))
        start = time.perf_counter()
        connection.execute("CREATE INDEX ON c USING hnsw (code bit_hamming_ops)")
        built = time.perf_counter() - start
        connection.execute("SET hnsw.ef_search = 100")
        waits, found = [], set()
        for number, code in enumerate(asked):
            start = time.perf_counter()
            rows = connection.execute(
                f"SELECT place, code <~> '{_text(code)}' AS d FROM c ORDER BY d LIMIT 100".encode()
            ).fetchall()
            waits.append(1000 * (time.perf_counter() - start))
            found |= {(number, place) for place, distance in rows if distance <= 31}
    middle, late = np.percentile(waits, [50, 95])
    recall = len(found & truth) / len(truth)
    say(
        "pgvector HNSW, ef_search 100, radius 31",
        f"p50 {middle:.1f} ms, p95 {late:.1f} ms; recall {recall:.4f}; {built:.1f} s to build",
    )


def _text(code: NDArray[np.uint8]) -> str:
    return (np.unpackbits(code) + ord("0")).tobytes().decode()


def similar(running: PostgresServer, count: int, folder: str) -> None:
    """Half of the codes drawn evenly, half in families whose bits are unequally likely."""
    source = np.random.default_rng(20261122)
    codes = np.concatenate([evenly(source, count - count // 2), clustered(source, count // 2)])
    asked = near(codes[source.integers(0, count, ASKED)], source, 31)
    rows = Codes(codes)
    print(f"{count:,} codes of 256 bits", flush=True)  # noqa: T201
    shelves: dict[str, Shelf] = {
        "PostgreSQL, in bands": PostgresShelf(make_url(_ready(running)), {SPACE: 40}),
        "PostgreSQL, every code": PostgresShelf(make_url(_ready(running)), {SPACE: 96}),
        "segments beside SQLite": suited(Path(folder)),
    }
    truth: set[tuple[int, int]] | None = None
    for name, shelf in shelves.items():
        for radius in (31, 40, 75):
            found = measure(name, shelf, rows, asked, radius)
            if radius == 31:
                truth = truth or found
                assert found == truth
        shelf.close()
    if count <= LARGEST_GRAPH:
        graph(running, codes, asked, truth or set())


def _ready(running: PostgresServer) -> str:
    url = running.url()
    open_storage(url).close()
    return url


def main(*counts: str) -> None:
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (others may be using the machine)")  # noqa: T201
    with server(**TUNED) as running:
        for run in RUNS.values():
            clock = Clock()
            with closing(Ledger.open(open_storage(running.url()), LOG, clock=clock)) as ledger:
                run(ledger, clock)
        for count in map(int, counts or ("100000",)):
            with tempfile.TemporaryDirectory() as folder:
                similar(running, count, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
