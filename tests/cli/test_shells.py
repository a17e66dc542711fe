"""Completion and the manual page say what the parser says."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from artistguard.cli import table
from artistguard.cli.main import main
from artistguard.cli.manual import page
from artistguard.cli.outline import Outline, outline
from artistguard.cli.parser import build
from artistguard.cli.shells import SHELLS, script
from tests.suites.program import ROOT

PAGE = ROOT / "resources" / "man" / "artistguard.1"


@pytest.fixture(scope="module")
def whole() -> Outline:
    return outline(build(table.SUMMARIES, table.command, table.SUMMARIES))


def complete(whole: Outline, *words: str) -> set[str]:
    """What bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in ("artistguard", *words))
    asked = f"""{script("bash", whole)}
    COMP_WORDS=({line}); COMP_CWORD={len(words)}; _artistguard; printf '%s\\n' "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_bash_offers_commands_actions_options_and_their_words(whole: Outline) -> None:
    assert complete(whole, "pro") == {"protect"}
    assert complete(whole, "identity", "r") >= {"rotate", "recovery"}
    assert complete(whole, "protect", "--cho") == {"--choice"}
    assert complete(whole, "protect", "works", "--choice", "no") == {
        "no-generative-training",
        "no-ai-training",
        "nothing",
    }
    assert complete(whole, "identity", "export", "--pro") == {"--profile"}
    assert complete(whole, "protect", "pyproj") == {"pyproject.toml"}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_offered(whole: Outline, shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    told = capsys.readouterr().out
    assert told == script(shell, whole)
    for each in whole.all():
        assert all(name in told for name in each.names)
        for option in each.options:
            assert all(flag.lstrip("-") in told for flag in option.flags)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_script_is_sound_where_its_shell_is_at_hand(whole: Outline, shell: str) -> None:
    told = script(shell, whole)
    assert told.count("'") % 2 == 0 or "\\'" in told
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=told, text=True, check=True, capture_output=True)


def test_the_manual_page_is_up_to_date_and_groff_reads_it(whole: Outline) -> None:
    assert PAGE.read_text("utf-8") == page(whole)
    build_it = [sys.executable, str(PAGE.with_name("build.py")), "--check"]
    subprocess.run(build_it, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=True)
    for section in ("NAME", "SYNOPSIS", "COMMANDS", "CHOICES", "EXIT STATUS", "ENVIRONMENT"):
        assert f".SH {section}\n" in page(whole)
    if shutil.which("groff"):
        done = subprocess.run(
            ["groff", "-ww", "-man", "-Tutf8", PAGE], capture_output=True, text=True, check=True, encoding="utf-8"
        )
        assert done.stderr == ""
        assert "search-only" in done.stdout


def test_every_summary_is_the_first_line_of_its_module() -> None:
    for name, summary in table.SUMMARIES.items():
        assert (table.command(name).__doc__ or "").strip().splitlines()[0] == summary
