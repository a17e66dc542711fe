from __future__ import annotations

import io

import imagehash
import iscc_lib
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from artistguard.fingerprints import image as codes
from artistguard.fingerprints import iscc
from artistguard.works import Medium
from tests.suites import artworks


def reference(image: Image.Image) -> str:
    """The Image-Code by way of Pillow's own differences, slowly."""
    border = Image.new("RGB", image.size, image.getpixel((0, 0)))
    box = ImageChops.difference(image, border).getbbox()
    small = image.crop(box).convert("L").resize((32, 32), Image.Resampling.BICUBIC)
    return iscc_lib.gen_image_code_v0(small.tobytes(), 256).iscc


@pytest.mark.parametrize("seed", range(6))
def test_image_code_is_that_of_the_reference(seed: int) -> None:
    image = artworks.picture(seed, (300 + seed, 211))
    assert codes.image_code(image) == reference(image)
    assert codes.image_code(image).startswith("ISCC:EED")


@pytest.mark.parametrize("colour", [(255, 255, 255), (3, 7, 9)])
@pytest.mark.parametrize("margins", [(10, 0, 0, 0), (0, 10, 0, 0), (70, 66, 3, 1), (0, 0, 65, 130)])
def test_a_uniform_border_is_trimmed(colour: tuple[int, int, int], margins: tuple[int, int, int, int]) -> None:
    inner = Image.new("RGB", (200, 150), (200, 20, 120))
    inner.paste(artworks.picture(4, (198, 148)), (1, 1))
    left, top, right, bottom = margins
    framed = Image.new("RGB", (200 + left + right, 150 + top + bottom), colour)
    framed.paste(inner, (left, top))
    # The colour of the border is that of the top left pixel, so a border on the other sides alone is not one.
    assert codes.image_code(framed) == reference(framed)
    if left and top:
        assert codes.content_box(np.asarray(framed)) == (left, top, left + 200, top + 150)


def test_one_pixel_that_differs_by_one_step_ends_the_trimming() -> None:
    framed = Image.new("RGB", (120, 100), (255, 255, 255))
    framed.paste(artworks.picture(1, (60, 50)), (30, 25))
    framed.putpixel((119, 99), (255, 255, 254))
    assert codes.content_box(np.asarray(framed)) == (30, 25, 120, 100)


def test_a_picture_of_one_colour_is_left_whole() -> None:
    plain = Image.new("RGB", (90, 70), (10, 200, 30))
    assert codes.content_box(np.asarray(plain)) is None
    assert codes.image_code(plain) == reference(plain)


@settings(max_examples=60)
@given(st.integers(1, 12), st.integers(1, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=6))
def test_the_box_is_the_smallest_that_holds_every_other_pixel(
    width: int, height: int, spots: list[tuple[int, int]]
) -> None:
    picture = np.zeros((height, width, 3), np.uint8)
    for x, y in spots:
        picture[min(y, height - 1), min(x, width - 1), 1] = 9
    expected = ImageChops.difference(
        Image.fromarray(picture), Image.new("RGB", (width, height), tuple(int(each) for each in picture[0, 0]))
    ).getbbox()
    assert codes.content_box(picture) == expected
    assert codes.image_code(Image.fromarray(picture)) == reference(Image.fromarray(picture))


def test_perceptual_hash_is_the_one_of_imagehash() -> None:
    image = artworks.picture(8, (1500, 1100))
    found = codes.compute(artworks.pixels(image)).values
    assert found["phash64_v1"] == str(imagehash.phash(image))
    assert len(found["phash64_v1"]) == 16
    whole = imagehash.phash(image, hash_size=16)
    assert imagehash.hex_to_hash(found["phash256_v1"]) - whole <= 6


def test_everything_that_is_computed() -> None:
    image = artworks.picture(2)
    found = codes.compute(artworks.pixels(image))
    assert found.medium is Medium.IMAGE
    assert found.distinctive
    assert not found.reason
    assert set(found.values) == {"iscc", "phash64_v1", "phash256_v1", "pdq_v1", "payload_sha256"}
    assert len(iscc.bits_of(found.values["iscc"])) == 32


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (3, 2), (5000, 1)])
def test_tiny_and_thin_pictures_have_codes(size: tuple[int, int]) -> None:
    found = codes.compute(artworks.pixels(artworks.picture(1, (64, 64)).resize(size)))
    assert not found.distinctive
    assert found.values["iscc"].startswith("ISCC:EED")


def test_a_grey_picture_is_taken_too() -> None:
    image = artworks.picture(2).convert("L")
    assert codes.compute(artworks.pixels(image)).values["iscc"] == codes.image_code(image.convert("RGB"))


@pytest.mark.parametrize("quality", [90, 40])
def test_a_jpeg_copy_keeps_its_codes_near(quality: int) -> None:
    image = artworks.picture(5)
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=quality)
    one, other = (codes.compute(artworks.pixels(each.convert("RGB"))).values for each in (image, Image.open(packed)))
    for name in ("pdq_v1", "phash256_v1"):
        assert iscc.hamming(bytes.fromhex(one[name]), bytes.fromhex(other[name])) <= 20
    assert iscc.distance(one["iscc"], other["iscc"]) <= 24
