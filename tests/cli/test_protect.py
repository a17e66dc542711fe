"""What `protect` does to files, and what it leaves alone."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from artistguard.cli.main import main
from artistguard.ledger.index.shelf import Indexes
from artistguard.ledger.lookup import Lookup
from artistguard.ledger.opening import open_storage
from artistguard.messages import Answer, How, Item
from artistguard.terms import Choice
from tests.suites.artworks import picture, story
from tests.suites.program import Program, contents, looks

if TYPE_CHECKING:
    from pathlib import Path


def small(path: Path, seed: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture(seed, (160, 120)).save(path)
    return path


def test_every_choice_is_written_and_read_back(program: Program, works: Path) -> None:
    for choice in Choice:
        file = small(works / f"{choice}.png")
        (done,) = program("protect", file, "--choice", choice, "--works", "separate", "--json").entries
        assert done["choice"] == choice
    found = program("check", "works", "--json").by_name()
    assert {name: each["choice"] for name, each in found.items()} == {f"{choice}.png": choice for choice in Choice}
    assert all(each["contradictions"] == [] for each in found.values())


def test_what_is_told_about_the_creator_stands_in_the_file(program: Program, works: Path) -> None:
    file = small(works / "a.jpg")
    program(
        "protect", file, "--name", "Ada Vale", "--contact", "mailto:ada@example.org", "--licence", "https://example.org/l",
        "--origin", "human-made",
    )  # fmt: skip
    content = file.read_bytes()
    assert all(words in content for words in (b"Ada Vale", b"ada@example.org", b"https://example.org/l"))


def test_where_a_work_is_shown_is_found_by_its_address_and_said_to_nobody_else(program: Program, works: Path) -> None:
    file = small(works / "a.png")
    (done,) = program("protect", file, "--location", "https://ada.example/prints", "--json").entries
    (again,) = program("protect", file, "--location", "https://ada.example/prints", "--json").entries
    assert again["status"] == "unchanged"
    assert b"ada.example" not in file.read_bytes()
    database = program.home / "registry" / "ledger.sqlite3"
    assert b"ada.example" not in database.read_bytes()
    with closing(open_storage(f"sqlite:///{database}")) as storage, storage.reading() as rows:
        items = Item(url="https://ada.example/prints/1.png"), Item(url="https://ada.example/")
        found, above = Lookup(rows, Indexes(), "", 20).find(items)
    assert [(each.work, each.how, each.codes) for each in found.similar] == [(done["work"], How.SIMILAR, "location")]
    assert (found.matches, found.answer, above.similar) == ((), Answer.UNKNOWN, ())


def test_copies_keep_their_relative_paths_and_originals_stay(program: Program, works: Path) -> None:
    small(works / "one" / "a.png")
    small(works / "one" / "two" / "b.jpg", 2)
    (works / "poem.txt").write_text(story(3), "utf-8")
    before, seen = contents(works), looks(works)
    entries = program("protect", "works", "--out", "copies", "--json").by_name()
    assert (contents(works), looks(works)) == (before, seen)
    copies = program.folder / "copies"
    assert set(contents(copies)) == {"one/a.png", "one/two/b.jpg", "poem.txt", "poem.txt.xmp", "poem.txt.c2pa"}
    assert contents(copies)["poem.txt"] == before["poem.txt"]
    assert contents(copies)["one/a.png"] != before["one/a.png"]
    assert entries["b.jpg"]["output"] == str(copies / "one" / "two" / "b.jpg")

    standing = looks(copies)
    again = program("protect", "works", "--out", "copies", "--json")
    assert {each["status"] for each in again.entries} == {"unchanged"}
    assert (looks(copies), looks(works)) == (standing, seen)


def test_two_files_that_would_become_one_copy_are_both_told(program: Program) -> None:
    one, other = small(program.folder / "x" / "a.png"), small(program.folder / "y" / "a.png", 2)
    ran = program("protect", one, other, "--out", "copies", "--json", status=1)
    assert sorted(each["status"] for each in ran.entries) == ["failed", "protected"]
    (error,) = (each["error"] for each in ran.entries if each["error"])
    assert error["code"] == "output-exists"
    assert error["remedy"]


def test_a_file_that_is_not_ours_is_never_written_over(program: Program, works: Path) -> None:
    small(works / "a.png")
    foreign = program.folder / "copies" / "a.png"
    foreign.parent.mkdir()
    foreign.write_bytes(b"somebody else's")
    (entry,) = program("protect", "works", "--out", "copies", "--json", status=1).entries
    assert (entry["status"], entry["error"]["code"]) == ("failed", "output-exists")
    assert foreign.read_bytes() == b"somebody else's"


def test_a_copy_never_takes_the_place_of_its_original(program: Program, works: Path) -> None:
    file = small(works / "a.png")
    before = looks(works)
    assert "copies cannot go into" in program("protect", "works", "--out", "works", status=2).err
    assert "this is a file" in program("protect", "works", "--out", file, status=2).err
    (entry,) = program("protect", file, "--out", "works", "--json", status=1).entries
    assert (entry["status"], entry["error"]["code"]) == ("failed", "output-exists")
    assert looks(works) == before


def test_names_that_are_no_text_pass_through_and_never_steer_the_terminal(program: Program, works: Path) -> None:
    names = ["f\udcff.png", "line\nbreak \x1b[31m.png", "Füchse 狐.png"]
    for number, name in enumerate(names):
        small(works / "a.png", number).rename(works / name)
    bare = Program(program.home, program.folder, {"PYTHONIOENCODING": "ascii"})
    ran = bare("protect", "works", "--json")
    assert {each["path"] for each in ran.entries} == {f"works/{name}" for name in names}
    (works / names[1]).write_bytes(b"")
    told = bare("protect", "works", status=1)
    assert "\x1b" not in told.out + told.err
    assert [line for line in told.err.splitlines() if "line" in line and line.endswith("again.")]


def test_our_own_copy_is_renewed_where_the_choice_or_the_original_changed(program: Program, works: Path) -> None:
    small(works / "a.png")
    (first,) = program("protect", "works", "--out", "copies", "--json").entries
    (second,) = program("protect", "works", "--out", "copies", "--choice", "nothing", "--json").entries
    small(works / "a.png", 5)
    (third,) = program("protect", "works", "--out", "copies", "--choice", "nothing", "--json").entries
    assert [each["status"] for each in (first, second, third)] == ["protected"] * 3
    assert first["work"] == second["work"]


def test_a_dry_run_tells_the_plan_and_touches_nothing(program: Program, works: Path) -> None:
    small(works / "a.png")
    (works / "poem.txt").write_text(story(3), "utf-8")
    before = looks(works)
    for words in ((), ("--out", "copies")):
        ran = program("protect", "works", "--dry-run", "--json", *words)
        assert {each["planned"] for each in ran.entries} == {"protected"}
        assert all(each["layers"] and each["registered"] == "no" for each in ran.entries)
    told = program("protect", "works", "--dry-run")
    assert "Would be protected" in told.out
    assert "Nothing was touched" in told.out
    assert looks(works) == before
    assert sorted(each.name for each in program.folder.iterdir()) == ["home", "works"]
    assert list((program.home / "keys").iterdir()) == []
    assert list((program.home / "wayback").iterdir()) == []
    assert not (program.home / "registry" / "ledger.sqlite3").exists()


def test_quiet_is_silent(program: Program, works: Path) -> None:
    small(works / "a.png")
    first = program("protect", "works", "-q")
    assert first.out == ""
    assert first.err.startswith("A key was made for you")
    second = program("protect", "works", "--choice", "nothing", "-q")
    assert (second.out, second.err) == ("", "")


def test_the_table_speaks_plain_words(program: Program, works: Path) -> None:
    small(works / "A [bold] :key: picture.png")
    ran = program("protect", "works")
    assert "A [bold] :key: picture" in ran.out
    assert "1 protected (1 work)" in ran.out
    assert "artistguard undo" in ran.out
    assert "\x1b" not in ran.out


def test_without_registering_nothing_is_registered_until_it_is_wanted(program: Program, works: Path) -> None:
    small(works / "a.png")
    (first,) = program("protect", "works", "--no-register", "--json").entries
    before = looks(works)
    (second,) = program("protect", "works", "--json").entries
    assert (first["registered"], second["registered"], second["status"]) == ("no", "receipt", "unchanged")
    assert looks(works) == before


def test_each_file_its_own_work_when_told_so(program: Program, works: Path) -> None:
    small(works / "a.png")
    small(works / "a.jpg")
    (one, other) = program("protect", "works", "--works", "separate", "--json").entries
    assert one["work"] != other["work"]


@pytest.mark.parametrize(
    "words",
    [
        ["protect"],
        ["protect", "works", "--choice", "perhaps"],
        ["protect", "works", "--out", "x", "--in-place"],
        ["protect", "works", "--register", "--no-register"],
        ["protect", "works", "--jobs", "0"],
        ["protect", "works", "--contact", "nowhere"],
        ["protect", "works", "--licence", "not an address"],
        ["protect", "works", "--mark", "invisible"],
        ["protect", "works", "--mark", "rainbow"],
        ["protect", "works", "--no-such-option"],
        ["check"],
        ["check", "works", "--jobs", "many"],
        ["change", "works"],
        ["certificate"],
        ["certificate", "-o", "receipt.txt"],
        ["export"],
        ["export", "--csv", "--json"],
        ["config"],
        ["config", "get", "no-such-setting"],
        ["config", "set", "jobs", "many"],
        ["identity"],
        ["identity", "create", " "],
        ["completion", "powershell"],
        ["publish-kit"],
        ["publish-kit", "-o", "kit", "--site", "nowhere"],
        ["audit", "works"],
        ["watch"],
        ["watch", "no-such-folder"],
        ["watch", "works/a.png"],
        ["collective", "import", "list.csv"],
        ["licence", "request", "x", "--as", "me"],
    ],
    ids=" ".join,
)
def test_a_request_that_is_off_ends_with_2_and_one_clear_word(
    works: Path, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small(works / "a.png")
    before = looks(works)
    monkeypatch.chdir(works.parent)
    try:
        status = main(words)
    except SystemExit as end:  # how argparse ends the program
        status = end.code
    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    assert told.err.strip()
    assert looks(works) == before


def test_the_status_reaches_the_shell(program: Program, works: Path) -> None:
    assert "usage:" in program("protect", status=2).err
    assert "comes with a later version" in program("collective", "status", status=2).err


@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}], ids=["colours", "none"])
def test_colours_and_progress_only_on_a_terminal_and_only_if_wanted(
    program: Program, works: Path, more: dict[str, str]
) -> None:
    for number in range(3):
        small(works / f"{number}.png", number)
    ours, theirs = pty.openpty()
    environment = {**program.environment(), "TERM": "xterm-256color", "COLUMNS": "120", **more}
    with subprocess.Popen(
        [sys.executable, "-m", "artistguard", "protect", "works", "--jobs", "1"],
        cwd=program.folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
    ) as process:  # fmt: skip
        os.close(theirs)
        shown = _all(ours)
        assert process.wait(60) == 0, shown
    assert "3 protected" in shown
    assert "Looking" in shown
    coloured = any(f"\x1b[{kind}" in shown for kind in ("3", "9", "1;3", "38;"))
    assert coloured == (not more)


def _all(ours: int) -> str:
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # EIO: the other side was closed
            piece = b""
        if not piece:
            os.close(ours)
            return shown.decode()
        shown += piece
