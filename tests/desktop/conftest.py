"""No test of the window needs a screen, and all of them are in English unless they say otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The window speaks the language of the system; the tests expect English wherever they run.
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")

PATIENCE_MS = 120_000

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.suites.windows import Hands


class PatientBot(QtBot):
    """Waits for as long as a busy machine may take; the five seconds that it has by itself are no promise of ours."""

    def waitUntil(self, callback: Any, *, timeout: int = 0) -> None:  # noqa: N802 - as Qt names it
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = 0, **more: Any) -> Any:  # noqa: N802 - as Qt names it
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS), **more)

    def waitExposed(self, widget: Any, *, timeout: int = 0) -> Any:  # noqa: N802 - as Qt names it
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE_MS))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def hands(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    """The window, shown, with an empty profile, and somebody's hands on it."""
    from tests.suites.windows import Hands

    with Hands.on_a_window(qapp, qtbot, tmp_path / "works") as ready:
        yield ready
