"""The door of the window, and the library behind it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from artistguard.desktop.app import _must_have_display
from artistguard.errors import UsageProblem
from artistguard.resources import resource_path

EMITTING = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(object, bool)
application = QCoreApplication([])
bell, heard = Bell(), []
bell.rung.connect(lambda what, loud: heard.append(loud))
for number in range(5000):
    bell.rung.emit((number, True), number % 2 == 0)
print(len(heard))
"""


def test_signals_do_not_end_the_process() -> None:
    # PySide6 6.12.0 on Python 3.11 aborts after some hundred: "Fatal Python error: bool_dealloc".
    done = subprocess.run([sys.executable, "-c", EMITTING], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "5000"), done.stderr


@pytest.mark.parametrize("platform", ["linux", "freebsd14"])
def test_without_a_display_the_window_says_so(platform: str) -> None:
    with pytest.raises(UsageProblem, match="needs a display") as problem:
        _must_have_display({"DISPLAY": ""}, platform)
    assert "artistguard protect" in problem.value.remedy


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_one_it_does_not(variable: str) -> None:
    _must_have_display({variable: "x"}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(platform: str) -> None:
    _must_have_display({}, platform)


def test_without_qt_the_command_line_says_what_to_do_instead() -> None:
    script = """
import sys
sys.modules["PySide6"] = None
from artistguard.cli.main import main
sys.exit(main(["picture.png"]))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "artistguard protect PATH" in done.stderr
    assert "Traceback" not in done.stderr


def test_opening_loads_no_decoder() -> None:
    script = """
import sys
import artistguard.desktop.window
print([name for name in ("PIL", "av", "lxml", "pikepdf", "mutagen", "pypdfium2") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_resources_are_found() -> None:
    assert resource_path("icons/app.svg").is_file()
    assert resource_path("samples").is_dir()
