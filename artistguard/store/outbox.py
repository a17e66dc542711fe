"""The outbox: statements that wait for a registry, over restarts and weeks without a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from random import SystemRandom
from typing import TYPE_CHECKING

from artistguard.store.database import now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.store.database import Database

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=6)
_CLAIMED_FOR = timedelta(minutes=10)
_KEPT_FOR = timedelta(days=30)
_CLAIMED_BYTES = 40 << 20
"""Statements that are claimed together have at most so many bytes, or are one; a delivery may have 64 MiB."""

_DICE = SystemRandom()


class Posting(StrEnum):
    """What became of one delivery."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One statement for one registry.

    Attributes:
        number: Of its row.
        record: URN of the statement.
        address: The registry, as it was named when the statement was made; the embedded one is ``embedded``.
        signed: The signed statement.
        attempts: How often it was tried.
        reason: Why the last try failed, or empty.
    """

    number: int
    record: str
    address: str
    signed: bytes
    attempts: int
    reason: str


@dataclass(frozen=True, slots=True)
class Posted:
    """How far one statement has come on its way to one registry.

    Attributes:
        address: The registry.
        state: What became of it.
        reason: Why it still waits or was refused, or empty.
    """

    address: str
    state: Posting
    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """A registry that is left alone for a while.

    Attributes:
        until: UTC, ISO 8601.
        reason: Why the last delivery failed.
    """

    until: str
    reason: str


def _later(by: timedelta) -> str:
    return (datetime.now(UTC) + by).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Outbox:
    """What waits. A delivery is done twice rather than never: registries know a statement by its record."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner

    def put(self, records: Iterable[str], address: str, *, again: bool = True) -> int:
        """Let statements wait for a registry; those that wait, or were sent there, stay as they are.

        Args:
            records: URNs of the statements.
            address: The registry.
            again: Also those that were refused there, or taken back before they were sent.

        Returns:
            How many are new.
        """
        with self._database.writing() as inside:
            return sum(
                inside.execute(
                    """INSERT INTO outbox (record, address, state, next_try) SELECT ?1, ?2, 'waiting', ?3
                    WHERE NOT EXISTS (SELECT 1 FROM receipts WHERE record = ?1 AND address = ?2)
                    ON CONFLICT (record, address) DO UPDATE SET state = 'waiting', next_try = excluded.next_try
                    WHERE ?4 AND state IN ('cancelled', 'refused')""",
                    (record, address, now(), again),
                ).rowcount
                for record in records
            )

    def claim(self, address: str, most: int, *, hurry: bool = True) -> tuple[Waiting, ...]:
        """Take the next ones for a registry, so that no other process sends them for ten minutes.

        Args:
            address: The registry.
            most: At most so many.
            hurry: Also those whose next try is later; a person asked for it.
        """
        with self._database.writing() as inside:
            rows = inside.execute(
                """SELECT * FROM (SELECT o.*, s.signed, sum(length(s.signed)) OVER (ORDER BY o.id) AS together,
                row_number() OVER (ORDER BY o.id) AS nth FROM outbox o JOIN statements s USING (record)
                WHERE o.address = ? AND o.state = 'waiting' AND (o.owner IN ('', ?) OR o.next_try <= ?)
                AND (? OR o.next_try <= ?) ORDER BY o.id LIMIT ?)
                WHERE nth = 1 OR together <= ?""",
                (address, self._owner, now(), hurry, now(), most, _CLAIMED_BYTES),
            ).fetchall()
            inside.executemany(
                "UPDATE outbox SET owner = ?, next_try = ? WHERE id = ?",
                [(self._owner, _later(_CLAIMED_FOR), row["id"]) for row in rows],
            )
        return tuple(
            Waiting(row["id"], row["record"], row["address"], row["signed"], row["attempts"], row["reason"])
            for row in rows
        )

    def sent(self, numbers: Iterable[int]) -> None:
        """They arrived; their receipts are kept (`receipts.keep` does both at once)."""
        self._mark([(Posting.SENT, "", now(), number) for number in numbers])

    def refused(self, number: int, reason: str) -> None:
        """The registry says no, for good."""
        self._mark([(Posting.REFUSED, reason, now(), number)])

    def held(self, address: str) -> Held | None:
        """Whether a registry is left alone now, since it did not answer or asked for it."""
        found = self._database.read(
            """SELECT next_try, reason FROM outbox WHERE address = ? AND state = 'waiting' AND attempts > 0
            AND owner = '' AND next_try > ? ORDER BY next_try DESC LIMIT 1""",
            (address, now()),
        )
        return Held(found[0]["next_try"], found[0]["reason"]) if found else None

    def failed(self, numbers: Iterable[int], reason: str, after: float = 0.0) -> None:
        """It did not work now; each failure doubles the wait, up to six hours.

        Args:
            numbers: Of the rows.
            reason: Why.
            after: Seconds that the registry asked us to stay away, where it did.
        """
        # All of one failure come back together, and not at the same moment as everybody else who failed.
        share = _DICE.uniform(0.8, 1.0)
        with self._database.writing() as inside:
            for number in numbers:
                (attempts,) = inside.execute("SELECT attempts FROM outbox WHERE id = ?", (number,)).fetchone()
                wait = max(min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(attempts, 10)) * share, timedelta(seconds=after))
                inside.execute(
                    "UPDATE outbox SET attempts = attempts + 1, reason = ?, next_try = ?, owner = '' "
                    "WHERE id = ? AND state = 'waiting'",
                    (reason, _later(wait), number),
                )

    def cancel(self, records: Iterable[str]) -> int:
        """Take back what still waits, for files that were put back before anything was sent.

        Returns:
            How many deliveries were cancelled.
        """
        with self._database.writing() as inside:
            return sum(
                inside.execute(
                    "UPDATE outbox SET state = 'cancelled' WHERE record = ? AND state = 'waiting'", (record,)
                ).rowcount
                for record in records
            )

    def prune(self) -> int:
        """Forget what was sent, of which the receipt is kept, and what was taken back a month ago.

        Returns:
            How many rows.
        """
        with self._database.writing() as inside:
            return inside.execute(
                """DELETE FROM outbox WHERE state = 'sent' AND EXISTS (SELECT 1 FROM receipts
                WHERE receipts.record = outbox.record AND receipts.address = outbox.address)
                OR state = 'cancelled' AND next_try < ?""",
                (_later(-_KEPT_FOR),),
            ).rowcount

    def addresses(self) -> tuple[tuple[str, int], ...]:
        """Every registry that something waits for, and how much."""
        found = self._database.read(
            "SELECT address, count(*) AS n FROM outbox WHERE state = 'waiting' GROUP BY address ORDER BY address"
        )
        return tuple((row["address"], row["n"]) for row in found)

    def of(self, record: str) -> tuple[Posted, ...]:
        """The registries that a statement is still on its way to, and those that refused it."""
        found = self._database.read(
            "SELECT * FROM outbox WHERE record = ? AND state IN ('waiting', 'refused') ORDER BY address", (record,)
        )
        return tuple(Posted(row["address"], Posting(row["state"]), row["reason"]) for row in found)

    def due(self) -> tuple[tuple[str, float], ...]:
        """Every registry that something waits for, and in how many seconds it may be sent; 0.0 for now."""
        found = self._database.read(
            """SELECT address, max(min(next_try), ifnull(max(CASE WHEN attempts > 0 AND owner = '' THEN next_try END),
            '')) AS next FROM outbox WHERE state = 'waiting' GROUP BY address ORDER BY address"""
        )
        moment = datetime.now(UTC)
        waits = [(row["address"], datetime.fromisoformat(row["next"]) - moment) for row in found]
        return tuple((address, max(0.0, wait.total_seconds())) for address, wait in waits)

    def addresses_of(self, record: str) -> tuple[str, ...]:
        """Registries that have a statement, or are to get it."""
        found = self._database.read(
            """SELECT address FROM outbox WHERE record = ?1 AND state IN ('waiting', 'sent')
            UNION SELECT address FROM receipts WHERE record = ?1 ORDER BY address""",
            (record,),
        )
        return tuple(row["address"] for row in found)

    def count(self, state: Posting) -> int:
        """How many are in a state."""
        return int(self._database.read("SELECT count(*) FROM outbox WHERE state = ?", (str(state),))[0][0])

    def refusals(self) -> tuple[tuple[str, str, str], ...]:
        """Record, registry and reason of everything that was refused."""
        found = self._database.read("SELECT record, address, reason FROM outbox WHERE state = 'refused' ORDER BY id")
        return tuple((row["record"], row["address"], row["reason"]) for row in found)

    def _mark(self, rows: list[tuple[str, str, str, int]]) -> None:
        with self._database.writing() as inside:
            inside.executemany(
                """UPDATE outbox SET state = ?, reason = ?, next_try = ?, owner = '', attempts = attempts + 1
                WHERE id = ?""",
                [(str(state), reason, at, number) for state, reason, at, number in rows],
            )
