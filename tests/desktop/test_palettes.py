"""Colours that can be read, and icons that are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from artistguard.desktop import palettes, stylesheet
from artistguard.desktop.palettes import Appearance, Theme
from artistguard.desktop.tones import DARK, HIGH_CONTRAST, LIGHT, READ, SEEN, Tones, contrast
from artistguard.resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ALL = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("word", "ground"), READ)
def test_every_word_can_be_read(name: str, word: str, ground: str) -> None:
    tones = ALL[name]
    assert contrast(getattr(tones, word), getattr(tones, ground)) >= 4.5


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("edge", "ground"), SEEN)
def test_every_edge_and_ring_can_be_seen(name: str, edge: str, ground: str) -> None:
    tones = ALL[name]
    assert contrast(getattr(tones, edge), getattr(tones, ground)) >= 3


def rules() -> dict[str, dict[str, str]]:
    """What the style sheet says: properties by selector."""
    found = {}
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet._STYLE):
        pairs = (line.split(":", 1) for line in body.split(";") if ":" in line)
        for each in selector.split(","):
            found.setdefault(each.strip(), {}).update({key.strip(): value.strip() for key, value in pairs})
    return found


def test_no_pair_of_the_style_sheet_is_forgotten() -> None:
    """Words on a ground of their own, controls at rest and disabled, and what is chosen."""
    for selector, said in rules().items():
        word = re.fullmatch("@(\\w+)@", said.get("color", said.get("selection-color", "@text@")))
        named = said.get("background", said.get("selection-background-color", ""))
        ground = re.fullmatch(
            "@(\\w+)@", said.get("selection-background-color", named) if "selection-color" in said else named
        )
        if word and ground and ("color" in said or "selection-color" in said):
            assert (word[1], ground[1]) in READ, selector


def test_high_contrast_is_higher() -> None:
    assert min(contrast(getattr(HIGH_CONTRAST, word), getattr(HIGH_CONTRAST, ground)) for word, ground in READ) >= 7


@pytest.mark.parametrize("name", ALL)
def test_the_style_sheet_has_no_open_places_and_only_these_tones(name: str) -> None:
    text = stylesheet.style(ALL[name], palettes.SMALLEST_POINTS)
    assert "@" not in text
    known = {getattr(ALL[name], each) for each in Tones.__slots__}
    assert set(re.findall(r"#[0-9a-f]{6}\b", text)) <= known


@pytest.mark.parametrize("appearance", Appearance)
def test_each_appearance_reaches_the_application(qapp: QApplication, appearance: Appearance) -> None:
    theme = Theme(qapp, appearance)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.tones.window)
    assert theme.tones in set(ALL.values())


def test_icons_are_drawn_in_their_tone(qapp: QApplication) -> None:
    for file in sorted(resource_path("icons").glob("*.svg")):
        drawn = palettes.drawn(file.stem, "#ff0000", 48).toImage()
        seen = {
            drawn.pixelColor(x, y).name() for x in range(48) for y in range(48) if drawn.pixelColor(x, y).alpha() == 255
        }
        assert seen, file.name
        if "currentColor" in file.read_text("utf-8"):
            assert "#ff0000" in seen, file.name
