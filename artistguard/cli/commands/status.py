"""List works, their versions, receipts, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import say, show, show_json
from artistguard.cli.parser import add_json
from artistguard.cli.status import Status
from artistguard.cli.terminal import show_table
from artistguard.jobs.overview import overview
from artistguard.jobs.studio import EMBEDDED
from artistguard.store.catalogue import State
from artistguard.transparency.receipt import LOCAL
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.overview import Entry
    from artistguard.jobs.studio import Studio
    from artistguard.jobs.whereabouts import Whereabouts

NAME = "status"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only these files and folders")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        entries = overview(at_work, arguments.paths)
        for each in entries if arguments.json else ():
            show_json(each.as_json())
        if not arguments.json:
            _tell(at_work, entries)
    return Status.DONE


def _tell(at_work: Studio, entries: list[Entry]) -> None:
    if not entries:
        say("No works yet. Protect some with: artistguard protect PATH")
        return
    numbers = any(each.numbers for each in entries)
    rows = [
        (
            each.work.title,
            each.version.path.name,
            CHOICES[each.version.choice],
            _state(each),
            _registry(each),
            *([" ".join(f"{kind.upper()} {value}" for kind, value in each.numbers)] if numbers else []),
            each.version.run,
        )
        for each in entries
    ]
    show_table(("Work", "File", "Says", "State", "Registered", *(["Numbers"] if numbers else []), "Run"), rows)
    show("")
    for address, count in at_work.store.outbox.addresses():
        show(f"{count} wait to be sent to {address}: artistguard deliver")
    for record, address, reason in at_work.store.outbox.refusals():
        show(f"{address} refused {record}: {reason}")


def _state(each: Entry) -> str:
    if each.version.state is State.WITHDRAWN:
        return "Withdrawn"
    return "Edited or moved since" if each.edited else "Protected"


def _registry(each: Entry) -> str:
    return ", ".join(
        _WORDS[one.state].format(_place(one)) + (f" ({one.worth})" if one.worth else "") for one in each.whereabouts
    )


def _place(one: Whereabouts) -> str:
    local = one.address == EMBEDDED or one.origin.startswith(LOCAL)
    return "this computer" if local else one.origin or one.address


_WORDS = {"receipt": "{}", "queued": "waits for {}", "refused": "refused by {}"}
