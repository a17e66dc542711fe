"""Previews of real samples against full decoding and foreign readers, of files made odd on purpose, and of damage."""

from __future__ import annotations

import io
import struct
import subprocess
import zipfile
from contextlib import nullcontext
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from mutagen.flac import FLAC, Picture
from PIL import Image, ImageCms, ImageDraw

from artistguard.decoding import loudness, reduced
from artistguard.decoding.values import Pixels
from artistguard.errors import Damaged, FileProblem, Locked, TooLarge
from artistguard.formats import covers, drawn, previews, table
from artistguard.formats.drawn import Style
from artistguard.formats.previews import Wish, preview
from artistguard.works import Medium
from tests.suites import artworks
from tests.suites.format_suite import SAMPLES, glimpse_of
from tests.suites.mutations import count, mutations

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from artistguard.formats.protocol import Format

STYLE = Style()
PNG_START, JPEG_START = b"\x89PNG", b"\xff\xd8\xff"
RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 200, 40), (20, 40, 220), (255, 255, 255)
ORIENTATIONS = range(1, 9)
NAME = attrgetter("name")


def samples(area: str) -> list[Path]:
    found = sorted(path for path in (SAMPLES / area).rglob("*") if path.is_file())
    return [path for path in found if path.name not in {"SAMPLES.md", "make.py"}]


def kind_of(path: Path) -> Format:
    return table.recognise(glimpse_of(path.read_bytes(), path.suffix[1:].lower()))


def shown(kind: str, content: bytes, side: int = 128) -> Image.Image:
    made = preview(table.by_name(kind), io.BytesIO(content), Wish(side))
    assert made is not None
    return opened(made)


