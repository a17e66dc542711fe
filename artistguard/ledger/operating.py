"""What whoever runs a registry does with it, outside the questions and deliveries of others."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from artistguard.errors import Refused
from artistguard.ledger import transfer
from artistguard.ledger.admission import Delivery, only_enclosed, prepare
from artistguard.ledger.fsck import fsck
from artistguard.ledger.lookup import whole
from artistguard.ledger.storage.protocol import PartyRow
from artistguard.messages import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.fsck import Report
    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.log import Copied, Sequencer
    from artistguard.ledger.storage.protocol import Storage
    from artistguard.messages import Evidence
    from artistguard.transparency.receipt import Receipt

_IMPORTED = 1000
"""Statements of an import that are written together."""


class Operated:
    """A ledger in the hands of its operator.

    Args:
        storage: Where it is kept.
        sequencer: Writes it.
        shelf: Indexes of similar codes.

    Attributes:
        storage: The same.
        key: Public key of the log.
    """

    def __init__(self, storage: Storage, sequencer: Sequencer | Copied, shelf: Shelf) -> None:
        self.storage = storage
        self.key = sequencer.key
        self._sequencer = sequencer
        self._limits = sequencer.limits
        self._shelf = shelf

    def fsck(self) -> Report:
        """Check the whole ledger against its entries and its key."""
        return fsck(self.storage, self.key)

    def export(self) -> Iterator[bytes]:
        """Every statement, one line of JSON each."""
        return transfer.export(self.storage)

    def load(self, lines: Iterable[bytes]) -> Iterator[Receipt | Refusal]:
        """Take in an export: the operator's own act, so no envelope and no quota; every signature is checked.

        Args:
            lines: Of the file.

        Yields:
            A receipt or refusal for every line that is not empty, in order.
        """
        items = transfer.read_lines(lines)
        while some := list(itertools.islice(items, _IMPORTED)):
            yield from self._take(some)

    def vouch(self, party: str, evidence: Evidence) -> None:
        """Say how well a person is known here: the operator's act, outside the log.

        Args:
            party: did:key of her first key.
            evidence: From now on.
        """
        with self.storage.writing() as rows:
            known = rows.party(party)
            rows.put_party(PartyRow(party, known.recovery if known else "", evidence))

    def forget(self, record: str) -> int:
        """Delete for good what was enclosed with a record; the log, and every proof, stays as it is.

        Returns:
            How many statements had something enclosed.
        """
        removed: dict[str, list[int]] = {}
        with self.storage.writing() as rows:
            kept = rows.enclosures([claim.index for claim in rows.claims_about("record", [record])])
            for place, content in rows.contents(kept).items():
                digests, codes = only_enclosed(whole(content, kept[place]))
                rows.forget(place, digests, codes)
                for space in codes:
                    removed.setdefault(space, []).append(place)
        for space, places in removed.items():
            self._shelf.remove(space, np.array(places, np.int64))
        return len(kept)

    def _take(self, items: Sequence[SignedStatement | Refusal]) -> Iterator[Receipt | Refusal]:
        prepared = iter(prepare([item for item in items if not isinstance(item, Refusal)], self._limits))
        whole_delivery = Delivery(tuple(item if isinstance(item, Refusal) else next(prepared) for item in items))
        answer = self._sequencer.commit(whole_delivery)
        if isinstance(answer, Refusal):
            raise Refused(answer.message)
        yield from answer.items
