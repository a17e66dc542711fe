"""Preferences: each change is kept at once, what does not fit is told beside its field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from artistguard.desktop.palettes import Appearance
from artistguard.desktop.phases import Phase
from artistguard.store.opening import open_store
from artistguard.terms import Choice
from tests.suites.served import served
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
    fill(hands, shown.you.fields[0].field, "Zoe Unal")
    fill(hands, shown.you.fields[1].field, "nowhere")
    settle(hands, shown)
    assert shown.you.fields[1].trouble.isVisible()
    assert shown.you.fields[1].trouble.text() == "a web address or a mail address is wanted."
    assert not shown.you.fields[0].trouble.isVisible()
    assert setting("contact") == ""
    fill(hands, shown.you.fields[1].field, "zoe@example.org")
    settle(hands, shown)
    assert not shown.you.fields[1].trouble.isVisible()
    assert (setting("name"), setting("contact")) == ("Zoe Unal", "zoe@example.org")
    with hands.bot.waitSignal(hands.session.greeted, timeout=PATIENCE_MS):
        hands.click(shown.close_button)
    assert hands.screen.terms.name.text() == "Zoe Unal"


def test_what_is_being_typed_when_it_closes_is_kept_too(hands: Hands) -> None:
    shown = opened(hands)
    shown.you.fields[0].field.setFocus()
    hands.type(shown.you.fields[0].field, "Zoe Unal")
    with hands.bot.waitSignal(hands.session.greeted, timeout=PATIENCE_MS):
        hands.key(shown, Qt.Key.Key_Escape)
    assert setting("name") == "Zoe Unal"
    assert hands.session.declaration.name == "Zoe Unal"


def test_pages_are_turned_with_the_keyboard_and_every_field_keeps(hands: Hands) -> None:
    shown = opened(hands)
    hands.key(shown.names, Qt.Key.Key_Down)
    hands.key(shown.choice.field.field, Qt.Key.Key_End)
    settle(hands, shown)
    assert setting("choice") == str(Choice.NOTHING)
    hands.key(shown.names, Qt.Key.Key_Down)
    fill(hands, shown.registries.address.field, "registry.example")
    settle(hands, shown)
    assert "https://" in shown.registries.address.trouble.text()
    hands.key(shown.registries.register.field, Qt.Key.Key_Space)
    shown.names.setCurrentRow(5)
    hands.key(shown.wayback.field, Qt.Key.Key_Space)
    hands.key(shown.mtime.field, Qt.Key.Key_Space)
    hands.key(shown.jobs.field, Qt.Key.Key_Up)
    hands.key(shown.jobs.field, Qt.Key.Key_Return)
    hands.key(shown.keys.field, Qt.Key.Key_End)
    settle(hands, shown)
    kept = [setting(name) for name in ("register", "wayback", "keep-mtime", "jobs", "identity.store", "registry")]
    assert kept == [False, False, False, 1, "file", ""]
    hands.key(shown.names, Qt.Key.Key_Up)
    hands.key(shown.looks.look, Qt.Key.Key_End)
    assert hands.window.theme.appearance is Appearance.HIGH_CONTRAST


def test_another_choice_holds_for_works_that_wait_on_the_list(hands: Hands) -> None:
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    assert hands.row(0, 3).data() == "No AI or data mining, search allowed"
    shown = opened(hands)
    hands.key(shown.names, Qt.Key.Key_Down)
    hands.key(shown.choice.field.field, Qt.Key.Key_End)
    settle(hands, shown)
    with hands.bot.waitSignal(hands.session.rewritten, timeout=PATIENCE_MS):
        hands.click(shown.close_button)
    assert hands.row(0, 3).data() == "No machine use at all"
    outcome = hands.session.model.versions()[0].outcome
    assert outcome is not None
    assert outcome.choice is Choice.NOTHING


def test_a_pen_name_is_added_and_chosen(hands: Hands) -> None:
    shown = opened(hands)
    assert shown.you.no_profile.isVisible()
    hands.type(shown.you.new_name, "Nightjar")
    hands.click(shown.you.add_profile)
    settle(hands, shown)
    assert shown.you.profile.count() == 2
    hands.key(shown.you.profile, Qt.Key.Key_End)
    settle(hands, shown)
    with open_store() as store:
        assert store.identities.profile().name == "Nightjar"
    hands.type(shown.you.new_name, "Nightjar")
    hands.click(shown.you.add_profile)
    settle(hands, shown)
    assert shown.trouble.isVisible()


def test_what_waits_is_told_and_sent(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store() as store:
        store.settings.set("registry", "http://127.0.0.1:9")
    hands.protected(hands.put(FOX))
    shown = opened(hands)
    shown.names.setCurrentRow(2)
    assert shown.registries.waits.text() == "1 statement waits for 127.0.0.1:9."
    hands.click(shown.registries.send_now)
    hands.bot.waitUntil(lambda: shown.trouble.isVisible() and not shown.clerk.busy, timeout=PATIENCE_MS)
    assert shown.registries.waits.text() == "1 statement waits for 127.0.0.1:9."


def test_a_registry_that_confirmed_something_is_known_again_with_its_code(hands: Hands, tmp_path: Path) -> None:
    with served(tmp_path / "registry") as registry:
        with open_store() as store:
            store.settings.set("registry", registry.address)
        hands.protected(hands.put(FOX))
        with open_store() as store:
            store.settings.unset("registry")
        shown = opened(hands)
        shown.names.setCurrentRow(2)
        pressed = {each.accessibleName().partition(":")[0]: each for each in shown.registries.findChildren(QPushButton)}
        hands.click(pressed["Show code"])
        (code,) = [each for each in shown.registries.findChildren(QLabel) if not each.pixmap().isNull()]
        assert code.isVisible()
        image = tmp_path / "code.png"
        assert code.pixmap().save(str(image))
        hands.click(pressed["Use this one"])
        settle(hands, shown)
        assert setting("registry") == registry.address
    with open_store() as store:
        (pin,) = [each for each in store.pins.all() if not each.origin.startswith("artistguard.local")]
    assert pin.address == registry.address
    with Image.open(image) as drawn:
        grey = np.asarray(drawn.convert("L"))
    # The three finder patterns, and nothing but dark and light. Source: ISO/IEC 18004, 6.3.3.
    assert set(np.unique(grey)) == {0, 255}
    module = next(
        width for width in range(1, 20) if grey[4 * width, 4 * width] == 0 and not grey[: 4 * width].min() < 255
    )
    assert [int(value) for value in grey[4 * module, 4 * module : 12 * module : module]] == [0] * 7 + [255]


def test_appearance_is_the_same_in_the_menu_and_in_preferences(hands: Hands) -> None:
    shown = opened(hands)
    shown.names.setCurrentRow(4)
    hands.key(shown.looks.look, Qt.Key.Key_End)
    ticked = [each for each in hands.window.menu.actions()[0].menu().actions() if each.isChecked()]
    assert [each.text() for each in ticked] == ["High contrast"]
    hands.click(shown.close_button)
    hands.window.menu.actions()[0].menu().actions()[1].trigger()
    assert opened(hands).looks.look.currentData() == hands.window.theme.appearance == Appearance.LIGHT


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


def test_the_kit_for_a_website_is_saved_into_a_new_folder(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened(hands)
    hands.key(shown.names, Qt.Key.Key_Down)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    hands.click(shown.choice.kit)
    settle(hands, shown)
    (kit,) = tmp_path.glob("artistguard-kit *")
    assert "Content-Usage: train-ai=n" in (kit / "robots.txt").read_text("utf-8")
    assert kit.name in shown.told.text()


def test_the_pages_that_the_window_links_to_are_there(hands: Hands) -> None:
    shown = opened(hands)
    links = [label.text() for label in (*shown.findChildren(QLabel), *hands.window.findChildren(QLabel))]
    pages = {QUrl(found[1]).toLocalFile() for text in links if (found := re.search(r'href="(file:[^"]+)"', text))}
    assert {Path(page).name for page in pages} == {"law.html", "readers.html"}
    for page in pages:
        assert Path(page).is_file()
