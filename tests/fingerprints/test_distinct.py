from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

from artistguard.decoding.values import CODE_RATE
from artistguard.fingerprints import audio, chromaprint, distinct, image, text
from tests.suites import artworks

if TYPE_CHECKING:
    from numpy.typing import NDArray

START = "too little content to be recognised by likeness: "


def page_with_number() -> Image.Image:
    page = Image.new("RGB", (1240, 1754), (255, 255, 255))
    ImageDraw.Draw(page).text((610, 1680), "17", fill=(0, 0, 0))
    return page


def ramp(kind: str) -> Image.Image:
    grey = Image.linear_gradient("L") if kind == "linear" else Image.radial_gradient("L")
    return grey.resize((800, 600)).convert("RGB")


def static(size: tuple[int, int]) -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8))


POOR_PICTURES = {
    "white": (Image.new("RGB", (800, 600), (255, 255, 255)), "even surface"),
    "red": (Image.new("RGB", (800, 600), (255, 0, 0)), "even surface"),
    "page number": (page_with_number(), "even surface"),
    "linear ramp": (ramp("linear"), ""),
    "radial ramp": (ramp("radial"), ""),
    "one pixel": (Image.new("RGB", (1, 1)), "smaller than 64"),
    "tiny noise": (static((8, 8)), "smaller than 64"),
    "icon": (artworks.picture(1, (48, 48)), "smaller than 64"),
    "strip": (artworks.picture(1, (2000, 40)), "smaller than 64"),
    "checks": (Image.fromarray(np.kron(np.indices((8, 8)).sum(0) % 2, np.ones((32, 32))).astype("u1") * 255), ""),
}


@pytest.mark.parametrize("name", POOR_PICTURES)
def test_poor_pictures_are_not_distinctive(name: str) -> None:
    picture, words = POOR_PICTURES[name]
    found = image.compute(artworks.pixels(picture.convert("RGB")))
    assert not found.distinctive
    assert found.reason.startswith(START)
    assert words in found.reason
    assert found.values["iscc"]


@pytest.mark.parametrize("seed", range(12))
def test_real_pictures_are_distinctive(seed: int) -> None:
    for size in ((64, 64), (640, 480), (300, 900)):
        assert image.compute(artworks.pixels(artworks.picture(seed, size))).distinctive


def dither() -> NDArray[np.float32]:
    return (np.random.default_rng(2).integers(-1, 2, 30 * CODE_RATE) / 32768).astype(np.float32)


def hiss(level: float, seed: int = 3, seconds: int = 30) -> NDArray[np.float32]:
    return (level * np.random.default_rng(seed).standard_normal(seconds * CODE_RATE)).astype(np.float32)


def tone(pitch: float) -> NDArray[np.float32]:
    return (0.5 * np.sin(2 * np.pi * pitch * np.arange(30 * CODE_RATE) / CODE_RATE)).astype(np.float32)


POOR_SOUNDS = {
    "silence": (np.zeros(60 * CODE_RATE, np.float32), "silent"),
    "nothing": (np.zeros(0, np.float32), "silent"),
    "dither": (dither(), "silent"),
    "room tone": (hiss(0.0008), "silent"),
    "loud noise": (hiss(0.2), "noise or room tone"),
    "tone": (tone(440), "unchanging"),
    "one second": (artworks.tune(1, 1), "shorter than five seconds"),
    "four seconds": (artworks.tune(1, 4), "shorter than five seconds"),
}


@pytest.mark.parametrize("name", POOR_SOUNDS)
def test_poor_recordings_are_not_distinctive(name: str) -> None:
    mono, words = POOR_SOUNDS[name]
    found = audio.compute(artworks.samples(mono))
    assert not found.distinctive
    assert found.reason.startswith(START)
    assert words in found.reason
    assert found.values["iscc"]


@pytest.mark.parametrize("seconds", [6, 30, 120])
def test_tunes_are_distinctive(seconds: int) -> None:
    for seed in range(4):
        assert audio.compute(artworks.samples(artworks.tune(seed, seconds))).distinctive


def test_a_quiet_tune_is_distinctive_and_a_hum_under_noise_is_not() -> None:
    assert audio.compute(artworks.samples((0.05 * artworks.tune(2)).astype(np.float32))).distinctive
    assert distinct.recording(hiss(0.05), chromaprint.items(hiss(0.05)))


LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore. "
POOR_TEXTS = {
    "empty": ("", "no words"),
    "blanks": (" \n\t\u00a0\u3000 ", "no words"),
    "punctuation": ("... --- !!! ___ ???", "no words"),
    "one word": ("Silence", "fewer than 50 words"),
    "a title": ("Don't Steal This Book", "fewer than 50 words"),
    "forty-nine": (" ".join(artworks.story(1).split()[:49]), "fewer than 50 words"),
    "repeated": (LOREM * 400, "over and over"),
    "one letter": ("a " * 5000, "over and over"),
    "japanese title": ("吾輩は猫である。名前はまだ無い。", "fewer than 50 words"),
}


@pytest.mark.parametrize("name", POOR_TEXTS)
def test_poor_texts_are_not_distinctive(name: str) -> None:
    words, reason = POOR_TEXTS[name]
    found = text.compute(artworks.words(words))
    assert not found.distinctive
    assert found.reason.startswith(START)
    assert reason in found.reason
    assert found.values["iscc"]


def test_texts_are_distinctive() -> None:
    for seed in range(4):
        for words in (60, 200, 5000):
            assert text.compute(artworks.words(artworks.story(seed, words + 30))).distinctive


def test_scripts_without_spaces_count_by_character() -> None:
    poem = "".join(chr(0x4E00 + (index * 37) % 900) for index in range(90))
    assert not distinct.manuscript(poem)
    assert not distinct.manuscript("".join(chr(0x3042 + (index * index * 7) % 80) for index in range(200)))


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert not distinct.manuscript(artworks.story(1, 30_000) + LOREM * 20_000)
