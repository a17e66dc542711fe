"""The documents say what the program does."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from artistguard.cli import parser, table
from artistguard.errors import ArtistGuardError
from tests.documents import build

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*map(ROOT.joinpath, ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *sorted(ROOT.glob("docs/**/*.md"))]
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)


def name_of(document: Path) -> str:
    return str(document.relative_to(ROOT))


@pytest.mark.parametrize("document", list(build.PARTS))
def test_generated_parts_are_up_to_date(document: str) -> None:
    now = (ROOT / document).read_text(encoding="utf-8")
    for name, part in build.PARTS[document]:
        assert build.same_words(build.with_part(now, name, part()), now), "run: python tests/documents/build.py"


@pytest.mark.parametrize("document", list(build.WHOLE))
def test_generated_files_are_up_to_date(document: str) -> None:
    assert (ROOT / document).read_text(encoding="utf-8") == build.WHOLE[document](), "run: tests/documents/build.py"


def commands(document: Path) -> Iterator[str]:
    """What a document tells its readers to type, in blocks and within sentences."""
    text = document.read_text(encoding="utf-8")
    for block in BLOCK.findall(text):
        yield from (line.removeprefix("$ ") for line in block.splitlines())
    yield from re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_command_in_a_document_is_one(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for line in commands(document):
        if line.startswith("artistguard ") and "…" not in line:
            words = shlex.split(line, comments=True)
            named = [word for word in words if word in table.SUMMARIES][:1]
            # A sentence may name a command without what it is told each time.
            with suppress(SystemExit):
                parser.build(table.SUMMARIES, table.command, named).parse_args(words[1:])
            wrong = capsys.readouterr().err
            assert not wrong or "arguments are required" in wrong, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    places = r"(?<![\w/.:-])((?:docs|resources|tests|artistguard|bundle|\.ci)/[\w./-]*\w)"
    for name in re.findall(places, document.read_text(encoding="utf-8")):
        assert any(ROOT.glob(f"{name}*")), name


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", BLOCK.sub("", document.read_text(encoding="utf-8"))):
        place, _, heading = target.partition("#")
        if not re.match(r"\w+:", target):
            there = document.parent / place if place else document
            assert there.exists(), target
            assert not heading or heading in headings(there), target


def headings(document: Path) -> list[str]:
    """As links name them."""
    told = re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", line.lower()).strip().replace(" ", "-") for line in told]


def test_the_two_commands_stand_first_and_as_they_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    given = [line for block in BLOCK.findall(text) for line in block.splitlines() if line.startswith("sh ")]
    assert given == ["sh .ci/setup && .venv/bin/artistguard protect resources/samples --out protected", "sh .ci/run"]


def test_every_long_form_is_named_where_it_is_told_of() -> None:
    script = (ROOT / ".ci/long").read_text(encoding="utf-8")
    parts = set(re.findall(r"^if wanted (\w+)", script, re.MULTILINE))
    named = re.search(r"^# .*?: sh \.ci/long (.*)$", script, re.MULTILINE)
    assert named is not None
    assert set(named[1].split(" | ")) == parts
    told = re.search(r"in full \((.*?)[;)]", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert told is not None
    assert set(re.findall(r"\w+", told[1])) == parts


def test_every_error_has_a_code_and_a_remedy_of_its_own() -> None:
    kinds = list(build._errors(ArtistGuardError))
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.advice.endswith("."), kind.code
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.code)


def test_no_document_names_this_computer() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"(^|[\s`\"'(])/(root|work|tmp|home)/", document.read_text(encoding="utf-8")), document
