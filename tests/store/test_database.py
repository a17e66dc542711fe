"""The database: all or nothing, one writer at a time, damage told."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import ArtistGuardError, DiskFull, StoreDamaged, StoreProblem
from artistguard.store import Store, open_store
from artistguard.store.database import Database, now
from artistguard.store.home import Home, find_home
from artistguard.store.troubles import told_database

if TYPE_CHECKING:
    from pathlib import Path


def test_durable_by_itself(store: Store) -> None:
    assert store.database.read("PRAGMA journal_mode")[0][0] == "wal"
    with store.database.writing() as inside:
        assert inside.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert inside.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    store.database.check()


def test_all_or_nothing(store: Store) -> None:
    def half() -> None:
        with store.database.writing() as inside:
            inside.execute("INSERT INTO runs (id, command, started, finished) VALUES ('a', 'protect', '', NULL)")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert store.database.read("SELECT * FROM runs") == []


def test_each_thread_has_its_own_connection(store: Store) -> None:
    errors: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(20):
                with store.database.writing() as inside:
                    (count,) = inside.execute("SELECT count(*) FROM runs").fetchone()
                    inside.execute(
                        "INSERT INTO runs (id, command, started, finished) VALUES (?, 'protect', '', NULL)",
                        (str(count),),
                    )
        except BaseException as error:
            errors.append(error)
            raise

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(store.database.read("SELECT * FROM runs")) == 80


@pytest.mark.parametrize("content", [b"not a database at all, not at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_database(content: bytes, tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.database.write_bytes(content)
    with pytest.raises(StoreDamaged) as caught:
        open_store(home)
    assert "untouched" in caught.value.remedy
    assert home.database.read_bytes() == content
    assert list((tmp_path / "running").glob("????????")) == []


def test_a_page_that_was_written_over(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with open_store(home) as store:
        for _ in range(200):
            store.runs.begin("protect" * 100)
    content = bytearray(home.database.read_bytes())
    content[4096 : len(content)] = b"\xa5" * (len(content) - 4096)
    home.database.write_bytes(content)
    with pytest.raises(StoreDamaged), open_store(home) as store:
        store.database.check()


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "db"
    Database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreProblem, match="newer"):
        Database(path)


def test_a_home_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArtistGuardError):
        open_store(Home(tmp_path / "file" / "home"))


def test_where_home_is(tmp_path: Path) -> None:
    assert find_home({"ARTISTGUARD_HOME": str(tmp_path)}).folder == tmp_path
    assert find_home({"ARTISTGUARD_HOME": "relative"}).folder.is_absolute()
    assert find_home({}).folder.name == "artistguard"
    home = find_home({"ARTISTGUARD_HOME": str(tmp_path)})
    places = (
        home.database,
        home.wayback,
        home.keys,
        home.running,
        home.settings,
        home.registry,
        home.ledger,
        home.registry_key,
    )
    assert len(set(places)) == len(places)
    assert all(tmp_path in place.parents for place in places)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_CORRUPT, StoreDamaged),
        (sqlite3.SQLITE_NOTADB, StoreDamaged),
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_BUSY, StoreProblem),
        (sqlite3.SQLITE_READONLY, StoreProblem),
        (sqlite3.SQLITE_IOERR_WRITE, StoreProblem),
    ],
)
def test_errors_of_the_database_are_told(code: int, kind: type[ArtistGuardError], tmp_path: Path) -> None:
    error = sqlite3.OperationalError("words")
    error.sqlite_errorcode = code
    assert type(told_database(error, tmp_path)) is kind


def test_times_sort_as_text() -> None:
    one, other = now(), now()
    assert one <= other
    assert len(one) == len(other) == len("2026-01-31T09:30:00.000000Z")
