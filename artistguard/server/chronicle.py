"""What the server tells about itself, a line an event; never what was sent, and who asked only where that is set."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from litestar.enums import ScopeType

from artistguard.server.asker import asker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from litestar.types import ASGIApp, Message, Receive, Scope, Send

    from artistguard.server.configuration import Chronicling

LOG = logging.getLogger("artistguard.server")
_FIELDS = "fields"


class Chronicled:
    """Tells about every request when it is answered.

    Args:
        inside: The application.
        proxies: Addresses that are believed about whom they ask for.
        addresses: Whether those who ask are named.
    """

    def __init__(self, inside: ASGIApp, proxies: tuple[str, ...], *, addresses: bool) -> None:
        self._inside = inside
        self._proxies = frozenset(proxies)
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI 3.0, "HTTP & WebSocket"."""
        begun = time.perf_counter()
        status, sent = 0, 0

        async def noted(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                sent += len(message["body"])
            await send(message)

        try:
            await self._inside(scope, receive, noted)
        finally:
            if scope["type"] == ScopeType.HTTP:
                fields: dict[str, object] = {
                    "method": scope["method"],
                    "path": scope["path"],
                    "status": status,
                    "bytes": sent,
                    "milliseconds": round(1000 * (time.perf_counter() - begun), 1),
                }
                if self._addresses:
                    fields["asker"] = asker(scope, self._proxies).address
                LOG.info("request", extra={_FIELDS: fields})


def begin(chronicling: Chronicling) -> None:
    """Send what is told to standard error, in the form that is set."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines() if chronicling.form == "json" else Words())
    LOG.handlers = [handler]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


class Lines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        told: dict[str, object] = {
            "time": _moment(record.created),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, _FIELDS, {}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=True)


class Words(logging.Formatter):
    """One sentence a line, with its details behind it."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        # What was asked for is a stranger's text: it stays within its line.
        details = " ".join(_details(getattr(record, _FIELDS, {})))
        line = f"{_moment(record.created)} {record.levelname.lower()}: {record.getMessage()} {details}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def _details(fields: dict[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        shown = json.dumps(value) if isinstance(value, str) and not value.isascii() else str(value)
        yield f"{name}={shown if shown.isprintable() else json.dumps(shown)}"


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
