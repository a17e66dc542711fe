"""A home for each test, and one gallery that was protected once for all tests that only look."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.suites.artworks import picture, story
from tests.suites.program import SAMPLES, Program, Ran, contents

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program with an empty home, started beside an empty folder ``works``."""
    (tmp_path / "works").mkdir()
    return Program(tmp_path / "home", tmp_path)


@pytest.fixture
def works(program: Program) -> Path:
    return program.folder / "works"


@dataclass(frozen=True)
class Gallery:
    """Works that were protected in place, once."""

    program: Program
    works: Path
    before: dict[str, bytes]
    ran: Ran


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    """Tests that use it change nothing in it."""
    folder = tmp_path_factory.mktemp("gallery")
    works = folder / "works"
    shutil.copytree(SAMPLES, works)
    (works / "notes.txt").write_text(story(7), "utf-8")
    (works / ".hidden.png").write_bytes((works / "pictures" / "Fox in Snow.png").read_bytes())
    (works / ".secret").mkdir()
    picture(9, (64, 64)).save(works / ".secret" / "seen by nobody.png")
    picture(8, (320, 240)).save(works / "really a picture.mp3", "PNG")
    (works / "pictures" / "deeper" / "still").mkdir(parents=True)
    picture(10, (320, 240)).save(works / "pictures" / "deeper" / "still" / "far down.png")
    before = contents(works)
    program = Program(folder / "home", folder)
    return Gallery(program, works, before, program("protect", "works", "--json"))
