"""Every answer that is not a success, in one form: `messages.Problem`."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException

from artistguard.errors import ArtistGuardError, DiskFull, ProofProblem, Refused, StoreProblem, UsageProblem
from artistguard.messages import Problem, Reason

if TYPE_CHECKING:
    from litestar import Request
    from litestar.types import ExceptionHandlersMap

    from artistguard.messages import Refusal

_LOG = logging.getLogger("artistguard.server")

STATUSES = {
    Reason.MALFORMED: 400,
    Reason.SIGNATURE: 400,
    Reason.CLOCK: 400,
    Reason.NOT_YOURS: 403,
    Reason.KEY_ENDED: 403,
    Reason.REPLAYED: 409,
    Reason.RECORD_USED: 409,
    Reason.TOO_LARGE: 413,
    Reason.ORIGIN: 421,
    Reason.QUOTA: 429,
}
"""Source: RFC 9110 section 15.5; RFC 6585 section 4 (429)."""

_REMEDIES = {
    Reason.CLOCK: "Set the clock of your computer right and send it again.",
    Reason.QUOTA: "Send the rest tomorrow.",
    Reason.REPLAYED: "Seal the statements in a new envelope.",
    Reason.ORIGIN: "Ask the registry for its name, and seal the statements for it.",
}

_FURTHER = {401: {"WWW-Authenticate": "Bearer"}, 429: {"Retry-After": "60"}, 503: {"Retry-After": "60"}}

_PLAIN = {
    400: ("malformed", "This is not a request that is understood here.", "See /openapi.json."),
    404: ("not-found", "There is nothing at this address.", "See /openapi.json for what there is."),
    405: ("method-not-allowed", "This cannot be done at this address.", "See /openapi.json for what can be done."),
    413: ("too-large", "This is more than is taken at once.", "Send less at a time."),
}


class Told(Exception):
    """Ends a request with a problem.

    Args:
        problem: The answer.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def tell(status: int, code: str, message: str, remedy: str = "") -> Told:
    """To be raised."""
    return Told(Problem(status, code, message, remedy))


def refused(refusal: Refusal) -> Told:
    """Why a whole delivery was not taken; to be raised."""
    return tell(STATUSES[refusal.reason], refusal.reason, refusal.message, _REMEDIES.get(refusal.reason, ""))


def answer(problem: Problem) -> Response[bytes]:
    """The problem as an answer over HTTP."""
    headers = {"Cache-Control": "no-store"} | _FURTHER.get(problem.status, {})
    return Response(
        msgspec.json.encode(problem), status_code=problem.status, media_type="application/json", headers=headers
    )


def handlers() -> ExceptionHandlersMap:
    """What turns anything raised into an answer; nothing of the inside is ever shown."""
    return {Told: _told, HTTPException: _http, ArtistGuardError: _ours, Exception: _unexpected}


def _told(_: Request[Any, Any, Any], problem: Told) -> Response[bytes]:
    return answer(problem.problem)


def _http(_: Request[Any, Any, Any], problem: HTTPException) -> Response[bytes]:
    status = problem.status_code if problem.status_code in _PLAIN else 400 if problem.status_code < 500 else 500
    if status == 500:
        return _unexpected(_, problem)
    return answer(Problem(status, *_PLAIN[status]))


def _ours(_: Request[Any, Any, Any], problem: ArtistGuardError) -> Response[bytes]:
    if isinstance(problem, StoreProblem):
        _LOG.error("the ledger cannot be used: %s", problem.message)
        status = 507 if isinstance(problem, DiskFull) else 503
        return answer(Problem(status, problem.code, "The registry cannot do this now.", "Try again later."))
    if isinstance(problem, Refused | ProofProblem | UsageProblem):
        return answer(Problem(400, problem.code, problem.message, problem.remedy))
    return _unexpected(_, problem)


def _unexpected(_: Request[Any, Any, Any], problem: Exception) -> Response[bytes]:
    _LOG.error("a request could not be answered", exc_info=problem)
    return answer(Problem(500, "error", "The registry failed to answer this.", "Tell the people who run it."))
