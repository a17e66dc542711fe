"""A cosigned checkpoint, a proof of growth and a card of this edition: every later one and the script believe them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from tlog_scales.signing import Vkey
from tlog_scales.tlog import Checkpoint as Theirs

from artistguard.claims.canonical import canonical, decode
from artistguard.claims.envelope import Submission
from artistguard.claims.statement import entry
from artistguard.errors import ProofProblem, UsageProblem
from artistguard.jobs.trust import read_card
from artistguard.messages import Card, Growth
from artistguard.transparency.checkpoint import NoteKey, check_growth, decode64, open_checkpoint
from artistguard.transparency.cosignature import WitnessKey, witnesses
from artistguard.transparency.request import CosignRequest

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = json.loads((ROOT / "tests" / "vectors" / "registry.json").read_text(encoding="utf-8"))
LOG, WITNESSED = GOLDEN["log"], GOLDEN["witnessed"]
KEY = NoteKey.parse(GOLDEN["log key"])
VOICES = [WitnessKey.parse(each) for each in WITNESSED["witness keys"]]
SIZE = len(GOLDEN["statements"])


def test_the_golden_checkpoint_is_witnessed_by_both() -> None:
    note = WITNESSED["checkpoint"]
    assert open_checkpoint(note, KEY).size == SIZE
    assert witnesses(note, VOICES) == {voice.name: WITNESSED["time"] for voice in VOICES}
    assert list(witnesses(WITNESSED["by one"], VOICES)) == [VOICES[1].name]
    with pytest.raises(ProofProblem, match=VOICES[0].name):
        witnesses(WITNESSED["taken from another state"], VOICES)


def test_another_program_reads_the_golden_cosignatures() -> None:
    theirs = Theirs.from_text(WITNESSED["checkpoint"])
    assert theirs.size == SIZE
    for each in (GOLDEN["log key"], *WITNESSED["witness keys"]):
        theirs.verify(Vkey.from_string(each))


def test_the_golden_growth_and_request_hold() -> None:
    growth = msgspec.json.decode(WITNESSED["growth"], type=Growth)
    assert canonical(growth).decode() == WITNESSED["growth"]
    older, newer = (open_checkpoint(LOG["checkpoints"][str(size)], KEY) for size in (growth.old, growth.new))
    path = [decode64(step, "step") for step in growth.path]
    check_growth(older, newer, path)
    asked = CosignRequest.parse(WITNESSED["request"])
    assert (asked.old, list(asked.path), asked.note) == (growth.old, path, LOG["checkpoints"][str(growth.new)])
    assert str(asked) == WITNESSED["request"]
    with pytest.raises(ProofProblem):
        check_growth(older, newer, path[:-1])


def test_the_golden_card_is_read(tmp_path: Path) -> None:
    place = tmp_path / "card.json"
    place.write_text(WITNESSED["card"], encoding="utf-8")
    card = read_card(place)
    assert card == Card("https://registry.example", KEY.name, str(KEY), tuple(map(str, VOICES)), 2)
    assert canonical(card).decode() == WITNESSED["card"]


@pytest.mark.parametrize("name", WITNESSED["refused cards"])
def test_cards_that_contradict_themselves_are_refused(name: str, tmp_path: Path) -> None:
    place = tmp_path / "card.json"
    place.write_text(WITNESSED["refused cards"][name], encoding="utf-8")
    with pytest.raises(UsageProblem):
        read_card(place)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The golden log as files, put together from the vectors alone."""
    tiles = tmp_path / "log" / "tile"
    leaves = {shown["entry"]: shown["leaf"] for shown in GOLDEN["statements"].values()}
    order = [entry(each).decode() for each in decode(GOLDEN["delivery"], Submission, "delivery").statements]
    for kind, content in (
        ("0", bytes.fromhex("".join(leaves[content] for content in order))),
        ("entries", bytes.fromhex(LOG["entry bundle"])),
    ):
        place = tiles / kind / f"000.p/{SIZE}"
        place.parent.mkdir(parents=True)
        place.write_bytes(content)
    return tmp_path / "log"


@pytest.mark.parametrize(
    ("name", "quorum", "status", "said"),
    [
        ("checkpoint", 2, 0, f"holds: {SIZE} entries, 1 tiles; witnessed by 2\n"),
        ("by one", 1, 0, f"holds: {SIZE} entries, 1 tiles; witnessed by 1\n"),
        ("by one", 2, 1, "DOES NOT HOLD: 1 of 2 witnesses stand up for it\n"),
        ("taken from another state", 0, 1, "DOES NOT HOLD: a signature does not fit\n"),
    ],
)
def test_the_script_comes_to_the_same(
    published: Path, tmp_path: Path, name: str, quorum: int, status: int, said: str
) -> None:
    (published / "checkpoint").write_text(WITNESSED[name], encoding="utf-8", newline="\n")
    before = tmp_path / "before"
    before.write_text(LOG["checkpoints"]["2"], encoding="utf-8", newline="\n")
    voices = [word for each in WITNESSED["witness keys"] for word in ("--witness", each)]
    script = [sys.executable, "-I", str(ROOT / "resources/verify_log.py"), GOLDEN["log key"], str(published)]
    more = [*voices, "--quorum", str(quorum), "--before", str(before)]
    done = subprocess.run([*script, *more], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (status, said, "")
