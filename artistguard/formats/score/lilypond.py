r"""LilyPond: statements as comments at the top; what is engraved stays the same.

The field ``copyright`` of ``\header`` is printed on the first page, so it is read and never written.

Source: LilyPond 2.24, Learning Manual, section 2.1 ("Comments"); Notation Reference, section 3.2.1 (titles).
"""

from __future__ import annotations

import re

from artistguard.formats.protocol import FileType
from artistguard.formats.sources import Commented
from artistguard.packets.comments import Manner
from artistguard.works import Facts, Medium

_MARK = re.compile(r"\\(version|score|header|relative|new|book|include|paper)\b")
_FIELD = r"(?m)^[^%%\n]{0,200}?\b%s\s*=\s*(?:\"((?:[^\"\\]|\\.){0,1000})\"|([^\s\"\\{}#%%]{1,200}))"
_TITLE, _COMPOSER, _COPYRIGHT = (re.compile(_FIELD % name) for name in ("title", "composer", "copyright"))
_HEADER = 200_000
"""Letters in which the header is looked for."""


class LilyPond(Commented):
    """Scores in LilyPond."""

    name = "LilyPond"
    medium = Medium.AUDIO
    types = (FileType("ly", "text/x-lilypond"), FileType("ily", "text/x-lilypond"))
    manner = Manner("%", first=re.compile(r"%\s*!|%.*-\*-"))

    def fits(self, text: str) -> bool:
        """Whether a command of LilyPond stands there."""
        return _MARK.search(text) is not None

    def facts(self, text: str) -> Facts:
        """Title and composer of the header."""
        return Facts(title=_field(_TITLE, text), creator=_field(_COMPOSER, text))

    def licence(self, text: str) -> str:
        """The header's word on copyright."""
        return _field(_COPYRIGHT, text)


def _field(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text[:_HEADER])
    return " ".join((found[1] or found[2] or "").replace('\\"', '"').split()) if found else ""
