"""Preferences, Appearance: colours, letters, language."""

from __future__ import annotations

from PySide6.QtCore import Signal

from artistguard.desktop import language, sayings, words
from artistguard.desktop.looks import TEXT_SIZES, Looks
from artistguard.desktop.palettes import Appearance
from artistguard.desktop.views.dropping import label
from artistguard.desktop.views.pressing import box
from artistguard.desktop.views.sheet import Sheet, headed


class LooksSheet(Sheet):
    """The page.

    Signals:
        looked: Looks that are wanted.

    Args:
        looks: Those that hold.
    """

    looked = Signal(Looks)

    def __init__(self, looks: Looks) -> None:
        super().__init__(sayings.LOOKS)
        self.look = box(words.APPEARANCE, {each: words.appearance(each) for each in Appearance})
        self.look.setCurrentIndex(list(Appearance).index(looks.appearance))
        spoken = {each.code: each.name for each in language.available()}
        self.language = box(sayings.LANGUAGE, {"": words.appearance(Appearance.SYSTEM), **spoken})
        self.language.setCurrentIndex(max(self.language.findData(looks.language), 0))
        self.letters = box(sayings.TEXT_SIZE, {each: words.percent(each) for each in TEXT_SIZES})
        self.letters.setCurrentIndex(TEXT_SIZES.index(looks.text_size))
        self.add(
            headed(words.APPEARANCE, self.look),
            headed(sayings.TEXT_SIZE, self.letters),
            headed(sayings.LANGUAGE, self.language),
            label(sayings.LANGUAGE_LATER, "muted", wrap=True),
        )
        for each in (self.look, self.language, self.letters):
            each.activated.connect(lambda _: self._look())

    def _look(self) -> None:
        appearance = Appearance(self.look.currentData())
        self.looked.emit(Looks(appearance, self.language.currentData(), self.letters.currentData()))
