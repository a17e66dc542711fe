"""From the first statement to the last: looking back, changing, withdrawing, proving, putting back."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.suites.artworks import picture, story
from tests.suites.program import Program, contents, looks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> Program:
    works = tmp_path / "works"
    works.mkdir()
    picture(1, (160, 120)).save(works / "fox.png")
    picture(2, (160, 120)).save(works / "owl.jpg")
    (works / "poem.txt").write_text(story(4), "utf-8")
    return Program(tmp_path / "home", tmp_path)


def test_undo_of_a_file_of_a_run_and_of_everything(program: Program) -> None:
    works = program.folder / "works"
    before = contents(works)
    program("protect", "works/fox.png", "-q")
    program("protect", "works/owl.jpg", "works/poem.txt", "-q")
    runs = {entry["run"] for entry in program("status", "--json").entries}
    assert len(runs) == 2

    program("undo", "works/fox.png")
    assert contents(works)["fox.png"] == before["fox.png"]
    assert contents(works)["owl.jpg"] != before["owl.jpg"]

    (late,) = {entry["run"] for entry in program("status", "--json").entries}
    (*_, last) = program("undo", late, "--json").entries
    assert last["error"] is None
    assert contents(works) == before
    assert "nothing" in program("undo", status=1).err.lower()

    program("protect", "works", "-q")
    program("protect", "works", "--choice", "nothing", "-q")
    assert contents(works) != before
    program("undo", "--all")
    assert contents(works) == before
    assert program("status", "--json").entries == []


def test_undo_takes_copies_away_and_refuses_what_was_edited(program: Program) -> None:
    works = program.folder / "works"
    before = contents(works)
    program("protect", "works", "--out", "copies", "-q")
    program("undo")
    assert contents(works) == before
    assert contents(program.folder / "copies") == {}

    program("protect", "works", "-q")
    with (works / "fox.png").open("ab") as file:
        file.write(b"later edit")
    edited = (works / "fox.png").read_bytes()
    ran = program("undo", status=1)
    assert "fox.png" in ran.err
    assert (works / "fox.png").read_bytes() == edited
    assert {name: content for name, content in contents(works).items() if name != "fox.png"} == {
        name: content for name, content in before.items() if name != "fox.png"
    }


def test_changing_withdrawing_proving_and_exporting(program: Program) -> None:
    works = program.folder / "works"
    first = program("protect", "works", "--name", "Ada Vale", "--json").by_name()
    fox = first["fox.png"]["work"]

    (changed,) = program("change", fox, "--choice", "no-ai-training", "--json").entries
    assert (changed["work"], changed["choice"], changed["status"]) == (fox, "no-ai-training", "protected")
    (seen,) = program("check", "works/fox.png", "--json").entries
    assert seen["choice"] == "no-ai-training"
    assert seen["matches"][0]["choice"] == "no-ai-training"
    assert b"Ada Vale" in (works / "fox.png").read_bytes()

    told = program("certificate", "-o", "proof.pdf")
    assert told.out.splitlines() == [str(program.folder / "proof.pdf"), str(program.folder / "proof.json")]
    assert (program.folder / "proof.pdf").read_bytes().startswith(b"%PDF-")
    assert program("certificate", "-o", "proof.pdf", status=1).err.count("\n") == 1
    assert "Proven" in program("verify", "proof.json", "works/fox.png", "works/owl.jpg", "works/poem.txt").out
    # Elsewhere, without our home, and without any registry.
    other = Program(program.folder / "elsewhere", program.folder)
    assert "Holds" in other("verify", "proof.json").out
    # One bit of the proof, or of the file.
    proof = json.loads((program.folder / "proof.json").read_text("utf-8"))
    (program.folder / "forged.json").write_text(json.dumps(proof).replace("no-ai-training", "allow"), "utf-8")
    forged = program("verify", "forged.json", status=3)
    assert "DOES NOT HOLD" in forged.out
    (program.folder / "other.png").write_bytes((works / "fox.png").read_bytes() + b"x")
    assert "NOT PROVEN" in program("verify", "proof.json", "other.png", status=3).out
    (program.folder / "no proof.json").write_text("{}", "utf-8")
    program("verify", "no proof.json", status=3)

    program("withdraw", "works/owl.jpg")
    (gone,) = program("check", "works/owl.jpg", "--json").entries
    assert gone["choice"] == "search-only"  # what stands in the file stays until it is put back
    assert gone["matches"][0]["choice"] is None
    assert program("withdraw", "nobody's work", status=1).err.count("\n") == 1

    rows = program("export", "--json").entries
    assert {row["state"] for row in rows} == {"protected", "withdrawn"}
    table = list(csv.DictReader(io.StringIO(program("export", "--csv").out)))
    assert [row["work"] for row in table] == [row["work"] for row in rows]
    assert all(row["iscc"].startswith("ISCC:") and len(row["sha256"]) == 64 for row in table)
    assert "Withdrawn" in program("status").out


def test_settings_hold_until_something_else_is_said(program: Program) -> None:
    assert program("config", "get", "choice").out == "search-only\n"
    program("config", "set", "choice", "nothing")
    program("config", "set", "name", "Ada Vale")
    program("config", "set", "register", "no")
    (one, *_) = program("protect", "works", "--json").entries
    assert (one["choice"], one["registered"]) == ("nothing", "no")
    assert b"Ada Vale" in (program.folder / "works" / "fox.png").read_bytes()
    (entry,) = program("protect", "works/owl.jpg", "--choice", "ask", "--register", "--json").entries
    assert (entry["choice"], entry["registered"]) == ("ask", "receipt")
    program("config", "unset", "choice")
    assert program("config", "get", "--json").entries[0]["choice"] == "search-only"


def test_the_home_and_the_registry_can_be_moved(program: Program) -> None:
    entries = program("protect", "works", "--json").entries
    assert program.home.is_dir()
    elsewhere = Program(program.folder / "another home", program.folder)
    found = elsewhere("check", "works/fox.png", "--json").entries[0]
    assert (found["choice"], found["matches"]) == ("search-only", [])
    assert sorted({each.parts[-1] for each in program.folder.iterdir()}) == ["another home", "home", "works"]
    assert all(each["registry"].startswith("artistguard.local/") for each in entries)


def test_without_an_answer_from_the_registry_everything_waits_and_is_kept(program: Program) -> None:
    offline = Program(program.home, program.folder, {"ARTISTGUARD_REGISTRY": "http://127.0.0.1:9"})
    ran = offline("protect", "works", "--json")
    assert {(each["status"], each["registered"]) for each in ran.entries} == {("protected", "queued")}
    assert all(each["warnings"] for each in ran.entries)
    before = looks(program.folder / "works")
    again = offline("protect", "works", "--json")
    assert {(each["status"], each["registered"]) for each in again.entries} == {("unchanged", "queued")}
    assert looks(program.folder / "works") == before
    assert "127.0.0.1:9" in offline("deliver", status=1).err
    assert "wait to be sent" in program("status").out
    # The same statements go to the registry on this computer, and the others still wait.
    here = program("protect", "works", "--json")
    assert {(each["status"], each["registered"]) for each in here.entries} == {("unchanged", "receipt")}
    assert looks(program.folder / "works") == before
    checked = offline("check", "works/fox.png", "--json").entries[0]
    assert (checked["choice"], checked["registry_error"]["code"]) == ("search-only", "registry-unreachable")
