"""The small pieces of which every signed text is made, each with its pattern.

Source: URNs RFC 9562; DIDs W3C DID Core 1.0, 3.1; moments RFC 3339 in UTC without fractions.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

Urn = Annotated[str, Meta(pattern=r"^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")]
Name = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}\Z")]
Did = Annotated[str, Meta(pattern=r"^did:[a-z0-9]+:[A-Za-z0-9._:%-]+\Z", max_length=256)]
Hex256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Nonce = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Moment = Annotated[
    str, Meta(pattern=r"^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z\Z", max_length=20)
]
Short = Annotated[str, Meta(max_length=512)]
Signature64 = Annotated[str, Meta(min_length=88, max_length=88)]
Hash64 = Annotated[str, Meta(min_length=44, max_length=44)]

ENTRY_BYTES = 65535
"""Longest entry of a log (C2SP tlog-tiles, "Log entries": a 16-bit length)."""

INLINE_CHARACTERS = 512
"""A code longer than this (a whole recording's Chromaprint) is enclosed, and only its digest stands in the log."""

SEED_BYTES = 32
"""Random bytes from which one statement draws its record, nonce and salts."""
