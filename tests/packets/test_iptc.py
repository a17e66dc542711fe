from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import ArtistGuardError, Damaged
from artistguard.packets import iptc
from artistguard.packets.iptc import BY_LINE, CHARACTER_SET, COPYRIGHT, INSTRUCTIONS, LONGEST, UTF8
from artistguard.terms import Choice
from tests.suites.format_suite import inscription


def dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def fields(block: bytes) -> dict[tuple[int, int], bytes]:
    return {field.number: field.value for field in iptc.parse(block)}


def test_an_empty_block_gets_all_three_fields_in_utf8() -> None:
    found = fields(iptc.merge(None, inscription()))
    assert found[CHARACTER_SET] == UTF8
    assert found[BY_LINE] == "Zoë Ünal".encode()
    assert found[COPYRIGHT].startswith("© Zoë Ünal.".encode())
    assert b"search indexing" in found[INSTRUCTIONS].lower()


def test_the_character_set_comes_first_and_the_version_before_the_fields() -> None:
    numbers = [field.number for field in iptc.parse(iptc.merge(None, inscription()))]
    assert numbers[:2] == [(1, 90), (2, 0)]


def test_writing_again_gives_the_same_bytes_and_back_and_forth_too() -> None:
    first = iptc.merge(None, inscription())
    second = iptc.merge(first, inscription(Choice.NOTHING))
    assert iptc.merge(first, inscription()) == first
    assert second != first
    assert sorted(fields(iptc.merge(second, inscription())).items()) == sorted(fields(first).items())


def test_other_fields_are_kept_in_their_order() -> None:
    block = (
        dataset(1, 0, b"\0\4")
        + dataset(2, 25, b"sea")
        + dataset(2, 25, b"boat")
        + dataset(2, 5, b"Dusk")
        + dataset(7, 10, b"\xff" * 9)
    )
    merged = iptc.parse(iptc.merge(block, inscription()))
    kept = [field.raw for field in merged if field.raw in block]
    assert b"".join(kept) == block
    assert merged[-1].number == (7, 10)


def test_words_of_the_creator_are_kept() -> None:
    block = dataset(2, 80, b"Mara") + dataset(2, 116, b"(c) Mara") + dataset(2, 40, b"Call me")
    assert iptc.merge(block, inscription()) == block


@pytest.mark.parametrize("charset", [b"", dataset(1, 90, b"\x1b.A")])
def test_another_character_set_stays_and_only_ascii_is_added(charset: bytes) -> None:
    block = charset + dataset(2, 120, b"Caf\xe9")
    merged = iptc.merge(block, inscription())
    found = fields(merged)
    assert found.get(CHARACTER_SET) == (b"\x1b.A" if charset else None)
    assert found[(2, 120)] == b"Caf\xe9"
    assert found[BY_LINE] == b"Zoe Unal"
    assert found[COPYRIGHT].startswith(b"(c) Zoe Unal.")
    changed = iptc.merge(merged, inscription(Choice.NOTHING))
    assert fields(changed)[COPYRIGHT] != found[COPYRIGHT]
    assert iptc.merge(changed, inscription(Choice.NOTHING)) == changed


def test_a_name_without_ascii_letters_is_left_out_of_a_block_without_unicode() -> None:
    found = fields(iptc.merge(dataset(2, 120, b"Caf\xe9"), inscription(name="山田")))
    assert BY_LINE not in found
    assert found[COPYRIGHT].isascii()


def test_a_long_name_is_cut_between_letters() -> None:
    found = fields(iptc.merge(None, inscription(name="ü" * 40)))
    assert found[BY_LINE] == ("ü" * 16).encode()


def test_a_name_filled_in_before_is_renewed_when_told() -> None:
    for start in (None, dataset(2, 120, b"Caf\xe9")):
        first = iptc.merge(start, inscription())
        second = iptc.merge(first, inscription(name="Nova"), former="Zoë Ünal")
        assert fields(second)[BY_LINE] == b"Nova"


def test_what_is_said_elsewhere_is_not_said_here() -> None:
    found = fields(iptc.merge(None, inscription(), without={"creator", "copyright"}))
    assert BY_LINE not in found
    assert COPYRIGHT not in found
    assert INSTRUCTIONS in found


def test_facts_and_statements_are_read_in_any_encoding() -> None:
    block = dataset(2, 5, b"Caf\xe9") + dataset(2, 80, "Zoë".encode()) + dataset(2, 116, b"all mine")
    assert iptc.title(block) == "Café"
    assert iptc.by_line(block) == "Zoë"
    assert iptc.notice(block) == "all mine"
    assert [(stated.place, stated.layer) for stated in iptc.statements(block)] == [("IPTC 2:116", "rights")]


def test_a_long_dataset_is_read() -> None:
    block = bytes((0x1C, 8, 10)) + b"\x80\x04" + (70_000).to_bytes(4, "big") + b"x" * 70_000
    assert iptc.parse(block)[0].value == b"x" * 70_000
    assert fields(iptc.merge(block, inscription()))[(8, 10)] == b"x" * 70_000


def test_padding_at_the_end_is_no_dataset() -> None:
    assert len(iptc.parse(dataset(2, 5, b"Dusk") + bytes(7))) == 1


@pytest.mark.parametrize(
    "block",
    [
        b"\x1c\2",
        b"\x1d\2\5\0\1x",
        dataset(2, 5, b"abc")[:-1],
        b"\x1c\2\5\x80\5" + bytes(8) + b"x",
        dataset(2, 25, b"") * 10_001 + b"x",
    ],
)
def test_what_does_not_add_up_is_damaged(block: bytes) -> None:
    with pytest.raises(Damaged):
        iptc.parse(block)


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=150)


@settings(derandomize=True, max_examples=200)
@given(
    NAMES,
    st.sampled_from(["", "https://artist.example/" + "a" * 300, "https://artist.example/ask"]),
    st.lists(st.sampled_from(list(Choice)), min_size=2, max_size=4),
    st.booleans(),
)
def test_whatever_the_name_fields_fit_and_follow_the_choice(
    name: str, licence: str, choices: list[Choice], old: bool
) -> None:
    start = dataset(2, 120, b"Caf\xe9") if old else b""
    block = start
    for choice in choices:
        block = iptc.merge(block, inscription(choice, name=name, licence=licence))
        found = fields(block)
        assert all(len(found.get(number, b"")) <= most for number, most in LONGEST.items())
        assert iptc.merge(block, inscription(choice, name=name, licence=licence)) == block
    straight = fields(iptc.merge(start, inscription(choices[-1], name=name, licence=licence)))
    last = fields(block)
    assert (last[COPYRIGHT], last[INSTRUCTIONS]) == (straight[COPYRIGHT], straight[INSTRUCTIONS])


@settings(derandomize=True, max_examples=300)
@given(st.binary(max_size=60))
def test_no_bytes_break_it(noise: bytes) -> None:
    for block in (noise, dataset(2, 5, b"Dusk") + noise, b"\x1c\2" + noise):
        try:
            merged = iptc.merge(block, inscription())
        except ArtistGuardError:
            continue
        assert iptc.merge(merged, inscription()) == merged
