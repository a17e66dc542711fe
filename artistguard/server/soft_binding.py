"""The C2PA Soft Binding Resolution API: from a code of a content, or the content itself, to what is stated about it.

Source: C2PA Soft Binding Resolution API 2.4.0; docs/protocol.md, "Soft bindings of the C2PA".
"""

from __future__ import annotations

import base64
import binascii
import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response, get, post

from artistguard.errors import ArtistGuardError, Damaged, FileProblem, Refused
from artistguard.fingerprints.iscc_seq import ALGORITHM, sought
from artistguard.ledger.bulk import exports
from artistguard.messages import Answer, Item, Question
from artistguard.messages.soft_binding import (
    BINDING_CHARACTERS,
    RESULTS,
    SPECIFICATION,
    Algorithm,
    Algorithms,
    Binding,
    BindingMatch,
    BindingMatches,
    Capabilities,
    Discovery,
    ServiceStatus,
)
from artistguard.server import intake
from artistguard.server.api import named
from artistguard.server.manifests import MEDIA_TYPE, Issuer
from artistguard.server.problems import tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar.handlers import HTTPRouteHandler

    from artistguard.ledger.ledger import Ledger
    from artistguard.messages import Found, Match
    from artistguard.server.desk import Desk
    from artistguard.server.looking import Looker

_NOW = {"Cache-Control": "no-cache"}
_URL_CHARACTERS = 4096
"""Of a soft binding in an address; a longer one is sent."""

