"""ABC notation: statements as comments at the top, behind the line that names the version; every tune stays the same.

Source: ABC 2.1 (abcnotation.com, December 2011), sections 2.2.2 (version), 3.1 (information fields: ``X:`` begins a
tune, ``K:`` ends its header) and 11.4.8 (``%%abc-copyright``).
"""

from __future__ import annotations

import re

from artistguard.formats.protocol import Certainty, FileType, Glimpse
from artistguard.formats.sources import Commented
from artistguard.packets.comments import Manner
from artistguard.works import Facts, Medium

_TUNE, _KEY = re.compile(r"(?m)^X:[ \t]*\d"), re.compile(r"(?m)^K:")
_TITLE, _COMPOSER = re.compile(r"(?m)^T:([^\n]{0,1000})"), re.compile(r"(?m)^C:([^\n]{0,1000})")
_COPYRIGHT = re.compile(r"(?m)^(?:%%|I:|Z:)[ \t]*abc-copyright[ \t]+([^\n]{0,1000})")


class Abc(Commented):
    """Tunes in ABC notation."""

    name = "ABC notation"
    medium = Medium.AUDIO
    types = (FileType("abc", "text/vnd.abc"),)
    manner = Manner("%", first=re.compile(r"%abc|%\s*!|%.*-\*-"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """By its name, and that a tune stands there: files of other kinds bear the same name."""
        certainty = super().recognise(glimpse)
        return certainty if certainty is Certainty.LIKELY else Certainty.NO

    def fits(self, text: str) -> bool:
        """Whether a tune begins and has a key."""
        return text.startswith("%abc") or bool(_TUNE.search(text) and _KEY.search(text))

    def facts(self, text: str) -> Facts:
        """Title and composer of the first tune."""
        return Facts(title=_field(_TITLE, text), creator=_field(_COMPOSER, text))

    def licence(self, text: str) -> str:
        """The file's word on copyright."""
        return _field(_COPYRIGHT, text)


def _field(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return " ".join(found[1].split()) if found else ""
