"""Copy a registry while it is in use; the copy is checked before it has its name, and can be opened as it is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli import ledgers
from artistguard.cli.output import say, show
from artistguard.cli.registry.copying import checked, copied, fresh
from artistguard.cli.status import Status
from artistguard.errors import UsageProblem
from artistguard.ledger.storage.sqlite import SqliteStorage

if TYPE_CHECKING:
    import argparse

    from artistguard.cli.ledgers import Place

WORDS = "copy it while it is in use"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where nothing stands yet")
    parser.add_argument("--with-key", action="store_true", help="the secret key, too, as FILE.key")


def run(place: Place, arguments: argparse.Namespace) -> int:
    """Do it."""
    if place.file is None:
        raise UsageProblem("A registry in PostgreSQL is backed up by PostgreSQL.", remedy="Use: pg_dump, or its WAL.")
    recorded = ledgers.recorded(place)
    if recorded is None:
        raise UsageProblem("Nothing was ever written there.", remedy="Check the path in --store.")
    target = Path(arguments.output).absolute()
    with fresh(target) as part, closing(SqliteStorage(place.file)) as storage:
        storage.copy_to(part)
        entries = checked(part, recorded)
    if arguments.with_key:
        copied(place.key, target.with_name(f"{target.name}.key"))
    else:
        say(f"The registry's secret key is not in it: keep a copy of {place.key} apart, and safe.")
    show(f"{recorded.name}: {entries} entries, sound, in {target}")
    return Status.DONE