def opened(made: bytes) -> Image.Image:
    assert made.startswith((PNG_START, JPEG_START))
    image = Image.open(io.BytesIO(made))
    image.load()
    assert image.mode == "RGB"
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of channels, 0 to 255, of what both look like at a glance."""
    size = (32, 32)
    left, right = (np.asarray(each.convert("RGB").resize(size, Image.Resampling.BOX), float) for each in (one, other))
    return float(np.abs(left - right).mean())


def quarters() -> Image.Image:
    """Red, green, blue and white, so that every turn looks different."""
    image = Image.new("RGB", (120, 80), WHITE)
    pen = ImageDraw.Draw(image)
    for box, colour in (((0, 0, 59, 39), RED), ((60, 0, 119, 39), GREEN), ((0, 40, 59, 79), BLUE)):
        pen.rectangle(box, fill=colour)
    return image


def archive(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened_:
        for name, content in members.items():
            opened_.writestr(name, content)
    return file.getvalue()


# Every kind there is


@pytest.mark.parametrize("kind", table.FORMATS, ids=NAME)
def test_every_format_is_shown_or_said_to_be_silent(kind: Format) -> None:
    assert bool(previews._ways(kind)) != (kind.name in previews._SILENT)


def test_names_of_formats_are_spelled_as_in_the_table() -> None:
    named = {*previews._PILLOW, *previews._OWN, *previews._SILENT}
    assert named <= {kind.name for kind in table.FORMATS}


def test_unknown_files_show_nothing() -> None:
    assert preview(table.UNKNOWN, io.BytesIO(b"anything"), Wish()) is None


@pytest.mark.parametrize("side", [15, 1025, -1])
def test_sizes_out_of_bounds_are_a_fault_of_the_program(side: int) -> None:
    with pytest.raises(ValueError):
        Wish(side)


@pytest.mark.parametrize("path", [*samples("audio"), *samples("text")], ids=NAME)
def test_recordings_and_manuscripts(path: Path) -> None:
    kind = kind_of(path)
    content = io.BytesIO(path.read_bytes())
    if path.name.startswith("broken") or "no-samples" in path.name:
        with pytest.raises(FileProblem) if _fails(path, kind) else nullcontext():
            preview(kind, content, Wish(96))
        return
    made = preview(kind, content, Wish(96))
    assert made is not None
    assert 1 <= max(opened(made).size) <= 96


def _fails(path: Path, kind: Format) -> bool:
    # What is cut behind its beginning still has one; what nobody recognises has nothing to be shown by.
    sound_beginning = {"broken-cut.m4a", "broken-cut.wav", "lame-no-samples.mp3"}
    return kind is not table.UNKNOWN and path.name not in sound_beginning


# Pictures


NOT_DRAWN = ("SVG", "JPEG XL", "Clip Studio document")
PICTURES = [
    path
    for path in [*samples("image"), *samples("sidecar")]
    if kind_of(path).medium is Medium.IMAGE
    and kind_of(path).name not in NOT_DRAWN
    and not path.name.startswith("broken")
]


@pytest.mark.parametrize("path", PICTURES, ids=NAME)
def test_a_small_copy_looks_like_the_decoded_picture(path: Path) -> None:
    kind, content = kind_of(path), path.read_bytes()
    decoded = kind.decode(io.BytesIO(content))
    copy = shown(kind.name, content, 64)
    if path.name == "odd-raw.dng":  # a raw picture is not decoded; the picture for viewing in it is shown
        assert not isinstance(decoded, Pixels)
        return
    assert isinstance(decoded, Pixels)
    assert max(copy.size) == min(64, max(decoded.image.size))
    assert copy.width / copy.height == pytest.approx(decoded.image.width / decoded.image.height, rel=0.05)
    assert difference(copy, decoded.image) < 6


def test_broken_pictures_end_in_an_error() -> None:
    broken = [
        path for path in samples("image") if path.name.startswith("broken") and kind_of(path).name not in NOT_DRAWN
    ]
    assert len(broken) >= 8
    for path in broken:
        with pytest.raises(FileProblem):
            preview(kind_of(path), io.BytesIO(path.read_bytes()), Wish(64))


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize(("kind", "encoder"), [("JPEG", "JPEG"), ("PNG", "PNG"), ("WebP", "WEBP"), ("TIFF", "TIFF")])
def test_pictures_stand_upright(kind: str, encoder: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = quarters()
    content = saved(stored, encoder, exif=exif)
    turn = reduced.TURNS.get(orientation)
    upright = stored if turn is None else stored.transpose(turn)
    copy = shown(kind, content, 60)
    assert (copy.width > copy.height) == (upright.width > upright.height)
    assert difference(copy, upright) < 8


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB", "L", "1"])
def test_every_kind_of_pixel(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((300, 200))
    copy = shown("PNG", saved(grey.convert("RGB").convert(mode), "PNG"), 48)
    assert copy.size == (48, 32)
    assert difference(copy, grey) < 12


@pytest.mark.parametrize("deep", ["I;16", "F", "CMYK"])
def test_kinds_of_pixel_that_only_some_formats_have(deep: str) -> None:
    grey = Image.linear_gradient("L").resize((300, 200))
    values = np.asarray(grey, dtype=np.float32)
    made = {
        "I;16": lambda: Image.fromarray((values * 257).astype(np.uint16)),
        "F": lambda: Image.fromarray(values / 255),
        "CMYK": lambda: grey.convert("RGB").convert("CMYK"),
    }
    copy = shown("TIFF", saved(made[deep](), "TIFF"), 48)
    assert copy.size == (48, 32)
    assert difference(copy, grey) < 12


def test_transparency_lies_on_white_and_hidden_colours_do_not_shine_through() -> None:
    image = Image.new("RGBA", (400, 400), (*RED, 0))
    image.paste((*BLUE, 255), (0, 0, 200, 400))
    copy = shown("PNG", saved(image, "PNG"), 40)
    assert copy.getpixel((35, 20)) == WHITE
    edge = copy.getpixel((20, 20))
    assert isinstance(edge, tuple)
    assert edge[0] <= edge[2]  # blue fading to white is never redder than blue


def test_a_colour_that_stands_for_transparency() -> None:
    image = Image.new("RGB", (600, 600), RED)
    image.paste(BLUE, (0, 0, 300, 600))
    copy = shown("PNG", saved(image, "PNG", transparency=RED), 40)
    assert copy.getpixel((35, 20)) == WHITE


def swapped_profile() -> bytes:
    """sRGB with red and blue exchanged, so that following it cannot be overlooked."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (tags,) = struct.unpack_from(">I", profile, 128)
    places = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * tags, 12)}
    red, blue = places[b"rXYZ"], places[b"bXYZ"]
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize(("kind", "encoder"), [("JPEG", "JPEG"), ("PNG", "PNG"), ("TIFF", "TIFF"), ("WebP", "WEBP")])
def test_colours_follow_the_profile(kind: str, encoder: str) -> None:
    content = saved(Image.new("RGB", (64, 64), (255, 0, 0)), encoder, icc_profile=swapped_profile())
    pixel = shown(kind, content, 32).getpixel((16, 16))
    assert isinstance(pixel, tuple)
    assert pixel[2] > 200
    assert pixel[0] < 60


