from __future__ import annotations

import hashlib
import io
import struct
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from artistguard.containers import photoshop, segments, tiff, tiff_edit
from artistguard.containers.segments import APP1, APP2, APP11, APP13, Segment, made
from artistguard.containers.tiff import Field
from artistguard.errors import CannotEmbed, Damaged, EmptyFile
from artistguard.formats.image.jpeg import EXIF, EXTENDED, LONGEST_PACKET, PHOTOSHOP, XMP, Jpeg
from artistguard.packets import extension, iptc, xmp
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites import foreign
from tests.suites.format_suite import SAMPLES, FormatSuite, inscription, read, write
from tests.suites.mutations import MutationSuite
from tests.suites.pictures import ExifReaders

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = (SAMPLES / "image/jpeg/pillow-plain.jpg").read_bytes()
TAGGED = SAMPLES / "image/jpeg/imagemagick-tagged.jpg"
JPEG = Jpeg()
NAME = attrgetter("name")
NAMESPACE = "http://artist.example/notes/"


class TestJpeg(MutationSuite, ExifReaders, FormatSuite):
    plugin = Jpeg()
    folder = "image/jpeg"


def found(content: bytes) -> list[Segment]:
    return list(segments.parse(content)[0])


def payloads(content: bytes, marker: int, head: bytes) -> list[bytes]:
    row = [segment for segment in found(content) if segment.marker == marker]
    return [segment.payload[len(head) :] for segment in row if segment.payload.startswith(head)]


def with_segments(content: bytes, *more: Segment, at: int = 1) -> bytes:
    row, body = segments.parse(content)
    new = [*row[:at], *more, *row[at:]]
    return segments.SOI + b"".join(segment.raw for segment in new) + content[body:]


@pytest.mark.parametrize("sample", TestJpeg.files(""), ids=NAME)
def test_everything_from_the_first_scan_on_is_copied(sample: Path) -> None:
    content = sample.read_bytes()
    written = write(JPEG, content, inscription())
    assert written[segments.parse(written)[1] :] == content[segments.parse(content)[1] :]


@pytest.mark.parametrize("sample", TestJpeg.files(""), ids=NAME)
def test_every_other_segment_stands_as_it_was(sample: Path) -> None:
    def others(content: bytes) -> list[bytes]:
        heads = (EXIF, XMP, PHOTOSHOP, segments.MPF)
        return [segment.raw for segment in found(content) if not segment.payload.startswith(heads)]

    content = sample.read_bytes()
    assert others(write(JPEG, content, inscription())) == others(content)


def test_packet_comes_after_exif_and_both_after_jfif() -> None:
    row = found(write(JPEG, PLAIN, inscription()))
    kinds = [segment.payload[:4] for segment in row[:4]]
    assert kinds == [b"JFIF", b"Exif", b"http", b"Phot"]


def test_iptc_fields_are_read_by_exiftool_and_exiv2(tmp_path: Path) -> None:
    file = tmp_path / "plain.jpg"
    file.write_bytes(write(JPEG, PLAIN, inscription()))
    assert foreign.said(file, "IPTC:By-line") == "Zoë Ünal"
    assert foreign.said(file, "IPTC:CopyrightNotice").startswith("© Zoë Ünal.")
    assert "search indexing" in foreign.said(file, "IPTC:SpecialInstructions").lower()
    assert foreign.said(file, "EXIF:Copyright").startswith("© Zoë Ünal.")
    assert "Zoë Ünal" in foreign.exiv2(file, "-pi")


def test_thumbnail_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "tagged.jpg"
    file.write_bytes(write(JPEG, TAGGED.read_bytes(), inscription()))
    assert foreign.content_of(file, "ThumbnailImage") == foreign.content_of(TAGGED, "ThumbnailImage") != b""


def test_foreign_edits_after_ours_are_kept(tmp_path: Path) -> None:
    # exiv2 rewrites the Exif block in its own order; writing again must not lose what it said.
    file = tmp_path / "edited.jpg"
    file.write_bytes(write(JPEG, TAGGED.read_bytes(), inscription()))
    foreign.exiv2(file, "-M", "set Exif.Image.Software OtherProgram")
    file.write_bytes(write(JPEG, file.read_bytes(), inscription(Choice.NOTHING)))
    assert foreign.said(file, "EXIF:Software") == "OtherProgram"
    assert foreign.said(file, "EXIF:UserComment") == "keep me"
    assert foreign.opt_out_words(file.read_bytes()) == (1, 0, 0)


