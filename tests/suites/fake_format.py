"""A format of plain lines for tests: says what it is told to, and misbehaves where asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from artistguard.decoding.values import Words
from artistguard.errors import CannotEmbed, Damaged, Locked
from artistguard.formats.protocol import Certainty, FileType, Glimpse, Reading
from artistguard.terms import Choice, Stated
from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from artistguard.terms import Inscription

MARK = b"#fake\n"


@dataclass
class FakeFormat:
    """Files begin with MARK; every other line is a word of the work, or a statement after ``@``.

    Attributes:
        fault: What goes wrong: ``harms`` the words while writing, writes nothing (``mute``), loses the record
            (``forgets``), another choice (``twists``), what cannot be read back (``breaks``), refuses (``refuses``),
            is locked for reading (``closed``) or for reading and decoding (``sealed``), has broken metadata (``torn``)
            or a broken payload (``rotten``).
        decoded: How often it was decoded.
    """

    fault: str = ""
    decoded: int = 0
    name: str = "Fake"
    medium: Medium = Medium.TEXT
    types: tuple[FileType, ...] = field(default=(FileType("fake", "text/x-fake"),))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        return Certainty.SURE if glimpse.head.startswith(MARK) else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        lines = source.read().decode().split("\n")
        if self.fault == "torn" or lines[-1] == "unreadable":
            raise Damaged("The metadata is torn.")
        if self.fault in {"closed", "sealed"}:
            raise Locked("It asks for a password.")
        told = dict(line[1:].split(" ", 1) for line in lines if line.startswith("@"))
        found = (
            [Stated("artistguard", "Fake choice", told["choice"], Choice(told["choice"]))] if "choice" in told else []
        )
        if "other" in told:
            other = Choice(told["other"])
            found.append(Stated("plus", "Fake other", told["other"], other, frozenset({other})))
        return Reading(tuple(found), record=told.get("record", ""), work=told.get("work", ""))

    def decode(self, source: BinaryIO) -> Words:
        self.decoded += 1
        if self.fault == "rotten":
            raise Damaged("The words are rotten.")
        if self.fault == "sealed":
            raise Locked("It asks for a password.")
        text = "\n".join(line for line in source.read().decode().split("\n") if not line.startswith("@"))
        return Words(text, Digest.of(text.encode()), Digest.of(text.encode()))

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        if self.fault == "refuses":
            raise CannotEmbed("There is no room.")
        told = {"choice": inscription.declaration.choice, "record": inscription.record, "work": inscription.work}
        if self.fault == "mute":
            told.pop("choice")
        if self.fault == "forgets":
            told.pop("record")
        if self.fault == "twists":
            told["choice"] = Choice.ALLOW
        more = {"harms": "one word more\n", "breaks": ""}.get(self.fault, "")
        lines = "".join(f"@{name} {value}\n" for name, value in told.items())
        content = source.read()
        target.write(content + (more + lines).encode() + (b"unreadable" if self.fault == "breaks" else b""))
