"""Pictures out of bytes, once per file: every frame hashed, the first one upright in RGB for the fingerprints.

Two decoders stand behind it: Pillow here for everything but HEIC, libheif in `heif` for that. Both are foreign code
that can raise anything when a file is malformed, so this is a border: whatever they raise becomes Damaged or TooLarge.
"""

from __future__ import annotations

import hashlib
import struct
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

import numpy as np
from PIL import Image, UnidentifiedImageError

from artistguard.decoding.values import Pixels
from artistguard.errors import Damaged, FileProblem, TooLarge
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

MOST_PIXELS: Final = 500_000_000
"""Of one frame, where the file is large enough to mean it."""
PLAIN_PIXELS: Final = 100_000_000
"""Of one frame, however small the file is; more needs a byte for every BOMB_RATIO pixels."""
BOMB_RATIO: Final = 200
MOST_FRAMES: Final = 20_000
MOST_PIXELS_IN_ALL: Final = 4_000_000_000
PLAIN_PIXELS_IN_ALL: Final = 200_000_000
"""Of all frames, however small the file is; frames that hardly differ take few bytes, hence the larger ratio."""
BOMB_RATIO_IN_ALL: Final = 2000
CANVAS: Final = frozenset({"GIF", "PNG", "WEBP", "AVIF"})
"""Formats whose frames all have the size of the first."""
BAND_BYTES: Final = 256 << 10
"""Small enough to stay in the processor's cache between unpacking and hashing."""
ORIENTATION: Final = 0x0112

# Exif orientation to the turn that makes the picture upright. Source: Exif 3.0, section 4.6.5.1, Orientation.
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

# Pillow keeps its bound in its module; ours is checked frame by frame before anything is decoded.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class Digesting(Protocol):
    """The part of a hashlib object that is needed here."""

    def update(self, data: bytes, /) -> None:
        """Take more bytes in."""

    def hexdigest(self) -> str:
        """The digest so far."""
        ...


@dataclass
class Gathering:
    """What is known while frames go by; lives only inside one call.

    Attributes:
        bytes: Size of the file.
        payload: Over size, mode and bytes of every frame.
        guard: Over what must not change beside the payload.
        frames: Seen so far.
        pixels: In all of them.
    """

    bytes: int
    payload: Digesting = field(default_factory=hashlib.sha256)
    guard: Digesting = field(default_factory=hashlib.sha256)
    frames: int = 0
    pixels: int = 0

    def admit(self, size: tuple[int, int]) -> None:
        """Refuse a frame that would take more memory or time than is safe, before it is decoded.

        Raises:
            TooLarge: A frame, or all of them together, are over the bounds.
        """
        admit(size, self.bytes)
        self.pixels += size[0] * size[1]
        self.frames += 1
        self.foresee(self.frames, self.pixels)

    def foresee(self, frames: int, pixels: int) -> None:
        """Refuse a number of frames before the first of them is decoded.

        Raises:
            TooLarge: All of them together are over the bounds.
        """
        in_all = min(MOST_PIXELS_IN_ALL, max(PLAIN_PIXELS_IN_ALL, self.bytes * BOMB_RATIO_IN_ALL))
        if frames > MOST_FRAMES or pixels > in_all:
            raise TooLarge("the picture has more frames than can be looked at safely")

    def take(self, frame: Image.Image, about: Sequence[object]) -> None:
        """Hash one decoded frame, and what is said about it."""
        head = f"{frame.mode} {frame.width} {frame.height}".encode()
        self.payload.update(struct.pack(">I", len(head)) + head)
        if frame.mode in {"P", "PA"}:
            self.payload.update(bytes(frame.getpalette(None) or ()))
        for band in _bands(frame):
            self.payload.update(band)
        self.guard.update(repr((head, *about)).encode())

    def result(self, first: Image.Image) -> Pixels:
        """The finished value."""
        payload = Digest(self.payload.hexdigest())
        self.guard.update(payload.hex.encode())
        return Pixels(first, self.frames, payload, Digest(self.guard.hexdigest()))


def admit(size: tuple[int, int], bytes_in_file: int) -> None:
    """Refuse a frame that would take more memory or time than is safe, before it is decoded.

    Args:
        size: Width and height in pixels.
        bytes_in_file: Size of the whole file.

    Raises:
        TooLarge: The frame is over the bounds.
    """
    area = size[0] * size[1]
    if area > MOST_PIXELS or area > max(PLAIN_PIXELS, bytes_in_file * BOMB_RATIO):
        raise TooLarge(f"the picture has {area // 1_000_000} million pixels in a file of {bytes_in_file} bytes")


