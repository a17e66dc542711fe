"""The command line answers at once: what takes long to load is loaded by the command that needs it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from artistguard.cli import table
from artistguard.cli.main import main

HEAVY = ("numpy", "PIL", "lxml", "av", "pikepdf", "rich", "reportlab", "cryptography", "sqlite3", "PySide6")

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _bare() -> dict[str, str]:
    """No display, so that no window opens."""
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS}


def test_without_a_display_it_says_so_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    assert main(["picture.png"]) == 2
    told = capsys.readouterr().err
    assert "needs a display" in told
    assert "artistguard protect" in told


@pytest.mark.parametrize("words", [["--help"], ["--version"], []], ids=["help", "version", "nothing"])
def test_nothing_heavy_is_loaded_for(words: list[str]) -> None:
    script = f"""
import sys
from artistguard.cli.main import main
try:
    main({words!r})
except SystemExit:
    pass
print("loaded:", *(name for name in {HEAVY!r} if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=_bare())
    assert done.stdout.splitlines()[-1] == "loaded:", done.stderr


@pytest.mark.parametrize("name", table.SUMMARIES)
def test_every_command_is_told_as_its_module_tells_it(name: str) -> None:
    found = table.command(name)
    assert name == found.NAME
    assert table.SUMMARIES[name] == (found.__doc__ or "").splitlines()[0]


@pytest.mark.parametrize("name", table.SUMMARIES)
def test_every_command_describes_its_arguments(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert f"artistguard {name}" in told
    assert table.SUMMARIES[name] in told


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out.split()
    assert set(table.SUMMARIES) <= set(told)


def test_there_is_no_other_command() -> None:
    with pytest.raises(KeyError):
        table.command("protest")
