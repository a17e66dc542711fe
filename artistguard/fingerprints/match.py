"""Whether two sets of codes show the same work, and how much that is worth.

The limits were set on real pictures, recordings and books; docs/fingerprints.md tells how, and what they let through.
A likeness is evidence only where it is exact or strong enough that unrelated works are not known to reach it.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.errors import Damaged
from artistguard.fingerprints import chromaprint, iscc, sound
from artistguard.fingerprints.values import (
    CHROMAPRINT,
    ISCC,
    PAYLOAD,
    PDQ,
    PHASH64,
    PHASH256,
    SHA256,
    UNLIKE,
    Codes,
    Kind,
    Likeness,
)
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CHANCE = 128
"""Bits of 256 by which two unrelated codes differ on average."""

IMAGE_SAME = 80
"""pHash-256 and PDQ distances added: at most this alone is the same picture."""
IMAGE_BORDERLINE = 120
IMAGE_ISCC_SAME = 40
"""Up to the borderline the same picture where the ISCC is as near as this too."""
IMAGE_SIMILAR = 150
IMAGE_ISCC_SIMILAR = 60
PDQ_ALONE = 31
"""Where there is nothing but PDQ.

Source: hashing.pdf of the ThreatExchange repository, section PDQ: the recommended distance for a match.
"""
PHASH64_SIMILAR = 10

AUDIO_SAME = 0.65
AUDIO_SHORT_SAME = 0.4
AUDIO_LONG_ITEMS = 81
"""Ten seconds; a shorter overlap has to agree better."""
AUDIO_SHARE = 0.5
"""The overlap covers at least this much of the longer recording, or only a part is shared."""
AUDIO_ISCC_SIMILAR = 47

TEXT_SAME = 80
TEXT_SIMILAR = 96


@dataclass(frozen=True, slots=True)
class Lookup:
    """A code by which an index finds what is worth comparing.

    Attributes:
        name: Of the code.
        radius: In bits of 256. Everything that counts as evidence or hint lies within one of the lookups of its medium,
            save recordings altered more than usual.
        evidence: The same for everything that counts as evidence.
        rare: So near unrelated works are hardly ever: whatever is within must be looked at, however many there are.
    """

    name: str
    radius: int
    evidence: int
    rare: int


LOOKUPS: Mapping[Medium, tuple[Lookup, ...]] = MappingProxyType(
    {
        # Of two distances that make up the limit together, one is at most half of it.
        Medium.IMAGE: (
            Lookup(PHASH256, IMAGE_SIMILAR // 2, IMAGE_SAME // 2, IMAGE_SAME // 2),
            Lookup(PDQ, IMAGE_SIMILAR // 2, IMAGE_SAME // 2, IMAGE_SAME // 2),
            Lookup(ISCC, IMAGE_ISCC_SIMILAR, IMAGE_ISCC_SAME, IMAGE_ISCC_SAME),
        ),
        Medium.AUDIO: (Lookup(ISCC, 72, 72, AUDIO_ISCC_SIMILAR),),
        Medium.TEXT: (Lookup(ISCC, TEXT_SIMILAR, TEXT_SAME, TEXT_SAME),),
    }
)


def compare(one: Codes, other: Codes) -> Likeness:
    """What two files or records have in common.

    Only equal bytes prove anything where one of them is not distinctive. A code that is missing or does not read back
    counts as not there.

    Returns:
        The strongest likeness found.
    """
    if _equal(one, other, SHA256):
        return Likeness(Kind.EXACT, 1.0, SHA256, evidence=True)
    if one.medium is None or one.medium != other.medium or not (one.distinctive and other.distinctive):
        return UNLIKE
    if _equal(one, other, PAYLOAD):
        return Likeness(Kind.PAYLOAD, 1.0, PAYLOAD, evidence=True)
    return _BY_MEDIUM[one.medium](one.values, other.values)


def _equal(one: Codes, other: Codes, name: str) -> bool:
    value = one.values.get(name, "")
    return bool(value) and value == other.values.get(name)


def _images(one: Mapping[str, str], other: Mapping[str, str]) -> Likeness:
    standard = _iscc_distance(one, other)
    near_standard = standard is not None and standard <= IMAGE_ISCC_SIMILAR
    phash, pdq = _hex_distance(one, other, PHASH256, 64), _hex_distance(one, other, PDQ, 64)
    if phash is not None and pdq is not None:
        return _by_both(phash + pdq, standard)
    if pdq is not None and pdq <= PDQ_ALONE:
        return _same(pdq, PDQ)
    if near_standard and standard is not None:
        return _similar(standard, ISCC)
    legacy = _hex_distance(one, other, PHASH64, 16)
    if legacy is not None and legacy <= PHASH64_SIMILAR:
        return _similar(4 * legacy, PHASH64)
    return UNLIKE


def _by_both(total: int, standard: int | None) -> Likeness:
    both = f"{PHASH256}+{PDQ}"
    if total <= IMAGE_SAME:
        return _same(total / 2, both)
    if total <= IMAGE_BORDERLINE and standard is not None and standard <= IMAGE_ISCC_SAME:
        return _same(total / 2, f"{ISCC}+{both}")
    if total <= IMAGE_SIMILAR:
        return _similar(total / 2, both)
    if standard is not None and standard <= IMAGE_ISCC_SIMILAR:
        return _similar(standard, ISCC)
    return UNLIKE


def _recordings(one: Mapping[str, str], other: Mapping[str, str]) -> Likeness:
    try:
        first, second = (chromaprint.from_text(values[CHROMAPRINT]) for values in (one, other))
    except (KeyError, Damaged):
        distance = _iscc_distance(one, other)
        near = distance is not None and distance <= AUDIO_ISCC_SIMILAR
        return _similar(distance or 0, ISCC) if near else UNLIKE
    found = sound.overlay(first, second)
    if found.relative > (AUDIO_SAME if found.items >= AUDIO_LONG_ITEMS else AUDIO_SHORT_SAME):
        return UNLIKE
    whole = found.share >= AUDIO_SHARE
    kind = Kind.SAME_WORK if whole else Kind.SIMILAR
    return Likeness(kind, round(1 - found.relative, 4), CHROMAPRINT, evidence=whole)


def _manuscripts(one: Mapping[str, str], other: Mapping[str, str]) -> Likeness:
    distance = _iscc_distance(one, other)
    if distance is None or distance > TEXT_SIMILAR:
        return UNLIKE
    return _same(distance, ISCC) if distance <= TEXT_SAME else _similar(distance, ISCC)


_BY_MEDIUM: Mapping[Medium, Callable[[Mapping[str, str], Mapping[str, str]], Likeness]] = MappingProxyType(
    {Medium.IMAGE: _images, Medium.AUDIO: _recordings, Medium.TEXT: _manuscripts}
)


def _same(distance: float, how: str) -> Likeness:
    return Likeness(Kind.SAME_WORK, _above_chance(distance), how, evidence=True)


def _similar(distance: float, how: str) -> Likeness:
    return Likeness(Kind.SIMILAR, _above_chance(distance), how, evidence=False)


def _above_chance(distance: float) -> float:
    return round(max(0.0, 1 - distance / _CHANCE), 4)


def _iscc_distance(one: Mapping[str, str], other: Mapping[str, str]) -> int | None:
    try:
        return iscc.distance(one[ISCC], other[ISCC])
    except (KeyError, Damaged):
        return None


def _hex_distance(one: Mapping[str, str], other: Mapping[str, str], name: str, digits: int) -> int | None:
    try:
        first, second = (bytes.fromhex(values[name]) for values in (one, other))
    except (KeyError, ValueError):
        return None
    return iscc.hamming(first, second) if 2 * len(first) == 2 * len(second) == digits else None