@pytest.mark.parametrize(
    "profile", [b"\0" * 40, b"\0" * 16 + b"RGB " + b"\0" * 300, b"\0" * 16 + b"CMYK" + b"\xff" * 200]
)
def test_a_damaged_profile_spoils_nothing(profile: bytes) -> None:
    content = saved(quarters(), "PNG", icc_profile=profile)
    assert difference(shown("PNG", content, 60), quarters()) < 8


def test_jpeg_is_never_decoded_at_full_size(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = artworks.picture(3, (1600, 1200))
    monkeypatch.setattr(reduced, "MOST_PIXELS", 100_000)
    assert difference(shown("JPEG", saved(picture, "JPEG"), 64), picture) < 6
    with pytest.raises(TooLarge):
        shown("PNG", saved(picture, "PNG"), 64)


def test_huge_transparent_pictures_are_thinned_out_first(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = artworks.picture(4, (900, 700)).convert("RGBA")
    exact = shown("PNG", saved(picture, "PNG"), 64)
    monkeypatch.setattr(reduced, "EXACT_PIXELS", 1000)
    assert difference(shown("PNG", saved(picture, "PNG"), 64), exact) < 6


@pytest.mark.parametrize("size", [(1, 3000), (3000, 1), (1, 1)])
def test_narrow_pictures(size: tuple[int, int]) -> None:
    copy = shown("PNG", saved(Image.new("RGB", size, RED), "PNG"), 64)
    assert min(copy.size) == 1
    assert max(copy.size) <= 64


# Paintings


def test_a_painting_is_shown_by_its_thumbnail_where_that_is_large_enough() -> None:
    small, merged = saved(Image.new("RGB", (256, 256), GREEN), "PNG"), saved(Image.new("RGB", (900, 900), BLUE), "PNG")
    members = {"Thumbnails/thumbnail.png": small, "mergedimage.png": merged}
    content = archive({"mimetype": b"image/openraster", **members})
    assert difference(shown("OpenRaster", content, 256), Image.new("RGB", (9, 9), GREEN)) < 4
    assert difference(shown("OpenRaster", content, 512), Image.new("RGB", (9, 9), BLUE)) < 4
    assert max(shown("OpenRaster", content, 512).size) == 512


def test_a_painting_without_its_merged_picture() -> None:
    content = archive({"preview.png": saved(Image.new("RGB", (50, 50), RED), "PNG")})
    assert shown("Krita document", content, 256).size == (50, 50)
    quick = archive({"QuickLook/Thumbnail.png": saved(Image.new("RGB", (80, 60), RED), "PNG")})
    assert shown("Procreate document", quick, 256).size == (80, 60)
    assert preview(table.by_name("Procreate document"), io.BytesIO(archive({"Document.archive": b""})), Wish()) is None


def photoshop(resources: bytes, picture: bytes = b"") -> bytes:
    head = b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, 40, 60, 16, 3)
    return head + bytes(4) + struct.pack(">I", len(resources)) + resources + bytes(4) + picture


def test_a_photoshop_document_that_cannot_be_decoded_has_its_thumbnail() -> None:
    thumbnail = bytes([0, 0, 0, 1]) + bytes(24) + saved(Image.new("RGB", (160, 107), GREEN), "JPEG")
    resource = b"8BIM" + struct.pack(">HHI", 0x040C, 0, len(thumbnail)) + thumbnail + bytes(len(thumbnail) % 2)
    assert difference(shown("Photoshop document", photoshop(resource)), Image.new("RGB", (9, 9), GREEN)) < 4
    with pytest.raises(Damaged):
        shown("Photoshop document", photoshop(b""))
    for cut in (10, 28, 34, 60):
        with pytest.raises(Damaged):
            shown("Photoshop document", photoshop(resource)[:cut])


def test_photoshop_resources_end_within_the_file() -> None:
    with pytest.raises(Damaged):
        covers.of_photoshop(io.BytesIO(photoshop(b"")[:30] + b"\xff" * 8))


# Books


def book(manifest: str, meta: str = "", **members: bytes) -> bytes:
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Tide</dc:title>{meta}</metadata>
        <manifest>{manifest}<item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="p"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
        <rootfile full-path="OPS/b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    return archive({
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "OPS/b.opf": package.encode(),
        "OPS/p.xhtml": b"<html><body><p>It was a dark night.</p></body></html>",
        **{f"OPS/{name.replace('__', '.')}": content for name, content in members.items()},
    })  # fmt: skip


