"""Write everything that is known here as a table for other programs."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from artistguard.cli.opening import studio
from artistguard.cli.output import show_json
from artistguard.cli.status import Status
from artistguard.jobs.overview import overview

if TYPE_CHECKING:
    import argparse

NAME = "export"

_COLUMNS = (
    "title",
    "path",
    "medium",
    "format",
    "choice",
    "name",
    "state",
    "registered",
    "registries",
    "at",
    "work",
    "record",
    "sha256",
    "iscc",
)


def add(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--csv", action="store_true", help="a table for spreadsheets")
    how.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    with studio() as at_work:
        entries = [each.as_json() for each in overview(at_work)]
    if arguments.json:
        for each in entries:
            show_json(each)
        return Status.DONE
    table = csv.DictWriter(sys.stdout, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for each in entries:
        registries = " ".join(each["registries"])
        table.writerow({**each, "registries": registries, "iscc": each["fingerprints"].get("iscc", "")})
    return Status.DONE
