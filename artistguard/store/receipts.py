"""Receipts, kept as the bytes they came as, and the registries they came from, pinned at first sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import Distrusted
from artistguard.store.database import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from artistguard.store.database import Database


@dataclass(frozen=True, slots=True)
class NewReceipt:
    """A receipt that was checked.

    Attributes:
        record: URN of the statement.
        origin: Name of the log, from its checkpoint.
        address: Where it was sent.
        content: The receipt, byte for byte.
    """

    record: str
    origin: str
    address: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """A receipt in the store.

    Attributes:
        record: URN of the statement.
        origin: Name of the log.
        address: Where it came from.
        content: The receipt, byte for byte.
        at: When it came, UTC, by this computer's clock.
    """

    record: str
    origin: str
    address: str
    content: bytes
    at: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A registry that was seen before, and the farthest state of its log that was proven to us.

    Attributes:
        origin: Name of the log.
        address: Where it answered.
        key: Its public key, as a verifier key line.
        checkpoint: The signed note of that state; empty before the first.
        size: Number of entries then.
        root: Root hash then.
        first_seen: UTC.
        last_seen: UTC.
        card: The registry's card as JSON, where one was handed over; it names the witnesses that count.
    """

    origin: str
    address: str
    key: str
    checkpoint: str = ""
    size: int = 0
    root: bytes = b""
    first_seen: str = ""
    last_seen: str = ""
    card: str = ""


class Receipts:
    """Receipts by statement."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, receipts: Iterable[NewReceipt], sent: Iterable[int] = (), pin: Pin | None = None) -> None:
        """Keep receipts, mark their deliveries as sent and move the pin on, all in one transaction.

        Args:
            receipts: Checked ones.
            sent: Numbers of the outbox rows that they answer.
            pin: The registry's newer state, if it was proven to follow from the pinned one.
        """
        with self._database.writing() as inside:
            inside.executemany(
                "INSERT OR IGNORE INTO receipts VALUES (?, ?, ?, ?, ?)",
                [(each.record, each.origin, each.address, each.content, now()) for each in receipts],
            )
            inside.executemany(
                "UPDATE outbox SET state = 'sent', reason = '', owner = '', attempts = attempts + 1 WHERE id = ?",
                [(number,) for number in sent],
            )
            if pin is not None:
                _advance(inside, pin)

    def renew(self, receipt: NewReceipt) -> None:
        """Keep a receipt in place of an earlier one for the same statement: it proves more."""
        with self._database.writing() as inside:
            inside.execute(
                "UPDATE receipts SET content = ? WHERE record = ? AND origin = ?",
                (receipt.content, receipt.record, receipt.origin),
            )

    def from_registry(self, origin: str, most: int) -> tuple[KeptReceipt, ...]:
        """The latest receipts of one registry."""
        found = self._database.read("SELECT * FROM receipts WHERE origin = ? ORDER BY at DESC LIMIT ?", (origin, most))
        return tuple(map(_kept, found))

    def of(self, record: str) -> tuple[KeptReceipt, ...]:
        """All receipts of a statement, the oldest first."""
        found = self._database.read("SELECT * FROM receipts WHERE record = ? ORDER BY at, origin", (record,))
        return tuple(map(_kept, found))

    def has(self, record: str, address: str) -> bool:
        """Whether a registry at this address has confirmed a statement."""
        return bool(self._database.read("SELECT 1 FROM receipts WHERE record = ? AND address = ?", (record, address)))


class Pins:
    """Registries by the name of their log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, origin: str) -> Pin | None:
        """What is known of a registry."""
        found = self._database.read("SELECT * FROM pins WHERE origin = ?", (origin,))
        return _pin(found[0]) if found else None

    def at(self, address: str) -> Pin | None:
        """The registry that answered at an address, the latest seen where there were several."""
        found = self._database.read("SELECT * FROM pins WHERE address = ? ORDER BY last_seen DESC LIMIT 1", (address,))
        return _pin(found[0]) if found else None

    def all(self) -> tuple[Pin, ...]:
        """Every registry that was ever trusted."""
        return tuple(_pin(row) for row in self._database.read("SELECT * FROM pins ORDER BY first_seen, origin"))

    def see(self, pin: Pin) -> None:
        """Pin a registry at first sight, or move its state on. The caller has proven that it follows.

        Raises:
            Distrusted: The pinned key is another, or the pinned state differs at the same size.
        """
        with self._database.writing() as inside:
            _advance(inside, pin)

    def forget(self, origin: str) -> None:
        """Trust a registry anew at its next sight; a person decided so."""
        with self._database.writing() as inside:
            inside.execute("DELETE FROM pins WHERE origin = ?", (origin,))


def _kept(row: sqlite3.Row) -> KeptReceipt:
    return KeptReceipt(row["record"], row["origin"], row["address"], row["content"], row["at"])


def _pin(row: Sequence[str] | sqlite3.Row) -> Pin:
    return Pin(*row)


def _advance(inside: sqlite3.Connection, pin: Pin) -> None:
    row = inside.execute("SELECT * FROM pins WHERE origin = ?", (pin.origin,)).fetchone()
    if row is None:
        inside.execute(
            "INSERT INTO pins VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (pin.origin, pin.address, pin.key, pin.checkpoint, pin.size, pin.root, now(), now(), pin.card),
        )
        return
    old = _pin(row)
    if old.key != pin.key:
        raise Distrusted(f"{pin.origin}: it signs with another key than the one seen first")
    if old.size == pin.size and old.root and pin.root and old.root != pin.root:
        raise Distrusted(f"{pin.origin}: it shows two histories of the same length")
    if pin.card:
        inside.execute("UPDATE pins SET card = ?, address = ? WHERE origin = ?", (pin.card, pin.address, pin.origin))
    if pin.size < old.size:
        # Another process was faster: the farther state stays. Going back is found by whoever compares checkpoints.
        return
    inside.execute(
        "UPDATE pins SET address = ?, checkpoint = ?, size = ?, root = ?, last_seen = ? WHERE origin = ?",
        (pin.address, pin.checkpoint or old.checkpoint, pin.size, pin.root or old.root, now(), pin.origin),
    )
