from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from artistguard.packets.comments import Comments, Manner
from artistguard.terms import Choice
from artistguard.vocabularies import table
from tests.suites.format_suite import inscription

LINES = Manner("%", first=re.compile("%!"))
FRAME = Manner(begin="/*", end="*/")
texts = st.lists(
    st.sampled_from(["%! first", "% words", "% rights: mine", "% tdm-policy: x", "", "a", "/*", "*/", "data-mining: y"])
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20),
    max_size=9,
).map("\n".join)


def choice_in(comments: Comments) -> Choice | None:
    return table.verdict(table.from_tags(comments.tags(), "")).choice


@given(texts, st.sampled_from([LINES, FRAME]), st.sampled_from(list(Choice)))
def test_what_is_written_is_read_taken_away_and_written_the_same_again(
    text: str, manner: Manner, choice: Choice
) -> None:
    written = Comments(text, manner).merged(inscription(choice))
    again = Comments(written, manner)
    assert choice_in(again) is choice
    assert again.bare() == Comments(text, manner).bare()
    assert again.merged(inscription(choice)) == written


@given(texts, st.sampled_from([LINES, FRAME]))
def test_lines_that_state_nothing_stay_in_their_order(text: str, manner: Manner) -> None:
    comments = Comments(text, manner)
    gone = {entry.index for entry in comments.entries}
    kept = [line for index, line in enumerate(text.splitlines()) if index not in gone]
    written = iter(comments.merged(inscription()).splitlines())
    assert all(line in written for line in kept)


def test_the_line_about_rights_is_renewed_with_the_choice_and_left_out_on_request() -> None:
    once = Comments("a\n", LINES).merged(inscription())
    twice = Comments(once, LINES).merged(inscription(Choice.ALLOW))
    assert twice.count("% rights: ") == 1
    assert "AI uses allowed by the creator." in twice
    assert "rights:" not in Comments("a\n", LINES).merged(inscription(), licensed=True)


def test_the_keys_stand_in_plain_words() -> None:
    written = Comments("a\n", LINES).merged(inscription())
    assert written.startswith("% tdm-reservation: 1\n")
    assert "\n% artistguard-choice: search-only\n" in written
    assert written.endswith("\na\n")
