"""Works made by code, different for every number: pictures, tunes and texts with enough in them to be recognised."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from artistguard.decoding.values import CODE_RATE, Pixels, Samples, Words
from artistguard.works import Digest

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORDS = (
    "tide", "harbour", "lantern", "winter", "apple", "silent", "river", "copper", "morning",
    "garden", "letter", "stone", "thunder", "paper", "window", "salt", "feather", "bridge",
    "candle", "market", "orchard", "violin", "shadow", "ember", "clock", "forest", "pepper",
    "sailor", "mirror", "kettle", "dust", "meadow", "ladder", "velvet", "anchor", "honey",
    "signal", "cellar", "plum", "whistle", "granite", "needle", "ribbon", "barrel", "comet",
    "thistle", "oyster", "drum",
)  # fmt: skip


def picture(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Soft clouds of colour with hard shapes on them."""
    dice = np.random.default_rng(seed)
    clouds = dice.integers(0, 256, (7, 9, 3), dtype=np.uint8)
    image = Image.fromarray(clouds).resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        left, top = (int(dice.integers(0, length * 3 // 4)) for length in size)
        width, height = (int(dice.integers(length // 20, length // 4)) for length in size)
        colour = tuple(int(each) for each in dice.integers(0, 256, 3))
        shape = draw.ellipse if dice.integers(0, 2) else draw.rectangle
        shape((left, top, left + width, top + height), fill=colour)
    return image


def tune(seed: int, seconds: float = 20.0) -> NDArray[np.float32]:
    """Chords of random notes, each with overtones, changing every third of a second; at CODE_RATE."""
    dice = np.random.default_rng(seed)
    step = CODE_RATE // 3
    pieces = []
    for _ in range(int(seconds * 3) + 1):
        time = np.arange(step) / CODE_RATE
        sound = np.zeros(step)
        for note in dice.integers(0, 36, 3):
            pitch = 110 * 2 ** (note / 12)
            for overtone in range(1, 5):
                sound += np.sin(2 * np.pi * pitch * overtone * time + dice.random()) / overtone
        pieces.append(sound * np.exp(-2 * time))
    whole = np.concatenate(pieces)[: int(seconds * CODE_RATE)]
    return (0.4 * whole / np.abs(whole).max()).astype(np.float32)


def story(seed: int, words: int = 1200) -> str:
    """Sentences of random words."""
    dice = random.Random(seed)
    return " ".join(
        " ".join(dice.choice(WORDS) for _ in range(dice.randrange(5, 14))).capitalize() + "." for _ in range(words // 9)
    )


def pixels(image: Image.Image) -> Pixels:
    """As decoding would give them."""
    digest = Digest.of(image.mode.encode() + repr(image.size).encode() + image.tobytes())
    return Pixels(image, 1, digest, digest)


def samples(mono: NDArray[np.float32]) -> Samples:
    """As decoding would give them."""
    digest = Digest.of(mono.tobytes())
    return Samples(mono, len(mono) / CODE_RATE, CODE_RATE, 1, digest, digest)


def words(text: str) -> Words:
    """As decoding would give them."""
    digest = Digest.of(text.encode("utf-8", "replace"))
    return Words(text, digest, digest)
