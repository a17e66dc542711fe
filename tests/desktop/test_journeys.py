"""From an empty profile to protected works and proof in hand, by real events only, counted; others read the files.

ARTISTGUARD_PICTURES is how many pictures the first journey takes: 200 in `.ci/long`.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from artistguard.decoding.values import CODE_RATE
from artistguard.desktop.phases import Phase
from tests.suites import foreign
from tests.suites.artworks import tune
from tests.suites.audio_readers import packets, run, tags
from tests.suites.readers import EPUBCHECK
from tests.suites.windows import Hands
from tests.suites.workshop import FOX, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PICTURES = int(os.environ.get("ARTISTGUARD_PICTURES", "24"))
BOOK = ROOT / "resources" / "samples" / "writing"
TRACKS = 12
PATIENCE_MS = 60_000 + 3_000 * PICTURES
"""For the whole of a journey on a busy machine."""


def digests(folder: Path) -> dict[str, str]:
    """Of every file in a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def newcomer(hands: Hands) -> Hands:
    """Somebody who opens the window for the first time and closes the first steps: one action."""
    hands.patience_ms = PATIENCE_MS
    hands.skip_welcome()
    assert hands.actions == 1
    return hands


def drop_and_protect(hands: Hands) -> None:
    """Two actions."""
    hands.drop([hands.folder], on=hands.screen.drop if hands.screen.drop.isVisible() else hands.screen)
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)


def certificate(hands: Hands, path: Path) -> str:
    """Saved at the end of a run, and read by a program for PDFs: a click, a name, and Save."""
    hands.save_as(hands.screen.certificate, path)
    hands.bot.waitUntil(lambda: path.name in hands.screen.notices.text, timeout=PATIENCE_MS)
    assert json.loads(path.with_suffix(".json").read_bytes())
    return run("pdftotext", str(path), "-")


def refused(files: list[Path]) -> bool:
    """Whether exiftool reads the refusal in every file."""
    told = json.loads(run("exiftool", "-n", "-j", "-XMP-plus:DataMining", *map(str, files)))
    assert len(told) == len(files)
    return {each.get("DataMining") for each in told} == {foreign.SEARCH_ONLY_URI}


def test_mixed_pictures_from_nothing_to_a_certificate_and_once_more(
    newcomer: Hands, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    hands = newcomer
    files = hands.paint(PICTURES)
    before = digests(hands.folder)
    hands.drop([hands.folder])
    hands.type(hands.screen.terms.name, "Zoe Unal")
    hands.wait(Phase.READY)
    assert hands.session.ready == PICTURES
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    page = certificate(hands, tmp_path / "proof.pdf")
    assert hands.actions <= 7
    assert hands.screen.sentence.text() == f"{PICTURES} works protected."
    assert all(file.stem in page for file in files)
    assert refused(files)
    hands.click(hands.screen.put_back)
    hands.settled()
    assert digests(hands.folder) == before
    assert hands.screen.sentence.text() == f"{PICTURES} files are as they were."
    hands.window.close()
    with Hands.on_a_window(qapp, qtbot, tmp_path / "later") as again:
        again.patience_ms = PATIENCE_MS
        again.skip_welcome()
        more = again.paint(5)
        drop_and_protect(again)
        assert again.actions <= 2
        assert refused(more)
        assert "Zoe Unal" in str(foreign.table(more[0], "XMP-dc:Creator", "XMP-dc:Rights").values())


def record(folder: Path) -> list[Path]:
    """An album, each track as FLAC and as MP3, with the number that the industry knows it by."""
    files = []
    for number in range(1, TRACKS + 1):
        named = (
            "-metadata",
            f"title=Tide {number}",
            "-metadata",
            f"track={number}/{TRACKS}",
            "-metadata",
            "album=Tides",
        )
        raw = ("-f", "f32le", "-ar", str(CODE_RATE), "-ac", "1", "-i", "-")
        made = [folder / f"{number:02} Tide {number}.{ending}" for ending in ("flac", "mp3")]
        about = [(*named, "-metadata", f"{isrc}=DEA4526{number:05}") for isrc in ("ISRC", "TSRC")]
        outputs = [word for path, words in zip(made, about, strict=True) for word in (*words, str(path))]
        subprocess.run(["ffmpeg", "-v", "error", *raw, *outputs], input=tune(number, 5).tobytes(), check=True)
        files += made
    return files


def test_an_album_is_twelve_works_of_two_versions_each(newcomer: Hands, tmp_path: Path) -> None:
    hands = newcomer
    files = record(hands.folder)
    heard = {file: packets(file) for file in files}
    sums = {file: run("metaflac", "--show-md5sum", str(file)) for file in files if file.suffix == ".flac"}
    drop_and_protect(hands)
    page = certificate(hands, tmp_path / "proof.pdf")
    assert hands.actions <= 6
    assert hands.list.model().rowCount() == TRACKS
    for place in range(TRACKS):
        assert "2 versions: FLAC + MP3" in str(hands.row(place).data(258))
    assert hands.screen.sentence.text() == f"{TRACKS} works protected."
    for number, file in enumerate(files):
        assert packets(file) == heard[file]
        told = tags(file)
        assert told["TDM-RESERVATION"] == "1"
        assert told.get("ISRC", told.get("TSRC")) == f"DEA4526{number // 2 + 1:05}"
        assert f"Tide {number // 2 + 1}" in page
    for file, digest in sums.items():
        run("flac", "--test", "--silent", str(file))
        assert run("metaflac", "--show-md5sum", str(file)) == digest


def test_a_book_in_three_formats_is_one_work(newcomer: Hands, tmp_path: Path) -> None:
    hands = newcomer
    files = {each.suffix: hands.put(each) for each in BOOK.iterdir()}
    assert set(files) == {".docx", ".epub", ".pdf"}
    drop_and_protect(hands)
    assert "The Salt Road" in certificate(hands, tmp_path / "proof.pdf")
    assert hands.actions <= 6
    assert hands.list.model().rowCount() == 1
    assert hands.screen.sentence.text() == "1 work protected."
    run("qpdf", "--check", str(files[".pdf"]))
    run(*EPUBCHECK, "--quiet", str(files[".epub"]))
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), str(files[".docx"]))
    assert "salt" in (tmp_path / "The Salt Road.txt").read_text(encoding="utf-8-sig").lower()
    assert refused([files[".pdf"]])
    for ending in (".docx", ".epub"):
        assert "tdm" in run("unzip", "-p", str(files[ending])).lower()


def test_the_sample_is_tried_with_two_clicks(hands: Hands) -> None:
    hands.click(hands.screen.drop.sample)
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert set(hands.statuses()) == {"Protected · kept on this computer"}
    copies = hands.window.home / "sample works"
    assert foreign.table(copies / "pictures" / FOX.name, "XMP-plus:DataMining")
    assert not foreign.table(FOX, "XMP-plus:DataMining")
