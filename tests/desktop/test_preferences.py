"""Preferences: each change is kept at once, what does not fit is told beside its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from artistguard.desktop.palettes import Appearance
from artistguard.desktop.phases import Phase
from artistguard.store.opening import open_store
from artistguard.terms import Choice
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX

if TYPE_CHECKING:
    import pytest

    from artistguard.desktop.views.preferences import Preferences
    from artistguard.store.settings import Setting
    from tests.suites.windows import Hands


def opened(hands: Hands) -> Preferences:
    shown = hands.window.open_preferences()
    settle(hands, shown)
    return shown


def settle(hands: Hands, shown: Preferences) -> None:
    hands.bot.waitUntil(lambda: not shown.clerk.busy, timeout=PATIENCE_MS)


def fill(hands: Hands, field: QLineEdit, text: str) -> None:
    field.clear()
    hands.type(field, text)
    hands.bot.keyClick(field, Qt.Key.Key_Return)


def setting(name: str) -> Setting:
    with open_store() as store:
        return store.settings.get(name)


def test_who_you_are_is_kept_and_what_does_not_fit_is_told_beside_it(hands: Hands) -> None:
    shown = opened(hands)
    fill(hands, shown.name.field, "Zoe Unal")
    fill(hands, shown.contact.field, "nowhere")
    settle(hands, shown)
    assert shown.contact.trouble.isVisible()
    assert shown.contact.trouble.text() == "a web address or a mail address is wanted."
    assert not shown.name.trouble.isVisible()
    assert setting("contact") == ""
    fill(hands, shown.contact.field, "zoe@example.org")
    settle(hands, shown)
    assert not shown.contact.trouble.isVisible()
    assert (setting("name"), setting("contact")) == ("Zoe Unal", "zoe@example.org")
    with hands.bot.waitSignal(hands.session.greeted, timeout=PATIENCE_MS):
        hands.click(shown.close_button)
    assert hands.screen.terms.name.text() == "Zoe Unal"


def test_what_is_being_typed_when_it_closes_is_kept_too(hands: Hands) -> None:
    shown = opened(hands)
    shown.name.field.setFocus()
    hands.type(shown.name.field, "Zoe Unal")
    with hands.bot.waitSignal(hands.session.greeted, timeout=PATIENCE_MS):
        hands.key(shown, Qt.Key.Key_Escape)
    assert setting("name") == "Zoe Unal"
    assert hands.session.declaration.name == "Zoe Unal"


def test_pages_are_turned_with_the_keyboard_and_every_field_keeps(hands: Hands) -> None:
    shown = opened(hands)
    hands.key(shown.names, Qt.Key.Key_Down)
    hands.key(shown.choice.field, Qt.Key.Key_End)
    settle(hands, shown)
    assert setting("choice") == str(Choice.NOTHING)
    hands.key(shown.names, Qt.Key.Key_Down)
    fill(hands, shown.registry.field, "registry.example")
    settle(hands, shown)
    assert "https://" in shown.registry.trouble.text()
    hands.key(shown.register.field, Qt.Key.Key_Space)
    hands.key(shown.names, Qt.Key.Key_Down)
    hands.key(shown.wayback.field, Qt.Key.Key_Space)
    hands.key(shown.mtime.field, Qt.Key.Key_Space)
    hands.key(shown.jobs.field, Qt.Key.Key_Up)
    hands.key(shown.jobs.field, Qt.Key.Key_Return)
    hands.key(shown.keys.field, Qt.Key.Key_End)
    settle(hands, shown)
    kept = [setting(name) for name in ("register", "wayback", "keep-mtime", "jobs", "identity.store", "registry")]
    assert kept == [False, False, False, 1, "file", ""]
    hands.key(shown.names, Qt.Key.Key_Down)
    hands.key(shown.look, Qt.Key.Key_End)
    assert hands.window.theme.appearance is Appearance.HIGH_CONTRAST


def test_another_choice_holds_for_works_that_wait_on_the_list(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    assert hands.row(0, 3).data() == "No AI or data mining, search allowed"
    shown = opened(hands)
    hands.key(shown.names, Qt.Key.Key_Down)
    hands.key(shown.choice.field, Qt.Key.Key_End)
    settle(hands, shown)
    with hands.bot.waitSignal(hands.session.rewritten, timeout=PATIENCE_MS):
        hands.click(shown.close_button)
    assert hands.row(0, 3).data() == "No machine use at all"
    outcome = hands.session.model.versions()[0].outcome
    assert outcome is not None
    assert outcome.choice is Choice.NOTHING


def test_a_pen_name_is_added_and_chosen(hands: Hands) -> None:
    shown = opened(hands)
    assert shown.no_profile.isVisible()
    hands.type(shown.new_name, "Nightjar")
    hands.click(shown.add_profile)
    settle(hands, shown)
    assert shown.profile.count() == 2
    hands.key(shown.profile, Qt.Key.Key_End)
    settle(hands, shown)
    with open_store() as store:
        assert store.identities.profile().name == "Nightjar"
    hands.type(shown.new_name, "Nightjar")
    hands.click(shown.add_profile)
    settle(hands, shown)
    assert shown.trouble.isVisible()


def test_what_waits_is_told_and_sent(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store() as store:
        store.settings.set("registry", "http://127.0.0.1:9")
    hands.protected(hands.put(FOX))
    shown = opened(hands)
    shown.names.setCurrentRow(2)
    assert shown.waits.text() == "1 statement waits for 127.0.0.1:9."
    hands.click(shown.send_now)
    hands.bot.waitUntil(lambda: shown.trouble.isVisible() and not shown.clerk.busy, timeout=PATIENCE_MS)
    assert shown.waits.text() == "1 statement waits for 127.0.0.1:9."


def test_every_control_has_a_name(hands: Hands) -> None:
    shown = opened(hands)
    screens: list[QWidget] = [shown, hands.window.my_works, hands.window.checking]
    controls = [
        each
        for screen in screens
        for kind in (QLineEdit, QComboBox, QPushButton)
        for each in screen.findChildren(kind)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.objectName() != "qt_spinbox_lineedit"
    ]
    assert len(controls) > 20
    assert [each for each in controls if not each.accessibleName()] == []
