"""What a creator made: works, their versions, and what can be said of their bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Medium(StrEnum):
    """The three kinds of work there are."""

    IMAGE = "image"
    AUDIO = "audio"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Digest:
    """A SHA-256 over exactly the bytes its holder names.

    Attributes:
        hex: 64 lower-case hexadecimal digits.
    """

    hex: str

    def __post_init__(self) -> None:
        if len(self.hex) != 64 or not set(self.hex) <= set("0123456789abcdef"):
            raise ValueError(f"not a SHA-256 in hexadecimal: {self.hex!r}")

    @classmethod
    def of(cls, content: bytes) -> Digest:
        """The digest of bytes already in memory."""
        return cls(hashlib.sha256(content).hexdigest())

    def __str__(self) -> str:
        return self.hex


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file itself says about the work: used to show it and to group versions, never sent anywhere.

    Attributes:
        title: Of the work, as the file's own metadata has it.
        creator: The person or group the file names.
        collection: Album, series or book it belongs to.
        number: Position in the collection, such as a track number.
        identifiers: Standard numbers, upper-case kind to value, such as ISRC, ISBN, ISWC.
        seconds: Length of a recording, 0 for anything else.
        source_type: How it came to be, as the file says it: the last word of an IPTC Digital Source Type, or empty.
    """

    title: str = ""
    creator: str = ""
    collection: str = ""
    number: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    source_type: str = ""
