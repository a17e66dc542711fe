"""The operator's commands: backup and restore, vouch, forget, token, and the configuration file."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

from artistguard.cli.main import main
from artistguard.cli.status import Status
from artistguard.registry.client import Client
from tests.cli.test_registry import Serving, fill
from tests.suites.registry_makers import declared, key, work

if TYPE_CHECKING:
    from pathlib import Path


def url(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    with Serving("--store", url(tmp_path / "r.db"), "--origin", "my.example/log") as serving:
        fill(serving.address, "a", "b", "c")
        serving.end()
    return tmp_path / "r.db"


@pytest.mark.network
def test_a_backup_of_a_running_registry_comes_back_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, copy, again = tmp_path / "r.db", tmp_path / "backup" / "copy.db", tmp_path / "new" / "r.db"
    with Serving("--store", url(store), "--origin", "my.example/log") as serving:
        counter = fill(serving.address, "a", "b")
        assert main(["registry", "backup", "--store", url(store), "-o", str(copy), "--with-key"]) == Status.DONE
        assert "my.example/log: 2 entries, sound" in capsys.readouterr().out
        counter.receipts(declared("c"))  # it goes on
        known = serving.key
    assert copy.stat().st_mode & 0o077 == 0
    assert copy.with_name("copy.db.key").stat().st_mode & 0o077 == 0
    assert main(["registry", "fsck", "--store", url(copy)]) == Status.DONE
    assert main(["registry", "restore", str(copy), "--store", url(again)]) == Status.DONE
    told = capsys.readouterr()
    assert "2 entries are back" in told.out
    assert "newest backup only" in told.err
    with Serving("--store", url(again)) as serving:
        assert (serving.origin, serving.key) == ("my.example/log", known)
        assert len(Client(serving.address).entries(0, 9)) == 2


def test_a_backup_without_the_key_says_so(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.db"
    assert main(["registry", "backup", "--store", url(filled), "-o", str(copy)]) == Status.DONE
    assert "secret key is not in it" in capsys.readouterr().err
    assert main(["registry", "restore", str(copy), "--store", url(tmp_path / "n.db")]) == Status.SOME_FAILED
    assert "key is missing" in capsys.readouterr().err
    assert not (tmp_path / "n.db").exists()
    (tmp_path / "n.db.key").write_bytes(filled.with_name("r.db.key").read_bytes())
    assert main(["registry", "restore", str(copy), "--store", url(tmp_path / "n.db")]) == Status.DONE


def test_nothing_is_written_over(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    standing = tmp_path / "standing"
    standing.write_bytes(b"mine")
    assert main(["registry", "backup", "--store", url(filled), "-o", str(standing)]) == Status.SOME_FAILED
    assert standing.read_bytes() == b"mine"
    before = filled.stat().st_ino
    assert main(["registry", "backup", "--store", url(filled), "-o", str(tmp_path / "c.db"), "--with-key"]) == 0
    assert main(["registry", "restore", str(tmp_path / "c.db"), "--store", url(filled)]) == Status.SOME_FAILED
    assert filled.stat().st_ino == before
    assert capsys.readouterr().err.count("exists already") == 2


@pytest.mark.parametrize("damage", ["entry", "file", "other"])
def test_a_damaged_backup_is_not_brought_back(
    filled: Path, tmp_path: Path, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    assert main(["registry", "backup", "--store", url(filled), "-o", str(copy), "--with-key"]) == Status.DONE
    if damage == "entry":
        with sqlite3.connect(copy) as rows:
            rows.execute("DROP TRIGGER entry_stays")
            rows.execute("UPDATE entry SET content = CAST(replace(content, 'a', 'b') AS BLOB) WHERE idx = 1")
        rows.close()
    elif damage == "file":
        copy.write_bytes(copy.read_bytes()[:5000])
    else:
        copy.write_bytes(b"not a database at all" * 100)
    assert main(["registry", "restore", str(copy), "--store", url(tmp_path / "n.db")]) == Status.SOME_FAILED
    assert capsys.readouterr().err
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith("n.db")) == []


@pytest.mark.network
def test_operators_vouch_and_forget_on_their_computer(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", url(filled)]
    assert main(["registry", "vouch", key().did, "verified", *store]) == Status.DONE
    record = "urn:uuid:00000000-0000-4000-8000-000000000000"
    assert main(["registry", "forget", record, *store]) == Status.DONE
    assert "were deleted: 0" in capsys.readouterr().out
    with Serving(*store) as serving:
        (claim,) = Client(serving.address).work(work("a")).history
        assert claim.evidence == "verified"


def test_a_token_is_shown_once_and_kept_as_its_digest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "token"]) == Status.DONE
    told = capsys.readouterr()
    token = told.out.strip()
    assert re.fullmatch(r"[\w-]{43}", token)
    assert f"sha256:{hashlib.sha256(token.encode()).hexdigest()}" in told.err


@pytest.mark.network
def test_one_file_sets_up_every_action(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "registry.toml"
    config.write_text(f'store = "{url(tmp_path / "r.db")}"\norigin = "my.example/log"\nport = 1\n')
    with Serving("--config", str(config)) as serving:  # the typed port goes before
        assert serving.origin == "my.example/log"
        fill(serving.address, "a")
    assert main(["registry", "fsck", "--config", str(config)]) == Status.DONE
    assert "my.example/log: 1 entries" in capsys.readouterr().out
    config.write_text("ports = 1")
    assert main(["registry", "fsck", "--config", str(config)]) == Status.USAGE
    assert main(["registry", "fsck", "--config", str(tmp_path / "none.toml")]) == Status.SOME_FAILED
