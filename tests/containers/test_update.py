from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

from artistguard.containers.pdf import PdfFile
from artistguard.containers.update import Item, Trailer, updated, without_update
from artistguard.errors import CannotEmbed, Damaged, TooLarge
from tests.suites.format_suite import SAMPLES

FOLDER = SAMPLES / "text"
FILES = ["handmade-blank.pdf", "qpdf-object-streams.pdf", "qpdf-linearised.pdf", "cairo.pdf"]
PACKET = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"


def put(content: bytes, entries: dict[str, str]) -> bytes:
    with PdfFile(content, mend=False) as opened:
        return opened.updated(PACKET, (), entries)


@pytest.mark.parametrize("name", FILES)
def test_an_update_is_appended_read_and_taken_off_again(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    written = put(content, {"Key": "Łódź"})
    assert written.startswith(content)
    with pikepdf.open(io.BytesIO(written), attempt_recovery=False) as document:
        assert document.Root.Metadata.read_bytes() == PACKET
        assert str(document.trailer.Info.Key) == "Łódź"
        assert len(document.pages) >= 1
        assert not document.get_warnings()
    assert without_update(written) == content
    assert without_update(content) == content


@pytest.mark.parametrize("name", FILES)
def test_the_first_identifier_stays_and_the_second_follows_the_content(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    seen = []
    for text in ("a", "b", "a"):
        with pikepdf.open(io.BytesIO(put(content, {"Key": text}))) as document:
            seen.append([bytes(one) for one in document.trailer.get("/ID", [])])
    with pikepdf.open(io.BytesIO(content)) as document:
        first = [bytes(one) for one in document.trailer.get("/ID", [])][:1]
    assert seen[0] == seen[2]
    assert [one[:1] for one in seen] == [first] * 3
    assert not first or seen[0] != seen[1]


@pytest.mark.parametrize(
    "tail",
    [
        b"%ArtistGuard update of 999999 bytes\nstartxref\n10\n%%EOF\n",
        b"%ArtistGuard update of 1 bytes\nstartxref\n10\n%%EOF\n",
        b"%ArtistGuard update of x bytes\n",
    ],
)
def test_a_mark_that_lies_takes_nothing_off(tail: bytes) -> None:
    content = (FOLDER / "handmade-blank.pdf").read_bytes() + b"\n" + tail
    assert without_update(content) == content


def test_a_file_without_end_is_damaged() -> None:
    with pytest.raises(Damaged):
        updated(b"%PDF-1.4\n", [Item(1, 0, b"null")], Trailer(2, b"1 0 R"))
    with pytest.raises(Damaged):
        updated(b"%PDF-1.4\nstartxref\n3\n%%EOF", [Item(1, 0, b"null")], Trailer(2, b"1 0 R"))


def test_a_file_that_readers_must_mend_is_not_written() -> None:
    content = (FOLDER / "odd-no-xref.pdf").read_bytes()
    with PdfFile(content) as opened:
        assert opened.info() == {}
    with pytest.raises(CannotEmbed), PdfFile(content, mend=False):
        pass


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"no", (FOLDER / "cairo.pdf").read_bytes()[:200]])
def test_what_is_no_pdf_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged), PdfFile(content):
        pass


def test_a_packet_that_is_a_bomb_is_refused() -> None:
    changed = io.BytesIO()
    with pikepdf.open(FOLDER / "cairo.pdf") as document:
        bomb = pikepdf.Stream(document, zlib.compress(bytes(20 * 1024 * 1024)))
        bomb.Filter = pikepdf.Name.FlateDecode
        document.Root.Metadata = document.make_indirect(bomb)
        document.save(changed, fix_metadata_version=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    with pytest.raises(TooLarge), PdfFile(changed.getvalue()) as opened:
        opened.packet()
