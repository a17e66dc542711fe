"""Music as notes: MIDI, MusicXML and its compressed form MXL. They are read, never written.

Source: Standard MIDI Files 1.0 (RP-001, MIDI Manufacturers Association, 1996), sections 2 and 3.1 (copyright, text);
MusicXML 4.0 (W3C, 2021), elements "identification" and "work", and "Compressed .MXL files".
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers.archive import Archive
from artistguard.decoding import text as decoding
from artistguard.decoding.opaque import opaque
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats import markup
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.terms import Stated
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from artistguard.decoding.values import Opaque
    from artistguard.formats.protocol import Glimpse

_ROOTS = frozenset({"score-partwise", "score-timewise"})
_CONTAINER = "META-INF/container.xml"
_MXL = b"application/vnd.recordare.musicxml"
_MOST_TEXT = 4096
_COPYRIGHT, _NAME, _END = 0x02, 0x03, 0x2F


class Midi:
    """Standard MIDI files, and those that Windows wraps in RIFF."""

    name = "MIDI"
    medium = Medium.AUDIO
    types = tuple(FileType(extension, "audio/midi") for extension in ("mid", "midi", "kar", "rmi"))

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where a header of MIDI stands at the beginning."""
        head = glimpse.head
        wrapped = head[:4] == b"RIFF" and head[8:12] == b"RMID"
        return Certainty.SURE if wrapped or head[:8] == b"MThd\0\0\0\6" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Copyright notice and name that stand in the first track.

        Raises:
            Damaged: A track reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: It is larger than any file of notes.
        """
        told = dict(_events(_first_track(_content(source))))
        line = told.get(_COPYRIGHT, "")
        stated = (Stated("rights", "MIDI copyright", line),) if line else ()
        return Reading(stated, Facts(title=told.get(_NAME, "")))

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file.

        Raises:
            Damaged: A track reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: It is larger than any file of notes.
        """
        _first_track(_content(source))
        return opaque(source)


def _content(source: BinaryIO) -> bytes:
    content = decoding.read_bounded(source)
    if not content:
        raise EmptyFile("The file is empty.")
    return content


def _first_track(content: bytes) -> bytes:
    """The events of the first track; every track is looked at, so that a file cut short is seen.

    Raises:
        Damaged: A chunk reaches past the end, or there is no track.
    """
    place = content.find(b"MThd", 0, 64) if content[:4] == b"RIFF" else 0
    if content[place : place + 4] != b"MThd":
        raise Damaged("The file is no MIDI file.")
    announced = int.from_bytes(content[place + 10 : place + 12])
    tracks: list[bytes] = []
    while len(tracks) < announced:
        size = int.from_bytes(content[place + 4 : place + 8])
        start = place + 8
        if start + size > len(content) or len(content) < start:
            raise Damaged("The MIDI file is cut short.")
        if content[place : place + 4] == b"MTrk":
            tracks.append(content[start : start + size])
        place = start + size
    if not tracks:
        raise Damaged("The MIDI file holds no track.")
    return tracks[0]


def _events(track: bytes) -> Iterator[tuple[int, str]]:
    """The texts at the beginning of a track, before its first note: kind and words, the first of a kind last."""
    place, found = 0, list[tuple[int, str]]()
    while place < len(track):
        _, place = _number(track, place)
        if track[place : place + 1] != b"\xff" or place + 2 > len(track):
            break
        kind = track[place + 1]
        size, start = _number(track, place + 2)
        place = start + size
        if kind in {_COPYRIGHT, _NAME}:
            found.append((kind, _words(track[start : start + min(size, _MOST_TEXT)])))
        if kind == _END:
            break
    return reversed(found)


def _number(track: bytes, place: int) -> tuple[int, int]:
    """A number of up to four bytes with seven bits each, and the place after it."""
    number = 0
    for byte in track[place : place + 4]:
        place += 1
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number, place


def _words(raw: bytes) -> str:
    try:
        return raw.decode("utf-8").strip("\0 \r\n\t")
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip("\0 \r\n\t")


class MusicXml:
    """Scores in MusicXML."""

    name = "MusicXML"
    medium = Medium.AUDIO
    types = (
        FileType("musicxml", "application/vnd.recordare.musicxml+xml"),
        FileType("mxl", "application/vnd.recordare.musicxml"),
    )

    def recognise(self, glimpse: Glimpse) -> Certainty:
        """Sure where the outermost element is a score's, or an archive declares itself to hold one."""
        if markup.root_of(glimpse.head) in _ROOTS:
            return Certainty.SURE
        if not glimpse.head.startswith(b"PK\3\4"):
            return Certainty.NO
        if _MXL in glimpse.head[:200]:
            return Certainty.SURE
        listed = _CONTAINER.encode() in glimpse.tail
        return Certainty.LIKELY if listed and glimpse.extension == "mxl" else Certainty.NO

    def read(self, source: BinaryIO) -> Reading:
        """Title, composer and rights of the score.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        root = _score(source)
        title = _found(root, "work/work-title") or _found(root, "movement-title")
        creators = root.findall("identification/creator")
        composers = [one for one in creators if one.get("type", "composer") == "composer"]
        creator = " ".join((composers[0].text or "").split()) if composers else ""
        rights = [" ".join((one.text or "").split()) for one in root.findall("identification/rights")]
        stated = tuple(Stated("rights", "MusicXML rights", line) for line in rights if line)
        return Reading(stated, Facts(title=title, creator=creator, number=_found(root, "work/work-number")))

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file: notes have neither words nor samples.

        Raises:
            Damaged: It is not well-formed, or no score.
            EmptyFile: There is nothing.
            Locked: It is encrypted.
            TooLarge: It is larger than any score.
        """
        _score(source)
        return opaque(source)


def _score(source: BinaryIO) -> _Element:
    content = _content(source)
    if content.startswith(b"PK\3\4"):
        archive = Archive(source)
        listed = decoding.tree(archive.content(_CONTAINER))
        paths = [str(one.get("full-path")) for one in listed.iter("{*}rootfile") if one.get("full-path")]
        if not paths:
            raise Damaged("The archive does not say where its score is.")
        content = archive.content(posixpath.normpath(paths[0]), decoding.TEXT_LIMIT)
    root = decoding.tree(content)
    if root.tag not in _ROOTS:
        raise Damaged("The file holds no score.")
    return root


def _found(root: _Element, path: str) -> str:
    return " ".join((root.findtext(path) or "").split())
