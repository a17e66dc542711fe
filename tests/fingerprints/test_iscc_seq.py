"""Rows of ISCC units, beside the reference implementation."""

from __future__ import annotations

import iscc_core
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.errors import Damaged
from artistguard.fingerprints.iscc_seq import SEQUENCE_BYTES, decode, encode, sequence_of, sought
from artistguard.works import Medium

QUICK = settings(max_examples=300, deadline=None, derandomize=True)

BODIES = st.integers(1, 8).flatmap(lambda words: st.binary(min_size=4 * words, max_size=4 * words))


def unit(main: int, sub: int, version: int, body: bytes) -> str:
    header = iscc_core.encode_header(main, sub, version, len(body) // 4 - 1)
    return "ISCC:" + iscc_core.encode_base32(header + body)


UNITS = st.builds(unit, st.integers(0, 4), st.integers(0, 600), st.sampled_from([0, 1, 7, 8, 71, 72, 583, 584]), BODIES)
FULL = bytes(range(32))


@QUICK
@given(st.lists(UNITS, min_size=1, max_size=6))
def test_rows_are_those_of_the_reference(units: list[str]) -> None:
    row = iscc_core.encode_seq(units)
    assert encode(units) == row
    assert list(decode(row)) == units == iscc_core.decode_seq(row)
    assert encode(each.removeprefix("ISCC:").lower() for each in units) == row


@QUICK
@given(st.lists(UNITS, min_size=1, max_size=3), st.data())
def test_spoiled_rows_are_refused_where_the_reference_refuses_them(units: list[str], data: st.DataObject) -> None:
    row = bytearray(encode(units))
    row[data.draw(st.integers(0, min(len(row) - 1, 8)))] = data.draw(st.integers(0, 255))
    spoiled = bytes(row[: data.draw(st.integers(0, len(row)))])
    try:
        expected = iscc_core.decode_seq(spoiled)
    except ValueError:
        with pytest.raises(Damaged):
            decode(spoiled)
    else:
        assert list(decode(spoiled)) == expected


@QUICK
@given(st.binary(max_size=60))
def test_any_bytes(raw: bytes) -> None:
    try:
        units = decode(raw)
    except Damaged:
        with pytest.raises(ValueError):
            iscc_core.decode_seq(raw)
    else:
        assert encode(units) == raw


@pytest.mark.parametrize(
    "units",
    [
        [],
        [""],
        ["ISCC:"],
        ["ISCC:!!!!"],
        ["ISCC:AAAA"],  # cut off
        [unit(0, 0, 0, FULL) + "AAAA"],
        [iscc_core.gen_iscc_code_v0([unit(3, 0, 0, FULL), unit(4, 0, 0, FULL)])["iscc"]],
        ["A" * 100_000],
        ["ISCC:ÄÖÜ"],
    ],
)
def test_what_is_no_unit(units: list[str]) -> None:
    with pytest.raises(Damaged):
        encode(units)


def test_rows_are_bounded() -> None:
    with pytest.raises(Damaged):
        decode(encode([unit(3, 0, 0, FULL)]) * (SEQUENCE_BYTES // 34 + 1))


def test_what_a_soft_binding_asks_for() -> None:
    picture, tune, film = (unit(2, sub, 0, FULL) for sub in (1, 2, 3))
    data, instance, meta = (unit(main, 0, 0, FULL) for main in (3, 4, 0))
    whole = {"iscc-data": data, "iscc-instance": instance}
    assert sought(encode([meta, picture, tune, film, data, instance])) == [
        (Medium.IMAGE, whole | {"iscc": picture}),
        (Medium.AUDIO, whole | {"iscc": tune}),
    ]
    assert sought(encode([instance])) == [(None, {"iscc-instance": instance})]
    for short in (unit(2, 1, 0, FULL[:8]), unit(2, 1, 1, FULL)):
        with pytest.raises(Damaged):
            sought(encode([short]))


def test_the_soft_binding_of_a_work() -> None:
    values = {"iscc": unit(2, 0, 0, FULL), "iscc-instance": unit(4, 0, 0, FULL), "sha256": "ab"}
    assert sequence_of(values) == iscc_core.encode_seq([values["iscc"], values["iscc-instance"]])
    assert sequence_of({"sha256": "ab"}) == b""
