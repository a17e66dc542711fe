"""Recordings as samples: every decoded sample goes into a digest, a thin mono copy is kept for the fingerprints.

The file is streamed through the decoder, so that its length costs time and hardly any memory: of each second only
11,025 numbers stay. Which demuxer reads it is decided here from the first bytes and never guessed by the library,
whose guesses include play lists that open other files.

Source: the codecs are FFmpeg's affair (through PyAV); rate and mixing to one channel are those that Chromaprint takes
(``CODE_RATE``).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

import av
import numpy as np
from av.stream import Disposition

from artistguard.decoding.values import CODE_RATE, Samples
from artistguard.errors import Damaged, TooLarge
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from numpy.typing import NDArray

LONGEST_SECONDS = 24 * 3600
"""A longer recording would take more than 4 GB of memory even as thin mono."""
MOST_CHANNELS = 64
HIGHEST_RATE = 1_536_000
_SIGNATURES = (
    (b"fLaC", "flac"),
    (b"RIFF", "wav"),
    (b"RF64", "wav"),
    (b"BW64", "wav"),
    (b"FORM", "aiff"),
    (b"OggS", "ogg"),
)


def samples(source: BinaryIO) -> Samples:
    """Decode a recording; pictures and films in the same file are not decoded.

    Args:
        source: Seekable stream of a FLAC, MP3, WAV, AIFF, Ogg or MP4 file.

    Returns:
        The samples. The payload digest runs over interleaved samples in the decoder's own sample format and the
        machine's byte order (little-endian everywhere we run), so it does not depend on how packets are cut.

    Raises:
        Damaged: Not a recording, or nothing of it can be decoded.
        TooLarge: Longer than a day, or more channels or a higher rate than any recording has.
    """
    demuxer = demuxer_of(source)
    source.seek(0)
    try:
        with av.open(Door(source), format=demuxer) as container:
            return _through(container)
    except (Damaged, TooLarge):
        raise
    except Exception as trouble:  # seen: FFmpegError, ValueError, MemoryError
        raise Damaged("The recording in this file cannot be decoded.") from trouble


class Door:
    """The stream as the decoder sees it: a seek to nowhere is answered as C does, with -1, not with an exception."""

    def __init__(self, source: BinaryIO) -> None:
        self.source = source

    def read(self, count: int) -> bytes:
        """At most so many bytes."""
        return self.source.read(count)

    def tell(self) -> int:
        """Where it stands."""
        return self.source.tell()

    def seek(self, offset: int, whence: int = 0) -> int:
        """The new place, or -1."""
        try:
            return self.source.seek(offset, whence)
        except (OSError, ValueError, OverflowError):
            return -1


def demuxer_of(source: BinaryIO) -> str:
    """FFmpeg's name for what reads a stream, decided by its first bytes."""
    source.seek(0)
    head = source.read(16)
    if head[:3] == b"ID3" and len(head) >= 10:
        source.seek(_after_id3(head))
        behind = source.read(4)
        return "flac" if behind == b"fLaC" else "mp3"
    if head[4:8] in {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide"}:
        return "mov"
    return next((name for signature, name in _SIGNATURES if head.startswith(signature)), "mp3")


def _after_id3(head: bytes) -> int:
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if head[3] == 4 and head[5] & 0x10 else 0)


