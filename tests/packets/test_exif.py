from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.containers import tiff, tiff_edit
from artistguard.containers.tiff import ASCII, UNDEFINED, Field
from artistguard.errors import ArtistGuardError, Damaged
from artistguard.packets import exif
from artistguard.terms import Choice
from tests.suites.format_suite import inscription


def block_with(tag: int, text: bytes, start: bytes = tiff.EMPTY) -> bytes:
    return tiff_edit.rewrite(tiff.parse(start), {tag: Field(ASCII, len(text) + 1, text + b"\0")}, {})


def told(block: bytes) -> tuple[str, str, Choice | None]:
    found = tiff.parse(block)
    choices = [stated.choice for stated in exif.statements(block) if stated.layer == "exif"]
    return exif.artist(found), exif.rights_line(found), choices[0] if choices else None


@pytest.mark.parametrize("start", [None, b"", tiff.EMPTY, b"II*\0\0\0\0\0"])
@pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.ASK])
def test_every_choice_comes_back_in_both_byte_orders(start: bytes | None, choice: Choice) -> None:
    name, line, found = told(exif.merge(start, inscription(choice)))
    assert found is choice
    assert name == "Zoë Ünal"
    assert line.startswith("© Zoë Ünal.")


def test_ask_is_among_what_the_pairs_may_mean() -> None:
    found = exif.statements(exif.merge(None, inscription(Choice.ASK)))
    assert Choice.ASK in found[0].compatible


def test_bytes_of_the_value_follow_the_block() -> None:
    big = tiff.parse(exif.merge(tiff.EMPTY, inscription(Choice.NOTHING)))
    little = tiff.parse(exif.merge(b"II*\0\0\0\0\0", inscription(Choice.NOTHING)))
    assert big.value(big.exif.entry(0x9287)) == b"\0\1\0\0\0\0"  # type: ignore[arg-type]
    assert little.value(little.exif.entry(0x9287)) == b"\1\0\0\0\0\0"  # type: ignore[arg-type]


def test_words_of_the_creator_are_kept() -> None:
    block = block_with(exif.COPYRIGHT, b"(c) Mara", block_with(exif.ARTIST, b"Mara"))
    assert told(exif.merge(block, inscription()))[:2] == ("Mara", "(c) Mara")


def test_blank_fields_are_filled() -> None:
    block = block_with(exif.COPYRIGHT, b"   ", block_with(exif.ARTIST, b""))
    assert told(exif.merge(block, inscription()))[0] == "Zoë Ünal"


def test_our_own_line_is_renewed() -> None:
    first = exif.merge(None, inscription(Choice.SEARCH_ONLY))
    second = exif.merge(first, inscription(Choice.NOTHING))
    assert told(second)[1] != told(first)[1]
    assert exif.merge(second, inscription(Choice.SEARCH_ONLY)) == first


def test_a_name_filled_in_before_is_renewed_only_when_told() -> None:
    first = exif.merge(None, inscription())
    assert told(exif.merge(first, inscription(name="Nova")))[0] == "Zoë Ünal"
    assert told(exif.merge(first, inscription(name="Nova"), former="Zoë Ünal"))[0] == "Nova"


def test_what_is_said_elsewhere_is_not_said_here() -> None:
    assert told(exif.merge(None, inscription(), without={"creator", "copyright"}))[:2] == ("", "")


def test_an_exif_version_is_only_given_where_there_was_no_directory() -> None:
    fresh = tiff.parse(exif.merge(None, inscription()))
    assert fresh.value(fresh.exif.entry(exif.VERSION)) == b"0310"  # type: ignore[arg-type]
    old = tiff_edit.rewrite(tiff.parse(tiff.EMPTY), {}, {0x9003: Field(ASCII, 3, b"ab\0")})
    assert tiff.parse(exif.merge(old, inscription())).exif.entry(exif.VERSION) is None


def test_an_opt_out_of_another_program_of_the_same_length_is_replaced_in_place() -> None:
    theirs = tiff_edit.rewrite(tiff.parse(tiff.EMPTY), {}, {exif.OPT_OUT: Field(UNDEFINED, 6, b"\0\1\0\0\0\1")})
    merged = exif.merge(theirs, inscription(Choice.NOTHING), without={"creator", "copyright"})
    assert len(merged) == len(theirs)
    assert told(merged)[2] is Choice.NOTHING


def test_letters_outside_utf8_and_editors_notices_are_shown() -> None:
    block = block_with(exif.COPYRIGHT, b"J\xfcrgen\0Editor", block_with(exif.DESCRIPTION, "Häfen".encode()))
    assert told(block)[1] == "Jürgen; Editor"
    assert exif.description(tiff.parse(block)) == "Häfen"


@pytest.mark.parametrize("block", [b"nonsense", b"MM*\0\xff\xff\xff\xff", b"II"])
def test_no_structure_is_damaged(block: bytes) -> None:
    for job in (lambda: exif.merge(block, inscription()), lambda: exif.statements(block)):
        with pytest.raises(Damaged):
            job()


@settings(derandomize=True, max_examples=200)
@given(st.integers(0, 500), st.binary(min_size=1, max_size=4), st.sampled_from(list(Choice)))
def test_any_damage_ends_in_our_errors_or_a_stable_block(at: int, noise: bytes, choice: Choice) -> None:
    block = bytearray(exif.merge(block_with(exif.DESCRIPTION, b"Harbour"), inscription()))
    at %= len(block)
    block[at : at + len(noise)] = noise
    try:
        merged = exif.merge(bytes(block), inscription(choice))
    except ArtistGuardError:
        return
    assert exif.merge(merged, inscription(choice)) == merged
    exif.statements(merged)


@pytest.mark.parametrize("head", [bytes(4), b"\0\0\0\6Exif\0\0", b"\0\0\0\0Exif\0\0", b"\0\0\0\2xx"])
def test_the_block_of_an_item_is_found(head: bytes) -> None:
    assert exif.parted(head + tiff.EMPTY) == (head, tiff.EMPTY)


@pytest.mark.parametrize("item", [b"", b"\0\0", bytes(4), b"\0\0\0\0Exif\0\0", b"\xff\xff\xff\xffII*\0"])
def test_an_item_without_a_block_is_told(item: bytes) -> None:
    with pytest.raises(Damaged):
        exif.parted(item)
