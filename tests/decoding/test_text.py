from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from artistguard.decoding.text import encoding_of, markup, plain, read_bounded, tree, words
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


PAGES = [
    (b"<p>one<p>two", "one\ntwo"),
    (b"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>a <b>b</b>c</p>d</body></html>", "a bc\nd"),
    (b"<html><head><title>t</title></head><body>a<script>x</script> b</body></html>", "a b"),
    (b"<!DOCTYPE html><html><body><p>a&nbsp;b&eacute;<br/>c&amp;d</p></body></html>", "a\xa0bé\nc&d"),
    (b"<html><body><p>a<!-- no -->b<?no no?>c</p></body></html>", "abc"),
    (b"<html><body>  many \n blanks </body></html>", "many blanks"),
    ("<html><body><ruby>鰯<rt>いわし</rt></ruby></body></html>".encode(), "鰯いわし"),
    (b"<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ("<p>wide é</p>".encode("utf-16"), "wide é"),
    (b"<p>caf\xe9</p>", "café"),
]


@pytest.mark.parametrize(("content", "text"), PAGES)
def test_words_of_a_page(content: bytes, text: str) -> None:
    assert markup(content) == text


def test_entities_of_the_page_itself_are_not_unfolded() -> None:
    laughs = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><html><body>a&l11;b</body></html>'.encode()
    try:
        text = markup(page)
    except FileProblem:
        return
    assert len(text) < 1000


def test_an_entity_from_a_file_is_not_read() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>a&x;b</body></html>'
    assert "root" not in markup(page)


def test_depth_costs_no_stack() -> None:
    page = b"<html><body>" + b"<div>" * 5000 + b"deep" + b"</div>" * 5000 + b"</body></html>"
    with suppress(FileProblem):
        assert isinstance(markup(page), str)


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a></b>", b"no", b"<?xml version='1.0' encoding='nix'?><a/>"])
def test_a_tree_wants_sound_xml(content: bytes) -> None:
    with pytest.raises(Damaged):
        tree(content)


@given(some.binary(max_size=200))
def test_any_bytes_give_words_or_a_clear_error(content: bytes) -> None:
    for reader in (plain, markup):
        with suppress(FileProblem):
            assert isinstance(reader(content), str)


def test_payload_and_guard() -> None:
    plain_words, more = words("a b"), words("a b", b"rest")
    assert plain_words.payload == more.payload
    assert plain_words.guard != more.guard
    assert words("a b", b"re", b"st").guard != more.guard
    assert words("", b"").guard != words("").guard


def test_half_a_pair_of_surrogates_is_replaced() -> None:
    assert words("a\ud800b").text == "a\ufffdb"
