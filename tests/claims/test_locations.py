"""Addresses: one spelling each, and what an address speaks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.claims.canonical import canonical
from artistguard.claims.locations import LOCATION, declared, digest_of, prefixes
from artistguard.claims.statement import draft
from artistguard.terms import Declaration
from tests.suites.registry_makers import MADE, key, seed, sha, work


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ada.example", "https://ada.example/"),
        ("https://ada.example/a", "https://ada.example/a/"),
        ("https://ADA.example/a", "https://ada.example/a"),
        ("https://ada.example:443/a", "https://ada.example/a"),
        ("http://ada.example:80/a", "http://ada.example/a"),
        ("http://ada.example/a", "https://ada.example/a"),
        ("https://ada.example./a", "https://ada.example/a"),
        ("https://ada.example/%7Ea", "https://ada.example/~a"),
        ("https://ada.example/%c3%a4", "https://ada.example/ä"),
        ("https://ada.example/x/../a/./b", "https://ada.example//a/b"),
        ("https://ada.example/a?b=c#d", "https://ada.example/a"),
        ("https://müsli.example/", "https://xn--msli-0ra.example/"),
    ],
)
def test_two_spellings_of_one_address(one: str, other: str) -> None:
    assert digest_of(one) == digest_of(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://ada.example/a", "https://ada.example/A"),
        ("https://ada.example/a/b", "https://ada.example/a%2Fb"),
        ("https://ada.example:8443/a", "https://ada.example/a"),
        ("https://www.ada.example/", "https://ada.example/"),
    ],
)
def test_two_addresses(one: str, other: str) -> None:
    assert digest_of(one) != digest_of(other)


@pytest.mark.parametrize(
    "text",
    ["", "ada.example", "ftp://ada.example/", "https://", "https:///a", "https://ada@ada.example/", "https://ada.example:x/",
     "https://ada.example:99999/", "https://[::1/", "javascript:alert(1)", "https://" + "a" * 3000, "https://a..b/",
     "https://ada.example/" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    assert digest_of(text) == ""
    assert prefixes(text) == ()


def test_an_address_speaks_for_everything_below_it() -> None:
    page = prefixes("https://ada.example/prints/2026/1.jpg?size=l")
    for above in ("https://ada.example", "https://ada.example/prints", "https://ada.example/prints/2026/1.jpg"):
        assert digest_of(above) in page
    for beside in (
        "https://ada.example/print",
        "https://ada.example/prints/2",
        "https://example",
        "https://b.example/",
    ):
        assert digest_of(beside) not in page
    assert len(page) == 4


def test_a_path_has_an_end() -> None:
    assert len(prefixes("https://ada.example/" + "a/" * 500)) == 33


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert len(prefixes(text)) == len(prefixes(f"{text}#")) or "#" not in text
    assert digest_of(f"https://ada.example/{text}") in {"", *prefixes(f"https://ada.example/{text}")}


@pytest.mark.parametrize(("page", "named"), [("https://ada.example/prints", True), ("", False), ("prints", False)])
def test_a_statement_names_the_page_by_its_digest_alone(page: str, named: bool) -> None:
    made = draft(
        seed=seed(1), creator=key().did, work=work("a"), made=MADE, declaration=Declaration(location=page),
        fingerprints={"sha256": sha("a")}, distinctive=True,
    )  # fmt: skip
    assert made.enclosures == ()
    assert declared(made.statement.extensions) == ({LOCATION: digest_of(page)} if named else {})  # type: ignore[union-attr]
    assert b"ada.example" not in canonical(made.statement)


def test_only_a_digest_is_a_declaration() -> None:
    digest = digest_of("https://ada.example")
    assert declared({LOCATION: digest, "more": "x"}) == {LOCATION: digest}
    for odd in ("", digest[:-1], digest.upper(), f"{digest}0", "https://ada.example"):
        assert declared({LOCATION: odd}) == {}
    assert declared({}) == {}
