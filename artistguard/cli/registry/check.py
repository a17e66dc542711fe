"""Check every entry, hash and signature of a ledger."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.errors import StoreDamaged
from artistguard.ledger.fsck import fsck
from artistguard.ledger.storage.sqlite import SqliteStorage
from artistguard.store.troubles import telling
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.signature import SeedSigner

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "check every entry, hash and signature"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments: there are none of its own."""


def run(place: Place, _: argparse.Namespace) -> int:
    """Do it."""
    recorded = ledgers.recorded(place)
    if recorded is None:
        show("Nothing was ever written there.")
        return Status.DONE
    key = _own_key(place, recorded)
    with closing(SqliteStorage(place.database)) as storage:
        report = fsck(storage, key)
    for finding in report.findings:
        show(f"{finding.place}: {finding.problem}")
    sound = "sound" if report.sound else f"wrong in {len(report.findings)} places"
    show(f"{recorded.name}: {report.entries} entries, {report.checkpoints} checkpoints: {sound}.")
    return Status.DONE if report.sound else Status.SOME_FAILED


def _own_key(place: Place, recorded: NoteKey) -> NoteKey:
    """The public key by the secret one, which whoever changed the database need not have had."""
    if not place.key.exists():
        say(f"{place.key} is missing: only the key that the registry names itself can be checked with.")
        return recorded
    with telling(place.key):
        text = place.key.read_text("ascii", "replace")
    try:
        return NoteKey(recorded.name, SeedSigner(bytes.fromhex(text)).public)
    except ValueError as problem:
        raise StoreDamaged(f"{place.key}: this is not the key of a registry") from problem
