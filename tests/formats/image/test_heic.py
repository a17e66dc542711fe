from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest

from artistguard.containers import boxes, heif
from artistguard.errors import Damaged
from artistguard.formats.image.heic import Heic
from artistguard.formats.protocol import Certainty
from artistguard.terms import Choice
from artistguard.vocabularies import plus
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

HEIC = Heic()
FOLDER = SAMPLES / "image" / "heic"


class TestHeic(MutationSuite, FormatSuite):
    plugin = HEIC
    folder = "image/heic"

    def test_exiftool_finds_the_choice(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "work.heic"
        file.write_bytes(write(HEIC, sample.read_bytes(), inscription()))
        told = subprocess.run(
            ["exiftool", "-n", "-s3", "-XMP-plus:DataMining", "-Warning", str(file)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == plus.uri(Choice.SEARCH_ONLY)

    def test_libheif_shows_the_same_pictures(self, sample: Path, tmp_path: Path) -> None:
        pictures = []
        for content in (sample.read_bytes(), write(HEIC, sample.read_bytes(), inscription())):
            (tmp_path / "a.heic").write_bytes(content)
            args = ["heif-convert", "--quiet", f"{tmp_path}/a.heic", f"{tmp_path}/a.y4m"]
            subprocess.run(args, capture_output=True, check=True)
            pictures.append((tmp_path / "a.y4m").read_bytes())
            told = subprocess.run(["heif-info", f"{tmp_path}/a.heic"], capture_output=True, text=True, check=True)
        assert pictures[0] == pictures[1]
        assert "XMP:" in told.stdout

    def test_no_byte_of_a_picture_changes(self, sample: Path) -> None:
        before = heif.parse(sample.read_bytes())
        after = heif.parse(write(HEIC, sample.read_bytes(), inscription()))
        for item in before.items:
            if item.kind not in {b"Exif", b"mime"}:
                assert after.bytes_of(item.number) == before.bytes_of(item.number)


def test_exiv2_finds_the_choice(tmp_path: Path) -> None:
    # The file with transparency is not among them: exiv2 0.27 finds no packet in it, whoever wrote it.
    for name in ("heif-enc.heic", "exiftool-xmp.heic", "imagemagick.heic"):
        file = tmp_path / name
        file.write_bytes(write(HEIC, (FOLDER / name).read_bytes(), inscription()))
        told = subprocess.run(
            ["exiv2", "-px", "-g", "DataMining", str(file)], capture_output=True, text=True, check=True
        )
        assert plus.uri(Choice.SEARCH_ONLY) in told.stdout


def test_brands_of_the_family_are_told_apart() -> None:
    def certainty(*names: bytes) -> Certainty:
        return HEIC.recognise(glimpse_of(boxes.pack(b"ftyp", names[0] + bytes(4) + b"".join(names[1:]))))

    assert certainty(b"heic", b"mif1") is Certainty.SURE
    assert certainty(b"mif1", b"heic") is Certainty.SURE
    assert certainty(b"mif1", b"miaf") is Certainty.LIKELY
    assert certainty(b"M4A ", b"isom") is Certainty.NO
    assert HEIC.recognise(glimpse_of(b"\0\0\0\x18ftyp")) is Certainty.NO


def test_a_manifest_is_seen() -> None:
    assert read(HEIC, (FOLDER / "hand-credentials.heic").read_bytes()).credentials


def test_the_camera_s_exif_block_states_the_choice_too() -> None:
    written = write(HEIC, (FOLDER / "heif-enc.heic").read_bytes(), inscription(Choice.NOTHING))
    found = {stated.place: stated.choice for stated in read(HEIC, written).statements}
    assert found["Exif 0x9287"] is Choice.NOTHING


@pytest.mark.parametrize("kind", [b"\xfa\3if", b"E\0if", b"\xc3\xa9if"])
def test_kinds_of_items_that_break_the_decoder_down_are_damage(kind: bytes) -> None:
    content = (FOLDER / "heif-enc.heic").read_bytes()
    spoiled = content.replace(b"\0\2\0\0Exif", b"\0\2\0\0" + kind)
    assert spoiled != content
    with pytest.raises(Damaged):
        HEIC.decode(io.BytesIO(spoiled))


def test_items_outside_the_file_are_damage() -> None:
    content = (FOLDER / "heif-enc.heic").read_bytes()
    with pytest.raises(Damaged):
        HEIC.decode(io.BytesIO(content[:-1]))
