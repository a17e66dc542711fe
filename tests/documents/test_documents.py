"""The documents say what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from artistguard.cli import parser, table
from artistguard.errors import ArtistGuardError
from tests.documents import build

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("document", list(build.PARTS))
def test_generated_parts_are_up_to_date(document: str) -> None:
    now = (ROOT / document).read_text(encoding="utf-8")
    for name, part in build.PARTS[document]:
        assert build.same_words(build.with_part(now, name, part()), now), "run: python tests/documents/build.py"


@pytest.mark.parametrize("document", list(build.WHOLE))
def test_generated_files_are_up_to_date(document: str) -> None:
    assert (ROOT / document).read_text(encoding="utf-8") == build.WHOLE[document](), "run: tests/documents/build.py"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_in_a_document_is_one(document: Path) -> None:
    for block in re.findall(r"^```\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            if line.startswith("artistguard ") and "…" not in line:
                words = shlex.split(line, comments=True)
                named = [word for word in words if word in table.SUMMARIES][:1]
                parser.build(table.SUMMARIES, table.command, named).parse_args(words[1:])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_document_names_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:docs|resources|tests|artistguard|\.ci)/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name


def test_every_error_has_a_code_and_a_remedy_of_its_own() -> None:
    kinds = list(build._errors(ArtistGuardError))
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert kind.advice.endswith("."), kind.code
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.code)


def test_no_document_names_this_computer() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"(^|[\s`\"'(])/(root|work|tmp|home)/", document.read_text(encoding="utf-8")), document
