from __future__ import annotations

import hashlib
import io
import struct
from typing import TYPE_CHECKING, ClassVar

import pytest
from PIL import Image

from artistguard.containers import photoshop, psd
from artistguard.decoding.values import Opaque, Pixels
from artistguard.errors import CannotEmbed, Damaged, EmptyFile, FileProblem, TooLarge
from artistguard.formats.image.psd import Psd
from artistguard.formats.protocol import Reading
from artistguard.packets import exif, iptc
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites import foreign
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite

if TYPE_CHECKING:
    from pathlib import Path

PSD = Psd()
FOLDER = SAMPLES / "image" / "psd"
LAYERS = (FOLDER / "imagemagick-layers.psd").read_bytes()
PLAIN = (FOLDER / "psd-tools.psd").read_bytes()


def rows(content: bytes) -> dict[int, bytes]:
    """The image resources, number to data."""
    found = psd.outline(io.BytesIO(content))
    return {one.number: one.data for one in photoshop.parse(content[found.resources : found.resources_end])}


def parts(content: bytes) -> tuple[bytes, bytes]:
    """What stands before the length of the image resources, and what stands behind them."""
    found = psd.outline(io.BytesIO(content))
    return content[: found.resources - 4], content[found.resources_end :]


def with_resources(content: bytes, block: bytes) -> bytes:
    """The same document with another row of resources."""
    before, after = parts(content)
    return before + struct.pack(">I", len(block)) + block + after


