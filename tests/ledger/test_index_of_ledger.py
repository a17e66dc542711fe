"""The index of similar codes in a ledger: kept beside it, made anew with it, and without what was forgotten."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest

from artistguard.claims.statement import Fingerprint
from artistguard.cli.main import main
from artistguard.cli.status import Status
from artistguard.ledger.fsck import differing
from artistguard.ledger.index.segments import SegmentIndex
from artistguard.ledger.index.shelf import Indexes
from artistguard.ledger.rebuilding import index_anew
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.messages import Item, Question
from artistguard.works import Medium
from tests.ledger.test_lookup import BODY, flipped, iscc
from tests.suites.registry_makers import Clock, Sender, declared, key, opened, sha, work

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger

SPACE = "text-iscc"


def shelf(folder: Path) -> Indexes:
    return Indexes(lambda space: SegmentIndex(folder / "segments" / space, 20))


def found(ledger: Ledger, body: bytes) -> list[str]:
    item = Item({"sha256": sha("another"), "iscc": iscc(body)}, distinctive=True, medium=Medium.TEXT)
    return [match.work for match in ledger.check(Question((item,))).items[0].matches]


def filled(folder: Path) -> Ledger:
    ledger = opened(folder, shelf=shelf(folder))
    sender = Sender(ledger, Clock())
    bodies = np.random.default_rng(1).integers(0, 256, (50, 32), dtype=np.uint8)
    sender.send(*(declared(str(at), medium=Medium.TEXT, iscc=iscc(body.tobytes())) for at, body in enumerate(bodies)))
    sender.send(declared("mine", medium=Medium.TEXT, iscc=iscc(flipped(30))))
    return ledger


def files(folder: Path) -> list[Path]:
    return sorted((folder / "segments" / SPACE).glob("*.codes"))


def test_a_ledger_finds_through_segments_after_a_restart(tmp_path: Path) -> None:
    with closing(filled(tmp_path)) as ledger:
        assert found(ledger, BODY) == [work("mine")]
    assert files(tmp_path)
    with closing(opened(tmp_path, shelf=shelf(tmp_path))) as ledger:
        assert found(ledger, BODY) == [work("mine")]
        Sender(ledger, Clock(), key("bob")).send(declared("later", medium=Medium.TEXT, iscc=iscc(flipped(10))))
        assert found(ledger, BODY) == [work("later"), work("mine")]


def test_a_damaged_index_is_told_and_made_anew(tmp_path: Path) -> None:
    with closing(filled(tmp_path)) as ledger:
        found(ledger, BODY)
    (segment,) = files(tmp_path)
    content = bytearray(segment.read_bytes())
    content[100] ^= 4
    segment.write_bytes(content)
    storage = SqliteStorage(tmp_path / "ledger.db")
    with closing(storage), closing(shelf(tmp_path)) as searched:
        assert [finding.place for finding in differing(storage, searched)] == [f"index {SPACE}"]
        index_anew(storage, searched)
        assert list(differing(storage, searched)) == []
    assert len(files(tmp_path)) == 1


def test_fsck_tells_of_an_index_and_makes_it_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("artistguard.ledger.index.segments.SCANNED", 20)
    with closing(filled(tmp_path)) as ledger:
        found(ledger, BODY)
    folder = tmp_path / "ledger.db-derived" / SPACE
    folder.mkdir(parents=True)
    for path in files(tmp_path):
        content = bytearray(path.read_bytes())
        content[64] ^= 1
        (folder / path.name).write_bytes(content)
    store = f"sqlite:///{tmp_path}/ledger.db"
    assert main(["registry", "fsck", "--store", store]) == Status.SOME_FAILED
    assert f"index {SPACE}: it does not hold what is registered" in capsys.readouterr().out
    assert main(["registry", "fsck", "--store", store, "--rebuild"]) == Status.DONE
    assert main(["registry", "fsck", "--store", store]) == Status.DONE


@pytest.mark.parametrize("searched", [False, True])
def test_what_was_only_enclosed_is_found_no_more_once_it_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, searched: bool
) -> None:
    monkeypatch.setattr("artistguard.claims.drafting.INLINE_CHARACTERS", 59)
    monkeypatch.setattr(
        "artistguard.claims.drafting._inline", lambda values: (Fingerprint("sha256", values["sha256"]),)
    )
    signed = declared("hidden", medium=Medium.TEXT, iscc=iscc(flipped(20)))
    monkeypatch.undo()
    assert "iscc" not in signed.statement.values  # type: ignore[union-attr]
    with closing(filled(tmp_path)) as ledger:
        Sender(ledger, Clock(), key("bob")).send(signed)
        if searched:
            assert found(ledger, BODY) == [work("hidden"), work("mine")]
        assert ledger.forget(signed.statement.record) == 1  # type: ignore[union-attr]
        assert found(ledger, BODY) == [work("mine")]
        with ledger.storage.reading() as rows:
            assert 51 not in rows.codes(SPACE, 0, 100)[0]
        assert ledger.find("iscc", iscc(flipped(20))) == ()
        assert ledger.fsck().sound
    storage = SqliteStorage(tmp_path / "ledger.db")
    with closing(storage), closing(shelf(tmp_path)) as again:
        assert list(differing(storage, again)) == []


def test_a_registry_of_a_few_works_has_no_files_of_an_index(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as ledger:
        Sender(ledger, Clock()).send(declared("a", medium=Medium.TEXT, iscc=iscc(BODY)))
        assert found(ledger, BODY) == [work("a")]
    assert not (tmp_path / "ledger.db-derived").exists()
