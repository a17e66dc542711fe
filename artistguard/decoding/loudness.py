"""What shows a recording at a glance: the picture it carries, or how loud it is from beginning to end.

A short recording is decoded through; of a long one a moment is decoded for each bar, so that an hour costs no more
than a minute.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import av
import numpy as np

from artistguard.decoding.audio import HIGHEST_RATE, MOST_CHANNELS, Door, demuxer_of, is_cover
from artistguard.errors import Damaged, FileProblem, TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from numpy.typing import NDArray

    Result = TypeVar("Result")

LARGEST_COVER: Final = 32 * 1024 * 1024
MOST_COVERS: Final = 16
THROUGH_SECONDS: Final = 60
"""Recordings up to this length are decoded from beginning to end."""
MOST_FRAMES: Final = 1 << 15
"""Of a recording that does not tell its length: a quarter of an hour of music, as most codecs cut it."""
PACKETS_A_BAR: Final = 64
BAR_SECONDS: Final = 0.5
"""Decoded for one bar of a long recording, so that beats do not show as teeth."""
_BLOCK: Final = 64  # samples that become one number; a thousandth of a second
_FULL: Final = {"i": lambda kind: float(np.iinfo(kind).max), "u": lambda kind: float(np.iinfo(kind).max) / 2}


def cover(source: BinaryIO) -> bytes:
    """The picture that a recording carries: the front cover where several are told apart.

    Args:
        source: Seekable stream of a FLAC, MP3, WAV, AIFF, Ogg or MP4 file.

    Returns:
        The picture's own file (JPEG, PNG …), empty where there is none.

    Raises:
        Damaged: It is no recording.
    """
    return _opened(source, _cover)


def loudness(source: BinaryIO, bars: int) -> NDArray[np.float32]:
    """How loud a recording is from beginning to end.

    Args:
        source: Seekable stream, as above.
        bars: How many values are wanted.

    Returns:
        Shape (bars,): root mean square of each part, 1 being full scale.

    Raises:
        Damaged: Nothing of it can be decoded.
        TooLarge: It has more channels or a higher rate than any recording has.
    """
    return _opened(source, lambda container: _loudness(container, bars))


def _opened(source: BinaryIO, look: Callable[[Any], Result]) -> Result:
    demuxer = demuxer_of(source)
    source.seek(0)
    try:
        with av.open(Door(source), format=demuxer) as container:
            return look(container)
    except FileProblem:
        raise
    except Exception as trouble:  # seen: FFmpegError, ValueError, MemoryError
        raise Damaged("The recording in this file cannot be decoded.") from trouble


def _cover(container: Any) -> bytes:  # noqa: ANN401 - PyAV hands out its parts without types
    pictures = [stream for stream in container.streams.video if is_cover(stream)][:MOST_COVERS]
    # FFmpeg tells the kind of picture as a comment, in the words of ID3 2.4.0, section 4.14.
    pictures.sort(key=lambda stream: "front" not in stream.metadata.get("comment", "").lower())
    for stream in pictures:
        packet = next((one for one in container.demux(stream) if one.size), None)
        if packet is not None and packet.size <= LARGEST_COVER:
            return bytes(packet)
    return b""


def _loudness(container: Any, bars: int) -> NDArray[np.float32]:  # noqa: ANN401 - see above
    if not container.streams.audio:
        raise Damaged("There is no recording in this file.")
    sound = container.streams.audio[0]
    seconds = (container.duration or 0) / av.time_base
    if seconds <= THROUGH_SECONDS:
        return _through(container, sound, bars)
    values = [_moment(container, sound, (at + 0.5) / bars * container.duration) for at in range(bars)]
    if not any(values):
        # Some files cannot be jumped about in: then their beginning has to stand for them.
        container.seek(0)
        return _through(container, sound, bars)
    return np.asarray(values, dtype=np.float32)


def _through(container: Any, sound: Any, bars: int) -> NDArray[np.float32]:  # noqa: ANN401 - see above
    blocks = [_squares(frame) for frame in _frames(container, sound, MOST_FRAMES)]
    if not blocks:
        raise Damaged("Nothing of the recording in this file can be decoded.")
    whole = np.concatenate(blocks)
    edges = np.linspace(0, len(whole), bars + 1).astype(np.intp)
    parts = (whole[start : max(stop, start + 1)] for start, stop in pairwise(edges))
    return np.sqrt(np.asarray([part.mean() if len(part) else 0.0 for part in parts], dtype=np.float32))


def _moment(container: Any, sound: Any, microseconds: float) -> float:  # noqa: ANN401 - see above
    try:
        container.seek(int(microseconds))
        return _mean(_frames(container, sound, PACKETS_A_BAR))
    except av.error.FFmpegError:
        return 0.0


def _mean(frames: Iterator[Any]) -> float:
    """Root mean square of the next half second."""
    total, count, seconds = 0.0, 0, 0.0
    for frame in frames:
        squares = _squares(frame)
        total += float(squares.sum())
        count += len(squares)
        seconds += frame.samples / max(1, frame.sample_rate)
        if seconds >= BAR_SECONDS:
            break
    return float((total / max(1, count)) ** 0.5)


def _frames(container: Any, sound: Any, most: int) -> Iterator[Any]:  # noqa: ANN401 - see above
    """Decoded frames that hold something; spoiled packets are passed over, as players do."""
    left = most
    for packet in container.demux(sound):
        left -= 1
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            frames = []
        for frame in frames:
            if frame.sample_rate > HIGHEST_RATE or frame.layout.nb_channels > MOST_CHANNELS:
                raise TooLarge("The recording has more channels or a higher rate than can be worked on.")
            if frame.samples:
                yield frame
        if left <= 0:
            return


def _squares(frame: Any) -> NDArray[np.float32]:  # noqa: ANN401 - see above
    """Mean square of every thousandth of a second, over all channels."""
    values = frame.to_ndarray()
    kind = values.dtype
    sound = values.T.ravel() if frame.format.is_planar else values.ravel()
    scaled = sound.astype(np.float32)
    if kind.kind == "u":
        scaled -= _FULL["u"](kind)
    if kind.kind in _FULL:
        scaled /= _FULL[kind.kind](kind)
    scaled = np.clip(np.nan_to_num(scaled, copy=False, nan=0.0, posinf=0.0, neginf=0.0), -1.0, 1.0)
    length = _BLOCK * frame.layout.nb_channels
    whole = len(scaled) // length * length
    if not whole:
        return np.asarray([np.square(scaled).mean()], dtype=np.float32)
    squares: NDArray[np.float32] = np.square(scaled[:whole]).reshape(-1, length).mean(axis=1, dtype=np.float32)
    return squares
