"""PDF opened by a foreign library: its errors end here, and what an update would break is refused."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from artistguard.containers.pdf import PdfFile
from artistguard.containers.update import without_update
from artistguard.errors import CannotEmbed, Damaged, FileProblem, Locked
from tests.suites.format_suite import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = SAMPLES / "text"
PACKET = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
SOUND = ["handmade-blank.pdf", "qpdf-object-streams.pdf", "qpdf-linearised.pdf", "cairo.pdf", "ghostscript.pdf"]


def put(content: bytes, drop: tuple[str, ...] = (), **entries: str) -> bytes:
    with PdfFile(content, mend=False) as opened:
        opened.refuse_oddities()
        return opened.updated(PACKET, drop, entries)


def built(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A page of nothing, changed by hand."""
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        sink = io.BytesIO()
        document.save(sink, deterministic_id=True, fix_metadata_version=False)
        return sink.getvalue()


@pytest.mark.parametrize("name", SOUND)
def test_what_was_there_is_there_and_ours_is_read(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    with PdfFile(content) as before:
        info, streams = before.info(), before.streams()
    written = put(content, ("Producer",), Mine="Zoë")
    with PdfFile(written) as after:
        assert after.packet() == PACKET
        assert after.info() == {key: text for key, text in info.items() if key != "Producer"} | {"Mine": "Zoë"}
        assert after.streams() == streams
        assert not after.credentials()
    assert written.startswith(content)
    assert put(without_update(written), ("Producer",), Mine="Zoë") == written


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("broken-locked.pdf", Locked),
        ("broken-cut.pdf", FileProblem),
        ("odd-signed.pdf", CannotEmbed),
        ("odd-owner-password.pdf", CannotEmbed),
        ("odd-no-xref.pdf", CannotEmbed),
    ],
)
def test_what_must_not_be_touched(name: str, problem: type[FileProblem]) -> None:
    with pytest.raises(problem):
        put((FOLDER / name).read_bytes())


def _signed(document: pikepdf.Pdf) -> None:
    document.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())


def _certified(document: pikepdf.Pdf) -> None:
    document.Root.Perms = pikepdf.Dictionary()


@pytest.mark.parametrize("change", [_signed, _certified])
def test_signs_of_a_signature(change: Callable[[pikepdf.Pdf], None]) -> None:
    with pytest.raises(CannotEmbed, match="signed"):
        put(built(change))


def test_bytes_before_the_beginning() -> None:
    with pytest.raises(CannotEmbed):
        put(b"Content-Type: application/pdf\n\n" + (FOLDER / "cairo.pdf").read_bytes())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n0\n%%EOF\n", b"no PDF"])
def test_what_is_no_pdf_is_damaged(content: bytes) -> None:
    def opened() -> None:
        with PdfFile(content):
            pass

    with pytest.raises(Damaged):
        opened()


def _packed(filter_: pikepdf.Object) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        stream = document.make_stream(b"\0" * 8)
        stream.write(b"\0" * 8, filter=filter_)
        document.Root.Metadata = stream

    return change


def test_metadata_packed_oddly_is_refused() -> None:
    with PdfFile(built(_packed(pikepdf.Name.JBIG2Decode))) as opened, pytest.raises(CannotEmbed):
        opened.packet()


def test_metadata_that_is_no_stream_is_none() -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Metadata = pikepdf.Dictionary()
        document.trailer.Info = pikepdf.Array()

    with PdfFile(built(change)) as opened:
        assert opened.packet() is None
        assert opened.info() == {}


@given(place=some.integers(0, 10**5), change=some.binary(min_size=1, max_size=6))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_damage_ends_in_a_file_problem(place: int, change: bytes) -> None:
    for name in ("handmade-blank.pdf", "qpdf-object-streams.pdf"):
        content = (FOLDER / name).read_bytes()
        at = place % len(content)
        damaged = content[:at] + change + content[at + len(change) :]
        try:
            written = put(damaged, Mine="x")
        except FileProblem:
            continue
        assert written.startswith(damaged)
        with PdfFile(written) as opened:
            assert opened.packet() == PACKET