COVER = saved(Image.new("RGB", (300, 450), GREEN), "JPEG")
PICTURE_ITEM = '<item id="{}" href="{}" media-type="image/jpeg" {}/>'


@pytest.mark.parametrize(
    ("manifest", "meta"),
    [
        (PICTURE_ITEM.format("a", "x.jpg", 'properties="cover-image"'), ""),
        (PICTURE_ITEM.format("a", "x.jpg", ""), '<meta name="cover" content="a"/>'),
        (PICTURE_ITEM.format("a", "../OPS/./x.jpg", 'properties="svg cover-image"'), ""),
        (PICTURE_ITEM.format("b", "http://[x/cover.jpg", "") + PICTURE_ITEM.format("a", "x.jpg#cover", ""), ""),
    ],
)
def test_covers_of_books(manifest: str, meta: str) -> None:
    copy = shown("EPUB", book(manifest, meta, x__jpg=COVER), 90)
    assert copy.size == (60, 90)
    assert difference(copy, Image.new("RGB", (9, 9), GREEN)) < 4


@pytest.mark.parametrize("cover", [b"", b"no picture", COVER[:200]])
def test_a_book_with_a_damaged_cover_has_its_first_words(cover: bytes) -> None:
    manifest = PICTURE_ITEM.format("a", "x.jpg", 'properties="cover-image"')
    page = shown("EPUB", book(manifest, x__jpg=cover), 200)
    assert page.size == (141, 200)
    assert page.tobytes() == shown("EPUB", book(""), 200).tobytes()


def with_member(path: Path, name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "sample", "member"),
    [("DOCX", "word.docx", "docProps/thumbnail.jpeg"), ("ODT", "handmade.odt", "Thumbnails/thumbnail.png")],
)
def test_thumbnails_of_manuscripts(kind: str, sample: str, member: str) -> None:
    path = SAMPLES / "text" / sample
    large = with_member(path, member, saved(Image.new("RGB", (180, 256), GREEN), "PNG"))
    assert difference(shown(kind, large, 256), Image.new("RGB", (9, 9), GREEN)) < 8
    words = shown(kind, path.read_bytes(), 256).tobytes()
    for useless in (saved(Image.new("RGB", (40, 60), GREEN), "PNG"), b"", b"\x89PNG damaged"):
        assert shown(kind, with_member(path, member, useless), 256).tobytes() == words


PDFS = [path for path in samples("text") if path.suffix == ".pdf" and not path.name.startswith("broken")]


@pytest.mark.parametrize("path", PDFS, ids=NAME)
def test_first_pages_look_as_another_program_draws_them(path: Path, tmp_path: Path) -> None:
    copy = shown("PDF", path.read_bytes(), 400)
    out = tmp_path / "page"
    done = subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-scale-to", "400", path, out], check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    other = Image.open(out.with_suffix(".png"))
    assert abs(copy.width - other.width) <= 1
    assert abs(copy.height - other.height) <= 1
    inner = (3, 3, copy.width - 3, copy.height - 3)  # without the line around it
    assert difference(copy.crop(inner), other.crop(inner)) < 4


def test_locked_pdf() -> None:
    with pytest.raises(Locked):
        shown("PDF", (SAMPLES / "text/broken-locked.pdf").read_bytes())