@dataclass(slots=True)
class _Mixer:
    """Takes frames of any kind and keeps a thin mono copy."""

    pieces: list[NDArray[np.float32]] = field(default_factory=list)
    kind: tuple[str, str, int] = ("", "", 0)
    resampler: Any = None

    def take(self, frame: Any) -> None:  # noqa: ANN401 - PyAV hands out frames without types
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        if kind != self.kind:
            self.finish()
            self.kind = kind
            self.resampler = av.AudioResampler(format="fltp", layout=frame.layout, rate=CODE_RATE)
        frame.pts = None
        self._keep(self.resampler.resample(frame))

    def finish(self) -> None:
        if self.resampler is not None:
            self._keep(self.resampler.resample(None))
            self.resampler = None

    def _keep(self, frames: list[Any]) -> None:
        for frame in frames:
            # The plain mean, as Chromaprint mixes; the library's own mix of full stereo would go beyond 1.
            piece = frame.to_ndarray().mean(axis=0, dtype=np.float32)
            np.nan_to_num(piece, copy=False, nan=0.0, posinf=1.0, neginf=-1.0)
            self.pieces.append(np.clip(piece, -1.0, 1.0, out=piece))

    def mono(self) -> NDArray[np.float32]:
        self.finish()
        if not self.pieces:
            return np.zeros(0, dtype=np.float32)
        return np.concatenate(self.pieces)


@dataclass(slots=True)
class _Run:
    """What is known while the packets pass."""

    payload: Any = field(default_factory=hashlib.sha256)
    pictures: Any = field(default_factory=hashlib.sha256)
    mixer: _Mixer = field(default_factory=_Mixer)
    count: int = 0
    rate: int = 0
    channels: int = 0
    spoiled: int = 0

    def hear(self, frame: Any) -> None:  # noqa: ANN401 - see above
        if frame.sample_rate > HIGHEST_RATE or frame.layout.nb_channels > MOST_CHANNELS:
            raise TooLarge("The recording has more channels or a higher rate than can be worked on.")
        self.rate = self.rate or frame.sample_rate
        self.channels = self.channels or frame.layout.nb_channels
        self.count += frame.samples
        if self.count > LONGEST_SECONDS * max(self.rate, 8000):
            raise TooLarge("The recording is longer than a day.")
        block = frame.to_ndarray()
        self.payload.update(np.ascontiguousarray(block.T if frame.format.is_planar else block).tobytes())
        self.mixer.take(frame)


def _through(container: Any) -> Samples:  # noqa: ANN401 - see above
    if not container.streams.audio:
        raise Damaged("There is no recording in this file.")
    sound = container.streams.audio[0]
    covers = {stream.index for stream in container.streams.video if is_cover(stream)}
    run = _Run()
    wanted = [sound, *(stream for stream in container.streams.video if stream.index in covers)]
    for packet in container.demux(wanted):
        if packet.stream.index in covers:
            run.pictures.update(bytes(packet))
        else:
            for frame in _frames(packet, run):
                run.hear(frame)
    if run.spoiled and not run.count:
        raise Damaged("Nothing of the recording in this file can be decoded.")
    return _told(run, sound, container)


def is_cover(stream: Any) -> bool:  # noqa: ANN401 - see above
    """Whether a stream is a picture of the recording, not a film."""
    return bool(stream.disposition & Disposition.attached_pic)


def _frames(packet: Any, run: _Run) -> Iterator[Any]:  # noqa: ANN401 - see above
    try:
        yield from packet.decode()
    except av.error.FFmpegError:
        # Players skip a spoiled packet too: a cut last frame or junk between frames is ordinary in MP3.
        run.spoiled += 1


def _told(run: _Run, sound: Any, container: Any) -> Samples:  # noqa: ANN401 - see above
    rate = run.rate or sound.rate or 0
    channels = run.channels or sound.channels or 0
    if not rate or not channels:
        raise Damaged("The file does not say how its recording is to be played.")
    payload = Digest(run.payload.hexdigest())
    guard = hashlib.sha256(payload.hex.encode("ascii"))
    guard.update(struct.pack("<QQ", rate, channels))
    guard.update(run.pictures.digest())
    guard.update(_chapters(container).encode("utf-8", "surrogatepass"))
    return Samples(run.mixer.mono(), run.count / rate, rate, channels, payload, Digest(guard.hexdigest()))


def _chapters(container: Any) -> str:  # noqa: ANN401 - see above
    return repr(
        [
            (mark["start"], mark["end"], str(mark["time_base"]), sorted(mark["metadata"].items()))
            for mark in container.chapters()
        ]
    )
