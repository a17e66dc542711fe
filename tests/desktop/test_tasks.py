"""Errands in a real helper process, seen from the window's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.desktop.backstage import End
from artistguard.desktop.tasks import Backstage
from tests.suites.desk import Count, Dying, Endless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from artistguard.desktop.tasks import Call


@pytest.fixture
def backstage(qtbot: QtBot) -> Iterator[Backstage]:
    made = Backstage()
    yield made
    made.close()


def heard(qtbot: QtBot, call: Call) -> tuple[list[object], End]:
    """Values and end of one errand."""
    found: list[object] = []
    call.values.connect(found.extend)
    with qtbot.waitSignal(call.ended, timeout=60_000) as end:
        pass
    assert end.args is not None
    return found, end.args[0]


def test_errands_are_done_one_after_the_other(qtbot: QtBot, backstage: Backstage) -> None:
    first, second = backstage.ask(Count(3)), backstage.ask(Count(2))
    seen: list[int] = []
    first.values.connect(lambda values: seen.extend(each for each in values if isinstance(each, int)))
    assert backstage.busy
    found, end = heard(qtbot, second)
    assert [each for each in found if isinstance(each, int)] == [0, 1]
    assert seen == [0, 1, 2]
    assert end == End(second.number)
    assert not backstage.busy


def test_cancel_is_answered_and_what_was_done_is_told(qtbot: QtBot, backstage: Backstage) -> None:
    call = backstage.ask(Endless())
    with qtbot.waitSignal(call.values, timeout=60_000):
        pass
    call.stop()
    found, end = heard(qtbot, call)
    assert end.stopped
    assert [each for each in found if str(each).startswith("kept")] == ["kept 0", "kept 1", "kept 2"]


def test_a_crash_ends_its_errand_and_the_next_one_gets_a_new_process(qtbot: QtBot, backstage: Backstage) -> None:
    _, end = heard(qtbot, backstage.ask(Dying()))
    assert end.trouble is not None
    assert end.trouble.code == "helper-lost"
    found, end = heard(qtbot, backstage.ask(Count(2)))
    assert end.trouble is None
    assert [each for each in found if isinstance(each, int)] == [0, 1]


def test_closing_stops_what_runs(qtbot: QtBot, backstage: Backstage) -> None:
    call = backstage.ask(Endless())
    with qtbot.waitSignal(call.values, timeout=60_000):
        pass
    backstage.close()
    assert not backstage.busy
    found, _ = heard(qtbot, backstage.ask(Count(1)))
    assert 0 in found
