r"""The front matter of Markdown: lines of keys between ``---`` (YAML) or ``+++`` (TOML), edited line by line.

Comments, order, quotes and line ends of all other lines stay as they are.

Source: YAML 1.2.2, sections 6.6 (comments), 7.3 (flow scalars), 9.1 (documents); TOML 1.0, "Keys", "String", "Table";
the delimiters as Jekyll, Hugo and Pandoc read them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import CannotEmbed
from artistguard.packets.keys import gives_way, is_free, is_known
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Tag

if TYPE_CHECKING:
    from artistguard.terms import Inscription

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_KEY = {
    "---": re.compile(r"(\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s#:\"'\[\]{},&*!|>%@`-][^#:\r\n]*?)\s*:(?:[ \t]+(.*?))?\s*$"),
    "+++": re.compile(r"(\"[^\"\r\n]*\"|'[^'\r\n]*'|[A-Za-z0-9_-]+)\s*=\s*(.*?)\s*$"),
}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_OTHER_METADATA = re.compile(r"(?:title|author|date|css|base header level|format)[ \t]*:[ \t]*\S", re.IGNORECASE)
_MOST_LINES = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of the front matter.

    Attributes:
        tag: Key and value; the value of a list or block is empty.
        start: Index of its line.
        stop: Index behind its last line.
    """

    tag: Tag
    start: int
    stop: int


class FrontMatter:
    """A Markdown text parted into front matter and body.

    Attributes:
        fence: ``---`` or ``+++``; empty where there is no front matter.
        lines: Of the front matter without its fences, each with its line end.
        body: All that follows the front matter.
    """

    def __init__(self, text: str) -> None:
        """Part the text.

        Args:
            text: The whole file without byte order mark, line ends as they are.
        """
        self._text = text
        first = _LINE.match(text)
        head = first[0] if first else ""
        self.fence, self.body, self._head, self._foot = "", text, "", ""
        self.lines: list[str] = []
        if head.rstrip() in _FENCES:
            self._part(head)
        self._end = next((end for end in ("\r\n", "\r") if head.endswith(end)), "\n")

    def _part(self, head: str) -> None:
        fence, place = head.rstrip(), len(head)
        lines: list[str] = []
        while place < len(self._text) and len(lines) < _MOST_LINES:
            found = _LINE.match(self._text, place)
            line = found[0] if found else ""
            place += len(line)
            if line.rstrip() in _FENCES[fence]:
                self.fence, self.lines, self.body = fence, lines, self._text[place:]
                self._head, self._foot = head, line
                return
            lines.append(line)

    def entries(self) -> list[Entry]:
        """The keys at the outermost level; in TOML those before the first table."""
        found: list[Entry] = []
        for index, line in enumerate(self.lines):
            if self.fence == "+++" and line.lstrip().startswith("["):
                break
            match = _KEY[self.fence].match(line)
            if match:
                tag = Tag(match[1].strip("\"'"), _scalar(match[2] or ""))
                found.append(Entry(tag, index, self._behind(index)))
        return found

    def _behind(self, index: int) -> int:
        """Behind the lines that belong to a key: indented ones, and list items in YAML."""
        stop = index + 1
        while self.fence == "---" and stop < len(self.lines) and re.match(r"[ \t]+\S|- ", self.lines[stop]):
            stop += 1
        return stop

    def value(self, key: str) -> str:
        """The value of a key, or empty."""
        return next((entry.tag.value for entry in self.entries() if entry.tag.key.lower() == key), "")

    def others(self) -> str:
        """The lines of the front matter that no statement touches."""
        gone: set[int] = set()
        for entry in self.entries():
            if is_known(entry.tag.key) or entry.tag.key.lower() == "rights":
                gone.update(range(entry.start, entry.stop))
        return "".join(line for index, line in enumerate(self.lines) if index not in gone)

    def merged(self, inscription: Inscription, codec: str) -> str:
        """The text with the inscription in its front matter; one is made where there is none.

        Args:
            inscription: What to write.
            codec: The encoding of the file; what it cannot hold is written as escapes.

        Returns:
            The text; merging the same again gives the same one.

        Raises:
            CannotEmbed: The file begins with metadata of another kind, which front matter would hide.
        """
        self._refuse_other_metadata()
        fence = self.fence or "---"
        tags, words = table.tags(inscription), table.rights(inscription)
        entries = self.entries() if self.fence else []
        stale = [entry for entry in entries if gives_way(entry.tag.key, tags)]
        added = [*tags]
        rights = [entry for entry in entries if entry.tag.key.lower() in {"rights", "copyright"}]
        if all(entry.tag.value and is_free(entry.tag.value, words) for entry in rights):
            stale += rights
            added.append(Tag("rights", words.copyright))
        gone = {index for entry in stale for index in range(entry.start, entry.stop)}
        new = [_written(tag, fence, codec) + self._end for tag in added]
        spot = self._spot()
        before = [line for index, line in enumerate(self.lines[:spot]) if index not in gone]
        after = [line for index, line in enumerate(self.lines[spot:], spot) if index not in gone]
        head, foot = self._head or f"---{self._end}", self._foot or f"---{self._end}"
        return "".join([head, *before, *new, *after, foot, self.body])

    def _refuse_other_metadata(self) -> None:
        if "+++" in self.fence and any(mark in line for line in self.lines for mark in ('"""', "'''")):
            raise CannotEmbed("The text's TOML front matter holds long strings, which could hide what stands where.")
        if self.fence:
            return
        if self._text.startswith("%") or _OTHER_METADATA.match(self._text):
            raise CannotEmbed("The text begins with a title block of another kind, which front matter would hide.")
        if re.match(r"\{\s*\"", self._text):
            raise CannotEmbed("The text begins with front matter in JSON, which cannot be added to line by line.")

    def _spot(self) -> int:
        """Behind the last line of ours or theirs; in TOML before the first table."""
        if self.fence == "+++":
            tables = (index for index, line in enumerate(self.lines) if line.lstrip().startswith("["))
            return next(tables, len(self.lines))
        return len(self.lines)


def _scalar(written: str) -> str:
    """The text of a simple value: quotes taken off, comments dropped."""
    value = written.strip()
    if value.startswith('"'):
        found = re.match(r'"(?:[^"\\]|\\.)*"', value)
        try:
            return str(json.loads(found[0])) if found else ""
        except ValueError:
            return found[0][1:-1] if found else ""
    if value.startswith("'"):
        quoted = re.match(r"'((?:[^']|'')*)'", value)
        return quoted[1].replace("''", "'") if quoted else ""
    if value.startswith(("[", "{", "|", ">")):
        return ""
    return re.sub(r"\s+#.*$", "", value)


def _written(tag: Tag, fence: str, codec: str) -> str:
    key, sign = tag.key.lower(), " =" if fence == "+++" else ":"
    if fence == "---" and (tag.value in {"0", "1"} or _PLAIN.fullmatch(tag.value)):
        return f"{key}: {tag.value}"
    text = json.dumps(tag.value, ensure_ascii=False)
    return f"{key}{sign} {''.join(_character(letter, codec) for letter in text)}"


def _character(letter: str, codec: str) -> str:
    """Both YAML and TOML know these two escapes; JSON's pairs of surrogates they do not know."""
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        number = ord(letter)
        return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
    return letter
