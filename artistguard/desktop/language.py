"""The language of the window: which there are, which one holds, and how numbers and dates are written in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from artistguard.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

CONTEXT = "ArtistGuard"
SPOKEN = "spoken-language"
SOURCE = "en"
"""Of the sentences in the code; its file only knows one and many."""

NAMES = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français"}
"""As those who speak it write it; Qt would add the country."""


@dataclass(frozen=True, slots=True)
class Language:
    """One that the window can speak.

    Attributes:
        code: ISO 639-1, as in the name of its file.
        name: As those who speak it write it.
    """

    code: str
    name: str


def translate(sentence: str, number: int = -1) -> str:
    """A sentence in the language of the window; ``%n`` and ``%Ln`` are the number."""
    return QCoreApplication.translate(CONTEXT, sentence, None, number)


def many(number: int, _one: str, several: str) -> str:
    """A number with the right form of its noun; ``%n`` is the number.

    The form for one stands in the code for the translators: a language has as many forms as it needs, English two.
    """
    return translate(several, number)


def available() -> tuple[Language, ...]:
    """Every language there is a file for, English first, then by their own names."""
    codes = {file.stem.partition("_")[2] for file in _folder().glob("artistguard_*.qm")} | {SOURCE}
    found = [Language(code, _name(code)) for code in codes]
    return tuple(sorted(found, key=lambda each: (each.code != SOURCE, each.name.casefold())))


def use(application: QApplication, code: str = "") -> Language:
    """Speak a language from now on; windows that are open already keep their words.

    Args:
        application: Gets the words, Qt's own too, the direction of writing, and the way to write numbers and dates.
        code: Of one of those available; empty, or of no such, for that of the system, else English.

    Returns:
        The language that holds.
    """
    known = {each.code: each for each in available()}
    chosen = known[_first([code, *_of_the_system()], known)]
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    for name, folder in ((f"qtbase_{chosen.code}", _folder_of_qt()), (f"artistguard_{chosen.code}", str(_folder()))):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    locale = _locale(chosen.code)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    application.setProperty(SPOKEN, chosen.code)
    return chosen


def speaks() -> str:
    """Code of the language that holds."""
    application = QCoreApplication.instance()
    return str(application.property(SPOKEN) or SOURCE) if application is not None else SOURCE


def apart(name: str) -> str:
    """A name in its own direction of writing, whatever stands around it. Source: Unicode UAX #9, 2.4 (FSI, PDI)."""
    return f"\u2068{name}\u2069" if QLocale().textDirection() is Qt.LayoutDirection.RightToLeft else name


def _first(wanted: list[str], known: dict[str, Language]) -> str:
    return next((code for code in wanted if code in known), SOURCE)


def _of_the_system() -> list[str]:
    return [name.replace("_", "-").partition("-")[0].lower() for name in QLocale.system().uiLanguages()]


def _locale(code: str) -> QLocale:
    """The system's own where it is of that language, so that a Swiss or an Austrian sees numbers as at home."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == code else QLocale(code)


def _name(code: str) -> str:
    return NAMES.get(code) or QLocale(code).nativeLanguageName()


def _folder() -> Path:
    return resource_path("translations")


def _folder_of_qt() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
