"""Every code there is, computed from what decoding gives out; the door through which other floors come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.decoding.values import Pixels, Samples, Words
from artistguard.fingerprints import audio, image, text
from artistguard.fingerprints.iscc import of_file
from artistguard.fingerprints.values import ISCC, PAYLOAD, PHASH64, Fingerprints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.decoding.values import Decoded

__all__ = ["INSCRIBED", "Fingerprints", "compute", "inscribed", "of_file"]

INSCRIBED = (ISCC, PHASH64)
"""The codes written inside a file: short ones that stay true whatever the metadata says, never a digest of the file."""


def compute(decoded: Decoded) -> Fingerprints:
    """Every code of a work, and whether likeness may count.

    Args:
        decoded: Pixels, samples, words, or what cannot be looked into.

    Returns:
        The codes; for what cannot be looked into only the digest of its bytes.
    """
    if isinstance(decoded, Pixels):
        return image.compute(decoded)
    if isinstance(decoded, Samples):
        return audio.compute(decoded)
    if isinstance(decoded, Words):
        return text.compute(decoded)
    return Fingerprints({PAYLOAD: decoded.payload.hex}, distinctive=False, reason=_OPAQUE)


_OPAQUE = "the file cannot be looked into, so only its very bytes are recognised"


def inscribed(fingerprints: Fingerprints) -> Mapping[str, str]:
    """The codes that are written inside the file, by name."""
    return {name: fingerprints.values[name] for name in INSCRIBED if name in fingerprints.values}
