"""The command `registry`: serve, fsck, import, export, and what comes later."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import msgspec
import pytest

from artistguard.cli.main import main
from artistguard.cli.status import Status
from artistguard.registry.client import Client
from artistguard.store.home import find_home
from artistguard.transparency.receipt import LOCAL, Receipt
from tests.suites.registry_makers import Clock, declared, key
from tests.suites.registry_suite import Counter

if TYPE_CHECKING:
    from pathlib import Path

READY = re.compile(r"Registry (\S+) is open at (http://\S+); its key is (\S+)\n")


class Now(Clock):
    """The real time, since the command has no other."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


class Serving:
    """`artistguard registry serve` in a child process."""

    def __init__(self, *words: str) -> None:
        self.before: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "artistguard", "registry", "serve", "--port", "0", *words],
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if found := READY.fullmatch(line):
                self.origin, self.address, self.key = found.groups()
                return
            self.before.append(line)
        raise AssertionError(self.before)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def end(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        self.process.send_signal(number)
        out, rest = self.process.communicate(timeout=60)
        return self.process.returncode, out, rest


def fill(address: str, *names: str) -> Counter:
    counter = Counter(Client(address), Now())
    items = counter.send(*(declared(name) for name in names)).items
    assert all(isinstance(item, Receipt) for item in items), items
    return counter


@pytest.mark.network
def test_serve_says_where_it_is_and_ends_in_order(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'sub' / 'registry.db'}"
    with Serving("--store", store, "--origin", "my.example/log") as serving:
        assert serving.origin == "my.example/log"
        assert serving.key.startswith("my.example/log+")
        assert serving.before == []
        counter = fill(serving.address, "a", "b")
        assert str(counter.key) == serving.key
        assert serving.end(signal.SIGINT) == (0, "", "The registry is closed.\n")
    with Serving("--store", store) as again:
        assert (again.origin, again.key) == ("my.example/log", serving.key)
        assert len(Client(again.address).entries(0, 9)) == 2


@pytest.mark.network
def test_the_registry_of_the_home_is_the_default() -> None:
    with Serving() as serving:
        assert serving.origin.startswith(LOCAL)
        assert "prove no date" in "".join(serving.before)
        fill(serving.address, "a")
        assert main(["registry", "fsck"]) == Status.DONE  # beside the running server
        assert serving.end()[0] == 0
    assert find_home().ledger.exists()


@pytest.mark.network
def test_a_store_of_its_own_is_no_registry_of_this_computer(tmp_path: Path) -> None:
    with Serving("--store", f"sqlite:///{tmp_path / 'r.db'}") as serving:
        assert serving.origin.startswith("artistguard.registry/")
        (receipt,) = fill(serving.address, "a").send(declared("a")).items
        assert isinstance(receipt, Receipt)
        assert receipt.kind == "registered"
        assert (tmp_path / "r.db.key").stat().st_mode & 0o077 == 0


@pytest.mark.network
def test_limits_hold_where_others_can_reach_us(tmp_path: Path) -> None:
    with Serving("--store", f"sqlite:///{tmp_path / 'r.db'}", "--host", "0.0.0.0") as serving:
        assert "not encrypted" in "".join(serving.before)
        address = serving.address.replace("0.0.0.0", "127.0.0.1")
        assert Client(address).describe().limits.works_per_day == 10_000
    with Serving("--store", f"sqlite:///{tmp_path / 'r.db'}") as serving:
        assert Client(serving.address).describe().limits.works_per_day is None


@pytest.mark.network
def test_a_port_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Serving("--store", f"sqlite:///{tmp_path / 'r.db'}") as serving:
        port = serving.address.rpartition(":")[2]
        assert main(["registry", "serve", "--store", f"sqlite:///{tmp_path / 's.db'}", "--port", port]) == Status.USAGE
        assert "--port" in capsys.readouterr().err


def refused(words: list[str], capsys: pytest.CaptureFixture[str], status: Status = Status.USAGE) -> str:
    assert main(["registry", *words]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err


@pytest.mark.parametrize("url", ["", "x.db", "mysql://x", "sqlite://x", "sqlite:///", "sqlite:x"])
def test_stores_that_are_none(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "sqlite:///PATH" in refused(["fsck", "--store", url], capsys)


@pytest.mark.parametrize("action", [["fsck"], ["export", "x.jsonl"]])
def test_no_registry_there(action: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no registry" in refused([*action, "--store", f"sqlite:///{tmp_path / 'r.db'}"], capsys)
    assert list(tmp_path.iterdir()) == []


def test_without_the_server_s_libraries_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("artistguard.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "granian", None)
    said = refused(["serve", "--store", f"sqlite:///{tmp_path / 'r.db'}"], capsys)
    assert 'pip install "artistguard[registry]"' in said


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A registry with three statements, made by import."""
    (tmp_path / "made").mkdir()
    lines = [msgspec.json.encode(declared(name)) + b"\n" for name in "abc"]
    (tmp_path / "lines").write_bytes(b"".join(lines))
    url = f"sqlite:///{tmp_path / 'made' / 'r.db'}"
    assert main(["registry", "import", str(tmp_path / "lines"), "--store", url]) == Status.DONE
    return url


def test_statements_are_carried_over(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target, other = tmp_path / "carried", f"sqlite:///{tmp_path / 'other.db'}"
    assert main(["registry", "export", str(target), "--store", store]) == Status.DONE
    assert main(["registry", "import", str(target), "--store", other]) == Status.DONE
    assert main(["registry", "export", str(tmp_path / "again"), "--store", other]) == Status.DONE
    assert target.read_bytes() == (tmp_path / "again").read_bytes()
    assert target.read_bytes().count(b"\n") == 3
    assert ": 3." in capsys.readouterr().out
    assert main(["registry", "fsck", "--store", other]) == Status.DONE
    assert "3 entries" in capsys.readouterr().out


def test_nothing_is_written_over(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").write_text("mine")
    capsys.readouterr()
    assert "stands there already" in refused(
        ["export", str(tmp_path / "mine"), "--store", store], capsys, Status.SOME_FAILED
    )
    assert (tmp_path / "mine").read_text() == "mine"


def test_what_is_no_statement_is_told_and_the_rest_is_taken(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = msgspec.structs.replace(declared("d"), signature=declared("e").signature)
    lines = [b"nothing", msgspec.json.encode(forged), b"x" * (5 << 20), msgspec.json.encode(declared("f", by=key("f")))]
    (tmp_path / "mixed").write_bytes(b"\n".join(lines))
    assert main(["registry", "import", str(tmp_path / "mixed"), "--store", store]) == Status.SOME_FAILED
    said = capsys.readouterr()
    assert "Taken into the log of" in said.out.splitlines()[-1]
    assert "line 1" in said.err
    assert "signature" in said.err


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_an_import_of_nothing(store: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert refused(["import", str(tmp_path / name), "--store", store], capsys, Status.SOME_FAILED)


def test_fsck_names_what_is_wrong(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registry", "fsck", "--store", store]) == Status.DONE
    with sqlite3.connect(tmp_path / "made" / "r.db") as database:
        database.execute("DROP TRIGGER entry_stays")
        database.execute(
            "UPDATE entry SET content = CAST(replace(content, 'search-only', 'allow') AS BLOB) WHERE idx = 1"
        )
    database.close()
    capsys.readouterr()
    assert main(["registry", "fsck", "--store", store]) == Status.SOME_FAILED
    said = capsys.readouterr().out
    assert "entry 1: " in said
    assert "wrong" in said.splitlines()[-1]


def test_fsck_checks_with_the_secret_key_not_with_what_the_database_says(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "made" / "r.db.key"
    path.write_text("00" * 32)
    assert main(["registry", "fsck", "--store", store]) == Status.SOME_FAILED
    path.unlink()
    capsys.readouterr()
    assert main(["registry", "fsck", "--store", store]) == Status.DONE
    assert "is missing" in capsys.readouterr().err
    assert not path.exists()
    path.write_text("what")
    assert "not the key" in refused(["fsck", "--store", store], capsys, Status.SOME_FAILED)


def test_without_its_key_nothing_is_added(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "made" / "r.db.key"
    path.unlink()
    capsys.readouterr()
    said = refused(["import", str(tmp_path / "lines"), "--store", store], capsys, Status.SOME_FAILED)
    assert "backup" in said
    assert not path.exists()


def test_a_name_is_for_good(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert "cannot be renamed" in refused(["serve", "--store", store, "--origin", "other.example"], capsys)


def test_a_file_that_is_no_registry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.db").write_bytes(b"a picture, say" * 1000)
    for action in (["fsck"], ["serve", "--port", "0"], ["export", str(tmp_path / "x")]):
        refused([*action, "--store", f"sqlite:///{tmp_path / 'r.db'}"], capsys, Status.SOME_FAILED)
    assert (tmp_path / "r.db").read_bytes() == b"a picture, say" * 1000


@pytest.mark.parametrize("port", ["-1", "65536", "many"])
def test_ports_that_are_none(port: str) -> None:
    with pytest.raises(SystemExit) as end:
        main(["registry", "serve", "--port", port])
    assert end.value.code == Status.USAGE
