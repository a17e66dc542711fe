"""Which addresses we speak to, and to which not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.errors import UsageProblem
from artistguard.network.address import is_loopback, parse


@pytest.mark.parametrize(
    ("text", "host", "port", "base"),
    [
        ("https://registry.example", "registry.example", 443, "https://registry.example"),
        ("https://Registry.Example/", "registry.example", 443, "https://Registry.Example"),
        (
            "https://registry.example:8443/some/where/",
            "registry.example",
            8443,
            "https://registry.example:8443/some/where",
        ),
        ("http://127.0.0.1:8750", "127.0.0.1", 8750, "http://127.0.0.1:8750"),
        ("http://[::1]:8750", "::1", 8750, "http://[::1]:8750"),
        ("http://localhost", "localhost", 80, "http://localhost"),
        ("  https://registry.example\n", "registry.example", 443, "https://registry.example"),
    ],
)
def test_addresses(text: str, host: str, port: int, base: str) -> None:
    address = parse(text)
    assert (address.host, address.port, address.base) == (host, port, base)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "embedded",
        "registry.example",
        "ftp://registry.example",
        "file:///etc/passwd",
        "https://",
        "https://:443",
        "https://registry.example:0",
        "https://registry.example:65536",
        "https://registry.example:port",
        "https://ada:secret@registry.example",
        "https://registry.example?x=1",
        "https://registry.example#x",
        "https://registry.example/a b",
        "https://registry.example/a\r\nHost: other",
        "https://registry.example\\@other.example",
        "https://[::1",
        "https://" + "a" * 3000,
    ],
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(UsageProblem, match="Not the address"):
        parse(text)


@pytest.mark.parametrize(
    "host", ["registry.example", "192.168.1.5", "127.0.0.1.example", "localhost.example", "0.0.0.0"]
)
def test_unencrypted_only_on_this_computer(host: str) -> None:
    with pytest.raises(UsageProblem, match="not be encrypted") as problem:
        parse(f"http://{host}:8750")
    assert f"https://{host}:8750" in problem.value.remedy
    assert parse(f"http://{host}:8750", plain_http=True).host == host


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("a.localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.example", False),
        ("", False),
    ],
)
def test_loopback(host: str, here: bool) -> None:
    assert is_loopback(host) is here


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://registry.example/elsewhere", True),
        ("https://registry.example:443/", True),
        ("https://REGISTRY.example/x", True),
        ("http://registry.example/", False),
        ("https://registry.example:444/", False),
        ("https://registry.example.evil.example/", False),
        ("https://registry.example@evil.example/", False),
        ("//registry.example", False),
        ("javascript:alert(1)", False),
        ("https://[", False),
        ("https://registry.example:99999/", False),
    ],
)
def test_where_a_redirect_may_lead(other: str, same: bool) -> None:
    assert parse("https://registry.example").leads_to(other) is same


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_is_told_to_be_none(text: str) -> None:
    try:
        address = parse(f"https://{text}")
    except UsageProblem as problem:
        told = problem.message
        assert told.isprintable()
    else:
        assert address.host
        assert "@" not in address.base.split("/")[2]
