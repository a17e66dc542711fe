"""What the terminal shows: words for people on stderr, results on stdout, JSON Lines for scripts."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def say(words: str) -> None:
    """A sentence for the person, on stderr, so that stdout stays clean for results."""
    print(words, file=sys.stderr)


def say_error(words: str) -> None:
    """The same, for what went wrong."""
    say(f"artistguard: {words}")


def show(words: str) -> None:
    """A line of the result."""
    print(words)


def show_json(entry: Mapping[str, Any]) -> None:
    """One object a line, at once: a reader on a pipe sees each file as it is done."""
    sys.stdout.write(json.dumps(entry, ensure_ascii=False, sort_keys=False) + "\n")
    sys.stdout.flush()
