"""A page for a book: the choice where readers see it, to put into a manuscript by hand.

The manuscript itself is its author's; nothing visible is ever written into it. So the page comes as files that her own
programs take: plain text, Rich Text Format for word processors, and XHTML for an EPUB.

Source: Microsoft Rich Text Format Specification 1.9.1, "Unicode RTF" and "Paragraph Formatting Properties"; EPUB 3.3,
section 6.1 (XHTML content documents) and EPUB Structural Semantics Vocabulary 1.1, ``copyright-page``.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from artistguard.vocabularies.rights import SHORT, rights

if TYPE_CHECKING:
    from artistguard.terms import Declaration

TITLE = "What AI may do with this work"
_HEAD = r"{\rtf1\ansi\uc1{\fonttbl{\f0\froman Times New Roman;}}\f0\fs20\sa200 "
_ESCAPED = {"\\": r"\\", "{": r"\{", "}": r"\}"}


def paragraphs(declaration: Declaration) -> tuple[str, str]:
    """The words of the page: the notice, and the terms with where to ask.

    Args:
        declaration: The terms.
    """
    said = rights(declaration)
    return said.copyright or SHORT[declaration.choice], said.terms


def plain(declaration: Declaration) -> str:
    """As plain text."""
    return "\n\n".join(paragraphs(declaration)) + "\n"


def rich(declaration: Declaration) -> bytes:
    """As Rich Text, in ASCII: every other letter is written by its number."""
    told = r"\par ".join(_rtf(each) for each in paragraphs(declaration))
    return (_HEAD + told + "\\par }\n").encode("ascii")


def page(declaration: Declaration) -> str:
    """As a content document of an EPUB 3."""
    told = "\n".join(f"<p>{html.escape(each)}</p>" for each in paragraphs(declaration))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        'lang="en" xml:lang="en">\n'
        f"<head><title>{TITLE}</title></head>\n"
        f'<body>\n<section epub:type="copyright-page">\n{told}\n</section>\n</body>\n</html>\n'
    )


def _rtf(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) if sign.isascii() else _numbered(sign) for sign in text)


def _numbered(sign: str) -> str:
    """A letter by its number, in two halves where it needs them; a question mark for programs that know neither.

    The mark is written by its own number too: pandoc 2.17 takes a bare one and the letter behind it.
    """
    pairs = sign.encode("utf-16-le")
    halves = [int.from_bytes(pairs[at : at + 2], "little", signed=True) for at in range(0, len(pairs), 2)]
    return "".join(f"\\u{half}\\'3f" for half in halves)
