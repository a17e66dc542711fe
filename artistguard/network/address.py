"""Addresses that we are willing to speak to.

Source: RFC 3986 section 3 (parts of an address); RFC 6761 section 6.3 (``localhost`` is this computer).
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from artistguard.errors import UsageProblem

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_CHARACTERS = 2048
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a service is.

    Attributes:
        scheme: ``https``, or ``http``.
        host: Lower case, without brackets.
        port: As named, or the usual one.
        base: All of it as text, without a slash at the end.
    """

    scheme: str
    host: str
    port: int
    base: str

    @property
    def loopback(self) -> bool:
        """Whether it is on this very computer."""
        return is_loopback(self.host)

    def leads_to(self, other: str) -> bool:
        """Whether another address is at the same scheme, host and port."""
        try:
            parts = urlsplit(other)
            return (parts.scheme, (parts.hostname or ""), _port(parts)) == (self.scheme, self.host, self.port)
        except ValueError:
            return False


def parse(text: str, *, plain_http: bool = False) -> Address:
    """Read the address of a service.

    Args:
        text: ``https://registry.example`` or ``http://127.0.0.1:8750``; a path before the service's own is allowed.
        plain_http: Whether an unencrypted connection may leave this computer.

    Raises:
        UsageProblem: It is no address, or its connection would not be encrypted.
    """
    try:
        parts = urlsplit(text.strip())
        port = _port(parts)
    except ValueError as problem:
        raise _none(text) from problem
    host = parts.hostname or ""
    known = parts.scheme in _PORTS and host and port
    if not known or parts.query or parts.fragment or "@" in parts.netloc or len(text) > _CHARACTERS:
        raise _none(text)
    if any(letter <= " " or letter == "\\" for letter in text.strip()):
        raise _none(text)
    address = Address(parts.scheme, host, port, f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/"))
    if parts.scheme == "http" and not (plain_http or address.loopback):
        raise UsageProblem(
            f"The connection to {host} would not be encrypted.", remedy=f"Use https://{parts.netloc} instead."
        )
    return address


def is_loopback(host: str) -> bool:
    """Whether a host is this very computer, by its name alone."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _port(parts: SplitResult) -> int:
    return _PORTS.get(parts.scheme, 0) if parts.port is None else parts.port


def _none(text: str) -> UsageProblem:
    shown = "".join(letter for letter in text[:80] if letter.isprintable())
    return UsageProblem(
        f"Not the address of a service: {shown!r}", remedy="It is written like https://registry.example."
    )
