"""No test of the window needs a screen, and all of them are in English unless they say otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The window speaks the language of the system; the tests expect English wherever they run.
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.suites.windows import Hands


@pytest.fixture
def hands(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    """The window, shown, with an empty profile, and somebody's hands on it."""
    from tests.suites.windows import Hands

    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as ready:
        yield ready
