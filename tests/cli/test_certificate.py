"""`certificate` and `verify` on the command line: with a time stamp, without one, and after an edit."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.suites.authority import authority
from tests.suites.program import SAMPLES, Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("certified")
    shutil.copy(SAMPLES / "pictures" / "Lighthouse.jpg", folder / "Lighthouse.jpg")
    made = Program(folder / "home", folder)
    made("protect", "Lighthouse.jpg", "--name", "Zoë Ünal")
    return made


def test_a_stamped_certificate_is_verified_by_whoever_has_the_root(program: Program, tmp_path: Path) -> None:
    with authority(tmp_path) as served:
        program("config", "set", "tsa", served.address)
        made = program("certificate", "-o", "stamped.pdf")
    assert "Without a time stamp" not in made.err
    told = program("verify", "stamped.json", "Lighthouse.jpg", "stamped.pdf", "--tsa-root", served.root)
    for words in (
        "Holds: urn:uuid:",
        "Proven: Lighthouse.jpg",
        "Belongs to this proof: stamped.pdf",
        "by Test Stamps.",
    ):
        assert words in told.out
    unsure = program("verify", "stamped.json")
    assert "by Test Stamps, not checked." in unsure.out
    assert "--tsa-root" in unsure.err


def test_an_authority_that_does_not_answer_holds_nothing_up(program: Program) -> None:
    program("config", "set", "tsa", "http://127.0.0.1:9/stamp")
    made = program("certificate", "-o", "plain.pdf")
    program("config", "unset", "tsa")
    assert "Without a time stamp: 127.0.0.1 does not answer" in made.err
    assert "Time stamp" not in program("verify", "plain.json", "plain.pdf").out


def test_an_edit_anywhere_is_told_with_its_reason(program: Program) -> None:
    program("certificate", "-o", "edited.pdf")
    proof = program.folder / "edited.json"
    bundle = json.loads(proof.read_bytes())
    bundle["proven"][0]["receipts"][0]["received"] = "2019-01-01T00:00:00Z"
    proof.write_text(json.dumps(bundle), encoding="utf-8")
    told = program("verify", "edited.json", "edited.pdf", status=3)
    assert "DOES NOT HOLD: the proof file was changed after it was made" in told.out
    assert "NOT PROVEN: edited.pdf: this certificate was made with another proof file" in told.out
    (verdict,) = program("verify", "edited.json", "--json", status=3).entries
    assert (verdict["holds"], verdict["error"]["code"]) == (False, "proof-invalid")
    assert verdict["statements"][0]["error"] is None
