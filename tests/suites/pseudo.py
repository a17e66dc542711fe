"""Languages that nobody speaks, made of the English sentences: whatever is left in plain letters was not translated.

One has accents on every letter and is 40 per cent longer, as German is; one is written from right to left.
"""

from __future__ import annotations

import re
import runpy
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QListWidget, QMenu, QWidget

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGER = 0.4
LATIN, ARABIC = "eo", "ar"
"""Codes of the two: Esperanto, which ArtistGuard does not speak, and Arabic, for its direction."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {LATIN: "áƀćđéƒǵĥíĵķľḿńóṕɋŕšťúṽŵẋýž", ARABIC: "ابتثجحخدذرزسشصضطظعغفقكلمنه"}
_KEPT = re.compile(r"(\{\d?\}|%L?n|\*\.\w+|ArtistGuard|<[^>]*>)")
_FORMS = {LATIN: 2, ARABIC: 6}
_PLAIN = re.compile(r"[A-Za-z]{2,}")
_BUILD = runpy.run_path(str(ROOT / "resources" / "translations" / "build.py"))


def pseudo(sentence: str, language: str) -> str:
    """A sentence in one of the two."""
    if sentence == "d MMM yyyy":
        return sentence
    table = str.maketrans(_LETTERS + _LETTERS.upper(), _ALPHABETS[language] + _ALPHABETS[language].upper())
    parts = [part if place % 2 else part.translate(table) for place, part in enumerate(_KEPT.split(sentence))]
    more = _ALPHABETS[language][:6]
    longer = "".join(f" {more[: min(left, 6)]}" for left in range(round(len(sentence) * LONGER), 0, -7))
    return "".join(parts) + longer


def make(folder: Path, language: str) -> Path:
    """Write what Qt reads into a folder, from the files for translators as they are now."""
    made = [
        (each, [pseudo(form.replace("%n", "%Ln"), language) for form in each.forms]) for each in _BUILD["sentences"]()
    ]
    known = {each.text: forms if not each.one else [forms[-1]] * _FORMS[language] for each, forms in made}
    source = folder / f"{language}.ts"
    source.write_text(_BUILD["written"](language, known), encoding="utf-8")
    _BUILD["released"](source, folder / f"artistguard_{language}.qm")
    return folder


class QtsOwn(QTranslator):
    """The same for what Qt itself says: Yes, No, Copy, Paste."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: N803 - Qt's
        return None if context == "ArtistGuard" else pseudo(sourceText, self._language)


def shown(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that a person can see, be told, or hear, with where it stands.

    Args:
        top: A window or dialogue; what it contains but does not show at the moment counts, too.
    """
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.objectName().startswith("qt_") or (isinstance(widget, QLabel) and widget.objectName() == "technical"):
            continue
        where = f"{type(widget).__name__} {widget.objectName()}".strip()
        for name in ("text", "title", "placeholderText", "toolTip", "windowTitle", "accessibleName", "statusTip"):
            ask = getattr(widget, name, None)
            if callable(ask) and not (name == "text" and isinstance(widget, QLineEdit)):
                yield f"{where}.{name}", str(ask())
        yield f"{where}.accessibleDescription", widget.accessibleDescription()
        if isinstance(widget, QListWidget):
            yield from ((f"{where} item", widget.item(row).text()) for row in range(widget.count()))
        elif isinstance(widget, QComboBox | QAbstractItemView) and not _inside_a_box(widget):
            yield from _cells(widget.model(), where)
    for action in top.findChildren(QAction):
        yield "QAction.text", action.text()
        yield "QAction.toolTip", action.toolTip()
    for menu in top.findChildren(QMenu):
        yield "QMenu.title", menu.title()


def _inside_a_box(view: QWidget) -> bool:
    parent = view.parentWidget()
    return parent is not None and parent.inherits("QComboBoxPrivateContainer")


def _cells(model: QAbstractItemModel, where: str, parent: QModelIndex | None = None) -> Iterator[tuple[str, str]]:
    above = parent or QModelIndex()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for column in range(model.columnCount(above)):
        yield f"{where} header", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(model.rowCount(above)):
        for column in range(model.columnCount(above)):
            index = model.index(row, column, above)
            for role in roles:
                yield f"{where} cell {column}", str(index.data(role) or "")
        yield from (
            _cells(model, where, model.index(row, 0, above)) if model.rowCount(model.index(row, 0, above)) else ()
        )


def untranslated(top: QWidget, data: set[str]) -> list[str]:
    """Texts in which plain letters are left.

    Args:
        top: A window or dialogue.
        data: What is no sentence: names of files and people, endings, units, addresses.
    """
    found = []
    for where, text in shown(top):
        rest = re.sub(r"<[^>]*>", "", text).replace("&", "")
        for each in sorted(data, key=len, reverse=True):
            rest = rest.replace(each, "")
        if _PLAIN.search(rest):
            found.append(f"{where}: {text}")
    return sorted(set(found))
