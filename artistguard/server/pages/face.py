"""Pages from templates, with the headers that keep anything else out of them.

Source: W3C Content Security Policy Level 3; WHATWG HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Response, get

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_NOW = {"Cache-Control": "no-cache", "Content-Security-Policy": _POLICY}
_DAY = {"Cache-Control": "public, max-age=3600"}


class Face:
    """Fills templates for one server.

    Args:
        desk: Of the server.
    """

    def __init__(self, desk: Desk) -> None:
        self._pages = Environment(
            loader=PackageLoader("artistguard.server"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._always = {
            "origin": desk.ledger.key.name,
            "key": str(desk.ledger.key),
            "most": _readable(desk.configuration.bodies.content),
            "here": "",
        }

    def page(self, template: str, values: Mapping[str, object], status: int = 200) -> Response[bytes]:
        """An answer.

        Args:
            template: Its file.
            values: What the template speaks of.
            status: Of HTTP.
        """
        text = self._pages.get_template(template).render({**self._always, **values})
        return Response(text.encode(), status_code=status, media_type="text/html", headers=_NOW)

    def style(self) -> HTTPRouteHandler:
        """The one style sheet."""
        source, _, _ = PackageLoader("artistguard.server").get_source(self._pages, "style.css")
        content = source.encode()

        @get("/style.css")
        async def style() -> Response[bytes]:
            return Response(content, media_type="text/css", headers=_DAY)

        return style


def _readable(size: int) -> str:
    return f"{size >> 20:,} MiB" if size >> 20 else f"{size >> 10:,} KiB"
