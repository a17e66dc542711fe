"""Taking a statement back: a later statement says so wherever the earlier one was registered; nothing is erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims import statement
from artistguard.errors import UnknownWork
from artistguard.jobs.deliver import Delivery, deliver
from artistguard.store.catalogue import State
from artistguard.store.changing import Change, NewStatement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import KnownWork, Version


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What became of one work.

    Attributes:
        work: Which.
        records: URNs of the statements taken back.
        deliveries: One for each registry that had to be told.
    """

    work: KnownWork
    records: tuple[str, ...]
    deliveries: tuple[Delivery, ...]


def withdraw(studio: Studio, names: Sequence[str]) -> list[Withdrawal]:
    """Take works back.

    The files keep what is written in them: `put_back` takes that away.

    Args:
        studio: The creator at work.
        names: URNs, unambiguous beginnings of them, titles, or files.

    Raises:
        UnknownWork: One of them means no work, or one with nothing to withdraw; then nothing is withdrawn.
    """
    # A work may be named by several of its files; it is taken back once.
    works = {work.id: work for work in (find(studio, name) for name in names)}
    found = [(work, _standing(studio, work)) for work in works.values()]
    run = studio.store.runs.begin("withdraw")
    results = [_withdraw(studio, run, work, versions) for work, versions in found]
    studio.store.runs.finish(run)
    return results


def find(studio: Studio, name: str) -> KnownWork:
    """The one work that a person means: by URN, by file, or by its exact title.

    Raises:
        UnknownWork: None, or more than one.
    """
    titled = [work for work in studio.store.catalogue.works() if work.title.casefold() == name.casefold()]
    if len(titled) > 1:
        raise UnknownWork(f"{name}: {len(titled)} works have this title", remedy="Name it by its number or a file.")
    return titled[0] if titled else studio.store.catalogue.find(name)


def registries_of(studio: Studio, record: str) -> list[str]:
    """The registries that have confirmed a statement."""
    return sorted({receipt.address for receipt in studio.store.receipts.of(record)})


def _standing(studio: Studio, work: KnownWork) -> list[Version]:
    """One version for each statement that still stands."""
    by_record = {
        version.record: version
        for version in studio.store.catalogue.versions(work.id, all_states=True)
        if version.state is not State.WITHDRAWN
    }
    if not by_record:
        raise UnknownWork(f"{work.title}: nothing is stated about this work any more")
    superseded = {version.record for version in by_record.values() if version.state is State.SUPERSEDED}
    return [version for record, version in by_record.items() if record not in superseded]


def _withdraw(studio: Studio, run: str, work: KnownWork, versions: Sequence[Version]) -> Withdrawal:
    key = studio.key()
    statements: list[NewStatement] = []
    for version in versions:
        seed = studio.dice(statement.SEED_BYTES)
        draft = statement.draft_withdrawal(
            seed=seed,
            creator=key.did,
            work=work.id,
            supersedes=version.record,
            made=studio.moment(),
        )
        signed = msgspec.json.encode(statement.sign(draft, key))
        told = tuple(registries_of(studio, version.record))
        statements.append(NewStatement(statement.record_urn(seed), work.id, "withdraw", signed, told))
    studio.store.outbox.cancel([version.record for version in versions])
    (problem,) = studio.store.journal.apply([Change(run, statements=tuple(statements), withdrawn=(work.id,))])
    if problem is not None:
        raise problem
    addresses = sorted({address for each in statements for address in each.addresses})
    deliveries = tuple(deliver(studio, address) for address in addresses)
    return Withdrawal(work, tuple(version.record for version in versions), deliveries)
