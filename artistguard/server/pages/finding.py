"""The search: by a file that is looked into and forgotten, by a number, or by an address.

Source: RFC 7578 (multipart/form-data).
"""

from __future__ import annotations

import io
import re
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from litestar import Request, Response, get, post
from litestar.response import Redirect
from multipart import MultipartError, MultipartParser, parse_options_header

from artistguard.claims.locations import prefixes
from artistguard.errors import Damaged, FileProblem
from artistguard.fingerprints.iscc_seq import encode, sought
from artistguard.fingerprints.values import PAYLOAD, SHA256
from artistguard.messages import How, Item, Question
from artistguard.server import intake
from artistguard.server.pages.words import ALIKE, ANSWERS, HOW, mood, sentence
from artistguard.server.problems import Told
from artistguard.transparency.checkpoint import Checkpoint, Note

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.messages import Found, Match
    from artistguard.server.desk import Desk
    from artistguard.server.looking import Looked, Looker
    from artistguard.server.pages.face import Face
    from artistguard.works import Medium

_AROUND_BYTES = 64 << 10
"""What a browser puts around a file."""

_PARTS = 4
_QUERY_CHARACTERS = 2048
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.ASCII | re.IGNORECASE)
_DIGEST = re.compile(r"[0-9a-f]{64}\Z", re.ASCII | re.IGNORECASE)

_NEITHER = (
    "That is no number or address of a work.",
    "A number is written like urn:uuid:…, a SHA-256 has 64 digits, a web address begins with https://.",
)


def routes(desk: Desk, face: Face, looker: Looker) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `pages.routes`."""
    ledger = desk.ledger

    @get("/")
    async def home() -> Response[bytes]:
        note = await desk.ask(ledger.checkpoint)
        return face.page("home.html", {"size": Checkpoint.parse(Note.parse(note).text).size, "here": "/"})

    @get("/find")
    async def by_words(request: Request[Any, Any, Any]) -> Response[bytes] | Redirect:
        asked = request.query_params.get("q", "").strip()
        if _URN.match(asked):
            return Redirect(f"/works/{await desk.ask(_work_of, desk, asked.lower())}", status_code=303)
        item = _item(asked)
        if item is None:
            return _trouble(face, 400, "This is not understood", *_NEITHER)
        found = (await desk.ask(ledger.check, Question((item,)))).items[0]
        return face.page("found.html", {"what": "it", "looked": False, **_told(found, item.medium)})

    @post("/find", status_code=200)
    async def by_file(request: Request[Any, Any, Any]) -> Response[bytes]:
        try:
            looked = await _look(request, desk, looker)
        except FileProblem as problem:
            return _trouble(face, 422, "This file cannot be searched with", problem.message, problem.remedy)
        except Told as told:
            said = told.problem
            return _trouble(face, said.status, "Nothing was searched", said.message, said.remedy)
        found = (await desk.ask(ledger.check, Question((looked.item,)))).items[0]
        values = _told(found, looked.item.medium) | _itself(looked)
        return face.page("found.html", {"what": "this file", "looked": True, **values})

    return [home, by_words, by_file]


def _trouble(face: Face, status: int, heading: str, message: str, remedy: str) -> Response[bytes]:
    return face.page("trouble.html", {"heading": heading, "message": message, "remedy": remedy}, status)


async def _look(request: Request[Any, Any, Any], desk: Desk, looker: Looker) -> Looked:
    """Take the file in a form in, and look into it.

    Raises:
        Told: It is too large, too slow, or no form with a file.
        FileProblem: It cannot be looked into.
    """
    body = bytearray()
    async with AsyncExitStack() as held:
        await intake.read(request, desk, body, desk.configuration.bodies.content + _AROUND_BYTES, held)
        return await desk.ask(_look_into, bytes(body), request.headers.get("content-type", ""), looker)


def _look_into(body: bytes, kind: str, looker: Looker) -> Looked:
    content, name = _file(body, kind)
    if not content:
        raise Damaged("No file was chosen.", remedy="Choose one and try again.")
    return looker.look(content, name)


def _file(body: bytes, kind: str) -> tuple[bytes, str]:
    """Content and name of the file in a form.

    Raises:
        Damaged: There is none.
    """
    _, options = parse_options_header(kind)
    try:
        # As much is kept in memory as came, so that nothing of a stranger's file is ever on the disk.
        room = len(body) + 1
        parser = MultipartParser(
            io.BytesIO(body),
            options.get("boundary", ""),
            part_limit=_PARTS,
            spool_limit=room,
            memory_limit=room,
            disk_limit=0,
        )
        parts = [part for part in parser if part.name == "file"]
        return (parts[0].raw, parts[0].filename or "") if parts else (b"", "")
    except (MultipartError, UnicodeError) as problem:
        raise Damaged("What was sent is no form with a file.", remedy="Use the form on this page.") from problem


def _work_of(desk: Desk, urn: str) -> str:
    """The work that a number means: its own, or that of a record."""
    found = desk.ledger.record(urn).claims
    return str(getattr(found[0].signed.statement, "work", urn)) if found else urn


def _item(asked: str) -> Item | None:
    """What is to be looked up; None for what is nothing of that kind."""
    if _DIGEST.match(asked):
        return Item({SHA256: asked.lower(), PAYLOAD: asked.lower()}, distinctive=True)
    if len(asked) <= _QUERY_CHARACTERS and prefixes(asked):
        return Item(url=asked)
    try:
        medium, values = sought(encode([asked]))[0]
    except Damaged:
        return None
    return Item(values, distinctive=True, medium=medium)


def _told(found: Found, medium: Medium | None) -> dict[str, object]:
    """What the template speaks of."""
    return {
        "sentence": sentence(found.choice),
        "meaning": ANSWERS[found.answer],
        "mood": mood(found.answer),
        "matches": [_row(match, medium) for match in found.matches],
        "similar": [_row(match, medium) for match in found.similar],
    }


def _row(match: Match, medium: Medium | None) -> dict[str, object]:
    near = match.how in {How.SAME_WORK, How.SIMILAR}
    return {
        "work": match.work,
        "how": ALIKE[medium] if match.how is How.SAME_WORK else HOW[match.how],
        "sentence": sentence(match.choice),
        "likeness": round(100 * match.similarity) if near and match.similarity else 0,
    }


def _itself(looked: Looked) -> dict[str, object]:
    said = (
        sentence(looked.said) if looked.said else "Nothing about AI: it carries no statement that is understood here."
    )
    return {"said": said, "kind": looked.kind}
