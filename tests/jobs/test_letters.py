"""Titles and names in any script: the order in which they are seen, the forms of their letters, and lines that fit."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from reportlab.pdfbase import pdfmetrics

from artistguard.jobs.direction import is_right_to_left, seen
from artistguard.jobs.letters import BOLD, LATIN, SANS, Line, balanced, fitting, lines, load_fonts, printed

load_fonts()

# What GNU FriBidi 1.0.8 makes of them, letters back in their plain form.
SEEN = [
    ("abc \u05d0\u05d1\u05d2 def", "abc \u05d2\u05d1\u05d0 def"),
    ("\u05d0\u05d1\u05d2 abc \u05d3\u05d4\u05d5", "\u05d5\u05d4\u05d3 abc \u05d2\u05d1\u05d0"),
    (
        "\u05e9\u05d5\u05e2\u05dc \u05d1\u05e9\u05dc\u05d2 2.png",
        "png.2 \u05d2\u05dc\u05e9\u05d1 \u05dc\u05e2\u05d5\u05e9",
    ),
    ("\u05d0\u05d1\u05d2 (abc) 123", "123 (abc) \u05d2\u05d1\u05d0"),
    ("\u0644\u064a\u0644 12/34 abc", "abc 12/34 \u0644\u064a\u0644"),
    ("abc \u0644\u064a\u0644 12,5%", "abc 12,5 \u0644\u064a\u0644%"),
    ("\u0644\u064a\u0644, abc!", "!abc ,\u0644\u064a\u0644"),
    ("(\u0644\u064a\u0644) abc", "abc (\u0644\u064a\u0644)"),
    ("100% \u05d0\u05d1\u05d2", "\u05d2\u05d1\u05d0 100%"),
    ("\u05d0\u05d1\u05d2 1-2-3 abc: \u05d3.", ".\u05d3 :abc 1-2-3 \u05d2\u05d1\u05d0"),
    ("by \u0644\u064a\u0644", "by \u0644\u064a\u0644"),
    ("\xab\u0644\u064a\u0644\xbb 3", "3 \xab\u0644\u064a\u0644\xbb"),
    ("\u0644\u064a\u0644: \u0661\u0662.\u0663 abc", "abc \u0661\u0662.\u0663 :\u0644\u064a\u0644"),
    ("\u05d0\u05d1\u05d2  ", "  \u05d2\u05d1\u05d0"),
    ("abc", "abc"),
    ("\u05d0 [a (b] c) \u05d1)", "(\u05d1 (c [a (b] \u05d0"),
    ("", ""),
]


@pytest.mark.parametrize(("read", "expected"), SEEN, ids=range(len(SEEN)))
def test_a_line_is_seen_as_another_program_shows_it(read: str, expected: str) -> None:
    assert seen(read, rightwards=not is_right_to_left(read)) == expected


def test_a_line_without_letters_from_the_right_stays_in_a_text_that_runs_leftwards() -> None:
    assert seen("abc", rightwards=False) == "abc"


def words(line: Line) -> str:
    return "".join(part for _, part in line.runs)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("\u062b\u0639\u0644\u0628", "\ufe90\ufee0\ufecc\ufe9b"),  # all four join
        ("\u0628\u0627\u0628", "\ufe8f\ufe8e\ufe91"),  # alef joins only what is before it
        ("\u0633\u0644\u0627\u0645", "\ufee1\ufefc\ufeb3"),  # lam and alef are one letter
        ("\u0633\u0640\u0633", "\ufeb2\u0640\ufeb3"),  # a stretch joins both
        ("\u0628\u064e\u0628", "\ufe90\ufe91"),  # vowel points are left out
        ("\u0686\u06af", "\ufb93\ufb7c"),  # letters of Persian
    ],
    ids=["four", "alef", "lam-alef", "stretch", "points", "persian"],
)
def test_arabic_letters_join(read: str, expected: str) -> None:
    (line,) = lines(read, 10, 500)
    assert line.runs == ((SANS, expected),)


def test_each_sign_is_set_in_a_font_that_has_it() -> None:
    (line,) = lines("Fox \u72d0 \u05e9\u05d5 \u043b\u0438\u0441\u0430", 10, 500, bold=True)
    assert [name for name, _ in line.runs] == [BOLD, "HeiseiKakuGo-W5", BOLD, SANS, BOLD]
    assert words(line) == "Fox \u72d0 \u05d5\u05e9 \u043b\u0438\u0441\u0430"


@pytest.mark.parametrize(
    ("title", "font"),
    [
        ("\u96ea\u306e\u4e2d", "HeiseiKakuGo-W5"),
        ("\u8fd9\u662f\u7ea2\u8272", "STSong-Light"),
        ("\ub208 \uc18d\uc758", "HYSMyeongJo-Medium"),
        ("\u6c92\u6709\u59b3", "MSung-Light"),
    ],
    ids=["japanese", "simplified", "korean", "traditional"],
)
def test_east_asian_letters_are_set_in_a_font_of_their_own(title: str, font: str) -> None:
    (line,) = lines(title, 10, 500)
    assert {name for name, part in line.runs if part.strip()} == {font}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Sunset \U0001f305 over \u6771\u4eac", "Sunset over \u6771\u4eac"),
        ("\U0001f305\U0001f98a", "Sunrise, fox face"),
        ("\u0e2a\u0e38\u0e19\u0e31\u0e02", "(Thai letters)"),
        ("\u092c\u0930\u094d\u092b \u092e\u0947\u0902 2", "(Devanagari letters) 2"),
        ("Zo\u0065\u0308", "Zo\u00eb"),
        ("a\n\t b", "a b"),
        ("\ue000", ""),
        ("", ""),
    ],
    ids=["emoji", "only-emoji", "thai", "hindi", "composed", "spaces", "private", "empty"],
)
def test_what_no_font_has_is_left_out_or_named(title: str, told: str) -> None:
    assert printed(title) == told


def test_what_was_said_fits_the_line_and_nothing_is_lost() -> None:
    said = "The Longshore Drift " * 8 + "A" * 300 + " end"
    found = list(lines(said, 9, 150))
    assert all(0 < line.width <= 150 for line in found)
    assert "".join(map(words, found)).replace(" ", "") == said.replace(" ", "")
    assert words(found[0]) == "The Longshore Drift The"


LETTERS = "ab c.,(1%)\u00eb\u05d0\u05d1\u0644\u0627\u064e\u064a\u72d0\ub208\U0001f98a\u0e2a"


@given(text=some.text(LETTERS, max_size=60), room=some.floats(25, 300))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_line_fits_whatever_is_written(text: str, room: float) -> None:
    found = list(lines(text, 9, room))
    assert all(line.width <= room for line in found)
    for line in found:
        assert all(
            set(map(ord, part)) <= set(pdfmetrics.getFont(name).face.charToGlyph)
            for name, part in line.runs
            if name in {LATIN, SANS}
        )
        assert line.width == pytest.approx(sum(pdfmetrics.stringWidth(part, name, 9) for name, part in line.runs))
    assert signs("".join(map(words, found))) == signs(printed(text))


def signs(text: str) -> list[str]:
    """What is there without spaces and points, in whatever order, form, and direction."""
    found = unicodedata.normalize("NFKC", text).replace("(", ")")
    return sorted(each for each in found if each != " " and not unicodedata.combining(each))


def test_centred_lines_leave_no_word_alone() -> None:
    said = "This work may not be used for AI or data mining without a licence. Ask its creator for a licence."
    ragged, even = list(lines(said, 13, 440)), balanced(said, 13, 440)
    assert len(ragged) == len(even) == 2
    assert " ".join(map(words, even)) == said
    assert even[0].width - even[1].width < ragged[0].width - ragged[1].width
    assert balanced("one", 13, 440) == list(lines("one", 13, 440))


def test_a_line_that_is_cut_says_so() -> None:
    whole, cut = fitting("lighthouse.jpg", 8, 200), fitting("lighthouse.jpg", 8, 30)
    assert whole.runs == ((LATIN, "lighthouse.jpg"),)
    assert cut.width <= 30
    assert words(cut).endswith("\u2026")
    assert words(cut)[:-1] == "lighthouse.jpg"[: len(words(cut)) - 1]
    assert fitting("", 8, 30) == fitting("long", 8, 1) == Line((), 0)
