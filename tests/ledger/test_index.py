"""Indexes in memory and in segments answer as looking at each code does, whatever happens to their files."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from artistguard.ledger.disk import alone
from artistguard.ledger.index.folder import Folder
from artistguard.ledger.index.segments import SegmentIndex
from artistguard.ledger.index.shelf import Indexes
from tests.suites.index_suite import SPACE, Book, IndexSuite, clustered, evenly, near

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = int(os.environ.get("ARTISTGUARD_ROUNDS", "6"))
"""How often to kill a builder; a few hundred for the long form."""
_SCANNED = 200


class TestInMemory(IndexSuite):
    @pytest.fixture
    def book(self) -> Iterator[Book]:
        shelf = Indexes()
        yield Book(lambda: shelf)
        shelf.close()


def segments(folder: Path, scanned: int = _SCANNED) -> Indexes:
    return Indexes(lambda space: SegmentIndex(folder / space, scanned))


class TestSegments(IndexSuite):
    @pytest.fixture
    def book(self, tmp_path: Path) -> Iterator[Book]:
        book = Book(lambda: segments(tmp_path))
        yield book
        book.shelf.close()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = Book(lambda: segments(tmp_path))
    yield book
    book.shelf.close()


def grown(book: Book, tmp_path: Path, count: int = 900) -> np.ndarray:
    """Codes in a book whose index has segments; some codes that are near them."""
    codes = clustered(np.random.default_rng(1), count)
    book.add(codes)
    book.check(codes[:2], 31)
    book.restart()
    assert files(tmp_path)
    return codes[:30]


def files(folder: Path) -> list[Path]:
    return sorted((folder / SPACE).glob("*.codes"))


def test_few_codes_leave_no_file(book: Book, tmp_path: Path) -> None:
    book.add(evenly(np.random.default_rng(1), _SCANNED - 1))
    book.check(np.zeros((1, 32), np.uint8), 128)
    book.restart()
    assert list(tmp_path.iterdir()) == []


def test_segments_are_merged_as_they_grow(book: Book, tmp_path: Path) -> None:
    source = np.random.default_rng(2)
    for _ in range(30):
        book.add(evenly(source, 250))
        book.search(np.zeros((1, 32), np.uint8), 31)
        book.restart()
    assert 1 <= len(files(tmp_path)) <= 4
    book.check(near(evenly(source, 3), source, 3), 100)
    assert book.shelf.check(book.rows, SPACE)


def test_a_huge_delivery_goes_to_the_disk_at_once(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artistguard.ledger.index.segments._MANY", 300)
    monkeypatch.setattr("artistguard.ledger.index.reading.AT_ONCE", 100)
    book.add(clustered(np.random.default_rng(2), 1000))
    book.check(np.zeros((1, 32), np.uint8), 120)
    (segment,) = files(tmp_path)
    assert segment.name.startswith("000000000000-000000001000.")


@pytest.mark.parametrize("cut", [0, 1, 7, 48, 200, 5000, -1, -8, -49])
def test_a_torn_file_is_made_anew(book: Book, tmp_path: Path, cut: int) -> None:
    asked = grown(book, tmp_path)
    book.shelf.close()
    (segment,) = files(tmp_path)
    segment.write_bytes(segment.read_bytes()[:cut])
    book.restart()
    assert book.check(asked, 40) >= 30
    book.restart()
    assert book.shelf.check(book.rows, SPACE)


def test_no_changed_bit_is_a_wrong_answer_for_good(book: Book, tmp_path: Path) -> None:
    """A search ends with an answer whatever the tables say; the check finds each changed bit, and all is made anew."""
    asked = grown(book, tmp_path)
    moments = random.Random(11)
    (segment,) = files(tmp_path)
    sound = segment.read_bytes()
    for _ in range(40):
        damaged = bytearray(sound)
        damaged[moments.randrange(len(sound))] ^= 1 << moments.randrange(8)
        book.shelf.close()
        for path in files(tmp_path):
            path.unlink()
        segment.write_bytes(damaged)
        book.restart()
        book.search(asked, 40)
        if not book.shelf.check(book.rows, SPACE):
            book.shelf.rebuild(book.rows, SPACE)
        book.check(asked, 40)


@pytest.mark.parametrize("part", [0.45, 0.6, 0.97])
def test_tables_that_lead_nowhere_are_thrown_away(book: Book, tmp_path: Path, part: float) -> None:
    asked = grown(book, tmp_path)
    book.shelf.close()
    (segment,) = files(tmp_path)
    content = bytearray(segment.read_bytes())
    at = int(len(content) * part)
    content[at : at + 4000] = b"\xee" * len(content[at : at + 4000])
    segment.write_bytes(content)
    book.restart()
    with contextlib.suppress(AssertionError):
        book.check(asked, 40)
    assert not book.shelf.check(book.rows, SPACE) or book.check(asked, 40)


def test_files_of_others_and_drafts_are_no_segments(book: Book, tmp_path: Path) -> None:
    asked = grown(book, tmp_path)
    folder = tmp_path / SPACE
    (folder / "draft").write_bytes(b"half of a segm")
    (folder / "000000000900-000000001000.0123456789abcdef.codes").write_bytes(b"")
    (folder / "removed.0123456789abcdef.places").write_bytes(b"12345678")
    book.restart()
    book.check(asked, 40)
    book.add(evenly(np.random.default_rng(1), 2000))
    book.check(asked, 40)
    book.restart()
    book.check(asked, 40)
    assert len(files(tmp_path)) == 1
    assert not (folder / "draft").exists()


def test_a_folder_that_cannot_be_written_costs_only_memory(tmp_path: Path) -> None:
    (tmp_path / SPACE).write_text("no folder")
    book = Book(lambda: segments(tmp_path))
    source = np.random.default_rng(2)
    for _ in range(3):
        book.add(evenly(source, 400))
        book.check(near(evenly(source, 2), source, 9), 110)
    book.shelf.close()


def test_somebody_deletes_the_folder_under_our_feet(book: Book, tmp_path: Path) -> None:
    asked = grown(book, tmp_path)
    book.check(asked, 40)
    for path in (tmp_path / SPACE).iterdir():
        path.unlink()
    book.check(asked, 40)
    book.add(clustered(np.random.default_rng(9), 500))
    book.check(asked, 40)
    book.restart()
    book.check(asked, 40)


@pytest.mark.parametrize("since", [0, 100, 300, 800])
def test_a_ledger_from_a_backup_that_went_on_otherwise_has_its_own_index(
    book: Book, tmp_path: Path, since: int
) -> None:
    asked = grown(book, tmp_path)
    book.rows.known = {place: code for place, code in book.rows.known.items() if place < 600}
    book.rows.total = 600
    book.add(clustered(np.random.default_rng(77), since))
    book.restart()
    book.check(asked, 60)
    book.add(clustered(np.random.default_rng(78), 500))
    book.check(near(clustered(np.random.default_rng(77), 10), np.random.default_rng(1), 9), 60)
    assert book.shelf.check(book.rows, SPACE)


def test_two_shelves_share_one_folder(book: Book, tmp_path: Path) -> None:
    other = Book(lambda: segments(tmp_path))
    other.rows = book.rows
    source = np.random.default_rng(12)
    for number in range(12):
        codes = clustered(source, 150)
        book.add(codes)
        (book, other)[number % 2].check(codes[:4], 50)
        if number % 3 == 0:
            (other, book)[number % 2].remove([number * 7, number * 11])
        (other, book)[number % 2].check(codes[:4], 50)
    other.shelf.close()
    assert book.shelf.check(book.rows, SPACE)


def test_one_process_builds(tmp_path: Path) -> None:
    with alone(tmp_path / "lock") as mine, alone(tmp_path / "lock") as yours:
        assert (mine, yours) == (True, False)
    with alone(tmp_path / "lock") as mine:
        assert mine
    folder = Folder(tmp_path)
    codes = evenly(np.random.default_rng(1), 10)
    with alone(tmp_path / "lock"):
        assert not folder.grow(0, 10, [(np.arange(10), codes)], 10, lambda: None)
    assert folder.grow(0, 10, [(np.arange(10), codes)], 10, lambda: None)
    assert not folder.grow(0, 10, [(np.arange(10), codes)], 10, lambda: None)
    assert folder.load().covers == 10


def test_closing_ends_what_runs_in_the_background(tmp_path: Path) -> None:
    index = SegmentIndex(tmp_path / SPACE, 100)
    index.add([(np.arange(5000), evenly(np.random.default_rng(1), 5000))], 5000)
    index.close()
    again = SegmentIndex(tmp_path / SPACE, 100)
    assert again.covers in {0, 5000}
    again.close()


_BUILDER = """
import sys
import numpy as np
from pathlib import Path
from artistguard.ledger.index.segments import SegmentIndex
from tests.suites.index_suite import clustered
codes = clustered(np.random.default_rng(1), 6000)
index = SegmentIndex(Path(sys.argv[1]), 200)
print("ready", flush=True)
sys.stdin.readline()
while True:
    start = index.covers
    if start >= 6000:
        break
    end = min(6000, start + 250)
    index.add([(np.arange(start, end), codes[start:end])], end)
    if start % 3 == 0:
        index.remove(np.arange(start // 2, start // 2 + 3))
index.close()
print("done", flush=True)
"""


def test_killed_at_any_moment_it_goes_on_and_answers_rightly(tmp_path: Path) -> None:
    codes = clustered(np.random.default_rng(1), 6000)
    moments = random.Random(20261122)
    ended = 0
    for number in range(ROUNDS):
        folder = tmp_path / str(number // 3) / SPACE
        worker = subprocess.Popen(
            [sys.executable, "-c", _BUILDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert worker.stdin
        assert worker.stdout
        assert worker.stdout.readline() == b"ready\n"
        worker.stdin.write(b"\n")
        worker.stdin.flush()
        try:
            worker.communicate(timeout=moments.uniform(0.01, 0.4))
            ended += 1
        except subprocess.TimeoutExpired:
            worker.send_signal(signal.SIGKILL)
            worker.communicate()
        index = SegmentIndex(folder, 10**6)
        covers = index.covers
        index.add([(np.arange(covers, 6000), codes[covers:])], 6000)
        gone = set(index.view().kept.removed.tolist())
        stored = {place for batch, _ in index.view().codes() for place in batch.tolist()}
        hits = index.view().search(codes[:4], 60)
        for query in range(4):
            apart = np.bitwise_count(codes ^ codes[query]).sum(axis=1, dtype=np.uint16)
            expected = {int(place) for place in np.flatnonzero(apart <= 60)} & stored
            assert set(hits.places[hits.queries == query].tolist()) == expected
        assert len(stored) + len(gone) >= 6000 - 3 * 24
        index.close()
    assert ended < ROUNDS
