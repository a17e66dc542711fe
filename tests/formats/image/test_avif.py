from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from artistguard.containers import boxes, heif
from artistguard.containers.heif_edit import rewrite
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats.image.avif import Avif
from artistguard.formats.protocol import Certainty
from artistguard.packets import exif
from artistguard.terms import Choice
from artistguard.vocabularies import plus
from tests.suites import foreign
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.heif_builder import Layout, build
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

AVIF = Avif()
FOLDER = SAMPLES / "image" / "avif"
PLAIN = (FOLDER / "pillow.avif").read_bytes()


class TestAvif(MutationSuite, FormatSuite):
    plugin = AVIF
    folder = "image/avif"

    def test_foreign_readers_find_the_choice(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "work.avif"
        file.write_bytes(write(AVIF, sample.read_bytes(), inscription()))
        told = subprocess.run(
            ["exiftool", "-n", "-s3", "-XMP-plus:DataMining", str(file)], capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == plus.uri(Choice.SEARCH_ONLY)
        told = subprocess.run(
            ["exiv2", "-px", "-g", "DataMining", str(file)], capture_output=True, text=True, check=True
        )
        assert plus.uri(Choice.SEARCH_ONLY) in told.stdout
        told = subprocess.run(["heif-info", str(file)], capture_output=True, text=True, check=True)
        packet = heif.parse(file.read_bytes()).xmp
        assert packet is not None
        assert f"XMP: {len(heif.parse(file.read_bytes()).bytes_of(packet.number))} bytes" in told.stdout

    def test_avifdec_shows_the_same_picture(self, sample: Path, tmp_path: Path) -> None:
        pictures = []
        for content in (sample.read_bytes(), write(AVIF, sample.read_bytes(), inscription())):
            (tmp_path / "a.avif").write_bytes(content)
            args = ["avifdec", "--ignore-icc", f"{tmp_path}/a.avif", f"{tmp_path}/a.y4m"]
            subprocess.run(args, capture_output=True, check=True)
            pictures.append((tmp_path / "a.y4m").read_bytes())
        assert pictures[0] == pictures[1]

    def test_no_byte_of_a_picture_changes(self, sample: Path) -> None:
        before = heif.parse(sample.read_bytes())
        after = heif.parse(write(AVIF, sample.read_bytes(), inscription()))
        for item in before.items:
            if item.kind not in {b"Exif", b"mime"}:
                assert after.bytes_of(item.number) == before.bytes_of(item.number)


def test_other_families_are_not_avif() -> None:
    for brand in (b"heic", b"M4A ", b"isom"):
        assert AVIF.recognise(glimpse_of(boxes.pack(b"ftyp", brand + bytes(4) + b"mif1miaf"))) is Certainty.NO
    assert AVIF.recognise(glimpse_of(boxes.pack(b"ftyp", b"mif1" + bytes(4) + b"mif1avif"))) is Certainty.SURE


def test_the_exif_block_is_stated_too_and_keeps_what_it_said() -> None:
    content = (FOLDER / "avifenc-xmp-exif.avif").read_bytes()
    written = write(AVIF, content, inscription(Choice.NOTHING))
    assert {"exif"} <= {stated.layer for stated in read(AVIF, written).statements if stated.place == "Exif 0x9287"}
    item = heif.parse(written).exif
    assert item is not None
    block = heif.parse(written).bytes_of(item.number)
    assert b"Mira Sol" in block
    assert any(stated.choice is Choice.NOTHING for stated in exif.statements(block[4:]))


def test_a_picture_without_exif_gets_some_that_others_find(tmp_path: Path) -> None:
    written = write(AVIF, PLAIN, inscription())
    picture = heif.parse(written)
    assert picture.exif is not None
    assert picture.xmp is not None
    assert {link.targets for link in picture.links if link.kind == heif.DESCRIBES} == {(picture.primary,)}
    with Image.open(io.BytesIO(written)) as shown:
        assert foreign.opt_out_words(written) == foreign.SEARCH_ONLY_PAIRS
        assert shown.getexif().get(0x0112, 1) == 1
    file = tmp_path / "work.avif"
    file.write_bytes(written)
    assert foreign.said(file, "IFD0:Copyright").startswith("© Zoë Ünal.")
    assert "Zoë Ünal" in foreign.exiv2(file, "-pe", "-g", "Exif.Image.Copyright")
    assert foreign.complaints(file) == ""
    told = subprocess.run(["avifdec", "--info", str(file)], capture_output=True, text=True, check=True).stdout
    assert "Exif Metadata  : Present" in told


def test_an_exif_block_that_cannot_be_read_stays_as_it_is() -> None:
    content = (FOLDER / "avifenc-xmp-exif.avif").read_bytes()
    picture = heif.parse(content)
    assert picture.exif is not None
    for odd in (b"\0\0\0\0rubbish", b"\0\0", b"\xff\xff\xff\xff12345678"):
        spoiled = rewrite(picture, odd, None)
        written = heif.parse(write(AVIF, spoiled, inscription()))
        assert written.exif is not None
        assert written.bytes_of(written.exif.number) == odd


def test_an_exif_block_behind_its_mark_is_found() -> None:
    content = (FOLDER / "avifenc-xmp-exif.avif").read_bytes()
    picture = heif.parse(content)
    assert picture.exif is not None
    block = picture.bytes_of(picture.exif.number)
    for item in (b"\0\0\0\6Exif\0\0" + block[4:], b"\0\0\0\0Exif\0\0" + block[4:]):
        written = heif.parse(write(AVIF, rewrite(picture, item, None), inscription()))
        assert written.exif is not None
        changed = written.bytes_of(written.exif.number)
        assert changed.startswith(item[:10])
        assert exif.statements(changed[10:])


def test_the_words_of_another_program_stay() -> None:
    content = (FOLDER / "avifenc-xmp-exif.avif").read_bytes()
    found = read(AVIF, write(AVIF, content, inscription()))
    assert (found.facts.title, found.facts.creator) == ("Evening at the quay", "Mira Sol")


def test_an_unreadable_packet_is_not_thrown_away() -> None:
    content = build(PLAIN, Layout(packet=b"<x:xmpmeta"))
    assert read(AVIF, content).statements == ()
    with pytest.raises(CannotEmbed, match="cannot be read"):
        write(AVIF, content, inscription())


def test_a_compressed_packet_is_not_thrown_away() -> None:
    content = build(PLAIN, Layout(packet=b"x\x9c\3\0\0\0\0\1"))
    entry = b"application/rdf+xml\0\0"
    other = content.replace(entry, b"application/rdf+xml\0" + b"z")
    assert other != content
    assert read(AVIF, other).statements == ()
    with pytest.raises(CannotEmbed, match="compressed"):
        write(AVIF, other, inscription())


def test_a_manifest_is_seen() -> None:
    assert read(AVIF, (FOLDER / "hand-credentials.avif").read_bytes()).credentials
    assert not read(AVIF, PLAIN).credentials


def test_a_film_without_a_still_picture_says_nothing_and_is_refused() -> None:
    film = boxes.pack(b"ftyp", b"avis" + bytes(4) + b"avis") + boxes.pack(b"moov", b"")
    assert read(AVIF, film).statements == ()
    with pytest.raises(CannotEmbed):
        write(AVIF, film, inscription())


def test_nothing_and_rubbish_are_told() -> None:
    with pytest.raises(EmptyFile):
        AVIF.read(io.BytesIO())
    with pytest.raises(Damaged):
        write(AVIF, boxes.pack(b"ftyp", b"avif" + bytes(4)), inscription())
