"""What every engine for similar codes must do; each engine's tests subclass `IndexSuite` and say how to open one.

The measure is always the same: looking at every code, with Python's own integers.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.ledger.index.protocol import Hits, Shelf

SPACE = "image-pdq_v1"
RADII = (0, 1, 7, 31, 40, 60, 90, 255, 256)


class Rows:
    """A ledger's codes, as far as an index asks for them."""

    def __init__(self) -> None:
        self.known: dict[int, bytes] = {}
        self.total = 0

    def size(self) -> int:
        return self.total

    def codes(self, space: str, start: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        found = [place for place in self.known if place >= start][:most] if space == SPACE else []
        values = b"".join(self.known[place] for place in found)
        return np.array(found, np.int64), np.frombuffer(values, np.uint8).reshape(-1, 32)


class Book:
    """A ledger that grows, is pruned, and can be asked: directly, and through a shelf.

    Args:
        open_shelf: Opens the engine over this ledger.
    """

    def __init__(self, open_shelf: Callable[[], Shelf]) -> None:
        self._open = open_shelf
        self.rows = Rows()
        self.shelf = open_shelf()

    def add(self, codes: NDArray[np.uint8], gap: int = 0) -> None:
        """Append codes, with entries of other kinds between and behind them."""
        for code in codes:
            self.rows.known[self.rows.total] = code.tobytes()
            self.rows.total += 1 + gap

    def remove(self, places: list[int]) -> None:
        for place in places:
            self.rows.known.pop(place, None)
        self.shelf.remove(SPACE, np.array(places, np.int64))

    def restart(self) -> None:
        self.shelf.close()
        self.shelf = self._open()

    def search(self, asked: NDArray[np.uint8], radius: int) -> Hits:
        return self.shelf.search(self.rows, SPACE, asked, radius)

    def check(self, asked: NDArray[np.uint8], radius: int) -> int:
        """Compare an answer with that of looking at every code; how many hits there were."""
        hits = self.search(asked, radius)
        found = list(zip(hits.queries.tolist(), hits.distances.tolist(), hits.places.tolist(), strict=True))
        assert found == exhaustive(self.rows.known, asked, radius)
        return len(found)


def exhaustive(known: dict[int, bytes], asked: NDArray[np.uint8], radius: int) -> list[tuple[int, int, int]]:
    """Number of the query, distance and place of everything within a distance, in order."""
    stored = [(int.from_bytes(code), place) for place, code in known.items()]
    numbers = [int.from_bytes(code.tobytes()) for code in asked]
    pairs = ((at, (number ^ code).bit_count(), place) for at, number in enumerate(numbers) for code, place in stored)
    return sorted(pair for pair in pairs if pair[1] <= radius)


def near(codes: NDArray[np.uint8], source: np.random.Generator, most: int) -> NDArray[np.uint8]:
    """Each code with up to so many of its bits flipped."""
    bits = np.unpackbits(codes, axis=1)
    for row in bits:
        row[source.choice(256, int(source.integers(0, most + 1)), replace=False)] ^= 1
    return np.packbits(bits, axis=1)


def evenly(source: np.random.Generator, count: int) -> NDArray[np.uint8]:
    return source.integers(0, 256, (count, 32), dtype=np.uint8)


def clustered(source: np.random.Generator, count: int) -> NDArray[np.uint8]:
    """Families of ten that differ in a few bits, of codes whose bits are unequally likely."""
    wanted = source.random(256) < source.uniform(0.05, 0.95, 256)
    parents = np.packbits(source.random((count // 10 + 1, 256)) < np.where(wanted, 0.9, 0.2), axis=1)
    return near(np.repeat(parents, 10, axis=0)[:count], source, 40)


def crafted(source: np.random.Generator, count: int) -> NDArray[np.uint8]:
    """All bits clear, all set, each alone; many that agree in half of their bits; many that are the same."""
    bits = np.eye(256, dtype=np.uint8)
    first = np.concatenate([np.zeros((2, 256), np.uint8), np.ones((2, 256), np.uint8), bits, 1 - bits])
    codes = evenly(source, count)
    third = count // 3
    codes[:third, :16] = 0x5A
    codes[third : 2 * third] = codes[third]
    return np.concatenate([np.packbits(first, axis=1), codes])[:count]


KINDS = (evenly, clustered, crafted)


class IndexSuite:
    """Subclasses define `book`."""

    @pytest.fixture
    def book(self, tmp_path: Path) -> Iterator[Book]:
        raise NotImplementedError

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_answer_is_that_of_looking_at_each_code(
        self, book: Book, kind: Callable[[np.random.Generator, int], NDArray[np.uint8]]
    ) -> None:
        source = np.random.default_rng(20261122)
        for count, gap in ((40, 0), (1500, 1), (3, 5), (700, 0), (260, 2)):
            book.add(kind(source, count), gap)
            stored = np.frombuffer(b"".join(book.rows.known.values()), np.uint8).reshape(-1, 32)
            asked = np.concatenate([near(source.choice(stored, 4), source, 45), evenly(source, 2)])
            for radius in RADII:
                book.check(asked, radius)
        assert book.check(stored[-3:], 0) >= 3

    def test_nothing_yet(self, book: Book) -> None:
        assert book.check(np.zeros((3, 32), np.uint8), 256) == 0
        book.add(np.empty((0, 32), np.uint8))
        assert book.check(np.empty((0, 32), np.uint8), 31) == 0

    def test_many_are_asked_for_at_once(self, book: Book) -> None:
        source = np.random.default_rng(7)
        book.add(clustered(source, 1800))
        stored = np.frombuffer(b"".join(book.rows.known.values()), np.uint8).reshape(-1, 32)
        assert book.check(near(stored[:300], source, 40), 31) >= 100

    def test_what_is_taken_out_is_found_no_more(self, book: Book) -> None:
        source = np.random.default_rng(3)
        codes = clustered(source, 900)
        book.add(codes[:600])
        book.check(codes[:5], 40)
        book.remove([*range(0, 600, 3), 5000])
        book.check(codes[:12], 60)
        book.add(codes[600:])
        book.check(codes[590:610], 60)
        book.remove([1, 2, 601])
        assert book.check(codes[1:3], 0) == 0
        book.restart()
        book.check(codes[:12], 60)
        book.add(evenly(source, 500))
        book.check(codes[:12], 60)
        assert book.shelf.check(book.rows, SPACE)

    def test_it_goes_on_where_it_was(self, book: Book) -> None:
        source = np.random.default_rng(4)
        for _ in range(4):
            book.add(evenly(source, 400))
            asked = near(np.frombuffer(b"".join(book.rows.known.values()), np.uint8).reshape(-1, 32)[-5:], source, 31)
            assert book.check(asked, 31) >= 5
            book.restart()
            assert book.check(asked, 31) >= 5

    def test_an_older_state_is_answered_as_it_was(self, book: Book) -> None:
        source = np.random.default_rng(5)
        codes = clustered(source, 800)
        book.add(codes)
        book.check(codes[:3], 31)
        older = Rows()
        older.known = {place: code for place, code in book.rows.known.items() if place < 500}
        older.total = 500
        hits = book.shelf.search(older, SPACE, codes[:20], 60)
        found = list(zip(hits.queries.tolist(), hits.distances.tolist(), hits.places.tolist(), strict=True))
        assert found == exhaustive(older.known, codes[:20], 60)

    def test_kinds_of_code_are_kept_apart(self, book: Book) -> None:
        book.add(evenly(np.random.default_rng(6), 300))
        assert len(book.shelf.search(book.rows, "text-iscc", np.zeros((1, 32), np.uint8), 256).places) == 0
        assert book.check(np.zeros((1, 32), np.uint8), 256) == 300

    def test_it_is_made_anew(self, book: Book) -> None:
        source = np.random.default_rng(8)
        book.add(clustered(source, 900))
        assert book.shelf.check(book.rows, SPACE)
        book.rows.known = {place: code[::-1] for place, code in book.rows.known.items()}
        assert not book.shelf.check(book.rows, SPACE)
        book.shelf.rebuild(book.rows, SPACE)
        assert book.shelf.check(book.rows, SPACE)
        book.check(evenly(source, 2), 120)

    def test_many_threads_ask_while_it_grows(self, book: Book) -> None:
        source = np.random.default_rng(9)
        codes = clustered(source, 1500)
        problems: list[BaseException] = []
        done = threading.Event()
        states: list[Rows] = [Rows()]

        def ask(seed: int) -> None:
            random = np.random.default_rng(seed)
            try:
                while not done.is_set():
                    rows = states[-1]
                    asked = codes[random.integers(0, len(codes), 2)]
                    hits = book.shelf.search(rows, SPACE, asked, 40)
                    found = list(zip(hits.queries.tolist(), hits.distances.tolist(), hits.places.tolist(), strict=True))
                    assert found == exhaustive(rows.known, asked, 40)
            except BaseException as problem:  # noqa: BLE001 - told by the main thread
                problems.append(problem)

        askers = [threading.Thread(target=ask, args=(seed,)) for seed in range(4)]
        for asker in askers:
            asker.start()
        for start in range(0, 1500, 100):
            book.add(codes[start : start + 100])
            state = Rows()
            state.known, state.total = dict(book.rows.known), book.rows.total
            states.append(state)
            book.shelf.search(state, SPACE, codes[:1], 31)
        done.set()
        for asker in askers:
            asker.join()
        assert problems == []
