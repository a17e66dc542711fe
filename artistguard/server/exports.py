"""What is stated about a work, in the words of other standards.

Source: docs/protocol.md, "Exports".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, get

from artistguard.errors import Damaged, Refused
from artistguard.ledger.bulk import exports
from artistguard.server.api import named
from artistguard.server.problems import tell
from artistguard.vocabularies.rsl import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk

_NOW = {"Cache-Control": "no-cache"}


def routes(desk: Desk) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`."""

    @get("/v1/works/{urn:str}/rsl")
    async def rsl(request: Request[Any, Any, Any]) -> Response[bytes]:
        return Response(await _made(request, desk, exports.rsl), media_type=MEDIA_TYPE, headers=_NOW)

    @get("/v1/works/{urn:str}/tdmai")
    async def tdmai(request: Request[Any, Any, Any]) -> Response[bytes]:
        content = await _made(request, desk, lambda said: msgspec.json.encode(exports.tdmai(said)))
        return Response(content, media_type="application/json", headers=_NOW)

    @get("/v1/works/{urn:str}/iscc-note")
    async def iscc_note(request: Request[Any, Any, Any]) -> Response[bytes]:
        page = f"{str(request.base_url).rstrip('/')}/works/{named(request)}"
        content = await _made(request, desk, lambda said: msgspec.json.encode(exports.iscc_note(said, page)))
        return Response(content, media_type="application/json", headers=_NOW)

    return [rsl, tdmai, iscc_note]


async def _made(request: Request[Any, Any, Any], desk: Desk, make: Callable[[exports.Stated], bytes]) -> bytes:
    """An export of the work that a request names.

    Raises:
        Told: There is nothing to be handed on, or not in that form.
    """

    def made() -> bytes:
        return make(exports.stated(desk.ledger.work(named(request))))

    try:
        return await desk.ask(made)
    except (Refused, Damaged) as problem:
        raise tell(404, "nothing-stated", problem.message, "See /v1/works/… for its history.") from problem
