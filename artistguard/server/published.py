"""The log as anybody may read and copy it.

Source: C2SP tlog-tiles, "APIs".
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, get

from artistguard.errors import ProofProblem, Refused
from artistguard.server.problems import tell
from artistguard.transparency.checkpoint import decimal

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk

_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_NOW = {"Cache-Control": "no-cache"}
_PATH_CHARACTERS = 128


def routes(desk: Desk) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`."""
    ledger = desk.ledger

    @get("/log/growth/{old:str}/{new:str}")
    async def growth(request: Request[Any, Any, Any]) -> Response[bytes]:
        try:
            old, new = (decimal(request.path_params[name], "size") for name in ("old", "new"))
            proof = await desk.ask(ledger.growth, old, new)
        except (Refused, ProofProblem) as problem:
            raise tell(404, "no-such-size", problem.message, "Ask with the sizes of two checkpoints.") from problem
        return Response(msgspec.json.encode(proof), media_type="application/json", headers=_FOR_EVER)

    @get("/log/{path:path}")
    async def published(request: Request[Any, Any, Any]) -> Response[bytes]:
        path = str(request.path_params["path"]).removeprefix("/")
        content = await desk.ask(ledger.resource, path) if len(path) <= _PATH_CHARACTERS else None
        if content is None:
            raise tell(404, "not-found", "The log has nothing at this address.", "See the size in /log/checkpoint.")
        return _answer(request, path, content)

    return [growth, published]


def _answer(request: Request[Any, Any, Any], path: str, content: bytes) -> Response[bytes]:
    """The bytes at a path, or that they are those that the client has (RFC 9110, 13.1.2)."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    last = path == "checkpoint"
    headers = {"ETag": tag} | (_NOW if last else _FOR_EVER)
    media = "text/plain" if last else "application/octet-stream"
    if tag in {each.strip() for each in request.headers.get("if-none-match", "").split(",")}:
        return Response(b"", status_code=304, media_type=media, headers=headers)
    return Response(content, media_type=media, headers=headers)
