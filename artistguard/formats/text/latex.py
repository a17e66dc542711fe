r"""LaTeX: statements as comments at the top, behind lines that must stay first; what is typeset stays the same.

Metadata of the PDF (``\hypersetup{pdfcopyright=…}``) would need a package loaded, which can break a document.

Source: LaTeX2e unofficial reference, sections 2.1 and 18.3; hyperxmp 5.11, "pdfcopyright"; the lines that editors look
for first: TeXworks manual, section 5.2 (``% !TeX``), GNU Emacs manual, section 49.2.4 (``-*-``).
"""

from __future__ import annotations

import re

from artistguard.formats.protocol import FileType
from artistguard.formats.sources import Commented
from artistguard.packets.comments import Manner
from artistguard.works import Facts, Medium

_COMMAND = r"(?m)^[^%%\n]{0,200}?\\%s\s*(?:\[[^\]\n]{0,200}\])?\{([^{}]{0,1000})\}"
_TITLE, _AUTHOR = re.compile(_COMMAND % "title"), re.compile(_COMMAND % "author")
_COPYRIGHT = re.compile(r"(?m)^[^%\n]{0,200}?\bpdfcopyright\s*=\s*\{([^{}]{0,1000})\}")
_MARK = re.compile(r"\\(documentclass|documentstyle|begin\s*\{document\}|input|chapter|section)\b")
_PREAMBLE = 200_000
"""Letters in which title and author are looked for."""


class Latex(Commented):
    """Manuscripts in LaTeX."""

    name = "LaTeX"
    medium = Medium.TEXT
    types = tuple(FileType(extension, "application/x-tex") for extension in ("tex", "ltx", "latex"))
    manner = Manner("%", first=re.compile(r"%&|%\s*!|%.*-\*-|%\s*arara:"))

    def fits(self, text: str) -> bool:
        """Whether a command of LaTeX stands there."""
        return _MARK.search(text) is not None

    def facts(self, text: str) -> Facts:
        """The title and the author that the preamble sets."""
        return Facts(title=_argument(_TITLE, text), creator=_argument(_AUTHOR, text))

    def licence(self, text: str) -> str:
        """What the PDF would say of copyright."""
        return _argument(_COPYRIGHT, text)


def _argument(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text[:_PREAMBLE])
    return " ".join(found[1].replace(r"\\", " ").split()) if found else ""