def maker_note_block() -> tuple[bytes, int]:
    """An Exif block whose MakerNote holds an offset from the start of the block; and where it leads."""
    note_at, secret_at = 100, 200
    block = bytearray(300)
    block[:8] = b"II*\0\x08\0\0\0"
    block[8:26] = struct.pack("<HHHII", 1, 0x8769, 4, 1, 40) + b"\0\0\0\0"
    block[40:58] = struct.pack("<HHHII", 1, 0x927C, 7, 20, note_at) + b"\0\0\0\0"
    block[note_at : note_at + 20] = struct.pack("<8sIII", b"MAKER\0\0\0", secret_at, 6, 0)
    block[secret_at : secret_at + 6] = b"secret"
    return bytes(block), secret_at


def test_offsets_hidden_in_maker_notes_stay_true() -> None:
    block, secret_at = maker_note_block()
    written = write(JPEG, with_segments(PLAIN, made(APP1, EXIF + block)), inscription())
    after = payloads(written, APP1, EXIF)[0]
    parsed = tiff.parse(after)
    note = parsed.value(parsed.exif.entry(0x927C))  # type: ignore[arg-type]
    offset = struct.unpack_from("<I", note, 8)[0]
    assert offset == secret_at
    assert after[offset : offset + 6] == b"secret"


def test_a_full_exif_block_is_left_and_the_packet_says_it_alone() -> None:
    start = tiff_edit.rewrite(tiff.parse(tiff.EMPTY), {0x010E: Field(2, 65440, b"x" * 65440)}, {})
    content = with_segments(PLAIN, made(APP1, EXIF + start))
    written = write(JPEG, content, inscription())
    assert payloads(written, APP1, EXIF) == [start]
    assert table.verdict(read(JPEG, written).statements).choice is Choice.SEARCH_ONLY
    assert write(JPEG, written, inscription()) == written


def test_a_full_exif_block_with_another_opt_out_is_refused() -> None:
    value = b"\0\1\0\0\0\1"
    start = tiff_edit.rewrite(
        tiff.parse(tiff.EMPTY), {0x010E: Field(2, 65440, b"x" * 65440)}, {0x9287: Field(7, 6, value)}
    )
    with pytest.raises(CannotEmbed):
        write(JPEG, with_segments(PLAIN, made(APP1, EXIF + start)), inscription())


def test_a_damaged_exif_block_is_left() -> None:
    content = with_segments(PLAIN, made(APP1, EXIF + b"II*\0\xff\xff\xff\xff"))
    written = write(JPEG, content, inscription())
    assert payloads(written, APP1, EXIF) == [b"II*\0\xff\xff\xff\xff"]
    assert JPEG.decode(io.BytesIO(written)).guard == JPEG.decode(io.BytesIO(content)).guard


def test_a_damaged_packet_is_not_thrown_away() -> None:
    with pytest.raises(CannotEmbed):
        write(JPEG, with_segments(PLAIN, made(APP1, XMP + b"<x:xmpmeta")), inscription())


def long_packet(letters: int) -> bytes:
    """A packet of another program, with one long property and a short one."""
    inside = f"<n:history>{'h' * letters}</n:history><n:title>Harbour</n:title>"
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}">'
        f'<rdf:Description rdf:about="" xmlns:n="{NAMESPACE}">{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def notes(content: bytes) -> dict[str, str]:
    rows = [xmp.parse(packet) for packet in payloads(content, APP1, XMP)]
    whole = b"".join(piece[40:] for piece in payloads(content, APP1, EXTENDED))
    rows += [xmp.parse(whole)] if whole else []
    return {entry.name: str(entry.value) for row in rows for entry in row if entry.namespace == NAMESPACE}


def test_a_packet_that_grows_too_long_is_cut_in_two(tmp_path: Path) -> None:
    content = with_segments(PLAIN, made(APP1, XMP + long_packet(65000)))
    written = write(JPEG, content, inscription())
    standard = payloads(written, APP1, XMP)[0]
    pieces = payloads(written, APP1, EXTENDED)
    whole = b"".join(piece[40:] for piece in pieces)
    assert len(standard) <= LONGEST_PACKET
    assert extension.named(standard) == hashlib.md5(whole).hexdigest().upper() == pieces[0][:32].decode()
    assert notes(written) == {"history": "h" * 65000, "title": "Harbour"}
    file = tmp_path / "long.jpg"
    file.write_bytes(written)
    assert foreign.said(file, "XMP:History") == "h" * 65000
    assert foreign.said(file, "XMP-plus:DataMining") == foreign.SEARCH_ONLY_URI
    assert foreign.complaints(file) == ""
    assert write(JPEG, written, inscription()) == written


