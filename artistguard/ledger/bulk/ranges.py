"""Ranges: everything registered whose digest begins so, so that nobody learns which one was looked for.

Every row is as long as any other, and every range of one log has as many rows as any other, filled up with rows that
say that they are none; so neither the question nor the length of the answer tells which digest somebody has.

Source: the k-anonymity of "Pwned Passwords" v2 (T. Hunt and J. Ali, 2018), with padding throughout.
"""

from __future__ import annotations

import hashlib
import math
import re
from typing import TYPE_CHECKING

from artistguard.errors import Refused
from artistguard.fingerprints.values import PAYLOAD, SHA256
from artistguard.messages import Answer, Item
from artistguard.terms import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.ledger.lookup import Lookup
    from artistguard.messages import Found

RANGED = (SHA256, PAYLOAD)
PADDING = "padding"
_PREFIX = re.compile(r"[0-9a-f]{4,5}\Z", re.ASCII)
_DIGITS = 64
_STEP = 64
"""Rows are padded to a multiple of this."""

_ANSWER = max(len(word) for word in (*Answer, PADDING))
_CHOICE = max(map(len, Choice))


def rows_for(size: int, digits: int) -> int:
    """How many rows a range has at least.

    Args:
        size: Of the log.
        digits: Of the prefix.

    Returns:
        What chance fills next to never: six standard deviations above the mean of a Poisson distribution.
    """
    mean: float = size / 16**digits
    return _STEP * math.ceil((mean + 6 * math.sqrt(mean) + 1) / _STEP)


def text(name: str, prefix: str, lookup: Lookup) -> bytes:
    """A range.

    Args:
        name: Kind of digest.
        prefix: Its first 4 or 5 hexadecimal digits.
        lookup: One state of the ledger.

    Returns:
        Rows of ``rest answer choice``, in order of the rest, each padded with spaces to the same length.

    Raises:
        Refused: There are no ranges of that kind, or not so.
    """
    if name not in RANGED or not _PREFIX.match(prefix):
        raise Refused(f"ranges are of {' or '.join(RANGED)}, by 4 or 5 hexadecimal digits")
    rest = _DIGITS - len(prefix)
    values = lookup.rows.digests_between(name, prefix + "0" * rest, prefix + "f" * rest)
    values = [value for value in values if len(value) == _DIGITS]
    found = lookup.find([Item({name: value}, distinctive=True) for value in values])
    rows = [_row(value[-rest:], each) for value, each in zip(values, found, strict=True)]
    least = rows_for(lookup.rows.size(), len(prefix))
    rows += _padding(prefix, rest, -len(rows) % least or (0 if rows else least))
    return "".join(sorted(rows)).encode()


def _row(rest: str, found: Found) -> str:
    return _fixed(rest, found.answer, found.choice or "")


def _padding(prefix: str, rest: int, count: int) -> Sequence[str]:
    made = (hashlib.sha256(f"{prefix} {number}".encode()).hexdigest()[:rest] for number in range(count))
    return [_fixed(each, PADDING, "") for each in made]


def _fixed(rest: str, answer: str, choice: str) -> str:
    return f"{rest} {answer:<{_ANSWER}} {choice:<{_CHOICE}}\n"
