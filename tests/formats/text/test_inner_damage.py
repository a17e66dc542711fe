"""Damage inside the members of packages, packed again so that no checksum catches it first."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.formats.text.docx import Docx
from artistguard.formats.text.epub import Epub
from artistguard.formats.text.odt import Odt
from tests.suites.format_suite import SAMPLES
from tests.suites.mutations import count, mutations, survives

if TYPE_CHECKING:
    from artistguard.formats.protocol import Embeds

FOLDER = SAMPLES / "text"

PARTS = [
    (Epub(), "sigil.epub", "OEBPS/content.opf"),
    (Epub(), "calibre2.epub", "OEBPS/content.opf"),
    (Epub(), "utf16-opf.epub", "OEBPS/content.opf"),
    (Epub(), "sigil.epub", "META-INF/container.xml"),
    (Epub(), "font-obfuscated.epub", "META-INF/encryption.xml"),
    (Epub(), "sigil.epub", "OEBPS/one.xhtml"),
    (Docx(), "word.docx", "[Content_Types].xml"),
    (Docx(), "word.docx", "_rels/.rels"),
    (Docx(), "word.docx", "docProps/custom.xml"),
    (Docx(), "word.docx", "docProps/core.xml"),
    (Docx(), "word.docx", "word/document.xml"),
    (Odt(), "handmade.odt", "meta.xml"),
    (Odt(), "handmade.odt", "content.xml"),
    (Odt(), "handmade.odt", "META-INF/manifest.xml"),
]


@pytest.mark.parametrize(("plugin", "name", "part"), PARTS, ids=[f"{name} {part}" for _, name, part in PARTS])
def test_damage_inside_a_member_ends_in_a_clear_error_or_a_sound_file(plugin: Embeds, name: str, part: str) -> None:
    with zipfile.ZipFile(FOLDER / name) as archive:
        members = {member.filename: archive.read(member) for member in archive.infolist()}
    for index, damaged in enumerate(mutations(members[part], max(20, count() // 4), name + part)):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, damaged if member == part else content)
        try:
            survives(plugin, target.getvalue())
        except Exception as trouble:
            raise AssertionError(f"{name}, {part}, damage {index}: {trouble!r}: {damaged!r}") from trouble
