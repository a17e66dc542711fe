"""Check every entry, hash and signature of a ledger."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.status import Status
from artistguard.errors import StoreDamaged
from artistguard.ledger.fsck import Finding, differing, fsck
from artistguard.ledger.opening import open_shelf, open_storage
from artistguard.ledger.publishing import Publisher
from artistguard.ledger.rebuilding import index_anew, rebuild
from artistguard.store.troubles import telling
from artistguard.transparency.checkpoint import NoteKey
from artistguard.transparency.signature import SeedSigner

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "check every entry, hash and signature"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "--rebuild", action="store_true", help="first make everything derived anew from the entries of the log"
    )


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    recorded = ledgers.recorded(place)
    if recorded is None:
        show("Nothing was ever written there.")
        return Status.DONE
    key = _own_key(place, recorded)
    with closing(open_storage(place.address)) as storage, closing(open_shelf(storage)) as shelf:
        publisher = Publisher(storage, key, place.published)
        if arguments.rebuild:
            anew = rebuild(storage, key, publisher.rebuild, partial(index_anew, storage, shelf))
            show(f"Made anew from {anew} entries.")
        report = fsck(storage, key)
        unpublished = (Finding(path, "it is not published as it should be") for path in publisher.differing())
        stale = (*unpublished, *differing(storage, shelf))
    for finding in (*report.findings, *stale, *report.gone):
        show(f"{finding.place}: {finding.problem}")
    wrong = len(report.findings) + len(stale)
    sound = f"wrong in {wrong} places" if wrong else "sound"
    show(f"{recorded.name}: {report.entries} entries, {report.checkpoints} checkpoints: {sound}.")
    return Status.SOME_FAILED if wrong else Status.DONE


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
