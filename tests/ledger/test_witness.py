"""A registry that stands up for other logs: it cosigns what only grew, once, and remembers it over restarts."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import StoreDamaged, StoreProblem
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.ledger.witness import SIZE, Witness
from artistguard.transparency.checkpoint import Checkpoint, Line, Note, NoteKey, sign
from artistguard.transparency.cosignature import cosigned
from artistguard.transparency.merkle import Leaves, Proofs, leaf_hash
from artistguard.transparency.request import CosignRequest
from artistguard.transparency.signature import SeedSigner
from tests.suites.registry_makers import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOG = SeedSigner(b"a log that wants to be witnessed")
OWN = SeedSigner(b"the witness, thirty-two bytes ..")
KEY = NoteKey("log.example", LOG.public)
NAME = "witness.example/w"


class Log:
    """A log of so many entries, some of them other ones."""

    def __init__(self, size: int = 20, twist: int | None = None) -> None:
        self.leaves = Leaves([leaf_hash(b"%d" % (-at if at == twist else at)) for at in range(size)])

    def note(self, size: int, signer: SeedSigner = LOG, origin: str = KEY.name) -> str:
        return sign(Checkpoint(origin, size, Proofs(self.leaves, size).root()), signer)

    def ask(self, old: int, new: int) -> str:
        return str(CosignRequest(old, Proofs(self.leaves, new).consistency(old), self.note(new)))


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqliteStorage]:
    made = SqliteStorage(tmp_path / "witness.db")
    yield made
    made.close()


@pytest.fixture
def witness(storage: SqliteStorage) -> Witness:
    return opened(storage)


def opened(storage: SqliteStorage) -> Witness:
    return Witness(storage, NAME, OWN, [KEY], Clock())


def test_it_cosigns_what_only_grew(witness: Witness) -> None:
    log = Log()
    for old, new in ((0, 0), (0, 3), (3, 3), (3, 8), (8, 20)):
        verdict = witness.add_checkpoint(log.ask(old, new))
        assert verdict.status == 200, verdict
        note = Note(Note.parse(log.note(new)).text, (Line.parse(verdict.body.removesuffix("\n")),))
        assert cosigned(note, witness.key) == int(Clock()().timestamp())


def test_it_tells_the_size_it_saw_last(witness: Witness) -> None:
    log = Log()
    assert witness.add_checkpoint(log.ask(0, 5)).status == 200
    for old, new in ((0, 9), (4, 9), (6, 9), (0, 5)):
        verdict = witness.add_checkpoint(log.ask(old, new))
        assert (verdict.status, verdict.body, verdict.media) == (409, "5\n", SIZE)


def test_it_never_goes_back(witness: Witness) -> None:
    log = Log()
    assert witness.add_checkpoint(log.ask(0, 9)).status == 200
    assert witness.add_checkpoint(log.ask(0, 4)).status == 409
    assert witness.add_checkpoint(str(CosignRequest(9, (), log.note(4)))).status == 400
    assert witness.add_checkpoint(log.ask(9, 12)).status == 200


def test_it_never_stands_up_for_two_histories(witness: Witness) -> None:
    assert witness.add_checkpoint(Log().ask(0, 9)).status == 200
    fork = Log(twist=2)
    assert witness.add_checkpoint(fork.ask(9, 9)).status == 409  # another root for the same size
    assert witness.add_checkpoint(fork.ask(9, 15)).status == 422
    assert witness.add_checkpoint(str(CosignRequest(9, (), Log().note(15)))).status == 422
    assert witness.add_checkpoint(Log().ask(9, 15)).status == 200


def test_it_stands_up_only_for_logs_it_was_told_of(witness: Witness) -> None:
    log = Log()
    unknown = str(CosignRequest(0, (), log.note(5, origin="other.example")))
    assert witness.add_checkpoint(unknown).status == 404
    forged = str(CosignRequest(0, (), log.note(5, signer=OWN)))
    assert witness.add_checkpoint(forged).status == 403


@pytest.mark.parametrize("body", ["", "old 0\n\nno note", "old 0\n\nlog.example\n1\n\n— a AAAA\n", "old x\n\n"])
def test_what_is_no_question_is_told(witness: Witness, body: str) -> None:
    assert witness.add_checkpoint(body).status == 400


def test_it_remembers_over_restarts(tmp_path: Path) -> None:
    first = SqliteStorage(tmp_path / "w.db")
    assert opened(first).add_checkpoint(Log().ask(0, 9)).status == 200
    first.close()
    again = SqliteStorage(tmp_path / "w.db")
    assert opened(again).add_checkpoint(Log(twist=2).ask(0, 12)).body == "9\n"
    again.close()


@pytest.mark.parametrize("emptied", [False, True])
def test_a_database_put_back_makes_it_forget_nothing(tmp_path: Path, *, emptied: bool) -> None:
    """The backup of an early state, or none at all, comes back; what it saw beside the database counts."""
    database, backup = tmp_path / "w.db", tmp_path / "backup.db"

    def asked(body: str, beside: Path | None = tmp_path / "seen") -> tuple[int, str]:
        storage = SqliteStorage(database)
        verdict = Witness(storage, NAME, OWN, [KEY], Clock(), beside).add_checkpoint(body)
        storage.close()
        return verdict.status, verdict.body

    assert asked(Log().ask(0, 3))[0] == 200
    shutil.copy(database, backup)
    assert asked(Log().ask(3, 9))[0] == 200
    for path in tmp_path.glob("w.db*"):
        path.unlink()
    if not emptied:
        shutil.copy(backup, database)
    fork, old = Log(twist=5), 0 if emptied else 3
    assert asked(fork.ask(old, 12)) == (409, "9\n")
    assert asked(fork.ask(9, 12))[0] == 422
    assert asked(Log().ask(9, 12))[0] == 200
    (tmp_path / "seen").rename(tmp_path / "lost")
    assert asked(fork.ask(12, 15))[0] == 422  # the database has caught up
    assert asked(Log().ask(12, 15))[0] == 200
    assert len(list((tmp_path / "seen").glob("*.note"))) == 1


def test_two_memories_that_contradict_one_another_stand_up_for_nothing(tmp_path: Path, storage: SqliteStorage) -> None:
    fork = Witness(storage, NAME, OWN, [KEY], Clock())
    assert fork.add_checkpoint(Log(twist=2).ask(0, 9)).status == 200
    other = SqliteStorage(tmp_path / "other.db")
    assert Witness(other, NAME, OWN, [KEY], Clock(), tmp_path / "seen").add_checkpoint(Log().ask(0, 9)).status == 200
    other.close()
    both = Witness(storage, NAME, OWN, [KEY], Clock(), tmp_path / "seen")
    with pytest.raises(StoreDamaged, match="two histories"):
        both.add_checkpoint(Log().ask(9, 12))
    (path,) = (tmp_path / "seen").iterdir()
    path.write_text("nothing")
    with pytest.raises(StoreDamaged, match="damaged"):
        both.add_checkpoint(Log().ask(9, 12))
    path.write_bytes(b"\xff")
    with pytest.raises(StoreProblem, match="cannot be read"):
        both.add_checkpoint(Log().ask(9, 12))


def test_what_cannot_be_written_beside_is_not_cosigned(tmp_path: Path, storage: SqliteStorage) -> None:
    (tmp_path / "seen").write_text("in the way")
    with pytest.raises(StoreProblem, match="seen"):
        Witness(storage, NAME, OWN, [KEY], Clock(), tmp_path / "seen").add_checkpoint(Log().ask(0, 9))
    assert opened(storage).add_checkpoint(Log().ask(0, 3)).status == 200  # nothing of it was kept


def test_what_cannot_be_remembered_is_not_cosigned(tmp_path: Path) -> None:
    storage = SqliteStorage(tmp_path / "w.db")
    with sqlite3.connect(tmp_path / "w.db") as database:
        database.execute("CREATE TRIGGER full BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'no'); END")
    database.close()
    with pytest.raises(StoreProblem, match="no"):
        opened(storage).add_checkpoint(Log().ask(0, 9))
    storage.close()


def test_two_that_ask_at_once_are_never_both_right(storage: SqliteStorage) -> None:
    """Both bring a proof from the same state to different histories; one is cosigned."""
    assert opened(storage).add_checkpoint(Log().ask(0, 2)).status == 200
    both = [Log(twist=3), Log(twist=4)]
    statuses: list[int] = []
    threads = [
        threading.Thread(target=lambda log=log: statuses.append(opened(storage).add_checkpoint(log.ask(2, 9)).status))
        for log in both * 4
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, *[409] * 7]