def test_changing_the_choice_in_a_cut_packet_keeps_the_second_half() -> None:
    first = write(JPEG, with_segments(PLAIN, made(APP1, XMP + long_packet(65000))), inscription())
    second = write(JPEG, first, inscription(Choice.NOTHING))
    assert payloads(second, APP1, EXTENDED) == payloads(first, APP1, EXTENDED)
    assert table.verdict(read(JPEG, second).statements).choice is Choice.NOTHING
    assert write(JPEG, second, inscription()) == first


def test_a_statement_in_the_extended_packet_does_not_stand_against_ours() -> None:
    ours = xmp.merge(long_packet(100), table.properties(inscription(Choice.ALLOW)))
    extended = ours.partition(b"?>")[2].rpartition(b"<?xpacket")[0].strip()
    standard, _ = extension.split(long_packet(200), 10_000)
    standard = standard.replace(extension.named(standard).encode(), extension.guid(extended).encode())
    piece = EXTENDED + extension.guid(extended).encode() + struct.pack(">II", len(extended), 0) + extended
    content = with_segments(PLAIN, made(APP1, XMP + standard), made(APP1, piece))
    assert table.verdict(read(JPEG, content).statements).choice is Choice.ALLOW
    written = write(JPEG, content, inscription(Choice.NOTHING))
    verdict = table.verdict(read(JPEG, written).statements)
    assert verdict.choice is Choice.NOTHING
    assert not verdict.contradictions
    assert write(JPEG, written, inscription(Choice.NOTHING)) == written


def test_an_extended_packet_that_is_not_whole_is_not_believed() -> None:
    written = write(JPEG, with_segments(PLAIN, made(APP1, XMP + long_packet(65000))), inscription())
    row = found(written)
    short = [segment for segment in row if not segment.payload.startswith(EXTENDED)]
    piece = next(segment for segment in row if segment.payload.startswith(EXTENDED))
    broken = made(APP1, piece.payload[:-1] + b"!")
    content = segments.SOI + b"".join(s.raw for s in [*short, broken]) + written[segments.parse(written)[1] :]
    assert table.verdict(read(JPEG, content).statements).choice is Choice.SEARCH_ONLY


def resources(*rows: tuple[int, bytes]) -> bytes:
    return b"".join(
        b"8BIM" + struct.pack(">HHI", number, 0, len(data)) + data + b"\0" * (len(data) % 2) for number, data in rows
    )


def test_resources_of_photoshop_are_kept_and_their_digest_is_right() -> None:
    fields = b"\x1c\x02\x05\x00\x04Dusk"
    block = resources(
        (0x03ED, b"dpi"),
        (photoshop.IPTC, fields),
        (photoshop.IPTC_DIGEST, hashlib.md5(fields).digest()),
        (0x040B, b"u"),
    )
    written = write(JPEG, with_segments(PLAIN, made(APP13, PHOTOSHOP + block)), inscription())
    rows = {row.number: row.data for row in photoshop.parse(payloads(written, APP13, PHOTOSHOP)[0])}
    assert list(rows) == [0x03ED, photoshop.IPTC, photoshop.IPTC_DIGEST, 0x040B]
    assert rows[photoshop.IPTC_DIGEST] == hashlib.md5(rows[photoshop.IPTC]).digest()
    assert iptc.title(rows[photoshop.IPTC]) == "Dusk"


def test_resources_cut_over_several_segments_are_one() -> None:
    block = resources((0x0FA0, b"p" * 70_000), (photoshop.IPTC, b"\x1c\x02\x05\x00\x04Dusk"))
    halves = [made(APP13, PHOTOSHOP + block[at : at + 60_000]) for at in range(0, len(block), 60_000)]
    written = write(JPEG, with_segments(PLAIN, *halves), inscription())
    joined = photoshop.parse(b"".join(payloads(written, APP13, PHOTOSHOP)))
    assert joined[0].data == b"p" * 70_000
    assert read(JPEG, written).facts.title == "Dusk"
    assert write(JPEG, written, inscription()) == written


def test_damaged_resources_are_left() -> None:
    content = with_segments(PLAIN, made(APP13, PHOTOSHOP + b"8BIM\x04"))
    assert payloads(write(JPEG, content, inscription()), APP13, PHOTOSHOP) == [b"8BIM\x04"]