@pytest.mark.parametrize("box", ["0 0 1e30 1e30", "0 0 0 0", "0 0 14400 1", "-5 -5 5 5", "0 0 9999999 9999999"])
def test_pages_of_odd_sizes(box: str) -> None:
    content = (SAMPLES / "text/handmade-blank.pdf").read_bytes()
    start = content.index(b"/MediaBox")
    stop = content.index(b"]", start) + 1
    odd = content[:start] + f"/MediaBox [{box}]".encode() + content[stop:]
    try:
        assert max(shown("PDF", odd, 128).size) <= 128
    except FileProblem as problem:
        assert problem.message  # noqa: PT017 - either end is good


# Sound


def spoken(path: Path, values: NDArray[np.float32], *options: str) -> bytes:
    raw = (np.clip(values, -1, 1) * 32767).astype("<i2").tobytes()
    command = ["ffmpeg", "-v", "error", "-f", "s16le", "-ar", "11025", "-ac", "1", "-i", "-", *options, str(path)]
    subprocess.run(command, input=raw, check=True)
    return path.read_bytes()


def noise(levels: list[float], seconds: float) -> NDArray[np.float32]:
    dice = np.random.default_rng(1)
    parts = [level * dice.choice((-1.0, 1.0), int(11025 * seconds / len(levels))) for level in levels]
    return np.concatenate(parts).astype(np.float32)


@pytest.mark.parametrize("ending", ["wav", "flac", "m4a", "ogg", "aiff"])
@pytest.mark.parametrize("seconds", [4.0, 90.0])
def test_loudness_of_short_and_long_recordings(ending: str, seconds: float, tmp_path: Path) -> None:
    levels = [0.1, 0.5, 0.0, 0.8]
    content = spoken(tmp_path / f"a.{ending}", noise(levels, seconds))
    found = loudness.loudness(io.BytesIO(content), 12).reshape(4, 3)[:, 1]
    lossy = ending in {"m4a", "ogg"}  # they cut off the highest tones of noise
    expected = [level * (float(found[3]) / 0.8 if lossy else 1.0) for level in levels]
    assert found == pytest.approx(expected, abs=0.08)


def test_versions_of_one_recording_look_alike(tmp_path: Path) -> None:
    tune = artworks.tune(2, 70.0)
    flac, mp3 = spoken(tmp_path / "a.flac", tune), spoken(tmp_path / "a.mp3", tune)
    assert difference(shown("FLAC", flac), shown("MP3", mp3)) < 6


