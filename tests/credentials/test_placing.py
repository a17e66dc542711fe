"""Where credentials go: inside where the file stays what it is for every program, beside it everywhere else."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from artistguard.containers import tiff, tiff_edit
from artistguard.credentials.placing import place
from artistguard.credentials.values import Place
from artistguard.formats import table
from tests.suites import attested
from tests.suites.format_suite import SAMPLES

if TYPE_CHECKING:
    from artistguard.formats.protocol import Format

WAV = (SAMPLES / "audio" / "wav" / "sox-plain.wav").read_bytes()


def where(content: bytes, mime: str) -> Place:
    return place(io.BytesIO(content), mime)


def of(name: str) -> tuple[bytes, str]:
    file = SAMPLES / name
    return file.read_bytes(), attested.format_of(file).types[0].mime


@pytest.mark.parametrize(
    "name",
    [
        "image/jpeg/pillow-two-pictures.mpo",
        "image/png/ffmpeg-animated.png",
        "image/webp/pillow-animated.webp",
        "image/gif/imagemagick-87a.gif",
        "image/avif/pillow-moving.avif",
        "image/heic/imagemagick.heic",
        "image/jxl/cjxl-container.jxl",
        "image/tiff/tiffcp-bigtiff.tif",
        "image/svg/latin1.svg",
        "audio/mp3/hand-v23-unsynchronised.mp3",
        "audio/m4a/ffmpeg-silence.m4b",
        "audio/wav/hand-daw-chunks.wav",
        "text/ghostscript.pdf",
        "text/stored.epub",
    ],
)
def test_inside(name: str) -> None:
    assert where(*of(name)) is Place.INSIDE


@pytest.mark.parametrize(
    "name",
    [
        "image/jxl/cjxl-bare.jxl",
        "image/tiff/odd-raw.dng",
        "image/svg/compressed.svgz",
        "image/svg/utf16.svg",
        "audio/flac/sox.flac",
        "audio/wav/ffmpeg-rf64.wav",
        "audio/wav/hand-bw64-adm.wav",
        "audio/wav/ffmpeg-into-pipe.wav",
        "audio/wav/sox-into-pipe-8bit.wav",
        "audio/ogg/oggenc-tags.ogg",
        "audio/opus/opusenc-tags-cover.opus",
        "audio/aiff/sox-comment.aiff",
        "text/libreoffice-pdfa1.pdf",
        "text/odd-signed.pdf",
        "text/odd-owner-password.pdf",
        "text/odd-no-xref.pdf",
        "text/broken-locked.pdf",
        "text/pandoc3.epub",
        "text/word.docx",
        "text/handmade.odt",
        "text/wordlike.rtf",
        "text/hugo.md",
    ],
)
def test_beside(name: str) -> None:
    assert where(*of(name)) is Place.BESIDE


@pytest.mark.parametrize("format_", table.FORMATS, ids=lambda format_: format_.name)
def test_what_can_be_inside_is_of_a_type_that_the_library_signs(format_: Format) -> None:
    for kind in format_.types:
        if where(b"nothing that could be looked at", kind.mime) is Place.INSIDE:
            assert kind.mime in attested.SIGNABLE


def test_flac_goes_where_it_is_wanted() -> None:
    content = (SAMPLES / "audio" / "flac" / "sox.flac").read_bytes()
    assert place(io.BytesIO(content), "audio/flac", flac=Place.INSIDE) is Place.INSIDE
    assert place(io.BytesIO(content), "audio/flac", flac=Place.BESIDE) is Place.BESIDE
    assert place(io.BytesIO(WAV), "audio/wav", flac=Place.BESIDE) is Place.INSIDE


def test_word_and_opendocument_never_carry_them() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("mimetype", "whatever")
    for ending in ("docx", "odt"):
        assert where(stored.getvalue(), table.by_extension(ending).types[0].mime) is Place.BESIDE
    assert where(stored.getvalue(), "application/epub+zip") is Place.INSIDE


def test_bytes_behind_a_recording_send_them_beside_it() -> None:
    assert where(WAV, "audio/wav") is Place.INSIDE
    assert where(WAV + b"more", "audio/wav") is Place.BESIDE


def test_a_raw_picture_is_known_by_its_field() -> None:
    plain = (SAMPLES / "image" / "tiff" / "pillow-deflate.tif").read_bytes()
    raw = tiff_edit.rewrite(tiff.parse(plain), {0xC612: tiff.Field(tiff.BYTE, 4, bytes([1, 4, 0, 0]))}, {})
    assert (where(plain, "image/tiff"), where(raw, "image/tiff")) == (Place.INSIDE, Place.BESIDE)


@pytest.mark.parametrize("mime", ["", "text/plain", "application/octet-stream", "video/mp4", "image/x-unheard-of"])
def test_what_is_not_known_lies_beside(mime: str) -> None:
    assert where(WAV, mime) is Place.BESIDE


@pytest.mark.parametrize("mime", ["image/tiff", "image/heic", "audio/wav", "application/pdf", "application/epub+zip"])
def test_what_cannot_be_looked_into_lies_beside(mime: str) -> None:
    assert where(b"", mime) is Place.BESIDE
    assert where(b"nothing of the kind", mime) is Place.BESIDE
