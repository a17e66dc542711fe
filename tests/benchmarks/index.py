"""How fast similar codes are found, beside peers: ``python tests/benchmarks/index.py [CODES [FOLDER]]``.

The codes are made from a seed: 40 % even, 40 % from 96 hidden quantities with unequally likely bits (as codes of
pictures are), 20 % families of ten within some bits of one another. Half of what is asked for are stored codes with up
to the radius of bits flipped, half was never stored. Every engine runs in a process of its own, one after another, so
that its memory is its own; its answers are compared with those of faiss IndexBinaryFlat, which looks at every code.
Figures of one run may be compared, those of different runs hardly.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

RADIUS = 31
EVIDENCE = 40
ASKED = 1000
FEW = 40
BATCHES = (1, 16, 256)
FOR_GRAPHS = 20_000
"""More codes than that take usearch minutes to add."""
ENGINES = ("faiss", "numpy", "ours", "usearch")


def codes(count: int) -> NDArray[np.uint8]:
    source = np.random.default_rng(20261122)
    even, hidden = int(0.4 * count), int(0.8 * count)
    made = source.integers(0, 256, (count, 32), dtype=np.uint8)
    weights = source.standard_normal((96, 256)).astype(np.float32)
    lean = 4 * source.standard_normal(256).astype(np.float32)
    for start in range(even, hidden, 100_000):
        some = source.standard_normal((min(hidden, start + 100_000) - start, 96)).astype(np.float32)
        made[start : start + len(some)] = np.packbits(some @ weights + lean > 0, axis=1)
    families = made[hidden:]
    families[:] = np.repeat(families[::10], 10, axis=0)[: len(families)]
    flip(families, source, 10)
    return made[source.permutation(count)]


def flip(some: NDArray[np.uint8], source: np.random.Generator, most: int) -> None:
    """Flip up to so many bits of each code."""
    number = source.integers(0, most + 1, len(some))
    for turn in range(most):
        rows = np.flatnonzero(number > turn)
        bits = source.integers(0, 256, len(rows))
        some[rows, bits // 8] ^= (1 << (bits % 8)).astype(np.uint8)


def asked(stored: NDArray[np.uint8]) -> NDArray[np.uint8]:
    source = np.random.default_rng(7)
    found = source.integers(0, 256, (ASKED, 32), dtype=np.uint8)
    found[::2] = stored[source.integers(0, len(stored), ASKED // 2)]
    flip(found[::2], source, RADIUS)
    return found


def memory() -> float:
    """Most memory that this process has had, mapped files with it, MB (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def timed(search: Callable[[NDArray[np.uint8]], Any], some: NDArray[np.uint8], size: int) -> dict[str, float]:
    search(some[:size])
    taken = []
    for start in range(0, len(some) - size + 1, size):
        begun = time.perf_counter()
        search(some[start : start + size])
        taken.append(time.perf_counter() - begun)
    milliseconds = np.array(taken) * 1000
    return {
        "per_second": size * len(taken) / sum(taken),
        "p50_ms": float(np.percentile(milliseconds, 50)),
        "p95_ms": float(np.percentile(milliseconds, 95)),
    }


def pairs(queries: Any, places: Any) -> list[list[int]]:
    return sorted([int(query), int(place)] for query, place in zip(queries, places, strict=True))


def ours(folder: Path, build: bool) -> dict[str, Any]:
    from artistguard.ledger.index.segments import SegmentIndex

    index = SegmentIndex(folder / "ours")
    if build:
        stored = np.load(folder / "codes.npy", mmap_mode="r")
        batches = (
            (np.arange(at, min(len(stored), at + 100_000)), stored[at : at + 100_000])
            for at in range(0, len(stored), 100_000)
        )
        begun = time.perf_counter()
        index.add(batches, len(stored))
        index.close()
        return {"build_s": time.perf_counter() - begun, "build_memory_mb": memory()}
    before = memory()
    begun = time.perf_counter()
    assert index.covers
    view = index.view()
    opened = time.perf_counter() - begun
    some = np.load(folder / "asked.npy")
    first = time.perf_counter()
    view.search(some[:1], RADIUS)
    told: dict[str, Any] = {"open_ms": 1000 * opened, "first_ms": 1000 * (time.perf_counter() - first)}
    for size in BATCHES:
        told[f"batch {size}"] = timed(lambda codes: view.search(codes, RADIUS), some, size)
    told[f"radius {EVIDENCE}, batch 16"] = timed(lambda codes: view.search(codes, EVIDENCE), some[:160], 16)
    hits = view.search(some, RADIUS)
    told |= {"answers": pairs(hits.queries, hits.places), "memory_mb": memory(), "memory_before_mb": before}
    index.close()
    return told


def faiss(folder: Path, build: bool) -> dict[str, Any]:
    import faiss as engine

    if build:
        return {}
    stored, some = np.load(folder / "codes.npy"), np.load(folder / "asked.npy")
    index = engine.IndexBinaryFlat(256)
    index.add(stored)
    del stored
    told: dict[str, Any] = {}
    for size in (1, 16):
        told[f"batch {size}"] = timed(lambda codes: index.range_search(codes, RADIUS + 1), some[:FEW], size)
    limits, _, places = index.range_search(some, RADIUS + 1)
    return told | {
        "answers": pairs(np.repeat(np.arange(len(some)), np.diff(limits.astype(np.int64))), places),
        "memory_mb": memory(),
    }


def numpy(folder: Path, build: bool) -> dict[str, Any]:
    if build:
        return {}
    stored, some = np.load(folder / "codes.npy").view(np.uint64), np.load(folder / "asked.npy").view(np.uint64)

    def plain(codes: NDArray[np.uint64]) -> list[NDArray[np.int64]]:
        return [
            np.flatnonzero(np.bitwise_count(stored ^ code).sum(axis=1, dtype=np.uint16) <= RADIUS) for code in codes
        ]

    return {"batch 1": timed(plain, some[:FEW], 1), "memory_mb": memory()}


def usearch(folder: Path, build: bool) -> dict[str, Any]:
    """Approximate, so its recall is told."""
    from iscc_usearch import NphdIndex

    if build:
        return {}
    stored, some = np.load(folder / "codes.npy"), np.load(folder / "asked.npy")
    if len(stored) > FOR_GRAPHS:
        return {}
    index = NphdIndex(max_dim=256)
    begun = time.perf_counter()
    index.add(np.arange(len(stored), dtype=np.uint64), stored)
    built = time.perf_counter() - begun
    told: dict[str, Any] = {"build_s": built, "batch 1": timed(lambda codes: index.search(codes, 20), some[:200], 1)}
    found = [(at, int(key)) for at, code in enumerate(some) for key in index.search(code, 20).keys]
    return told | {"nearest": found, "memory_mb": memory()}


def run(engine: str, folder: Path, step: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, "--engine", engine, step, str(folder)], capture_output=True, check=False, text=True
    )
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"code {done.returncode}"}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(count: int, folder: Path) -> None:
    print(f"{count:,} codes of 256 bits, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")  # noqa: T201
    stored = codes(count)
    np.save(folder / "codes.npy", stored)
    np.save(folder / "asked.npy", asked(stored))
    del stored
    truth: list[list[int]] | None = None
    base = 0.0
    for engine in ENGINES:
        told = run(engine, folder, "build") | run(engine, folder, "ask")
        answers = told.pop("answers", None)
        if answers is not None:
            truth = truth or answers
            told["same answers"] = answers == truth
            told["pairs"] = len(answers)
        nearest = told.pop("nearest", None)
        if nearest is not None and truth:
            held = {tuple(pair) for pair in nearest}
            told["recall"] = sum(tuple(pair) in held for pair in truth) / len(truth)
        rate = told.get("batch 16", told.get("batch 1", {})).get("per_second", 0.0)
        base = base or rate
        told["times the first"] = rate / base if base else 0.0
        print(f"{engine}: load {os.getloadavg()[0]:.1f}")  # noqa: T201
        for name, value in told.items():
            print(f"    {name:<24} {_said(value)}")  # noqa: T201


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_said(each)}" for name, each in value.items())
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--engine"]:
        engine = {"ours": ours, "faiss": faiss, "numpy": numpy, "usearch": usearch}[sys.argv[2]]
        json.dump(engine(Path(sys.argv[4]), sys.argv[3] == "build"), sys.stdout)
    else:
        with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as place:
            main(int(float(sys.argv[1])) if len(sys.argv) > 1 else 1_000_000, Path(place))
