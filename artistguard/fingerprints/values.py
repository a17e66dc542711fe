"""What fingerprinting gives out and what matching takes in: names to values, and how much a likeness is worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.works import Medium

ISCC = "iscc"
"""ISCC Content-Code of 256 bits for the medium, text form ``ISCC:…``."""
PHASH64 = "phash64_v1"
"""DCT hash of an image as ImageHash computes it with hash size 8: 16 hexadecimal digits."""
PHASH256 = "phash256_v1"
"""The same with hash size 16, from the image averaged down to 512 by 512 at most: 64 hexadecimal digits."""
PDQ = "pdq_v1"
"""PDQ of an image: 64 hexadecimal digits."""
CHROMAPRINT = "chromaprint_v1"
"""Raw Chromaprint (algorithm 1) over the recording, its first six hours: base64url of little-endian 32-bit items."""
PAYLOAD = "payload_sha256"
"""SHA-256 over the decoded pixels, samples or words."""
SHA256 = "sha256"
"""SHA-256 over the whole file."""
ISCC_DATA = "iscc-data"
"""ISCC Data-Code of 256 bits over the whole file."""
ISCC_INSTANCE = "iscc-instance"
"""ISCC Instance-Code of 256 bits over the whole file."""


class Codes(Protocol):
    """Anything that has codes to compare: a file just computed, or what a registry record holds."""

    @property
    def values(self) -> Mapping[str, str]:
        """Name to value."""
        ...

    @property
    def distinctive(self) -> bool:
        """Whether likeness may count at all."""
        ...

    @property
    def medium(self) -> Medium | None:
        """Of the work, or None for a file we cannot look into."""
        ...


@dataclass(frozen=True)
class Fingerprints:
    """All codes of one work or file.

    Attributes:
        values: Name to value; the names are the constants of this module.
        distinctive: Whether there is enough content for likeness to mean anything.
        reason: Why not, in plain words; empty where it is distinctive.
        medium: Image, audio or text; None for a file we cannot look into.
    """

    values: Mapping[str, str]
    distinctive: bool
    reason: str = ""
    medium: Medium | None = None


class Kind(StrEnum):
    """How two things are alike, from the strongest to none."""

    EXACT = "exact"
    PAYLOAD = "payload"
    SAME_WORK = "same-work"
    SIMILAR = "similar"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The outcome of comparing two sets of codes.

    Attributes:
        kind: What they have in common.
        similarity: 1 for the same, 0 for no more than chance; bits alike are corrected for chance.
        how: The codes that decided, joined by ``+``, such as ``iscc+pdq``; empty for none.
        evidence: Whether it may be shown as a match; anything else is a hint at most.
    """

    kind: Kind
    similarity: float
    how: str
    evidence: bool


UNLIKE = Likeness(Kind.NONE, 0.0, "", evidence=False)
