"""The choice for whole websites: response headers, and elements for the head of a page.

Source: TDM Reservation Protocol, Final Community Group Report, 10 May 2024, sections 4 (HTTP) and 5 (HTML), 3
(``/.well-known/tdmrep.json``); draft-ietf-aipref-attach-05, section 3 (Content-Usage); RSL 1.0, sections 4.3 (Link) and
4.4 (HTML). ``noai`` and ``noimageai`` are a convention of DeviantArt's that downloaders of pictures read.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

from artistguard.terms import Choice
from artistguard.vocabularies import aipref, rsl, tdmrep

if TYPE_CHECKING:
    from artistguard.terms import Declaration


def headers(declaration: Declaration, licence: str = "") -> tuple[tuple[str, str], ...]:
    """Response headers, name and value.

    Args:
        declaration: The terms; its policy is linked where there is one.
        licence: Web address of the RSL licence, or empty.
    """
    found = (
        ("TDM-Reservation", tdmrep.reservation(declaration.choice)),
        ("TDM-Policy", tdmrep.policy(declaration)),
        ("Content-Usage", aipref.content_usage(declaration.choice)),
        ("X-Robots-Tag", _robots(declaration.choice)),
        ("Link", f'<{licence}>; rel="license"; type="{rsl.MEDIA_TYPE}"' if licence else ""),
    )
    return tuple((name, value) for name, value in found if value)


def head(declaration: Declaration, licence: str = "") -> str:
    """Elements for the head of every page.

    Args:
        declaration: The terms.
        licence: Web address of the RSL licence, or empty.

    Returns:
        One element a line.
    """
    named = {
        "tdm-reservation": tdmrep.reservation(declaration.choice),
        "tdm-policy": tdmrep.policy(declaration),
        "robots": _robots(declaration.choice),
    }
    found = [f'<meta name="{name}" content="{html.escape(value)}">' for name, value in named.items() if value]
    if licence:
        found.append(f'<link rel="license" type="{rsl.MEDIA_TYPE}" href="{html.escape(licence)}">')
    return "".join(f"{line}\n" for line in found)


def well_known(declaration: Declaration) -> str:
    """The file ``/.well-known/tdmrep.json`` for a whole site, JSON ending with a newline."""
    entry: dict[str, str | int] = {
        "location": "/",
        "tdm-reservation": int(tdmrep.reservation(declaration.choice)),
    }
    if policy := tdmrep.policy(declaration):
        entry["tdm-policy"] = policy
    return json.dumps([entry], ensure_ascii=False, indent=2) + "\n"


def _robots(choice: Choice) -> str:
    if choice is Choice.ALLOW:
        return ""
    return "noai, noimageai, noindex, noimageindex" if choice is Choice.NOTHING else "noai, noimageai"
