"""The codes of works made by code: a change of any of them breaks every record that holds it."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from artistguard.fingerprints import table
from tests.suites import artworks

if TYPE_CHECKING:
    from artistguard.decoding.values import Decoded


def works() -> dict[str, Decoded]:
    """Name to work. Nothing that a codec or a random float could change from machine to machine."""
    dice = random.Random(2026)
    blocks = Image.frombytes("RGB", (16, 12), dice.randbytes(16 * 12 * 3)).resize((400, 300), Image.Resampling.NEAREST)
    framed = Image.new("RGB", (460, 340), (250, 250, 250))
    framed.paste(blocks, (25, 15))
    notes = np.repeat(np.array([dice.choice((110, 147, 196, 220, 294, 392, 440)) for _ in range(48)]), 5000)
    tune = (0.4 * np.sign(np.sin(2 * np.pi * np.cumsum(notes) / 11025 + 0.1))).astype(np.float32)
    return {
        "blocks": artworks.pixels(blocks),
        "blocks in a frame": artworks.pixels(framed),
        "white": artworks.pixels(Image.new("RGB", (200, 200), (255, 255, 255))),
        "square tune": artworks.samples(tune),
        "silence": artworks.samples(np.zeros(110250, np.float32)),
        "one second": artworks.samples(tune[:11025]),
        "story": artworks.words(artworks.story(7, 300)),
        "empty": artworks.words(""),
    }


def build() -> dict[str, Any]:
    """Name to codes, and the codes of a few files."""
    made = {}
    for name, work in works().items():
        found = table.compute(work)
        values = {code: value for code, value in found.values.items() if code != "payload_sha256"}
        made[name] = {"values": values, "distinctive": found.distinctive, "reason": found.reason}
    content = random.Random(5).randbytes(300_000)
    files = {str(length): dict(table.of_file(io.BytesIO(content[:length]))) for length in (0, 1, 5000, 300_000)}
    return {"works": made, "files": files}
