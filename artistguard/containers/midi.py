"""Standard MIDI files: the texts with which the first track opens, and the file with others in their place.

Only what stands at the very beginning of a track (delta time 0, nothing but meta events before it) is ever changed: no
event is in force there yet, so neither timing nor running status can be disturbed.

Source: Standard MIDI Files 1.0 (RP-001, MIDI Manufacturers Association, 1996), "Chunks", "MTrk" (delta times and
lengths are big-endian, seven bits a byte) and "Meta-Events" (0x01 text, 0x02 copyright, 0x03 name, 0x2F end).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.errors import Damaged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

TEXT, COPYRIGHT, NAME = 0x01, 0x02, 0x03
_END = 0x2F
_CHUNK = 8
"""Bytes of a chunk's header: four letters and a length of four bytes."""
_MOST_TEXTS = 10_000
_LONGEST_NUMBER = 4
_KARAOKE = b"@KMIDI KARAOKE"


@dataclass(frozen=True, slots=True)
class Meta:
    """One meta event.

    Attributes:
        delay: Its delta time in ticks.
        kind: One byte.
        data: As it stands.
        start: Place of its delta time in the file.
        end: Behind it.
    """

    delay: int
    kind: int
    data: bytes
    start: int
    end: int

    @property
    def words(self) -> str:
        """The data as text: UTF-8 where it is, else Latin-1, as most programs write either."""
        try:
            return self.data.decode("utf-8").strip("\0 \r\n\t")
        except UnicodeDecodeError:
            return self.data.decode("latin-1").strip("\0 \r\n\t")


class Song:
    """One file of notes.

    Attributes:
        texts: The meta events of the first track before anything sounds.
        opening: Those of them that stand before any time has passed.
        notices: The copyright notices with which any track begins.
    """

    def __init__(self, content: bytes) -> None:
        """Look at every chunk and at how the tracks begin.

        Args:
            content: From ``MThd`` on.

        Raises:
            Damaged: It is no MIDI file, a chunk reaches past the end, or there is no track.
        """
        self._content = content
        tracks = list(_tracks(content))
        if not tracks:
            raise Damaged("The MIDI file holds no track.")
        self._start, self._end = tracks[0]
        texts = [tuple(_texts(content, start, end)) for start, end in tracks]
        self.texts = texts[0]
        self.opening = tuple(itertools.takewhile(lambda meta: not meta.delay, self.texts))
        self.notices = tuple(meta.words for each in texts for meta in each if meta.kind == COPYRIGHT and meta.words)

    @property
    def karaoke(self) -> bool:
        """Whether its texts are sung."""
        return _KARAOKE in self._content

    def rebuilt(self, drop: Collection[Meta], notice: str, texts: Iterable[str]) -> bytes:
        """The file with another opening.

        Args:
            drop: Events of the opening that go.
            notice: Copyright notice to put before everything, or empty.
            texts: Text events to put behind the opening, before anything sounds.

        Returns:
            The file; every other byte stands as it stood, but for the length of the first track.
        """
        place = self.opening[-1].end if self.opening else self._start
        kept = [self._content[meta.start : meta.end] for meta in self.opening if meta not in drop]
        first = [_event(COPYRIGHT, notice)] if notice else []
        added = [_event(TEXT, text) for text in texts]
        track = b"".join([*first, *kept, *added, self._content[place : self._end]])
        head = self._content[: self._start - 4]
        return head + len(track).to_bytes(4) + track + self._content[self._end :]


def _tracks(content: bytes) -> Iterator[tuple[int, int]]:
    """Where the events of each track begin and end.

    Raises:
        Damaged: A chunk reaches past the end.
    """
    if content[:4] != b"MThd":
        raise Damaged("The file is no MIDI file.")
    announced = int.from_bytes(content[10:12])
    place, found = 0, 0
    while found < announced:
        start = place + _CHUNK
        end = start + int.from_bytes(content[place + 4 : start])
        if end > len(content) or start > len(content):
            raise Damaged("The MIDI file is cut short.")
        if content[place : place + 4] == b"MTrk":
            found += 1
            yield start, end
        place = end


def _texts(content: bytes, place: int, end: int) -> Iterator[Meta]:
    for _ in range(_MOST_TEXTS):
        meta = _meta(content, place, end)
        if meta is None or meta.kind == _END:
            return
        yield meta
        place = meta.end


def _meta(content: bytes, place: int, end: int) -> Meta | None:
    """The meta event at a place, or None where something else stands there."""
    delay, sign = _number(content, place)
    if not sign or content[sign : sign + 1] != b"\xff" or sign + 2 > end:
        return None
    size, start = _number(content, sign + 2)
    if not start or start + size > end:
        return None
    return Meta(delay, content[sign + 1], content[start : start + size], place, start + size)


def _number(content: bytes, place: int) -> tuple[int, int]:
    """A number and the place after it; place 0 where it does not end within four bytes."""
    number = 0
    for byte in content[place : place + _LONGEST_NUMBER]:
        place += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place
    return 0, 0


def _event(kind: int, words: str) -> bytes:
    data = words.encode("utf-8")
    return b"\0\xff" + bytes([kind]) + _length(len(data)) + data


def _length(number: int) -> bytes:
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(number & 0x7F | 0x80)
    return bytes(reversed(digits))
