"""Where statements are handed in: one or a few at once, or thousands as a batch.

Source: docs/protocol.md, "Endpoints".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.response import Stream

from artistguard.messages import BatchEnd, BatchState, Refusal, SubmissionAnswer
from artistguard.server import batches, intake
from artistguard.server.api import named
from artistguard.server.asker import asker
from artistguard.server.lines import LINES, lines
from artistguard.server.problems import refused

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.claims.envelope import Submission
    from artistguard.server.desk import Desk
    from artistguard.server.metrics import Counters

_CACHE = {"Cache-Control": "no-cache"}


def routes(desk: Desk, counters: Counters) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`."""
    ledger = desk.ledger

    async def deliver(request: Request[Any, Any, Any], submission: Submission, begun: str = "") -> SubmissionAnswer:
        answer = await desk.ask(
            ledger.deliver,
            submission,
            key=intake.idempotency_key(request),
            counted=not asker(request.scope, desk.configuration.proxies).own,
            begun=begun,
        )
        if isinstance(answer, Refusal):
            counters.count("artistguard_deliveries_refused_total", reason=answer.reason)
            raise refused(answer)
        _count(answer, counters)
        return answer

    @post("/v1/claims", status_code=200)
    async def claim(request: Request[Any, Any, Any]) -> Response[bytes]:
        answer = await deliver(request, await intake.submission(request, desk))
        # What one request of this kind brings is answered in less than a wake-up of a thread takes.
        return _json(msgspec.json.encode(answer))

    @post("/v1/batches", status_code=200)
    async def batch(request: Request[Any, Any, Any]) -> Stream:
        submission, number, begun = await batches.take(request, desk, intake.start(request))
        answer = await deliver(request, submission, begun)
        await desk.ask(ledger.uploads.done, number)
        end = BatchEnd(answer.checkpoint, answer.conflicts)
        return Stream(lines(desk, answer.items, end), media_type=LINES, headers=_CACHE)

    @get("/v1/batches/{number:str}")
    async def batch_state(request: Request[Any, Any, Any]) -> Response[bytes]:
        number = named(request, "number")
        upload = await desk.ask(ledger.uploads.find, number)
        return _json(msgspec.json.encode(BatchState(number, upload.received)))

    return [claim, batch, batch_state]


def _json(content: bytes) -> Response[bytes]:
    return Response(content, media_type="application/json", headers=_CACHE)


def _count(answer: SubmissionAnswer, counters: Counters) -> None:
    for item in answer.items:
        if isinstance(item, Refusal):
            counters.count("artistguard_statements_refused_total", reason=item.reason)
        else:
            counters.count("artistguard_statements_confirmed_total")
