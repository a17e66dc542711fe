from __future__ import annotations

import unicodedata

import iscc_lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.fingerprints import iscc, text
from artistguard.works import Medium
from tests.suites import artworks


def test_everything_that_is_computed() -> None:
    found = text.compute(artworks.words(artworks.story(1)))
    assert found.medium is Medium.TEXT
    assert found.distinctive
    assert set(found.values) == {"iscc", "payload_sha256"}
    assert found.values["iscc"].startswith("ISCC:EAD")


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda story: story.replace(" ", "\n\n"),
        lambda story: story.replace(".", " — !"),
        lambda story: unicodedata.normalize("NFD", story),
        lambda story: "\x00\x07" + story,
        lambda story: story.replace("fi", "ﬁ"),
    ],
)
def test_what_a_change_of_format_does_leaves_the_code(change: object) -> None:
    story = artworks.story(2) + " Für die Größe der Räume, naïve façade; find the fish."
    assert callable(change)
    assert text.text_code(change(story)) == text.text_code(story)


def test_small_edits_stay_near_and_other_texts_are_far() -> None:
    story = artworks.story(3, 3000)
    words = story.split()
    words[::50] = ["changed"] * len(words[::50])
    edited = text.text_code(" ".join(words))
    assert 0 < iscc.distance(text.text_code(story), edited) <= 80
    assert iscc.distance(text.text_code(story), text.text_code(artworks.story(4, 3000))) > 80


def test_the_empty_text_has_the_code_of_the_empty_text() -> None:
    assert text.text_code("") == iscc_lib.gen_text_code_v0("", 256).iscc == text.text_code(" \n\t ")


def test_half_a_surrogate_pair_does_no_harm() -> None:
    broken = artworks.story(5) + "\ud83d"
    assert text.compute(artworks.words(broken)).values["iscc"].startswith("ISCC:EAD")


@settings(max_examples=80)
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_has_a_code(any_text: str) -> None:
    assert len(iscc.bits_of(text.compute(artworks.words(any_text)).values["iscc"])) == 32
