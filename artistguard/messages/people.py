"""What a registry knows about somebody who signs.

Source: docs/protocol.md, "Keys and persons".
"""

from __future__ import annotations

import msgspec

from artistguard.claims.statement import SignedStatement
from artistguard.messages.words import Evidence
from artistguard.transparency.receipt import Receipt


class PartyKey(msgspec.Struct, frozen=True):
    """A key of a person.

    Attributes:
        did: The key.
        since: When the registry heard that it took over, RFC 3339; empty for a first key.
        until: When the registry heard that it ended; what it signed and had registered before stands. Empty while it
            may sign.
    """

    did: str
    since: str = ""
    until: str = ""


class KeyEntry(msgspec.Struct, frozen=True):
    """A statement about keys as a registry holds it.

    Attributes:
        signed: The statement.
        index: Place in the log.
        received: When the registry took it, RFC 3339.
        receipt: Shows that it stands in the log.
    """

    signed: SignedStatement
    index: int
    received: str
    receipt: Receipt


class PartyAnswer(msgspec.Struct, frozen=True):
    """All that is known about a person, who is asked for by any of her keys.

    Attributes:
        party: did:key of her first key, by which she is known.
        evidence: How the registry knows her: its operator's word.
        recovery: did:key of her recovery key; empty where she named none.
        keys: Oldest first.
        history: Every statement about them, oldest first.
        checkpoint: Signed state of the log.
    """

    party: str
    evidence: Evidence
    recovery: str
    keys: tuple[PartyKey, ...]
    history: tuple[KeyEntry, ...]
    checkpoint: str
