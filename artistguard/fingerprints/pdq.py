"""PDQ, a 256-bit code of a whole image, and its measure of how much there is to see.

Source: "PDQ & TMK + PDQF: A Test-Drive of Facebook's Photo and Video Hashing Algorithms" (hashing.pdf in the
ThreatExchange repository), section PDQ: luminance, two passes of a box filter ("Jarosz"), 64 by 64 samples, the 16 by
16 lowest cosine frequencies without the constant one, a bit each for above the median; quality from the gradients.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL.Image import Resampling

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

_SIDE = 512
"""Larger images are first brought to this side; the paper does the same."""
_GRID = 64
_FREQUENCIES = 16
_PASSES = 2
_QUALITY_DIVISOR = 90.0
_FAINT = 4.0
"""Less than what storing a picture as JPEG adds to a frequency, in steps of brightness times 64."""


@dataclass(frozen=True, slots=True)
class Look:
    """What PDQ sees in an image.

    Attributes:
        code: 64 hexadecimal digits, the highest frequency first.
        quality: 0 for an even surface to 100; below 50 the authors advise against matching.
        faint: Share of the 256 frequencies that are all but missing, 0..1: half in a picture that mirrors itself, three
            quarters in one that mirrors itself both ways. Their bits are noise.
    """

    code: str
    quality: int
    faint: float


def pdq(image: Image) -> Look:
    """The code of an image and how much to trust it.

    Args:
        image: Grey (mode L), upright, brought to size by ``proxy``.
    """
    grid = samples(image)
    spectrum = (_cosines() @ grid @ _cosines().T).ravel()
    return Look(_bits(spectrum), quality(grid), float((np.abs(spectrum) < _FAINT).mean()))


def proxy(image: Image) -> Image:
    """The image with neither side longer than 512, by plain averaging; each side is scaled on its own."""
    size = (min(image.width, _SIDE), min(image.height, _SIDE))
    return image if size == image.size else image.resize(size, Resampling.BOX)


def samples(image: Image) -> NDArray[np.float64]:
    """Luminance of the image, smoothed and sampled at 64 by 64 places; shape (64, 64), values 0..255, rows first."""
    luma = np.asarray(image, np.float64)
    return _sampled(_sampled(luma).T).T


def _sampled(lines: NDArray[np.float64]) -> NDArray[np.float64]:
    """The first axis, smoothed by two passes of the box filter and seen at 64 places."""
    first, weights = _taps(len(lines))
    total = np.zeros((_GRID, lines.shape[1]))
    # Not a product of matrices: numpy would wake every core for it, and files are worked on one a core anyway.
    for place, weight in enumerate(weights.T):
        total += weight[:, None] * lines[np.minimum(first + place, len(lines) - 1)]
    return total


@lru_cache(maxsize=8)
def _taps(length: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """What two passes of the box filter amount to at each sampling place.

    Args:
        length: Of the axis.

    Returns:
        The first line that counts, shape (64,), and the weights of it and those after it, shape (64, n), zero-padded.
    """
    start, end = _windows(length)
    lines = np.arange(length)
    once = ((lines >= start[:, None]) & (lines < end[:, None])) / (end - start)[:, None]
    sums = np.concatenate([np.zeros((1, length)), once.cumsum(0)])
    places = (((np.arange(_GRID) + 0.5) * length) / _GRID).astype(np.int64)
    low, high = start[places], end[places]
    twice = (sums[high] - sums[low]) / (high - low)[:, None]
    first, last = start[low], end[high - 1]
    wanted = first[:, None] + np.arange(int((last - first).max()))
    weights = np.take_along_axis(twice, np.minimum(wanted, length - 1), 1) * (wanted < last[:, None])
    return first, weights


def _windows(length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and end of the box around every line; at the borders only the part of it that lies inside.

    It reaches one further to the right than to the left where its length is even.
    """
    window = -(-length // (_PASSES * _GRID))
    right = (window + 2) // 2
    lines = np.arange(length)
    return np.maximum(lines + right - window, 0), np.minimum(lines + right, length)


def quality(grid: NDArray[np.float64]) -> int:
    """How much there is to see: differences between neighbours, each cut to whole percent of full contrast.

    Returns:
        0 to 100.
    """
    total = sum(float(np.abs(np.trunc(np.diff(grid, axis=axis) * 100 / 255)).sum()) for axis in (0, 1))
    return min(100, int(total / _QUALITY_DIVISOR))


@cache
def _cosines() -> NDArray[np.float64]:
    """Rows 1 to 16 of the type II cosine transform for 64 samples; shape (16, 64)."""
    places = 2 * np.arange(_GRID) + 1
    frequencies = np.arange(1, _FREQUENCIES + 1)
    matrix = np.sqrt(2 / _GRID) * np.cos(np.pi / (2 * _GRID) * np.outer(frequencies, places))
    return np.asarray(matrix, np.float64)


def _bits(spectrum: NDArray[np.float64]) -> str:
    # Symmetrical pictures have many frequencies of zero; rounding keeps them equal whatever the order of additions.
    spectrum = spectrum.round(2)
    # The lower of the two middle values, so that at most half of the bits are set, as in the paper's own programs.
    middle = np.partition(spectrum, spectrum.size // 2 - 1)[spectrum.size // 2 - 1]
    return np.packbits((spectrum > middle)[::-1]).tobytes().hex()
