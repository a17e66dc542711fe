"""Preferences, You: who signs, what is stated about her, and her key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit

from artistguard.desktop import housewords, sayings, words
from artistguard.desktop.household import ChooseProfile, NewProfile
from artistguard.desktop.keyring import BringKey, MakeRecoveryPage, NewKey, Recovery, SaveKey
from artistguard.desktop.views.asking import PassphraseQuestion, Question, Shown, when
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.fields import TextField
from artistguard.desktop.views.flow import flowing
from artistguard.desktop.views.pressing import Box, button
from artistguard.desktop.views.sheet import Sheet, headed, line, side_by_side

if TYPE_CHECKING:
    from artistguard.desktop.household import Household
    from artistguard.desktop.views.fields import Keeping
    from artistguard.store.identity import Profile

PLACES = {"keyring": housewords.KEY_RING, "file": housewords.KEY_FILE, "sealed-file": housewords.KEY_SEALED}


class YouSheet(Sheet):
    """The page."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(sayings.YOU)
        self.profile = Box()
        self.profile.setAccessibleName(words.translate(sayings.SIGNS_AS))
        self.no_profile = label(sayings.NO_PROFILE, "muted", wrap=True)
        self.fields = (
            TextField(keeping, "name", words.YOUR_NAME, words.NAME_HINT),
            TextField(keeping, "contact", words.YOUR_CONTACT, words.CONTACT_HINT),
            TextField(keeping, "licence", sayings.LICENCE, sayings.LICENCE_HINT),
            TextField(keeping, "policy", sayings.POLICY, sayings.POLICY_HINT),
        )
        self.new_name = line(sayings.NEW_PROFILE, sayings.NEW_PROFILE_HINT)
        self.acts_for = line(sayings.ACTS_FOR, sayings.ACTS_FOR_HINT)
        self.add_profile = button(sayings.ADD_PROFILE)
        self.key = label("", "plain", wrap=True)
        self.save = button(housewords.SAVE_KEY)
        self.bring = button(housewords.BRING_KEY)
        self.recovery = button(housewords.RECOVERY_PAGE)
        self.renew = button(housewords.NEW_KEY)
        self.lost = button(housewords.LOST_KEY)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add(
            headed(sayings.SIGNS_AS, self.profile),
            self.no_profile,
            *self.fields,
            headed(sayings.ADD_NAME, side_by_side(self.new_name, self.acts_for, self.add_profile)),
            label(housewords.YOUR_KEY, "heading"),
            label(housewords.KEY_MORE, "muted", wrap=True),
            self.key,
            flowing(self.save, self.bring, self.recovery, self.renew, self.lost),
        )

    def _connect(self) -> None:
        self.profile.activated.connect(lambda _: self.asked.emit(ChooseProfile(self.profile.currentData())))
        self.add_profile.clicked.connect(self._add_profile)
        self.new_name.returnPressed.connect(self._add_profile)
        self.save.clicked.connect(self._save_key)
        self.bring.clicked.connect(self._bring_key)
        self.recovery.clicked.connect(self._make_recovery)
        self.renew.clicked.connect(self._renew)
        self.lost.clicked.connect(self._use_line)

    # -- what the person does -------------------------------------------------------------------------------------

    def show_key(self) -> None:
        """Come to where the key is looked after."""
        self.save.setFocus()
        self.ensureWidgetVisible(self.renew)

    def _save_key(self) -> None:
        """Ask where to, and with which passphrase."""
        path, _ = QFileDialog.getSaveFileName(
            self, words.translate(housewords.SAVE_KEY), "artistguard-key.json", words.translate(housewords.KEY_FILES)
        )
        if path:
            question = PassphraseQuestion(self, housewords.LOCK, housewords.LOCK_MEANS, housewords.SAVE, twice=True)
            when(question, lambda _: self.asked.emit(SaveKey(path, question.typed)))

    def _add_profile(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self.asked.emit(NewProfile(name, self.acts_for.text().strip()))
            self.new_name.clear()
            self.acts_for.clear()

    def _bring_key(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, words.translate(housewords.BRING_KEY), "", words.translate(housewords.KEY_FILES)
        )
        if path:
            question = PassphraseQuestion(self, housewords.UNLOCK, housewords.UNLOCK_MEANS, housewords.OPEN)
            when(question, lambda _: self.asked.emit(BringKey(path, question.typed)))

    def _make_recovery(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, words.translate(housewords.RECOVERY_PAGE), "recovery.pdf", words.translate(sayings.PDF_FILES)
        )
        if path:
            self.asked.emit(MakeRecoveryPage(path if path.lower().endswith(".pdf") else f"{path}.pdf"))

    def _renew(self) -> None:
        name = self.profile.currentData() or ""
        sentence = housewords.new_key(name)
        question = Question(self, sentence, housewords.NEW_KEY_MEANS, (housewords.MAKE,))
        when(question, lambda _: self.asked.emit(NewKey()))

    def _use_line(self) -> None:
        """The line stands on paper in front of her, so it is typed where she can see it."""
        question = PassphraseQuestion(self, housewords.LOST_LINE, housewords.LOST_MEANS, housewords.MAKE)
        question.fields[0].setEchoMode(QLineEdit.EchoMode.Normal)
        when(question, lambda _: self.asked.emit(NewKey(question.typed)))

    # -- what is shown --------------------------------------------------------------------------------------------

    def show_household(self, house: Household) -> None:
        """Show who signs, and what is known of her key."""
        super().show_household(house)
        self.profile.clear()
        for each in house.profiles:
            acts = f" ({words.translate(sayings.ACTS_FOR)}: {each.acts_for})" if each.acts_for else ""
            self.profile.addItem(f"{housewords.signer(each.name)}{acts}", each.name)
        if house.signing is not None:
            self.profile.setCurrentIndex(self.profile.findData(house.signing.name))
        self.profile.setVisible(bool(house.profiles))
        self.no_profile.setVisible(not house.profiles)
        self._show_key(house.signing)

    def _show_key(self, signing: Profile | None) -> None:
        self.key.setVisible(signing is not None)
        for each in (self.save, self.recovery, self.renew, self.lost):
            each.setEnabled(signing is not None)
        if signing is not None:
            recovery = housewords.HAS_RECOVERY if signing.recovery else housewords.NO_RECOVERY
            self.recovery.setEnabled(not signing.recovery)
            self.lost.setEnabled(bool(signing.recovery))
            self.key.setText(f"{words.translate(PLACES[signing.place])} {words.translate(recovery)}")
            self.key.setToolTip(signing.did)

    def take(self, value: object) -> None:
        """A recovery line is shown once, whether or not its page was saved."""
        match value:
            case Recovery(made, page, _):
                Shown(self, housewords.RECOVERY_TITLE if page else housewords.RECOVERY_LINE_ONLY, made, page).open()
            case _:
                pass
