"""A snapshot answers as the registry does, and one that is brought up to date is the one the registry would give."""

from __future__ import annotations

import base64
import io
import os
import zipfile
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest

from artistguard.errors import Distrusted, ProofProblem, Refused
from artistguard.fingerprints import chromaprint
from artistguard.ledger.bulk.building import KNOWN, LINES, MANIFEST
from artistguard.ledger.bulk.changes import bring_up_to_date, changes
from artistguard.ledger.bulk.snapshot import Snapshot
from artistguard.ledger.bulk.wholesale import Wholesale
from artistguard.messages import Answer, Evidence, How, Item, Question, State
from artistguard.messages.bulk import Changes, SignedManifest
from artistguard.terms import Choice
from artistguard.transparency.checkpoint import NoteKey
from artistguard.works import Medium
from tests.suites.random_registry import fill, items
from tests.suites.registry_makers import Clock, Sender, declared, key, opened, sha, withdrawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger

CHANCES = int(os.environ.get("ARTISTGUARD_SNAPSHOTS", "6"))
"""Random registries; the long run takes more."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = opened(tmp_path)
    yield made
    made.close()


@pytest.fixture
def sender(ledger: Ledger) -> Sender:
    return Sender(ledger, Clock())


def unit(bits: int) -> str:
    """An ISCC of a recording that differs by so many bits from the one with none."""
    return "ISCC:" + base64.b32encode(b"\x22\x07" + ((1 << bits) - 1).to_bytes(32, "big")).decode().rstrip("=")


def taken(ledger: Ledger, path: Path, *, enclosed: bool = False) -> Path:
    with path.open("wb") as target:
        Wholesale(ledger).snapshot(target, enclosed=enclosed)
    return path


def same_answers(ledger: Ledger, snapshot: Snapshot, question: Question) -> None:
    here, there = ledger.check(question), snapshot.check(question)
    assert there.checkpoint == here.checkpoint
    for asked, one, other in zip(question.items, here.items, there.items, strict=True):
        assert one == other, asked


@pytest.mark.parametrize("number", range(CHANCES))
def test_the_same_answers_as_the_registry(tmp_path: Path, ledger: Ledger, sender: Sender, number: int) -> None:
    fill(ledger, sender, number, 60)
    snapshot = Snapshot(taken(ledger, tmp_path / "snapshot"), ledger.key)
    question = Question(items(number, 300, number))
    same_answers(ledger, snapshot, question)
    found = ledger.check(question).items
    assert {each.answer for each in found} >= {Answer.RESERVED, Answer.UNKNOWN}
    assert {match.how for each in found for match in (*each.matches, *each.similar)} == set(How)
    assert {match.codes for each in found for match in each.similar} >= {"location"}


@pytest.mark.parametrize("number", range(CHANCES))
def test_what_changed_makes_the_newer_snapshot(tmp_path: Path, ledger: Ledger, sender: Sender, number: int) -> None:
    counter = Wholesale(ledger)
    fill(ledger, sender, number, 20 * (number % 3))
    old = Snapshot(taken(ledger, tmp_path / "old"), ledger.key)
    fill(ledger, sender, number + 1000, 30)
    news = [counter.changes(old.manifest.size)]
    assert news[0] is not None
    with (tmp_path / "mine").open("wb") as target:
        mine = bring_up_to_date(target, old, news, ledger.now())
    new = Snapshot(taken(ledger, tmp_path / "new"), ledger.key)
    assert mine.manifest == new.manifest
    assert not mine.signature
    with pytest.raises(ProofProblem):
        Snapshot(tmp_path / "mine", ledger.key)
    again = Snapshot(tmp_path / "mine", ledger.key, own=True)
    assert list(again.lines()) == list(new.lines())
    same_answers(ledger, again, Question(items(number, 100, number, number + 1000)))


def test_changes_come_in_parts(ledger: Ledger, sender: Sender, tmp_path: Path) -> None:
    old = Snapshot(taken(ledger, tmp_path / "old"), ledger.key)
    fill(ledger, sender, 3, 25)
    news: list[Changes] = []
    with ledger.storage.reading() as rows:
        while not news or news[-1].known is None:
            news.append(changes(rows, news[-1].size if news else 0, 7))
    assert [len(each.lines) for each in news[:-1]] == [7] * (len(news) - 1)
    with (tmp_path / "mine").open("wb") as target:
        mine = bring_up_to_date(target, old, news, ledger.now())
    assert mine.manifest == Snapshot(taken(ledger, tmp_path / "new"), ledger.key).manifest
    for broken in (news[:-1], news[1:], [news[0], *news[2:]], [news[1], news[0]], []):
        with pytest.raises(Distrusted):
            bring_up_to_date(io.BytesIO(), old, broken, ledger.now())


def test_what_is_too_long_ago_is_not_told(ledger: Ledger, sender: Sender) -> None:
    sender.send(*(declared(str(number)) for number in range(5)))
    counter = Wholesale(ledger, changes_kept=3)
    assert counter.changes(1) is None
    told = counter.changes(2)
    assert told is not None
    assert [line.index for line in told.lines] == [2, 3, 4]
    assert counter.changes(5) == Changes(5, 5, (), ledger.checkpoint(), ())
    for never in (-1, 6):
        with pytest.raises(Refused):
            counter.changes(never)


def test_withdrawals_and_keys_are_among_the_changes(ledger: Ledger, sender: Sender) -> None:
    fill(ledger, sender, 5, 40)
    told = Wholesale(ledger).changes(0)
    assert told is not None
    acts = {line.act for line in told.lines}
    assert acts >= {"declare", "change", "withdraw", "introduce", "rotate"}
    moved = next(line for line in told.lines if line.act == "rotate")
    assert (moved.key, moved.successor) == (key("first 5").did, key("second 5").did)


def test_nothing_that_may_be_forgotten_is_in_it(ledger: Ledger, sender: Sender, tmp_path: Path) -> None:
    long = {"chromaprint_v1": "A" * 4000}
    sender.send(declared("song", medium=Medium.AUDIO, contact="mailto:ada@example.org", **long))
    public = taken(ledger, tmp_path / "public").read_bytes()
    assert b"ada@example.org" not in public
    assert b"A" * 4000 not in public
    whole = taken(ledger, tmp_path / "whole", enclosed=True).read_bytes()
    assert b"A" * 4000 in whole
    assert b"ada@example.org" not in whole
    assert Snapshot(tmp_path / "whole", ledger.key).manifest.enclosed


def test_recordings_by_their_long_codes_only_where_these_were_chosen(
    ledger: Ledger, sender: Sender, tmp_path: Path
) -> None:
    song = chromaprint.to_text(np.random.default_rng(1).integers(0, 2**32, 200, dtype=np.uint32))
    sender.send(declared("song", medium=Medium.AUDIO, iscc=unit(0), chromaprint_v1=song))
    near = {"iscc": unit(60), "chromaprint_v1": song}
    question = Question((Item(near, True, Medium.AUDIO),))
    assert ledger.check(question).items[0].answer is Answer.RESERVED
    whole = Snapshot(taken(ledger, tmp_path / "whole", enclosed=True), ledger.key)
    same_answers(ledger, whole, question)
    public = Snapshot(taken(ledger, tmp_path / "public"), ledger.key)
    assert public.check(question).items[0].answer is Answer.UNKNOWN


def test_an_empty_registry(ledger: Ledger, tmp_path: Path) -> None:
    snapshot = Snapshot(taken(ledger, tmp_path / "empty"), ledger.key)
    same_answers(ledger, snapshot, Question(items(1, 50, 1)))
    assert list(snapshot.lines()) == []


def test_a_withdrawn_and_a_contested_work(ledger: Ledger, sender: Sender, tmp_path: Path) -> None:
    first = declared("gone")
    sender.send(first, withdrawn(first), declared("both"), declared("both", by=key("bob"), choice=Choice.ALLOW))
    ledger.vouch(key("bob").did, Evidence.VERIFIED)
    sender.send(declared("free", by=key("bob"), choice=Choice.ALLOW))
    snapshot = Snapshot(taken(ledger, tmp_path / "snapshot"), ledger.key)
    gone, both, free = (
        found.matches[0]
        for found in snapshot.check(Question(tuple(Item({"sha256": sha(n)}) for n in ("gone", "both", "free")))).items
    )
    assert (gone.state, gone.answer) == (State.WITHDRAWN, Answer.UNKNOWN)
    assert (both.state, both.answer) == (State.STATED, Answer.PERMITTED)
    assert (free.state, free.answer) == (State.STATED, Answer.PERMITTED)


def test_receipts_and_too_many_items_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    snapshot = Snapshot(taken(ledger, tmp_path / "empty"), ledger.key)
    item = Item({"sha256": sha("a")})
    for question in (Question((item,), receipts=True), Question(()), Question((item,) * 10_001)):
        with pytest.raises(Refused):
            snapshot.check(question)


def test_every_changed_byte_is_noticed(ledger: Ledger, sender: Sender, tmp_path: Path) -> None:
    fill(ledger, sender, 2, 10)
    whole = taken(ledger, tmp_path / "whole").read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        content = [info.header_offset + 30 + len(info.filename) + 20 for info in archive.infolist() if info.file_size]
    broken = tmp_path / "broken"
    for place in content:
        broken.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(ProofProblem):
            Snapshot(broken, ledger.key)
    for length in range(0, len(whole), len(whole) // 40):
        broken.write_bytes(whole[:length])
        with pytest.raises(ProofProblem):
            Snapshot(broken, ledger.key)


def test_another_registry_or_another_state(ledger: Ledger, sender: Sender, tmp_path: Path) -> None:
    path = taken(ledger, tmp_path / "snapshot")
    with pytest.raises(ProofProblem):
        Snapshot(path, NoteKey("other.example/log", ledger.key.public))
    with pytest.raises(ProofProblem):
        Snapshot(path, NoteKey(ledger.key.name, bytes(31) + b"\x01"))
    sender.send(declared("a"))
    newer = ledger.checkpoint()

    def forged(signed: SignedManifest) -> SignedManifest:
        return msgspec.structs.replace(signed, manifest=msgspec.structs.replace(signed.manifest, checkpoint=newer))

    with pytest.raises(ProofProblem, match="not of the state"):
        Snapshot(rewritten(path, tmp_path / "forged", forged), ledger.key, own=True)


def test_a_manifest_without_its_files(ledger: Ledger, tmp_path: Path) -> None:
    path = taken(ledger, tmp_path / "snapshot")
    for missing in (LINES, KNOWN, "offsets.npy"):
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "less", "w") as new:
            for info in old.infolist():
                if info.filename != missing:
                    new.writestr(info, old.read(info))
        with pytest.raises(ProofProblem, match=missing):
            Snapshot(tmp_path / "less", ledger.key)
    packed = tmp_path / "packed"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    with pytest.raises(ProofProblem, match="packed"):
        Snapshot(packed, ledger.key)


def rewritten(path: Path, target: Path, change: Callable[[SignedManifest], SignedManifest]) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == MANIFEST:
                content = msgspec.json.encode(change(msgspec.json.decode(content, type=SignedManifest)))
            new.writestr(info, content)
    return target
