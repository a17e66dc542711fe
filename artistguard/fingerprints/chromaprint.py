"""Chromaprint, algorithm 1, as numpy: a 32-bit item for every eighth of a second of sound.

How it works: the spectrum of overlapping frames is folded into the twelve semitones, smoothed over five frames and
brought to unit length; sixteen filters compare areas of that picture of sound, and each gives two bits.

Source: L. Lalinský, "How does Chromaprint work?" (oxygene.sk, 2011) for the method, after Y. Ke, D. Hoiem and R.
Sukthankar, "Computer Vision for Music Identification", CVPR 2005; the constants are those that Chromaprint publishes
for its algorithm "TEST2", the default of ``fpcalc``. Checked against ``fpcalc -raw`` in the tests.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from artistguard.decoding.values import CODE_RATE
from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

FRAME = 4096
"""Samples in a frame, 0.37 s."""
HOP = FRAME // 3
"""Samples from one frame to the next, so that an item stands for 0.124 s."""
_LOWEST, _HIGHEST = 28, 3520
"""Hertz: the notes that are looked at."""
_REFERENCE = 440 / 16
_NOTES = 12
_SMOOTHING = (0.25, 0.75, 1.0, 0.75, 0.25)
_FAINTEST = 0.01
"""Below this length a column counts as silence."""
_WINDOW = 16
_BLOCK = 512
"""Frames transformed at once, to bound memory."""
_GRAY = np.array([0, 1, 3, 2], np.uint32)
MOST_ITEMS = 174_000
"""Items that the text form holds at most: the first six hours, so that a record stays below one mebibyte."""
LONGEST_TEXT = 1 << 20
"""Characters of a text form that are read at most."""


@dataclass(frozen=True, slots=True)
class _Filter:
    """One comparison of two areas and the three steps at which its outcome is cut into four classes.

    Attributes:
        shape: Which areas, see ``_SHAPES``.
        note: First semitone.
        notes: How many semitones.
        columns: How many columns of time.
        steps: The three borders between the four classes.
    """

    shape: int
    note: int
    notes: int
    columns: int
    steps: tuple[float, float, float]


_FILTERS = (
    _Filter(0, 4, 3, 15, (1.98215, 2.35817, 2.63523)),
    _Filter(4, 4, 6, 15, (-1.03809, -0.651211, -0.282167)),
    _Filter(1, 0, 4, 16, (-0.298702, 0.119262, 0.558497)),
    _Filter(3, 8, 2, 12, (-0.105439, 0.0153946, 0.135898)),
    _Filter(3, 4, 4, 8, (-0.142891, 0.0258736, 0.200632)),
    _Filter(4, 0, 3, 5, (-0.826319, -0.590612, -0.368214)),
    _Filter(1, 2, 2, 9, (-0.557409, -0.233035, 0.0534525)),
    _Filter(2, 7, 3, 4, (-0.0646826, 0.00620476, 0.0784847)),
    _Filter(2, 6, 2, 16, (-0.192387, -0.029699, 0.215855)),
    _Filter(2, 1, 3, 2, (-0.0397818, -0.00568076, 0.0292026)),
    _Filter(5, 10, 1, 15, (-0.53823, -0.369934, -0.190235)),
    _Filter(3, 6, 2, 10, (-0.124877, 0.0296483, 0.139239)),
    _Filter(2, 1, 1, 14, (-0.101475, 0.0225617, 0.231971)),
    _Filter(3, 5, 6, 4, (-0.0799915, -0.00729616, 0.063262)),
    _Filter(1, 9, 2, 12, (-0.272556, 0.019424, 0.302559)),
    _Filter(3, 4, 2, 14, (-0.164292, -0.0321188, 0.0846339)),
)


def items(mono: NDArray[np.float32]) -> NDArray[np.uint32]:
    """The raw fingerprint of a recording.

    Args:
        mono: Shape (n,), -1..1, at CODE_RATE.

    Returns:
        Shape (k,); empty for less than 2.7 s, since an item looks at 16 smoothed columns.
    """
    columns = _unit(_smooth(_semitones(mono)))
    count = len(columns) - _WINDOW + 1
    if count <= 0:
        return np.zeros(0, np.uint32)
    sums = np.zeros((len(columns) + 1, _NOTES + 1))
    sums[1:, 1:] = columns.cumsum(0).cumsum(1)
    found = np.zeros(count, np.uint32)
    for each in _FILTERS:
        found = (found << np.uint32(2)) | _classes(sums, each, count)
    return found


def _semitones(mono: NDArray[np.float32]) -> NDArray[np.float64]:
    """Energy of each semitone in each frame; shape (frames, 12)."""
    if len(mono) < FRAME:
        return np.zeros((0, _NOTES))
    frames = np.lib.stride_tricks.sliding_window_view(mono, FRAME)[::HOP]
    window = np.hamming(FRAME)
    blocks = (frames[start : start + _BLOCK] * window for start in range(0, len(frames), _BLOCK))
    return np.concatenate([_folded(np.fft.rfft(block, axis=1)) for block in blocks])


def _folded(spectrum: NDArray[np.complex128]) -> NDArray[np.float64]:
    """The energy of all octaves of each semitone; shape (frames, 12)."""
    first, end = (max(1, round(FRAME * hertz / CODE_RATE)) for hertz in (_LOWEST, _HIGHEST))
    tones = np.floor(_NOTES * np.log2(np.arange(first, end) * CODE_RATE / FRAME / _REFERENCE)).astype(np.int64)
    tone, starts = np.unique(tones, return_index=True)
    part = spectrum[:, first:end]
    energy = np.add.reduceat(part.real**2 + part.imag**2, starts, axis=1)
    return np.stack([energy[:, tone % _NOTES == note].sum(1) for note in range(_NOTES)], axis=1)


def _smooth(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    count = max(0, len(columns) - len(_SMOOTHING) + 1)
    smoothed = np.zeros((count, _NOTES))
    for place, weight in enumerate(_SMOOTHING):
        smoothed += weight * columns[place : place + count]
    return smoothed


def _unit(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.sqrt((columns**2).sum(1, keepdims=True))
    return np.where(lengths < _FAINTEST, 0.0, columns / np.maximum(lengths, _FAINTEST))


def _classes(sums: NDArray[np.float64], each: _Filter, count: int) -> NDArray[np.uint32]:
    """The two bits that one filter gives at every place."""

    def area(left: int, right: int, low: int, high: int) -> NDArray[np.float64]:
        # Columns left..right and semitones low..high of the filter's own window, for every place it can stand at.
        bottom, top = each.note + low, each.note + high
        ends, starts = sums[right : right + count], sums[left : left + count]
        return np.asarray(ends[:, top] - ends[:, bottom] - starts[:, top] + starts[:, bottom])

    inside, against = _SHAPES[each.shape](area, each.columns, each.notes)
    value = np.log1p(np.maximum(inside, 0)) - np.log1p(np.maximum(against, 0))
    return _GRAY[np.searchsorted(np.array(each.steps), value, side="right")]


if TYPE_CHECKING:
    _Area = Callable[[int, int, int, int], NDArray[np.float64]]
    _Pair = tuple[NDArray[np.float64], NDArray[np.float64]]


def _whole(area: _Area, width: int, height: int) -> _Pair:
    whole = area(0, width, 0, height)
    return whole, np.zeros_like(whole)


def _above_below(area: _Area, width: int, height: int) -> _Pair:
    half = height // 2
    return area(0, width, half, height), area(0, width, 0, half)


def _later_earlier(area: _Area, width: int, height: int) -> _Pair:
    half = width // 2
    return area(half, width, 0, height), area(0, half, 0, height)


def _crosswise(area: _Area, width: int, height: int) -> _Pair:
    time, tone = width // 2, height // 2
    rising = area(0, time, tone, height) + area(time, width, 0, tone)
    falling = area(0, time, 0, tone) + area(time, width, tone, height)
    return rising, falling


def _middle_notes(area: _Area, width: int, height: int) -> _Pair:
    third = height // 3
    return area(0, width, third, 2 * third), area(0, width, 0, third) + area(0, width, 2 * third, height)


def _middle_time(area: _Area, width: int, height: int) -> _Pair:
    third = width // 3
    return area(third, 2 * third, 0, height), area(0, third, 0, height) + area(2 * third, width, 0, height)


_SHAPES = (_whole, _above_below, _later_earlier, _crosswise, _middle_notes, _middle_time)


def to_text(raw: NDArray[np.uint32]) -> str:
    """The text form: little-endian 32-bit items, MOST_ITEMS of them at most, in base64url without padding."""
    return base64.urlsafe_b64encode(raw[:MOST_ITEMS].astype("<u4").tobytes()).decode("ascii").rstrip("=")


def from_text(text: str) -> NDArray[np.uint32]:
    """The items of a text form.

    Raises:
        Damaged: It is no such form, or longer than LONGEST_TEXT.
    """
    if len(text) > LONGEST_TEXT:
        raise Damaged("this sound code is too long")
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise Damaged("this sound code does not read back") from error
    if len(packed) % 4:
        raise Damaged("this sound code ends in the middle of an item")
    return np.frombuffer(packed, "<u4").astype(np.uint32)
