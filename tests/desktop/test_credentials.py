"""Content credentials in the window: switched, shown before they are written, and the certificate behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from artistguard.desktop.phases import Phase
from artistguard.desktop.views.signing import CertificateQuestion
from artistguard.store.opening import open_store
from tests.suites import certified
from tests.suites.windows import PATIENCE_MS
from tests.suites.workshop import FOX

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from artistguard.desktop.views.preferences import Preferences
    from tests.suites.windows import Hands

PASSPHRASE = "correct horse"


def preferences(hands: Hands) -> Preferences:
    shown = hands.window.open_preferences()
    shown.names.setCurrentRow(shown.sheets.index(shown.registries))
    settle(hands, shown)
    return shown


def settle(hands: Hands, shown: Preferences) -> None:
    hands.bot.waitUntil(lambda: not shown.clerk.busy, timeout=PATIENCE_MS)


def bring(hands: Hands, shown: Preferences, monkeypatch: pytest.MonkeyPatch, file: Path) -> CertificateQuestion:
    """Press the button, choose the file, and let the question come."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    hands.click(shown.registries.signing.bring)
    hands.bot.waitUntil(lambda: bool(shown.registries.signing.findChildren(CertificateQuestion)))
    (question,) = shown.registries.signing.findChildren(CertificateQuestion)
    return question


def test_what_is_protected_is_signed_and_that_is_told_before_and_after(hands: Hands) -> None:
    fox = hands.put(FOX)
    hands.drop([fox])
    hands.wait(Phase.READY)
    hands.choose(0)
    hands.click(hands.screen.details)
    assert "signed as yours, inside the file" in hands.screen.written.text
    assert hands.screen.written.text.startswith("What will be written into")
    hands.click(hands.screen.protect)
    hands.wait(Phase.DONE)
    assert hands.screen.written.text.startswith("What was written into")
    assert "signed as yours, inside the file" in hands.screen.written.text
    works = hands.window.my_works
    hands.window.go_to(works)
    hands.bot.waitUntil(lambda: bool(works.model.works) and not works.clerk.busy, timeout=PATIENCE_MS)
    works.list.selectAll()
    hands.bot.waitUntil(lambda: "Carries your signature" in works.particulars.text(), timeout=PATIENCE_MS)
    hands.window.go_to(hands.window.checking)
    hands.window.checking.check([str(fox)])
    hands.bot.waitUntil(lambda: "Signed by you" in hands.window.checking.found.text, timeout=PATIENCE_MS)
    assert b"c2pa" in fox.read_bytes()


def test_without_the_tick_nothing_is_signed(hands: Hands) -> None:
    shown = preferences(hands)
    assert shown.registries.sign.field.isChecked()
    hands.click(shown.registries.sign.field)
    settle(hands, shown)
    with hands.bot.waitSignal(hands.session.greeted, timeout=PATIENCE_MS):
        hands.click(shown.close_button)
    fox = hands.put(FOX)
    hands.protected(fox)
    assert b"c2pa" not in fox.read_bytes()
    with open_store() as store:
        assert store.settings.get("credentials") is False


def test_a_certificate_is_made_brought_in_and_removed(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = preferences(hands)
    part = shown.registries.signing
    assert part.told.text() == "Your certificate is made when you first protect something."
    assert not part.remove.isVisible()
    hands.click(part.anew)
    settle(hands, shown)
    assert "nobody vouches for the name" in part.told.text()
    bought = tmp_path / "mine.p12"
    bought.write_bytes(certified.bought().package(PASSPHRASE))
    question = bring(hands, shown, monkeypatch, bought)
    hands.type(question.fields[0], PASSPHRASE)
    hands.click(question.buttons[0])
    settle(hands, shown)
    assert part.told.text().startswith("Your certificate says “Zoë Ünal”, and Test CA 1 vouches for the name.")
    assert not part.anew.isVisible()
    hands.click(part.remove)
    settle(hands, shown)
    assert "nobody vouches for the name" in part.told.text()
    assert part.anew.isVisible()


def test_a_key_in_a_file_of_its_own_and_a_wrong_passphrase(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = preferences(hands)
    part = shown.registries.signing
    sold = certified.bought()
    chain, secret = tmp_path / "chain.pem", tmp_path / "secret.pem"
    chain.write_bytes(sold.pem())
    secret.write_bytes(sold.secret(PASSPHRASE))
    question = bring(hands, shown, monkeypatch, chain)
    assert question.buttons[0].isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(secret), ""))
    hands.click(question.elsewhere)
    assert question.elsewhere.text() == "Its private key is in “secret.pem”"
    hands.type(question.fields[0], "a wrong one")
    hands.click(question.buttons[0])
    settle(hands, shown)
    assert shown.trouble.isVisible()
    assert part.told.text() == "Your certificate is made when you first protect something."
    hands.bot.waitUntil(lambda: not part.findChildren(CertificateQuestion))
    question = bring(hands, shown, monkeypatch, chain)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(secret), ""))
    hands.click(question.elsewhere)
    hands.type(question.fields[0], PASSPHRASE)
    hands.click(question.buttons[0])
    settle(hands, shown)
    assert "Test CA 1 vouches" in part.told.text()
