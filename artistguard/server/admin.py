"""What the operator can do from elsewhere: vouch for persons, and delete what must not be kept.

Open only to those who show a token of which the configuration has the SHA-256. Nothing here touches the log: what was
stated and when stays as it is.

Source: RFC 6750 section 2.1 (bearer tokens).
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from msgspec import Meta

from artistguard.claims.grammar import Did, Urn
from artistguard.messages import Evidence
from artistguard.server import intake
from artistguard.server.chronicle import LOG
from artistguard.server.problems import tell
from artistguard.transparency.checkpoint import Checkpoint, Note

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk

_BYTES = 64 << 10
_NEVER = {"Cache-Control": "no-store"}


class Vouching(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How well somebody is known from now on.

    Attributes:
        party: did:key of her first key.
        evidence: The level.
    """

    party: Did
    evidence: Evidence


class Forgetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must not be kept any more.

    Attributes:
        record: URN of the statement whose enclosures are deleted.
        reason: For the operator's own log.
    """

    record: Urn
    reason: Annotated[str, Meta(max_length=500)] = ""


def _digest(token: str) -> str:
    """What the configuration has of a token; a token is 256 random bits, so nothing slower is needed."""
    return "sha256:" + hashlib.sha256(token.encode()).hexdigest()


def routes(desk: Desk, administrators: tuple[str, ...]) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`.

    Args:
        desk: Where the ledger is asked.
        administrators: SHA-256 of each token; without any, there is nothing here.
    """
    if not administrators:
        return []
    ledger = desk.ledger

    @post("/v1/admin/evidence", status_code=200)
    async def vouch(request: Request[Any, Any, Any]) -> Response[bytes]:
        who = _admit(request, administrators)
        wanted = await intake.take(request, desk, Vouching, _BYTES)
        await desk.ask(ledger.vouch, wanted.party, wanted.evidence)
        LOG.info("vouched", extra={"fields": {"by": who, "party": wanted.party, "evidence": wanted.evidence.value}})
        return _answer({"party": wanted.party, "evidence": wanted.evidence})

    @post("/v1/admin/forget", status_code=200)
    async def forget(request: Request[Any, Any, Any]) -> Response[bytes]:
        who = _admit(request, administrators)
        wanted = await intake.take(request, desk, Forgetting, _BYTES)
        count = await desk.ask(ledger.forget, wanted.record)
        fields = {"by": who, "record": wanted.record, "statements": count, "reason": wanted.reason}
        LOG.info("forgotten", extra={"fields": fields})
        return _answer({"record": wanted.record, "statements": count})

    @get("/v1/admin/state")
    async def state(request: Request[Any, Any, Any]) -> Response[bytes]:
        _admit(request, administrators)
        note = Checkpoint.parse(Note.parse(await desk.ask(ledger.checkpoint)).text)
        return _answer({"origin": note.origin, "entries": note.size, "limits": ledger.describe().limits})

    return [vouch, forget, state]


def _admit(request: Request[Any, Any, Any], administrators: tuple[str, ...]) -> str:
    """Who of the administrators asks: the beginning of her token's digest, which names nobody else.

    Raises:
        Told: None of them.
    """
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    shown = _digest(token.strip())
    if kind.lower() == "bearer" and any(hmac.compare_digest(shown, known) for known in administrators):
        return shown[7:15]
    raise tell(401, "not-known", "This is for the people who run the registry.", "Send your token with the request.")


def _answer(value: object) -> Response[bytes]:
    return Response(msgspec.json.encode(value), media_type="application/json", headers=_NEVER)
