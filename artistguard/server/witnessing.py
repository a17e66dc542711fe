"""The address at which other logs ask this registry to stand up for them.

Source: C2SP tlog-witness v1 (c2sp.org/tlog-witness), "add-checkpoint".
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from litestar import Request, Response, post

from artistguard.server.problems import tell
from artistguard.transparency.request import REQUEST_CHARACTERS

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.ledger.witness import Witness
    from artistguard.server.desk import Desk

PREFIX = "/witness"
_PATIENCE_SECONDS = 30.0
_MOST = 4 * REQUEST_CHARACTERS
_NEVER = {"Cache-Control": "no-store"}


def routes(desk: Desk, witness: Witness) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`.

    Args:
        desk: Where work that may wait is done.
        witness: Who cosigns.
    """

    @post(f"{PREFIX}/add-checkpoint", status_code=200)
    async def add_checkpoint(request: Request[Any, Any, Any]) -> Response[bytes]:
        body = await _text(request)
        verdict = await desk.ask(witness.add_checkpoint, body)
        return Response(verdict.body.encode(), status_code=verdict.status, media_type=verdict.media, headers=_NEVER)

    return [add_checkpoint]


async def _text(request: Request[Any, Any, Any]) -> str:
    body = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            async for piece in request.stream():
                body += piece
                if len(body) > _MOST:
                    raise tell(413, "too-large", "No question for a cosignature is as long.", "Send a shorter one.")
        return body.decode()
    except TimeoutError as problem:
        raise tell(408, "too-slow", "The request did not arrive in time.", "Send it again.") from problem
    except UnicodeDecodeError as problem:
        raise tell(400, "malformed", "This is no text.", "See c2sp.org/tlog-witness.") from problem
