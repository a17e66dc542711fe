"""How many works there are, as a page and to take along, signed.

Source: docs/protocol.md, "Counts".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
from litestar import Response, get

from artistguard.ledger.bulk.counts import Counting, table
from artistguard.messages.counting import UNKNOWN, WITHDRAWN
from artistguard.terms import Choice
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar.handlers import HTTPRouteHandler

    from artistguard.messages.counting import CountRow, Counts
    from artistguard.server.desk import Desk
    from artistguard.server.pages.face import Face

_NOW = {"Cache-Control": "no-cache"}
_WORDS = {UNKNOWN: "Not stated", WITHDRAWN: "Taken back", "image": "Pictures", "audio": "Recordings", "text": "Texts"}


def routes(desk: Desk, face: Face) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `pages.routes`."""
    counting = Counting(desk.ledger)

    @get("/counts")
    async def page() -> Response[bytes]:
        told = (await desk.ask(counting.counts)).counts
        values = {"works": told.works, "size": told.size, "digest": told.csv, "tables": _tables(told)}
        return face.page("counts.html", {"here": "/counts", **values})

    @get("/v1/counts")
    async def signed() -> Response[bytes]:
        told = await desk.ask(counting.counts)
        return Response(msgspec.json.encode(told), media_type="application/json", headers=_NOW)

    @get("/v1/counts.csv")
    async def separated() -> Response[bytes]:
        told = await desk.ask(counting.counts)
        return Response(table(told.counts.rows), media_type="text/csv", headers=_NOW)

    return [page, signed, separated]


def _tables(told: Counts) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """Captions, headings and rows."""
    return [
        ("What may be done with them", "Choice", _summed(told, lambda row: _choice(row.choice))),
        ("What they are", "Kind", _summed(told, lambda row: _WORDS.get(row.medium, row.medium))),
        (
            "Where their creators say they are",
            "Country",
            _summed(told, lambda row: _WORDS.get(row.country, row.country)),
        ),
    ]


def _choice(choice: str) -> str:
    return _WORDS[choice] if choice == WITHDRAWN else CHOICES[Choice(choice)]


def _summed(told: Counts, word: Callable[[CountRow], str]) -> list[tuple[str, int]]:
    summed: Counter[str] = Counter()
    for row in told.rows:
        summed[word(row)] += row.works
    return summed.most_common()