def _bands(frame: Image.Image) -> Iterator[bytes]:
    """The bytes of a frame from top to bottom, some rows at a time, so that no second copy of it is made."""
    row = max(1, frame.width * 4)
    rows = max(1, BAND_BYTES // row)
    if frame.height <= rows or frame.mode == "1":
        yield frame.tobytes()
        return
    for top in range(0, frame.height, rows):
        yield frame.crop((0, top, frame.width, min(frame.height, top + rows))).tobytes()


@contextmanager
def border() -> Iterator[None]:
    """Turn whatever a decoder raises into our errors.

    Seen: UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError,
    AttributeError, AssertionError, OverflowError, RuntimeError, struct.error, zlib.error, MemoryError.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except FileProblem:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as cause:
        raise TooLarge("the picture is larger than can be decoded safely") from cause
    except UnidentifiedImageError as cause:
        raise Damaged("the picture cannot be recognised: its beginning is damaged") from cause
    except Exception as cause:  # a border: foreign decoders raise anything on malformed bytes
        raise Damaged(f"the picture cannot be decoded: {cause}") from cause


def pixels(source: BinaryIO, decoders: Sequence[str]) -> Pixels:
    """Decode a picture with Pillow.

    Args:
        source: Seekable stream of the whole file.
        decoders: The Pillow names that may try, such as ``("JPEG", "MPO")``, ``("TIFF",)``, ``("AVIF",)``.

    Returns:
        Every frame or page hashed, the first one as an upright RGB image with transparency laid on white.

    Raises:
        Damaged: Truncated, malformed, or none of these formats.
        TooLarge: More pixels or frames than are safe to decode.
    """
    gathering = Gathering(source.seek(0, 2))
    source.seek(0)
    with border(), Image.open(source, formats=list(decoders)) as picture:
        first: Image.Image | None = None
        for frame in _frames(picture, gathering):
            gathering.take(frame, _about(frame))
            first = upright(frame) if first is None else first
        if first is None:
            raise Damaged("the picture holds no frame")
        gathering.guard.update(repr((picture.format, picture.info.get("loop"))).encode())
        return gathering.result(first)


def _frames(picture: Image.Image, gathering: Gathering) -> Iterator[Image.Image]:
    """Each frame decoded in turn; the bound is checked before decoding."""
    # A Photoshop document without layers counts none, but has its merged picture.
    count: int = max(1, getattr(picture, "n_frames", 1))
    if picture.format in CANVAS:
        gathering.foresee(count, count * picture.width * picture.height)
    for index in range(count):
        if index:
            picture.seek(index)
        gathering.admit(picture.size)
        picture.load()
        yield picture


def _about(frame: Image.Image) -> tuple[object, ...]:
    """What must not change beside the pixels of a frame: colours, orientation, timing."""
    told = frame.info
    return (
        hashlib.sha256(told.get("icc_profile") or b"").hexdigest(),
        orientation(frame),
        told.get("duration"),
        getattr(frame, "disposal_method", told.get("disposal")),
        told.get("blend"),
        repr(told.get("transparency")),
    )


def orientation(frame: Image.Image) -> int:
    """Exif orientation, 1 to 8; 1 where there is none or where the Exif block is damaged."""
    try:
        told = frame.getexif().get(ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - a border: Pillow raises anything on a damaged Exif block, and pixels may be sound
        return 1
    return told if isinstance(told, int) and 1 <= told <= 8 else 1


def upright(frame: Image.Image) -> Image.Image:
    """A new RGB image: eight bits a channel, orientation applied, transparency laid on white."""
    turn = TURNS.get(orientation(frame))
    flat = on_white(frame)
    return flat if turn is None else flat.transpose(turn)


def on_white(frame: Image.Image) -> Image.Image:
    """A new RGB image, eight bits a channel, transparency laid on white; orientation is left as it is."""
    if frame.mode in {"I", "F"} or frame.mode.startswith("I;"):
        return Image.fromarray(_eight_bits(np.asarray(frame))).convert("RGB")
    if frame.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in frame.info:
        return _laid_on_white(frame)
    # A copy even of RGB: the frame's own memory goes when the file is closed or the next frame comes.
    return frame.copy() if frame.mode == "RGB" else frame.convert("RGB")


def _laid_on_white(frame: Image.Image) -> Image.Image:
    clear = frame.convert("RGBA")
    white = Image.new("RGB", clear.size, (255, 255, 255))
    white.paste(clear, mask=clear.getchannel("A"))
    return white


def _eight_bits(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Grey values of any depth as 0..255; floating point is scaled by its largest value unless that is at most 1.

    16-bit values lose their low byte; 32-bit integers count as 16-bit where they fit into it.
    """
    scaled = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    top = float(scaled.max(initial=0.0))
    whole = np.issubdtype(values.dtype, np.integer)
    limit = (65535.0 if top <= 65535.0 else 4294967295.0) if whole else max(1.0, top)
    eight: NDArray[np.uint8] = np.clip(scaled * (255.0 / limit), 0, 255).astype(np.uint8)
    return eight
