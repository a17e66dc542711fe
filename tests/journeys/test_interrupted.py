"""Ctrl-C in the middle of many files: what is finished stays, what waits is kept, the same command goes on."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.suites.artworks import picture
from tests.suites.program import Program, contents

if TYPE_CHECKING:
    from pathlib import Path

FILES = 70  # more than one batch


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_command_goes_on(tmp_path: Path, jobs: str) -> None:
    works = tmp_path / "works"
    works.mkdir()
    for number in range(FILES):
        picture(number, (96, 64)).save(works / f"{number:03}.png")
    before = contents(works)
    program = Program(tmp_path / "home", tmp_path)
    words = ("protect", "works", "--works", "separate", "--jobs", jobs, "--json")

    process = program.start(*words, start_new_session=True)
    assert process.stdout is not None
    first = process.stdout.readline()  # the first batch is done
    assert first
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the helpers get it too
    rest, err = process.communicate(timeout=60)
    assert process.returncode == 130, (first, rest, err)
    assert "Traceback" not in err
    assert "Interrupted" in err

    finished = {name for name, content in contents(works).items() if content != before[name]}
    assert 0 < len(finished) <= FILES
    assert not [name for name in contents(works) if name not in before]
    again = program(*words)
    states = {each["status"] for each in again.entries}
    assert {name for name, each in again.by_name().items() if each["status"] == "unchanged"} == finished
    assert states <= {"protected", "unchanged"}
    assert {each["registered"] for each in again.entries} == {"receipt"}
    program("undo", "--all")
    assert contents(works) == before


@pytest.mark.parametrize("wait", [0.0, 0.2, 0.5, 1.0])
def test_interrupted_before_anything_is_done(tmp_path: Path, wait: float) -> None:
    works = tmp_path / "works"
    works.mkdir()
    for number in range(12):
        picture(number, (1200, 900)).save(works / f"{number:03}.png", compress_level=1)
    before = contents(works)
    program = Program(tmp_path / "home", tmp_path)
    process = program.start("protect", "works", "--jobs", "2", start_new_session=True)
    deadline = time.monotonic() + 120
    while not (program.home / "artistguard.sqlite3").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(wait)  # while the helpers are being started, or are at work
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in err) == (130, False), err
    assert contents(works) == before
