"""Long answers as lines of JSON, made and sent a piece at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from artistguard.server.desk import Desk

LINES = "application/x-ndjson"
_TOGETHER = 200
"""Lines that are sent as one piece."""


async def lines(desk: Desk, items: Sequence[object], end: object) -> AsyncIterator[bytes]:
    """An answer as lines.

    Args:
        desk: Of the server.
        items: A line each, in order.
        end: The last line.
    """
    encoder = msgspec.json.Encoder()
    for at in range(0, len(items), _TOGETHER):
        yield await desk.ask(encoder.encode_lines, items[at : at + _TOGETHER])
    yield encoder.encode(end) + b"\n"
