from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.claims.identifiers import Identifier, identifier, known, sound

WRITTEN = [
    ("ISRC", "DE-A45-26-00001", "DEA452600001"),
    ("isrc", "isrc dea452600001", "DEA452600001"),
    ("ISBN", "978-0-306-40615-7", "9780306406157"),
    ("ISBN", "0-306-40615-2", "9780306406157"),
    ("ISBN", "urn:isbn:0-8044-2957-X", "9780804429573"),
    ("ISWC", "T-034.524.680-1", "T0345246801"),
    ("IPI", "00014107338", "00014107338"),
    ("ISNI", "0000 0001 2103 2683", "0000000121032683"),
    ("ORCID", "https://orcid.org/0000-0002-1694-233X", "000000021694233X"),
]


@pytest.mark.parametrize(("kind", "text", "value"), WRITTEN)
def test_however_it_is_written_it_is_one_number(kind: str, text: str, value: str) -> None:
    assert identifier(kind, text) == Identifier(kind.lower(), value)


# A recording number has no check digit, and that of a musical work lets some slips through.
CHECKED = [(kind, value) for kind, _, value in WRITTEN if kind.lower() not in {"isrc", "iswc"}]


@pytest.mark.parametrize(("kind", "value"), CHECKED)
def test_any_single_slip_in_a_digit_is_found(kind: str, value: str) -> None:
    for place, digit in enumerate(value):
        for other in "0123456789" if digit.isdecimal() else "":
            slipped = value[:place] + other + value[place + 1 :]
            assert sound(Identifier(kind.lower(), slipped)) is (other == digit), slipped


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ISRC", "n/a"), ("ISRC", ""), ("ISRC", "DEA450000000"), ("ISRC", "DE1234"), ("ISBN", "9780306406158"),
        ("ISBN", "0306406153"), ("ISWC", "T0345246802"), ("ISNI", "0000000121032684"), ("UPC", "036000291452"),
        ("", "1"), ("ISBN", "97803064061\u06657"),
    ],
)  # fmt: skip
def test_what_is_none_is_left_out(kind: str, text: str) -> None:
    assert identifier(kind, text) is None


def test_numbers_of_a_file_are_sorted_and_each_stands_once() -> None:
    found = [("ISRC", "DEA452600001"), ("ISBN", "0306406152"), ("ISBN", "9780306406157"), ("ISRC", "nothing")]
    assert known(found) == (Identifier("isbn", "9780306406157"), Identifier("isrc", "DEA452600001"))


def test_digits_of_other_scripts_are_none() -> None:
    assert not sound(Identifier("isbn", "97803064061\u06657"))


def test_a_kind_of_a_later_version_is_kept_as_it_is() -> None:
    assert sound(Identifier("eidr", "10.5240/7791"))


@given(st.sampled_from(["isrc", "isbn", "iswc", "ipi", "isni", "orcid", "x"]), st.text(max_size=40))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_whatever_a_file_says_comes_to_a_sound_number_or_none(kind: str, text: str) -> None:
    found = identifier(kind, text)
    assert found is None or (sound(found) and identifier(kind, found.value) == found)
