"""What will be written into the work at the cursor: layer by layer, what stands there now and what will."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from artistguard.desktop import credentialwords, housewords, troubles, words
from artistguard.desktop.rows import State
from artistguard.desktop.views.dropping import emptied, label, linked
from artistguard.desktop.views.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artistguard.desktop.rows import Version, Work
    from artistguard.jobs.outcome import Outcome
    from artistguard.terms import Stated


LONGEST_WORD = 24


class Written(QFrame):
    """The panel at the side."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._shown: tuple[Work, Version] | None = None
        self._heading = label(words.WRITTEN, "heading", wrap=True)
        self.technical = Tick(words.TECHNICAL)
        self.technical.toggled.connect(self._fill)
        self._page = QWidget()
        self._lines = QVBoxLayout(self._page)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(12)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._page)
        self._area.setAccessibleName(words.translate(words.WRITTEN))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 10, 12)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.technical)
        layout.addWidget(linked(housewords.READERS, "text/readers.html"))
        self._fill()

    def show_version(self, shown: tuple[Work, Version] | None) -> None:
        """Show what will be written into this file."""
        self._shown = shown
        self._fill()

    @property
    def text(self) -> str:
        """All that is shown, line by line."""
        labels = self._page.findChildren(QLabel)
        return "\n".join([self._heading.text(), *(each.text() for each in labels)])

    def _fill(self) -> None:
        emptied(self._lines)
        for name, text in self._told():
            self._lines.addWidget(_line(text, name))
        self._lines.addStretch()

    def _told(self) -> Iterator[tuple[str, str]]:
        """Style and text of each paragraph."""
        if self._shown is None:
            self._heading.setText(words.translate(words.WRITTEN))
            yield "muted", words.translate(words.PICK_A_WORK)
            return
        work, version = self._shown
        done = version.state is State.PROTECTED
        self._heading.setText(words.translate(words.WRITTEN_DONE_IN if done else words.WRITTEN_IN).format(version.name))
        if work.grouped:
            yield "muted", words.one_work(work.grouped)
        yield from (("plain", _escaped(troubles.told(doubt))) for doubt in work.doubts)
        if version.trouble is not None:
            yield "plain", troubles.told(version.trouble)
        elif version.outcome is None:
            yield "muted", words.translate(words.BEING_LOOKED_AT)
        else:
            yield from self._layers(version.outcome)

    def _layers(self, outcome: Outcome) -> Iterator[tuple[str, str]]:
        for warning in outcome.warnings:
            yield "muted", troubles.told(warning)
        if outcome.credentials is not None:
            yield "plain", f"<b>{words.layer('c2pa')}</b><br>{credentialwords.signed(outcome.credentials)}"
        old, new = _by_layer(outcome.before), _by_layer(outcome.layers)
        if set(new.values()) == {()} or not new:
            yield "muted", words.translate(words.NOTHING_NEW)
        for name in dict.fromkeys([*new, *old]):
            if self.technical.isChecked():
                yield "technical", _technical(old.get(name, ()), new.get(name, ()))
            else:
                yield "plain", _plain(name, old.get(name, ()), new.get(name, ()))


def _plain(name: str, old: tuple[Stated, ...], new: tuple[Stated, ...]) -> str:
    before, after = _said(old), _said(new)
    heading = f"<b>{words.layer(name)}</b><br>"
    if not new or before == after:
        return f"{heading}{before} ({words.translate(words.STAYS)})"
    return f"{heading}{before} → {after}"


def _said(statements: tuple[Stated, ...]) -> str:
    if not statements:
        return words.translate(words.NOTHING_BEFORE)
    choices = sorted({one.choice for one in statements if one.choice is not None}, key=lambda one: one.strictness)
    if choices:
        return _escaped(words.choice(choices[-1]))
    if any(one.compatible for one in statements):
        return words.translate("reserved")
    return _escaped("; ".join(dict.fromkeys(one.value for one in statements)))


def _technical(old: tuple[Stated, ...], new: tuple[Stated, ...]) -> str:
    before = {one.place: one.value for one in old}
    after = {one.place: one.value for one in new}
    lines = []
    for place in dict.fromkeys([*after, *before]):
        kept = after.get(place, before.get(place, ""))
        was = f"{_escaped(before[place])} → " if place in before and before[place] != kept else ""
        lines.append(f"<b>{_escaped(place)}</b><br>{was}{_escaped(kept)}")
    return "<br>".join(lines)


def _by_layer(statements: Iterable[Stated]) -> dict[str, tuple[Stated, ...]]:
    found: dict[str, tuple[Stated, ...]] = {}
    for one in statements:
        found[one.layer] = (*found.get(one.layer, ()), one)
    return found


def _escaped(text: str) -> str:
    """Safe in rich text; a long number may be broken anywhere, or it would be wider than the panel."""
    parts = (_broken(part) if len(part) > LONGEST_WORD else part for part in text.split(" "))
    return html.escape(" ".join(parts), quote=False)


def _broken(word: str) -> str:
    return "\u200b".join(word[at : at + 12] for at in range(0, len(word), 12))


def _line(text: str, name: str) -> QLabel:
    shown = QLabel(text)
    shown.setObjectName(name)
    shown.setWordWrap(True)
    shown.setTextFormat(Qt.TextFormat.RichText if name in {"plain", "technical"} else Qt.TextFormat.PlainText)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
