"""How the window looks and speaks, as it is remembered: colours, language, size of letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.desktop.palettes import Appearance

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Per cent of the size that the system wants."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the person chose.

    Attributes:
        appearance: The colours.
        language: ISO 639-1; empty for that of the system.
        text_size: Per cent of the size that the system wants.
    """

    appearance: Appearance = Appearance.SYSTEM
    language: str = ""
    text_size: int = TEXT_SIZES[0]

    @classmethod
    def kept(cls, state: QSettings) -> Looks:
        """Those of the last time; what nobody could have chosen counts as not chosen."""
        appearance, size = str(state.value("appearance", "")), str(state.value("text-size", ""))
        return cls(
            Appearance(appearance) if appearance in set(Appearance) else Appearance.SYSTEM,
            str(state.value("language", "")),
            int(size) if size in map(str, TEXT_SIZES) else TEXT_SIZES[0],
        )

    def keep(self, state: QSettings) -> None:
        """Remember them."""
        state.setValue("appearance", self.appearance.value)
        state.setValue("language", self.language)
        state.setValue("text-size", self.text_size)
