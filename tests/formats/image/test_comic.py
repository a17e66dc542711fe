from __future__ import annotations

import io
import subprocess
import zipfile

import pytest
from PIL import Image

from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import EmptyFile
from artistguard.formats import covers
from artistguard.formats.image.comic import Comic
from artistguard.formats.protocol import Certainty
from artistguard.packets.comicinfo import ComicInfo
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

FOLDER = SAMPLES / "comic"


class TestComic(FormatSuite, MutationSuite):
    plugin = Comic()
    folder = "comic"


def members(content: bytes) -> dict[str, bytes]:
    """What an unzip of one's own finds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def notes_in(content: bytes) -> list[str]:
    """The lines of the notes as xmllint finds them."""
    command = ["xmllint", "--nonet", "--xpath", "string(/ComicInfo/Notes)", "-"]
    done = subprocess.run(command, input=members(content)["ComicInfo.xml"], capture_output=True, check=True)
    return done.stdout.decode().strip().splitlines()


@pytest.mark.parametrize("name", [path.name for path in TestComic.files("")])
def test_another_program_finds_the_statement_and_every_page_as_it_was(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    written = write(Comic(), content, inscription())
    notes = notes_in(written)
    assert "tdm-reservation: 1" in notes
    assert any(line.endswith("/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING") for line in notes)
    before, after = members(content), members(written)
    assert {path for path in after if after[path] != before.get(path)} == {"ComicInfo.xml"}


def test_the_creators_notes_come_first_and_stay() -> None:
    content = (FOLDER / "tagger-like.cbz").read_bytes()
    assert table.verdict(read(Comic(), content).statements).choice is Choice.ALLOW
    notes = notes_in(write(Comic(), content, inscription()))
    assert notes[:3] == ["Scanned by Ana & me.", "rights: all of them mine", "tdm-reservation: 1"]
    assert len([line for line in notes if line.startswith("rights:")]) == 1


def test_notes_stand_where_the_schema_wants_them() -> None:
    written = members(write(Comic(), (FOLDER / "comicrack-like.cbz").read_bytes(), inscription()))["ComicInfo.xml"]
    assert b"</Summary>\r\n  <Notes>tdm-reservation: 1\n" in written
    assert b"</Notes>\r\n  <Year>" in written


def test_a_comic_without_a_description_gets_one_behind_its_pages() -> None:
    content = (FOLDER / "infozip-bare.cbz").read_bytes()
    written = write(Comic(), content, inscription())
    assert list(members(written)) == [*members(content), "ComicInfo.xml"]
    assert members(written)["ComicInfo.xml"].startswith(
        b'<?xml version="1.0" encoding="utf-8"?>\n<ComicInfo>\n  <Notes>'
    )


def test_a_comic_says_what_it_is() -> None:
    facts = read(Comic(), (FOLDER / "comicrack-like.cbz").read_bytes()).facts
    assert (facts.title, facts.creator, facts.collection, facts.number) == ("The Quay", "Mira Söl", "Nets & Coins", "3")


def test_a_comic_is_seen_by_its_cover() -> None:
    decoded = Comic().decode(io.BytesIO((FOLDER / "infozip-bare.cbz").read_bytes()))
    assert isinstance(decoded, Pixels)
    assert decoded.frames == 3
    cover = covers.of_comic(io.BytesIO((FOLDER / "infozip-bare.cbz").read_bytes()))
    with Image.open(io.BytesIO(cover)) as page:
        assert page.convert("RGB").tobytes() == decoded.image.tobytes()


def test_pages_are_counted_as_people_count() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in ("P10.jpg", "p2.JPG", "__MACOSX/p1.jpg", "notes.txt", "p02b.png"):
            archive.writestr(name, name)
    assert covers.of_comic(content) == b"p2.JPG"


def test_what_has_no_picture_is_recognised_by_its_pages() -> None:
    decoded = Comic().decode(io.BytesIO((FOLDER / "no-pictures.cbz").read_bytes()))
    assert isinstance(decoded, Opaque)


def test_a_changed_page_or_a_changed_word_of_the_creator_changes_the_guard() -> None:
    content = (FOLDER / "comicrack-like.cbz").read_bytes()
    before = Comic().decode(io.BytesIO(content))
    found = members(content)
    for path, change in (("page-2.jpg", b"\0"), ("ComicInfo.xml", b"<!-- -->")):
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w") as archive:
            for name, kept in found.items():
                archive.writestr(name, kept + change * (name == path))
        after = Comic().decode(changed)
        assert after.guard != before.guard
        assert (after.payload == before.payload) == (path == "ComicInfo.xml")


@pytest.mark.parametrize(
    "original", [None, b"<ComicInfo/>", b"<ComicInfo><Notes/></ComicInfo>"], ids=["none", "e", "n"]
)
def test_an_empty_description_counts_as_none(original: bytes | None) -> None:
    written = ComicInfo(original).merged(inscription())
    assert ComicInfo(written).bare() == ComicInfo(original).bare() == b""


def test_recognised_by_its_description_or_its_name() -> None:
    tagged, bare = ((FOLDER / name).read_bytes() for name in ("tagger-like.cbz", "infozip-bare.cbz"))
    assert Comic().recognise(glimpse_of(tagged, "zip")) is Certainty.LIKELY
    assert Comic().recognise(glimpse_of(bare, "cbz")) is Certainty.LIKELY
    assert Comic().recognise(glimpse_of(bare, "zip")) is Certainty.NO
    assert Comic().recognise(glimpse_of(b"Rar!", "cbz")) is Certainty.NO


def test_nothing_is_told() -> None:
    with pytest.raises(EmptyFile):
        Comic().decode(io.BytesIO())
