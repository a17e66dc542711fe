"""Taking in what is sent: bounded in size and time while it arrives, and turned away as early as can be known.

A body longer than one statement needs is only read on when it begins with the cover of an envelope that its sender
signed for this registry and that announces as many statements. Nobody without a key fills the memory.
"""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from litestar.exceptions import InternalServerException

from artistguard.claims.canonical import canonical
from artistguard.claims.envelope import SUBMISSION_DOMAIN, Cover, Submission
from artistguard.claims.keys import public_of
from artistguard.errors import ProofProblem
from artistguard.messages import SUBMISSION_BYTES, Question, Reason, Refusal
from artistguard.server.problems import refused, tell
from artistguard.transparency.checkpoint import decode64
from artistguard.transparency.signature import holds

if TYPE_CHECKING:
    from litestar import Request

    from artistguard.messages import Limits
    from artistguard.server.desk import Desk

_T = TypeVar("_T")

QUESTION_BYTES = SUBMISSION_BYTES
_LARGE_BYTES = 1 << 20
_HEAD_BYTES = 8 << 10
_PATIENCE_SECONDS = 30.0
_SLOWEST = 16 << 10
"""Bytes a second that are fast enough never to be cut off."""

_COVER = re.compile(rb'\s*\{\s*"cover"\s*:\s*')
_SIGNATURE = re.compile(r'\s*,\s*"signature"\s*:\s*"([A-Za-z0-9+/=]{88})"')


def single_bytes(limits: Limits) -> int:
    """Most bytes that one statement takes with its enclosures and its share of the envelope; a little over 1 MiB."""
    return limits.enclosed_bytes + 2 * limits.entry_bytes + _HEAD_BYTES


async def submission(request: Request[Any, Any, Any], desk: Desk) -> Submission:
    """Take in a delivery.

    Raises:
        Told: It is too large, too slow or not one.
    """
    return await take(request, desk, Submission, single_bytes(desk.ledger.describe().limits))


async def question(request: Request[Any, Any, Any], desk: Desk) -> Question:
    """Take in a question; see `submission`."""
    return await take(request, desk, Question, QUESTION_BYTES)


async def take(request: Request[Any, Any, Any], desk: Desk, kind: type[_T], unsigned: int) -> _T:
    """Read a body and decode it.

    Args:
        request: As it arrives.
        desk: Holds the places for large bodies.
        kind: What it should be.
        unsigned: Most bytes that are taken from anybody; the rest only under a signed cover.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > SUBMISSION_BYTES:
        raise _too_large(SUBMISSION_BYTES)
    async with AsyncExitStack() as held:
        body = await _read(request, desk, unsigned, held)
        return await desk.ask(_decode, body, kind)


async def _read(request: Request[Any, Any, Any], desk: Desk, unsigned: int, held: AsyncExitStack) -> bytes:
    body = bytearray()
    most = unsigned
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
                if len(body) > most:
                    most = max(most, _covered(body, desk))
                if len(body) > most:
                    raise _too_large(most)
                patience.reschedule(begun + _PATIENCE_SECONDS + len(body) / _SLOWEST)
    except InternalServerException as problem:
        # So Litestar says that a sender went away, or sent something that is no body.
        raise tell(400, Reason.MALFORMED, "The request broke off.", "Send it again.") from problem
    except TimeoutError as problem:
        raise tell(408, "too-slow", "The request did not arrive in time.", "Send it again.") from problem
    return bytes(body)


def _covered(body: bytearray, desk: Desk) -> int:
    """How many bytes the signed cover at the beginning of a body speaks for.

    Raises:
        Told: There is none, or it is not for this registry.
    """
    one = single_bytes(desk.ledger.describe().limits)
    cover = _signed_cover(bytes(body[:_HEAD_BYTES]))
    if cover is None:
        raise tell(
            413,
            Reason.TOO_LARGE,
            f"A body of more than {one} bytes must begin with the signed cover of its envelope.",
            "Send fewer statements at a time.",
        )
    if cover.origin != desk.ledger.key.name:
        raise refused(Refusal(Reason.ORIGIN, f"the delivery is for {cover.origin}, this is {desk.ledger.key.name}"))
    return min(SUBMISSION_BYTES, cover.count * one)


def _signed_cover(head: bytes) -> Cover | None:
    """The cover with which a body begins, where its signature holds."""
    begin = _COVER.match(head)
    text = head[begin.end() :].decode("utf-8", "replace") if begin else ""
    try:
        found, end = json.JSONDecoder().raw_decode(text)
        cover = msgspec.convert(found, Cover)
        signature = _SIGNATURE.match(text, end)
        raw = decode64(signature.group(1) if signature else "", "signature of the envelope")
        return cover if holds(public_of(cover.sender), raw, SUBMISSION_DOMAIN + canonical(cover)) else None
    except (ValueError, ProofProblem, RecursionError):
        return None


def _decode(body: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise tell(400, Reason.MALFORMED, f"Not understood: {problem}"[:500], "See /openapi.json.") from problem


def _too_large(most: int) -> Exception:
    return tell(413, Reason.TOO_LARGE, f"At most {most} bytes are taken at once.", "Send less at a time.")
