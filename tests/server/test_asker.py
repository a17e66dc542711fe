"""Who asks: the address at the other end, and proxies that are believed or not."""

from __future__ import annotations

from typing import Any

import pytest

from artistguard.server.asker import Asker, asker


def scope(peer: str | None, *headers: tuple[bytes, bytes]) -> Any:
    return {"client": None if peer is None else (peer, 5), "headers": headers}


def forwarded(value: str) -> tuple[bytes, bytes]:
    return (b"x-forwarded-for", value.encode())


@pytest.mark.parametrize(
    ("peer", "headers", "proxies", "found"),
    [
        ("127.0.0.1", (), (), Asker("127.0.0.1", own=True)),
        ("203.0.113.9", (), (), Asker("203.0.113.9", own=False)),
        ("::1", (), (), Asker("::/64", own=True)),
        ("2001:db8:1:2:3:4:5:6", (), (), Asker("2001:db8:1:2::/64", own=False)),
        ("::ffff:203.0.113.9", (), (), Asker("203.0.113.9", own=False)),
        (None, (), (), Asker("unknown", own=False)),
        # A proxy that nobody named stands for all that it brings, and never for this computer.
        ("127.0.0.1", (forwarded("203.0.113.9"),), (), Asker("127.0.0.1", own=False)),
        ("127.0.0.1", ((b"forwarded", b"for=203.0.113.9"),), (), Asker("127.0.0.1", own=False)),
        # One that is named is believed about what it added, and no further.
        ("127.0.0.1", (forwarded("203.0.113.9"),), ("127.0.0.1",), Asker("203.0.113.9", own=False)),
        ("127.0.0.1", (forwarded("127.0.0.1"),), ("10.0.0.1",), Asker("127.0.0.1", own=False)),
        ("10.0.0.1", (forwarded("1.1.1.1, 203.0.113.9"),), ("10.0.0.1",), Asker("203.0.113.9", own=False)),
        ("10.0.0.1", (forwarded("1.1.1.1, 9.9.9.9, 10.0.0.2"),), ("10.0.0.1", "10.0.0.2"), Asker("9.9.9.9", own=False)),
        ("10.0.0.1", (forwarded("127.0.0.1"),), ("10.0.0.1",), Asker("127.0.0.1", own=False)),
        ("10.0.0.1", (forwarded("1.1.1.1"), forwarded("2.2.2.2")), ("10.0.0.1",), Asker("2.2.2.2", own=False)),
        ("10.0.0.1", (forwarded("nobody"),), ("10.0.0.1",), Asker("unknown", own=False)),
    ],
)
def test_who_asks(
    peer: str | None, headers: tuple[tuple[bytes, bytes], ...], proxies: tuple[str, ...], found: Asker
) -> None:
    assert asker(scope(peer, *headers), proxies) == found
