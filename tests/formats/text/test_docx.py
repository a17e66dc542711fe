from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Locked
from artistguard.formats.protocol import Certainty
from artistguard.formats.text.docx import Docx
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "text"


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


class TestDocx(FormatSuite, MutationSuite):
    plugin = Docx()
    folder = "text"

    def test_exiftool_reads_the_statements(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "written.docx"
        file.write_bytes(write(self.plugin, sample.read_bytes(), inscription()))
        asked = ["exiftool", "-s3", "-TDM-RESERVATION", "-ARTISTGUARD-CHOICE", str(file)]
        found = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
        assert found.split() == ["1", "search-only"]


def test_properties_of_the_creator_keep_their_numbers() -> None:
    written = part(write(Docx(), (FOLDER / "word.docx").read_bytes(), inscription()), "docProps/custom.xml")
    assert 'pid="7" name="Draft"><vt:i4>3</vt:i4>' in written
    assert written.count("tdm-reservation") == 0
    assert 'pid="8" name="TDM-RESERVATION"><vt:lpwstr>1</vt:lpwstr>' in written


def test_an_earlier_statement_is_read() -> None:
    found = read(Docx(), (FOLDER / "word.docx").read_bytes())
    assert table.verdict(found.statements).choice is Choice.ALLOW
    assert (found.facts.title, found.facts.creator) == ("Net and Coin", "Ana Körner")


def test_words_without_deleted_ones_and_without_doubles() -> None:
    words = Docx().decode(io.BytesIO((FOLDER / "word.docx").read_bytes()))
    assert words.text == "The nets hung\tfull.\nOnce only."


def test_notes_stand_behind_the_body() -> None:
    text = Docx().decode(io.BytesIO((FOLDER / "pandoc.docx").read_bytes())).text
    assert text.endswith("She never counted the steps aloud.")


def test_a_document_without_words_gets_all_parts_it_lacks() -> None:
    content = (FOLDER / "empty.docx").read_bytes()
    assert Docx().decode(io.BytesIO(content)).text == ""
    written = write(Docx(), content, inscription())
    assert 'PartName="/docProps/custom.xml"' in part(written, "[Content_Types].xml")
    assert 'Target="docProps/custom.xml"' in part(written, "_rels/.rels")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.getinfo("docProps/custom.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_a_password_locks_it() -> None:
    content = (FOLDER / "broken-locked.docx").read_bytes()
    assert Docx().recognise(glimpse_of(content, "docx")) is Certainty.LIKELY
    assert Docx().recognise(glimpse_of(content, "doc")) is Certainty.NO
    for task in (Docx().read, Docx().decode):
        with pytest.raises(Locked):
            task(io.BytesIO(content))


def test_a_long_document_is_read_whole() -> None:
    source = zipfile.ZipFile(FOLDER / "empty.docx")
    target = io.BytesIO()
    paragraph = "<w:p><w:r><w:t>Nobody sold them, and nobody ever asked why.</w:t></w:r></w:p>"
    with source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, content.replace(b"<w:body/>", f"<w:body>{paragraph * 12500}</w:body>".encode()))
    assert len(Docx().decode(target).text.split()) == 100_000


def test_a_changed_type_or_relation_changes_the_guard() -> None:
    content = (FOLDER / "word.docx").read_bytes()
    guard = Docx().decode(io.BytesIO(content)).guard
    for name, old, new in (
        ("[Content_Types].xml", b'Extension="rels"', b'Extension="relx"'),
        ("_rels/.rels", b'Id="rId2"', b'Id="rId8"'),
        ("docProps/core.xml", b"Net", b"Set"),
    ):
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
            for member in source.infolist():
                found = source.read(member)
                archive.writestr(member, found.replace(old, new) if member.filename == name else found)
        assert Docx().decode(target).guard != guard
