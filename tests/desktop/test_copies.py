"""Is it yours; copies instead of the files themselves; a way back or none; and a fix for every cause of trouble."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from artistguard.desktop.phases import Phase
from tests.suites import foreign
from tests.suites.workshop import FOX, LIGHTHOUSE, PHOTO

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.suites.windows import Hands

AI = "-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def tagged(path: Path, tag: str) -> Path:
    subprocess.run(["exiftool", "-q", "-overwrite_original", tag, str(path)], check=True)
    return path


def links(hands: Hands) -> list[str]:
    """Buttons of the bar, from the top."""
    return [each.text() for each in hands.screen.notices.findChildren(QPushButton)]


def link(hands: Hands, text: str) -> QPushButton:
    return next(each for each in hands.screen.notices.findChildren(QPushButton) if each.text() == text)


def test_what_may_be_somebody_elses_is_left_out_until_it_is_ticked(hands: Hands) -> None:
    fox, photo = tagged(hands.put(FOX), AI), tagged(hands.put(PHOTO), "-XMP-dc:Creator=Ada Roth")
    own = hands.put(LIGHTHOUSE)
    hands.drop([fox, photo, own])
    hands.wait(Phase.READY)
    hands.type(hands.screen.terms.name, "Zoe Unal")
    hands.bot.waitUntil(lambda: hands.session.phase is Phase.LOOKING, timeout=10_000)
    hands.wait(Phase.READY)
    told = dict(zip([str(hands.row(row).data()) for row in range(3)], hands.statuses(), strict=True))
    assert told == {
        FOX.stem: "Is this yours? It says that an AI made it.",
        PHOTO.stem: "Is this yours? It names somebody else.",
        LIGHTHOUSE.stem: "Ready",
    }
    assert hands.screen.protect.text() == "Protect 1 work"
    assert "2 are left out: are they yours?" in hands.screen.counted.text()
    row = list(told).index(PHOTO.stem)
    hands.choose(row)
    hands.click(hands.screen.details)
    assert "Ada Roth" in hands.screen.written.text
    hands.key(hands.list, Qt.Key.Key_Space)
    assert hands.statuses()[row] == "Ready"
    assert hands.screen.protect.text() == "Protect 2 works"
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert hands.screen.sentence.text() == "2 works protected."
    assert foreign.table(photo, "XMP-plus:DataMining")
    assert foreign.table(own, "XMP-plus:DataMining")
    assert not foreign.table(fox, "XMP-plus:DataMining")


def test_copies_are_stated_and_the_files_stay_as_they_are(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fox, deep = hands.put(FOX), hands.put(PHOTO, "deep/Photo.jpg")
    before = {each: each.read_bytes() for each in (fox, deep)}
    out = tmp_path / "to send"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    hands.drop([hands.folder])
    hands.wait(Phase.READY)
    hands.key(hands.screen.terms.where, Qt.Key.Key_Down)
    assert hands.session.out == str(out)
    assert hands.screen.terms.where.currentText() == "Into copies in “to send”"
    assert not hands.screen.terms.way_back.isEnabled()
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert {each: each.read_bytes() for each in (fox, deep)} == before
    root = out / hands.folder.name if (out / hands.folder.name).is_dir() else out
    copies = [root / FOX.name, root / "deep" / "Photo.jpg"]
    assert all(foreign.table(each, "XMP-plus:DataMining") for each in copies)
    assert hands.session.places == (str(out),)
    hands.click(hands.screen.put_back)
    hands.settled()
    assert not any(each.exists() for each in copies)
    assert {each: each.read_bytes() for each in (fox, deep)} == before


def test_without_a_way_back_nothing_is_promised(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.drop([fox])
    hands.wait(Phase.READY)
    hands.click(hands.screen.terms.way_back)
    assert "cannot undo" in hands.screen.terms.way_back_means.text()
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert foreign.table(fox, "XMP-plus:DataMining")
    assert not hands.screen.put_back.isVisible()
    assert hands.screen.terms.way_back.isChecked()
    hands.click(hands.screen.start_over)
    hands.protected(hands.put(PHOTO))
    assert hands.screen.put_back.isVisible()


def test_every_cause_has_a_button_that_mends_it(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fox, empty = hands.put(FOX), hands.folder / "Empty.png"
    empty.touch()
    torn = hands.folder / "Torn.jpg"
    torn.write_bytes(LIGHTHOUSE.read_bytes()[:3000])
    out = tmp_path / "out"
    out.mkdir()
    (out / fox.name).write_bytes(b"somebody else's")
    hands.drop([hands.folder / "Torn.jpg", empty, fox])
    hands.wait(Phase.READY)
    assert links(hands).count("Skip") == 2
    assert links(hands)[-1] == "Try all again"
    torn.write_bytes(LIGHTHOUSE.read_bytes())
    empty.write_bytes(PHOTO.read_bytes())
    hands.click(link(hands, "Try all again"))
    hands.wait(Phase.READY)
    hands.settled()
    assert hands.session.ready == 3
    assert not hands.session.troubles()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    hands.key(hands.screen.terms.where, Qt.Key.Key_Down)
    hands.wait(Phase.READY)
    assert set(hands.session.troubles()) == {"output-exists"}
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    hands.click(link(hands, "Choose other folder…"))
    hands.wait(Phase.READY)
    assert not hands.session.troubles()
    torn.unlink()
    hands.session.retry(())
    hands.wait(Phase.READY)
    assert set(hands.session.troubles()) == {"vanished"}
    hands.click(link(hands, "Skip"))
    assert not hands.screen.notices.isVisible()
    assert hands.list.model().rowCount() == 2
