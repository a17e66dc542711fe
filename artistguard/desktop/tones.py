"""The tones of each palette, and how far apart two of them are.

A test computes the contrast of every pair that is read: at least 4.5 : 1. Source: WCAG 2.2, success criterion 1.4.3.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one palette, as ``#rrggbb``.

    Attributes:
        window: Behind everything.
        surface: Behind lists and fields.
        raised: Behind buttons and bars.
        text: What is read first.
        muted: What is read second.
        accent: What may be pressed, and where the keyboard is.
        on_accent: Words on the accent.
        line: Edges that carry no meaning.
        edge: Edges of what may be pressed or filled in.
        chosen: Behind chosen rows.
        good: Done well.
        warning: Wants a look.
        danger: Went wrong.
        tint_image: Behind the icon of a picture.
        tint_audio: Behind the icon of a recording.
        tint_text: Behind the icon of a manuscript.
    """

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    accent: str
    on_accent: str
    line: str
    edge: str
    chosen: str
    good: str
    warning: str
    danger: str
    tint_image: str
    tint_audio: str
    tint_text: str


LIGHT = Tones(
    window="#f6f3ee", surface="#fffdfa", raised="#ffffff", text="#26221d", muted="#635c52", accent="#0b6a61",
    on_accent="#ffffff", line="#ddd6ca", edge="#8a8073", chosen="#dcefeb", good="#1c6a3c", warning="#7d4f00",
    danger="#a02a1f", tint_image="#fbe6d4", tint_audio="#e3e4fa", tint_text="#dff0dc",
)  # fmt: skip
DARK = Tones(
    window="#1a1a1e", surface="#212126", raised="#2c2c33", text="#eeebe6", muted="#b3aea6", accent="#6fd3c3",
    on_accent="#0c2622", line="#3c3b44", edge="#8a8893", chosen="#254541", good="#8bdba5", warning="#f1c56d",
    danger="#ffa195", tint_image="#4a3628", tint_audio="#34365c", tint_text="#2c4530",
)  # fmt: skip
HIGH_CONTRAST = Tones(
    window="#000000", surface="#000000", raised="#000000", text="#ffffff", muted="#ffffff", accent="#ffe600",
    on_accent="#000000", line="#ffffff", edge="#ffffff", chosen="#003a6b", good="#9dff9d", warning="#ffe600",
    danger="#ffb8b0", tint_image="#000000", tint_audio="#000000", tint_text="#000000",
)  # fmt: skip

READ = (
    ("text", "window"), ("text", "surface"), ("text", "raised"), ("text", "chosen"), ("muted", "window"),
    ("muted", "surface"), ("muted", "raised"), ("muted", "chosen"), ("accent", "window"), ("accent", "surface"),
    ("accent", "raised"), ("accent", "chosen"), ("on_accent", "accent"), ("good", "surface"), ("good", "chosen"),
    ("good", "window"), ("warning", "surface"), ("warning", "chosen"), ("warning", "raised"), ("danger", "surface"),
    ("danger", "chosen"),
    ("danger", "raised"), ("danger", "window"), ("text", "tint_image"), ("text", "tint_audio"), ("text", "tint_text"),
)  # fmt: skip
"""Which tone is read on which."""
SEEN = (
    ("edge", "window"), ("edge", "surface"), ("edge", "raised"), ("accent", "window"), ("accent", "surface"),
    ("accent", "raised"), ("accent", "chosen"), ("muted", "window"), ("muted", "surface"), ("muted", "raised"),
    ("muted", "chosen"), ("warning", "window"), ("warning", "raised"), ("on_accent", "accent"),
)  # fmt: skip
"""Which tone draws an edge or a ring on which: at least 3 : 1. Source: WCAG 2.2, success criterion 1.4.11."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    lighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """How light a colour is, 0 to 1."""
    parts = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
