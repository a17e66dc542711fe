from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageOps

from artistguard.fingerprints import iscc, pdq
from tests.suites import artworks

# Computed by pdqhash 0.2.8, the authors' own C++ code, from the pictures that tests/suites/artworks.py makes.
REFERENCE = (
    ((512, 512), "50b2998d4f096c19b692b266a96ce891e4e7b30d1f194f0fdf8897352a7f442d"),
    ((500, 333), "cc7c33c13f928e1839c3e33eccc9e9c43660f8decb1f144f703c031a1e46ca5f"),
    ((128, 128), "60c3a3e1383dc9954f500c5ef07ed7e246dfe0a3c9a02e1df5889a790cda35bc"),
    ((129, 400), "e6d0cd2d42298339281e085f87361236026bc7a161cd2ddec9e97e3cdacdbf17"),
    ((300, 511), "fb3480decec835a531e3cf8681e373701f2f04e7ef14e9c598c43e423a14f1a6"),
    ((200, 64), "5cc9a49683b23b693b2486fc764c69e81b55363725323e0732776e0568d74e5b"),
    ((512, 100), "681ead189697b5d86966492db3595c962d28c279d2f3375f4ca6e178c9c55095"),
    ((384, 257), "a7990ce76907698f3c63338ff3031cf567aa99999e54f18a161590c5c2d54e56"),
)


def look(image: Image.Image) -> pdq.Look:
    return pdq.pdq(pdq.proxy(image.convert("L")))


def apart(one: str, other: str) -> int:
    return iscc.hamming(bytes.fromhex(one), bytes.fromhex(other))


@pytest.mark.parametrize("seed", range(len(REFERENCE)))
def test_it_agrees_with_the_authors_own_code(seed: int) -> None:
    size, expected = REFERENCE[seed]
    found = look(artworks.picture(seed, size))
    assert apart(found.code, expected) <= 4
    assert found.quality == 100


def test_quality_agrees_with_the_authors_own_code() -> None:
    # pdqhash 0.2.8 gives 44 for this ramp and 0 for one colour.
    ramp = Image.linear_gradient("L").resize((256, 256))
    assert abs(look(ramp).quality - 44) <= 1
    assert look(Image.new("RGB", (256, 256), (9, 9, 9))).quality == 0


def slow_box(values: list[float], window: int) -> list[float]:
    """The running mean as the paper draws it: a window that grows in, slides and shrinks out."""
    half = (window + 2) // 2
    means = []
    for place in range(len(values)):
        part = values[max(0, place + half - window) : place + half]
        means.append(sum(part) / len(part))
    return means


@pytest.mark.parametrize("length", [1, 2, 63, 64, 100, 128, 129, 200, 257, 384, 511, 512])
def test_smoothing_is_two_running_means_seen_at_64_places(length: int) -> None:
    dice = np.random.default_rng(length)
    line = dice.integers(0, 256, (1, length), dtype=np.uint8)
    found = pdq.samples(Image.fromarray(np.repeat(line, 64, 0)))
    window = -(-length // 128)
    smooth = slow_box(slow_box([float(each) for each in line[0]], window), window)
    expected = [smooth[int((place + 0.5) * length / 64)] for place in range(64)]
    assert np.allclose(found, np.array(expected)[None, :], atol=1e-9)


def test_a_large_picture_is_averaged_first() -> None:
    large = artworks.picture(3, (2000, 1500))
    assert pdq.proxy(large.convert("L")).size == (512, 512)
    assert apart(look(large).code, look(large.resize((1000, 750), Image.Resampling.BOX)).code) <= 8


def test_turning_gives_another_code() -> None:
    image = artworks.picture(6)
    assert apart(look(image).code, look(image.rotate(90, expand=True)).code) > 80
    assert apart(look(image).code, look(ImageOps.mirror(image)).code) > 80


def test_a_picture_that_mirrors_itself_has_missing_frequencies() -> None:
    image = artworks.picture(7, (256, 256))
    once = image.copy()
    once.paste(ImageOps.mirror(image.crop((0, 0, 128, 256))), (128, 0))
    twice = once.copy()
    twice.paste(ImageOps.flip(once.crop((0, 0, 256, 128))), (0, 128))
    assert look(image).faint < 0.2
    # Window and sampling are a little lopsided, so a little of the missing half comes back.
    assert look(once).faint < look(twice).faint


def test_the_code_does_not_depend_on_rounding_noise() -> None:
    # All frequencies but a few are zero here; noise of the arithmetic must not become bits.
    stripes = Image.fromarray(np.tile(np.array([0, 0, 255, 255], np.uint8), (64, 16)))
    assert look(stripes).code == look(stripes.resize((64, 64))).code
    assert int(look(stripes).code, 16).bit_count() < 64
