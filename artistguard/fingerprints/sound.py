"""Whether two recordings sound alike: their raw Chromaprints laid over one another at the best place.

Bits that hardly ever change agree by chance, in drones and room tone most of all. So the share of differing bits is
held against the share that these two recordings would differ by if they had nothing to do with one another, as
Cohen's kappa does for two judges: 0 is the same, 1 is no more than chance.

Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", 1960, for correcting agreement for chance; J. Haitsma
and T. Kalker, "A Highly Robust Audio Fingerprinting System", ISMIR 2002, section 4, for bit error rates at the best
alignment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BITS = 32
LEAST_ITEMS = 20
"""Shortest overlap that is looked at, 2.5 seconds and what each item hears ahead: five seconds of sound."""
MOST_ITEMS = 40_000
"""As much of a recording as is compared, 82 minutes from its start; it bounds the time that a record can cost."""
LEAST_EXPECTED = 0.08
"""Two stretches of which chance alone expects fewer differing bits say nothing, whatever they share."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The best place at which two recordings lie over one another.

    Attributes:
        relative: Share of differing bits over the share expected by chance; 0 the same, 1 unrelated.
        items: Length of the overlap in Chromaprint items.
        share: Of the longer of the two recordings that the overlap covers, 0..1.
    """

    relative: float
    items: int
    share: float


APART = Overlay(1.0, 0, 0.0)


def overlay(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> Overlay:
    """Lay two raw fingerprints over one another at the best place.

    Every place is tried at once through the Fourier transform of each bit's course, in time n log n.

    Args:
        one: Shape (n,).
        other: Shape (m,).

    Returns:
        The best overlay, or APART where none is long and lively enough to say anything.
    """
    one, other = one[:MOST_ITEMS], other[:MOST_ITEMS]
    shorter = min(len(one), len(other))
    if shorter < LEAST_ITEMS:
        return APART
    # At least half of the shorter one, so that two edges that chance to agree are not taken for the whole.
    least = max(LEAST_ITEMS, shorter // 2)
    shifts = np.arange(least - len(one), len(other) - least + 1)
    start = np.maximum(shifts, 0)
    length = np.minimum(len(other), len(one) + shifts) - start
    differing, expected = _rates(one, other, shifts, start, length)
    relative = np.where(expected < LEAST_EXPECTED, 1.0, differing / np.maximum(expected, LEAST_EXPECTED))
    best = int(relative.argmin())
    items = int(length[best])
    return Overlay(float(relative[best]), items, items / max(len(one), len(other)))


def _rates(
    one: NDArray[np.uint32],
    other: NDArray[np.uint32],
    shifts: NDArray[np.int64],
    start: NDArray[np.int64],
    length: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The share of bits that differ at each shift, and the share that would by chance."""
    size = 1 << (len(one) + len(other) - 1).bit_length()
    differing = np.zeros(len(shifts))
    expected = np.zeros(len(shifts))
    for bit in range(_BITS):
        first, second = (_course(codes, bit) for codes in (one, other))
        together = np.fft.irfft(np.fft.rfft(second, size) * np.conj(np.fft.rfft(first, size)), size)[shifts]
        ones_first = _sum_between(first, start - shifts, length)
        ones_second = _sum_between(second, start, length)
        differing += ones_first + ones_second - 2 * together
        mean_first, mean_second = ones_first / length, ones_second / length
        expected += mean_first + mean_second - 2 * mean_first * mean_second
    return differing.round() / (_BITS * length), expected / _BITS


def _course(codes: NDArray[np.uint32], bit: int) -> NDArray[np.float64]:
    return ((codes >> np.uint32(bit)) & np.uint32(1)).astype(np.float64)


def _sum_between(
    values: NDArray[np.float64], start: NDArray[np.int64], length: NDArray[np.int64]
) -> NDArray[np.float64]:
    sums = np.concatenate([np.zeros(1), values.cumsum()])
    return np.asarray(sums[start + length] - sums[start])
