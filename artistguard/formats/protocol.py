"""What a format plug-in is: streams in, streams out, never a path, so that no format can damage a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, BinaryIO, Protocol, runtime_checkable

from artistguard.works import Facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.decoding.values import Decoded
    from artistguard.terms import Inscription, Stated
    from artistguard.works import Medium

GLIMPSE_BYTES = 65536


class Certainty(IntEnum):
    """How sure a format is that a file is its own."""

    NO = 0
    WEAK = 1  # only the name or the look of the words speaks for it
    LIKELY = 2  # the bytes fit, as they would fit a relative too
    SURE = 3  # the signature of this very format


@dataclass(frozen=True, slots=True)
class Glimpse:
    """As much of a file as recognising it takes.

    Attributes:
        head: The first bytes, at most GLIMPSE_BYTES.
        tail: The last bytes, at most GLIMPSE_BYTES (a ZIP directory stands there).
        size: Of the whole file, in bytes.
        extension: Of its name, lower case without the dot; a hint for formats without a signature, never a proof.
    """

    head: bytes
    tail: bytes
    size: int
    extension: str = ""


@dataclass(frozen=True, slots=True)
class FileType:
    """One extension (lower case, no dot) with its MIME type."""

    extension: str
    mime: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file already says.

    Attributes:
        statements: Everything stated about use and rights, in every layer the format has.
        facts: Title, creator, numbers: what groups and shows the work.
        record: URN of our record found inside, or empty.
        work: URN of our work found inside, or empty.
        fingerprints: Ours, found inside.
        credentials: Whether it carries a C2PA manifest, which any edit breaks until it is signed anew.
    """

    statements: tuple[Stated, ...] = ()
    facts: Facts = field(default_factory=Facts)
    record: str = ""
    work: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    credentials: bool = False


@runtime_checkable
class Format(Protocol):
    """Anything that can be recognised, read and decoded.

    All three raise errors below FileProblem and nothing else, whatever the bytes are.
    """

    @property
    def name(self) -> str:
        """As people call it: ``JPEG``."""
        ...

    @property
    def medium(self) -> Medium | None:
        """Image, audio or text; None for a file we know nothing about."""
        ...

    @property
    def types(self) -> tuple[FileType, ...]:
        """Every extension and MIME type; the first is the format's id."""
        ...

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """How surely the bytes are of this format."""
        ...

    def read(self, source: BinaryIO) -> Reading:
        """What the file says now."""
        ...

    def decode(self, source: BinaryIO) -> Decoded:
        """The pixels, samples or words, which no statement may change."""
        ...


@runtime_checkable
class Embeds(Format, Protocol):
    """A format that carries statements inside; others are stated in a sidecar."""

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy source to target with the inscription merged in; everything else stays byte for byte where it can.

        Writing the same inscription again gives the same bytes. A C2PA manifest is copied as it stands: whether the
        file may be changed under it is not the format's to say.

        Raises:
            CannotEmbed: The file is sound but cannot safely carry it (signed, encrypted, odd structure).
            Damaged: It is not sound.
        """
        ...
