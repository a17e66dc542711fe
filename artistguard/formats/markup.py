"""What an XML file is, told from its first bytes: the name of its outermost element.

Source: Extensible Markup Language 1.0 (fifth edition), productions 1, 22 to 28 (prolog) and appendix F (encodings).
"""

from __future__ import annotations

import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BARE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# Anything that may stand before the outermost element; a document type may declare things between brackets.
_BEFORE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")


def text_of(head: bytes) -> str:
    """The first bytes of an XML file as text; what cannot be read stands as a question mark.

    Args:
        head: As many first bytes as there are at hand.
    """
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "replace")
    for start, codec in _BARE:
        if head.startswith(start):
            return head.decode(codec, "replace")
    return head.decode("utf-8", "replace")


def root_of(head: bytes) -> str:
    """Local name of the outermost element; empty where this is no XML, or it does not begin within the bytes.

    Args:
        head: As many first bytes as there are at hand.
    """
    text = text_of(head)
    place = 0
    while (before := _BEFORE.match(text, place)) and before.end() > place:
        place = before.end()
    found = _ELEMENT.match(text, place)
    return found[1] if found else ""
