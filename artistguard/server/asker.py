"""Who asks: the address at the other end, or the one that a trusted proxy names.

Source: RFC 7239 section 4 (each proxy adds the address that it was asked from; only what a trusted one added counts).
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.network.address import is_loopback

if TYPE_CHECKING:
    from collections.abc import Collection

    from litestar.types import Scope

_NETWORK_BITS = 64
"""One household or company has so much of an IPv6 address to itself (RFC 6177)."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks.

    Attributes:
        address: As far as it is known; for IPv6 the network.
        own: Whether it is this very computer, asking for itself.
    """

    address: str
    own: bool


def asker(scope: Scope, proxies: Collection[str]) -> Asker:
    """Who asks.

    What comes through a proxy that nobody named is never this computer's own, even if the proxy stands on it.

    Args:
        scope: ASGI 3.0, of an HTTP request.
        proxies: Addresses that are believed.
    """
    client = scope.get("client")
    peer = client[0] if client else ""
    named = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
    if not named:
        proxied = any(name == b"forwarded" for name, _ in scope["headers"])
        return Asker(_network(peer), is_loopback(peer) and not proxied)
    through = [part.strip() for part in b",".join(named).decode("ascii", "replace").split(",")]
    while peer in proxies and through:
        peer = through.pop()
    return Asker(_network(peer), own=False)


def _network(address: str) -> str:
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if known.version == 6:
        if known.ipv4_mapped is not None:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((known, _NETWORK_BITS), strict=False))
    return str(known)
