"""Carrying statements from one registry to another: the same signed statements, in new places of a new log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.claims.canonical import canonical
from artistguard.claims.statement import parse
from artistguard.errors import ProofProblem
from artistguard.ledger.lookup import whole
from artistguard.messages import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artistguard.claims.statement import SignedStatement
    from artistguard.ledger.storage.protocol import Storage

_AT_ONCE = 256
LINE_BYTES = 2 << 20
"""Longest line of an export: one statement with its enclosures."""


def export(storage: Storage) -> Iterator[bytes]:
    """Every statement of a ledger with what is still kept of its enclosures, oldest first.

    Args:
        storage: The ledger's.

    Yields:
        One line of JSON each, with its newline.
    """
    with storage.reading() as rows:
        size = rows.size()
        for start in range(0, size, _AT_ONCE):
            places = range(start, min(size, start + _AT_ONCE))
            contents, enclosed = rows.contents(places), rows.enclosures(places)
            for place in places:
                yield canonical(whole(contents[place], enclosed.get(place, ()))) + b"\n"


def read_lines(lines: Iterable[bytes]) -> Iterator[SignedStatement | Refusal]:
    """Read an export.

    Args:
        lines: Of the file; empty ones are passed over.

    Yields:
        A statement, not yet believed, or why a line is none.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if len(line) > LINE_BYTES:
            yield Refusal(Reason.TOO_LARGE, f"line {number} is longer than a statement can be")
            continue
        try:
            yield parse(line)
        except ProofProblem as problem:
            yield Refusal(Reason.MALFORMED, f"line {number}: {problem.message}")
