"""What this edition signed must be understood and believed by every later one."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from artistguard.claims.canonical import decode
from artistguard.claims.envelope import Submission, check_seal
from artistguard.claims.statement import entry, parse, verify
from artistguard.transparency.checkpoint import NoteKey, check_growth, open_checkpoint
from artistguard.transparency.proof import Proof
from artistguard.transparency.receipt import Receipt, check

GOLDEN = json.loads((Path(__file__).resolve().parents[1] / "vectors" / "registry.json").read_text(encoding="utf-8"))
KEY = NoteKey.parse(GOLDEN["log key"])
STATEMENTS = list(GOLDEN["statements"].values())


@pytest.mark.parametrize("name", list(GOLDEN["statements"]))
def test_golden_statements_hold(name: str) -> None:
    shown = GOLDEN["statements"][name]
    signed = parse(shown["travels"])
    verify(signed)
    assert entry(signed).decode() == shown["entry"]


def test_the_golden_delivery_holds() -> None:
    submission = decode(GOLDEN["delivery"], Submission, "delivery")
    check_seal(submission)
    assert len(submission.statements) == len(STATEMENTS)


def test_every_golden_proof_holds() -> None:
    entries = {shown["leaf"]: shown["entry"].encode() for shown in STATEMENTS}
    order = [entry(each) for each in decode(GOLDEN["delivery"], Submission, "delivery").statements]
    assert sorted(entries.values()) == sorted(order)
    for content, text in zip(order, GOLDEN["log"]["proofs"], strict=True):
        assert Proof.parse(text).check(content, KEY).size == len(order)
    receipt = msgspec.json.decode(GOLDEN["log"]["receipt"], type=Receipt)
    assert check(receipt, entries[receipt.leaf], KEY).size == len(order)


def test_the_golden_log_only_grows() -> None:
    checkpoints = {int(size): open_checkpoint(note, KEY) for size, note in GOLDEN["log"]["checkpoints"].items()}
    newest = checkpoints[max(checkpoints)]
    for size, path in GOLDEN["log"]["growth"].items():
        check_growth(checkpoints[int(size)], newest, [bytes.fromhex(step) for step in path])
