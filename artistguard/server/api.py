"""The registry's questions and answers as JSON under ``/v1``.

Source: docs/protocol.md, "Endpoints".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.response import Stream

from artistguard.messages.bulk import CheckEnd
from artistguard.server import intake
from artistguard.server.lines import LINES, lines
from artistguard.server.problems import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar.handlers import HTTPRouteHandler

    from artistguard.messages import Answers, Question
    from artistguard.server.desk import Desk
    from artistguard.server.metrics import Counters

_URN_CHARACTERS = 256
_CACHE = {"Cache-Control": "no-cache"}


def routes(desk: Desk, counters: Counters) -> list[HTTPRouteHandler]:
    """The handlers of one server.

    Args:
        desk: Where the ledger is asked.
        counters: What happened, for ``/metrics``.
    """
    ledger = desk.ledger

    @post("/v1/check", status_code=200)
    async def check(request: Request[Any, Any, Any]) -> Response[bytes] | Stream:
        asked: Question = await intake.question(request, desk)
        answers: Answers = await desk.ask(ledger.check, asked)
        counters.count("artistguard_items_checked_total", len(answers.items))
        if LINES in request.headers.get("accept", ""):
            return Stream(lines(desk, answers.items, CheckEnd(answers.checkpoint)), media_type=LINES, headers=_CACHE)
        return _json(await desk.ask(msgspec.json.encode, answers))

    @get("/v1/works/{urn:str}")
    async def work(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _json(await desk.ask(_encoded, ledger.work, named(request)))

    @get("/v1/records/{urn:str}")
    async def record(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _json(await desk.ask(_encoded, ledger.record, named(request)))

    @get("/v1/parties/{did:str}")
    async def party(request: Request[Any, Any, Any]) -> Response[bytes]:
        return _json(await desk.ask(_encoded, ledger.party, named(request, "did")))

    @get("/v1/registry")
    async def registry() -> Response[bytes]:
        return _json(msgspec.json.encode(ledger.describe()))

    return [check, work, record, party, registry]


def named(request: Request[Any, Any, Any], part: str = "urn") -> str:
    """The URN, key or number in the path of a request.

    Raises:
        Told: It is longer than any can be.
    """
    urn: str = request.path_params[part]
    if len(urn) > _URN_CHARACTERS or not urn.isprintable():
        raise tell(400, "malformed", "This is not a number of a work or record.", "It is written like urn:uuid:….")
    return urn


def _encoded(call: Callable[[str], object], name: str) -> bytes:
    """Ask and write the answer down, in one thread."""
    return msgspec.json.encode(call(name))


def _json(content: bytes) -> Response[bytes]:
    return Response(content, media_type="application/json", headers=_CACHE)
