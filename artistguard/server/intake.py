"""Taking in what is sent: bounded in size and time while it arrives, and turned away as early as can be known."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from litestar.exceptions import InternalServerException

from artistguard.claims.envelope import Submission
from artistguard.messages import Question, Reason
from artistguard.server.problems import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar import Request

    from artistguard.messages import Limits
    from artistguard.server.desk import Desk

_T = TypeVar("_T")

HEAD_BYTES = 8 << 10
"""Most bytes of a signed cover."""

_LARGE_BYTES = 1 << 20
_SMALL_BYTES = 32 << 10
"""Decoded sooner than a thread is woken for it."""

_KEY_CHARACTERS = 255
_START_DIGITS = 5
_PATIENCE_SECONDS = 30.0
_SLOWEST = 16 << 10
"""Bytes a second that are fast enough never to be cut off."""


def single_bytes(limits: Limits) -> int:
    """Most bytes that one statement takes with its enclosures and its share of the envelope; a little over 1 MiB."""
    return limits.enclosed_bytes + 2 * limits.entry_bytes + HEAD_BYTES


async def submission(request: Request[Any, Any, Any], desk: Desk) -> Submission:
    """Take in a delivery in one piece.

    Raises:
        Told: It is too large, too slow or not one.
    """
    return await take(request, desk, Submission, single_bytes(desk.ledger.describe().limits))


async def question(request: Request[Any, Any, Any], desk: Desk) -> Question:
    """Take in a question; see `submission`."""
    return await take(request, desk, Question, desk.configuration.bodies.question)


async def take(request: Request[Any, Any, Any], desk: Desk, kind: type[_T], most: int) -> _T:
    """Read a body and decode it.

    Args:
        request: As it arrives.
        desk: Holds the places for large bodies.
        kind: What it should be.
        most: Bytes that are taken.
    """
    body = bytearray()
    async with AsyncExitStack() as held:
        await read(request, desk, body, most, held)
        if len(body) <= _SMALL_BYTES:
            return decode(body, kind)
        return await desk.ask(decode, body, kind)


async def read(  # noqa: PLR0913, PLR0917 - a stream, where it goes, and what bounds it
    request: Request[Any, Any, Any],
    desk: Desk,
    body: bytearray,
    most: int,
    held: AsyncExitStack,
    allow: Callable[[bytearray], int] | None = None,
) -> None:
    """Read a body as it arrives.

    Args:
        request: As it arrives.
        desk: Holds the places for large bodies.
        body: Filled; whatever came is in it also where this ends with an error.
        most: Bytes that are taken.
        held: Lets go of the place for a large body.
        allow: Asked, where more comes than a signed cover takes, how much of `most` may come; may end the request.

    Raises:
        Told: It is too large or too slow, or broke off.
    """
    _announced(request, most)
    allowed = most if allow is None else HEAD_BYTES
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS) as patience:
            async for piece in request.stream():
                before = len(body)
                body += piece
                if before <= _LARGE_BYTES < len(body):
                    patience.reschedule(None)
                    await held.enter_async_context(desk.large)
                    begun = loop.time()
                if len(body) > allowed and allow is not None:
                    allowed = max(allowed, min(most, allow(body)))
                if len(body) > allowed:
                    raise too_large(allowed)
                patience.reschedule(begun + _PATIENCE_SECONDS + len(body) / _SLOWEST)
    except InternalServerException as problem:
        # So Litestar says that a sender went away, or sent something that is no body.
        raise tell(400, Reason.MALFORMED, "The request broke off.", "Send it again.") from problem
    except TimeoutError as problem:
        raise tell(408, "too-slow", "The request did not arrive in time.", "Send it again.") from problem


def decode(body: bytes | bytearray, kind: type[_T]) -> _T:
    """Read a body.

    Raises:
        Told: It is not what it should be.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise tell(400, Reason.MALFORMED, f"Not understood: {problem}"[:500], "See /openapi.json.") from problem


def too_large(most: int) -> Exception:
    """To be raised."""
    return tell(413, Reason.TOO_LARGE, f"At most {most} bytes are taken at once.", "Send less at a time.")


def idempotency_key(request: Request[Any, Any, Any]) -> str:
    """What the sender calls a delivery, so that it is done once; empty where she says nothing.

    Raises:
        Told: It is too long, or no plain text.

    Source: draft-ietf-httpapi-idempotency-key-header-06, section 2.1.
    """
    said = request.headers.get("idempotency-key", "").strip().strip('"')
    if len(said) > _KEY_CHARACTERS or not (said.isascii() and (said.isprintable() or not said)):
        raise tell(400, Reason.MALFORMED, f"An Idempotency-Key has 1 to {_KEY_CHARACTERS} plain characters.")
    return f"key {said}" if said else ""


def start(request: Request[Any, Any, Any]) -> int:
    """How many statements of a batch came with earlier requests.

    Raises:
        Told: It is no number.
    """
    said = request.query_params.get("from", "0")
    if not (said.isascii() and said.isdecimal() and len(said) <= _START_DIGITS):
        raise tell(400, Reason.MALFORMED, "?from= is the number of statements that came before.")
    return int(said)


def _announced(request: Request[Any, Any, Any], most: int) -> None:
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > most:
        raise too_large(most)