def second_picture(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as picture:
        picture.seek(1)
        return picture.tobytes()


def two_pictures() -> bytes:
    return (SAMPLES / "image/jpeg/pillow-two-pictures.mpo").read_bytes()


def listed_sizes(content: bytes) -> tuple[list[int], int]:
    """Sizes in the list of pictures, and where the second picture begins in the file."""
    row = found(content)
    at = next(index for index, segment in enumerate(row) if segment.payload.startswith(segments.MPF))
    parsed = tiff.parse(row[at].payload[4:])
    entries = list(struct.iter_unpack(f"{parsed.order}IIIHH", parsed.value(parsed.top.entry(segments.MP_ENTRIES))))  # type: ignore[arg-type]
    head = 2 + segments.length(row[: at + 1]) - len(row[at].payload) + 4
    return [entry[1] for entry in entries], head + entries[1][2]


@pytest.mark.parametrize("before", [True, False], ids=["new before the list", "grown behind the list"])
def test_a_second_picture_is_still_found(before: bool) -> None:
    content = two_pictures()
    if not before:
        # A packet that stands behind the list grows there, which moves the second picture away from the list.
        grown = with_segments(content, made(APP1, XMP + long_packet(10)), at=len(found(content)))
        content = mended(content, grown)
    written = write(JPEG, content, inscription())
    assert second_picture(written) == second_picture(two_pictures())
    sizes, start = listed_sizes(written)
    assert written[start : start + 3] == b"\xff\xd8\xff"
    assert sizes[0] == start
    assert write(JPEG, written, inscription()) == written


def mended(old: bytes, new: bytes) -> bytes:
    row = segments.with_pictures_found(found(old), found(new))
    return segments.SOI + b"".join(segment.raw for segment in row) + new[segments.parse(new)[1] :]


def test_exiftool_finds_the_second_picture(tmp_path: Path) -> None:
    file = tmp_path / "two.jpg"
    file.write_bytes(write(JPEG, two_pictures(), inscription()))
    original = tmp_path / "before.jpg"
    original.write_bytes(two_pictures())
    assert foreign.content_of(file, "MPImage2") == foreign.content_of(original, "MPImage2") != b""


def test_a_list_of_pictures_that_makes_no_sense_is_refused() -> None:
    content = with_segments(PLAIN, made(APP2, segments.MPF + b"II*\0\x08\0\0\0\0\0\0\0\0\0"))
    with pytest.raises(CannotEmbed):
        write(JPEG, content, inscription())


@pytest.mark.parametrize(
    "tail", [b"\0" * 9, b"\0\0\0\x18ftypmp42" + bytes(range(256)), b"SEFT"], ids=["zeros", "film", "SEFT"]
)
def test_what_follows_the_picture_is_kept(tail: bytes) -> None:
    assert write(JPEG, PLAIN + tail, inscription()).endswith(PLAIN[-200:] + tail)


def test_fill_bytes_between_segments_are_kept() -> None:
    row, body = segments.parse(PLAIN)
    content = segments.SOI + b"".join(b"\xff\xff" + segment.raw for segment in row) + b"\xff" + PLAIN[body:]
    written = write(JPEG, content, inscription())
    assert written.count(b"\xff\xff\xff") == content.count(b"\xff\xff\xff")
    assert JPEG.decode(io.BytesIO(written)).guard == JPEG.decode(io.BytesIO(content)).guard


def test_content_credentials_are_told_and_copied_as_they_stand() -> None:
    store = (
        b"JP\0\1\0\0\0\1"
        + struct.pack(">I4sI4s", 100, b"jumb", 40, b"jumd")
        + b"c2pa\0\x11\0\x10\x80\0\0\xaa\08\x9bq\3c2pa\0"
    )
    content = with_segments(PLAIN, made(APP11, store))
    assert read(JPEG, content).credentials
    assert made(APP11, store).raw in write(JPEG, content, inscription())


def test_an_own_copyright_notice_is_not_put_beside_another() -> None:
    block = tiff_edit.rewrite(tiff.parse(tiff.EMPTY), {0x8298: Field(2, 5, b"Mara\0")}, {})
    written = write(JPEG, with_segments(PLAIN, made(APP1, EXIF + block)), inscription())
    notices = {
        stated.value
        for stated in read(JPEG, written).statements
        if "opyright" in stated.place or "dc:rights" in stated.place or "2:116" in stated.place
    }
    assert notices == {"Mara"}


def test_a_name_that_we_filled_in_is_renewed_everywhere() -> None:
    first = write(JPEG, PLAIN, inscription())
    second = write(JPEG, first, inscription(name="Nova Pen"))
    assert "Zoë".encode() not in second
    assert read(JPEG, second).facts.creator == "Nova Pen"
    assert second.count(b"Nova Pen") >= 5


@pytest.mark.parametrize(
    "content", [b"\xff\xd8", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff\xe0\0\1", b"\xff\xd8" + b"\xff\xfe\0\4ab" * 100_001]
)
def test_no_picture_at_all(content: bytes) -> None:
    for job in (lambda: read(JPEG, content), lambda: write(JPEG, content, inscription())):
        with pytest.raises(Damaged):
            job()


def test_an_empty_file_is_told() -> None:
    with pytest.raises(EmptyFile):
        read(JPEG, b"")
