"""Pages that people read and machines understand: the rights page to link to, and one page a work.

Source: HTML Living Standard, sections 4.1-4.2 (document element, metadata) and 4.9 (tables); the elements of the head
are those of the module ``web``.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from artistguard.terms import Permission, Usage
from artistguard.vocabularies import web
from artistguard.vocabularies.grades import permissions
from artistguard.vocabularies.plain import READERS
from artistguard.vocabularies.rights import clean, is_web, mail, rights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.terms import Declaration

_STYLE = (
    "body{font:1.05rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#1d1d1f}"
    "table{border-collapse:collapse}th,td{text-align:left;padding:.3rem 1.5rem .3rem 0;border-bottom:1px solid #ccc}"
    "code{overflow-wrap:anywhere}"
)
_USES = {
    Usage.GENERATIVE_TRAINING: "Training AI that makes pictures, music or text",
    Usage.OTHER_TRAINING: "Training other AI",
    Usage.MODEL_INPUT: "Handing it to an AI as input",
    Usage.DATA_MINING: "Text and data mining",
    Usage.SEARCH: "Search engines",
}
_SAID = {
    Permission.ALLOWED: "allowed",
    Permission.FORBIDDEN: "not allowed",
    Permission.ON_REQUEST: "ask for a licence",
    Permission.UNSTATED: "not said here",
}


def page(title: str, head: str, body: str) -> str:
    """A whole page.

    Args:
        title: Plain text.
        head: Elements for the head, one a line.
        body: HTML.
    """
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(clean(title))}</title>\n'
        f"{head}<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def rights_page(declaration: Declaration, licence: str, date: str) -> str:
    """The page to link to: what may be done, in words and in every form that a page can carry.

    Args:
        declaration: The terms for the whole site.
        licence: Web address of the RSL licence, or empty.
        date: Of today, ISO 8601.
    """
    name = clean(declaration.name)
    title = f"What AI may do with the works of {name}" if name else "What AI may do with these works"
    body = (
        f"<h1>{html.escape(title)}</h1>\n<p>{html.escape(rights(declaration).terms)}</p>\n{_table(declaration)}\n"
        f"{_asking(declaration)}<p>Stated on {date}. The same is said in a form for machines on this page, in the "
        'files themselves, and in the files of this website. <a href="law.html">What it means in law</a>.</p>'
    )
    return page(title, web.head(declaration, licence), body)


def work_page(title: str, declaration: Declaration, work: str, codes: Mapping[str, str], licence: str) -> str:
    """The page of one work.

    Args:
        title: Of the work.
        declaration: Its own terms.
        work: Its URN.
        codes: Name to fingerprint, as the work's record has them.
        licence: Web address of the RSL licence, or empty.
    """
    rows = "".join(
        f"<tr><th>{html.escape(name)}</th><td><code>{html.escape(codes[name])}</code></td></tr>" for name in codes
    )
    body = (
        f"<h1>{html.escape(clean(title))}</h1>\n<p>{html.escape(clean(declaration.name))}</p>\n"
        f"<p>{html.escape(READERS[declaration.choice])}</p>\n{_table(declaration)}\n{_asking(declaration)}"
        f"<p>Its number: <code>{html.escape(work)}</code></p>\n<table>{rows}</table>"
    )
    return page(title, web.head(declaration, licence), body)


def index_page(title: str, head: str, entries: Iterable[tuple[str, str, str]]) -> str:
    """The list of all works.

    Args:
        title: Of the page.
        head: Elements for the head.
        entries: Address, title and choice in words of each.
    """
    rows = "".join(
        f'<tr><td><a href="{html.escape(address)}">{html.escape(clean(name))}</a></td>'
        f"<td>{html.escape(said)}</td></tr>\n"
        for address, name, said in entries
    )
    return page(title, head, f"<h1>{html.escape(clean(title))}</h1>\n<table>\n{rows}</table>")


def _table(declaration: Declaration) -> str:
    said = permissions(declaration.choice)
    rows = "".join(f"<tr><th>{words}</th><td>{_SAID[said[use]]}</td></tr>" for use, words in _USES.items())
    return f"<table>{rows}</table>"


def _asking(declaration: Declaration) -> str:
    """Where to ask and whose terms these are, as links; nothing where nothing is known."""
    found = []
    if address := mail(declaration.contact):
        found.append(f'Ask at <a href="mailto:{html.escape(address)}">{html.escape(address)}</a>.')
    for words, one in (("Ask at", declaration.contact), ("Licence:", declaration.licence)):
        if is_web(clean(one)):
            shown = html.escape(clean(one))
            found.append(f'{words} <a href="{shown}">{shown}</a>.')
    return f"<p>{' '.join(found)}</p>\n" if found else ""
