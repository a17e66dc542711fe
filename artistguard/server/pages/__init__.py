"""The registry's face for people: written by the server, whole without scripts, with nothing from elsewhere.

One page has a script, which checks proofs in the browser; what cannot run it says how to check them without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.server.pages import checking, counts, finding, state, works
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
        *face.files(),
        *finding.routes(desk, face, looker),
        *works.routes(desk, face),
        *state.routes(desk, face),
        *checking.routes(face),
        *counts.routes(desk, face),
    ]
