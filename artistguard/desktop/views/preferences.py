"""Preferences: four pages; every change is kept at once, with the checks that every face has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artistguard.desktop import language, sayings, words
from artistguard.desktop.clerk import Clerk
from artistguard.desktop.household import ChooseProfile, Household, NewProfile, SendNow, Sent, Survey
from artistguard.desktop.looks import TEXT_SIZES, Looks
from artistguard.desktop.palettes import Appearance
from artistguard.desktop.views.asking import answers_passphrases
from artistguard.desktop.views.dropping import button, label
from artistguard.desktop.views.fields import (
    ChoiceField,
    Keeping,
    Kept,
    NumberField,
    OneOfField,
    SwitchField,
    TextField,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.desktop.tasks import Backstage
    from artistguard.jobs.outcome import Trouble


class Preferences(QDialog):
    """The dialogue.

    Signals:
        looked: Looks: other colours, another language or other letters are wanted.
        changed: Names of settings that are others now; once, when it closes.

    Args:
        backstage: The helper process.
        parent: The window.
        looks: Colours, language and letters now.
    """

    looked = Signal(Looks)
    changed = Signal(set)

    def __init__(self, backstage: Backstage, parent: QWidget | None, looks: Looks) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.translate(sayings.PREFERENCES))
        self.clerk = Clerk(backstage, self)
        self.keeping = Keeping(self.clerk, self)
        self.names = QListWidget()
        self.pages = QStackedWidget()
        self.told = label("", "muted", wrap=True)
        self.trouble = label("", "trouble", wrap=True)
        self.close_button = button(sayings.CLOSE, "primary")
        self._fields: list[Kept] = []
        self._changed: set[str] = set()
        self._waiting = False
        self._left = False
        self._looks = looks
        self._fill()
        self._lay_out()
        self._connect()
        self.clerk.send(Survey(), self._take)

    # -- building -------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        keeping = self.keeping
        self.name = TextField(keeping, "name", words.YOUR_NAME, words.NAME_HINT)
        self.contact = TextField(keeping, "contact", words.YOUR_CONTACT, words.CONTACT_HINT)
        self.licence = TextField(keeping, "licence", sayings.LICENCE, sayings.LICENCE_HINT)
        self.policy = TextField(keeping, "policy", sayings.POLICY, sayings.POLICY_HINT)
        self.choice = ChoiceField(keeping, "choice", words.YOUR_CHOICE, sayings.CHOICE_MORE)
        self.registry = TextField(keeping, "registry", sayings.REGISTRY_ADDRESS, sayings.REGISTRY_HINT)
        self.register = SwitchField(keeping, "register", sayings.REGISTER_ALWAYS)
        self.wayback = SwitchField(keeping, "wayback", sayings.WAY_BACK)
        self.mtime = SwitchField(keeping, "keep-mtime", sayings.KEEP_TIME)
        self.jobs = NumberField(keeping, "jobs", sayings.PROCESSES, sayings.PROCESSES_HINT)
        places = {"keyring": sayings.KEYRING, "file": sayings.IN_FILE}
        self.keys = OneOfField(keeping, "identity.store", sayings.NEW_KEYS, places)
        self.look = _box(words.APPEARANCE, {each: words.appearance(each) for each in Appearance})
        self.look.setCurrentIndex(list(Appearance).index(self._looks.appearance))
        spoken = {each.code: each.name for each in language.available()}
        self.language = _box(sayings.LANGUAGE, {"": words.appearance(Appearance.SYSTEM), **spoken})
        self.language.setCurrentIndex(max(self.language.findData(self._looks.language), 0))
        self.letters = _box(sayings.TEXT_SIZE, {each: words.percent(each) for each in TEXT_SIZES})
        self.letters.setCurrentIndex(TEXT_SIZES.index(self._looks.text_size))
        self.profile = QComboBox()
        self.profile.setAccessibleName(words.translate(sayings.SIGNS_AS))
        self.no_profile = label(sayings.NO_PROFILE, "muted", wrap=True)
        self.new_name = _line(sayings.NEW_PROFILE, sayings.NEW_PROFILE_HINT)
        self.acts_for = _line(sayings.ACTS_FOR, sayings.ACTS_FOR_HINT)
        self.add_profile = button(sayings.ADD_PROFILE)
        self.waits = label(sayings.NOTHING_WAITS, "plain", wrap=True)
        self.send_now = button(sayings.SEND_NOW)

    def _lay_out(self) -> None:
        self._page(
            sayings.YOU,
            self.name,
            self.contact,
            self.licence,
            self.policy,
            label(sayings.SIGNS_AS, "heading"),
            self.profile,
            self.no_profile,
            label(sayings.ADD_NAME, "heading"),
            _side_by_side(self.new_name, self.acts_for, self.add_profile),
        )
        self._page(sayings.CHOICE, self.choice)
        sending = _side_by_side(self.waits, self.send_now)
        self._page(sayings.REGISTRY, self.registry, self.register, sending, label(words.CLAIM, "muted", wrap=True))
        self._page(sayings.ADVANCED, self.wayback, self.mtime, self.jobs, self.keys)
        self._page(
            sayings.LOOKS,
            *self._headed(words.APPEARANCE, self.look),
            *self._headed(sayings.TEXT_SIZE, self.letters),
            *self._headed(sayings.LANGUAGE, self.language),
            label(sayings.LANGUAGE_LATER, "muted", wrap=True),
        )
        self.names.setAccessibleName(words.translate(sayings.PAGES))
        self.names.setFixedWidth(190)
        self.names.setCurrentRow(0)
        self.trouble.hide()
        across = QHBoxLayout()
        across.setSpacing(18)
        across.addWidget(self.names)
        across.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(across, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(below)
        self.resize(820, 600)

    @staticmethod
    def _headed(name: str, field: QWidget) -> tuple[QWidget, QWidget]:
        """A field below its name."""
        shown = label(name, "heading")
        shown.setBuddy(field)
        return shown, field

    def _page(self, name: str, *parts: QWidget) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6, 0, 10, 6)
        layout.setSpacing(14)
        layout.addWidget(label(name, "title"))
        for part in parts:
            if isinstance(part, Kept):
                self._fields.append(part)
            layout.addWidget(part)
        layout.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setAccessibleName(words.translate(name))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.names.addItem(words.translate(name))
        self.pages.addWidget(area)

    def _connect(self) -> None:
        answers_passphrases(self, self.clerk)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.close_button.clicked.connect(self.accept)
        for each in (self.look, self.language, self.letters):
            each.activated.connect(lambda _: self._look())
        self.profile.activated.connect(lambda _: self._ask(ChooseProfile(self.profile.currentData())))
        self.add_profile.clicked.connect(self._add_profile)
        self.new_name.returnPressed.connect(self._add_profile)
        self.send_now.clicked.connect(self._send_now)
        self.keeping.kept.connect(self._kept)
        self.clerk.said.connect(self.told.setText)
        self.clerk.troubled.connect(self._tell_trouble)
        self.clerk.phased.connect(self._show_busy)
        self.finished.connect(lambda _: self._leave())

    # -- what the person does -------------------------------------------------------------------------------------

    def _look(self) -> None:
        appearance = Appearance(self.look.currentData())
        self._looks = Looks(appearance, self.language.currentData(), self.letters.currentData())
        self.looked.emit(self._looks)

    def _ask(self, errand: ChooseProfile | NewProfile) -> None:
        self.trouble.hide()
        self._changed.add("profile")
        self.clerk.send(errand, self._take)

    def _add_profile(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self._ask(NewProfile(name, self.acts_for.text().strip()))
            self.new_name.clear()
            self.acts_for.clear()

    def _send_now(self) -> None:
        self.trouble.hide()
        self.clerk.send(SendNow(), self._take, lambda _: self.clerk.send(Survey(), self._take))

    def _leave(self) -> None:
        """Go away when what was typed last is kept."""
        self._left = True
        self._show_busy()

    # -- what comes back, and what is shown -----------------------------------------------------------------------

    def _take(self, value: object) -> None:
        match value:
            case Household():
                self._show(value)
            case Sent(address, confirmed, _, trouble):
                self.told.setText(sayings.sent(address, confirmed))
                if trouble is not None:
                    self._tell_trouble(trouble)
            case _:
                pass

    def _show(self, house: Household) -> None:
        for field in self._fields:
            # What is being typed at this moment is not written over.
            if not (field.touched and field.isAncestorOf(self.focusWidget())):
                field.show_value(house.settings[field.key])
        self.profile.clear()
        for each in house.profiles:
            acts = f" ({words.translate(sayings.ACTS_FOR)}: {each.acts_for})" if each.acts_for else ""
            self.profile.addItem(f"{each.name}{acts}", each.name)
        signs = [each.name for each in house.profiles if each.chosen]
        self.profile.setCurrentIndex(self.profile.findData(signs[0]) if signs else 0)
        self.profile.setVisible(bool(house.profiles))
        self.no_profile.setVisible(not house.profiles)
        lines = [f"{sayings.waits(address, count)}." for address, count in house.waiting]
        lines += list(house.refused)
        self.waits.setText("\n".join(lines) if lines else words.translate(sayings.NOTHING_WAITS))
        self._waiting = bool(house.waiting)
        self._show_busy()

    def _kept(self, name: str) -> None:
        self._changed.add(name)
        self.told.setText(words.translate(sayings.KEPT))

    def _tell_trouble(self, trouble: Trouble) -> None:
        self.trouble.setText(sayings.failed("", trouble))
        self.trouble.show()

    def _show_busy(self) -> None:
        if self._left and not self.clerk.busy:
            self._left = False
            if self._changed:
                self.changed.emit(self._changed)
            self.deleteLater()
        self.send_now.setEnabled(self._waiting and not self.clerk.busy)


def _box(name: str, ways: Mapping[Any, str]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(words.translate(name))
    for way, shown in ways.items():
        made.addItem(shown, way)
    return made


def _line(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(words.translate(name))
    made.setPlaceholderText(words.translate(hint))
    made.setMaxLength(200)
    return made


def _side_by_side(*parts: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for place, part in enumerate(parts):
        layout.addWidget(part, 0 if place == len(parts) - 1 else 1)
    return line
