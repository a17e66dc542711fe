"""Fountain: statements in a comment (a boneyard) behind the screenplay; the title page stays as it is.

Keys of our own on the title page would be safe by the letter of the syntax, but programs print those that they do not
know as action, or as part of the key before; a boneyard is left out by all.

Source: Fountain syntax (fountain.io, 1.1), sections "Title Page" and "Boneyard".
"""

from __future__ import annotations

import re

from artistguard.formats.protocol import FileType
from artistguard.formats.sources import Commented
from artistguard.packets.comments import Manner
from artistguard.works import Facts, Medium

_KEY = re.compile(r"^([A-Za-z][A-Za-z ]{0,40}):[ \t]*(.*)$")
_STYLED = re.compile(r"[*_]+")
_MOST_LINES = 100


class Fountain(Commented):
    """Screenplays in Fountain."""

    name = "Fountain"
    medium = Medium.TEXT
    types = (FileType("fountain", "text/x-fountain"), FileType("spmd", "text/x-fountain"))
    manner = Manner(begin="/*", end="*/")

    def facts(self, text: str) -> Facts:
        """Title and author of the title page."""
        page = _title_page(text)
        return Facts(title=page.get("title", ""), creator=page.get("author", ""))

    def licence(self, text: str) -> str:
        """The title page's word on copyright."""
        return _title_page(text).get("copyright", "")


def _title_page(text: str) -> dict[str, str]:
    """The keys of the title page, which ends with the first empty line; keys in small letters, without a plural's s."""
    found: list[tuple[str, str]] = []
    for line in text.lstrip("\n").split("\n\n", 1)[0].split("\n")[:_MOST_LINES]:
        key = _KEY.match(line)
        if key:
            found.append((key[1].lower().removesuffix("s"), key[2]))
        elif found and line[:1] in {" ", "\t"}:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        else:
            break
    return {kind: " ".join(_STYLED.sub("", words).split()) for kind, words in found}
