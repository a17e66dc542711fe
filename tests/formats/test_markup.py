from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.formats import markup


@pytest.mark.parametrize(
    ("head", "root"),
    [
        (b"<svg/>", "svg"),
        (b"\n <?xml version='1.0'?>\n<!-- <a> -->\n<b c='d'>", "b"),
        (b"<x:y xmlns:x='z'>", "y"),
        (b"<!DOCTYPE score-partwise PUBLIC \"-//R//D>\" 'u'><a>", ""),
        (b"<!DOCTYPE score-partwise PUBLIC \"-//R//D\" 'u'><a>", "a"),
        (b"<!DOCTYPE a [<!ENTITY b '>'> <!-- ] -->]><a>", "a"),
        ("<café/>".encode(), "café"),
        ("<a/>".encode("utf-16"), "a"),
        ("<a/>".encode("utf-16-be"), "a"),
        ("<a/>".encode("utf-8-sig"), "a"),
        (b"words <a/>", ""),
        (b"<a", ""),
        (b"", ""),
        (b"\x00\x01", ""),
    ],
)
def test_the_outermost_element_is_named(head: bytes, root: str) -> None:
    assert markup.root_of(head) == root


@given(st.binary(max_size=300))
def test_any_bytes_have_a_root_or_none(head: bytes) -> None:
    assert isinstance(markup.root_of(head), str)


@pytest.mark.parametrize(
    "piece", [b"<!--", b"<!DOCTYPE a [", b"<?", b"<!DOCTYPE a []] ]", b"<!-- --!>", b"] ] ]", b"<a"]
)
def test_long_beginnings_end_soon(piece: bytes) -> None:
    assert markup.root_of(piece * (65536 // len(piece))) in {"", "a"}
