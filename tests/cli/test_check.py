"""`check`, field by field, on copies as they are found on other people's sites."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.suites import credentialed
from tests.suites.artworks import picture, story
from tests.suites.program import ROOT, Program, Ran, looks

if TYPE_CHECKING:
    from tests.cli.conftest import Gallery


@pytest.fixture(scope="module")
def found(gallery: Gallery, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Copies without any statement, made by other programs, and a picture that nobody registered; checked at once."""
    folder = tmp_path_factory.mktemp("found")
    works = gallery.works
    with Image.open(works / "pictures" / "Fox in Snow.png") as fox:
        fox.convert("RGB").resize((fox.width * 2 // 3, fox.height * 2 // 3)).save(folder / "fox.jpg", quality=70)
    stripped = ["-map_metadata", "-1", "-c:a", "libmp3lame", "-b:a", "96k"]
    subprocess.run(
        ["ffmpeg", "-v", "error", "-i", works / "music" / "01 Tide.flac", *stripped, folder / "tide.mp3"], check=True
    )
    subprocess.run(
        ["pandoc", works / "writing" / "The Salt Road.docx", "-t", "plain", "-o", folder / "road.txt"], check=True
    )
    for name in ("music/02 An Empty Studio.flac", "pictures/Lighthouse.jpg"):
        shutil.copy(works / name, folder / f"copy of {Path(name).name}")
    subprocess.run(
        ["ffmpeg", "-v", "error", "-i", works / "music" / "02 An Empty Studio.flac", folder / "silence.wav"], check=True
    )
    picture(99).save(folder / "unknown.png")
    before = looks(folder)
    ran = gallery.program("check", folder, "--json", status=3)
    assert looks(folder) == before
    return ran


def protected(gallery: Gallery, name: str) -> dict[str, Any]:
    return gallery.ran.by_name()[name]


def test_every_object_has_every_field_in_its_type(found: Ran) -> None:
    assert len(found.entries) == 7
    for each in found.entries:
        assert isinstance(each["statements"], list)
        for one in each["statements"]:
            assert set(one) >= {"layer", "place", "value", "choice"}
        assert each["choice"] in {None, "search-only"}
        assert each["credentials"] in {"valid", "invalid", "absent"}
        assert each["mark"] is None
        for match in (*each["matches"], *each["similar"]):
            assert set(match) >= {"work", "choice", "similarity", "how", "receipt"}
            assert isinstance(match["similarity"], float)
            assert 0 <= match["similarity"] <= 1
            assert isinstance(match["receipt"], dict)
        likeness = [match["similarity"] for match in each["matches"]]
        assert likeness == sorted(likeness, reverse=True)


@pytest.mark.parametrize(
    ("name", "original"),
    [("fox.jpg", "Fox in Snow.png"), ("tide.mp3", "01 Tide.flac"), ("road.txt", "The Salt Road.docx")],
)
def test_a_stripped_copy_still_names_its_work(gallery: Gallery, found: Ran, name: str, original: str) -> None:
    entry = found.by_name()[name]
    assert (entry["statements"], entry["choice"]) == ([], None)
    best = entry["matches"][0]
    assert best["work"] == protected(gallery, original)["work"]
    assert best["choice"] == "search-only"
    assert best["how"] in {"same-work", "payload"}
    assert best["similarity"] > 0.7
    assert {match["work"] for match in entry["matches"]} == {best["work"]}


def test_the_same_file_matches_exactly(gallery: Gallery, found: Ran) -> None:
    for name in ("Lighthouse.jpg", "02 An Empty Studio.flac"):
        entry = found.by_name()[f"copy of {name}"]
        best = entry["matches"][0]
        assert (best["how"], best["similarity"]) == ("exact", 1.0)
        assert best["work"] == entry["work"] == protected(gallery, name)["work"]
        assert entry["choice"] == "search-only"


def test_silence_elsewhere_is_nobodys(found: Ran) -> None:
    entry = found.by_name()["silence.wav"]
    assert (entry["matches"], entry["similar"], entry["distinctive"]) == ([], [], False)


def test_what_nobody_registered_matches_nothing(found: Ran) -> None:
    entry = found.by_name()["unknown.png"]
    assert (entry["statements"], entry["choice"], entry["matches"]) == ([], None, [])


def test_all_protected_ends_with_0_and_says_what_is_stated(gallery: Gallery) -> None:
    before = looks(gallery.works)
    ran = gallery.program("check", "works")
    assert ran.out.count("Says: No AI or data mining, search allowed.") == len(gallery.ran.entries)
    assert "It is exactly" in ran.out
    assert looks(gallery.works) == before
    entries = gallery.program("check", "works", "--json").entries
    assert {each["path"] for each in entries} == {each["path"] for each in gallery.ran.entries}
    for each in entries:
        assert each["choice"] == "search-only"
        assert each["matches"][0]["how"] == "exact"
        assert each["matches"][0]["work"] == protected(gallery, Path(each["path"]).name)["work"]


def test_nothing_stated_and_nothing_known_is_3_and_makes_no_key(program: Program, works: Path) -> None:
    picture(3, (160, 120)).save(works / "a.png")
    (works / "b.txt").write_text(story(2), "utf-8")
    before = looks(works)
    ran = program("check", "works", status=3)
    assert ran.out.count("Says nothing about AI.") == 2
    assert looks(works) == before
    assert list((program.home / "keys").iterdir()) == []


def test_content_credentials_that_hold_are_told_with_who_signed(program: Program, works: Path) -> None:
    file, story_ = works / "a.png", works / "b.txt"
    picture(3, (160, 120)).save(file)
    file.write_bytes(credentialed.embedded(file.read_bytes(), "image/png"))
    story_.write_text(story(2), "utf-8")
    story_.with_name("b.txt.c2pa").write_bytes(credentialed.beside(story_.read_bytes()))
    ran = program("check", "works")
    assert ran.out.count("The certificate says Test Painter of Test House; nobody known here vouches") == 2
    for entry in program("check", "works", "--json").entries:
        assert entry["credentials"] == "valid"
        assert entry["credentials_by"]["signer"] == credentialed.SIGNER
        assert entry["credentials_by"]["known"] is False
        assert entry["choice"] == "search-only"


def test_content_credentials_that_do_not_hold_are_told(program: Program, works: Path) -> None:
    (entry,) = program("check", ROOT / "tests/samples/text/hand-credentials.pdf", "--json", status=3).entries
    assert entry["credentials"] == "invalid"
    assert entry["credentials_by"]["reasons"] == ["What is attached cannot be read as credentials."]
    file = works / "a.png"
    picture(3, (160, 120)).save(file)
    assert program("check", file, "--json", status=3).entries[0]["credentials"] == "absent"


def test_contradictions_are_told_and_the_strictest_counts(program: Program, works: Path) -> None:
    file = works / "a.jpg"
    picture(3, (160, 120)).save(file)
    program("protect", file, "--choice", "allow", "-q")
    packet = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
    plus:DataMining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/></rdf:RDF></x:xmpmeta>"""
    file.with_name("a.jpg.xmp").write_text(packet, "utf-8")
    (entry,) = program("check", file, "--json").entries
    assert entry["choice"] == "nothing"
    assert entry["contradictions"]
