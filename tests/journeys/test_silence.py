"""A thousand silent tracks and the Empty Book: stated, registered, and never taken for one another."""

from __future__ import annotations

import os
import shutil
import subprocess
import wave
from typing import TYPE_CHECKING

import pytest

from tests.suites.program import ROOT, Program

if TYPE_CHECKING:
    from pathlib import Path

TRACKS = int(os.environ.get("ARTISTGUARD_SILENT_TRACKS", "20"))
SPACED = ("Anthem", "Blizzard", "Cathedral", "Dune", "Eclipse", "Fjord", "Glacier", "Harvest", "Island", "Jasmine")


def silent(path: Path, seconds: float) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * round(seconds * 8000)))


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("silence")
    (folder / "album").mkdir()
    for number in range(TRACKS):
        name = f"{SPACED[number % 10]}{number // 10 * 'a'}"
        # Every second track is as long as the first: the very same samples.
        silent(folder / "album" / f"{name}.wav", 3 if number % 2 else 2 + number / 10)
    (folder / "books").mkdir()
    for name in ("Emptiness", "The Void"):
        shutil.copy(ROOT / "tests/samples/text/empty-book.epub", folder / "books" / f"{name}.epub")
    return Program(folder / "home", folder)


def test_each_is_its_own_work_and_matches_only_its_own_file(program: Program) -> None:
    ran = program("protect", "album", "--json")
    assert len({each["work"] for each in ran.entries}) == TRACKS
    for each in ran.entries:
        assert (each["status"], each["registered"]) == ("protected", "receipt")
        assert each["fingerprints"]["iscc"].startswith("ISCC:")
        assert "not-distinctive" in {warning["code"] for warning in each["warnings"]}

    (program.folder / "album" / "Unknown.wav").unlink(missing_ok=True)
    silent(program.folder / "unknown.wav", 3)
    shutil.copy(program.folder / "album" / "Anthem.wav", program.folder / "copy.wav")
    works = {name: each["work"] for name, each in ran.by_name().items()}
    checked = program("check", "album", "copy.wav", "unknown.wav", "--json", status=3).by_name()
    unknown = checked.pop("unknown.wav")
    assert (unknown["matches"], unknown["similar"]) == ([], [])
    copy = checked.pop("copy.wav")
    assert [(match["how"], match["work"]) for match in copy["matches"]] == [("exact", works["Anthem.wav"])]
    for name, each in checked.items():
        assert [(match["how"], match["work"]) for match in each["matches"]] == [("exact", works[name])]
        assert each["similar"] == []


def test_two_empty_books_are_two_works(program: Program) -> None:
    entries = program("protect", "books", "--json", "--works", "separate").by_name()
    assert entries["Emptiness.epub"]["work"] != entries["The Void.epub"]["work"]
    checked = program("check", "books", "--json").by_name()
    for name, each in checked.items():
        assert [match["work"] for match in each["matches"]] == [entries[name]["work"]]
        assert each["similar"] == []


def test_one_certificate_each_names_them_all_and_can_be_checked(program: Program) -> None:
    names = ", ".join(f"A. {number:05d}" for number in range(49))  # as many as a name may hold
    program("protect", "album")
    program("protect", "books/Emptiness.epub", "--name", names)
    for what, saved, first in (("album", "album.pdf", "Anthem.wav"), ("books/Emptiness.epub", "book.pdf", "Emptiness")):
        works = sorted(str(path) for path in (program.folder / what).glob("*.wav")) or [what]
        made = program("certificate", *works, "-o", saved)
        assert "has no receipt" not in made.err
        told = program("verify", saved.replace(".pdf", ".json"), saved, *works).out
        assert told.count("Holds: ") == told.count("Proven: ") == len(works)
        assert f"Belongs to this proof: {saved}" in told
        page = subprocess.run(["pdftotext", saved, "-"], cwd=program.folder, capture_output=True, text=True, check=True)
        assert first in page.stdout
    assert all(f"{number:05d}" in page.stdout for number in range(49))
