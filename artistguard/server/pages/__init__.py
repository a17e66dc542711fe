"""The registry's face for people: written by the server, whole without scripts, with nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.server.pages import counts, finding, state, works
from artistguard.server.pages.face import Face

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk
    from artistguard.server.looking import Looker


def routes(desk: Desk, looker: Looker) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `api.routes`.

    Args:
        desk: Where the ledger is asked.
        looker: Looks into what is sent.
    """
    face = Face(desk)
    return [
        face.style(),
        *finding.routes(desk, face, looker),
        *works.routes(desk, face),
        *state.routes(desk, face),
        *counts.routes(desk, face),
    ]
