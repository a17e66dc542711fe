"""Everything that is known here as a table for other programs: comma separated, or one JSON object a line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.overview import Entry

COLUMNS = (
    "title", "path", "medium", "format", "choice", "name", "state", "registered", "registries", "at", "work", "record",
    "sha256", "iscc", "right", "identifiers", "licence", "offer", "deliveries",
)  # fmt: skip


def sheet(entries: Sequence[Entry]) -> str:
    """A table with a line of names, comma separated. Source: RFC 4180."""
    sink = io.StringIO()
    table = csv.DictWriter(sink, COLUMNS, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for each in entries:
        told = each.as_json()
        table.writerow(
            {
                **told,
                "registries": " ".join(told["registries"]),
                "iscc": told["fingerprints"].get("iscc", ""),
                "identifiers": " ".join(f"{kind}:{value}" for kind, value in each.numbers),
                "deliveries": " ".join(f"{one.address}={one.state}" for one in each.whereabouts),
            }
        )
    return sink.getvalue()


def lines(entries: Sequence[Entry]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(each.as_json(), ensure_ascii=False) + "\n" for each in entries)
