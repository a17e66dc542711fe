"""How the server fares, and what can be asked of it.

Source: Prometheus exposition formats, "Text-based format" 0.0.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import Request, Response, get

from artistguard.errors import ArtistGuardError
from artistguard.server import openapi
from artistguard.server.asker import asker
from artistguard.server.problems import tell
from artistguard.transparency.checkpoint import Checkpoint, Note

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk
    from artistguard.server.metrics import Counters

_NOW = {"Cache-Control": "no-cache"}


def routes(desk: Desk, counters: Counters) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`."""
    ledger = desk.ledger
    document = openapi.document()

    @get("/healthz")
    async def alive() -> Response[bytes]:
        return Response(b"alive\n", media_type="text/plain", headers=_NOW)

    @get("/readyz")
    async def ready() -> Response[bytes]:
        try:
            await desk.ask(ledger.checkpoint)
        except ArtistGuardError as problem:
            raise tell(503, "not-ready", "The registry cannot be used now.", "Try again later.") from problem
        return Response(b"ready\n", media_type="text/plain", headers=_NOW)

    @get("/metrics")
    async def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
        who = asker(request.scope, desk.configuration.proxies)
        if not who.own and who.address not in desk.configuration.metrics:
            raise tell(403, "local-only", "Figures are shown on the registry's own computer only.")
        note = await desk.ask(ledger.checkpoint)
        text = counters.text({"artistguard_log_entries": Checkpoint.parse(Note.parse(note).text).size})
        return Response(text.encode(), media_type="text/plain; version=0.0.4", headers=_NOW)

    @get("/openapi.json")
    async def described() -> Response[bytes]:
        return Response(document, media_type="application/json", headers=_NOW)

    return [alive, ready, metrics, described]
