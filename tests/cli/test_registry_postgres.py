"""The command `registry` with a store in PostgreSQL: served, checked, carried there and back, killed under load."""

from __future__ import annotations

import itertools
import signal
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
from sqlalchemy import make_url

from artistguard.claims.statement import entry
from artistguard.cli.main import main
from artistguard.cli.status import Status
from artistguard.errors import ArtistGuardError
from artistguard.ledger.bulk.snapshot import Snapshot
from artistguard.ledger.lookup import Lookup
from artistguard.ledger.opening import open_shelf, open_storage
from artistguard.messages import Answer, Item, Question
from artistguard.registry.client import Client
from artistguard.store.home import find_home
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import Receipt, check
from artistguard.works import Medium
from tests.cli.test_registry import Now, Serving
from tests.suites.registry_makers import declared, sha
from tests.suites.registry_suite import Counter

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.claims.statement import SignedStatement
    from tests.suites.postgres import PostgresServer


def command(*words: str) -> Status:
    return Status(main(["registry", *words]))


def test_served_checked_and_carried_there_and_back(
    tmp_path: Path, postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = postgres.url(), postgres.url()
    statements = [declared(str(number), contact="https://ada.example/ask") for number in range(12)]
    with Serving("--store", here, "--origin", "registry.example/log") as serving:
        assert serving.origin == "registry.example/log"
        counter = Counter(Client(serving.address), Now())
        first = counter.receipts(*statements[:5])
        assert serving.end()[0] == 0
    with Serving("--store", here) as serving:
        counter = Counter(Client(serving.address), Now(), taken=100)
        assert counter.key.name == "registry.example/log"
        receipts = first + counter.receipts(*statements[5:])
        for receipt, signed in zip(receipts, statements, strict=True):
            check(receipt, entry(signed), counter.key)
        assert counter.look(sha256=sha("3")).matches
        assert serving.end(signal.SIGINT)[0] == 0
    assert command("fsck", "--store", here) is Status.DONE
    assert "registry.example/log: 12 entries" in capsys.readouterr().out
    files = [tmp_path / name for name in ("one.jsonl", "two.jsonl", "three.jsonl")]
    for source, file, target in (
        (here, files[0], f"sqlite:///{tmp_path}/carried.db"),
        (f"sqlite:///{tmp_path}/carried.db", files[1], there),
    ):
        assert command("export", str(file), "--store", source) is Status.DONE
        assert command("import", str(file), "--store", target) is Status.DONE
        assert command("fsck", "--store", target) is Status.DONE
    assert command("export", str(files[2]), "--store", there) is Status.DONE
    assert len({file.read_bytes() for file in files}) == 1
    assert len(files[0].read_bytes().splitlines()) == len(statements)


def test_its_key_lies_in_the_home_and_its_loss_is_told(
    postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres.url()
    empty = find_home().folder.parent / "nothing.jsonl"
    empty.write_bytes(b"")
    assert command("import", str(empty), "--store", url) is Status.DONE
    (key,) = find_home().registry.glob("*.key")
    assert key.name.startswith(make_url(url).database or "")
    key.unlink()
    assert command("fsck", "--store", url) is Status.DONE
    assert "only the key that the registry names itself" in capsys.readouterr().err
    assert command("import", str(empty), "--store", url) is not Status.DONE
    assert "own key is missing" in capsys.readouterr().err


def send_until_it_is_gone(counter: Counter, kept: list[tuple[SignedStatement, Receipt]], name: str) -> None:
    for number in itertools.count():
        signed = declared(f"{name} {number}")
        kept += [(signed, receipt) for receipt in counter.receipts(signed)]


def test_killed_under_load_nothing_acknowledged_is_lost(
    postgres: PostgresServer, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres.url()
    kept: list[tuple[SignedStatement, Receipt]] = []
    for name in ("first", "second"):
        with Serving("--store", url) as serving:
            counter = Counter(Client(serving.address), Now(), taken=len(kept) + 1000)
            timer = threading.Timer(0.5, serving.process.kill)
            timer.start()
            with pytest.raises(ArtistGuardError):
                send_until_it_is_gone(counter, kept, name)
            timer.join()
    assert len(kept) > 3
    with Serving("--store", url) as serving:
        counter = Counter(Client(serving.address), Now())
        for signed, receipt in kept:
            check(receipt, entry(signed), counter.key)
            assert counter.registry.entries(receipt.index, receipt.index + 1) == (entry(signed),)
        assert serving.end()[0] == 0
    assert command("fsck", "--store", url) is Status.DONE
    assert "sound" in capsys.readouterr().out


@pytest.fixture
def filled(tmp_path: Path, postgres: PostgresServer) -> str:
    """A store with six works that are alike in pairs."""
    lines = [declared(str(number), pdq_v1=sha(f"code {number // 2}")) for number in range(6)]
    (tmp_path / "lines").write_bytes(msgspec.json.Encoder().encode_lines(lines))
    url = postgres.url()
    assert command("import", str(tmp_path / "lines"), "--store", url) is Status.DONE
    return url


@pytest.mark.parametrize(
    "damage",
    ["DELETE FROM tile", "UPDATE claim SET offer = 'https://eve.example'", "DELETE FROM digest", "DELETE FROM code"],
)
def test_what_is_derived_is_checked_and_made_anew(
    filled: str, postgres: PostgresServer, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("fsck", "--rebuild", "--store", filled) is Status.DONE
    with postgres.connect(make_url(filled).database or "") as connection:
        connection.execute(damage.encode())
    assert command("fsck", "--store", filled) is Status.SOME_FAILED
    capsys.readouterr()
    assert command("fsck", "--rebuild", "--store", filled) is Status.DONE
    assert "Made anew from 6 entries." in capsys.readouterr().out
    assert command("fsck", "--store", filled) is Status.DONE


def test_a_snapshot_of_it_answers(filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("snapshot", "-o", str(tmp_path / "snapshot.zip"), "--store", filled) is Status.DONE
    key = NoteKey.parse(capsys.readouterr().out.split()[-1])
    snapshot = Snapshot(tmp_path / "snapshot.zip", key)
    alike = Item({"pdq_v1": sha("code 1")}, distinctive=True, medium=Medium.IMAGE)
    found, unknown = snapshot.check(Question((Item({"sha256": sha("3")}), Item({"sha256": sha("x")})))).items
    assert (found.answer, unknown.answer) == (Answer.RESERVED, Answer.UNKNOWN)
    with closing(open_storage(filled)) as storage, closing(open_shelf(storage)) as shelf, storage.reading() as rows:
        assert snapshot.check(Question((alike,))).items == Lookup(rows, shelf, key.name, 20).find([alike])


def test_its_tables_are_printed(postgres: PostgresServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("tables") is Status.DONE
    printed = capsys.readouterr().out
    url = postgres.url()
    with postgres.connect(make_url(url).database or "") as connection:
        connection.execute(printed.encode())
    assert command("fsck", "--store", url) is Status.DONE
    assert "Nothing was ever written there" in capsys.readouterr().out
    assert command("tables", "--after", "999") is Status.USAGE
    assert "alembic_version" in capsys.readouterr().err
