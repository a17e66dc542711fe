"""What comes out of decoding, once per file; everything else is computed from these values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    from artistguard.works import Digest

CODE_RATE = 11025
"""Sampling rate in Hz at which audio is handed to the fingerprints (Chromaprint's own)."""


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """A picture.

    Attributes:
        image: First frame, RGB, upright (orientation applied), transparency laid on white.
        frames: How many there are.
        payload: SHA-256 over every frame's size, mode and bytes as stored: the same picture, whatever the metadata.
        guard: SHA-256 over all that writing a statement must not change: payload, ICC profile, orientation, timing.
    """

    image: Image
    frames: int
    payload: Digest
    guard: Digest


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """A recording.

    Attributes:
        mono: Shape (n,), float32 in -1..1, mixed to one channel at CODE_RATE.
        seconds: Length.
        rate: Sampling rate of the file, Hz.
        channels: Of the file.
        payload: SHA-256 over all decoded samples as the decoder gives them.
        guard: SHA-256 over all that must not change: payload, rate, channels, chapters, cover pictures.
    """

    mono: NDArray[np.float32]
    seconds: float
    rate: int
    channels: int
    payload: Digest
    guard: Digest


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A manuscript.

    Attributes:
        text: Its words in reading order, paragraphs parted by newlines.
        payload: SHA-256 over the text.
        guard: SHA-256 over all that must not change: text, and for containers every untouched member.
    """

    text: str
    payload: Digest
    guard: Digest


@dataclass(frozen=True, slots=True, eq=False)
class Opaque:
    """A file that we cannot look into; only its bytes can be recognised again.

    Attributes:
        payload: SHA-256 over the whole file.
        guard: The same.
    """

    payload: Digest
    guard: Digest


Decoded = Pixels | Samples | Words | Opaque
