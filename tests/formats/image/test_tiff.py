from __future__ import annotations

import io
import struct
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from artistguard.containers import photoshop, tiff, tiff_edit
from artistguard.containers.tiff import ASCII, BYTE, LONG, SHORT, UNDEFINED, Field
from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats.image.tiff import C2PA, IPTC, PHOTOSHOP, XMP, Tiff
from artistguard.formats.protocol import Certainty
from artistguard.packets import iptc
from artistguard.terms import Choice
from artistguard.vocabularies import plus
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

TIFF = Tiff()
FOLDER = SAMPLES / "image" / "tiff"
PLAIN = (FOLDER / "imagemagick-16bit.tif").read_bytes()
FULL = (FOLDER / "exiftool-everything.tif").read_bytes()


def with_fields(content: bytes, **fields: tuple[int, int, bytes]) -> bytes:
    """A TIFF file with more fields in its first directory: name is ``t`` and the tag."""
    top = {int(name[1:]): Field(*row) for name, row in fields.items()}
    return tiff_edit.rewrite(tiff.parse(content), top, {})


class TestTiff(MutationSuite, FormatSuite):
    plugin = TIFF
    folder = "image/tiff"

    def test_exiftool_finds_the_choice_without_a_warning(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "work.tif"
        file.write_bytes(write(TIFF, sample.read_bytes(), inscription()))
        args = ["exiftool", "-n", "-s3", "-XMP-plus:DataMining", "-Warning", str(file)]
        told = subprocess.run(args, capture_output=True, text=True, check=True)
        assert told.stdout.strip() == plus.uri(Choice.SEARCH_ONLY)

    def test_exiv2_finds_the_choice(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "work.tif"
        file.write_bytes(write(TIFF, sample.read_bytes(), inscription()))
        told = subprocess.run(
            ["exiv2", "-px", "-g", "DataMining", str(file)], capture_output=True, text=True, check=False
        )
        if tiff.parse(sample.read_bytes()).big:
            assert "unknown image type" in told.stderr
        else:
            assert plus.uri(Choice.SEARCH_ONLY) in told.stdout

    def test_libtiff_finds_nothing_wrong_and_every_page(self, sample: Path, tmp_path: Path) -> None:
        told = []
        for content in (sample.read_bytes(), write(TIFF, sample.read_bytes(), inscription())):
            (tmp_path / "a.tif").write_bytes(content)
            done = subprocess.run(["tiffinfo", f"{tmp_path}/a.tif"], capture_output=True, text=True, check=True)
            told.append(done.stdout.count("Image Width:"))
            # The tag of Exif 3.1 is younger than this libtiff.
            assert all("0x9287" in line or "Unknown field" in line for line in done.stderr.splitlines())
        assert told[0] == told[1] >= 1

    def test_libtiff_decodes_the_same_pixels(self, sample: Path, tmp_path: Path) -> None:
        bare = []
        for content in (sample.read_bytes(), write(TIFF, sample.read_bytes(), inscription())):
            (tmp_path / "a.tif").write_bytes(content)
            args = ["convert", f"{tmp_path}/a.tif", "-auto-orient", "-depth", "16", f"{tmp_path}/%d.rgb"]
            subprocess.run(args, capture_output=True, check=True)
            bare.append([file.read_bytes() for file in sorted(tmp_path.glob("*.rgb"))])
        assert bare[0] == bare[1]
        assert bare[0]

    def test_nothing_that_stood_in_the_file_moves(self, sample: Path) -> None:
        content = sample.read_bytes()
        written = write(TIFF, content, inscription())
        header = 16 if tiff.parse(content).big else 8
        old = tiff.parse(content).top.entry(XMP)
        place = (old.start, old.start + old.size) if old else (header, header)
        assert written[header : place[0]] == content[header : place[0]]
        assert written[place[1] : len(content)] == content[place[1] :]


def test_all_four_beginnings_are_recognised() -> None:
    for head in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        assert TIFF.recognise(glimpse_of(head + bytes(20))) is Certainty.SURE
    assert TIFF.recognise(glimpse_of(b"II\x55\0" + bytes(20))) is Certainty.NO


def test_words_of_the_creator_stay_in_every_layer(tmp_path: Path) -> None:
    file = tmp_path / "work.tif"
    file.write_bytes(write(TIFF, FULL, inscription()))
    args = ["exiftool", "-n", "-s", "-G1", "-Artist", "-By-line", "-Creator", "-Title", "-Caption-Abstract"]
    args += ["-ExposureTime", "-GPSLatitude", "-Orientation", str(file)]
    told = subprocess.run(args, capture_output=True, text=True, check=True).stdout
    rows = {line.split(":")[0].replace(" ", ""): line.split(":", 1)[1].strip() for line in told.splitlines()}
    assert rows["[IFD0]Artist"] == rows["[IPTC]By-line"] == rows["[XMP-dc]Creator"] == "Mira Sol"
    assert rows["[IPTC]Caption-Abstract"] == "On the quay"
    assert rows["[Composite]GPSLatitude"] == "43.3"
    assert rows["[IFD0]Orientation"] == "6"
    assert float(rows["[ExifIFD]ExposureTime"]) == pytest.approx(1 / 60)


def test_empty_fields_are_filled() -> None:
    found = tiff.parse(write(TIFF, PLAIN, inscription()))
    artist = found.top.entry(315)
    assert artist is not None
    assert found.value(artist).rstrip(b"\0").decode() == "Zoë Ünal"
    fields = found.top.entry(IPTC)
    assert fields is not None
    assert iptc.by_line(found.value(fields)) == "Zoë Ünal"
    assert found.exif.entry(0x9287) is not None


def test_a_manifest_is_seen_and_kept() -> None:
    assert read(TIFF, (FOLDER / "hand-credentials.tif").read_bytes()).credentials
    assert not read(TIFF, PLAIN).credentials


RAW = {
    "dng": with_fields(PLAIN, t50706=(BYTE, 4, b"\1\4\0\0")),
    "sensor": with_fields(PLAIN, t262=(SHORT, 1, struct.pack("<H", 32803))),
    "linear": with_fields(PLAIN, t262=(SHORT, 1, struct.pack("<H", 34892))),
    "preview first": with_fields(PLAIN, t254=(LONG, 1, struct.pack("<I", 1)), t330=(LONG, 1, struct.pack("<I", 8))),
    "canon": PLAIN[:8] + b"CR\2\0" + PLAIN[12:],
}


@pytest.mark.parametrize("content", RAW.values(), ids=RAW.keys())
def test_camera_raw_is_left_alone(content: bytes) -> None:
    with pytest.raises(CannotEmbed, match="camera raw"):
        write(TIFF, content, inscription())
    decoded = TIFF.decode(io.BytesIO(content))
    assert isinstance(decoded, Opaque)
    assert decoded.payload == decoded.guard


def test_layouts_that_no_decoder_knows_are_guarded_by_their_stored_bytes() -> None:
    # Two samples of floating point a pixel.
    values = np.zeros((4, 5, 2), "<f8")
    fields = {
        256: Field(SHORT, 1, b"\5\0"), 257: Field(SHORT, 1, b"\4\0"), 258: Field(SHORT, 2, struct.pack("<2H", 64, 64)),
        259: Field(SHORT, 1, b"\1\0"), 262: Field(SHORT, 1, b"\1\0"), 277: Field(SHORT, 1, b"\2\0"),
        273: Field(LONG, 1, struct.pack("<I", 8)), 279: Field(LONG, 1, struct.pack("<I", values.nbytes)),
        339: Field(SHORT, 2, struct.pack("<2H", 3, 3)),
    }  # fmt: skip
    block = b"II*\0" + bytes(4) + values.tobytes()
    content = tiff_edit.rewrite(tiff.parse(block), fields, {})
    before = TIFF.decode(io.BytesIO(content))
    assert isinstance(before, Opaque)
    written = write(TIFF, content, inscription())
    assert TIFF.decode(io.BytesIO(written)).guard == before.guard
    other = bytearray(content)
    other[20] ^= 1
    assert TIFF.decode(io.BytesIO(bytes(other))).guard != before.guard
    lost = tiff_edit.rewrite(tiff.parse(content), {273: Field(LONG, 1, struct.pack("<I", 1 << 30))}, {})
    with pytest.raises(Damaged):
        TIFF.decode(io.BytesIO(lost))
    none = tiff_edit.rewrite(tiff.parse(content), {279: Field(LONG, 2, bytes(8))}, {})
    with pytest.raises(Damaged):
        TIFF.decode(io.BytesIO(none))


def test_statements_stand_on_the_first_page_only() -> None:
    content = (FOLDER / "tiffcp-planes-pages.tif").read_bytes()
    pages = tiff.directories(tiff.parse(write(TIFF, content, inscription())))
    assert [page.entry(XMP) is not None for page in pages] == [True, False]
    assert pages[1] == tiff.directories(tiff.parse(content))[1]
    decoded = TIFF.decode(io.BytesIO(content))
    assert isinstance(decoded, Pixels)
    assert decoded.frames == 2


def test_pages_in_a_circle_are_damage() -> None:
    top = tiff.parse(PLAIN).top
    circle = bytearray(PLAIN)
    circle[top.end - 4 : top.end] = struct.pack("<I", top.start)
    with pytest.raises(Damaged):
        write(TIFF, bytes(circle), inscription())


def caption(text: str) -> bytes:
    return b"\x1c\2\x78" + struct.pack(">H", len(text)) + text.encode()


def test_iptc_fields_turned_round_by_old_programs_are_read() -> None:
    fields = caption("On the quay, evening")
    fields += bytes(-len(fields) % 4)
    turned = b"".join(fields[at : at + 4][::-1] for at in range(0, len(fields), 4))
    for value in (fields, turned):
        content = with_fields(PLAIN, t33723=(LONG, len(value) // 4, value))
        found = tiff.parse(write(TIFF, content, inscription()))
        entry = found.top.entry(IPTC)
        assert entry is not None
        assert entry.kind == UNDEFINED
        assert caption("On the quay, evening") in found.value(entry)


def test_damaged_iptc_fields_stay_as_they_are() -> None:
    content = with_fields(PLAIN, t33723=(UNDEFINED, 8, b"\x1c\2\x78\0\xffabc"))
    found = tiff.parse(write(TIFF, content, inscription()))
    entry = found.top.entry(IPTC)
    assert entry is not None
    assert found.value(entry) == b"\x1c\2\x78\0\xffabc"


def test_photoshop_s_copy_of_the_fields_is_kept_up_to_date() -> None:
    other = b"8BIM" + struct.pack(">HHI", 0x03ED, 0, 4) + b"size"
    block = photoshop.with_iptc(other, caption("Only Photoshop has it"))
    content = with_fields(PLAIN, t34377=(UNDEFINED, len(block), block))
    found = tiff.parse(write(TIFF, content, inscription()))
    entry = found.top.entry(PHOTOSHOP)
    assert entry is not None
    assert found.value(entry).startswith(other)
    fields = photoshop.iptc_of(photoshop.parse(found.value(entry)))
    assert fields is not None
    assert caption("Only Photoshop has it") in fields
    assert iptc.by_line(fields) == "Zoë Ünal"


@pytest.mark.parametrize(
    "block", [b"8BIM" + struct.pack(">HHI", 0x03ED, 0, 4) + b"size", b"8BIM\4\4\0\0\xff\xff\xff\xff"]
)
def test_photoshop_blocks_without_fields_or_damaged_stay_as_they_are(block: bytes) -> None:
    content = with_fields(PLAIN, t34377=(UNDEFINED, len(block), block))
    found = tiff.parse(write(TIFF, content, inscription()))
    entry = found.top.entry(PHOTOSHOP)
    assert entry is not None
    assert found.value(entry) == block


def test_an_unreadable_packet_is_not_thrown_away() -> None:
    content = with_fields(PLAIN, t700=(BYTE, 10, b"<x:xmpmeta"))
    assert read(TIFF, content).statements == ()
    with pytest.raises(CannotEmbed):
        write(TIFF, content, inscription())


def test_nothing_and_rubbish_are_told() -> None:
    with pytest.raises(EmptyFile):
        read(TIFF, b"")
    for rubbish in (b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0+" + bytes(12)):
        with pytest.raises(Damaged):
            write(TIFF, rubbish, inscription())


def test_big_offsets_are_kept_big() -> None:
    content = (FOLDER / "tiffcp-bigtiff.tif").read_bytes()
    written = write(TIFF, content, inscription())
    assert tiff.parse(content).big
    assert tiff.parse(written).big
    with Image.open(io.BytesIO(written)) as shown:
        assert shown.size == (64, 48)


def test_c2pa_tag_is_the_one_of_the_specification() -> None:
    content = with_fields(PLAIN, **{f"t{C2PA}": (UNDEFINED, 4, b"jumb")}, t315=(ASCII, 2, b"M\0"))
    assert read(TIFF, content).credentials
    found = tiff.parse(write(TIFF, content, inscription()))
    assert found.value(found.top.entry(0xCD41)) == b"jumb"


def test_an_entry_that_cannot_be_is_refused() -> None:
    with pytest.raises(CannotEmbed, match="cannot be"):
        write(TIFF, with_fields(PLAIN, t0=(SHORT, 1, b"\1\0")), inscription())
