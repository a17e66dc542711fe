"""The codes of a picture: ISCC Image-Code, two perceptual hashes, PDQ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import imagehash
import iscc_lib
import numpy as np
from PIL.Image import Resampling

from artistguard.fingerprints import distinct
from artistguard.fingerprints.iscc import BITS
from artistguard.fingerprints.pdq import pdq, proxy
from artistguard.fingerprints.values import ISCC, PAYLOAD, PDQ, PHASH64, PHASH256, Fingerprints
from artistguard.works import Medium

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image

    from artistguard.decoding.values import Pixels

_ISCC_SIDE = 32
_STRIP = 64


def compute(pixels: Pixels) -> Fingerprints:
    """Every code of a picture, from its first frame."""
    image = pixels.image if pixels.image.mode == "RGB" else pixels.image.convert("RGB")
    grey = image.convert("L")
    small = proxy(grey)
    look = pdq(small)
    iscc = image_code(image, grey)
    reason = distinct.picture(image.size, look, iscc)
    values = {
        ISCC: iscc,
        PHASH64: str(imagehash.phash(grey)),
        PHASH256: str(imagehash.phash(small, hash_size=16)),
        PDQ: look.code,
        PAYLOAD: pixels.payload.hex,
    }
    return Fingerprints(values, not reason, reason, Medium.IMAGE)


def image_code(image: Image, grey: Image | None = None) -> str:
    """The ISCC Image-Code of 256 bits.

    The picture comes upright and laid on white. Its uniform border is trimmed by the exact rule: every row and column
    at an edge goes whose pixels all equal the top left pixel; one pixel that differs by one step in one channel ends
    the trimming; a picture of one colour is left whole. What remains is made grey and scaled to 32 by 32, bicubic.

    Args:
        image: RGB.
        grey: The same in grey where the caller has it already.

    Returns:
        Text form ``ISCC:EED…``.

    Source: ISO 24138:2024, clause on Image-Code, pre-processing of pixels.
    """
    grey = image.convert("L") if grey is None else grey
    box = content_box(np.asarray(image)) if _may_have_border(image) else None
    whole = (0, 0, *image.size)
    part = grey if box in {None, whole} else grey.crop(box)
    small = part.resize((_ISCC_SIDE, _ISCC_SIDE), Resampling.BICUBIC)
    return iscc_lib.gen_image_code_v0(small.tobytes(), BITS).iscc


def _may_have_border(image: Image) -> bool:
    """Whether any of the four edges is of the top left pixel's colour; told without unpacking the whole picture."""
    width, height = image.size
    edges = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height))
    colour = image.getpixel((0, 0))
    # getcolors gives None where there is more than one colour.
    return any([found[1] for found in image.crop(edge).getcolors(1) or ()] == [colour] for edge in edges)


def content_box(pixels: NDArray[np.uint8]) -> tuple[int, int, int, int] | None:
    """Where the picture is that a uniform border surrounds.

    Args:
        pixels: Shape (height, width, channels).

    Returns:
        Left, top, right, bottom with the last two exclusive; None where all pixels equal the top left one.
    """
    colour = pixels[0, 0]
    top = _first_different(pixels, colour)
    if top is None:
        return None
    bottom = len(pixels) - (_first_different(pixels[::-1], colour) or 0)
    columns = pixels[top:bottom].swapaxes(0, 1)
    left = _first_different(columns, colour) or 0
    right = len(columns) - (_first_different(columns[::-1], colour) or 0)
    return left, top, right, bottom


def _first_different(lines: NDArray[np.uint8], colour: NDArray[np.uint8]) -> int | None:
    """The first line with a pixel of another colour; looked for in strips, since most pictures have no border."""
    # One line first: a picture without a border is told at once.
    start, step = 0, 1
    while start < len(lines):
        differs = (lines[start : start + step] != colour).any(axis=(1, 2))
        if differs.any():
            return start + int(differs.argmax())
        start, step = start + step, _STRIP
    return None
