r"""Statements as comments in sources that a program sets: LaTeX, LilyPond, ABC, Fountain. What they set stays so.

Where a comment is a line with a sign, ours stand among the comments at the very top; where a comment has a beginning
and an end, ours are one of their own, behind everything else::

    % tdm-reservation: 1                    /*
    % artistguard-choice: search-only       tdm-reservation: 1
                                            artistguard-choice: search-only
                                            */

Source: The TeXbook (Knuth, 1986), chapter 8 (a comment and its line end vanish); LilyPond 2.24 Learning Manual, section
2.1 ("Comments"); ABC 2.1, sections 2.2.2 and 2.2.3 (the first line names the version); Fountain 1.1, "Boneyard".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.packets.keys import change, is_known, notice
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable

if TYPE_CHECKING:
    from artistguard.terms import Inscription

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_ENTRY = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:[ \t]*(.*)")
_RIGHTS = frozenset({"rights", "copyright"})
_MOST_LINES = 10_000
"""Comments at the top of a source are few; only so many lines are looked at."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of source takes comments.

    Attributes:
        sign: What begins a comment that ends with its line; empty where comments have a beginning and an end.
        first: Lines that mean something to programs because they stand first.
        begin: What begins a longer comment.
        end: What ends it.
    """

    sign: str = ""
    first: re.Pattern[str] = re.compile(r"(?!)")
    begin: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a comment with a key.

    Attributes:
        tag: Key and value.
        index: Of the line.
    """

    tag: Tag
    index: int

    @property
    def is_rights(self) -> bool:
        """Whether it is a line about rights."""
        return self.tag.key.lower() in _RIGHTS

    @property
    def is_ours(self) -> bool:
        """Whether it states a choice, or is a line about rights that gives way."""
        return is_known(self.tag.key) or (self.is_rights and replaceable(self.tag.value))


class Comments:
    """A source and the comments in it that state something.

    Attributes:
        entries: In order.
    """

    def __init__(self, text: str, manner: Manner) -> None:
        """Look for them.

        Args:
            text: The whole source, line ends as they are.
            manner: Of its comments.
        """
        self._text, self._manner = text, manner
        self._lines = _LINE.findall(text)
        self._frame: tuple[int, int] | None = None
        self.entries = self._at_the_top() if manner.sign else self._framed()

    def _at_the_top(self) -> list[Entry]:
        found = []
        for index, line in enumerate(self._lines[:_MOST_LINES]):
            words = line.strip()
            if words and not words.startswith(self._manner.sign):
                break
            entry = _ENTRY.fullmatch(words.lstrip(self._manner.sign).strip())
            if entry and (is_known(entry[1]) or entry[1].lower() in _RIGHTS):
                found.append(Entry(Tag(entry[1], entry[2]), index))
        return found

    def _framed(self) -> list[Entry]:
        """The last comment that holds nothing but such entries."""
        stop = -1
        for index in range(len(self._lines) - 1, -1, -1):
            words = self._lines[index].strip()
            if words == self._manner.end:
                stop = index
            elif words == self._manner.begin and stop > 0:
                found = self._between(index + 1, stop)
                if any(one.is_ours for one in found):
                    self._frame = (index, stop)
                    return found
                stop = -1
        return []

    def _between(self, start: int, stop: int) -> list[Entry]:
        """The entries on these lines; none where a line is something else."""
        entries = [_ENTRY.fullmatch(line.strip()) for line in self._lines[start:stop]]
        found = [Entry(Tag(entry[1], entry[2]), place) for place, entry in enumerate(entries, start) if entry]
        return found if len(found) == len(entries) else []

    def tags(self) -> tuple[Tag, ...]:
        """What states a choice or binds to a record."""
        return tuple(entry.tag for entry in self.entries if is_known(entry.tag.key))

    def rights(self) -> tuple[Tag, ...]:
        """The lines about rights."""
        return tuple(entry.tag for entry in self.entries if entry.is_rights and entry.tag.value)

    def bare(self) -> str:
        """The source without our comments; blanks at the end of the source do not count where ours stand there."""
        gone = {entry.index for entry in self.entries if entry.is_ours}
        if self._frame and len(gone) == len(self.entries):
            gone |= set(self._frame)
        left = "".join(line for index, line in enumerate(self._lines) if index not in gone)
        return left if self._manner.sign else left.rstrip()

    def merged(self, inscription: Inscription, *, licensed: bool = False) -> str:
        """The source with the inscription in its comments.

        Args:
            inscription: What to write.
            licensed: Whether no line about rights is wanted, since the creator's own stands elsewhere in the source.

        Returns:
            The source; merging the same again gives the same one.
        """
        plan = change([entry.tag for entry in self.entries], inscription, sentences=False)
        gone = {self.entries[place].index for place in plan.drop}
        gone |= {entry.index for entry in self.entries if entry.is_rights and entry.is_ours}
        theirs = licensed or any(entry.is_rights and not entry.is_ours for entry in self.entries)
        added = [*plan.add, *([] if theirs else [Tag("rights", notice(inscription))])]
        fresh = [self._written(tag) for tag in added if tag.value]
        if not self._manner.sign and self._frame is None:
            return self._with_a_frame(fresh)
        spot = self.entries[0].index if self.entries else self._spot()
        after = [line for index, line in enumerate(self._lines[spot:], spot) if index not in gone]
        return "".join([*self._lines[:spot], *fresh, *after])

    def _spot(self) -> int:
        """Behind the lines at the top that must stay first."""
        spot = 0
        for line in self._lines:
            if not self._manner.first.match(line) or line == line.rstrip("\r\n"):
                break
            spot += 1
        return spot

    def _with_a_frame(self, fresh: list[str]) -> str:
        end = self._end()
        ends = len(self._text) - len(self._text.rstrip("\r\n"))
        missing = max(0, 2 - ends // len(end)) if self._text else 0
        frame = f"{self._manner.begin}{end}{''.join(fresh)}{self._manner.end}{end}"
        return self._text + end * missing + frame

    def _written(self, tag: Tag) -> str:
        sign = f"{self._manner.sign} " if self._manner.sign else ""
        value = tag.value
        if self._manner.end:
            # An address may hold what would end the comment; this is the same address.
            value = value.replace(self._manner.end, f"%{ord(self._manner.end[0]):02X}{self._manner.end[1:]}")
        return f"{sign}{tag.key.lower()}: {value}{self._end()}"

    def _end(self) -> str:
        first = self._lines[0] if self._lines else ""
        return next((end for end in ("\r\n", "\r") if first.endswith(end)), "\n")
