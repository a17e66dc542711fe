"""What a creator says may be done with a work: choices, declarations, and how they are found stated in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Choice(StrEnum):
    """The six graded choices, one line of plain words each; ordered from the freest to the strictest."""

    ALLOW = "allow"
    NO_GENERATIVE_TRAINING = "no-generative-training"
    NO_AI_TRAINING = "no-ai-training"
    ASK = "ask"
    SEARCH_ONLY = "search-only"
    NOTHING = "nothing"

    @property
    def strictness(self) -> int:
        """0 for the freest, 5 for the strictest."""
        return _STRICTNESS[self]


_STRICTNESS = {choice: rank for rank, choice in enumerate(Choice)}
DEFAULT_CHOICE = Choice.SEARCH_ONLY


class Usage(StrEnum):
    """The uses of a work by machines that the choices tell apart."""

    GENERATIVE_TRAINING = "generative-training"
    OTHER_TRAINING = "other-training"
    MODEL_INPUT = "model-input"
    DATA_MINING = "data-mining"
    SEARCH = "search"


class Permission(StrEnum):
    """What is said about one use; UNSTATED reserves nothing and grants nothing."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    ON_REQUEST = "on-request"
    UNSTATED = "unstated"


class Origin(StrEnum):
    """How a work came to be, only ever as its creator states it."""

    HUMAN_MADE = "human-made"
    AI_ASSISTED = "ai-assisted"


class Right(StrEnum):
    """What somebody may have a right in; a file can hold several, and a claim names one."""

    COMPOSITION = "composition"
    LYRICS = "lyrics"
    ARRANGEMENT = "arrangement"
    RECORDING = "recording"
    PERFORMANCE = "performance"
    TEXT = "text"
    TRANSLATION = "translation"
    EDITION = "edition"
    ARTWORK = "artwork"
    PHOTOGRAPH = "photograph"
    DESIGN = "design"


@dataclass(frozen=True, slots=True)
class Declaration:
    """One creator's terms for a work.

    Attributes:
        choice: Which of the six.
        name: The creator as she wants to be named; empty when she does not say.
        contact: A web address or mail address to ask at; empty when there is none.
        licence: Web address of a licence or rights page; empty when there is none.
        policy: Web address of a TDM policy (ODRL); empty when there is none.
        origin: Human-made or AI-assisted, or None where the creator says nothing.
        right: Which right she claims, or None where she leaves it to the kind of work.
        numbers: Standard numbers of the work or of its maker that the file does not carry: kind and value.
        location: Web address below which the work is shown; only its digest is registered. Empty when not said.
    """

    choice: Choice = DEFAULT_CHOICE
    name: str = ""
    contact: str = ""
    licence: str = ""
    policy: str = ""
    origin: Origin | None = None
    right: Right | None = None
    numbers: tuple[tuple[str, str], ...] = ()
    location: str = ""


@dataclass(frozen=True, slots=True)
class Inscription:
    """All that is written into one file: the declaration, and what binds the file to its record.

    Attributes:
        declaration: The terms.
        record: URN of the signed statement, drawn beforehand; names no registry.
        work: URN of the work that this file is a version of.
        address: Web address of the record where one is known, else empty.
        fingerprints: Name to value, those that stay true inside the file (never a digest of the file).
    """

    declaration: Declaration
    record: str
    work: str
    address: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing found stated in a file.

    Attributes:
        layer: The vocabulary: plus, exif, tdmrep, aipref, rsl, cawg, c2pa, artistguard, rights …
        place: Where in the file, as an engineer would name it: ``XMP plus:DataMining``, ``ID3 TXXX:TDM-RESERVATION``.
        value: Exactly as found.
        choice: What it says on its own, or None where it says nothing about machines (a copyright line).
        compatible: Every choice that this value could have been written for; one for a fine vocabulary, several for a
            coarse one such as TDMRep, which only knows "reserved".
    """

    layer: str
    place: str
    value: str
    choice: Choice | None = None
    compatible: frozenset[Choice] = frozenset()
