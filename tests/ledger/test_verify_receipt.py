"""The script without our imports accepts what holds and refuses everything else, in a Python that cannot find us."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.claims.bundle import Bundle, Proven
from artistguard.claims.canonical import canonical
from artistguard.claims.drafting import Draft
from artistguard.claims.rotation import introduction
from artistguard.claims.signing import sign, sign_batch
from artistguard.transparency.receipt import Receipt
from tests.suites.registry_makers import MADE, Clock, Sender, declared, drafted, key, opened, seed

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = Path(__file__).resolve().parents[2] / "resources" / "verify_receipt.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A key, a proof of six statements of every kind, and a file that one of them is about."""
    ledger = opened(tmp_path)
    statements = [
        declared("alone", contact="https://ada.example", note='Grüße \u2028 \x7f \t "x" / 😀'),
        *sign_batch([drafted(str(number)) for number in range(4)], key()),
        sign(Draft(introduction(seed=seed(1), key=key().did, recovery=key("safe").did, made=MADE)), key()),
    ]
    answer = Sender(ledger, Clock()).send(*statements)
    receipts = [item for item in answer.items if isinstance(item, Receipt)]
    proven = tuple(Proven(signed, (receipt,)) for signed, receipt in zip(statements, receipts, strict=True))
    (tmp_path / "proof.json").write_bytes(canonical(Bundle(proven, (str(ledger.key),))))
    (tmp_path / "registry.key").write_text(f"{ledger.key}\n", encoding="utf-8")
    (tmp_path / "work").write_bytes(b"alone")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # -I: neither the folder nor the environment can bring our package in; the script itself must not either.
    return subprocess.run(
        [sys.executable, "-I", SCRIPT, *(arguments or ("registry.key", "proof.json", "work"))],
        cwd=folder, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_it_imports_nothing_of_ours_and_is_short() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, (ast.Import, ast.ImportFrom))
    }  # fmt: skip
    assert imported == {"__future__", "base64", "hashlib", "json", "sys", "pathlib", "cryptography"}
    assert len(source.splitlines()) <= 135


def test_what_holds_is_accepted(folder: Path) -> None:
    found = run(folder)
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.count("holds: ") == 6
    assert "proven: work" in found.stdout
    again = run(folder, (folder / "registry.key").read_text().strip(), "proof.json")
    assert again.returncode == 0


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> subprocess.CompletedProcess[str]:
    proof = json.loads((folder / "proof.json").read_bytes())
    change(proof["proven"][0])
    (folder / "proof.json").write_bytes(json.dumps(proof).encode())
    return run(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each["signed"]["statement"].update(choice="allow"),
        lambda each: each["signed"]["statement"].update(made="2020-01-01T00:00:00Z"),
        lambda each: each["signed"]["statement"].update(creator=key("eve").did),
        lambda each: each["signed"]["statement"].update(creator="did:web:example.org"),
        lambda each: each["signed"].update(signature="A" * 86 + "=="),
        lambda each: each["signed"].pop("statement"),
        lambda each: each["receipts"][0].update(origin="other.example"),
        lambda each: each["receipts"][0].update(proof=each["receipts"][0]["proof"].replace("index 0", "index 1")),
        lambda each: each["receipts"][0].update(proof=each["receipts"][0]["proof"].replace("\n6\n", "\n7\n")),
        lambda each: each["receipts"][0].update(proof=""),
        lambda each: each["receipts"].clear(),
    ],
)
def test_what_was_changed_is_refused(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    found = changed(folder, change)
    assert found.returncode == 1
    assert "Traceback" not in found.stderr
    assert found.stdout.count("DOES NOT HOLD") == 1
    assert found.stdout.count("holds: ") == 5
    assert "NOT PROVEN: work" in found.stdout


def test_another_registrys_key_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = opened(tmp_path / "other", origin="other.example")
    found = run(folder, str(other.key), "proof.json")
    assert (found.returncode, found.stdout.count("DOES NOT HOLD")) == (1, 6)
    name, _, _ = (folder / "registry.key").read_text().split("+", 2)
    rekeyed = f"{name}+00000000+{str(other.key).split('+', 2)[2][:-4]}AAA="
    assert run(folder, rekeyed, "proof.json").returncode == 1


def test_another_file_is_not_proven(folder: Path) -> None:
    (folder / "work").write_bytes(b"edited")
    found = run(folder)
    assert found.returncode == 1
    assert "NOT PROVEN: work" in found.stdout


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"proven": 3}'])
def test_what_cannot_be_read_is_said(folder: Path, content: bytes) -> None:
    (folder / "proof.json").write_bytes(content)
    found = run(folder)
    assert found.returncode == 2
    assert "Traceback" not in found.stderr
    assert run(folder, "missing.key", "proof.json").returncode == 2
    assert run(folder, "registry.key").returncode == 2
