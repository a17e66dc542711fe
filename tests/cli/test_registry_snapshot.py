"""The command `registry snapshot`, and a registry that is served with a folder for what it gives out in bulk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from artistguard.cli.main import main
from artistguard.cli.status import Status
from artistguard.ledger.bulk.snapshot import Snapshot
from artistguard.messages import Answer, Item, Question
from artistguard.transparency.checkpoint import NoteKey
from artistguard.works import Medium
from tests.suites.registry_makers import Clock, Sender, declared, opened, sha

if TYPE_CHECKING:
    from pathlib import Path

LONG = "A" * 2000


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A registry with one recording in it, its key beside it."""
    folder = tmp_path / "registry"
    folder.mkdir()
    clock = Clock()
    ledger = opened(folder, clock, origin="registry.example/log")
    Sender(ledger, clock).send(declared("song", medium=Medium.AUDIO, chromaprint_v1=LONG))
    ledger.close()
    (folder / "ledger.db.key").write_text(b"the key of a registry for tests.".hex())
    (folder / "ledger.db.key").chmod(0o600)
    return f"sqlite:///{folder / 'ledger.db'}"


@pytest.mark.parametrize("enclosed", [False, True])
def test_a_snapshot_answers_with_the_key_that_was_told(
    store: str, enclosed: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "snapshot.zip"
    more = ["--enclosed"] if enclosed else []
    assert main(["registry", "snapshot", "-o", str(target), "--store", store, *more]) == Status.DONE
    said = capsys.readouterr().out
    key = re.search(r"registry\.example/log\+\S+", said)
    assert key
    assert "with 1 entries" in said
    snapshot = Snapshot(target, NoteKey.parse(key[0]))
    assert snapshot.check(Question((Item({"sha256": sha("song")}),))).items[0].answer is Answer.RESERVED
    assert (LONG.encode() in target.read_bytes()) is enclosed


def test_nothing_is_written_over_and_nothing_made_from_nothing(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine"
    target.write_text("mine")
    assert main(["registry", "snapshot", "-o", str(target), "--store", store]) == Status.SOME_FAILED
    assert "stands there already" in capsys.readouterr().err
    assert target.read_text() == "mine"
    nowhere = f"sqlite:///{tmp_path / 'nowhere.db'}"
    assert main(["registry", "snapshot", "-o", str(tmp_path / "x"), "--store", nowhere]) == Status.USAGE
    assert "There is no registry" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