def test_a_waveform_is_as_loud_as_the_music() -> None:
    levels = np.asarray([0.0, 0.25, 1.0, 0.25] * 5, dtype=np.float32)
    image = np.asarray(drawn.waveform(levels, 200, STYLE))
    inked = (np.abs(image.astype(int) - STYLE.ground).sum(axis=2) > 30).sum(axis=0)
    columns = [int(inked[18 + 164 * index // 20 : 18 + 164 * (index + 1) // 20].max()) for index in range(20)]
    for quiet, some, loud, again in np.reshape(columns, (5, 4)):
        assert quiet < some == again < loud < 180
    assert np.array_equal(image[10], image[-11])


def test_silence_is_a_line_of_dots() -> None:
    image = np.asarray(drawn.waveform(np.zeros(20, dtype=np.float32), 100, STYLE))
    assert (image[:40] == STYLE.ground).all()
    assert (image[50] != STYLE.ground).any()


def test_colours_are_those_asked_for() -> None:
    style = Style(ground=(10, 20, 30), wave=(200, 100, 0))
    content = (SAMPLES / "audio/wav/sox-plain.wav").read_bytes()
    made = preview(table.by_name("WAV"), io.BytesIO(content), Wish(64, style))
    assert made is not None
    colours = {colour for _, colour in opened(made).getcolors(4096) or []}
    assert {(10, 20, 30), (200, 100, 0)} <= colours


def test_the_front_cover_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    path.write_bytes((SAMPLES / "audio/flac/sox.flac").read_bytes())
    tags = FLAC(path)
    for kind, colour in ((4, RED), (3, GREEN), (5, BLUE)):
        picture = Picture()
        picture.type, picture.mime, picture.data = kind, "image/png", saved(Image.new("RGB", (70, 70), colour), "PNG")
        tags.add_picture(picture)
    tags.save()
    assert difference(shown("FLAC", path.read_bytes()), Image.new("RGB", (9, 9), GREEN)) < 4


def test_a_damaged_cover_leaves_the_waveform(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    plain = (SAMPLES / "audio/flac/sox.flac").read_bytes()
    path.write_bytes(plain)
    tags = FLAC(path)
    picture = Picture()
    picture.type, picture.mime, picture.data = 3, "image/png", b"\x89PNG\r\n\x1a\n damaged"
    tags.add_picture(picture)
    tags.save()
    assert shown("FLAC", path.read_bytes()).tobytes() == shown("FLAC", plain).tobytes()


# Words


def inked_rows(page: Image.Image) -> NDArray[np.bool_]:
    inner = np.asarray(page.convert("L"))[2:-2, 2:-2]
    rows: NDArray[np.bool_] = (inner < 200).any(axis=1)
    return rows


def test_a_page_has_margins_and_fills_from_the_top() -> None:
    page = drawn.page("The Salt Road", artworks.story(1), 400, STYLE)
    assert page.size == (283, 400)
    inner = np.asarray(page.convert("L"))[2:-2, 2:-2]
    assert (inner[:25] > 250).all()
    assert (inner[-25:] > 250).all()
    assert (inner[:, :25] > 250).all()
    assert (inner[:, -22:] > 250).all()
    assert inked_rows(page)[30:370].mean() > 0.4


def test_a_title_stands_once() -> None:
    once = drawn.page("Tide", "One.\nTwo.", 200, STYLE)
    assert drawn.page("Tide", "TIDE\nOne.\nTwo.", 200, STYLE).tobytes() == once.tobytes()
    assert drawn.page("Tide", "# Tide\nOne.\nTwo.", 200, STYLE).tobytes() == once.tobytes()
    assert drawn.page("", "Tide\nOne.\nTwo.", 200, STYLE).tobytes() != once.tobytes()


def test_letters_that_the_typeface_lacks_become_lines() -> None:
    face = drawn._typeface()
    assert drawn._draws(face, "Größe «été», ñandú, “œuvre” and Straße…")
    for words in ("Война и мир", "吾輩は猫である", "🎨"):
        assert not drawn._draws(face, words)
        assert inked_rows(drawn.page("", words * 30, 300, STYLE)).any()


@pytest.mark.parametrize(
    "text", ["", "\n\n \n", "x" * 100_000, "a " * 50_000, "\0\1\2", "\n" * 10_000, "\ud800", "ﷺ" * 300]
)
def test_any_text_becomes_a_page(text: str) -> None:
    assert drawn.page(text[:300], text, 64, STYLE).size == (45, 64)


def test_a_manuscript_too_long_is_refused_before_it_is_read() -> None:
    class Endless(io.BytesIO):
        def seek(self, offset: int, whence: int = 0) -> int:
            return 1 << 40 if whence == 2 else super().seek(offset, whence)

    with pytest.raises(TooLarge):
        preview(table.by_name("plain text"), Endless(b"words"), Wish())
    with pytest.raises(TooLarge):
        preview(table.by_name("HEIC"), Endless(b"words"), Wish())


# Damage


DAMAGED = [
    path
    for area in ("image", "audio", "text", "sidecar")
    for path in samples(area)
    if not path.name.startswith("broken") and previews._ways(kind_of(path))
]


@pytest.mark.parametrize("path", DAMAGED, ids=NAME)
def test_damaged_files_end_in_an_error_of_ours_or_a_picture(path: Path) -> None:
    kind = kind_of(path)
    for index, damaged in enumerate(mutations(path.read_bytes(), max(1, count() // 10), path.name)):
        try:
            made = preview(kind, io.BytesIO(damaged), Wish(48))
        except FileProblem as problem:
            assert problem.message  # noqa: PT017 - either end is good
            continue
        except Exception as trouble:
            raise AssertionError(f"{path.name}, damage {index}: {trouble!r}") from trouble
        assert made is None or max(opened(made).size) <= 48
