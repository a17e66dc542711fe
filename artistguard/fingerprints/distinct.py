"""Whether there is enough in a work for likeness to mean anything.

Silence is alike to silence and a blank page to a blank page, whoever made them; so such works are registered and proved
by their digest and never matched by a code. Each check gives the reason in plain words, or nothing where the work is
distinctive. How the limits were found is told in docs/fingerprints.md.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from artistguard.fingerprints.iscc import bits_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from artistguard.fingerprints.pdq import Look

_TOO_LITTLE = "too little content to be recognised by likeness"

SMALLEST_SIDE = 64
LOWEST_QUALITY = 50
"""Source: hashing.pdf of the ThreatExchange repository, section PDQ: a quality of 49 and less is to be discarded."""
MOST_FAINT = 0.6
_FEWEST_ONES = 8

FEWEST_ITEMS = 20
QUIETEST = 10 ** (-50 / 20)
LEAST_CHANGE = 1.9
LEAST_VARIETY = 0.2

FEWEST_WORDS = 50
FEWEST_PHRASES = 40
PHRASE = 5
LEAST_NEW = 0.2
_WORDS_LOOKED_AT = 20_000
# Scripts written without spaces count by character, all others by word.
_WORD = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]|[^\\W_]+"
)


def _because(what: str) -> str:
    return f"{_TOO_LITTLE}: {what}"


def picture(size: tuple[int, int], look: Look, iscc: str) -> str:
    """Why a picture is not distinctive, or nothing.

    Args:
        size: Width and height in pixels.
        look: What PDQ sees in it.
        iscc: Its Image-Code.
    """
    if min(size) < SMALLEST_SIDE:
        return _because(f"the picture is smaller than {SMALLEST_SIDE} pixels")
    if look.quality < LOWEST_QUALITY:
        return _because("the picture is one even surface, or nearly so")
    if look.faint >= MOST_FAINT:
        return _because("the picture is a plain shape or pattern that mirrors itself")
    body = bits_of(iscc)
    words = (body[start : start + 8] for start in range(0, len(body), 8))
    if any(int.from_bytes(word, "big").bit_count() < _FEWEST_ONES for word in words):
        return _because("the picture has almost no features")
    return ""


def recording(mono: NDArray[np.float32], raw: NDArray[np.uint32]) -> str:
    """Why a recording is not distinctive, or nothing.

    Args:
        mono: Shape (n,), -1..1.
        raw: Its Chromaprint items.
    """
    if loudness(mono) < QUIETEST:
        return _because("the recording is silent, or nearly so")
    if len(raw) < FEWEST_ITEMS:
        return _because("the recording is shorter than five seconds")
    if len(np.unique(raw)) < LEAST_VARIETY * len(raw):
        return _because("the recording is one unchanging sound")
    if float(np.bitwise_count(raw[1:] ^ raw[:-1]).mean()) < LEAST_CHANGE:
        return _because("the recording is noise or room tone")
    return ""


def loudness(mono: NDArray[np.float32]) -> float:
    """Root mean square of the samples, 0..1; 0 where there are none or they are no numbers."""
    if not len(mono):
        return 0.0
    power = float(np.dot(mono, mono)) / len(mono)
    return power**0.5 if np.isfinite(power) else 0.0


def manuscript(text: str) -> str:
    """Why a text is not distinctive, or nothing; looks at the first 20,000 words."""
    words = [found.group().casefold() for found in islice(_WORD.finditer(text), _WORDS_LOOKED_AT)]
    if not words:
        return _because("there are no words in it")
    if len(words) < FEWEST_WORDS:
        return _because(f"it has fewer than {FEWEST_WORDS} words")
    phrases = list(zip(*(words[start:] for start in range(PHRASE)), strict=False))
    different = len(set(phrases))
    if different < FEWEST_PHRASES or different < LEAST_NEW * len(phrases):
        return _because("it says the same words over and over")
    return ""
