"""Writes the manual page from the parser; with --check it only says whether the page is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from artistguard.cli import table
from artistguard.cli.manual import page
from artistguard.cli.outline import outline
from artistguard.cli.parser import build

PAGE = Path(__file__).with_name("artistguard.1")


def main(words: list[str]) -> int:
    """Write the page, or compare it.

    Returns:
        0, or 1 where the page is an older one.
    """
    wanted = page(outline(build(table.SUMMARIES, table.command, table.SUMMARIES)))
    if "--check" not in words:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{PAGE.name} is not what the command line says now: python resources/man/build.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
