"""The identification of a MusicXML score: what it says, and our statements merged into it without disturbing the rest.

Only the score's header is taken apart, so that the length of the music does not matter.

Source: MusicXML 4.0 (W3C, 2021), elements "score-partwise" and "identification" (order of their children),
"miscellaneous" (metadata that the format does not know: named fields) and "rights".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.packets.beginning import Beginning
from artistguard.packets.elements import Edit, attribute, content
from artistguard.packets.keys import change, is_known, notice
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from artistguard.packets.scan import Element
    from artistguard.terms import Inscription

_MUSIC = "<part-list"
_CLOSINGS = {f"<{root}": f"</{root}>" for root in ("score-partwise", "score-timewise")}
_BEFORE = frozenset({"work", "movement-number", "movement-title"})
_PEOPLE = frozenset({"creator", "rights"})
_FIELDS, _FIELD = "miscellaneous", "miscellaneous-field"


class Score:
    """One score."""

    def __init__(self, original: bytes) -> None:
        """Take the header apart.

        Args:
            original: The whole score, in whatever encoding.

        Raises:
            Damaged: Not well-formed.
            TooLarge: Its header is larger than any.
        """
        self._beginning = Beginning(original, _MUSIC, _CLOSINGS)
        self._document = self._beginning.document
        self._root = self._document.root
        self._identification = self._root.child("identification")
        fields = self._identification.child(_FIELDS) if self._identification else None
        self._fields = fields
        self._entries = [] if fields is None else fields.all(_FIELD)

    def tags(self) -> tuple[Tag, ...]:
        """Every named field that states a choice or binds to a record."""
        return tuple(tag for tag in map(_tag, self._entries) if is_known(tag.key))

    def rights(self) -> tuple[Tag, ...]:
        """The lines about rights."""
        lines = (" ".join(one.text.split()) for one in self._rights())
        return tuple(Tag("rights", line) for line in lines if line)

    def _rights(self) -> list[Element]:
        return self._identification.all("rights") if self._identification else []

    def merged(self, inscription: Inscription) -> bytes:
        """The score with the inscription in it.

        Args:
            inscription: What to write.

        Returns:
            The bytes; merging the same again gives the same ones.

        Raises:
            CannotEmbed: It declares entities, which could hide what stands where.
        """
        plan = change([_tag(one) for one in self._entries], inscription, sentences=False)
        edits = [self._document.without(self._entries[place]) for place in plan.drop]
        fields = [_written(tag) for tag in plan.add]
        free = all(replaceable(one.text) for one in self._rights())
        words = content(notice(inscription)) if free else ""
        line = f"<rights>{words}</rights>" if words else ""
        edits += [self._document.without(one) for one in self._rights() if free]
        return self._beginning.edited([*edits, *self._added(line, fields)])

    def _added(self, line: str, fields: list[str]) -> list[Edit]:
        """The edits that put a line about rights, if any, and named fields in their places."""
        home = self._identification
        deep = self._document.indent(home) if home and home.children else self._indent() + self._step()
        new = _nested(_FIELDS, fields, deep, self._step())
        if home is None:
            inside = _nested("identification", [line, new], self._indent(), self._step())
            return [self._inserted(self._root, _BEFORE, inside)]
        lines = [self._inserted(home, _PEOPLE, line)] if line and home.children else []
        if self._fields is not None:
            return [*lines, *self._document.appended(self._fields, fields)]
        return [*lines, *self._document.appended(home, [new] if home.children else [line, new])]

    def _indent(self) -> bytes:
        return self._document.indent(self._root)

    def _step(self) -> bytes:
        """By how much the next level stands further in; nothing where the score has no lines."""
        lines = self._indent().rpartition(b"\n")
        return (lines[2] or b"  ") if lines[1] else b""

    def _inserted(self, parent: Element, before: frozenset[str], element: str) -> Edit:
        """The edit that puts an element behind the last child of certain names, else before all children."""
        ends = [child.end for child in parent.children if child.name in before]
        place = ends[-1] if ends else parent.inside
        return Edit(place, place, self._document.indent(parent) + element.encode("utf-8"))

    def bare(self) -> bytes:
        """The score without our fields, without lines about rights that give way, and without what they leave empty."""
        stale = {id(one) for one in self._rights() if replaceable(one.text)}
        stale |= {id(one) for one in self._entries if is_known(_tag(one).key)}
        home = self._identification
        for element in (self._fields, home):
            if element is not None and not element.text.strip() and all(id(one) in stale for one in element.children):
                stale.add(id(element))
        places = [home, *(home.children if home else ()), *self._entries]
        gone = [one for one in places if one is not None and id(one) in stale]
        edits = [self._document.without(one) for one in gone if id(one.parent) not in stale]
        return self._beginning.edited(edits, entities=True)


def _tag(one: Element) -> Tag:
    return Tag(one.attributes.get("name", "").strip(), " ".join(one.text.split()))


def _written(tag: Tag) -> str:
    return f'<{_FIELD} name="{attribute(tag.key.lower())}">{content(tag.value)}</{_FIELD}>'


def _nested(name: str, children: list[str], indent: bytes, step: bytes) -> str:
    """An element with its children, each on a line of its own where the score has lines."""
    outer, inner = indent.decode(), (indent + step).decode() if indent else ""
    return f"<{name}>{''.join(inner + child for child in children if child)}{outer}</{name}>"
