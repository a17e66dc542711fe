"""A check from the ground finds every kind of damage, and tells its place."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.canonical import canonical
from artistguard.claims.signing import sign_batch
from artistguard.errors import StoreProblem
from artistguard.ledger.fsck import fsck
from artistguard.ledger.ledger import local_origin
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.transparency.checkpoint import Checkpoint, NoteKey, sign
from artistguard.transparency.merkle import leaf_hash
from artistguard.works import Medium
from tests.suites.registry_makers import LOG, Clock, Sender, declared, drafted, key, opened, withdrawn

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.ledger.fsck import Report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of 300 entries with everything that one may hold."""
    clock = Clock()
    ledger = opened(tmp_path, clock)
    sender = Sender(ledger, clock)
    picture = declared("picture", pdq_v1="0f" * 32, contact="https://ada.example", chroma="x" * 900)
    sender.send(picture, declared("words", medium=Medium.TEXT))
    sender.send(withdrawn(picture), *sign_batch([drafted(str(number)) for number in range(297)], key()))
    ledger.close()
    return tmp_path / "ledger.db"


def checked(path: Path, damage: str = "", *values: object) -> Report:
    if damage:
        database = sqlite3.connect(path)
        for trigger in ("entry_stays", "entry_kept", "checkpoint_stays"):
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(damage, values)
        database.commit()
        database.close()
    storage = SqliteStorage(path)

    report = fsck(storage, KEY)
    storage.close()
    return report


KEY = NoteKey(local_origin(LOG.public), LOG.public)


def test_a_sound_ledger(path: Path) -> None:
    report = checked(path)
    assert report.findings == ()
    assert (report.entries, report.checkpoints, report.sound) == (300, 3, True)


@pytest.mark.parametrize(
    ("damage", "places"),
    [
        ("DELETE FROM entry WHERE idx = 7", {"entry 7", "tile/0/000", "tile/1/000", "checkpoint 300"}),
        ("UPDATE entry SET leaf = x'00' WHERE idx = 7", {"entry 7"}),
        (
            "UPDATE entry SET content = CAST(replace(content, 'search-only', 'no-ai-train') AS BLOB) WHERE idx = 7",
            {"entry 7", "tile/0/000", "tile/1/000", "checkpoint 300"},
        ),
        ("UPDATE tile SET hashes = zeroblob(8192) WHERE place = 0", {"tile/0/000"}),
        ("DELETE FROM tile WHERE place = 1", {"tile/0/001"}),
        ("UPDATE checkpoint SET note = replace(note, 'a', 'b') WHERE size = 2", {"checkpoint 2"}),
        ("DELETE FROM checkpoint WHERE size = 300", {"log"}),
        ("UPDATE claim SET choice = 'allow' WHERE idx = 7", {"claim 7"}),
        ("UPDATE claim SET supersedes = 'x' WHERE idx = 2", {"claim 2"}),
        ("UPDATE claim SET distinctive = 0 WHERE idx = 0", {"claim 0"}),
        ("DELETE FROM claim WHERE idx = 7", {"claim 7"}),
        ("DELETE FROM digest WHERE idx = 7", {"claim 7"}),
        ("DELETE FROM code WHERE idx = 0", {"claim 0"}),
        ("UPDATE code SET value = zeroblob(32) WHERE idx = 0", {"claim 0"}),
        (
            "UPDATE enclosure SET content = CAST(replace(content, 'ada', 'eve') AS BLOB) WHERE kind = 'particulars'",
            {"entry 0"},
        ),
        ("UPDATE enclosure SET content = x'00' WHERE kind = 'codes'", {"entry 0"}),
    ],
)
def test_every_damage_is_told_with_its_place(path: Path, damage: str, places: set[str]) -> None:
    report = checked(path, damage)
    assert not report.sound
    assert {finding.place for finding in report.findings} == places
    assert all(finding.problem for finding in report.findings)


def test_an_entry_that_nobody_signed(path: Path) -> None:
    forged = canonical(declared("forged")).replace(b"search-only", b"no-ai-training")
    report = checked(path, "UPDATE entry SET content = ?, leaf = ? WHERE idx = 299", forged, leaf_hash(forged))
    assert "entry 299" in {finding.place for finding in report.findings}
    assert any("signature does not fit" in finding.problem for finding in report.findings)


def test_an_entry_in_another_spelling(path: Path) -> None:
    spelled = canonical(declared("0")).replace(b'{"signature"', b'{ "signature"')
    report = checked(path, "UPDATE entry SET content = ?, leaf = ? WHERE idx = 299", spelled, leaf_hash(spelled))
    assert "its bytes are not canonical" in {finding.problem for finding in report.findings}


def test_a_checkpoint_that_was_signed_over_another_log(path: Path) -> None:
    name = KEY.name
    note = sign(Checkpoint(name, 2, leaf_hash(b"another log")), LOG)
    report = checked(path, "UPDATE checkpoint SET note = ? WHERE size = 2", note)
    assert [(finding.place, finding.problem) for finding in report.findings] == [
        ("checkpoint 2", "the log was changed after it was signed")
    ]
    longer = sign(Checkpoint(name, 400, leaf_hash(b"more than there is")), LOG)
    database = sqlite3.connect(path)
    database.execute("INSERT INTO checkpoint VALUES (400, ?)", (longer,))
    database.commit()
    database.close()
    assert {"checkpoint 400", "log"} <= {finding.place for finding in checked(path).findings}


def test_another_key_fits_no_checkpoint(path: Path) -> None:
    storage = SqliteStorage(path)
    report = fsck(storage, NoteKey(KEY.name, key().public))
    assert len(report.findings) == report.checkpoints == 3


def test_a_file_with_holes_is_told(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[8192:40960] = bytes(32768)
    path.write_bytes(raw)
    with pytest.raises(StoreProblem):
        checked(path)
