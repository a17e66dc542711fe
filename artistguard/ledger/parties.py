"""Who is who: a person is her first key, and every key that was handed over from it.

The recovery key that a person names first is hers for good; only a recovery can name another. So a thief who holds the
key, and rotates it to one of his own, loses it again to whoever has the recovery key on paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from artistguard.ledger.storage.protocol import KeyRow, PartyRow
from artistguard.messages import Evidence, Reason, Refusal

if TYPE_CHECKING:
    from artistguard.claims.rotation import KeyStatement


class KeyRows(Protocol):
    """Where keys and persons are kept: a writing transaction (see `storage.protocol.Writing`), or memory."""

    def key(self, did: str) -> KeyRow | None:
        """What is known about a key."""
        ...

    def party(self, party: str) -> PartyRow | None:
        """What is known about a person."""
        ...

    def signed_before(self, did: str) -> bool:
        """Whether a key has signed a statement about a work."""
        ...

    def put_key(self, row: KeyRow) -> None:
        """Keep what is known about a key."""
        ...

    def end_keys(self, party: str) -> None:
        """End every key of a person."""
        ...

    def put_party(self, row: PartyRow) -> None:
        """Keep what is known about a person."""
        ...


class Parties:
    """Keys and persons as the writing transaction sees them.

    Args:
        rows: The writing transaction.
    """

    def __init__(self, rows: KeyRows) -> None:
        self._rows = rows
        self._keys: dict[str, KeyRow] = {}

    def of(self, did: str) -> str:
        """did:key of the first key of the person who holds a key."""
        return self._key(did).party

    def evidence(self, party: str) -> Evidence:
        """How the registry knows a person."""
        found = self._rows.party(party)
        return Evidence(found.evidence) if found else Evidence.UNVERIFIED

    def ended(self, did: str) -> bool:
        """Whether a key was replaced or revoked."""
        return self._key(did).ended

    def apply(self, statement: KeyStatement) -> Refusal | None:
        """Do what a key statement says, or say why not.

        Args:
            statement: Well-formed and signed.
        """
        key = self._key(statement.key)
        person = self._rows.party(key.party) or PartyRow(key.party, "", Evidence.UNVERIFIED)
        by_recovery = statement.by == person.recovery
        if statement.by != statement.key and not by_recovery:
            return Refusal(Reason.NOT_YOURS, "this is not the recovery key of that key")
        if key.ended and not by_recovery:
            return Refusal(Reason.KEY_ENDED, "the key was replaced or revoked before")
        if statement.act == "introduce" and person.recovery:
            return Refusal(Reason.NOT_YOURS, "a recovery key was named before; only it can name another")
        if statement.successor and self._taken(statement.successor):
            return Refusal(Reason.KEY_ENDED, "the new key is in use already")
        self._write(statement, key, person)
        return None

    def _write(self, statement: KeyStatement, key: KeyRow, person: PartyRow) -> None:
        self._keys.clear()
        if statement.act == "introduce":
            self._rows.put_key(key)
        elif statement.act == "recover":
            self._rows.end_keys(key.party)
            self._rows.put_key(KeyRow(key.did, key.party, ended=True))
        else:
            self._rows.put_key(KeyRow(key.did, key.party, ended=True))
        if statement.successor:
            self._rows.put_key(KeyRow(statement.successor, key.party, ended=False))
        if statement.recovery and (statement.act == "recover" or not person.recovery):
            person = PartyRow(person.party, statement.recovery, person.evidence)
        self._rows.put_party(person)

    def _taken(self, did: str) -> bool:
        return self._rows.key(did) is not None or self._rows.signed_before(did)

    def _key(self, did: str) -> KeyRow:
        if did not in self._keys:
            self._keys[did] = self._rows.key(did) or KeyRow(did, did, ended=False)
        return self._keys[did]
