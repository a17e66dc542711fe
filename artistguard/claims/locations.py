"""Where a work is shown on the web: an address as it is declared, and as it is looked up.

A statement that goes into a log must not list addresses, which may name a person. It holds the digest of one address
instead, as the extension ``location``: whoever has the address finds the statement, nobody reads the address off the
log. An address speaks for everything below it: ``https://ada.example/prints`` for ``https://ada.example/prints/1.jpg``.

Source: RFC 3986, sections 6.2.2 (case, percent-encoding, path segments) and 6.2.3 (default ports); RFC 3490 (ToASCII).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCATION = "location"
"""Name of the extension, and under which its digest is looked up."""

URL_CHARACTERS = 2048
_SEGMENTS = 32
_DOMAIN = b"artistguard-location-v1\0"
_PORTS = {"http": 80, "https": 443}
_DIGEST = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


def digest_of(url: str) -> str:
    """What a statement holds of an address.

    Returns:
        64 hexadecimal digits; empty for what is no web address.
    """
    parts = _parts(url)
    return _digest(parts) if parts else ""


def prefixes(url: str) -> tuple[str, ...]:
    """Digests of all addresses that speak for this one, the shortest first; none for what is no web address."""
    parts = _parts(url)
    return tuple(_digest(parts[:length]) for length in range(1, len(parts) + 1))


def declared(extensions: Mapping[str, str]) -> dict[str, str]:
    """The digest among the extensions of a statement by its name, where there is one that is well-formed."""
    value = extensions.get(LOCATION, "")
    return {LOCATION: value} if _DIGEST.match(value) else {}


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256(_DOMAIN + "/".join(parts).encode()).hexdigest()


def _parts(url: str) -> tuple[str, ...]:
    """Host and segments of the path in their one spelling; query and fragment do not count."""
    try:
        split = urlsplit(url)
        port = split.port
        host = (split.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        return ()
    if len(url) > URL_CHARACTERS or split.scheme not in _PORTS or not host or "@" in split.netloc:
        return ()
    if port not in {None, _PORTS[split.scheme]}:
        host = f"{host}:{port}"
    return (host, *_segments(split.path))


def _segments(path: str) -> tuple[str, ...]:
    kept: list[str] = []
    for raw in path.split("/"):
        segment = quote(unquote_to_bytes(raw), safe="!$&'()*+,;=:@~")
        if segment == "..":
            del kept[-1:]
        elif segment not in {"", "."}:
            kept.append(segment)
    return tuple(kept[:_SEGMENTS])
