"""Writes the parts of the documents that say what the program does, from the program itself.

``python tests/documents/build.py`` writes them; with ``--check`` it only tells what is out of date.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from artistguard import errors  # noqa: E402 - the path comes first
from artistguard.cli import parser, table  # noqa: E402
from artistguard.formats import table as formats  # noqa: E402
from artistguard.formats.protocol import Embeds  # noqa: E402
from artistguard.jobs import facts  # noqa: E402
from artistguard.vocabularies import table as vocabularies  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def protect_table() -> str:
    """The table that the README's first command ends with."""
    with tempfile.TemporaryDirectory() as folder:
        quiet = {"ARTISTGUARD_HOME": f"{folder}/home", "ARTISTGUARD_KEYRING": "off", "NO_COLOR": "1"}
        ran = subprocess.run(
            [sys.executable, "-m", "artistguard", "protect", "resources/samples", "--out", f"{folder}/protected"],
            cwd=ROOT, env=os.environ | quiet, capture_output=True, text=True, check=True,
        )  # fmt: skip
    shown = "\n".join(line.rstrip() for line in ran.stdout.splitlines())
    return f"```text\n{shown}\n```"


class OneStyle(argparse.HelpFormatter):
    """Help as Python 3.13 lays it out, whichever Python writes it."""

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return super()._format_action_invocation(action)
        names = ", ".join(action.option_strings)
        return names if action.nargs == 0 else f"{names} {self._format_args(action, action.dest.upper())}"


def command_help() -> str:
    """Every command with its own help."""
    os.environ |= {"COLUMNS": "100", "NO_COLOR": "1"}
    whole = parser.build(table.SUMMARIES, table.command, ())
    whole.formatter_class = OneStyle
    pieces = [f"```text\n{whole.format_help().strip()}\n```"]
    for name, summary in table.SUMMARIES.items():
        alone = argparse.ArgumentParser(prog=f"artistguard {name}", description=summary, formatter_class=OneStyle)
        table.command(name).add(alone)
        pieces.append(f"## {name}\n```text\n{alone.format_help().strip()}\n```")
    return "\n\n".join(pieces)


def error_list() -> str:
    """Every error with its code, its meaning, and what to do."""
    rows = ["| code | what it means | what to do |", "|---|---|---|"]
    rows += [f"| `{kind.code}` | {_summary(kind)} | {kind.advice} |" for kind in _errors(errors.ArtistGuardError)]
    return "\n".join(rows)


def format_list() -> str:
    """Every format with its endings."""
    rows = ["| format | endings | the statement goes |", "|---|---|---|"]
    for format_ in formats.FORMATS:
        endings = ", ".join(f".{kind.extension}" for kind in format_.types)
        rows.append(f"| {format_.name} | {endings} | {'inside' if isinstance(format_, Embeds) else 'into a sidecar'} |")
    return "\n".join(rows)


def vocabulary_list() -> str:
    """Every vocabulary, fine or coarse."""
    rows = ["| vocabulary | | written | what it cannot say | edition | source |", "|---|---|---|---|---|---|"]
    for each in vocabularies.listing():
        kind = "fine" if each.fine else "coarse"
        rows.append(f"| {each.name} | {kind} | {each.written} | {each.loss} | {each.edition} | {each.address} |")
    return "\n".join(rows)


def reader_table() -> str:
    """Who reads which layer, with date and source."""
    known = facts.readers()
    rows = [
        f"As known on {known.date}.",
        "",
        "| what is written | who reads it | what follows | known since | source |",
    ]
    rows.append("|---|---|---|---|---|")
    rows += [f"| {each.place} | {each.who} | {each.does} | {each.known} | {each.source} |" for each in known.readers]
    return "\n".join(rows)


def crawler_table() -> str:
    """Crawlers known by name, with date and source."""
    known = facts.crawlers()
    rows = [f"As known on {known.date}. {known.note}", "", "| crawler | sent by | fetches for | seen | source |"]
    rows.append("|---|---|---|---|---|")
    rows += [
        f"| {each.token} | {each.operator} | {each.purpose} | {each.seen} | {each.source} |" for each in known.crawlers
    ]
    return "\n".join(rows)


def law_text() -> str:
    """What the statement means in law, place by place."""
    told = facts.law()
    parts = [f"As known on {told.date}. This is no legal advice. {facts.COMMENTED}"]
    for each in told.places:
        links = "\n".join(f"- [{one.name}]({one.address})" for one in each.sources)
        parts += [f"## {each.name}", *each.says, *([links] if links else [])]
    return "\n\n".join(parts)


def _summary(thing: object) -> str:
    return (thing.__doc__ or "").strip().splitlines()[0]


def _errors(kind: type[errors.ArtistGuardError]) -> Iterator[type[errors.ArtistGuardError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _errors(below)


PARTS: dict[str, tuple[tuple[str, Callable[[], str]], ...]] = {
    "README.md": (("protect", protect_table),),
    "docs/command-line.md": (("commands", command_help),),
    "docs/law.md": (("law", law_text),),
    "docs/readers.md": (("readers", reader_table), ("crawlers", crawler_table)),
    "docs/errors.md": (("errors", error_list),),
    "docs/vocabularies.md": (("vocabularies", vocabulary_list), ("formats", format_list)),
}


WHOLE: dict[str, Callable[[], str]] = {
    "resources/text/law.html": facts.law_page,
    "resources/text/readers.html": facts.readers_page,
}
"""Files that hold nothing else."""


def with_part(text: str, name: str, part: str) -> str:
    """A document with the text between its two markers replaced."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    assert pattern.search(text), f"no markers for {name}"
    return pattern.sub(lambda _: f"{begin}\n{part}\n{end}", text)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in white space at most: each Python breaks the lines of its help in its own places."""
    return one.split() == other.split()


def main(words: list[str]) -> int:
    """Write, or check."""
    stale = []
    for document, parts in PARTS.items():
        path = ROOT / document
        now = path.read_text(encoding="utf-8")
        new = now
        for name, part in parts:
            new = with_part(new, name, part())
        if not same_words(new, now):
            stale.append(document)
            if "--check" not in words:
                path.write_text(new, encoding="utf-8")
    for document, make in WHOLE.items():
        path = ROOT / document
        if not path.exists() or path.read_text(encoding="utf-8") != make():
            stale.append(document)
            if "--check" not in words:
                path.write_text(make(), encoding="utf-8")
    for document in stale:
        print(f"{'out of date' if '--check' in words else 'written'}: {document}")
    return 1 if stale and "--check" in words else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
