"""The stand-alone verifier of a whole log: it needs nothing of ours, and finds every change."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from artistguard.claims.signing import sign_batch
from artistguard.ledger.publishing import Publisher
from artistguard.transparency.checkpoint import Note
from artistguard.transparency.cosignature import WitnessKey, cosign
from artistguard.transparency.signature import SeedSigner
from artistguard.transparency.tiles import bundle, unbundle
from tests.suites.registry_makers import LOG, Clock, Sender, declared, drafted, key, opened
from tests.suites.served import ROOT, served

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.transparency.checkpoint import NoteKey

SCRIPT = ROOT / "resources" / "verify_log.py"
ORIGIN = "registry.example/log"
WITNESS = SeedSigner(b"a witness for the whole log ....")
VOICE = WitnessKey("witness.example", WITNESS.public)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, NoteKey, str]:
    """A published log of 300 entries with one cosignature, its key, and a checkpoint of before."""
    home = tmp_path_factory.mktemp("made")
    ledger = opened(home, origin=ORIGIN)
    sender = Sender(ledger, Clock())
    sender.send(declared("first"), declared("second"))
    before = ledger.checkpoint()
    sender.send(*sign_batch([drafted(str(number)) for number in range(298)], key()))
    Publisher(ledger.storage, ledger.key, home / "log").publish()
    path = home / "log/checkpoint"
    note = path.read_text("utf-8")
    path.write_text(note + str(cosign(Note.parse(note).text, VOICE, WITNESS, 1_795_348_800)), "utf-8")
    ledger.close()
    return home / "log", ledger.key, before


@pytest.fixture
def log(made: tuple[Path, NoteKey, str], tmp_path: Path) -> Path:
    return shutil.copytree(made[0], tmp_path / "log")


def verified(key_text: str, place: object, *more: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), key_text, str(place), *more], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_it_needs_nothing_of_ours() -> None:
    modules = {
        (node.module or "").split(".")[0]
        for node in ast.walk(ast.parse(SCRIPT.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
    }
    assert "artistguard" not in modules


def test_a_sound_log(made: tuple[Path, NoteKey, str], log: Path, tmp_path: Path) -> None:
    assert verified(str(made[1]), log) == (0, "holds: 300 entries, 3 tiles; unwitnessed\n")
    (tmp_path / "before").write_text(made[2], "utf-8")
    said = verified(str(made[1]), log, "--witness", str(VOICE), "--quorum", "1", "--before", str(tmp_path / "before"))
    assert said == (0, "holds: 300 entries, 3 tiles; witnessed by 1\n")


def test_over_http(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        ledger = opened(tmp_path, server.clock, origin=ORIGIN)
        Sender(ledger, server.clock).send(declared("a"), declared("b"))
        assert verified(str(ledger.key), f"{server.address}/log")[0] == 0
        ledger.close()


def test_a_full_tile_stands_for_a_partial_one(made: tuple[Path, NoteKey, str], log: Path) -> None:
    for kind in ("0", "entries"):
        shutil.rmtree(log / f"tile/{kind}/001.p")
    code, said = verified(str(made[1]), log)
    assert (code, "No such file" in said) == (2, True)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("tile/0/000", "tile/0/000 does not follow"),
        ("tile/1/000.p/1", "tile/1/000.p/1 does not follow"),
        ("tile/entries/000", "entry"),
        ("checkpoint", ""),
    ],
)
def test_one_changed_byte(made: tuple[Path, NoteKey, str], log: Path, path: str, words: str) -> None:
    content = bytearray((log / path).read_bytes())
    content[len(content) // 2] ^= 1
    (log / path).write_bytes(content)
    code, said = verified(str(made[1]), log)
    assert (code, words in said, "DOES NOT HOLD" in said) == (1, True, True), said


def test_an_entry_taken_out_or_put_in(made: tuple[Path, NoteKey, str], log: Path) -> None:
    path = log / "tile/entries/000"
    entries = unbundle(path.read_bytes())
    path.write_bytes(bundle([entries[1], *entries[1:]]))
    assert "not those that were signed" in verified(str(made[1]), log)[1]
    path.write_bytes(bundle(entries[:-1]))
    assert "breaks off" in verified(str(made[1]), log)[1]


def test_another_key_and_another_witness(made: tuple[Path, NoteKey, str], log: Path, tmp_path: Path) -> None:
    other = type(made[1])(ORIGIN, key().public)
    assert "not signed by" in verified(str(other), log)[1]
    stranger = WitnessKey("stranger.example", key().public)
    assert "0 of 1 witnesses" in verified(str(made[1]), log, "--witness", str(stranger), "--quorum", "1")[1]
    text = (log / "checkpoint").read_text("utf-8")
    forged = text.replace(text.splitlines()[-1], str(cosign("x\n", VOICE, WITNESS, 5)).rstrip("\n"))
    (log / "checkpoint").write_text(forged, "utf-8")
    assert "does not fit" in verified(str(made[1]), log, "--witness", str(VOICE))[1]


def test_another_history(made: tuple[Path, NoteKey, str], log: Path, tmp_path: Path) -> None:
    ledger = opened(tmp_path, origin=ORIGIN)
    Sender(ledger, Clock()).send(declared("another"), declared("history"))
    (tmp_path / "before").write_text(ledger.checkpoint(), "utf-8")
    ledger.close()
    said = verified(str(made[1]), log, "--before", str(tmp_path / "before"))[1]
    assert "does not begin with the 2" in said
    assert LOG.public == made[1].public
