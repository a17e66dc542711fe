"""What the terminal shows: words for people on stderr, results on stdout, JSON Lines for scripts."""

from __future__ import annotations

import io
import json
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def speak_anywhere() -> None:
    """A letter that the terminal does not know is written as its number; it must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def plain(name: str) -> str:
    """A name in one line: control characters in it must not steer the terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in name)


def say(words: str) -> None:
    """A sentence for the person, on stderr, so that stdout stays clean for results; where that fails, nothing ends."""
    with suppress(OSError):
        print(words, file=sys.stderr)


def say_error(words: str) -> None:
    """The same, for what went wrong."""
    say(f"artistguard: {words}")


def show(words: str) -> None:
    """A line of the result."""
    print(words)


def show_json(entry: Mapping[str, Any]) -> None:
    """One object a line, at once: a reader on a pipe sees each file as it is done."""
    # In ASCII: any name of a file, even one that is no text, passes through any terminal and reads back the same.
    sys.stdout.write(json.dumps(entry) + "\n")
    sys.stdout.flush()
