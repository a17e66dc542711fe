from __future__ import annotations

import io
import struct
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from artistguard.containers import riff
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats.image.webp import ALPHA, EXIF_FLAG, XMP_FLAG, Webp
from tests.suites import foreign
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite
from tests.suites.pictures import ExifReaders

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "image/webp"
PLAIN = (FOLDER / "pillow-lossy.webp").read_bytes()
WEBP = Webp()
NAME = attrgetter("name")


class TestWebp(MutationSuite, ExifReaders, FormatSuite):
    plugin = Webp()
    folder = "image/webp"


def parts(content: bytes) -> list[tuple[bytes, bytes]]:
    held = io.BytesIO(content)
    return [(chunk.kind, riff.payload(held, chunk)) for chunk in riff.parse(held).chunks]


def built(*rows: tuple[bytes, bytes]) -> bytes:
    body = b"".join(kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for kind, data in rows)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


@pytest.mark.parametrize("sample", TestWebp.files(""), ids=NAME)
def test_picture_chunks_are_copied_in_order(sample: Path) -> None:
    def others(content: bytes) -> list[tuple[bytes, bytes]]:
        return [part for part in parts(content) if part[0] not in {b"VP8X", b"EXIF", b"XMP "}]

    content = sample.read_bytes()
    assert others(write(WEBP, content, inscription())) == others(content)


@pytest.mark.parametrize("sample", TestWebp.files(""), ids=NAME)
def test_header_tells_size_and_contents(sample: Path) -> None:
    written = write(WEBP, sample.read_bytes(), inscription())
    kind, header = parts(written)[0]
    assert kind == b"VP8X"
    assert header[0] & (EXIF_FLAG | XMP_FLAG) == EXIF_FLAG | XMP_FLAG
    with Image.open(sample) as picture:
        size = picture.size
    assert (int.from_bytes(header[4:7], "little") + 1, int.from_bytes(header[7:10], "little") + 1) == size


@pytest.mark.parametrize(
    ("name", "clear"),
    [("pillow-lossy", 0), ("pillow-lossless", 0), ("pillow-lossless-alpha", ALPHA), ("cwebp-lossless-alpha", ALPHA)],
)
def test_transparency_of_a_simple_file_is_announced(name: str, clear: int) -> None:
    content = (FOLDER / f"{name}.webp").read_bytes()
    assert parts(content)[0][0] != b"VP8X"
    written = write(WEBP, content, inscription())
    assert parts(written)[0][1][0] & ALPHA == clear
    with Image.open(io.BytesIO(written)) as after, Image.open(io.BytesIO(content)) as before:
        assert after.mode == before.mode
        assert after.tobytes() == before.tobytes()


def test_size_in_the_file_is_right() -> None:
    written = write(WEBP, PLAIN, inscription())
    assert int.from_bytes(written[4:8], "little") == len(written) - 8


def test_webpinfo_finds_no_fault(tmp_path: Path) -> None:
    import subprocess

    for sample in TestWebp.files(""):
        file = tmp_path / sample.name
        file.write_bytes(write(WEBP, sample.read_bytes(), inscription()))
        told = subprocess.run(["webpinfo", str(file)], check=False, capture_output=True, text=True)
        assert told.returncode == 0, told.stderr + told.stdout
        assert "No error detected" in told.stdout


def test_exif_with_the_prefix_of_jpeg_is_understood() -> None:
    rows = parts(write(WEBP, PLAIN, inscription()))
    prefixed = built(*[(kind, b"Exif\0\0" + data if kind == b"EXIF" else data) for kind, data in rows])
    assert {stated.place for stated in read(WEBP, prefixed).statements} >= {"Exif 0x9287"}
    assert write(WEBP, prefixed, inscription()) == prefixed


def test_foreign_edits_after_ours_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "edited.webp"
    file.write_bytes(write(WEBP, (FOLDER / "exiv2-tagged.webp").read_bytes(), inscription()))
    foreign.exiv2(file, "-M", "set Exif.Image.Software OtherProgram")
    file.write_bytes(write(WEBP, file.read_bytes(), inscription()))
    assert foreign.said(file, "EXIF:Software", "EXIF:UserComment").split() == ["OtherProgram", "hello"]


@pytest.mark.parametrize(
    "content",
    [
        b"RIFF\4\0\0\0WEBP",
        built((b"VP8 ", b"short")),
        built((b"VP8L", b"\0\0\0\0\0")),
        built((b"VP8 ", b"\0\0\0\x9d\x01\x2a\0\0\0\0")),
        PLAIN[:20],
        b"RIFF\x24\0\0\0WAVE",
    ],
)
def test_no_picture_at_all(content: bytes) -> None:
    with pytest.raises(Damaged):
        write(WEBP, content, inscription())


@pytest.mark.parametrize("rows", [[parts(PLAIN)[0], (b"VP8X", bytes(10))], [(b"VP8X", bytes(4)), parts(PLAIN)[0]]])
def test_a_header_in_the_wrong_place_or_cut_short_is_refused(rows: list[tuple[bytes, bytes]]) -> None:
    with pytest.raises(CannotEmbed):
        write(WEBP, built(*rows), inscription())


def test_what_follows_the_end_is_kept() -> None:
    assert write(WEBP, PLAIN + b"tail", inscription()).endswith(b"tail")
