from __future__ import annotations

import io
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import Damaged, FileProblem
from artistguard.formats.protocol import Certainty
from artistguard.formats.text.epub import Epub
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite
from tests.suites.readers import EPUBCHECK

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "text"


def opf(content: bytes, name: str = "OEBPS/content.opf") -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def rebuilt(content: bytes, changes: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in [*old.namelist(), *(extra for extra in changes if extra not in old.namelist())]:
            new.writestr(name, changes.get(name) if name in changes else old.read(name))
    return target.getvalue()


class TestEpub(FormatSuite, MutationSuite):
    plugin = Epub()
    folder = "text"

    def test_other_members_keep_their_packed_bytes_order_and_stamps(self, sample: Path) -> None:
        before = zipfile.ZipFile(sample).infolist()
        content = write(self.plugin, sample.read_bytes(), inscription())
        after = zipfile.ZipFile(io.BytesIO(content)).infolist()
        assert [one.filename for one in after] == [one.filename for one in before]
        original = sample.read_bytes()
        for old, new in zip(before, after, strict=True):
            assert (old.date_time, old.external_attr, old.compress_type) == (
                new.date_time,
                new.external_attr,
                new.compress_type,
            )
            if not old.filename.endswith(".opf"):
                assert new.CRC == old.CRC
                assert new.extra == old.extra
                packed = slice(old.header_offset, old.header_offset + 30 + len(old.filename) + old.compress_size)
                moved = slice(new.header_offset, new.header_offset + 30 + len(new.filename) + new.compress_size)
                assert content[moved] == original[packed]
        assert content[30:38] == b"mimetype"

    def test_unzip_finds_no_fault(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "written.epub"
        file.write_bytes(write(self.plugin, sample.read_bytes(), inscription()))
        subprocess.run(["unzip", "-tqq", file], check=True)


EXACT = [
    ("sigil.epub", '<meta property="tdm:reservation">1</meta>'),
    ("sigil.epub", 'prefix="rendition: http://www.idpf.org/vocab/rendition/# tdm: http://www.w3.org/ns/tdmrep# '),
    ("sigil.epub", '<meta property="artistguard:choice">search-only</meta>'),
    ("sigil.epub", 'rel="dcterms:license" href="https://zoe.example/rights"/>'),
    ("calibre2.epub", '<meta name="tdm:reservation" content="1"/>'),
    ("calibre2.epub", '<meta name="artistguard:choice" content="search-only"/>'),
    ("calibre2.epub", "<dc:rights>All of it stays mine.</dc:rights>"),
]


@pytest.mark.parametrize(("name", "line"), EXACT)
def test_the_package_holds_what_the_protocol_says(name: str, line: str) -> None:
    assert line in opf(write(Epub(), (FOLDER / name).read_bytes(), inscription()))


def test_only_lines_are_added_to_the_package() -> None:
    content = (FOLDER / "sigil.epub").read_bytes()
    before, after = opf(content).splitlines(), opf(write(Epub(), content, inscription())).splitlines()
    gone = [line for line in before if line not in after]
    assert [re.sub(r' tdm: .*?1/"', '"', line) for line in after if line.startswith("<package")] == gone
    assert "    <!-- set by the author, please keep -->" in after


def test_the_creators_rights_stay_and_no_sentence_is_added() -> None:
    assert opf(write(Epub(), (FOLDER / "calibre2.epub").read_bytes(), inscription())).count("<dc:rights>") == 1


def test_our_own_sentence_follows_the_choice() -> None:
    once = write(Epub(), (FOLDER / "sigil.epub").read_bytes(), inscription(Choice.ALLOW))
    twice = write(Epub(), once, inscription(Choice.NOTHING))
    assert twice == write(Epub(), (FOLDER / "sigil.epub").read_bytes(), inscription(Choice.NOTHING))


def test_an_rsl_licence_is_linked_with_its_type() -> None:
    told = inscription(licence="https://zoe.example/rsl/license.xml")
    assert 'media-type="application/rsl+xml"' in opf(write(Epub(), (FOLDER / "sigil.epub").read_bytes(), told))


def test_a_policy_stands_beside_the_reservation_and_goes_when_all_is_allowed() -> None:
    told = inscription(policy="https://zoe.example/policy.json")
    with_policy = write(Epub(), (FOLDER / "sigil.epub").read_bytes(), told)
    assert '<meta property="tdm:policy">https://zoe.example/policy.json</meta>' in opf(with_policy)
    assert "tdm:policy" not in opf(write(Epub(), with_policy, inscription(Choice.ALLOW)))


def test_a_policy_of_the_creators_stays() -> None:
    content = (FOLDER / "sigil.epub").read_bytes()
    line = '<meta property="tdm:policy">https://own.example/p.json</meta></metadata>'
    changed = rebuilt(content, {"OEBPS/content.opf": opf(content).replace("</metadata>", line).encode()})
    assert "https://own.example/p.json" in opf(write(Epub(), changed, inscription()))


def test_every_package_is_written() -> None:
    content = write(Epub(), (FOLDER / "two-packages.epub").read_bytes(), inscription())
    assert "tdm:reservation" in opf(content)
    assert "tdm:reservation" in opf(content, "OEBPS/other.opf")


def test_a_package_in_utf16_stays_in_utf16() -> None:
    content = write(Epub(), (FOLDER / "utf16-opf.epub").read_bytes(), inscription())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        package = archive.read("OEBPS/content.opf")
    assert package.startswith(b"\xff\xfe")
    assert "tdm:reservation" in package.decode("utf-16")
    assert "Zoë Ünal" in package.decode("utf-16")


def test_facts() -> None:
    for name in ("sigil.epub", "calibre2.epub"):
        facts = read(Epub(), (FOLDER / name).read_bytes()).facts
        assert (facts.title, facts.creator) == ("Net and Coin", "Ana Körner")
        assert (facts.collection, facts.number) == ("Ebbing", "2")
        assert facts.identifiers == (("ISBN", "9783161484100"),)


def test_words_stand_in_the_order_of_the_spine() -> None:
    words = Epub().decode(io.BytesIO((FOLDER / "pandoc3.epub").read_bytes()))
    assert words.text.index("Low water") < words.text.index("night") < words.text.index("High water")
    assert "鰯 to the cook" in words.text


def test_a_book_without_words_has_none() -> None:
    assert Epub().decode(io.BytesIO((FOLDER / "empty-book.epub").read_bytes())).text == ""


def test_pages_under_rights_management_are_passed_over() -> None:
    assert "Nobody" not in Epub().decode(io.BytesIO((FOLDER / "odd-drm.epub").read_bytes())).text


def test_a_changed_word_a_changed_member_or_another_order_changes_the_guard() -> None:
    content = (FOLDER / "sigil.epub").read_bytes()
    guard = Epub().decode(io.BytesIO(content)).guard
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        page, package = archive.read("OEBPS/one.xhtml"), archive.read("OEBPS/content.opf")
    for changes in (
        {"OEBPS/one.xhtml": page.replace(b"Nobody", b"Somebody")},
        {"OEBPS/new.css": b"p {}"},
        {"OEBPS/content.opf": package.replace(b'<itemref idref="one"/>', b'<itemref idref="one" linear="no"/>')},
    ):
        assert Epub().decode(io.BytesIO(rebuilt(content, changes))).guard != guard


def test_another_zip_is_not_a_book() -> None:
    for name in ("word.docx", "handmade.odt"):
        assert Epub().recognise(glimpse_of((FOLDER / name).read_bytes(), "epub")) is Certainty.NO


def test_a_prefix_used_for_something_else_is_refused() -> None:
    content = (FOLDER / "sigil.epub").read_bytes()
    package = opf(content).replace('prefix="rendition:', 'prefix="tdm: http://other.example/# rendition:')
    with pytest.raises(FileProblem, match="prefix"):
        write(Epub(), rebuilt(content, {"OEBPS/content.opf": package.encode()}), inscription())


def test_entities_in_the_package_are_refused_and_never_unfolded() -> None:
    content = (FOLDER / "sigil.epub").read_bytes()
    laughs = '<!DOCTYPE package [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<package'
    package = opf(content).replace("<package", laughs, 1).replace("Net and Coin", "&b;")
    with pytest.raises(FileProblem):
        write(Epub(), rebuilt(content, {"OEBPS/content.opf": package.encode()}), inscription())


def test_a_million_laughs_end_quickly() -> None:
    content = (FOLDER / "sigil.epub").read_bytes()
    rows = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 30))
    package = opf(content).replace("<package", f'<!DOCTYPE package [<!ENTITY l0 "ha">{rows}]>\n<package', 1)
    with pytest.raises(Damaged):
        read(Epub(), rebuilt(content, {"OEBPS/content.opf": package.replace("Net and Coin", "&l29;").encode()}))


