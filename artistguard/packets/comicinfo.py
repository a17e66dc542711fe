"""What stands in a comic's ``ComicInfo.xml``: read, and our statements added to its notes without disturbing the rest.

The schema has no field for rights and none for fields of others, but ``Notes`` is free text that tagging programs keep;
ours are lines of their own behind the creator's.

Source: ComicInfo schema 2.0 and draft 2.1 (Anansi Project), order and meaning of the elements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed
from artistguard.packets.elements import Document, Edit, content
from artistguard.packets.keys import change, is_known, notice
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable
from artistguard.works import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artistguard.terms import Inscription

MEMBER = "ComicInfo.xml"
_EMPTY = b'<?xml version="1.0" encoding="utf-8"?>\n<ComicInfo>\n</ComicInfo>\n'
_NOTES = "Notes"
_BEFORE = frozenset(
    ["Title", "Series", "Number", "Count", "Volume", "AlternateSeries", "AlternateNumber", "AlternateCount", "Summary"]
)
_CREATORS = ("Writer", "Penciller", "CoverArtist", "Inker", "Colorist")
_LINE = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,60}): (.*)")
_RIGHTS = "rights"


class ComicInfo:
    """The description of one comic."""

    def __init__(self, original: bytes | None) -> None:
        """Read it.

        Args:
            original: The member, or None where the comic has none.

        Raises:
            Damaged: Not well-formed.
            TooLarge: Larger than any.
        """
        self._document = Document(_EMPTY if original is None else original)
        self._notes = self._document.root.child(_NOTES)
        raw = self._document.content[self._notes.inside : self._notes.close] if self._notes else b""
        self._lines = raw.decode("utf-8").split("\n") if raw else []
        text = self._notes.text.split("\n") if self._notes and raw else []
        # Lines can be told apart only where they are the same with and without references, and nothing else is there.
        self._plain = len(text) == len(self._lines) and b"<" not in raw
        self._tags = [_tag(line) for line in text] if self._plain else [None] * len(self._lines)

    def tags(self) -> tuple[Tag, ...]:
        """What the notes state in keys that we know."""
        return tuple(tag for tag in self._tags if tag is not None and is_known(tag.key))

    def rights(self) -> tuple[str, ...]:
        """The lines of the notes about rights."""
        return tuple(tag.value for tag in self._tags if tag is not None and tag.key.lower() == _RIGHTS)

    def facts(self) -> Facts:
        """Title, creator, series and number."""
        told = {one.name: " ".join(one.text.split()) for one in reversed(self._document.root.children)}
        creators = (told.get(name, "") for name in _CREATORS)
        return Facts(
            title=told.get("Title", ""),
            creator=next((name for name in creators if name), ""),
            collection=told.get("Series", ""),
            number=told.get("Number", ""),
        )

    def merged(self, inscription: Inscription) -> bytes:
        """The description with the inscription in its notes.

        Args:
            inscription: What to write.

        Returns:
            The bytes; merging the same again gives the same ones.

        Raises:
            CannotEmbed: It is no description of a comic, or declares entities.
        """
        if self._document.root.name != "ComicInfo":
            raise CannotEmbed("The comic's ComicInfo.xml holds something else.")
        if not self._plain:
            raise CannotEmbed("The comic's notes are written in a way that lines cannot be told apart in.")
        places = [place for place, tag in enumerate(self._tags) if tag is not None and is_known(tag.key)]
        plan = change(self.tags(), inscription, sentences=False)
        gone = {places[index] for index in plan.drop} | self._free()
        theirs = any(not replaceable(line) for line in self.rights())
        added = [*plan.add, *([] if theirs else [Tag(_RIGHTS, notice(inscription))])]
        fresh = [content(f"{tag.key.lower()}: {tag.value}") for tag in added if tag.value]
        return self._document.edited([self._noted([*self._kept(gone), *fresh])])

    def bare(self) -> bytes:
        """The description without our lines; nothing where nothing else is in it."""
        gone = self._free() | {place for place, tag in enumerate(self._tags) if tag is not None and is_known(tag.key)}
        kept = self._kept(gone)
        others = [one for one in self._document.root.children if one is not self._notes]
        if not others and not any(kept) and not self._document.root.text.strip():
            return b""
        if self._notes is None:
            return self._document.edited([], entities=True)
        edit = self._noted(kept) if any(kept) else self._document.without(self._notes)
        return self._document.edited([edit], entities=True)

    def _free(self) -> set[int]:
        """Places of our own lines about rights."""
        tags = enumerate(self._tags)
        return {
            place for place, tag in tags if tag is not None and tag.key.lower() == _RIGHTS and replaceable(tag.value)
        }

    def _kept(self, gone: Iterable[int]) -> list[str]:
        return [line for place, line in enumerate(self._lines) if place not in set(gone)]

    def _noted(self, lines: list[str]) -> Edit:
        """The edit that makes these lines the notes."""
        inner = "\n".join(lines).encode("utf-8")
        if self._notes is not None and not self._notes.empty_tag:
            return Edit(self._notes.inside, self._notes.close, inner)
        element = f"<{_NOTES}>".encode() + inner + f"</{_NOTES}>".encode()
        if self._notes is not None:
            return Edit(self._notes.start, self._notes.end, element)
        if self._document.root.empty_tag:
            return self._document.appended(self._document.root, [element.decode()])[0]
        ends = [one.end for one in self._document.root.children if one.name in _BEFORE]
        place = ends[-1] if ends else self._document.root.inside
        return Edit(place, place, (self._document.indent(self._document.root) or b"\n  ") + element)


def _tag(line: str) -> Tag | None:
    found = _LINE.fullmatch(line.strip())
    return Tag(found[1], found[2].strip()) if found else None
