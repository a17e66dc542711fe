"""`protect --json`, field by field as the contract lists them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.suites.program import contents, looks

if TYPE_CHECKING:
    from tests.cli.conftest import Gallery

SEEN = {
    "01 Tide.flac",
    "01 Tide.mp3",
    "02 An Empty Studio.flac",
    "Fox in Snow.png",
    "Lighthouse-web.webp",
    "Lighthouse.jpg",
    "The Salt Road.docx",
    "The Salt Road.epub",
    "The Salt Road.pdf",
    "notes.txt",
    "really a picture.mp3",
    "far down.png",
}


def test_folders_are_walked_and_what_is_hidden_is_passed_over(gallery: Gallery) -> None:
    assert {Path(each["path"]).name for each in gallery.ran.entries} == SEEN
    after = contents(gallery.works)
    hidden = [name for name in gallery.before if "/." in f"/{name}"]
    assert len(hidden) == 2
    assert all(after[name] == gallery.before[name] for name in hidden)


def test_every_object_has_every_field_in_its_type(gallery: Gallery) -> None:
    for each in gallery.ran.entries:
        assert each["status"] == "protected"
        assert each["choice"] == "search-only"
        assert each["medium"] in {"image", "audio", "text"}
        assert each["work"].startswith("urn:uuid:")
        assert each["registered"] == "receipt"
        assert each["mark"] is None
        assert each["error"] is None
        assert each["layers"]
        for layer in each["layers"]:
            assert set(layer) >= {"layer", "place", "value"}
            assert all(isinstance(value, str) for value in layer.values())
        assert all(isinstance(value, str) for value in each["fingerprints"].values())
        assert each["fingerprints"]["iscc"].startswith("ISCC:")
        assert len(each["fingerprints"]["sha256"]) == 64


def test_output_is_the_file_itself_in_place_also_where_only_a_sidecar_states(gallery: Gallery) -> None:
    entries = gallery.ran.by_name()
    assert all(each["output"] == each["path"] for each in entries.values())
    assert entries["notes.txt"]["sidecar"].endswith("notes.txt.xmp")
    assert (gallery.works / "notes.txt.xmp").exists()
    assert contents(gallery.works)["notes.txt"] == gallery.before["notes.txt"]
    assert [name for name, each in entries.items() if each["sidecar"]] == ["notes.txt"]


def test_versions_of_a_work_share_its_id_and_each_is_registered(gallery: Gallery) -> None:
    entries = gallery.ran.by_name()
    for names in (
        ("01 Tide.flac", "01 Tide.mp3"),
        ("Lighthouse-web.webp", "Lighthouse.jpg"),
        ("The Salt Road.docx", "The Salt Road.epub", "The Salt Road.pdf"),
    ):
        assert len({entries[name]["work"] for name in names}) == 1
    assert len({each["work"] for each in entries.values()}) == 8


def test_a_wrong_extension_is_a_warning_and_the_content_decides(gallery: Gallery) -> None:
    entry = gallery.ran.by_name()["really a picture.mp3"]
    assert (entry["medium"], entry["format"]) == ("image", "PNG")
    assert [each["code"] for each in entry["warnings"]] == ["wrong-extension"]
    assert all(each["remedy"] for each in entry["warnings"])


def test_json_is_alone_on_stdout_and_words_are_on_stderr(gallery: Gallery) -> None:
    assert len(gallery.ran.entries) == len(gallery.ran.out.splitlines())
    assert "A key was made for you" in gallery.ran.err
    assert "readable by you only" in gallery.ran.err


def test_the_fingerprint_is_that_of_the_finished_file(gallery: Gallery) -> None:
    for each in gallery.ran.entries:
        content = (gallery.program.folder / each["output"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == each["fingerprints"]["sha256"]


@pytest.mark.parametrize("repeat", [(), ("--jobs", "1")])
def test_a_second_run_writes_nothing_and_says_unchanged(gallery: Gallery, repeat: tuple[str, ...]) -> None:
    before = looks(gallery.works)
    again = gallery.program("protect", "works", "--json", *repeat)
    assert {each["status"] for each in again.entries} == {"unchanged"}
    assert looks(gallery.works) == before
    assert {name: each["work"] for name, each in again.by_name().items()} == {
        name: each["work"] for name, each in gallery.ran.by_name().items()
    }
    for each in again.entries:
        assert (each["registered"], each["error"]) == ("receipt", None)
        assert each["layers"]
        assert each["fingerprints"]["iscc"]
