"""MPEG audio layer III: where the first frame stands and how long the recording plays.

Source: ISO/IEC 11172-3:1993 section 2.4.1.3 and ISO/IEC 13818-3 (frame header); the Xing and LAME header as LAME's
documentation describes it ("Mp3 Info Tag rev 1").
"""

from __future__ import annotations

from dataclasses import dataclass

HEADER_BYTES = 4
_BITRATES = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""In kbit/s by index, for MPEG 1 and for MPEG 2 and 2.5."""
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""In Hz by version bits: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame's header.

    Attributes:
        rate: Sampling rate in Hz.
        bitrate: In bit/s; 0 for free format.
        samples: In the frame, per channel.
        size: In bytes, header included; 0 for free format.
        side: Bytes between the header and the main data, where a Xing header would begin.
    """

    rate: int
    bitrate: int
    samples: int
    size: int
    side: int


def header(content: bytes, at: int = 0) -> Frame | None:
    """The layer III frame header at an offset, or None where there is none."""
    if at + HEADER_BYTES > len(content) or content[at] != 0xFF or content[at + 1] & 0xE6 != 0xE2:
        return None
    version = content[at + 1] >> 3 & 3
    index, rate_index = content[at + 2] >> 4, content[at + 2] >> 2 & 3
    if version == 1 or index == 15 or rate_index == 3 or content[at + 3] & 3 == 2:
        return None
    first = version == 3
    rate = _RATES[version][rate_index]
    bitrate = _BITRATES[1 if first else 2][index] * 1000
    samples = 1152 if first else 576
    size = samples // 8 * bitrate // rate + (content[at + 2] >> 1 & 1) if bitrate else 0
    mono = content[at + 3] >> 6 == 3
    side = (17 if mono else 32) if first else (9 if mono else 17)
    return Frame(rate, bitrate, samples, size, side)


def first(content: bytes, *, whole: bool) -> int | None:
    """Offset of the first frame that is followed by another one, or by the end.

    Args:
        content: The bytes to look through.
        whole: Whether the recording ends where the bytes end, so that nothing need follow the last frame.
    """
    at = content.find(b"\xff")
    while at >= 0:
        frame = header(content, at)
        if frame is not None and _goes_on(content, at + frame.size, frame, whole=whole):
            return at
        at = content.find(b"\xff", at + 1)
    return None


def _goes_on(content: bytes, behind: int, frame: Frame, *, whole: bool) -> bool:
    if not frame.size:
        return False
    if behind + HEADER_BYTES > len(content):
        return whole and behind == len(content)
    after = header(content, behind)
    if after is not None:
        return after.rate == frame.rate
    return whole and content[behind : behind + 3] in {b"TAG", b"APE", b"LYR", b"ID3"}


def seconds(content: bytes, at: int, audio_bytes: int) -> float:
    """How long the recording plays.

    Args:
        content: Bytes that hold the first frame.
        at: Offset of that frame.
        audio_bytes: From there to the end of the recording.

    Returns:
        After the Xing header where there is one (delay and padding taken off as LAME tells them), else reckoned from
        the bitrate of the first frame.
    """
    frame = header(content, at)
    if frame is None:
        return 0.0
    xing = at + HEADER_BYTES + frame.side
    if content[xing : xing + 4] in {b"Xing", b"Info"} and content[xing + 7] & 1:
        count = int.from_bytes(content[xing + 8 : xing + 12], "big") * frame.samples
        return max(0, count - _trimmed(content, xing)) / frame.rate
    return audio_bytes * 8 / frame.bitrate if frame.bitrate else 0.0


def _trimmed(content: bytes, xing: int) -> int:
    flags = content[xing + 7]
    lame = xing + 8 + 4 * (flags & 1) + 4 * (flags >> 1 & 1) + 100 * (flags >> 2 & 1) + 4 * (flags >> 3 & 1)
    if content[lame : lame + 4] not in {b"LAME", b"Lavc", b"Lavf"} or len(content) < lame + 24:
        return 0
    both = int.from_bytes(content[lame + 21 : lame + 24], "big")
    return (both >> 12) + (both & 0xFFF)
