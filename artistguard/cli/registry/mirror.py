"""Follow another registry's log into a verified copy, and publish the copy as files."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from artistguard.cli.output import say, show
from artistguard.cli.registry.settings import settings
from artistguard.cli.status import Status
from artistguard.errors import Distrusted, UsageProblem
from artistguard.jobs.trust import read_card
from artistguard.ledger.mirror import Mirror
from artistguard.ledger.opening import open_storage
from artistguard.ledger.publishing import Publisher
from artistguard.network.door import Door, Policy
from artistguard.registry.log import LogFiles
from artistguard.store import drafts
from artistguard.store.disk import Disk
from artistguard.transparency.checkpoint import NoteKey

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place
    from artistguard.ledger.storage.protocol import Storage
    from artistguard.messages import Card

WORDS = "follow another registry's log into a verified copy that can be published"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("card", metavar="CARD", help="the other registry's card, got another way than from its log")
    parser.add_argument(
        "--from",
        dest="files",
        metavar="URL",
        help="where the log's files are, if not at the registry: the address below which /checkpoint is",
    )


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    if place.own:
        raise UsageProblem("A copy needs a store of its own.", remedy="Name it: --store sqlite:///PATH")
    card = read_card(Path(arguments.card))
    key = NoteKey.parse(card.key)
    policy = Policy(inside=settings(arguments).inside)
    door = Door(arguments.files or f"{card.address.rstrip('/')}/log", policy)
    source = LogFiles(door)
    with closing(open_storage(place.address)) as storage, closing(door):
        try:
            followed = Mirror(storage, key, source, lambda: datetime.now(UTC)).follow()
        except Distrusted as problem:
            raise Distrusted(problem.message, remedy=_keep(place, storage, card, source, problem)) from problem
        Publisher(storage, key, place.published).publish()
    for at, why in sorted(followed.idle.items()):
        say(f"Entry {at} breaks the registry's own rules and counts for nothing: {why}")
    show(f"{card.origin}: {followed.size} entries, checked, and published in {place.published}.")
    return Status.DONE


def _keep(place: Place, storage: Storage, card: Card, source: LogFiles, problem: Distrusted) -> str:
    """Keep what convicts a log: the state that was copied, and the one that it shows now."""
    with storage.reading() as rows:
        ours = rows.checkpoint() or ""
    evidence = {
        "type": "artistguard-evidence-v1",
        "origin": card.origin,
        "address": card.address,
        "key": card.key,
        "problem": problem.message,
        "at": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "kept": ours,
        "shown": [source.checkpoint()],
    }
    path = place.published.with_suffix(".evidence.json")
    drafts.put(path, msgspec.json.format(msgspec.json.encode(evidence)), Disk())
    return f"The copy stays as it was. What was shown is kept in {path}, to be shown to others."
