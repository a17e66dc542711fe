"""Two plain pages for people: what this registry is, and what is stated about one work.

Written for every reader: headings, lists and sentences in order, no script, no pictures, nothing from elsewhere.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from litestar import Request, Response, get

from artistguard.claims.statement import Statement
from artistguard.messages import Answer, State
from artistguard.server.api import named
from artistguard.transparency.checkpoint import Checkpoint, Note
from artistguard.vocabularies.plain import READERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from litestar.handlers import HTTPRouteHandler

    from artistguard.messages import Claim, Descriptor, WorkAnswer
    from artistguard.server.desk import Desk

_ANSWERS = {
    Answer.RESERVED: "The rights named here are reserved: ask the creator first.",
    Answer.PERMITTED: "The registry knows who allows this.",
    Answer.UNVERIFIED: "The registry does not know who says this, so do not rely on the permission.",
    Answer.UNKNOWN: "Nothing stands at present; that is no permission.",
}

_WELCOME = (
    "Here creators state, signed with their own keys, what AI may do with their works. Anybody may ask, and nobody can "
    "change unseen what was stated."
)
_PROGRAMS = (
    'For programs: <a href="/openapi.json">what can be asked</a>, '
    '<a href="/log/checkpoint">the signed state of the log</a>.'
)
_TAKEN_BACK = "What was stated was taken back."

_ACTS = {"declare": "Stated", "change": "Changed", "withdraw": "Taken back"}

_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif}"
    "dt{font-weight:600}dd{margin:0 0 .6rem}code,dd,li{overflow-wrap:anywhere}"
    "@media (prefers-color-scheme:dark){body{background:#161616;color:#eee}a{color:#9cf}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def routes(desk: Desk) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`."""
    ledger = desk.ledger

    @get("/")
    async def home() -> Response[bytes]:
        note = await desk.ask(ledger.checkpoint)
        return _page(_home(ledger.describe(), Checkpoint.parse(Note.parse(note).text).size))

    @get("/works/{urn:str}")
    async def work(request: Request[Any, Any, Any]) -> Response[bytes]:
        answer = await desk.ask(ledger.work, named(request))
        return _page(_work(answer), 200 if answer.history else 404)

    return [home, work]


def _page(content: str, status: int = 200) -> Response[bytes]:
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _POLICY}
    return Response(content.encode(), status_code=status, media_type="text/html", headers=headers)


def _frame(title: str, rows: Iterable[str]) -> str:
    body = "\n".join(rows)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _home(descriptor: Descriptor, size: int) -> str:
    return _frame(
        "Consent registry",
        (
            f"<p>{_WELCOME}</p>",
            "<dl>",
            f"<dt>Name of the log</dt><dd>{escape(descriptor.origin)}</dd>",
            f"<dt>Its public key</dt><dd><code>{escape(descriptor.key)}</code></dd>",
            f"<dt>Statements in the log</dt><dd>{size}</dd>",
            f"<dt>Software</dt><dd>{escape(descriptor.software)}</dd>",
            "</dl>",
            f"<p>{_PROGRAMS}</p>",
        ),
    )


def _work(answer: WorkAnswer) -> str:
    if not answer.history:
        rows = ["<p>Nothing is stated here about a work of this number. That is no permission.</p>"]
    else:
        rows = [
            f"<p><strong>{READERS[answer.choice] if answer.choice else _TAKEN_BACK}</strong></p>",
            f"<p>{_ANSWERS[answer.answer]}</p>",
        ]
        if answer.state is State.CONTESTED:
            rows.append(
                "<p>Several people state something about this work. Until that is settled, the most protective "
                "of their choices holds.</p>"
            )
        rows += ["<h2>History, oldest first</h2>", "<ol>", *map(_claim, answer.history), "</ol>"]
    rows.append(f"<p>Number of the work: <code>{escape(answer.work)}</code></p>")
    rows.append('<p><a href="/">About this registry</a></p>')
    return _frame("What is stated about this work", rows)


def _claim(claim: Claim) -> str:
    statement = claim.signed.statement
    assert isinstance(statement, Statement)
    said = f": {escape(READERS[statement.choice])}" if statement.choice else "."
    known = "" if claim.evidence == "unverified" else f" ({escape(claim.evidence)})"
    past = "" if claim.state is State.STATED or statement.act == "withdraw" else " <em>No longer stands.</em>"
    return (
        f"<li>{_ACTS[statement.act]} on <time>{escape(claim.received)}</time>, by the registry's clock{said}{past}"
        f"<br>Signed by <code>{escape(claim.party)}</code>{known}; entry {claim.index} of the log.</li>"
    )
