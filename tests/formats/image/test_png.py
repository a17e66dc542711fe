from __future__ import annotations

import io
import subprocess
import zlib
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest

from artistguard.containers import chunks, photoshop, tiff, tiff_edit
from artistguard.containers.chunks import PngChunk, made
from artistguard.containers.tiff import Field
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats.image.png import KEYWORD, Png
from artistguard.packets import iptc
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites import foreign
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite, count, mutations, survives
from tests.suites.pictures import ExifReaders

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SAMPLES / "image/png"
PLAIN = (FOLDER / "pillow-rgb.png").read_bytes()
PROFILES = FOLDER / "imagemagick-profiles.png"
PNG = Png()
NAME = attrgetter("name")


class TestPng(MutationSuite, ExifReaders, FormatSuite):
    plugin = Png()
    folder = "image/png"


def row(content: bytes) -> list[PngChunk]:
    return list(chunks.parse(content)[0])


def kinds(content: bytes) -> list[bytes]:
    return [chunk.kind for chunk in row(content)]


def with_chunks(*more: PngChunk, at: int = 1) -> bytes:
    old = row(PLAIN)
    return chunks.SIGNATURE + b"".join(chunk.raw for chunk in [*old[:at], *more, *old[at:]])


@pytest.mark.parametrize("sample", TestPng.files(""), ids=NAME)
def test_every_other_chunk_is_copied(sample: Path) -> None:
    def others(content: bytes) -> list[bytes]:
        return [
            chunk.raw
            for chunk in row(content)
            if chunk.kind != b"eXIf" and not chunk.data.startswith((KEYWORD, b"Raw profile type"))
        ]

    content = sample.read_bytes()
    assert others(write(PNG, content, inscription())) == [
        *others(content),
    ]


def test_new_chunks_stand_before_the_picture_with_right_sums() -> None:
    written = write(PNG, PLAIN, inscription())
    assert kinds(written)[:4] == [b"IHDR", b"iTXt", b"eXIf", b"tEXt"]
    for chunk in row(written):
        assert chunk.raw[-4:] == zlib.crc32(chunk.kind + chunk.data).to_bytes(4, "big")


def test_a_packed_packet_is_read_and_kept() -> None:
    plain = chunks.texts(row(write(PNG, PLAIN, inscription(Choice.ASK))))[1].value
    packed = made(b"iTXt", KEYWORD + b"\0\1\0\0\0" + zlib.compress(plain))
    content = with_chunks(packed)
    assert table.verdict(read(PNG, content).statements).choice is Choice.ASK
    again = write(PNG, content, inscription(Choice.ASK))
    assert packed.raw in again
    assert packed.raw not in write(PNG, content, inscription())


def test_a_packet_after_the_picture_stays_there() -> None:
    content = with_chunks(chunks.international(KEYWORD, b" "), at=len(row(PLAIN)) - 1)
    order = kinds(write(PNG, content, inscription()))
    assert order.index(b"iTXt") > order.index(b"IDAT")


def test_profiles_of_imagemagick_are_read_and_move_into_chunks(tmp_path: Path) -> None:
    before = read(PNG, PROFILES.read_bytes())
    assert before.facts.title == "Harbour"
    assert before.facts.creator == "Mara Brush"
    file = tmp_path / "profiles.png"
    file.write_bytes(write(PNG, PROFILES.read_bytes(), inscription()))
    assert kinds(file.read_bytes()).count(b"eXIf") == 1
    assert b"Raw profile type exif" not in file.read_bytes()
    assert b"Raw profile type iptc" in file.read_bytes()
    assert foreign.said(file, "EXIF:UserComment") == "keep me"


def profiles(content: bytes) -> list[tuple[str, bytes]]:
    """Name and content of every profile in text form."""
    return [found for said in chunks.texts(row(content)).values() if (found := chunks.raw_profile(said))]


def test_iptc_is_found_by_three_other_programs(tmp_path: Path) -> None:
    file = tmp_path / "work.png"
    file.write_bytes(write(PNG, PLAIN, inscription()))
    assert foreign.said(file, "IPTC:By-line", "IPTC:CodedCharacterSet").splitlines()[0] == "Zoë Ünal"
    assert "This work may not" in foreign.exiv2(file, "-pi", "-g", "SpecialInstructions")
    told = subprocess.run(["identify", "-format", "%[IPTC:2:80]", str(file)], capture_output=True, check=True)
    assert told.stdout.decode() == "Zoë Ünal"


