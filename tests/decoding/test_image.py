from __future__ import annotations

import io
import struct
import subprocess
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageCms

from artistguard.decoding import heif, image
from artistguard.errors import Damaged, FileProblem, TooLarge
from tests.suites.format_suite import SAMPLES
from tests.suites.mutations import mutations

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.decoding.values import Pixels

RED, GREEN, WHITE = (255, 0, 0), (0, 255, 0), (255, 255, 255)


def saved(picture: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind, **more)
    return held.getvalue()


def decoded(content: bytes, *kinds: str) -> Pixels:
    return image.pixels(io.BytesIO(content), kinds or ("PNG",))


def corners(mode: str = "RGB") -> Image.Image:
    """Six pixels wide, four high, red in the top left corner."""
    picture = Image.new("RGB", (6, 4), WHITE)
    picture.putpixel((0, 0), RED)
    return picture.convert(mode)


def test_pixels_and_size_are_those_of_the_file() -> None:
    found = decoded(saved(corners()))
    assert found.image.mode == "RGB"
    assert found.image.size == (6, 4)
    assert found.image.tobytes() == corners().tobytes()
    assert found.frames == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_first_frame_is_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    found = decoded(saved(corners(), exif=exif)).image
    expected = {1: (0, 0), 2: (5, 0), 3: (5, 3), 4: (0, 3), 5: (0, 0), 6: (3, 0), 7: (3, 5), 8: (0, 5)}[orientation]
    assert found.size == ((6, 4) if orientation < 5 else (4, 6))
    assert found.getpixel(expected) == RED


def test_orientation_is_guarded_but_is_no_part_of_the_payload() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    plain, turned = decoded(saved(corners())), decoded(saved(corners(), exif=exif))
    assert plain.payload == turned.payload
    assert plain.guard != turned.guard


def test_colour_profile_is_guarded_but_is_no_part_of_the_payload() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, coloured = decoded(saved(corners())), decoded(saved(corners(), icc_profile=profile))
    assert plain.payload == coloured.payload
    assert plain.guard != coloured.guard


def test_a_changed_pixel_changes_both() -> None:
    other = corners()
    other.putpixel((5, 3), (255, 255, 254))
    assert decoded(saved(other)).payload != decoded(saved(corners())).payload
    assert decoded(saved(other)).guard != decoded(saved(corners())).guard


def test_a_changed_palette_changes_both() -> None:
    one, other = corners().quantize(4), corners().quantize(4)
    palette = other.getpalette()
    assert palette is not None
    palette[0] ^= 1
    other.putpalette(palette)
    assert decoded(saved(one)).payload != decoded(saved(other)).payload


@pytest.mark.parametrize("frame", range(3))
def test_every_frame_counts(frame: int) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, GREEN, WHITE)]
    before = decoded(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), "GIF")
    frames[frame].putpixel((3, 3), (0, 0, 255))
    after = decoded(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), "GIF")
    assert before.frames == after.frames == 3
    assert before.payload != after.payload


@pytest.mark.parametrize(
    ("kind", "more"),
    [("GIF", {"duration": 200}), ("GIF", {"loop": 3}), ("PNG", {"duration": 200}), ("WEBP", {"duration": 200})],
)
def test_timing_is_guarded(kind: str, more: dict[str, object]) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, GREEN, WHITE)]
    common: dict[str, object] = {
        "save_all": True,
        "append_images": frames[1:],
        "duration": 100,
        "loop": 0,
        "lossless": True,
    }
    before = decoded(saved(frames[0], kind, **common), kind)
    after = decoded(saved(frames[0], kind, **common | more), kind)
    assert before.payload == after.payload
    assert before.guard != after.guard


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "I;16", "I", "CMYK", "YCbCr", "LAB", "F"])
def test_every_mode_becomes_rgb(mode: str) -> None:
    if mode == "I;16":
        picture = Image.fromarray(np.full((4, 6), 65535, np.uint16))
    elif mode == "F":
        picture = Image.fromarray(np.full((4, 6), 1.0, np.float32))
    elif mode == "LAB":
        picture = Image.new("LAB", (6, 4), (255, 128, 128))
    else:
        picture = corners(mode) if mode != "I" else Image.fromarray(np.full((4, 6), 65535, np.int32))
    found = decoded(saved(picture, "TIFF"), "TIFF").image
    assert found.mode == "RGB"
    assert found.size == (6, 4)
    assert min(found.getpixel((3, 2))) >= 250  # type: ignore[arg-type]


