"""Who signs, and her key: switched in the toolbar, kept, brought in, renewed, and secured on paper."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from artistguard.desktop.phases import Phase
from artistguard.desktop.views.asking import PassphraseQuestion, Question, Shown
from artistguard.desktop.views.preferences import Preferences
from artistguard.jobs.guarding import is_ours
from artistguard.jobs.identity import create, export
from artistguard.store.opening import open_store
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX, PHOTO, workshop

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from artistguard.store.identity import Profile
    from tests.suites.windows import Hands

WORDS = "correct horse battery staple"


def settle(hands: Hands, shown: Preferences) -> None:
    hands.bot.waitUntil(lambda: not shown.clerk.busy, timeout=PATIENCE_MS)


def you(hands: Hands) -> Preferences:
    shown = hands.window.open_preferences()
    settle(hands, shown)
    return shown


def signing() -> Profile:
    with open_store() as store:
        return store.identities.profile()


def asked(hands: Hands, shown: Preferences, kind: type[Question]) -> Question:
    def found() -> list[Question]:
        return [each for each in shown.you.findChildren(kind) if each.isVisible()]

    hands.bot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
    return found()[0]


def unlock(hands: Hands, shown: Preferences, *typed: str) -> None:
    question = asked(hands, shown, PassphraseQuestion)
    assert isinstance(question, PassphraseQuestion)
    for field, words in zip(question.fields, typed, strict=True):
        assert not question.buttons[0].isEnabled()
        hands.type(field, words)
    hands.click(question.buttons[0])
    settle(hands, shown)


def test_after_the_first_protection_a_copy_of_the_key_is_offered_once(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.protected(hands.put(FOX))
    assert hands.window.offer.isVisible()
    hands.click(hands.window.offer.do)
    (preferences,) = hands.window.findChildren(Preferences)
    settle(hands, preferences)
    copy = tmp_path / "copy.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    hands.click(preferences.you.save)
    unlock(hands, preferences, WORDS, WORDS)
    assert str(copy) in preferences.told.text()
    assert WORDS not in copy.read_text()
    assert json.loads(copy.read_text())["did"] == signing().did
    hands.click(preferences.close_button)
    hands.click(hands.screen.start_over)
    hands.protected(hands.put(PHOTO))
    assert not hands.window.offer.isVisible()


def test_a_copy_is_brought_in_and_a_wrong_passphrase_is_told(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workshop(tmp_path) as elsewhere:
        create(elsewhere.studio, "Zoe")
        elsewhere.studio.profile = "Zoe"
        export(elsewhere.studio, str(tmp_path / "copy.json"), lambda: WORDS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "copy.json"), ""))
    shown = you(hands)
    hands.click(shown.you.bring)
    unlock(hands, shown, "something else")
    assert shown.trouble.isVisible()
    hands.click(shown.you.bring)
    unlock(hands, shown, WORDS)
    assert shown.you.profile.findData("Zoe") >= 0
    assert shown.you.profile.currentData() == "Zoe"
    assert "locked with your passphrase" in shown.you.key.text()


def test_a_new_key_takes_over_when_that_is_confirmed(hands: Hands) -> None:
    hands.protected(hands.put(FOX))
    before = signing()
    shown = you(hands)
    hands.click(shown.you.renew)
    hands.click(asked(hands, shown, Question).buttons[0])
    settle(hands, shown)
    assert signing().did != before.did
    assert signing().name == before.name
    with open_store() as store:
        (old,) = [each for each in store.identities.profiles(replaced=True) if each.did == before.did]
    assert old.replaced_by == signing().did


def test_a_recovery_page_is_printed_shown_once_and_not_taken_for_a_work(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.protected(hands.put(FOX))
    page = tmp_path / "recovery.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page.with_suffix("")), ""))
    shown = you(hands)
    hands.click(shown.you.recovery)
    told = asked(hands, shown, Shown)
    assert isinstance(told, Shown)
    line = told.line.text()
    assert line.startswith("AG-")
    hands.click(told.buttons[0])
    settle(hands, shown)
    printed = subprocess.run(["pdftotext", page, "-"], capture_output=True, text=True, check=True).stdout
    assert line.replace("-", "") in printed.replace("-", "").replace("\n", "").replace(" ", "")
    assert signing().recovery
    assert not shown.you.recovery.isEnabled()
    with workshop(tmp_path) as shop:
        assert is_ours(shop.studio, page)


def test_who_signs_is_switched_in_the_toolbar_and_states_her_own_terms(hands: Hands) -> None:
    shown = you(hands)
    assert not hands.window.signer.isVisible()
    hands.type(shown.you.fields[0].field, "Zoe Unal")
    hands.bot.keyClick(shown.you.fields[0].field, Qt.Key.Key_Return)
    hands.type(shown.you.fields[1].field, "zoe@example.org")
    hands.bot.keyClick(shown.you.fields[1].field, Qt.Key.Key_Return)
    hands.type(shown.you.new_name, "Nightjar")
    hands.click(shown.you.add_profile)
    settle(hands, shown)
    hands.click(shown.close_button)
    signer = hands.window.signer
    hands.bot.waitUntil(signer.isVisible, timeout=PATIENCE_MS)
    with hands.bot.waitSignal(signer.changed, timeout=PATIENCE_MS):
        hands.key(signer, Qt.Key.Key_End)
    hands.bot.waitUntil(lambda: hands.session.declaration.name == "Nightjar", timeout=PATIENCE_MS)
    assert hands.session.declaration.contact == ""
    assert hands.screen.terms.name.text() == "Nightjar"
    # What is set now is the pen name's, and the first name's terms stay hers.
    shown = you(hands)
    hands.type(shown.you.fields[1].field, "https://nightjar.example/")
    hands.bot.keyClick(shown.you.fields[1].field, Qt.Key.Key_Return)
    settle(hands, shown)
    hands.click(shown.close_button)
    hands.drop([hands.put(FOX)])
    hands.wait(Phase.READY)
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    (outcome,) = [each.outcome for each in hands.session.model.versions()]
    assert outcome is not None
    with open_store() as store:
        (version,) = store.catalogue.versions(outcome.work)
        declared = version.inscription.declaration
        assert (declared.name, declared.contact) == ("Nightjar", "https://nightjar.example/")
        assert (store.settings.get("name"), store.settings.get("contact")) == ("Zoe Unal", "zoe@example.org")
    with hands.bot.waitSignal(signer.changed, timeout=PATIENCE_MS):
        hands.key(signer, Qt.Key.Key_Home)
    hands.bot.waitUntil(lambda: hands.session.declaration.contact == "zoe@example.org", timeout=PATIENCE_MS)


def test_a_recovery_line_makes_a_new_key_where_the_old_one_is_lost(hands: Hands) -> None:
    with open_store() as store:
        profile, _ = store.identities.ensure()
        line, recovery = store.identities.make_recovery(profile)
        for key in store.home.keys.iterdir():
            key.unlink()
    shown = you(hands)
    hands.click(shown.you.lost)
    question = asked(hands, shown, PassphraseQuestion)
    assert isinstance(question, PassphraseQuestion)
    assert question.fields[0].echoMode() is QLineEdit.EchoMode.Normal
    hands.type(question.fields[0], line.lower())
    hands.click(question.buttons[0])
    settle(hands, shown)
    assert signing().did != profile.did
    assert signing().recovery == recovery.did