@pytest.mark.parametrize("name", ["iptc", "8bim"])
def test_fields_are_put_into_the_profile_that_is_there(name: str) -> None:
    fields = b"\x1c\x02\x05\x00\x04Dusk"
    block = photoshop.with_resources(b"", {0x03ED: b"dpi", photoshop.IPTC: fields})
    written = write(PNG, with_chunks(chunks.profile(name, block), at=2), inscription())
    ((found, content),) = profiles(written)
    assert found == name
    assert photoshop.data_of(photoshop.parse(content), 0x03ED) == b"dpi"
    assert read(PNG, written).facts.title == "Dusk"
    assert any(stated.place == "IPTC 2:40" for stated in read(PNG, written).statements)


def test_bare_fields_stay_bare() -> None:
    written = write(PNG, with_chunks(chunks.profile("iptc", b"\x1c\x02\x05\x00\x04Dusk")), inscription())
    ((_, content),) = profiles(written)
    assert iptc.title(content) == "Dusk"
    assert iptc.by_line(content) == "Zoë Ünal"


@pytest.mark.parametrize("content", [b"8BIM\x04", b"\x1c\x02\x05\xff\xffx"])
def test_a_damaged_profile_is_left(content: bytes) -> None:
    assert profiles(write(PNG, with_chunks(chunks.profile("iptc", content)), inscription())) == [("iptc", content)]


def test_a_profile_with_a_wrong_length_is_no_profile() -> None:
    said = chunks.Text(b"Raw profile type xmp", b"\nxmp\n      9\n3c78\n", "latin-1")
    assert chunks.raw_profile(said) is None
    assert chunks.raw_profile(chunks.Text(b"Raw profile type xmp", b"\nxmp\n 2\n3c78\n", "latin-1")) == ("xmp", b"<x")


def test_a_packed_bomb_is_not_unpacked() -> None:
    bomb = made(b"iTXt", KEYWORD + b"\0\1\0\0\0" + zlib.compress(b"\0" * (chunks.MOST_TEXT + 1)))
    assert chunks.text(bomb) is None
    many = [made(b"zTXt", b"Title\0\0" + zlib.compress(b"word")) for _ in range(chunks.MOST_PACKED + 5)]
    assert len(chunks.texts([*many, made(b"tEXt", b"Author\0Mara")])) == chunks.MOST_PACKED + 1


def test_exif_with_the_prefix_of_jpeg_is_understood() -> None:
    block = tiff_edit.rewrite(tiff.parse(tiff.EMPTY), {0x013B: Field(2, 5, b"Mara\0")}, {})
    content = with_chunks(made(b"eXIf", b"Exif\0\0" + block))
    assert read(PNG, content).facts.creator == "Mara"
    assert foreign.opt_out_words(write(PNG, content, inscription())) == foreign.SEARCH_ONLY_PAIRS


def test_standard_texts_are_told() -> None:
    found = read(PNG, (FOLDER / "pillow-author-text.png").read_bytes())
    assert (found.facts.title, found.facts.creator) == ("Häfen", "Mara Brush")
    assert [stated.value for stated in found.statements if stated.place == "PNG Copyright"] == ["(c) Mara Brush 2019"]


def test_what_follows_the_end_is_kept() -> None:
    assert write(PNG, PLAIN + b"tail", inscription()).endswith(b"IEND\xaeB`\x82tail")


def test_damage_under_right_check_sums_is_survived() -> None:
    """A decoder stops at a wrong check sum, so damage is done inside the chunks, and the sums are made right again."""
    samples = TestPng.files("")
    for sample in samples:
        for damaged in mutations(sample.read_bytes(), max(1, count() // len(samples)), f"sums {sample.name}"):
            survives(PNG, repaired(damaged))


def repaired(content: bytes) -> bytes:
    """Right check sums wherever the lengths still lead from chunk to chunk."""
    mended, at = bytearray(content), 8
    while at + 12 <= len(mended):
        end = at + 12 + int.from_bytes(mended[at : at + 4], "big")
        if end > len(mended):
            break
        mended[end - 4 : end] = zlib.crc32(mended[at + 4 : end - 4]).to_bytes(4, "big")
        at = end
    return bytes(mended)


@pytest.mark.parametrize(
    "content",
    [
        chunks.SIGNATURE,
        PLAIN[:40],
        chunks.SIGNATURE + made(b"IEND", b"").raw,
        chunks.SIGNATURE + made(b"IDAT", b"").raw + made(b"IEND", b"").raw,
        PLAIN[:33] + b"\xff\xff\xff\xffIDAT" + PLAIN[41:],
    ],
)
def test_no_picture_at_all(content: bytes) -> None:
    for job in (lambda: read(PNG, content), lambda: PNG.decode(io.BytesIO(content))):
        with pytest.raises(Damaged):
            job()


def test_a_damaged_packet_is_not_thrown_away() -> None:
    with pytest.raises(CannotEmbed):
        write(PNG, with_chunks(chunks.international(KEYWORD, b"<x:xmpmeta")), inscription())
