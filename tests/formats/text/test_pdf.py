from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pytest

from artistguard.errors import CannotEmbed, Damaged, Locked
from artistguard.formats.protocol import Certainty
from artistguard.formats.text.pdf import Pdf
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "text"


def out(*command: str | Path) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


class TestPdf(FormatSuite, MutationSuite):
    plugin = Pdf()
    folder = "text"

    def test_every_byte_of_the_original_stays_in_front(self, sample: Path) -> None:
        content = sample.read_bytes()
        assert write(self.plugin, content, inscription()).startswith(content)

    def test_qpdf_finds_no_fault(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "written.pdf"
        file.write_bytes(write(self.plugin, sample.read_bytes(), inscription()))
        assert "No syntax or stream encoding errors" in out("qpdf", "--check", file)

    def test_foreign_readers_find_the_statements_and_the_same_words(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "written.pdf"
        file.write_bytes(write(self.plugin, sample.read_bytes(), inscription()))
        asked = ("-s3", "-XMP-plus:DataMining", "-XMP-tdm:Reservation", "-PDF:TDM-RESERVATION")
        assert out("exiftool", "-n", *asked, file).splitlines() == [
            "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
            "1",
            "1",
        ]
        assert "<tdm:reservation>1</tdm:reservation>" in out("pdfinfo", "-meta", file)
        assert out("pdftotext", file, "-") == out("pdftotext", sample, "-")


@pytest.mark.parametrize("name", ["libreoffice.pdf", "qpdf-object-streams.pdf", "libreoffice-pdfa1.pdf"])
def test_a_program_that_rewrites_the_file_keeps_the_statements(name: str) -> None:
    written, again = write(Pdf(), (FOLDER / name).read_bytes(), inscription()), io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as document:
        document.save(again)
    assert table.verdict(read(Pdf(), again.getvalue()).statements).choice is Choice.SEARCH_ONLY
    once = write(Pdf(), again.getvalue(), inscription(Choice.NOTHING))
    assert table.verdict(read(Pdf(), once).statements).choice is Choice.NOTHING
    assert not table.verdict(read(Pdf(), once).statements).contradictions


def test_an_update_by_another_program_is_kept_and_written_behind() -> None:
    written = write(Pdf(), (FOLDER / "libreoffice.pdf").read_bytes(), inscription())
    start = int(written.rpartition(b"startxref\n")[2].split()[0])
    with pikepdf.open(io.BytesIO(written)) as document:
        root, size = document.Root.objgen[0], int(document.trailer.Size)
    place = len(written)
    note = b"%d 0 obj\n(a note)\nendobj\nxref\n%d 1\n%010d 00000 n\r\n" % (size, size, place)
    end = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    theirs = written + note + end % (size + 1, root, start, place + note.index(b"xref"))
    again = write(Pdf(), theirs, inscription(Choice.NOTHING))
    assert again.startswith(theirs)
    assert table.verdict(read(Pdf(), again).statements).choice is Choice.NOTHING
    assert write(Pdf(), again, inscription(Choice.NOTHING)) == again


def test_a_mark_that_lies_is_no_update_of_ours() -> None:
    content = (FOLDER / "handmade-blank.pdf").read_bytes() + b"\n%ArtistGuard update of 5 bytes\nstartxref\n3\n%%EOF\n"
    with pytest.raises((CannotEmbed, Damaged)):
        write(Pdf(), content, inscription())


def test_archival_files_describe_what_is_added() -> None:
    written = write(Pdf(), (FOLDER / "libreoffice-pdfa1.pdf").read_bytes(), inscription())
    with pikepdf.open(io.BytesIO(written)) as document:
        packet = document.Root.Metadata.read_bytes().decode()
    for uri in ("http://www.w3.org/ns/tdmrep/", "http://ns.useplus.org/ldf/xmp/1.0/", "urn:artistguard:ns:1/"):
        assert f"<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI>" in packet
    assert "<pdfaSchema:prefix>tdm</pdfaSchema:prefix>" in packet
    assert "<pdfaProperty:name>reservation</pdfaProperty:name>" in packet
    assert "<pdfaType:type>fingerprintsRecord</pdfaType:type>" in packet


def test_files_that_are_not_archival_carry_no_descriptions() -> None:
    assert b"pdfaExtension" not in write(Pdf(), (FOLDER / "libreoffice.pdf").read_bytes(), inscription())


def test_a_first_packet_says_what_the_old_dictionary_said() -> None:
    written = write(Pdf(), (FOLDER / "libreoffice.pdf").read_bytes(), inscription())
    with pikepdf.open(io.BytesIO(written)) as document:
        packet = document.Root.Metadata.read_bytes().decode()
    assert "The Lamp at Ebbing" in packet
    assert "Ana Körner" in packet
    assert "<rdf:li>Zoë Ünal</rdf:li>" not in packet


def test_a_password_locks_it() -> None:
    content = (FOLDER / "broken-locked.pdf").read_bytes()
    for task in (lambda: read(Pdf(), content), lambda: Pdf().decode(io.BytesIO(content))):
        with pytest.raises(Locked):
            task()


def test_a_file_protected_against_changes_can_be_read_and_is_not_written() -> None:
    content = (FOLDER / "odd-owner-password.pdf").read_bytes()
    assert "Márta" in Pdf().decode(io.BytesIO(content)).text
    with pytest.raises(CannotEmbed, match="encrypted"):
        write(Pdf(), content, inscription())


def test_credentials_are_seen() -> None:
    assert read(Pdf(), (FOLDER / "hand-credentials.pdf").read_bytes()).credentials
    assert not read(Pdf(), (FOLDER / "libreoffice.pdf").read_bytes()).credentials


def test_a_signature_anywhere_is_enough() -> None:
    content = (FOLDER / "handmade-blank.pdf").read_bytes().replace(b"%PDF-1.4\n", b"%PDF-1.4\n", 1)
    with pytest.raises(CannotEmbed, match="signed"):
        write(Pdf(), content + b"\n% /ByteRange [0 1 2 3]\n", inscription())


def test_guard_sees_a_changed_stream() -> None:
    content = (FOLDER / "libreoffice.pdf").read_bytes()
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.attachments["note.txt"] = b"new"
        document.save(changed)
    assert Pdf().decode(changed).guard != Pdf().decode(io.BytesIO(content)).guard


def test_an_attachment_survives() -> None:
    changed = io.BytesIO()
    with pikepdf.open(FOLDER / "cairo.pdf") as document:
        document.attachments["note.txt"] = b"a note"
        document.save(changed)
    with pikepdf.open(io.BytesIO(write(Pdf(), changed.getvalue(), inscription()))) as document:
        assert document.attachments["note.txt"].get_file().read_bytes() == b"a note"


def test_junk_before_the_header_is_likely_and_not_written() -> None:
    content = b"junk\n" + (FOLDER / "handmade-blank.pdf").read_bytes()
    assert Pdf().recognise(glimpse_of(content)) is Certainty.LIKELY
    with pytest.raises(CannotEmbed):
        write(Pdf(), content, inscription())


def test_a_broken_packet_is_not_thrown_away() -> None:
    changed = io.BytesIO()
    with pikepdf.open(FOLDER / "cairo.pdf") as document:
        document.Root.Metadata = document.make_stream(b"<x:xmpmeta", Type=pikepdf.Name.Metadata)
        document.save(changed, fix_metadata_version=False)
    assert read(Pdf(), changed.getvalue()).statements == ()
    with pytest.raises(CannotEmbed, match="metadata"):
        write(Pdf(), changed.getvalue(), inscription())


@pytest.mark.parametrize("packed", [True, False])
def test_a_packet_is_read_packed_or_not(packed: bool) -> None:
    written, changed = write(Pdf(), (FOLDER / "cairo.pdf").read_bytes(), inscription()), io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as document:
        document.save(changed, recompress_flate=packed, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert table.verdict(read(Pdf(), changed.getvalue()).statements).choice is Choice.SEARCH_ONLY
