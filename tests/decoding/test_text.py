from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from artistguard.decoding.text import encoding_of, plain, read_bounded, words
from artistguard.errors import Damaged, FileProblem, TooLarge

STORY = "Nobody söld them - nobody “asked”.\nThe end.\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_words(codec: str) -> None:
    assert plain(STORY.encode(codec)) == STORY


def test_line_ends_become_one() -> None:
    assert plain(b"a\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize("content", [bytes(range(32)) * 4, b"\xff\xfe\x41", b"\xff\xfe\x00\xd8\x41\x00", b"\0" * 64])
def test_what_is_no_text_is_told(content: bytes) -> None:
    with pytest.raises(Damaged):
        plain(content)


def test_a_mark_is_not_a_word() -> None:
    assert encoding_of(b"\xef\xbb\xbfabc") == ("utf-8", 3)
    assert plain(b"\xef\xbb\xbfabc") == "abc"


def test_a_stream_longer_than_the_limit_is_refused() -> None:
    assert read_bounded(io.BytesIO(b"12345"), 5) == b"12345"
    with pytest.raises(TooLarge):
        read_bounded(io.BytesIO(b"123456"), 5)


@given(some.binary(max_size=200))
def test_any_bytes_give_words_or_a_clear_error(content: bytes) -> None:
    with suppress(FileProblem):
        assert isinstance(plain(content), str)


def test_payload_and_guard() -> None:
    plain_words, more = words("a b"), words("a b", b"rest")
    assert plain_words.payload == more.payload
    assert plain_words.guard != more.guard
    assert words("a b", b"re", b"st").guard != more.guard
    assert words("", b"").guard != words("").guard


def test_half_a_pair_of_surrogates_is_replaced() -> None:
    assert words("a\ud800b").text == "a\ufffdb"
