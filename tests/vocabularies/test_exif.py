from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.terms import Choice
from artistguard.vocabularies import exif
from artistguard.vocabularies.properties import Ordered, Property, Structure

ORDERS: tuple[exif.ByteOrder, ...] = ("big", "little")
ALIKE = frozenset({Choice.ASK, Choice.SEARCH_ONLY})


def bytes_of(*pairs: tuple[int, int], order: exif.ByteOrder = "big") -> bytes:
    words = [len(pairs), *itertools.chain.from_iterable(pairs)]
    return b"".join(word.to_bytes(2, order) for word in words)


@pytest.mark.parametrize(
    ("choice", "big"),
    [
        (Choice.ALLOW, "0001 0000 0001"),
        (Choice.NO_GENERATIVE_TRAINING, "0002 0000 0002 0002 0000"),
        (Choice.NO_AI_TRAINING, "0003 0000 0002 0001 0000 0002 0000"),
        (Choice.ASK, "0005 0000 0002 0001 0000 0002 0000 0003 0000 0004 0000"),
        (Choice.SEARCH_ONLY, "0005 0000 0002 0001 0000 0002 0000 0003 0000 0004 0000"),
        (Choice.NOTHING, "0001 0000 0000"),
    ],
)
def test_the_bytes_are_as_the_standard_has_them(choice: Choice, big: str) -> None:
    expected = bytes.fromhex(big)
    swapped = b"".join(expected[place : place + 2][::-1] for place in range(0, len(expected), 2))
    assert exif.encode(choice, "big") == expected
    assert exif.encode(choice, "little") == swapped


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("told", [None, "big", "little"])
def test_every_choice_comes_back_in_either_byte_order(
    choice: Choice, order: exif.ByteOrder, told: exif.ByteOrder | None
) -> None:
    back, compatible = exif.decode(exif.encode(choice, order), told)
    assert back is (Choice.SEARCH_ONLY if choice is Choice.ASK else choice) or compatible == ALIKE
    assert compatible == (ALIKE if choice in ALIKE else {choice})


@pytest.mark.parametrize("choice", list(Choice))
def test_the_general_usage_stands_first_and_none_twice(choice: Choice) -> None:
    usages = [usage for usage, _ in exif.pairs(choice)]
    assert usages[0] == 0
    assert len(set(usages)) == len(usages)


@pytest.mark.parametrize(
    ("pairs", "choice"),
    [
        ([(0, 0)], Choice.NOTHING),
        ([(0, 0), (2, 1)], Choice.NOTHING),
        ([(0, 1)], Choice.ALLOW),
        ([(0, 2)], None),
        ([(0, 2), (2, 1)], None),
        ([(0, 1), (2, 0)], Choice.NO_GENERATIVE_TRAINING),
        ([(0, 1), (1, 0)], Choice.NO_AI_TRAINING),
        ([(0, 2), (3, 0)], Choice.SEARCH_ONLY),
        ([(0, 2), (4, 0)], Choice.SEARCH_ONLY),
        ([(2, 0)], Choice.NO_GENERATIVE_TRAINING),
        ([(2, 0), (0, 2)], Choice.NO_GENERATIVE_TRAINING),
        ([(0, 2), (2, 1), (2, 0)], Choice.NO_GENERATIVE_TRAINING),
        ([(0, 2), (1, 1), (2, 1), (3, 1), (4, 1)], Choice.ALLOW),
        ([(0, 2), (9, 0)], None),
    ],
)
@pytest.mark.parametrize("order", ORDERS)
def test_any_set_of_pairs_is_read(pairs: list[tuple[int, int]], choice: Choice | None, order: exif.ByteOrder) -> None:
    back, compatible = exif.decode(bytes_of(*pairs, order=order))
    assert back is choice
    assert (choice in compatible) is (choice is not None)


def test_padding_after_the_pairs_is_allowed() -> None:
    assert exif.decode(exif.encode(Choice.NOTHING, "little") + b"\0\0")[0] is Choice.NOTHING


@pytest.mark.parametrize(
    "value",
    [b"", b"\0", b"\0\1", b"\0\0", b"\0\1\0\0", b"\xff\xff" + bytes(8), b"\0\1\0\0\0\7", bytes(64), b"text here"],
)
def test_what_is_no_such_value_says_nothing(value: bytes) -> None:
    assert exif.decode(value) == (None, frozenset())
    statement = exif.stated(value, "Exif 0x9287")
    assert statement.choice is None
    assert statement.value == value.hex()


@settings(max_examples=400, derandomize=True)
@given(st.binary(max_size=80), st.sampled_from(["big", "little", None]))
def test_no_bytes_break_it(value: bytes, order: exif.ByteOrder | None) -> None:
    choice, compatible = exif.decode(value, order)
    assert (choice is None) == (not compatible)


@settings(max_examples=200, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 2)), min_size=1, max_size=6), st.sampled_from(list(ORDERS)))
def test_bytes_and_pairs_are_the_same_thing(pairs: list[tuple[int, int]], order: exif.ByteOrder) -> None:
    assert exif.parse(bytes_of(*pairs, order=order), order) == tuple(pairs)


def test_the_statement_shows_the_pairs() -> None:
    statement = exif.stated(exif.encode(Choice.NO_AI_TRAINING, "little"), "Exif 0x9287", "little")
    assert statement.value == "0:2 1:0 2:0"
    assert statement.layer == "exif"
    assert statement.place == "Exif 0x9287"


@pytest.mark.parametrize("choice", list(Choice))
def test_the_xmp_form_comes_back(choice: Choice) -> None:
    (statement,) = exif.stated_in_packet(exif.properties(choice), "XMP")
    assert statement.compatible == (ALIKE if choice in ALIKE else {choice})
    assert statement.place == "XMP exifEX:LearningOptOutIn"


@pytest.mark.parametrize(
    "value",
    [
        "0:0",
        Structure(()),
        Structure((Property(exif.NAMESPACE, "exifEX", "Values", "0, 0"),)),
        Structure((Property(exif.NAMESPACE, "exifEX", "Values", Ordered(("x", "-1"))),)),
        Structure((Property(exif.NAMESPACE, "exifEX", "Values", Ordered(("0", "9"))),)),
        Structure((Property(exif.NAMESPACE, "exifEX", "Values", Ordered((Structure(()),))),)),
    ],
)
def test_a_malformed_xmp_form_says_nothing(value: str | Structure) -> None:
    (statement,) = exif.stated_in_packet([Property(exif.NAMESPACE, "exifEX", "LearningOptOutIn", value)], "XMP")
    assert statement.choice is None
