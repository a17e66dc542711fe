"""HEIC pictures out of bytes, with libheif through pi-heif; `image` tells what holds for every picture."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import numpy as np
import pi_heif

from artistguard.decoding.image import Gathering, border, on_white

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL import Image

    from artistguard.decoding.values import Pixels


def pixels(source: BinaryIO) -> Pixels:
    """Decode a HEIC picture with libheif, which applies its turns and crops itself.

    Args:
        source: Seekable stream of the whole file.

    Returns:
        Every top-level image hashed, the primary one as RGB with transparency laid on white.

    Raises:
        Damaged: Truncated, malformed, or no HEIC.
        TooLarge: More pixels than are safe to decode.
    """
    gathering = Gathering(source.seek(0, 2))
    source.seek(0)
    with border():
        pictures = pi_heif.open_heif(source, convert_hdr_to_8bit=False)
        for picture in pictures:
            gathering.admit(picture.size)
            _take(gathering, picture)
        return gathering.result(_first(source, pictures))


class _Picture(Protocol):
    """What is used of pi_heif.HeifImage."""

    mode: str
    size: tuple[int, int]
    stride: int
    info: dict[str, object]
    data: bytes
    to_pillow: Callable[[], Image.Image]


def _take(gathering: Gathering, picture: _Picture) -> None:
    width, height = picture.size
    head = f"{picture.mode} {width} {height}".encode()
    row = width * len(picture.mode.split(";")[0]) * (2 if ";" in picture.mode else 1)
    # Rows may be padded with bytes that mean nothing and are not the same twice.
    rows = np.frombuffer(picture.data, dtype=np.uint8)[: height * picture.stride].reshape(height, picture.stride)
    gathering.payload.update(struct.pack(">I", len(head)) + head)
    gathering.payload.update(rows[:, :row].tobytes())
    colours = {key: picture.info.get(key) for key in ("icc_profile", "icc_profile_type", "nclx_profile", "primary")}
    gathering.guard.update(repr((head, sorted(colours.items()))).encode())


def _first(source: BinaryIO, pictures: Any) -> Image.Image:  # noqa: ANN401 - pi_heif has no types
    primary: _Picture = pictures[pictures.primary_index]
    if ";" in primary.mode:
        # More than eight bits a channel, which Pillow cannot hold in colour: let libheif bring them down.
        source.seek(0)
        again = pi_heif.open_heif(source, convert_hdr_to_8bit=True)
        primary = again[again.primary_index]
    return on_white(primary.to_pillow())
