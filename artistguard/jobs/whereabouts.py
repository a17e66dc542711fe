"""How far a statement has come: at each registry that it was meant for, confirmed, still on its way, or refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from artistguard.errors import ProofProblem
from artistguard.jobs.trust import voices, worth
from artistguard.store.outbox import Posting
from artistguard.transparency.receipt import LOCAL, Receipt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.jobs.studio import Studio
    from artistguard.store.receipts import KeptReceipt, Pin

_STATES = {Posting.WAITING: "queued", Posting.REFUSED: "refused"}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One statement at one registry.

    Attributes:
        address: The registry, as it was named.
        origin: Name of its log; empty without a receipt.
        state: receipt, queued or refused.
        at: When the receipt came, RFC 3339 in UTC; empty without one.
        witnesses: How many independent witnesses stand up for the receipt.
        worth: The same in words; empty without a receipt, and for the registry on this computer.
        reason: Why it still waits or was refused.
    """

    address: str
    origin: str = ""
    state: str = "receipt"
    at: str = ""
    witnesses: int = 0
    worth: str = ""
    reason: str = ""

    def as_json(self) -> dict[str, Any]:
        """As `status --json` and `export --json` have it."""
        return {
            "registry": self.address,
            "origin": self.origin or None,
            "state": self.state,
            "at": self.at or None,
            "witnesses": self.witnesses,
            "reason": self.reason or None,
        }


def whereabouts(studio: Studio, record: str, pins: Mapping[str, Pin]) -> tuple[Whereabouts, ...]:
    """Where a statement is, receipts first.

    Args:
        studio: The creator at work.
        record: URN of the statement.
        pins: Of registries that were seen, by the names of their logs.

    """
    arrived = [_arrived(each, pins.get(each.origin)) for each in studio.store.receipts.of(record)]
    there = {each.address for each in arrived}
    under_way = [
        Whereabouts(each.address, state=_STATES[each.state], reason=each.reason)
        for each in studio.store.outbox.of(record)
        if each.address not in there
    ]
    return (*arrived, *under_way)


def _arrived(kept: KeptReceipt, pin: Pin | None) -> Whereabouts:
    if kept.origin.startswith(LOCAL):
        return Whereabouts(kept.address, kept.origin, at=kept.at)
    try:
        receipt = msgspec.json.decode(kept.content, type=Receipt)
        count = len(voices(receipt, pin))
    except msgspec.MsgspecError:
        # One damaged receipt must not hide all other works; `verify` and `certificate` tell more.
        return Whereabouts(kept.address, kept.origin, at=kept.at, worth="its receipt cannot be read")
    except ProofProblem:
        count = 0
    return Whereabouts(kept.address, kept.origin, at=kept.at, witnesses=count, worth=worth(receipt, pin))
