"""The page about the log: how long it is, who stands up for it, and how to check it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from litestar import Response, get

from artistguard.transparency.checkpoint import Checkpoint, Note, encode64
from artistguard.transparency.cosignature import WitnessKey, witnesses

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk
    from artistguard.server.pages.face import Face


def routes(desk: Desk, face: Face) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `pages.routes`."""
    asked = [WitnessKey.parse(each) for each in desk.ledger.describe().witnesses]

    @get("/state")
    async def state() -> Response[bytes]:
        note = await desk.ask(desk.ledger.checkpoint)
        checkpoint = Checkpoint.parse(Note.parse(note).text)
        seen = witnesses(note, asked)
        return face.page(
            "state.html",
            {
                "here": "/state",
                "note": note,
                "size": checkpoint.size,
                "root": encode64(checkpoint.root),
                "witnesses": [(key.name, _moment(seen[key.name]) if key.name in seen else "") for key in asked],
            },
        )

    return [state]


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
