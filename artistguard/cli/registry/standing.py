"""Who stands up for a registry's log, and for whom it stands up itself, as it is configured."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.errors import ProofProblem, UsageProblem
from artistguard.jobs.registries import log_seed
from artistguard.ledger.cosigning import Asked
from artistguard.ledger.witness import Witness
from artistguard.network.door import Door, Policy
from artistguard.store.disk import Disk
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.cosignature import WitnessKey
from artistguard.transparency.signature import SeedSigner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.cli.ledgers import Place
    from artistguard.ledger.ledger import Ledger
    from artistguard.server.configuration import Configuration


def asked(configuration: Configuration) -> list[Asked]:
    """The witnesses that are asked for cosignatures.

    Raises:
        UsageProblem: One is not written as its key and its address.
    """
    found: list[Asked] = []
    for each in configuration.witnesses.asked:
        key, _, address = each.strip().partition(" ")
        try:
            door = Door(address.strip(), Policy(inside=configuration.inside))
            found.append(Asked(WitnessKey.parse(key), door))
        except ProofProblem as problem:
            raise UsageProblem(
                f"Not a witness: {each!r}: {problem.message}", remedy="Write its key, a space, and its address."
            ) from problem
    return found


def witness(ledger: Ledger, place: Place, configuration: Configuration) -> Witness | None:
    """This registry as a witness of others, if it is to be one; its key for that is drawn at the first use.

    Raises:
        UsageProblem: A log is not named by its key.
    """
    logs = configuration.witnesses.logs
    if not logs:
        return None
    signer = SeedSigner(log_seed(place.key.with_name(f"{place.key.name}.witness"), place.lock, Disk()))
    name, beside = f"{ledger.key.name}/witness", place.key.with_name(f"{place.key.name}.witness.seen")
    return Witness(ledger.storage, name, signer, _keys(logs), lambda: datetime.now(UTC), beside)


def _keys(logs: Sequence[str]) -> list[NoteKey]:
    try:
        return [NoteKey.parse(each) for each in logs]
    except ProofProblem as problem:
        raise UsageProblem(
            f"Not the key of a log: {problem.message}", remedy="Write the key as the log's card has it."
        ) from problem
