"""From an empty profile to protected works, by real events only, counted; afterwards others read the files."""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING

from artistguard.desktop.phases import Phase
from tests.suites import foreign
from tests.suites.workshop import FOX, LIGHTHOUSE, TIDE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.suites.windows import Hands


def digests(folder: Path) -> dict[str, str]:
    """Of every file in a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_twenty_mixed_pictures_in_at_most_seven_actions(hands: Hands) -> None:
    files = hands.paint(20)
    before = digests(hands.folder)
    hands.drop([hands.folder])
    hands.wait(Phase.READY)
    assert hands.session.ready == 20
    hands.type(hands.screen.terms.name, "Zoe Unal")
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert hands.actions <= 7
    assert hands.screen.sentence.text() == "20 works protected."
    assert hands.screen.sentence.isVisible()
    for file in files:
        told = foreign.table(file, "XMP-plus:DataMining")
        assert told["XMP-plus:DataMining"] == foreign.SEARCH_ONLY_URI
    hands.click(hands.screen.put_back)
    hands.settled()
    assert digests(hands.folder) == before
    assert hands.screen.sentence.text() == "20 files are as they were."


def test_the_second_time_takes_two_actions_and_remembers_what_was_said(hands: Hands) -> None:
    hands.put(FOX)
    hands.drop([hands.folder])
    hands.wait(Phase.READY)
    hands.type(hands.screen.terms.name, "Zoe Unal")
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    second = hands.put(LIGHTHOUSE, "more/Lighthouse.jpg")
    already = hands.actions
    hands.drop([second.parent], on=hands.screen)
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert hands.actions - already <= 2
    assert "Zoe Unal" in str(foreign.table(second, "XMP-dc:Creator", "XMP-dc:Rights").values())


def test_a_song_in_two_formats_is_one_work(hands: Hands) -> None:
    song = hands.put(TIDE)
    hands.put(TIDE.with_suffix(".flac"))
    hands.protected(hands.folder)
    assert hands.list.model().rowCount() == 1
    assert hands.screen.sentence.text() == "1 work protected."
    assert "2 versions: FLAC + MP3" in str(hands.row(0).data(258))
    told = subprocess.run(["ffprobe", "-v", "error", "-show_format", song], capture_output=True, text=True, check=True)
    assert "TDM-RESERVATION=1" in told.stdout
    told = subprocess.run(
        ["metaflac", "--show-tag=ISRC", "--show-tag=TDM-RESERVATION", TIDE.with_suffix(".flac").name],
        capture_output=True, text=True, check=True, cwd=hands.folder,
    )  # fmt: skip
    assert "TDM-RESERVATION=1" in told.stdout
    assert "ISRC" in told.stdout


def test_the_sample_is_tried_with_two_clicks(hands: Hands) -> None:
    hands.click(hands.screen.drop.sample)
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert set(hands.statuses()) == {"Protected · kept on this computer"}
    copies = hands.window.home / "sample works"
    assert foreign.table(copies / "pictures" / FOX.name, "XMP-plus:DataMining")
    assert not foreign.table(FOX, "XMP-plus:DataMining")
