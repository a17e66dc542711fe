"""What a real screen reader gets to hear: the window on a display, its words over the bus of the system."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.suites.workshop import FOX

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 120
PARTS_OF_QT = {"list"}
"""The list of a combobox, which is spoken by its combobox."""


def test_a_screen_reader_hears_the_rows_and_every_control(tmp_path: Path) -> None:
    work = tmp_path / FOX.name
    shutil.copy(FOX, work)
    window = [sys.executable, "-m", "artistguard", str(work)]
    reader = ["/usr/bin/python3", str(ROOT / "tests" / "suites" / "screen_reader.py"), str(SECONDS), *window]
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", *reader],
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS * 2,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"},
    )
    heard = json.loads(done.stdout.splitlines()[-1])
    names = [each["name"] for each in heard]
    assert any(all(word in name for word in (FOX.stem, "PNG", "Image", "Ready")) for name in names)
    controls = [each for each in heard if each["focusable"] and each["role"] not in PARTS_OF_QT]
    assert len(controls) > 15
    assert [each for each in controls if not each["name"]] == []
    assert {"Choose files", "Your choice", "Your name", "Search", "Protect 1 work"} <= set(names)
