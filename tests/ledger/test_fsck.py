"""A check from the ground finds every kind of damage, and tells its place."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.canonical import canonical
from artistguard.claims.rotation import introduction, rotation
from artistguard.claims.signing import sign, sign_batch
from artistguard.claims.statement import Draft
from artistguard.errors import StoreDamaged, StoreProblem
from artistguard.ledger.fsck import fsck
from artistguard.ledger.ledger import local_origin
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.rebuilding import rebuild
from artistguard.ledger.storage.migrations.steps.step_1 import SQLITE
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.transparency.checkpoint import Checkpoint, NoteKey
from artistguard.transparency.checkpoint import sign as sign_note
from artistguard.transparency.merkle import leaf_hash
from artistguard.works import Medium
from tests.suites.registry_makers import LOG, MADE, Clock, Sender, declared, drafted, key, opened, seed, withdrawn

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
        ("UPDATE claim SET party = 'did:key:eve' WHERE idx = 7", {"claim 7"}),
        ("INSERT INTO key VALUES ('did:key:eve', 'did:key:ada', 0)", {"party did:key:eve"}),
        ("INSERT INTO party VALUES ('did:key:ada', 'did:key:eve', 'unverified')", {"party did:key:ada"}),
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
    note = sign_note(Checkpoint(name, 2, leaf_hash(b"another log")), LOG)
    report = checked(path, "UPDATE checkpoint SET note = ? WHERE size = 2", note)
    assert [(finding.place, finding.problem) for finding in report.findings] == [
        ("checkpoint 2", "the log was changed after it was signed")
    ]
    longer = sign_note(Checkpoint(name, 400, leaf_hash(b"more than there is")), LOG)
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


REBUILT = (
    "DELETE FROM claim WHERE idx = 7",
    "UPDATE claim SET choice = 'allow'",
    "DELETE FROM digest",
    "DELETE FROM code",
    "DELETE FROM tile",
    "UPDATE tile SET hashes = zeroblob(8192) WHERE place = 0",
    "UPDATE party SET recovery = 'did:key:stranger'",
    "UPDATE key SET ended = 1 - ended",
)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    database = sqlite3.connect(path)
    tables = ("entry", "tile", "checkpoint", "claim", "digest", "code", "enclosure", "key", "party")
    found = {table: sorted(database.execute(f"SELECT * FROM {table}").fetchall()) for table in tables}
    database.close()
    return found


def test_everything_derived_is_made_anew(path: Path, tmp_path: Path) -> None:
    ledger = opened(tmp_path)
    sender = Sender(ledger, Clock(), key("keys"))
    mine = key("keys")
    named = introduction(seed=seed("n"), key=mine.did, recovery=key("recovery").did, made=MADE)
    handed = rotation(seed=seed("m"), key=mine.did, by=mine, successor=key("next"), made=MADE)
    sender.send(sign(Draft(named), mine), sign(Draft(handed), mine))
    ledger.close()
    before = rows(path)
    assert len(before["key"]) == 2
    for damage in REBUILT:
        assert not checked(path, damage).sound, damage
        put_triggers_back(path)
        assert rows(path) != before, damage
        storage = SqliteStorage(path)
        publisher = Publisher(storage, KEY, tmp_path / "log")
        assert rebuild(storage, KEY, publisher.rebuild) == 302
        assert fsck(storage, KEY).findings == ()
        assert list(publisher.differing()) == []
        storage.close()
        assert rows(path) == before, damage


def put_triggers_back(path: Path) -> None:
    database = sqlite3.connect(path)
    for statement in SQLITE:
        if statement.startswith("CREATE TRIGGER"):
            database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("DELETE FROM entry WHERE idx = 7", "entry 7 of the log is lost"),
        ("DELETE FROM entry WHERE idx = 299", "not the 300 that were signed"),
        ("DELETE FROM checkpoint", "does not hold"),
        ("UPDATE entry SET content = (SELECT content FROM entry WHERE idx = 8) WHERE idx = 7", "not the 300"),
    ],
)
def test_what_is_lost_for_good_is_not_covered_up(path: Path, damage: str, words: str) -> None:
    checked(path, damage)
    before = rows(path)
    storage = SqliteStorage(path)
    with pytest.raises(StoreDamaged, match=words):
        rebuild(storage, KEY)
    storage.close()
    assert rows(path) == before


def test_enclosures_that_are_not_kept_are_told_and_break_nothing(path: Path) -> None:
    report = checked(path, "DELETE FROM enclosure WHERE kind = 'particulars'")
    assert report.sound
    assert [(finding.place, finding.problem) for finding in report.gone] == [
        ("entry 0", "its particulars are not kept")
    ]


def test_a_published_folder_that_was_changed_is_told(path: Path, tmp_path: Path) -> None:
    storage = SqliteStorage(path)
    publisher = Publisher(storage, KEY, tmp_path / "log")
    assert list(publisher.differing()) == []  # nothing was published yet
    publisher.publish()
    (tmp_path / "log/tile/0/000").write_bytes(b"")
    (tmp_path / "log/tile/entries/001.p/44").unlink()
    assert set(publisher.differing()) == {"tile/0/000", "tile/entries/001.p/44"}
    (tmp_path / "log/checkpoint").write_text("gone", "utf-8")
    assert list(publisher.differing()) == ["checkpoint"]
    storage.close()


@pytest.mark.parametrize(
    "damage", ["DELETE FROM about_keys WHERE idx = 1", "INSERT INTO about_keys SELECT party, 2 FROM about_keys LIMIT 1"]
)
def test_what_was_said_of_keys_is_listed_whole(tmp_path: Path, damage: str) -> None:
    clock = Clock()
    ledger = opened(tmp_path, clock)
    sender = Sender(ledger, clock)
    sender.send(declared("picture"))
    naming = introduction(seed=seed("naming"), key=key().did, recovery=key("paper").did, made=MADE)
    sender.send(sign(Draft(naming), key()))
    sender.send(declared("another"))
    ledger.close()
    path = tmp_path / "ledger.db"
    assert checked(path).sound
    report = checked(path, damage)
    assert [(each.place, bool(each.problem)) for each in report.findings] == [(f"party {key().did}", True)]
