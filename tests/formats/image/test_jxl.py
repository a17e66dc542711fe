from __future__ import annotations

import io
import struct
import subprocess
from typing import TYPE_CHECKING, ClassVar

import pytest

from artistguard.containers import boxes, jxl
from artistguard.decoding.values import Opaque
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats.image.jxl import Jxl
from artistguard.formats.protocol import Certainty
from artistguard.packets import exif
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites import foreign
from tests.suites.format_suite import SAMPLES, FormatSuite, glimpse_of, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.containers.jxl import Part

JXL = Jxl()
FOLDER = SAMPLES / "image" / "jxl"
BARE = (FOLDER / "cjxl-bare.jxl").read_bytes()
BOXED = (FOLDER / "cjxl-container.jxl").read_bytes()
FROM_JPEG = (FOLDER / "cjxl-from-jpeg.jxl").read_bytes()
TAGGED = (FOLDER / "exiftool-tagged.jxl").read_bytes()
NOTE = b"<note>no statement</note>"


def bodies(content: bytes, kind: bytes) -> list[bytes]:
    """What the boxes of a kind hold."""
    return [part.body for part in jxl.parse(content) if part.kind == kind]


def kinds(content: bytes) -> list[bytes]:
    return [part.kind for part in jxl.parse(content)]


def joined(*parts: Part) -> bytes:
    return b"".join(part.raw for part in parts)


def with_boxes(content: bytes, *more: tuple[bytes, bytes], at: int = 2) -> bytes:
    """The file with more boxes at a place."""
    row = list(jxl.parse(content))
    row[at:at] = [jxl.Part.of(*each) for each in more]
    return joined(*row)


def decoded(file: Path, ending: str) -> list[bytes]:
    """What djxl makes of a file: one file for each frame."""
    subprocess.run(["djxl", str(file), str(file.with_suffix(ending))], check=True, capture_output=True)
    return [made.read_bytes() for made in sorted(file.parent.glob(f"{file.stem}*{ending}"))]


