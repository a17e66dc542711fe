"""Write everything that is known here as a table for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import show, show_json
from artistguard.cli.status import Status
from artistguard.jobs.overview import overview
from artistguard.jobs.tables import sheet

if TYPE_CHECKING:
    import argparse

NAME = "export"


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--csv", action="store_true", help="a table for spreadsheets")
    how.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        entries = overview(at_work)
    if not arguments.json:
        show(sheet(entries).removesuffix("\n"))
        return Status.DONE
    for each in entries:
        show_json(each.as_json())
    return Status.DONE
