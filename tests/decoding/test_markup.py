from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from artistguard.decoding.markup import markup, tree
from artistguard.errors import Damaged, FileProblem

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
    with suppress(FileProblem):
        assert isinstance(markup(content), str)
