"""Answering the items of a file, in one state of the log, a batch at a time."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import zlib
from collections import Counter
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING

import msgspec

from artistguard.claims.canonical import canonical
from artistguard.errors import Refused
from artistguard.messages import Item
from artistguard.messages.bulk import SUMMARY_DOMAIN, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artistguard.ledger.ledger import Ledger
    from artistguard.messages.words import Answer

_BATCH = 2_000
"""Items looked up together; small enough that nobody who asks singly waits long."""

LINE_BYTES = 2 << 20
_GZIP = b"\x1f\x8b"


class Interrupted(Exception):
    """Raised by whoever is told of the progress, to end it."""


def answer(
    asked: Path, result: Path, ledger: Ledger, most: int, progress: Callable[[int], None]
) -> tuple[Summary, str]:
    """Answer everything that is asked.

    Args:
        asked: Lines of JSON, each an `Item`; packed with gzip or not.
        result: Takes a line of JSON for each, a `Found`; packed with gzip.
        ledger: That is asked.
        most: Most items.
        progress: Told how many were looked up.

    Returns:
        What came out, and the signature over it by the log's key.

    Raises:
        Refused: A line is no item, there are too many, or the packing is damaged.
    """
    sent, told, items = hashlib.sha256(), hashlib.sha256(), 0
    answers: Counter[Answer] = Counter()
    fresh = result.with_suffix(".new")
    with ExitStack() as opened:
        source = _unpacked(asked)
        opened.callback(source.close)
        out = opened.enter_context(gzip.GzipFile(fresh, "wb", compresslevel=4, mtime=0))
        lookup = opened.enter_context(ledger.state())
        lines = _lines(source)
        while batch := list(itertools.islice(lines, _BATCH)):
            items += len(batch)
            if items > most:
                raise Refused(f"a question may have {most} items", remedy="Ask in several parts.")
            sent.update(b"".join(batch))
            found = lookup.find([_item(line, items - len(batch) + nth) for nth, line in enumerate(batch, 1)])
            answers.update(each.answer for each in found)
            rows = b"".join(msgspec.json.encode(each) + b"\n" for each in found)
            told.update(rows)
            out.write(rows)
            progress(items)
        note = lookup.rows.checkpoint() or ""
    fresh.replace(result)
    summary = Summary(ledger.key.name, note, items, dict(answers), sent.hexdigest(), told.hexdigest(), ledger.now())
    return summary, ledger.attest(SUMMARY_DOMAIN + canonical(summary))


def _unpacked(path: Path) -> IO[bytes] | gzip.GzipFile:
    with path.open("rb") as source:
        packed = source.read(len(_GZIP)) == _GZIP
    return gzip.open(path) if packed else path.open("rb")


def _lines(source: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    """Lines, of which none fills the memory."""
    try:
        while line := source.readline(LINE_BYTES + 1):
            if len(line) > LINE_BYTES:
                raise Refused("a line of the question is longer than any item")
            if line.strip():
                yield line
    except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
        raise Refused("the question breaks off, or its packing is damaged", remedy="Send it again.") from problem


def _item(line: bytes, number: int) -> Item:
    try:
        return msgspec.json.decode(line, type=Item)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise Refused(f"line {number} of the question is no item: {problem}"[:500]) from problem
