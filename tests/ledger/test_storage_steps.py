"""The tables of a ledger: the same in every engine, and brought from every earlier step to the newest."""

from __future__ import annotations

import gzip
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url

from artistguard.claims.statement import Statement
from artistguard.claims.statement import entry as canonical_entry
from artistguard.errors import StoreProblem, UsageProblem
from artistguard.ledger.ledger import Ledger
from artistguard.ledger.opening import open_storage
from artistguard.ledger.storage import upgrading
from artistguard.ledger.storage.migrations.steps import step_1, step_2, step_3
from artistguard.ledger.storage.postgres import PostgresStorage
from artistguard.ledger.storage.schema import STEPS
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.terms import Choice
from tests.suites.engines import ENGINES, make
from tests.suites.registry_makers import LOG, Clock, Sender, declared, key, work

if TYPE_CHECKING:
    from tests.suites.postgres import PostgresServer

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "samples" / "ledger"
OWN = {"alembic_version", "posting", "posting_space"}
"""Tables that only PostgreSQL has: how far it got, and the index that it keeps itself."""


def tables_in_sqlite(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {
            name: [column[1] for column in database.execute(f"PRAGMA table_info({name})")]
            for (name,) in names.fetchall()
        }


def tables_in_postgres(server: PostgresServer, database: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with server.connect(database) as connection:
        for table, column in connection.execute(
            """SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"""
        ):
            found.setdefault(table, []).append(column)
    return found


def test_every_engine_has_the_same_tables(tmp_path: Path, postgres: PostgresServer, ready: str) -> None:
    SqliteStorage(tmp_path / "ledger.db").close()
    there = tables_in_postgres(postgres, ready)
    assert there.keys() >= OWN
    assert {name: columns for name, columns in there.items() if name not in OWN} == tables_in_sqlite(
        tmp_path / "ledger.db"
    )


def test_every_step_is_known_to_every_engine() -> None:
    folder = Path(step_1.__file__).parent
    files = sorted(folder.glob("step_*.py"), key=lambda path: int(path.stem[5:]))
    assert [path.stem for path in files] == [f"step_{number}" for number in range(1, len(STEPS) + 1)]
    printed = upgrading.statements()
    for number in range(2, len(STEPS) + 1):
        assert f"-- Running upgrade {number - 1:04} -> {number:04}" in printed


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.gz")), ids=lambda path: path.name)
def test_a_ledger_of_an_earlier_step_is_brought_to_the_newest(tmp_path: Path, sample: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(gzip.decompress(sample.read_bytes()))
    SqliteStorage(tmp_path / "new.db").close()
    clock = Clock()
    with closing(Ledger.open(SqliteStorage(path), LOG, clock=clock)) as ledger:
        assert tables_in_sqlite(path) == tables_in_sqlite(tmp_path / "new.db")
        report = ledger.fsck()
        assert (report.entries, report.findings) == (5, ())
        assert ledger.work(work("a")).choice is Choice.SEARCH_ONLY
        assert ledger.work(work("c")).choice is None
        with ledger.storage.reading() as rows:
            known = rows.party(key().did)
            assert known is not None
            assert (known.recovery, known.evidence) == (key("paper").did, "verified")
        Sender(ledger, clock, key("bob")).send(declared("new", by=key("bob")))
        assert ledger.fsck().sound


@pytest.mark.parametrize("start", range(len(STEPS)))
def test_what_is_printed_makes_the_same_tables(postgres: PostgresServer, ready: str, start: int) -> None:
    database = postgres.make_database()
    every = upgrading.statements()
    rest = upgrading.statements(start)
    with postgres.connect(database) as connection:
        connection.execute(every.removesuffix(rest.removeprefix("BEGIN;")) + "COMMIT;" if start else "SELECT 1")
    with postgres.connect(database) as connection:
        connection.execute(rest.encode())
    assert tables_in_postgres(postgres, database) == tables_in_postgres(postgres, ready)
    storage = open_storage(postgres.url(database))
    with storage.reading() as rows:
        assert rows.size() == 0
    storage.close()


def test_entries_of_an_earlier_step_stay(postgres: PostgresServer, ready: str) -> None:
    database = postgres.make_database()
    with postgres.connect(database) as connection:
        for statement in step_1.POSTGRES:
            connection.execute(statement.encode())
        connection.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
        connection.execute("INSERT INTO entry VALUES (0, '\\x00', '2026-11-22T12:00:00Z', '\\x0102')")
    storage = open_storage(postgres.url(database))
    with storage.reading() as rows:
        assert rows.entries(0, 9) == [b"\x01\x02"]
    storage.close()
    assert tables_in_postgres(postgres, database) == tables_in_postgres(postgres, ready)


def before_offers(kind: str) -> list[str]:
    """Statements that make tables as they were before claims had offers, with two claims."""
    steps = {"sqlite": STEPS, "postgres": [step_1.POSTGRES, step_2.POSTGRES, step_3.POSTGRES]}[kind]
    made = [statement for step in steps[:3] for statement in step]
    for place, licence in enumerate(("https://ada.example/licence", "")):
        signed = declared(str(place), choice=Choice.ASK, licence=licence)
        assert isinstance(signed.statement, Statement)
        content = {"sqlite": "X'{}'", "postgres": "'\\x{}'"}[kind].format(canonical_entry(signed).hex())
        leaf = {"sqlite": f"X'0{place}'", "postgres": f"'\\x0{place}'"}[kind]
        made.append(f"INSERT INTO entry VALUES ({place}, {leaf}, '2026-11-22T12:00:00Z', {content})")
        said = f"'{signed.statement.record}', '{work(str(place))}', '{key().did}', '{key().did}', 'declare', 'ask'"
        distinctive = {"sqlite": "1", "postgres": "true"}[kind]
        made.append(f"INSERT INTO claim VALUES ({place}, {said}, 'image', {distinctive}, '')")
    return made


@pytest.mark.parametrize("kind", ENGINES)
def test_offers_are_read_from_the_entries_that_are_there(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    if kind == "sqlite":
        with closing(sqlite3.connect(tmp_path / "ledger.db")) as database:
            database.executescript(";".join([*before_offers(kind), "PRAGMA user_version = 3"]))
        storage = open_storage(f"sqlite:///{tmp_path / 'ledger.db'}")
    else:
        postgres: PostgresServer = request.getfixturevalue("postgres")
        name = postgres.make_database()
        version = "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)"
        with postgres.connect(name) as connection:
            for each in (*before_offers(kind), version, "INSERT INTO alembic_version VALUES ('0003')"):
                connection.execute(each.encode())
        storage = open_storage(postgres.url(name))
    with closing(storage), storage.reading() as rows:
        assert [claim.offer for claim in rows.claims([0, 1])] == ["https://ada.example/licence", ""]


def test_several_open_a_new_one_at_once(postgres: PostgresServer, ready: str) -> None:
    url = postgres.url()
    with ThreadPoolExecutor(4) as threads:
        for storage in threads.map(open_storage, [url] * 4):
            storage.close()
    assert tables_in_postgres(postgres, make_url(url).database or "") == tables_in_postgres(postgres, ready)


@pytest.mark.parametrize("kind", ENGINES)
def test_one_of_a_later_version_is_left_alone(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> None:
    engine = make(kind, tmp_path, request)
    engine.open().close()
    later = {"sqlite": "PRAGMA user_version = 999", "postgres": "UPDATE alembic_version SET version_num = '0999'"}
    engine.query(later[engine.kind])
    with pytest.raises(StoreProblem, match="later version"):
        engine.open()


def test_who_may_not_make_tables_is_told_who_may(postgres: PostgresServer) -> None:
    url = make_url(postgres.url())
    with postgres.connect() as connection:
        connection.execute("CREATE ROLE clerk LOGIN")
    with pytest.raises(StoreProblem, match="may not do that") as told:
        PostgresStorage(url.set(username="clerk"))
    assert "registry tables" in told.value.remedy
    with postgres.connect(url.database or "") as connection:
        connection.execute(upgrading.statements().encode())
        connection.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO clerk")
    with closing(Ledger.open(PostgresStorage(url.set(username="clerk")), LOG, clock=Clock())) as ledger:
        Sender(ledger, Clock()).send(declared("a"))
        assert ledger.fsck().sound


def test_a_database_with_another_encoding_is_refused(postgres: PostgresServer) -> None:
    with postgres.connect() as connection:
        connection.execute("CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII'")
    with pytest.raises(StoreProblem, match="SQL_ASCII"):
        open_storage(postgres.url("ascii"))


def test_a_database_that_is_not_there(postgres: PostgresServer, tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="does not exist"):
        open_storage(postgres.url("nowhere"))
    with pytest.raises(StoreProblem, match="does not answer"):
        open_storage(f"postgresql:///ledger?host={tmp_path}")


@pytest.mark.parametrize("address", ["sqlite:///", "mysql://db/ledger", "ledger.db", "postgresql://db:port/x"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(UsageProblem) as told:
        open_storage(address)
    assert "postgresql://USER@HOST/DATABASE" in told.value.remedy


def test_a_password_is_never_repeated(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as told:
        open_storage(f"postgresql://ada:hidden-word@/ledger?host={tmp_path}")
    assert "hidden-word" not in told.value.message + told.value.remedy
    assert "hidden-word" not in str(told.value.__cause__)


WITHOUT = """
import sys
for name in ("alembic", "psycopg", "sqlalchemy"):
    sys.modules[name] = None
from artistguard.errors import UsageProblem
from artistguard.ledger.opening import open_storage
open_storage("sqlite:///" + sys.argv[1]).close()
try:
    open_storage("postgresql:///ledger")
except UsageProblem as problem:
    print(problem.message, problem.remedy)
"""


def test_who_has_not_installed_it_needs_none_of_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT, str(tmp_path / "ledger.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "is not installed" in done.stdout
    assert 'pip install "artistguard[registry]"' in done.stdout
