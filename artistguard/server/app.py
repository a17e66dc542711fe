"""The whole server as one ASGI application over a ledger."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from litestar import Litestar

from artistguard.server import (
    admin,
    api,
    exports,
    faring,
    pages,
    problems,
    published,
    receiving,
    soft_binding,
    wholesale,
    witnessing,
)
from artistguard.server.chronicle import Chronicled
from artistguard.server.configuration import Configuration
from artistguard.server.desk import Desk
from artistguard.server.looking import Looker
from artistguard.server.metrics import Counters
from artistguard.server.pacing import Paced

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from litestar.types import ASGIApp, Message, Receive, Scope, Send

    from artistguard.ledger.ledger import Ledger
    from artistguard.ledger.witness import Witness

_PARTS = frozenset(
    {"v1", "log", "works", "find", "state", "counts", "proof", "witness", "healthz", "readyz", "metrics"}
    | {"openapi.json", ".well-known", "style.css", "check.mjs", "reader.mjs", "verify_proof.py"}
)
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


def build(ledger: Ledger, configuration: Configuration | None = None, witness: Witness | None = None) -> ASGIApp:
    """Make the application.

    Args:
        ledger: Whose face it is; stays the caller's to close.
        configuration: How it is to be run.
        witness: Who cosigns for other logs here, if anybody does.
    """
    configuration = configuration or Configuration()
    desk = Desk(ledger, configuration)
    counters = Counters()
    looker = Looker()
    store = wholesale.Store(desk) if configuration.bulk.folder else None

    @asynccontextmanager
    async def open_desk(_: Litestar) -> AsyncIterator[None]:
        if store:
            store.jobs.open()
        yield
        if store:
            await desk.ask(store.jobs.close)
        desk.close()

    cosigning = witnessing.routes(desk, witness) if witness else []
    inside = Litestar(
        [
            *cosigning,
            *receiving.routes(desk, counters),
            *api.routes(desk, counters),
            *wholesale.routes(desk, store),
            *exports.routes(desk),
            *published.routes(desk),
            *faring.routes(desk, counters),
            *admin.routes(desk, configuration.administrators),
            *soft_binding.routes(desk, looker),
            *pages.routes(desk, looker),
        ],
        exception_handlers=problems.handlers(),
        lifespan=[open_desk],
        logging_config=None,
        openapi_config=None,
        # Every body is bounded where it is read (see `intake`), with the reason told in our own words.
        request_max_body_size=None,
        debug=False,
    )
    outside: ASGIApp = _Watched(Paced(inside, configuration, counters), counters)
    told = configuration.log
    return Chronicled(outside, configuration.proxies, addresses=told.addresses) if told.requests else outside


class _Watched:
    """Counts every answer, and adds the headers that all of them have.

    Args:
        inside: The application.
        counters: What happened.
    """

    def __init__(self, inside: ASGIApp, counters: Counters) -> None:
        self._inside = inside
        self._counters = counters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI 3.0, "HTTP & WebSocket"."""

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                part = scope["path"].split("/", 2)[1] if "/" in scope["path"] else ""
                known = part if part in _PARTS else "home" if not part else "other"
                self._counters.count("artistguard_requests_total", part=known, status=str(message["status"]))
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        await self._inside(scope, receive, counted)