class TestPsd(MutationSuite, FormatSuite):
    plugin = PSD
    folder = "image/psd"
    layers: ClassVar[frozenset[str]] = frozenset({"plus", "tdmrep", "artistguard", "exif", "rights"})

    def test_everything_but_the_resources_is_the_same(self, sample: Path) -> None:
        content = sample.read_bytes()
        written = write(PSD, content, inscription())
        assert parts(written) == parts(content)
        ours = {photoshop.XMP, photoshop.EXIF, photoshop.IPTC, photoshop.IPTC_DIGEST}
        before, after = rows(content), rows(written)
        assert {key: data for key, data in after.items() if key not in ours} == {
            key: data for key, data in before.items() if key not in ours
        }

    def test_all_three_blocks_are_there(self, sample: Path) -> None:
        found = rows(write(PSD, sample.read_bytes(), inscription()))
        assert exif.statements(found[photoshop.EXIF])[0].choice is Choice.SEARCH_ONLY
        assert any(stated.place == "IPTC 2:40" for stated in iptc.statements(found[photoshop.IPTC]))
        assert b"DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING" in found[photoshop.XMP]

    def test_exiftool_finds_all_layers_and_no_fault(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / sample.name
        file.write_bytes(write(PSD, sample.read_bytes(), inscription()))
        tags = ("XMP-plus:DataMining", "IFD0:Copyright", "IPTC:SpecialInstructions", "Warning", "Error")
        found = foreign.table(file, *tags)
        assert found.pop("XMP-plus:DataMining") == foreign.SEARCH_ONLY_URI
        assert str(found.pop("IFD0:Copyright")).startswith("© Zoë Ünal.")
        assert str(found.pop("IPTC:SpecialInstructions")).startswith("This work may not")
        assert found == {}

    def test_exiv2_finds_the_statement(self, sample: Path, tmp_path: Path) -> None:
        file = tmp_path / sample.name
        file.write_bytes(write(PSD, sample.read_bytes(), inscription()))
        if sample.suffix == ".psb":  # which Debian's exiv2 takes for a PSD
            return
        assert foreign.SEARCH_ONLY_URI in foreign.exiv2(file, "-px", "-g", "DataMining")
        assert "This work may not" in foreign.exiv2(file, "-pi", "-g", "SpecialInstructions")

    def test_another_program_sees_the_same_picture(self, sample: Path, tmp_path: Path) -> None:
        before, after = sample, tmp_path / sample.name
        after.write_bytes(write(PSD, sample.read_bytes(), inscription()))
        assert foreign.picture_of(after) == foreign.picture_of(before) != b""


@pytest.mark.parametrize("file", TestPsd.files(""), ids=lambda file: str(file.name))
def test_the_merged_picture_is_seen(file: Path) -> None:
    decoded = PSD.decode(io.BytesIO(file.read_bytes()))
    assert isinstance(decoded, Pixels)
    assert decoded.frames == 1
    assert decoded.image.size in {(16, 12), (32, 24), (48, 36)}


def test_the_merged_picture_is_the_one_that_was_drawn() -> None:
    file = FOLDER / "imagemagick.psd"
    decoded = PSD.decode(io.BytesIO(file.read_bytes()))
    assert isinstance(decoded, Pixels)
    with Image.open(file) as shown:
        assert decoded.image.tobytes() == shown.convert("RGB").tobytes()


def test_large_documents_show_the_same_picture() -> None:
    packed, raw = ((FOLDER / f"imagemagick-{kind}.psb").read_bytes() for kind in ("packed", "raw"))
    one, other = PSD.decode(io.BytesIO(packed)), PSD.decode(io.BytesIO(raw))
    assert isinstance(one, Pixels)
    assert isinstance(other, Pixels)
    assert one.image.tobytes() == other.image.tobytes()
    assert one.image.getextrema() != ((255, 255),) * 3


def test_what_a_document_says_is_read() -> None:
    found = read(PSD, LAYERS)
    assert (found.facts.title, found.facts.creator) == ("Evening at the quay", "Mira Sol")


def test_a_changed_layer_is_noticed() -> None:
    before = PSD.decode(io.BytesIO(LAYERS))
    found = psd.outline(io.BytesIO(LAYERS))
    at = found.resources_end + 60
    changed = LAYERS[:at] + bytes([LAYERS[at] ^ 1]) + LAYERS[at + 1 :]
    after = PSD.decode(io.BytesIO(changed))
    assert after.payload == before.payload
    assert after.guard != before.guard


def test_a_changed_resource_is_noticed() -> None:
    block = photoshop.with_resources(b"", {0x040B: b"https://mira.example"})
    other = photoshop.with_resources(b"", {0x040B: b"https://nova.example"})
    one, two = (PSD.decode(io.BytesIO(with_resources(PLAIN, row))) for row in (block, other))
    assert one.payload == two.payload
    assert one.guard != two.guard


def changed_at_the_end(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def test_a_picture_that_nobody_decodes_is_known_by_its_bytes() -> None:
    head = psd.SMALL + bytes(6) + struct.pack(">HIIHH", 3, 2, 2, 32, 3)
    content = head + bytes(4) + bytes(4) + bytes(4) + bytes(2) + bytes(range(48))
    one, other = (PSD.decode(io.BytesIO(each)) for each in (content, changed_at_the_end(content)))
    assert isinstance(one, Opaque)
    assert one.payload != other.payload
    written = write(PSD, content, inscription())
    assert PSD.decode(io.BytesIO(written)).payload == one.payload
    assert read(PSD, written).record


def test_sixteen_bits_show_the_picture_of_eight() -> None:
    with Image.open(FOLDER / "psd-tools.psd") as eight:
        wanted = eight.convert("RGB").tobytes()
    deep = PSD.decode(io.BytesIO((FOLDER / "gimp-16bit.psd").read_bytes()))
    assert isinstance(deep, Pixels)
    assert deep.image.tobytes() == wanted


def test_the_lower_bits_of_sixteen_count_too() -> None:
    head = psd.SMALL + bytes(6) + struct.pack(">HIIHH", 1, 1, 2, 16, 1)
    content = head + bytes(4) + bytes(4) + bytes(4) + bytes(2) + b"\1\2\3\4"
    one, other = (PSD.decode(io.BytesIO(each)) for each in (content, changed_at_the_end(content)))
    assert isinstance(one, Pixels)
    assert isinstance(other, Pixels)
    assert one.image.tobytes() == other.image.tobytes()
    assert one.payload != other.payload


def test_a_digest_that_was_right_is_right_again() -> None:
    fields = b"\x1c\x02\x05\x00\x04Dusk"
    digest = hashlib.md5(fields, usedforsecurity=False).digest()
    block = photoshop.with_resources(b"", {photoshop.IPTC: fields, photoshop.IPTC_DIGEST: digest, 0x040B: b"u"})
    found = rows(write(PSD, with_resources(PLAIN, block), inscription()))
    assert list(found)[:3] == [photoshop.IPTC, photoshop.IPTC_DIGEST, 0x040B]
    assert found[photoshop.IPTC_DIGEST] == hashlib.md5(found[photoshop.IPTC], usedforsecurity=False).digest()
    assert iptc.title(found[photoshop.IPTC]) == "Dusk"


def test_a_notice_of_the_creator_stands_alone() -> None:
    block = photoshop.with_resources(b"", {photoshop.IPTC: b"\x1c\x02\x74\x00\x04Mara"})
    written = write(PSD, with_resources(PLAIN, block), inscription())
    told = {each.value for each in read(PSD, written).statements if "opyright" in each.place or "2:116" in each.place}
    assert told == {"Mara"}


def test_damaged_resources_say_nothing_and_are_left() -> None:
    content = with_resources(PLAIN, b"oops")
    assert read(PSD, content) == Reading()
    assert isinstance(PSD.decode(io.BytesIO(content)), Pixels | Opaque)
    with pytest.raises(CannotEmbed):
        write(PSD, content, inscription())


def test_a_damaged_exif_block_and_damaged_fields_are_left() -> None:
    spoiled = {photoshop.EXIF: b"II*\0\xff\xff\xff\xff", photoshop.IPTC: b"\x1c\x02\x05\xff\xffx"}
    content = with_resources(PLAIN, photoshop.with_resources(b"", spoiled))
    written = write(PSD, content, inscription())
    found = rows(written)
    assert {number: found[number] for number in spoiled} == spoiled
    assert table.verdict(read(PSD, written).statements).choice is Choice.SEARCH_ONLY


@pytest.mark.parametrize("cut", [3, 20, 27, 60, 2000, -1])
def test_documents_cut_short_are_told(cut: int) -> None:
    for action in (PSD.decode, lambda source: PSD.write(source, io.BytesIO(), inscription())):
        with pytest.raises(FileProblem):
            action(io.BytesIO(LAYERS[:cut]))


def test_nothing_and_something_else_are_told() -> None:
    for action in (PSD.read, PSD.decode):
        with pytest.raises(EmptyFile):
            action(io.BytesIO())
        with pytest.raises(Damaged):
            action(io.BytesIO(bytes(200)))


def test_a_picture_larger_than_its_file_could_hold_is_refused() -> None:
    head = PLAIN[:12] + struct.pack(">HII", 3, 300_000, 300_000) + PLAIN[22:]
    with pytest.raises(TooLarge):
        PSD.decode(io.BytesIO(head))


def test_layers_are_copied_without_being_held_in_memory() -> None:
    before, after = parts(PLAIN)
    found = psd.outline(io.BytesIO(PLAIN))
    layers = bytes(40 << 20)
    content = PLAIN[: found.resources_end] + struct.pack(">I", len(layers)) + layers + PLAIN[found.picture :]
    source, target = Counted(content), io.BytesIO()
    PSD.write(source, target, inscription())
    assert source.largest <= 1 << 20
    assert parts(target.getvalue()) == (before, content[found.resources_end :])
    assert after == PLAIN[found.resources_end :]


class Counted(io.BytesIO):
    """A stream that knows the largest piece it was asked for."""

    largest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.largest = max(self.largest, len(piece))
        return piece