class TestJxl(MutationSuite, FormatSuite):
    plugin = JXL
    folder = "image/jxl"
    layers: ClassVar[frozenset[str]] = frozenset({"plus", "tdmrep", "artistguard", "exif", "rights"})

    def test_the_codestream_is_the_same(self, sample: Path) -> None:
        content = sample.read_bytes()
        written = write(JXL, content, inscription())
        assert b"".join(jxl.codestream(jxl.parse(written))) == b"".join(jxl.codestream(jxl.parse(content)))
        free = {jxl.XML, jxl.EXIF}
        before, after = ([part.raw for part in jxl.parse(each) if part.kind not in free] for each in (content, written))
        assert after == before

    def test_libjxl_decodes_the_same_picture(self, sample: Path, tmp_path: Path) -> None:
        before, after = tmp_path / "before.jxl", tmp_path / "after.jxl"
        before.write_bytes(sample.read_bytes())
        after.write_bytes(write(JXL, sample.read_bytes(), inscription()))
        assert decoded(after, ".ppm") == decoded(before, ".ppm") != []

    def test_exiftool_and_exiv2_find_both_layers(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / "work.jxl"
        file.write_bytes(write(JXL, sample.read_bytes(), inscription()))
        found = foreign.table(file, "XMP-plus:DataMining", "IFD0:Copyright", "Warning", "Error")
        assert found["XMP-plus:DataMining"] == foreign.SEARCH_ONLY_URI
        assert str(found["IFD0:Copyright"]).startswith("© Zoë Ünal.")
        assert not {"ExifTool:Warning", "ExifTool:Error"} & set(found)
        assert foreign.SEARCH_ONLY_URI in foreign.exiv2(file, "-px", "-g", "DataMining")
        assert "Zoë Ünal" in foreign.exiv2(file, "-pe", "-g", "Exif.Image.Copyright")


def test_two_bytes_alone_are_no_proof() -> None:
    assert JXL.recognise(glimpse_of(BARE)) is Certainty.LIKELY
    assert JXL.recognise(glimpse_of(BARE, "jxl")) is Certainty.SURE
    assert JXL.recognise(glimpse_of(BOXED)) is Certainty.SURE


def test_bare_and_boxed_are_the_same_picture() -> None:
    bare = JXL.decode(io.BytesIO(BARE))
    boxed = JXL.decode(io.BytesIO(write(JXL, BARE, inscription())))
    assert isinstance(bare, Opaque)
    assert (bare.payload, bare.guard) == (boxed.payload, boxed.guard)


def test_new_boxes_stand_before_the_picture() -> None:
    assert kinds(write(JXL, BARE, inscription())) == [b"JXL ", b"ftyp", jxl.EXIF, jxl.XML, jxl.WHOLE]
    level = with_boxes(BOXED, (b"jxll", b"\x0a"))
    assert kinds(write(JXL, level, inscription())) == [b"JXL ", b"ftyp", b"jxll", jxl.EXIF, jxl.XML, jxl.WHOLE]


def test_boxes_that_are_there_keep_their_places_and_their_words() -> None:
    written = write(JXL, TAGGED, inscription(Choice.NOTHING))
    assert kinds(written) == kinds(TAGGED)
    found = read(JXL, written)
    assert (found.facts.title, found.facts.creator) == ("Harbour", "Mira Sol")
    (item,) = bodies(written, jxl.EXIF)
    assert any(stated.choice is Choice.NOTHING for stated in exif.statements(exif.parted(item)[1]))


def test_other_xml_is_not_taken_for_a_packet() -> None:
    content = with_boxes(BOXED, (jxl.XML, NOTE))
    written = write(JXL, content, inscription())
    first, second = bodies(written, jxl.XML)
    assert (first, b"DMI-PROHIBITED" in second) == (NOTE, True)
    assert table.verdict(read(JXL, written).statements).choice is Choice.SEARCH_ONLY
    assert write(JXL, written, inscription()) == written


def test_the_jpeg_can_still_be_rebuilt(tmp_path: Path) -> None:
    before, after = tmp_path / "before.jxl", tmp_path / "after.jxl"
    before.write_bytes(FROM_JPEG)
    after.write_bytes(write(JXL, FROM_JPEG, inscription()))
    assert decoded(after, ".jpg") == decoded(before, ".jpg")
    assert decoded(before, ".jpg")[0].startswith(b"\xff\xd8")


def test_metadata_that_a_jpeg_is_rebuilt_from_is_not_changed() -> None:
    (packet,), (item,) = bodies(TAGGED, jxl.XML), bodies(TAGGED, jxl.EXIF)
    (recipe,) = bodies((FOLDER / "odd-from-jpeg-compressed-xmp.jxl").read_bytes(), jxl.JPEG)
    with_exif = with_boxes(BOXED, (jxl.JPEG, recipe), (jxl.EXIF, item))
    with pytest.raises(CannotEmbed, match="rebuild"):
        write(JXL, with_boxes(with_exif, (jxl.XML, packet)), inscription())
    for cut in (recipe[:8], b""):
        with pytest.raises(CannotEmbed, match="rebuild"):
            write(JXL, with_boxes(BOXED, (jxl.JPEG, cut)), inscription())


def test_exif_that_a_jpeg_is_rebuilt_from_is_left_where_xmp_can_say_it() -> None:
    (recipe,) = bodies(FROM_JPEG, jxl.JPEG)
    assert jxl.rebuilt_from(recipe) == frozenset()
    # Grey, then one application marker (6 bits of 0xE1), the end of the image, and its kind: Exif.
    only_exif = sum(number << at for number, at in ((0x21, 1), (0x19, 7), (2, 13))).to_bytes(5, "little")
    assert jxl.rebuilt_from(only_exif) == {jxl.EXIF}
    (item,) = bodies(TAGGED, jxl.EXIF)
    written = write(JXL, with_boxes(BOXED, (jxl.JPEG, only_exif), (jxl.EXIF, item)), inscription())
    assert bodies(written, jxl.EXIF) == [item]
    assert table.verdict(read(JXL, written).statements).choice is Choice.SEARCH_ONLY


def test_compressed_metadata_is_not_looked_into() -> None:
    content = (FOLDER / "odd-from-jpeg-compressed-xmp.jxl").read_bytes()
    assert read(JXL, content).statements == ()
    with pytest.raises(CannotEmbed, match="compressed"):
        write(JXL, content, inscription())
    only_exif = with_boxes(BOXED, (jxl.PACKED, b"Exif\x8b\0"))
    assert bodies(write(JXL, only_exif, inscription()), jxl.EXIF) == []


def test_an_exif_block_that_cannot_be_read_stays_as_it_is() -> None:
    for odd in (b"", b"\0\0\0\0rubbish", b"\xff\xff\xff\xff12345678"):
        written = write(JXL, with_boxes(BOXED, (jxl.EXIF, odd)), inscription())
        assert bodies(written, jxl.EXIF) == [odd]
        assert table.verdict(read(JXL, written).statements).choice is Choice.SEARCH_ONLY


def test_an_unreadable_packet_is_not_thrown_away() -> None:
    with pytest.raises(CannotEmbed, match="cannot be read"):
        write(JXL, with_boxes(BOXED, (jxl.XML, b"<rdf:RDF")), inscription())


def test_credentials_are_told() -> None:
    label = struct.pack(">I4s16sB", 30, b"jumd", b"c2pa" + bytes(12), 3) + b"c2pa\0"
    signed = with_boxes(BOXED, (b"jumb", label))
    assert read(JXL, signed).credentials
    assert not read(JXL, with_boxes(BOXED, (b"jumb", b"another"))).credentials
    assert JXL.decode(io.BytesIO(signed)).guard == JXL.decode(io.BytesIO(BOXED)).guard


@pytest.mark.parametrize("kind", [b"jxli", b"jxll", b"abcd"])
def test_other_boxes_are_guarded(kind: bytes) -> None:
    one, other = (JXL.decode(io.BytesIO(with_boxes(BOXED, (kind, body)))) for body in (b"one", b"two"))
    assert one.payload == other.payload
    assert one.guard != other.guard


def test_zeros_at_the_end_are_kept() -> None:
    assert write(JXL, BOXED + bytes(5), inscription()).endswith(BOXED[-20:] + bytes(5))


def test_a_picture_to_the_end_of_the_file() -> None:
    stream = b"".join(jxl.codestream(jxl.parse(BOXED)))
    content = jxl.SIGNATURE + jxl.FILE_TYPE + struct.pack(">I4s", 0, jxl.WHOLE) + stream
    written = write(JXL, content, inscription())
    assert written.endswith(struct.pack(">I4s", 0, jxl.WHOLE) + stream)
    assert write(JXL, written, inscription()) == written


def test_nothing_and_half_a_file_are_told() -> None:
    for action in (JXL.read, JXL.decode):
        with pytest.raises(EmptyFile):
            action(io.BytesIO())
        for content in (BOXED[:-1], BOXED[:20], boxes.pack(b"ftyp", b"jxl "), b"\xff"):
            with pytest.raises(Damaged):
                action(io.BytesIO(content))
