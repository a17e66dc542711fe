"""The script of sixty lines, as a stranger runs it: any Python, the openssl command, and nothing of ours."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.claims.bundle import Bundle, Proven, Stamp, closed, parse_bundle
from artistguard.claims.canonical import canonical
from artistguard.claims.drafting import Draft
from artistguard.claims.rotation import introduction
from artistguard.claims.signing import sign, sign_batch
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import MADE, Clock, Sender, declared, drafted, key, opened, seed

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = Path(__file__).resolve().parents[1] / "resources" / "verify_proof.py"


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """A registry's key, and a proof of statements of every kind with an enclosure and a stamp."""
    ledger = opened(tmp_path_factory.mktemp("ledger"))
    statements = [
        declared("alone", contact="https://ada.example", note='Grüße \u2028 \x7f \t "x" / 😀'),
        *sign_batch([drafted(str(number)) for number in range(3)], key()),
        sign(Draft(introduction(seed=seed(1), key=key().did, recovery=key("safe").did, made=MADE)), key()),
    ]
    answer = Sender(ledger, Clock()).send(*statements)
    receipts = [item for item in answer.items if isinstance(item, Receipt)]
    proven = tuple(Proven(signed, (receipt,)) for signed, receipt in zip(statements, receipts, strict=True))
    stamps = (Stamp("https://stamps.example", "AAAA"),)
    return str(ledger.key), canonical(closed(Bundle(proven, (str(ledger.key),), stamps=stamps)))


def run(folder: Path, known: str, content: bytes, *files: str) -> subprocess.CompletedProcess[str]:
    (folder / "proof.json").write_bytes(content)
    (folder / "work").write_bytes(b"alone")
    # -I: neither the folder nor the environment can bring our package in.
    command = [sys.executable, "-I", str(SCRIPT), known, "proof.json", *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_it_is_sixty_lines_and_imports_nothing_but_the_standard_library() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 60
    names = {alias.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import) for alias in node.names}
    assert names <= sys.stdlib_module_names
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(ast.parse(source)))


def test_what_holds_is_accepted(proof: tuple[str, bytes], tmp_path: Path) -> None:
    found = run(tmp_path, *proof, "work")
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.count("holds: ") == 5
    assert "proven: work" in found.stdout
    assert (tmp_path / "proof.json.0.tsr").read_bytes() == bytes(3)


def edited(content: bytes, change: Callable[[dict[str, Any]], object], *, close: bool) -> bytes:
    """Changed, and with `close` under a new digest, as a careful forger would."""
    bundle = json.loads(content)
    change(bundle["proven"][0])
    raw = json.dumps(bundle).encode()
    return canonical(closed(parse_bundle(raw))) if close else raw


CHANGES: list[Callable[[dict[str, Any]], object]] = [
    lambda each: each["signed"]["statement"].update(choice="allow"),
    lambda each: each["signed"]["statement"].update(made="2020-01-01T00:00:00Z"),
    lambda each: each["signed"]["statement"].update(creator=key("eve").did),
    lambda each: each["signed"].update(signature="A" * 86 + "=="),
    lambda each: each["signed"]["enclosures"][0].update(salt="0" * 32),
    lambda each: each["receipts"][0].update(proof=each["receipts"][0]["proof"].replace("index 0", "index 1")),
    lambda each: each["receipts"][0].update(proof=each["receipts"][0]["proof"].replace("\n5\n", "\n6\n")),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("close", [False, True])
def test_what_was_changed_is_refused(
    proof: tuple[str, bytes], tmp_path: Path, change: Callable[[dict[str, Any]], object], close: bool
) -> None:
    known, content = proof
    found = run(tmp_path, known, edited(content, change, close=close))
    assert found.returncode == 1
    assert found.stderr.startswith("DOES NOT HOLD")
    assert "holds: " not in found.stdout


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"proven": 3}'])
def test_what_is_no_proof_is_not_accepted(proof: tuple[str, bytes], tmp_path: Path, content: bytes) -> None:
    assert run(tmp_path, proof[0], content).returncode == 1


def test_another_key_or_file_is_refused(proof: tuple[str, bytes], tmp_path: Path) -> None:
    known, content = proof
    name = known.split("+")[0]
    forged = run(tmp_path, str(NoteKey(name, key("eve").public)), content)
    assert (forged.returncode, forged.stdout.count("holds: ")) == (1, 0)
    assert "a signature is wrong" in forged.stderr
    assert run(tmp_path, str(NoteKey("other.example", key("eve").public)), content).returncode == 1
    found = run(tmp_path, known, content, "work", "proof.json")
    assert "no statement speaks of proof.json" in found.stderr
