"""The page of a work: what holds, who says so since when, and the proof to take along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from litestar import Request, Response, get

from artistguard.claims.bundle import Bundle, Proven, closed
from artistguard.claims.enclosure import PARTICULARS
from artistguard.claims.statement import Statement
from artistguard.messages import Answer, State
from artistguard.server.api import named
from artistguard.server.pages.words import ACTS, ANSWERS, KNOWN, MEDIA, mood, sentence
from artistguard.server.problems import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from litestar.handlers import HTTPRouteHandler

    from artistguard.messages import Claim, WorkAnswer
    from artistguard.server.desk import Desk
    from artistguard.server.pages.face import Face

_NOW = {"Cache-Control": "no-cache"}
_PROOF = re.compile(r"(0|[1-9][0-9]{0,18})\.tlog-proof\Z", re.ASCII)
_WHOLE = "proof.json"
_WEB = ("https://", "http://")
_MAIL = "mailto:"
_PUBLISHED = (("contact", "Contact"), ("licence", "Licence"), ("policy", "Policy"))


def routes(desk: Desk, face: Face) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `pages.routes`."""

    @get("/works/{urn:str}")
    async def work(request: Request[Any, Any, Any]) -> Response[bytes]:
        answer = await desk.ask(desk.ledger.work, named(request))
        return face.page("work.html", _told(answer), 200 if answer.history else 404)

    @get("/works/{urn:str}/{name:str}")
    async def proof(request: Request[Any, Any, Any]) -> Response[bytes]:
        answer = await desk.ask(desk.ledger.work, named(request))
        name = named(request, "name")
        if name == _WHOLE and answer.history:
            return Response(_bundle(answer, str(desk.ledger.key)), media_type="application/json", headers=_NOW)
        found = _PROOF.match(name)
        for claim in answer.history if found else ():
            if claim.receipt and str(claim.index) == found[1]:  # type: ignore[index]  # there are none without it
                return Response(claim.receipt.proof.encode(), media_type="text/plain", headers=_NOW)
        raise tell(404, "not-found", "There is no such proof.", "See the page of the work.")

    return [work, proof]


def _bundle(answer: WorkAnswer, key: str) -> bytes:
    """Every statement with its receipt, as `resources/verify_receipt.py` takes it."""
    proven = tuple(Proven(claim.signed, (claim.receipt,)) for claim in answer.history if claim.receipt)
    return msgspec.json.format(msgspec.json.encode(closed(Bundle(proven, (key,)))), indent=1)


def _told(answer: WorkAnswer) -> dict[str, object]:
    """What the template speaks of."""
    standing = [claim for claim in answer.history if claim.state is State.STATED and _said(claim).act != "withdraw"]
    holding = [claim for claim in standing if _said(claim).choice is answer.choice]
    return {
        "work": answer.work,
        "sentence": sentence(answer.choice),
        "meaning": ANSWERS[answer.answer],
        "mood": mood(answer.answer),
        "handed_on": answer.answer in {Answer.RESERVED, Answer.PERMITTED},
        "contested": answer.state is State.CONTESTED,
        # The versions of a work mostly say the same, and it is told once.
        "links": list(dict.fromkeys(_links(holding))),
        "facts": list(_facts(standing or answer.history)),
        "codes": [
            (code.name, code.value) for claim in (standing or answer.history)[-1:] for code in _said(claim).fingerprints
        ],
        "people": list(dict.fromkeys(map(_person, standing))),
        "history": [_entry(claim) for claim in answer.history],
    }


def _said(claim: Claim) -> Statement:
    assert isinstance(claim.signed.statement, Statement)
    return claim.signed.statement


def _links(claims: Sequence[Claim]) -> Iterator[tuple[str, str, str]]:
    """What those whose choice holds have published beside it: word, text, and an address that may be followed."""
    for claim in claims:
        if _said(claim).offer:
            yield "Licence offer", _said(claim).offer, _safe(_said(claim).offer)
        published = next((each.content for each in claim.signed.enclosures if each.kind == PARTICULARS), {})
        for name, word in _PUBLISHED:
            text = published.get(name, "")
            if text and text != _said(claim).offer:
                yield word, text.removeprefix(_MAIL), _safe(text)


def _safe(address: str) -> str:
    """The address where a browser may follow it: never one that runs something."""
    if address.startswith((*_WEB, _MAIL)):
        return address
    return f"{_MAIL}{address}" if "@" in address and ":" not in address else ""


def _facts(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """What the latest of some statements says of the work."""
    said = _said(claims[-1]) if claims else None
    if said is None:
        return
    if said.medium:
        yield "Kind", MEDIA[said.medium]
    if said.right:
        yield "Right that is claimed", said.right
    if said.origin:
        yield "Made", str(said.origin)
    for number in said.identifiers:
        yield number.kind.upper(), number.value


class _Person(NamedTuple):
    """Somebody, and what she says."""

    sentence: str
    known: str
    party: str


def _person(claim: Claim) -> _Person:
    return _Person(sentence(_said(claim).choice), KNOWN[claim.evidence], claim.party)


def _entry(claim: Claim) -> dict[str, object]:
    said = _said(claim)
    return {
        "act": ACTS[said.act],
        "received": claim.received,
        "day": claim.received.replace("T", " ").replace("Z", " UTC"),
        "sentence": sentence(said.choice) if said.choice else "",
        "past": claim.state is not State.STATED and said.act != "withdraw",
        "index": claim.index,
        "party": claim.party,
    }
