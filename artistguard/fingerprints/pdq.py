"""PDQ, a 256-bit code of a whole image, and its measure of how much there is to see.

Source: "PDQ & TMK + PDQF: A Test-Drive of Facebook's Photo and Video Hashing Algorithms" (hashing.pdf in the
ThreatExchange repository), section PDQ: luminance, two passes of a box filter ("Jarosz"), 64 by 64 samples, the 16 by
16 lowest cosine frequencies without the constant one, a bit each for above the median; quality from the gradients.
"""

from __future__ import annotations

from functools import cache
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
_LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue.

Source: ITU-R BT.601-7, section 2.5.1.
"""


def pdq(image: Image) -> tuple[str, int]:
    """The code and quality of an image.

    Args:
        image: RGB, upright.

    Returns:
        64 hexadecimal digits, the highest frequency first, and the quality: 0 for an even surface to 100; below 50 the
        authors advise against matching.
    """
    grid = samples(image)
    return _bits(grid), quality(grid)


def samples(image: Image) -> NDArray[np.float64]:
    """Luminance of the image, smoothed and sampled at 64 by 64 places; shape (64, 64), values 0..255, rows first."""
    luma = np.asarray(_smaller(image), np.float64) @ np.array(_LUMA)
    for axis in (1, 0):
        window = -(-luma.shape[axis] // (_PASSES * _GRID))
        for _ in range(_PASSES):
            luma = _box(luma, window, axis)
    rows, columns = (_centres(length) for length in luma.shape)
    return np.asarray(luma[np.ix_(rows, columns)])


def _smaller(image: Image) -> Image:
    size = (min(image.width, _SIDE), min(image.height, _SIDE))
    return image if size == image.size else image.resize(size, Resampling.BOX)


def _centres(length: int) -> NDArray[np.int64]:
    return (((np.arange(_GRID) + 0.5) * length) / _GRID).astype(np.int64)


def _box(values: NDArray[np.float64], window: int, axis: int) -> NDArray[np.float64]:
    """The running mean over a window along one axis; at the borders over the part of it that lies inside.

    The window reaches one further to the right than to the left where its length is even.
    """
    values = np.moveaxis(values, axis, 0)
    length = len(values)
    right = (window + 2) // 2
    left = window - right
    starts = np.maximum(np.arange(length) - left, 0)
    ends = np.minimum(np.arange(length) + right, length)
    sums = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, 0)])
    means = (sums[ends] - sums[starts]) / (ends - starts)[:, None]
    return np.moveaxis(means, 0, axis)


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


def _bits(grid: NDArray[np.float64]) -> str:
    spectrum = (_cosines() @ grid @ _cosines().T).ravel()
    # The lower of the two middle values, so that at most half of the bits are set, as in the paper's own programs.
    middle = np.partition(spectrum, spectrum.size // 2 - 1)[spectrum.size // 2 - 1]
    return np.packbits((spectrum > middle)[::-1]).tobytes().hex()
