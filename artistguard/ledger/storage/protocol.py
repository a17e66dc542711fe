"""What an engine keeps for a ledger. The engine decides nothing: it reads and writes rows, all of them in transactions.

One transaction writes at a time, over all processes; readers see one unchanging state each. Whatever was written when
`Storage.writing` ends without an error is on the disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from artistguard.ledger.storage.histories import HistoriesReading, HistoriesWriting
from artistguard.ledger.storage.notes import NotesReading, NotesWriting
from artistguard.ledger.storage.uploads import UploadsReading, UploadsWriting
from artistguard.ledger.storage.wholesale import WholesaleReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from sqlalchemy import URL

    from artistguard.transparency.tiles import Place


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What look-ups need of a statement about a work.

    Attributes:
        index: Place in the log.
        record: URN.
        work: URN.
        creator: did:key that signed.
        party: did:key of the creator's first key.
        act: declare, change or withdraw.
        choice: One of the six, or empty when withdrawing.
        medium: image, audio, text, or empty.
        distinctive: Whether likeness counts.
        supersedes: URN, or empty.
        received: RFC 3339.
        offer: Web address at which a licence is offered, or empty.
    """

    index: int
    record: str
    work: str
    creator: str
    party: str
    act: str
    choice: str
    medium: str
    distinctive: bool
    supersedes: str
    received: str
    offer: str = ""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry about to be appended.

    Attributes:
        index: Place in the log.
        leaf: Leaf hash, 32 bytes.
        content: The entry.
        received: RFC 3339.
        claim: Of a statement about a work; None for one about keys.
        digests: Name to value, of every short fingerprint.
        codes: Index to 32-byte code, only of distinctive works.
        enclosures: Kind to canonical bytes.
        about: did:key of the person whose keys a statement is about; empty for one about a work.
    """

    index: int
    leaf: bytes
    content: bytes
    received: str
    claim: ClaimRow | None = None
    digests: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, bytes] = field(default_factory=dict)
    enclosures: Mapping[str, bytes] = field(default_factory=dict)
    about: str = ""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is known about a key.

    Attributes:
        did: The key.
        party: did:key of the first key of the same person.
        ended: Whether it was replaced or revoked.
    """

    did: str
    party: str
    ended: bool


@dataclass(frozen=True, slots=True)
class PartyRow:
    """What is known about a person.

    Attributes:
        party: did:key of her first key.
        recovery: did:key of her recovery key, or empty.
        evidence: unverified, vouched or verified.
    """

    party: str
    recovery: str
    evidence: str


class Findable(Protocol):
    """One unchanging state of a registry, as far as finding works in it needs; a snapshot has no more."""

    def size(self) -> int:
        """How many entries there are."""
        ...

    def checkpoint(self) -> str | None:
        """The newest signed checkpoint."""
        ...

    def claims(self, indexes: Iterable[int]) -> Sequence[ClaimRow]:
        """Claims by their places, oldest first."""
        ...

    def claims_about(self, column: str, values: Iterable[str]) -> Sequence[ClaimRow]:
        """Claims whose `work`, `record` or `supersedes` is one of the values, oldest first."""
        ...

    def by_digest(self, name: str, values: Iterable[str]) -> Sequence[tuple[str, int]]:
        """Pairs of value and place, oldest first."""
        ...

    def codes(self, space: str, start: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """The first places from `start` on, ascending, shape (n,) with n up to `most`; their codes, shape (n, 32)."""
        ...

    def party(self, party: str) -> PartyRow | None:
        """What is known about a person; None where nothing is."""
        ...


class Reading(Findable, HistoriesReading, NotesReading, UploadsReading, WholesaleReading, Protocol):
    """One unchanging state of a ledger."""

    def setting(self, name: str) -> str | None:
        """What was fixed when the ledger was made."""
        ...

    def checkpoints(self) -> Iterator[tuple[int, str]]:
        """Every size that was ever signed, with its note, smallest first."""
        ...

    def tile(self, place: Place) -> bytes:
        """The hashes of a tile, empty where there is none."""
        ...

    def entries(self, start: int, end: int) -> Sequence[bytes]:
        """Entries from `start` up to but without `end`."""
        ...

    def contents(self, indexes: Iterable[int]) -> Mapping[int, bytes]:
        """Entries by their places."""
        ...

    def places(self, leaves: Sequence[bytes]) -> Mapping[bytes, tuple[int, str]]:
        """Place and time of receipt of every leaf hash that the log has."""
        ...

    def spaces(self) -> Sequence[str]:
        """Every kind of code that there is."""
        ...

    def enclosures(self, indexes: Iterable[int]) -> Mapping[int, Sequence[bytes]]:
        """What is still kept of the enclosures of entries."""
        ...

    def key(self, did: str) -> KeyRow | None:
        """What is known about a key; None where it never took part in a hand-over."""
        ...

    def signed_before(self, did: str) -> bool:
        """Whether a key signed any statement about a work."""
        ...

    def nonce_used(self, sender: str, nonce: str) -> bool:
        """Whether a sender used a nonce within the time that nonces are kept."""
        ...

    def count(self, sender: str, day: str) -> int:
        """How many statements a sender registered on a day (``2026-11-22``)."""
        ...


class Writing(Reading, HistoriesWriting, NotesWriting, UploadsWriting, Protocol):
    """The one transaction that changes a ledger."""

    def put_setting(self, name: str, value: str) -> None:
        """Fix something for good."""
        ...

    def append(self, entries: Sequence[NewEntry]) -> None:
        """Append entries with everything that is looked up by."""
        ...

    def derive(self, entries: Sequence[NewEntry]) -> None:
        """Write only what entries are looked up by: the entries stand already."""
        ...

    def clear_derived(self) -> None:
        """Delete everything that can be made from the entries again: tiles, look-up rows, keys, recovery keys."""
        ...

    def put_tiles(self, tiles: Mapping[Place, bytes]) -> None:
        """Replace tiles that have grown."""
        ...

    def put_checkpoint(self, size: int, note: str) -> None:
        """Keep a signed checkpoint."""
        ...

    def put_nonce(self, sender: str, nonce: str, time: str, forget_before: str) -> None:
        """Remember a nonce, and forget those older than a time (RFC 3339)."""
        ...

    def add_count(self, sender: str, day: str, more: int) -> None:
        """Count statements of a sender."""
        ...

    def put_key(self, row: KeyRow) -> None:
        """Write what is known about a key."""
        ...

    def end_keys(self, party: str) -> None:
        """End every key of a person."""
        ...

    def put_party(self, row: PartyRow) -> None:
        """Write what is known about a person."""
        ...

    def forget(self, index: int, digests: Mapping[str, str], codes: Iterable[str]) -> None:
        """Delete the enclosures of an entry for good, and what is looked up only because of them.

        Args:
            index: Place in the log.
            digests: Name to value.
            codes: Kinds of code.
        """
        ...


class Storage(Protocol):
    """A ledger's place on a disk or a server.

    Attributes:
        derived: Folder for what is derived and kept in files; None where the database keeps that as well.
        server: Address of the database that searches for similar codes itself; None where there is no such thing.
    """

    derived: Path | None
    server: URL | None

    def reading(self) -> AbstractContextManager[Reading]:
        """One unchanging state."""
        ...

    def writing(self) -> AbstractContextManager[Writing]:
        """The right to write, alone among all processes; kept when no error comes out, else undone."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
