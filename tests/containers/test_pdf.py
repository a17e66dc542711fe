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


# -- credentials ------------------------------------------------------------------------------------------------------


def signed(content: bytes, manifest: bytes) -> bytes:
    with PdfFile(content, mend=False) as opened:
        written, start = opened.with_manifest(manifest)
    assert written[start : start + len(manifest)] == manifest
    return written


def attached(content: bytes) -> list[tuple[str, bytes]]:
    """Relationship and content of everything that is associated with the document."""
    with pikepdf.open(io.BytesIO(content)) as document:
        files = list(document.Root.get("/AF", pikepdf.Array()))
        return [(str(one.AFRelationship), one.EF["/F"].read_bytes()) for one in files]


@pytest.mark.parametrize("name", SOUND)
def test_a_manifest_is_attached_by_appending(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    written = signed(content, b"the manifest")
    assert written.startswith(content)
    assert attached(written) == [("/C2PA_Manifest", b"the manifest")]
    with PdfFile(content) as before, PdfFile(written) as after:
        assert after.credentials()
        assert after.streams() == before.streams()
        assert (after.info(), after.packet()) == (before.info(), before.packet())
    assert without_update(written) == content


@pytest.mark.parametrize("name", SOUND)
def test_another_manifest_takes_its_place(name: str) -> None:
    once = signed((FOLDER / name).read_bytes(), b"the first")
    assert attached(signed(once, b"the second one")) == [("/C2PA_Manifest", b"the second one")]


def test_other_attachments_stay() -> None:
    def attach(document: pikepdf.Pdf) -> None:
        document.attachments["score.xml"] = pikepdf.AttachedFileSpec(
            document, b"notes", relationship=pikepdf.Name.Source, mime_type="text/xml"
        )
        document.Root.AF = pikepdf.Array([document.attachments["score.xml"].obj])

    content = built(attach)
    assert attached(content) == [("/Source", b"notes")]
    written = signed(content, b"the manifest")
    assert attached(written) == [("/Source", b"notes"), ("/C2PA_Manifest", b"the manifest")]
    with pikepdf.open(io.BytesIO(written)) as document:
        assert list(document.attachments) == ["score.xml"], "a tree of names that is there is left alone"


def test_names_of_other_things_stay() -> None:
    def name(document: pikepdf.Pdf) -> None:
        document.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array()))

    with pikepdf.open(io.BytesIO(signed(built(name), b"the manifest"))) as document:
        assert set(document.Root.Names.keys()) == {"/Dests", "/EmbeddedFiles"}
        assert list(document.attachments) == ["content_credential.c2pa"]
        assert document.attachments["content_credential.c2pa"].get_file().read_bytes() == b"the manifest"


@settings(max_examples=30, deadline=None)
@given(manifest=some.binary(max_size=600))
def test_any_bytes_can_be_attached(manifest: bytes) -> None:
    assert attached(signed(built(lambda _: None), manifest)) == [("/C2PA_Manifest", manifest)]


def test_every_update_of_ours_is_taken_off_and_none_of_anybody_else() -> None:
    content = (FOLDER / "cairo.pdf").read_bytes()
    ours = signed(put(content, Mine="Zoë"), b"the manifest")
    assert without_update(ours) == content
    theirs = ours + b"% somebody else's\n"
    assert without_update(theirs) == theirs
    assert without_update(put(theirs, Mine="Zoë")) == theirs