_QUERY_BYTES = 16 << 10
_USUAL = 10
_MANIFEST = "urn:c2pa:"
_RECORD = "urn:uuid:"
_ID = re.compile(r"urn:c2pa:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.ASCII)
_KINDS = ("image/", "audio/", "video/", "application/", "model/", "text/")


def routes(desk: Desk, looker: Looker) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`.

    Args:
        desk: Where the ledger is asked.
        looker: Looks into what is sent.
    """
    return [*_matching(desk, looker), _manifest(desk), *_service(desk)]


def _matching(desk: Desk, looker: Looker) -> list[HTTPRouteHandler]:
    @get("/v1/matches/byBinding")
    async def asked(request: Request[Any, Any, Any]) -> Response[bytes]:
        query = request.query_params
        if len(query.get("value", "")) > _URL_CHARACTERS:
            raise tell(414, "too-large", "This is too long for an address.", "Send it with POST.")
        items = _items(Binding(query.get("alg", ""), query.get("value", "")))
        return await _matches(desk, items, _most(query))

    @post("/v1/matches/byBinding", status_code=200)
    async def sent(request: Request[Any, Any, Any]) -> Response[bytes]:
        most = _most(request.query_params)
        return await _matches(desk, _items(await intake.take(request, desk, Binding, _QUERY_BYTES)), most)

    @post("/v1/matches/byContent", status_code=200)
    async def content(request: Request[Any, Any, Any]) -> Response[bytes]:
        query = request.query_params
        most, hinted = _most(query), _hinted(query)
        if not request.headers.get("content-type", "").strip().lower().startswith(_KINDS):
            raise tell(415, "malformed", "Only files are looked into.", "Say in Content-Type which kind it is.")
        body = bytearray()
        async with AsyncExitStack() as held:
            await intake.read(request, desk, body, desk.configuration.bodies.content, held)
            if not body:
                raise tell(400, "malformed", "There is no file in this.", "Send the file as the body.")
            try:
                looked = await desk.ask(looker.look, bytes(body))
            except FileProblem as problem:
                raise tell(400, problem.code, problem.message, problem.remedy) from problem
        return await _matches(desk, [looked.item, *hinted], most)

    return [asked, sent, content]


def _manifest(desk: Desk) -> HTTPRouteHandler:
    issuer = Issuer(desk.ledger)

    @get("/v1/manifests/{manifest:str}")
    async def manifest(request: Request[Any, Any, Any]) -> Response[bytes]:
        number = named(request, "manifest")
        # There is one manifest in each store, so both values ask for the same.
        if request.query_params.get("returnActiveManifest", "false") not in {"true", "false"}:
            raise tell(400, "malformed", "returnActiveManifest is true or false.")
        if not _ID.match(number):
            raise tell(404, "not-found", "There is no such manifest.", "They are written urn:c2pa:….")
        try:
            made = await desk.ask(lambda: issuer.issue(_stated(desk.ledger, number), number))
        except (Refused, Damaged) as problem:
            raise tell(404, "nothing-stated", problem.message, "See /v1/records/… for its history.") from problem
        return Response(made, media_type=MEDIA_TYPE, headers=_NOW)

    return manifest


def _service(desk: Desk) -> list[HTTPRouteHandler]:
    @get("/v1/services/supportedAlgorithms")
    async def algorithms() -> Response[bytes]:
        return _json(Algorithms((), (Algorithm(ALGORITHM),)))

    @get("/v1/services/capabilities")
    async def capabilities() -> Response[bytes]:
        return _json(Capabilities(SPECIFICATION, ("queryByContent",)))

    @get("/v1/services/status")
    async def status() -> Response[bytes]:
        try:
            await desk.ask(desk.ledger.checkpoint)
        except ArtistGuardError:
            return _json(ServiceStatus("down", desk.ledger.now()))
        return _json(ServiceStatus("ok", desk.ledger.now()))

    @get("/.well-known/c2pa-soft-binding-resolution")
    async def known(request: Request[Any, Any, Any]) -> Response[bytes]:
        at = f"{str(request.base_url).rstrip('/')}/v1"
        return _json(Discovery(at, SPECIFICATION, f"{at}/services/capabilities", f"{at}/services/status"))

    return [algorithms, capabilities, status, known]


def _stated(ledger: Ledger, manifest: str) -> exports.Stated:
    """What holds for the work of a record, and the statement about that very file.

    Raises:
        Refused: Nothing that could be handed on.
    """
    found = ledger.record(_RECORD + manifest.removeprefix(_MANIFEST)).claims
    if not found:
        raise Refused("there is no such manifest")
    said = exports.stated(ledger.work(getattr(found[0].signed.statement, "work", "")))
    return exports.Stated(said.work, said.choice, found[0], said.first)


def _most(query: Mapping[str, str]) -> int:
    said = query.get("maxResults", str(_USUAL))
    if not (said.isascii() and said.isdecimal() and int(said[:20])):
        raise tell(400, "malformed", f"maxResults is a number from 1; more than {RESULTS} are never given.")
    return min(int(said[:20]), RESULTS)


def _hinted(query: Mapping[str, str]) -> list[Item]:
    """What the asker knows of the content already."""
    if query.get("alg", ALGORITHM) != ALGORITHM:
        raise _unknown()
    if "hintValue" not in query:
        return []
    return _items(Binding(query.get("hintAlg", ""), query["hintValue"]))


def _items(binding: Binding) -> list[Item]:
    """What a soft binding asks for.

    Raises:
        Told: It is of another algorithm, or none.
    """
    if binding.alg != ALGORITHM:
        raise _unknown()
    try:
        # A plus sign in an address arrives as a space.
        sequence = base64.b64decode(binding.value[:BINDING_CHARACTERS].replace(" ", "+"), validate=True)
        asked = sought(sequence)
    except (binascii.Error, ValueError, Damaged) as problem:
        raise tell(400, "malformed", f"This is no {ALGORITHM}: {problem}", "It is base64 of an ISCC-SEQ.") from problem
    return [Item(values, distinctive=True, medium=medium) for medium, values in asked]


def _unknown() -> Exception:
    return tell(400, "malformed", "This algorithm is not known here.", "See /v1/services/supportedAlgorithms.")


async def _matches(desk: Desk, items: list[Item], most: int) -> Response[bytes]:
    answers = await desk.ask(desk.ledger.check, Question(tuple(items)))
    best: dict[str, BindingMatch] = {}
    for match in sorted(_deliverable(answers.items), key=_score, reverse=True):
        number = _MANIFEST + match.record.removeprefix(_RECORD)
        best.setdefault(number, BindingMatch(number, _score(match)))
    return _json(BindingMatches(tuple(best.values())[:most]))


def _deliverable(found: tuple[Found, ...]) -> list[Match]:
    """Matches of which a manifest can be given: something stands, and not only a stranger's permission."""
    every = [match for each in found for match in (*each.matches, *each.similar)]
    return [match for match in every if match.choice is not None and match.answer is not Answer.UNVERIFIED]


def _score(match: Match) -> int:
    return round(100 * match.similarity)


def _json(value: object) -> Response[bytes]:
    return Response(msgspec.json.encode(value), media_type="application/json", headers=_NOW)
