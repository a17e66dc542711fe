"""Pages from templates, with the headers that keep anything else out of them.

Source: W3C Content Security Policy Level 3; WHATWG HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Response, get

from artistguard.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from litestar.handlers import HTTPRouteHandler

    from artistguard.server.desk import Desk

_POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; "
_ASKING = f"{_POLICY}form-action 'self'"
_SCRIPTED = f"{_POLICY}form-action 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
"""Of the one page with a script: it may run, and neither it nor anything else there may send something."""

_OWN = {"style.css": "text/css", "check.mjs": "text/javascript"}
_COME_ALONG = {"reader.mjs": "text/javascript", "verify_proof.py": "text/plain"}
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

    def page(
        self, template: str, values: Mapping[str, object], status: int = 200, *, scripted: bool = False
    ) -> Response[bytes]:
        """An answer.

        Args:
            template: Its file.
            values: What the template speaks of.
            status: Of HTTP.
            scripted: Whether scripts of this server may run; then nothing can be sent from the page.
        """
        text = self._pages.get_template(template).render({**self._always, **values})
        headers = {"Cache-Control": "no-cache", "Content-Security-Policy": _SCRIPTED if scripted else _ASKING}
        return Response(text.encode(), status_code=status, media_type="text/html", headers=headers)

    def files(self) -> list[HTTPRouteHandler]:
        """The style sheet, and the scripts of the page that checks proofs."""
        own = {name: PackageLoader("artistguard.server").get_source(self._pages, name)[0].encode() for name in _OWN}
        come_along = {name: resource_path(name).read_bytes() for name in _COME_ALONG}
        return [_file(name, content) for name, content in (own | come_along).items()]


def _file(name: str, content: bytes) -> HTTPRouteHandler:
    kind = (_OWN | _COME_ALONG)[name]

    @get(f"/{name}")
    async def file() -> Response[bytes]:
        return Response(content, media_type=kind, headers=_DAY)

    return file


def _readable(size: int) -> str:
    return f"{size >> 20:,} MiB" if size >> 20 else f"{size >> 10:,} KiB"
