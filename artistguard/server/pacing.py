"""How often one address may ask, so that nobody keeps the others out.

Kept in memory: several processes behind one proxy each count for themselves.

Source: RFC 6585 section 4 (429); draft-ietf-httpapi-ratelimit-headers-10 (``RateLimit``, ``RateLimit-Policy``).
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import msgspec
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from litestar.enums import ScopeType

from artistguard.messages import Problem
from artistguard.server.asker import asker

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

    from artistguard.server.configuration import Configuration
    from artistguard.server.metrics import Counters

_WINDOW_SECONDS = 60
_FREE = frozenset({"/healthz", "/readyz"})
_KINDS = (
    ("/v1/admin/", "admin"),
    ("/v1/claims", "submit"),
    ("/v1/claims", "submit"),
    ("/v1/batches", "submit"),
    ("/witness/", "submit"),
    ("/v1/matches/byContent", "content"),
    ("/find", "content"),
    ("/v1/check", "check"),
    ("/v1/matches/", "check"),
)
"""What a request that brings something asks for; whatever only reads is ``read``."""


class Paced:
    """Turns away who asks too often, before anything is read.

    Args:
        inside: The application.
        configuration: Rates, and which proxies are believed.
        counters: What happened.
    """

    def __init__(self, inside: ASGIApp, configuration: Configuration, counters: Counters) -> None:
        self._inside = inside
        self._proxies = frozenset(configuration.proxies)
        rates = msgspec.structs.asdict(configuration.rates)
        self._rates = {kind: RateLimitItemPerMinute(rate) for kind, rate in rates.items() if rate}
        self._window = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._counters = counters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI 3.0, "HTTP & WebSocket"."""
        kind = kind_of(scope["method"], scope["path"]) if scope["type"] == ScopeType.HTTP else ""
        rate = self._rates.get(kind)
        who = asker(scope, self._proxies) if rate else None
        if rate is None or who is None or who.own:
            await self._inside(scope, receive, send)
            return
        taken = self._window.hit(rate, kind, who.address)
        told = self._headers(rate, kind, who.address)
        if taken:
            await self._inside(scope, receive, _adding(send, told))
            return
        self._counters.count("artistguard_requests_held_up_total", kind=kind)
        await _turn_away(rate, told, send)

    def _headers(self, rate: RateLimitItemPerMinute, kind: str, address: str) -> list[tuple[bytes, bytes]]:
        left = self._window.get_window_stats(rate, kind, address)
        wait = max(1, math.ceil(left.reset_time - time.time()))
        return [
            (b"ratelimit-policy", f'"{kind}";q={rate.amount};w={_WINDOW_SECONDS}'.encode()),
            (b"ratelimit", f'"{kind}";r={max(0, left.remaining)};t={wait}'.encode()),
            (b"retry-after", str(wait).encode()),
        ]


def kind_of(method: str, path: str) -> str:
    """Which rate holds for a request; empty where none does."""
    if path in _FREE:
        return ""
    if method in {"GET", "HEAD"} and not path.startswith("/v1/admin/"):
        return "read"
    return next((kind for prefix, kind in _KINDS if path.startswith(prefix)), "read")


def _adding(send: Send, told: list[tuple[bytes, bytes]]) -> Send:
    async def added(message: Message) -> None:
        if message["type"] == "http.response.start":
            # Retry-After belongs to refusals only.
            message["headers"] = [*message["headers"], *told[:2]]
        await send(message)

    return added


async def _turn_away(rate: RateLimitItemPerMinute, told: list[tuple[bytes, bytes]], send: Send) -> None:
    words = f"At most {rate.amount} such requests a minute are answered."
    body = msgspec.json.encode(Problem(429, "too-often", words, "Try again a little later."))
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store"), *told]
    await send({"type": "http.response.start", "status": 429, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
