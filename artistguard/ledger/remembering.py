"""Who is who, worked out anew from the entries of a log, to be compared with what a ledger holds about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.claims.rotation import KeyStatement
from artistguard.ledger.parties import Parties
from artistguard.ledger.storage.protocol import KeyRow, PartyRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.claims.statement import Statement
    from artistguard.ledger.storage.protocol import Reading


class Remembering:
    """Hears every statement of a log, in order."""

    def __init__(self) -> None:
        self._memory = _Memory()
        self._parties = Parties(self._memory)

    def hear(self, statement: Statement | KeyStatement) -> str:
        """Take in the next statement.

        Returns:
            did:key of the first key of whoever it is from or about.
        """
        if isinstance(statement, KeyStatement):
            party = self._parties.of(statement.key)
            self._parties.apply(statement)
            return party
        self._memory.signers.add(statement.creator)
        return self._parties.of(statement.creator)

    def differing(self, rows: Reading) -> Iterator[str]:
        """Keys and persons of whom a ledger holds something else than follows from its log."""
        keys = {(row.did, row.party, row.ended) for row in self._memory.keys.values()}
        yield from sorted({did for did, *_ in keys ^ set(rows.every_key())})
        recoveries = {(row.party, row.recovery) for row in self._memory.parties.values() if row.recovery}
        yield from sorted({party for party, _ in recoveries ^ set(rows.every_recovery())})


class _Memory:
    """See KeyRows."""

    def __init__(self) -> None:
        self.keys: dict[str, KeyRow] = {}
        self.parties: dict[str, PartyRow] = {}
        self.signers: set[str] = set()

    def key(self, did: str) -> KeyRow | None:
        """See KeyRows."""
        return self.keys.get(did)

    def party(self, party: str) -> PartyRow | None:
        """See KeyRows."""
        return self.parties.get(party)

    def signed_before(self, did: str) -> bool:
        """See KeyRows."""
        return did in self.signers

    def put_key(self, row: KeyRow) -> None:
        """See KeyRows."""
        self.keys[row.did] = row

    def end_keys(self, party: str) -> None:
        """See KeyRows."""
        for row in [row for row in self.keys.values() if row.party == party]:
            self.keys[row.did] = KeyRow(row.did, party, ended=True)

    def put_party(self, row: PartyRow) -> None:
        """See KeyRows."""
        self.parties[row.party] = row
