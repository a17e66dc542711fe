"""The page on which a browser checks a proof by itself; nothing is sent from there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from litestar import Response, get

from artistguard.vocabularies.plain import READERS

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.pages.face import Face


def routes(face: Face) -> list[HTTPRouteHandler]:
    """The handlers of one server; see `pages.routes`."""

    @get("/proof")
    async def proof() -> Response[bytes]:
        return face.page("proof.html", {"here": "/proof", "sentences": json.dumps(dict(READERS))}, scripted=True)

    return [proof]
