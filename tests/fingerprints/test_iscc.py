from __future__ import annotations

import contextlib
import hashlib
import io
import random

import iscc_lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.errors import Damaged
from artistguard.fingerprints import iscc

BLANK = iscc_lib.gen_image_code_v0(bytes(1024), 256).iscc


def test_the_library_passes_the_conformance_vectors_of_the_standard() -> None:
    assert iscc_lib.conformance_selftest()


def test_body_of_a_unit() -> None:
    assert len(iscc.bits_of(BLANK)) == 32
    assert iscc.bits_of(BLANK.removeprefix("ISCC:")) == iscc.bits_of(BLANK)


@pytest.mark.parametrize(
    "text", ["", "ISCC:", "ISCC:XX", "ISCC:EED", "é" * 20, "ISCC:" + "A" * 5000, "ISCC:EEDQAAAA\x00"]
)
def test_what_is_no_iscc_is_refused(text: str) -> None:
    with pytest.raises(Damaged):
        iscc.bits_of(text)


@given(st.text(max_size=140))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(Damaged):
        assert len(iscc.bits_of(text)) <= 32


def test_distance_counts_bits() -> None:
    pixels = bytes(range(256)) * 4
    other = iscc_lib.gen_image_code_v0(pixels, 256).iscc
    expected = sum(a != b for a, b in zip(bits(iscc.bits_of(BLANK)), bits(iscc.bits_of(other)), strict=True))
    assert iscc.distance(BLANK, other) == expected == iscc.distance(other, BLANK)
    assert iscc.distance(other, other) == 0


def bits(body: bytes) -> str:
    return "".join(f"{each:08b}" for each in body)


def test_units_of_different_kinds_are_not_compared() -> None:
    text = iscc_lib.gen_text_code_v0("a few words", 256).iscc
    short = iscc_lib.gen_image_code_v0(bytes(1024), 64).iscc
    for other in (text, short):
        with pytest.raises(Damaged):
            iscc.distance(BLANK, other)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_hamming_is_a_metric(one: bytes, two: bytes, three: bytes) -> None:
    assert iscc.hamming(one, two) == iscc.hamming(two, one)
    assert (iscc.hamming(one, two) == 0) == (one == two)
    assert iscc.hamming(one, three) <= iscc.hamming(one, two) + iscc.hamming(two, three)


class Dripping(io.BytesIO):
    """Gives a few bytes at a time, whatever is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 997) if size and size > 0 else 997)


@pytest.mark.parametrize("length", [0, 1, 4095, 1_500_000])
def test_codes_of_a_file_do_not_depend_on_how_it_is_read(length: int) -> None:
    content = random.Random(length).randbytes(length)
    codes = iscc.of_file(io.BytesIO(content))
    assert codes == iscc.of_file(Dripping(content))
    assert codes == {
        "sha256": hashlib.sha256(content).hexdigest(),
        "iscc-data": iscc_lib.gen_data_code_v0(content, 256).iscc,
        "iscc-instance": iscc_lib.gen_instance_code_v0(content, 256).iscc,
    }


def test_data_code_stays_near_when_a_little_is_added() -> None:
    content = random.Random(3).randbytes(400_000)
    before, after = (iscc.of_file(io.BytesIO(each))["iscc-data"] for each in (content, b"new head" + content))
    other = iscc.of_file(io.BytesIO(random.Random(4).randbytes(400_000)))["iscc-data"]
    assert iscc.distance(before, after) < 40 < iscc.distance(before, other)
