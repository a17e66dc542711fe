"""The first steps: three, each may be skipped, and they never come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from artistguard.desktop.views.wizard import Wizard
from artistguard.store.opening import open_store
from artistguard.terms import Choice
from tests.suites.windows import PATIENCE_MS

if TYPE_CHECKING:
    from tests.suites.windows import Hands


def begun(hands: Hands) -> Wizard:
    shown = hands.window.welcome()
    assert isinstance(shown, Wizard)
    settle(hands, shown)
    return shown


def settle(hands: Hands, shown: Wizard) -> None:
    hands.bot.waitUntil(lambda: not shown.clerk.busy, timeout=PATIENCE_MS)


def step(hands: Hands, shown: Wizard, place: int) -> None:
    hands.bot.waitUntil(lambda: shown.steps.currentIndex() == place, timeout=PATIENCE_MS)
    settle(hands, shown)


def test_three_steps_are_kept_and_hold_in_the_window(hands: Hands) -> None:
    shown = begun(hands)
    assert shown.place.text() == "Step 1 of 3"
    hands.type(shown.name.field, "Zoe Unal")
    hands.type(shown.licence.field, "nowhere")
    hands.click(shown.next)
    hands.bot.waitUntil(shown.licence.trouble.isVisible, timeout=PATIENCE_MS)
    settle(hands, shown)
    assert shown.steps.currentIndex() == 0
    shown.licence.field.clear()
    hands.type(shown.licence.field, "https://zoe.example/licence")
    hands.click(shown.next)
    step(hands, shown, 1)
    hands.key(shown.choice.field, Qt.Key.Key_End)
    hands.click(shown.next)
    step(hands, shown, 2)
    assert shown.skip.text() == "Not now"
    with hands.bot.waitSignal(hands.session.greeted, timeout=PATIENCE_MS):
        hands.click(shown.skip)
    with open_store() as store:
        kept = store.settings.all()
    assert (kept["name"], kept["licence"]) == ("Zoe Unal", "https://zoe.example/licence")
    assert (kept["choice"], kept["registry"]) == (str(Choice.NOTHING), "")
    assert hands.session.declaration.name == "Zoe Unal"
    assert hands.session.declaration.choice is Choice.NOTHING


def test_skipping_keeps_nothing_and_it_never_comes_again(hands: Hands) -> None:
    with open_store() as store:
        before = store.settings.all()
    shown = begun(hands)
    hands.type(shown.name.field, "Zoe Unal")
    hands.click(shown.skip)
    hands.click(shown.skip)
    hands.click(shown.back)
    hands.click(shown.skip)
    with hands.bot.waitSignal(shown.finished):
        hands.click(shown.skip)
    with open_store() as store:
        assert store.settings.all() == before
    assert hands.window.welcome() is None


def test_closing_it_skips_the_rest(hands: Hands) -> None:
    shown = begun(hands)
    with hands.bot.waitSignal(shown.finished):
        hands.key(shown, Qt.Key.Key_Escape)
    assert hands.window.welcome() is None