def test_depth_beyond_eight_bits_is_brought_down_evenly() -> None:
    steps = np.array([[0, 32768, 65535]], np.uint16)
    assert list(decoded(saved(Image.fromarray(steps))).image.getchannel("R").tobytes()) == [0, 127, 255]
    floats = np.array([[0.0, 0.5, 1.0, np.nan]], np.float32)
    assert list(decoded(saved(Image.fromarray(floats), "TIFF"), "TIFF").image.getchannel("R").tobytes()) == [
        0,
        127,
        255,
        0,
    ]
    large = np.array([[0.0, 300.0, 600.0]], np.float32)
    assert list(decoded(saved(Image.fromarray(large), "TIFF"), "TIFF").image.getchannel("R").tobytes()) == [0, 127, 255]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_transparency_is_laid_on_white(mode: str) -> None:
    picture = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    content = saved(
        picture.convert("P") if mode == "PA" else picture.convert(mode),
        "TIFF" if mode != "PA" else "PNG",
        **({"transparency": 0} if mode == "PA" else {}),
    )
    assert decoded(content, "TIFF", "PNG").image.getpixel((1, 1)) == WHITE


def test_a_transparent_colour_is_laid_on_white() -> None:
    picture = Image.new("RGB", (4, 4), RED)
    assert decoded(saved(picture, transparency=RED)).image.getpixel((1, 1)) == WHITE


def test_bands_hash_like_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Image.effect_noise((50, 40), 90)
    whole = decoded(saved(picture)).payload
    monkeypatch.setattr(image, "BAND_BYTES", 600)
    assert decoded(saved(picture)).payload == whole


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_000, 10_000), (2_000_000_000, 2_000_000_000)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(TooLarge):
        decoded(bomb(*size))


def test_bounds_on_frames_and_on_all_of_them_together() -> None:
    for frames, size in ((image.MOST_FRAMES + 1, (1, 1)), (20, (20_000, 20_000))):
        with pytest.raises(TooLarge):
            admit(frames, size)


def admit(frames: int, size: tuple[int, int]) -> None:
    gathering = image.Gathering(bytes=1 << 40)
    for _ in range(frames):
        gathering.admit(size)


def test_many_frames_on_a_large_canvas_are_refused_before_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [Image.new("L", (400, 300), shade) for shade in (0, 100, 200)]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    monkeypatch.setattr(image, "PLAIN_PIXELS_IN_ALL", 300_000)
    monkeypatch.setattr(image, "BOMB_RATIO_IN_ALL", 1)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("a frame was decoded"))
    with pytest.raises(TooLarge):
        decoded(content, "GIF")


def test_a_large_file_may_have_more_pixels_than_a_small_one() -> None:
    image.Gathering(bytes=2_000_000).admit((20_000, 15_000))
    with pytest.raises(TooLarge):
        image.Gathering(bytes=20_000).admit((20_000, 15_000))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", "AVIF"])
def test_a_truncated_picture_is_damaged(kind: str) -> None:
    content = saved(Image.effect_noise((64, 64), 90).convert("RGB"), kind)
    for cut in (0, 10, len(content) // 3, len(content) * 2 // 3):
        with pytest.raises(Damaged):
            decoded(content[:cut], kind)


def test_only_the_decoders_named_may_try() -> None:
    with pytest.raises(Damaged):
        decoded(saved(corners(), "BMP"))


def test_damaged_exif_does_not_hide_the_picture() -> None:
    content = saved(corners(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\xff\xff")
    assert decoded(content, "JPEG").image.size == (6, 4)


@pytest.fixture(scope="module")
def heic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heic")
    Image.effect_noise((63, 47), 60).convert("RGB").save(folder / "picture.png")
    subprocess.run(
        ["heif-enc", "-q", "80", str(folder / "picture.png"), "-o", str(folder / "picture.heic")],
        check=True,
        capture_output=True,
    )
    return folder / "picture.heic"


def test_heic_is_decoded_the_same_twice(heic: Path) -> None:
    first, second = (heif.pixels(io.BytesIO(heic.read_bytes())) for _ in range(2))
    assert (first.payload, first.guard) == (second.payload, second.guard)
    assert first.image.size == (63, 47)
    assert first.image.mode == "RGB"


def test_a_damaged_heic_is_told(heic: Path) -> None:
    content = heic.read_bytes()
    for cut in (0, 20, len(content) // 2):
        with pytest.raises(Damaged):
            heif.pixels(io.BytesIO(content[:cut]))


def test_damage_of_any_kind_ends_in_our_errors(heic: Path) -> None:
    folder = SAMPLES / "image"
    jobs = [(heic, None), (folder / "png/pillow-animated.png", "PNG"), (folder / "webp/pillow-animated.webp", "WEBP")]
    for file, kind in jobs:
        for damaged in mutations(file.read_bytes(), 40, file.name):
            try:
                found = heif.pixels(io.BytesIO(damaged)) if kind is None else decoded(damaged, kind)
            except FileProblem as trouble:
                told = trouble.message
            else:
                told = str(found.payload)
            assert told
