"""A small copy of a picture, at the cost of a small picture where the format allows it.

JPEG is decoded at an eighth, a quarter or half of its size straight from its frequencies; nothing is hashed, and only
the first frame is looked at. Colours are brought to sRGB, since whoever shows the copy knows no other profile.

Source: ITU-T T.81, annex A.3.3 (the transform that scaled decoding cuts short); ICC.1:2022, section 6 (profiles).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Final

import pi_heif
from PIL import Image, ImageCms

from artistguard.decoding.image import TURNS, admit, border, on_white, orientation
from artistguard.errors import TooLarge

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PIXELS: Final = 200_000_000
"""That are decoded in full for the sake of a small copy."""
LONGEST_PROFILE: Final = 4 * 1024 * 1024
EXACT_PIXELS: Final = 64_000_000
"""Pictures with more are thinned out before they are averaged, since averaging takes two more copies of them."""
THINNING: Final = 4
"""Times the wanted side to which a picture is thinned out whose pixels cannot be averaged as they stand."""
_SMOOTH: Final = frozenset({"RGB", "L", "CMYK", "YCbCr", "RGBA", "LA"})
_PROFILED: Final = {"RGB": b"RGB ", "CMYK": b"CMYK"}
_SPACE: Final = slice(16, 20)  # ICC.1:2022, table 17: data colour space in the header


def reduced(source: BinaryIO, decoders: Sequence[str], side: int) -> Image.Image:
    """A small copy of the first frame, decoded by Pillow.

    Args:
        source: Seekable stream of the whole file.
        decoders: The Pillow names that may try.
        side: The longer side of the copy in pixels; a smaller picture keeps its size.

    Returns:
        RGB in sRGB, upright, transparency laid on white.

    Raises:
        Damaged: Truncated, malformed, or none of these formats.
        TooLarge: More pixels than are safe to decode.
    """
    size = source.seek(0, 2)
    source.seek(0)
    with border(), Image.open(source, formats=list(decoders)) as picture:
        admit(picture.size, size)
        picture.draft(None, (2 * side, 2 * side))
        _bound(picture.size)
        # Some formats tell their orientation or profile only behind the pixels.
        picture.load()
        told, profile = orientation(picture), picture.info.get("icc_profile")
        copy = _flat(_thinned(picture, side), profile)
        copy.thumbnail((side, side), Image.Resampling.LANCZOS)
        turn = TURNS.get(told)
        return copy if turn is None else copy.transpose(turn)


def heif_reduced(source: BinaryIO, side: int) -> Image.Image:
    """The same of a HEIC file's primary picture, which libheif turns upright.

    Args:
        source: Seekable stream of the whole file; its structure has been looked at (see formats.heif_pictures.check).
        side: The longer side of the copy in pixels.

    Raises:
        Damaged: Truncated, malformed, or no HEIC.
        TooLarge: More pixels than are safe to decode.
    """
    size = source.seek(0, 2)
    source.seek(0)
    with border():
        pictures = pi_heif.open_heif(source, convert_hdr_to_8bit=True)
        primary = pictures[pictures.primary_index]
        admit(primary.size, size)
        _bound(primary.size)
        picture = primary.to_pillow()
        copy = _flat(_thinned(picture, side), picture.info.get("icc_profile"))
        copy.thumbnail((side, side), Image.Resampling.LANCZOS)
        return copy


def _bound(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS:
        raise TooLarge(f"the picture has {size[0] * size[1] // 1_000_000} million pixels, too many for a preview")


def _thinned(picture: Image.Image, side: int) -> Image.Image:
    """A copy of no more than THINNING times the wanted side, averaged where the kind of pixel allows it."""
    if picture.mode == "1":
        picture = picture.convert("L")
    size = (side * THINNING, side * THINNING)
    area = picture.width * picture.height
    # A colour that stands for transparency would be lost among averages.
    if picture.mode in _SMOOTH and "transparency" not in picture.info and area <= EXACT_PIXELS:
        picture.thumbnail((2 * side, 2 * side), Image.Resampling.BOX)
    elif max(picture.size) > max(size):
        picture.thumbnail(size, Image.Resampling.NEAREST)
    return picture


def _flat(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB on white, in sRGB where the profile is one that can be followed."""
    space = _PROFILED.get(picture.mode)
    if space is None:
        picture = on_white(picture)
        space = _PROFILED["RGB"]
    if not profile or len(profile) > LONGEST_PROFILE or profile[_SPACE] != space:
        return on_white(picture)
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        brought = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        # A damaged profile spoils the colours a little, not the picture.
        return on_white(picture)
    return picture.convert("RGB") if brought is None else brought
