"""Similar codes in PostgreSQL: on one server, and with the postings spread over three, always what each code says."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sqlalchemy import make_url

from artistguard.ledger.index.bands import trials
from artistguard.ledger.index.codes import radii
from artistguard.ledger.index.postgres import _MOST_TRIALS, BANDS, PostgresShelf
from artistguard.ledger.opening import open_shelf, open_storage
from tests.suites.index_suite import SPACE, Book, IndexSuite, clustered, evenly, near
from tests.suites.postgres import server
from tests.suites.sharding import shard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.suites.postgres import PostgresServer

NEAR = {SPACE: 40}
"""A radius for which the values of all bands are tried, so that every code stands under fourteen keys."""
FAR = {SPACE: 96}
"""One for which every code is looked at."""


@pytest.fixture
def url(postgres: PostgresServer, ready: str) -> str:
    return postgres.url(postgres.make_database(ready))


def book_at(url: str, reach: dict[str, int]) -> Book:
    return Book(lambda: PostgresShelf(make_url(url), reach))


class TestScanned(IndexSuite):
    @pytest.fixture
    def book(self, url: str) -> Iterator[Book]:
        book = book_at(url, FAR)
        yield book
        book.shelf.close()


@pytest.fixture
def trying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try values however few codes there are."""
    monkeypatch.setattr("artistguard.ledger.index.postgres._TRIAL", 0)


class TestTried(IndexSuite):
    @pytest.fixture
    def book(self, url: str, trying: None) -> Iterator[Book]:
        book = book_at(url, NEAR)
        yield book
        book.shelf.close()


def plan(postgres: PostgresServer, url: str, query: str) -> str:
    with postgres.connect(make_url(url).database or "") as connection:
        return "\n".join(line for (line,) in connection.execute(f"EXPLAIN (COSTS off) {query}".encode()).fetchall())


def test_keys_that_were_stored_stay_what_they_mean() -> None:
    assert [(band.first, band.width) for band in BANDS] == [
        (0, 18), (18, 18), (36, 18), (54, 19), (73, 18), (91, 18), (109, 19),
        (128, 18), (146, 18), (164, 18), (182, 19), (201, 18), (219, 18), (237, 19),
    ]  # fmt: skip


def test_pictures_are_tried_and_what_is_looked_for_farther_away_is_not() -> None:
    tried = {space for space, radius in radii().items() if trials(BANDS, radius) <= _MOST_TRIALS}
    assert tried == {"image-iscc", "image-pdq_v1", "image-phash256_v1"}


def test_what_is_near_is_found_by_its_keys(postgres: PostgresServer, url: str, trying: None) -> None:
    book = book_at(url, NEAR)
    codes = evenly(np.random.default_rng(2), 3000)
    book.add(codes)
    assert book.check(near(codes[:5], np.random.default_rng(3), 40), 40) >= 5
    with postgres.connect(make_url(url).database or "") as connection:
        connection.execute("VACUUM ANALYZE posting")
    keys = ",".join(map(str, range(40)))
    how = plan(postgres, url, f"SELECT place FROM posting WHERE k = ANY('{{{keys}}}'::bigint[])")
    assert "posting_k" in how
    assert "Seq Scan" not in how
    with postgres.connect(make_url(url).database or "") as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT place) FROM posting").fetchone() == (42_000, 3000)
    book.shelf.close()


def test_several_processes_fill_one_table_once(url: str) -> None:
    book = book_at(url, NEAR)
    others = [PostgresShelf(make_url(url), NEAR) for _ in range(2)]
    codes = clustered(np.random.default_rng(4), 400)
    for start in range(0, 400, 50):
        book.add(codes[start : start + 50])
        for shelf in (others[start // 50 % 2], book.shelf):
            hits = shelf.search(book.rows, SPACE, codes[start : start + 1], 0)
            assert start in hits.places.tolist()
    assert all(shelf.check(book.rows, SPACE) for shelf in (book.shelf, *others))
    book.shelf.close()
    for shelf in others:
        shelf.close()


def test_another_radius_cuts_the_codes_anew(url: str, postgres: PostgresServer) -> None:
    first = book_at(url, FAR)
    first.add(evenly(np.random.default_rng(5), 200))
    first.check(np.zeros((1, 32), np.uint8), 130)
    second = PostgresShelf(make_url(url), NEAR)
    assert second.check(first.rows, SPACE)
    with postgres.connect(make_url(url).database or "") as connection:
        assert connection.execute("SELECT count(*) FROM posting").fetchone() == (200 * len(BANDS),)
        assert connection.execute("SELECT count(*) FROM posting_space").fetchone() == (1,)
    first.shelf.close()
    second.close()


@pytest.mark.parametrize(
    "damage", ["DELETE FROM posting WHERE place = 7", "UPDATE posting SET code = ~code WHERE place = 7"]
)
def test_a_damaged_table_is_noticed_and_made_anew(url: str, postgres: PostgresServer, damage: str) -> None:
    book = book_at(url, NEAR)
    book.add(evenly(np.random.default_rng(6), 60))
    assert book.shelf.check(book.rows, SPACE)
    with postgres.connect(make_url(url).database or "") as connection:
        connection.execute(damage.encode())
    assert not book.shelf.check(book.rows, SPACE)
    book.shelf.rebuild(book.rows, SPACE)
    assert book.shelf.check(book.rows, SPACE)
    book.shelf.close()


def test_a_ledger_in_postgresql_searches_there(url: str) -> None:
    storage = open_storage(url)
    shelf = open_shelf(storage)
    assert isinstance(shelf, PostgresShelf)
    shelf.close()
    storage.close()


@pytest.fixture(scope="module")
def shards(postgres: PostgresServer) -> Iterator[list[PostgresServer]]:
    """Two servers more."""
    with ExitStack() as running:
        yield [postgres, *(running.enter_context(server()) for _ in range(2))]


@pytest.mark.parametrize("reach", [FAR, NEAR], ids=["scanned", "tried"])
def test_spread_over_three_servers_nothing_is_missed(
    shards: list[PostgresServer], url: str, trying: None, reach: dict[str, int]
) -> None:
    book = book_at(url, reach)
    source = np.random.default_rng(7)
    codes = np.concatenate([clustered(source, 1500), evenly(source, 1500)])
    book.add(codes[:100])
    book.check(codes[:2], 31)
    counts = shard(shards, make_url(url).database or "")
    book.add(codes[100:])
    asked = np.concatenate([near(codes[source.integers(0, 3000, 40)], source, 40), evenly(source, 5)])
    for radius in (0, 31, 40, 75):
        assert book.check(asked, radius) >= (10 if radius else 0)
    held = counts()
    bands = len(BANDS) if reach is NEAR else 1
    assert sum(held) == 3000 * bands
    assert min(held) > 3000 * bands // 5
    assert book.shelf.check(book.rows, SPACE)
    how = plan(
        shards[0], url, "SELECT place FROM posting WHERE k >= 0 AND bit_count(code # repeat('0', 256)::bit(256)) < 9"
    )
    assert how.count("Async Foreign Scan") == 2
    book.remove([3, 5])
    book.check(codes[3:6], 31)
    book.shelf.close()