def messages(file: Path) -> list[str]:
    done = subprocess.run([*EPUBCHECK, file], capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    assert "Check finished" in done.stderr or "EPUBCheck completed" in done.stdout
    return [line for line in lines if line.startswith(("ERROR", "WARNING", "FATAL", "INFO"))]


@pytest.mark.parametrize("name", ["pandoc3.epub", "calibre2.epub", "fixed-layout.epub"])
def test_epubcheck_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "after.epub"
    told = inscription(policy="https://zoe.example/policy.json", licence="https://zoe.example/license.xml")
    file.write_bytes(write(Epub(), (FOLDER / name).read_bytes(), told))
    assert messages(file) == []


def test_the_layout_of_a_fixed_book_stays_and_its_placed_words_are_read() -> None:
    content = (FOLDER / "fixed-layout.epub").read_bytes()
    written = write(Epub(), content, inscription())
    told = opf(written)
    assert '<meta property="rendition:layout">pre-paginated</meta>' in told
    assert "rendition: http://www.idpf.org/vocab/rendition/# ibooks: " in told
    assert '<spine page-progression-direction="rtl">' in told
    assert Epub().decode(io.BytesIO(written)).text == "Nobody sold them."


def test_xmllint_reads_the_statement(tmp_path: Path) -> None:
    file = tmp_path / "content.opf"
    file.write_text(opf(write(Epub(), (FOLDER / "sigil.epub").read_bytes(), inscription())), encoding="utf-8")
    asked = ["xmllint", "--xpath", "string(//*[@property='tdm:reservation'])", str(file)]
    assert subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip() == "1"


def test_a_sentence_of_the_rights_is_stated() -> None:
    found = read(Epub(), (FOLDER / "calibre2.epub").read_bytes()).statements
    assert [(one.layer, one.place) for one in found] == [("rights", "OPF dc:rights")]
    assert table.verdict(found).choice is None
