from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats import sidecar
from artistguard.formats.protocol import Reading
from artistguard.packets import xmp
from artistguard.terms import Choice
from artistguard.vocabularies import plus, table
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Structure, text_of
from tests.suites.format_suite import RECORD, SAMPLES, WORK, inscription

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "sidecar"
THEIRS = sorted(FOLDER.glob("*.xmp"))
DC = "http://purl.org/dc/elements/1.1/"
theirs = pytest.mark.parametrize("file", THEIRS, ids=[file.name for file in THEIRS])


def test_there_are_sidecars_of_three_programs() -> None:
    assert len(THEIRS) >= 3


@pytest.mark.parametrize("choice", list(Choice))
def test_a_new_sidecar_says_everything(choice: Choice) -> None:
    found = sidecar.read(sidecar.write(None, inscription(choice)))
    assert table.verdict(found.statements).choice is choice
    assert not table.verdict(found.statements).contradictions
    assert (found.record, found.work) == (RECORD, WORK)
    assert found.fingerprints["iscc"].startswith("ISCC:")
    assert all(stated.place.startswith("sidecar ") for stated in found.statements)


@theirs
def test_what_another_program_keeps_stays(file: Path) -> None:
    before = {entry.label: text_of(entry.value) for entry in xmp.parse(file.read_bytes())}
    after = {entry.label: text_of(entry.value) for entry in xmp.parse(sidecar.write(file.read_bytes(), inscription()))}
    assert before
    assert before.items() <= after.items()


@theirs
def test_writing_again_changes_nothing_and_a_change_leaves_one_choice(file: Path) -> None:
    once = sidecar.write(file.read_bytes(), inscription())
    assert sidecar.write(once, inscription()) == once
    other = sidecar.write(once, inscription(Choice.NOTHING))
    assert table.verdict(sidecar.read(other).statements).choice is Choice.NOTHING
    assert sidecar.write(other, inscription()) == once


@theirs
def test_other_programs_read_it(file: Path, tmp_path: Path) -> None:
    place = tmp_path / "song.mid.xmp"
    place.write_bytes(sidecar.write(file.read_bytes(), inscription()))
    told = subprocess.run(
        ["exiftool", "-n", "-s3", "-XMP-plus:DataMining", "-Warning", str(place)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == plus.uri(Choice.SEARCH_ONLY)
    told = subprocess.run(["exiv2", "-px", "-g", "DataMining", str(place)], capture_output=True, text=True, check=True)
    assert plus.uri(Choice.SEARCH_ONLY) in told.stdout


def test_darktable_s_history_stays() -> None:
    content = (FOLDER / "darktable-like.xmp").read_bytes()
    assert b'darktable:operation="exposure"' in sidecar.write(content, inscription())


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xef\xbb\xbf"])
def test_an_empty_sidecar_is_filled(content: bytes) -> None:
    assert sidecar.read(sidecar.write(content, inscription())).record == RECORD


@pytest.mark.parametrize("content", [b"words", b"<x:xmpmeta", b"<html/>", b"\xff\xff\xff\xff"])
def test_what_is_no_sidecar_is_told_and_not_thrown_away(content: bytes) -> None:
    with pytest.raises(Damaged):
        sidecar.read(content)
    with pytest.raises(Damaged):
        sidecar.write(content, inscription())
    with pytest.raises(CannotEmbed):
        sidecar.merged(content, inscription())
    assert sidecar.inside(content) == Reading()


def test_a_packet_inside_a_file_is_named_xmp() -> None:
    found = sidecar.inside(sidecar.merged(None, inscription()))
    assert found.record == RECORD
    assert {stated.place.split()[0] for stated in found.statements} == {"XMP"}
    assert sidecar.inside(None) == Reading()


def test_facts_come_from_their_usual_properties() -> None:
    dynamic = "http://ns.adobe.com/xmp/1.0/DynamicMedia/"
    agent = Structure((Property(DC, "dc", "title", "Mira Sol"),))
    found = sidecar.facts(
        [
            Property(DC, "dc", "title", Alternative("Quay")),
            Property(DC, "dc", "creator", Ordered(("Mira", "Sol"))),
            Property(dynamic, "xmpDM", "album", "Tides"),
            Property(dynamic, "xmpDM", "trackNumber", "7"),
        ]
    )
    assert (found.title, found.creator, found.collection, found.number) == ("Quay", "Mira; Sol", "Tides", "7")
    assert sidecar.facts([Property(DC, "dc", "creator", agent)]).creator == "Mira Sol"
    assert sidecar.facts([Property(DC, "dc", "creator", Structure(()))]).creator == ""
    headline = Property("http://ns.adobe.com/photoshop/1.0/", "photoshop", "Headline", "Storm")
    assert sidecar.facts([headline]).title == "Storm"
