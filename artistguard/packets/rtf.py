r"""Rich Text Format edited in place: the groups ``\info`` and ``\*\userprops`` and nothing else.

Source: Microsoft Rich Text Format Specification 1.9.1, "Contents of an RTF File" (groups, control words, ``\bin``),
"Information Group", "User Properties", "Unicode RTF" (``\u``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import Damaged, TooLarge
from artistguard.packets.keys import change, is_free, is_sentence
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.terms import Inscription

_TOKEN = re.compile(rb"\\bin(\d{1,10}) ?|\\[a-zA-Z]+-?\d{0,10} ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]", re.DOTALL)
_MOST_TOKENS = 20_000_000
_HEADER = frozenset(
    re.findall(
        rb"\w+",
        rb"""
        fonttbl filetbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl mmathPr generator info pgptbl
        themedata colorschememapping latentstyles datastore xmlnstbl protusertbl userprops
        """,
    )
)
_NAME = re.compile(rb"\{?\\(\*\\)?([a-zA-Z]+)")
_LETTER = re.compile(
    rb"\\u(-?\d{1,6}) ?|\\'([0-9a-fA-F]{2})|\\([\\{}~_-])|\\[a-zA-Z]+-?\d* ?|\\.|[{}\r\n]|([^\\{}\r\n]+)"
)
_SIGNS = {b"~": "\u00a0", b"_": "\u2011", b"-": ""}
_TEXT_TYPE = 30


@dataclass(frozen=True, slots=True)
class Group:
    """A group directly inside the document.

    Attributes:
        name: Its first control word.
        start: Byte of ``{``.
        end: First byte behind ``}``.
    """

    name: bytes
    start: int
    end: int


class Rtf:
    """One document.

    Attributes:
        content: Its bytes.
        groups: Groups directly inside the outermost one, in order.
    """

    def __init__(self, content: bytes) -> None:
        """Find the groups.

        Args:
            content: The whole file.

        Raises:
            Damaged: Braces do not match, or it is no RTF.
            TooLarge: More control words than any manuscript has.
        """
        if not content.lstrip(b" \t\r\n\0").startswith(b"{\\rtf"):
            raise Damaged("The file does not begin as rich text does.")
        self.content = content
        self.groups = tuple(_groups(content))
        found = re.search(rb"\\ansicpg(\d{3,5})", content[:4096])
        self.codec = _codec(int(found[1])) if found else "cp1252"

    def _named(self, name: bytes) -> Group | None:
        return next((group for group in self.groups if group.name == name), None)

    def outside(self) -> bytes:
        """All bytes but those of the two groups that we write in."""
        pieces, place = [], 0
        for group in self.groups:
            if group.name in {b"info", b"userprops"}:
                pieces.append(self.content[place : group.start])
                place = group.end
        return b"".join([*pieces, self.content[place:]])

    def info(self, name: bytes) -> str:
        """The text of one entry of the information group, or empty."""
        found = self._entry(name)
        return self._text(self.content[found[0] : found[1]]).strip() if found else ""

    def _entry(self, name: bytes) -> tuple[int, int] | None:
        group = self._named(b"info")
        if group is None:
            return None
        for inner in _groups(self.content[group.start : group.end]):
            if inner.name == name:
                return group.start + inner.start, group.start + inner.end
        return None

    def _properties(self) -> Iterator[tuple[Tag, int, int]]:
        """Name, value and place of every user property."""
        group = self._named(b"userprops")
        if group is None:
            return
        inner = list(_groups(self.content[group.start : group.end]))
        heads = [place for place, one in enumerate(inner) if one.name == b"propname"]
        for count, place in enumerate(heads):
            stop = heads[count + 1] if count + 1 < len(heads) else len(inner)
            parts = inner[place:stop]
            value = next((one for one in parts if one.name == b"staticval"), None)
            name = self._text(self.content[group.start + parts[0].start : group.start + parts[0].end])
            text = self._text(self.content[group.start + value.start : group.start + value.end]) if value else ""
            yield Tag(name, text), group.start + parts[0].start, group.start + parts[-1].end

    def tags(self) -> tuple[Tag, ...]:
        """Every user property."""
        return tuple(tag for tag, _, _ in self._properties())

    def _text(self, piece: bytes) -> str:
        r"""The characters that a piece stands for; a replacement character after ``\u`` is passed over."""
        found: list[str] = []
        skip = False
        for match in _LETTER.finditer(piece):
            number, code, sign, run = match.groups()
            if number is not None:
                found.append(chr(int(number) & 0xFFFF))
            elif code is not None:
                found.append("" if skip else bytes.fromhex(code.decode()).decode(self.codec, "replace"))
            elif sign is not None:
                found.append(_SIGNS.get(sign, sign.decode()))
            elif run is not None:
                found.append((run[1:] if skip else run).decode(self.codec, "replace"))
            skip = number is not None
        whole = "".join(found)
        return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def merged(self, inscription: Inscription) -> bytes:
        """The document with the inscription in it.

        Args:
            inscription: What to write.

        Returns:
            The bytes; merging the same again gives the same ones.
        """
        first = Rtf(self._with_copyright(inscription))
        return first._with_properties(inscription)

    def _with_copyright(self, inscription: Inscription) -> bytes:
        words = table.rights(inscription)
        if any(is_sentence(tag) and not is_free(tag.value, words) for tag in self.tags()):
            return self.content
        added = b"{\\*\\copyright " + escaped(words.copyright) + b"}"
        place, group = self._entry(b"copyright"), self._named(b"info")
        if place is not None:
            if not is_free(self.info(b"copyright"), words):
                return self.content
            return self.content[: place[0]] + added + self.content[place[1] :]
        if group is not None:
            return self.content[: group.end - 1] + added + self.content[group.end - 1 :]
        author = b"{\\author " + escaped(words.creator) + b"}" if words.creator else b""
        spot = self._spot(frozenset({b"info", b"userprops"}))
        return self.content[:spot] + b"{\\info" + author + added + b"}" + self.content[spot:]

    def _with_properties(self, inscription: Inscription) -> bytes:
        existing = list(self._properties())
        plan = change([tag for tag, _, _ in existing], inscription)
        added = b"".join(_property(tag) for tag in plan.add)
        group = self._named(b"userprops")
        if group is None:
            spot = self._spot(frozenset({b"userprops"}))
            return self.content[:spot] + b"{\\*\\userprops " + added + b"}" + self.content[spot:]
        pieces, place = [], 0
        for number, (_, start, end) in enumerate(existing):
            if number in plan.drop:
                pieces.append(self.content[place:start])
                place = end
        return b"".join([*pieces, self.content[place : group.end - 1], added, self.content[group.end - 1 :]])

    def _spot(self, later: frozenset[bytes]) -> int:
        """Behind the last group of the header that comes before those named."""
        spot = 0
        for group in self.groups:
            if group.name in later or group.name not in _HEADER:
                break
            spot = group.end
        if spot:
            return spot
        first = re.match(rb"\s*\{\\rtf\d*(?:\\(?:ansi|mac|pc|pca|uc\d|ansicpg\d+|deff\d+|deflang\d+)\b)*", self.content)
        return first.end() if first else 5


def _groups(content: bytes) -> Iterator[Group]:
    depth, start, place, count = 0, 0, 0, 0
    while found := _TOKEN.search(content, place):
        place, count = found.end(), count + 1
        if count > _MOST_TOKENS:
            raise TooLarge("The rich text has more control words than any manuscript.")
        if found[1] is not None:
            place += int(found[1])
        elif found[0] == b"{":
            depth += 1
            start = found.start() if depth == 2 else start
        elif found[0] == b"}":
            depth -= 1
            if depth == 1:
                yield _group(content, start, found.end())
            elif depth == 0:
                return
    raise Damaged("The rich text breaks off: not every brace is closed.")


def _group(content: bytes, start: int, end: int) -> Group:
    name = _NAME.match(content, start)
    return Group(name[2] if name else b"", start, end)


def _property(tag: Tag) -> bytes:
    return b"{\\propname %b}\\proptype%d{\\staticval %b}" % (escaped(tag.key), _TEXT_TYPE, escaped(tag.value))


def escaped(text: str) -> bytes:
    r"""Text as rich text: braces and backslashes escaped, all beyond ASCII as ``\u`` with a question mark."""
    units = text.encode("utf-16-le", "surrogatepass")
    pieces = []
    for place in range(0, len(units), 2):
        unit = int.from_bytes(units[place : place + 2], "little")
        if chr(unit) in "\\{}":
            pieces.append(f"\\{chr(unit)}")
        elif 0x20 <= unit < 0x7F:
            pieces.append(chr(unit))
        else:
            pieces.append(f"\\u{unit - 0x10000 if unit > 0x7FFF else unit}?")
    return "".join(pieces).encode("ascii")


def _codec(page: int) -> str:
    name = {65001: "utf-8", 10000: "mac_roman", 932: "cp932", 936: "gbk", 949: "cp949", 950: "cp950"}.get(page)
    if name:
        return name
    return f"cp{page}" if page in {437, 850, 852, 866, 874, *range(1250, 1259)} else "cp1252"
