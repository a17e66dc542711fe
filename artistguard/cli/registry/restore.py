"""Bring a registry back from its backup; only where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.registry.copying import checked, copied, fresh
from artistguard.cli.status import Status
from artistguard.errors import StoreDamaged, UsageProblem
from artistguard.ledger.opening import SQLITE

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "bring it back from a backup, where there is none"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", metavar="FILE", help="of registry backup; FILE.key beside it is brought back, too")


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    if place.file is None:
        raise UsageProblem("A registry in PostgreSQL is brought back by PostgreSQL.", remedy="Use: pg_restore")
    source = Path(arguments.file).absolute()
    key = source.with_name(f"{source.name}.key")
    if not key.exists() and not place.key.exists():
        raise StoreDamaged(
            f"{key}: the registry's own key is missing",
            remedy=f"Put it there, or at {place.key}; without it nothing can be added to this log.",
        )
    with fresh(place.file) as part:
        copied(source, part)
        recorded = ledgers.recorded(ledgers.Place(f"{SQLITE}{part}", key, part.parent, own=False))
        if recorded is None:
            raise StoreDamaged(f"{source}: this is no registry", remedy="Choose a file that registry backup wrote.")
        entries = checked(part, recorded)
    if not place.key.exists():
        copied(key, place.key)
    show(f"{recorded.name}: {entries} entries are back.")
    say("Whoever saw more entries than these will not believe this log any more: bring back the newest backup only.")
    return Status.DONE
