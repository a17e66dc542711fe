"""MIDI: statements as text events and the copyright notice with which the first track opens; no other event changes.

Notes have neither samples nor words, so a song is guarded, and recognised again, by all of its bytes but our events.

Source: Standard MIDI Files 1.0 (RP-001), "Meta-Events"; Microsoft/IBM, Multimedia Programming Interface and Data
Specifications 1.0, section "RMID"; karaoke files (.kar), whose texts that begin with ``@I`` are information and not
sung.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, BinaryIO

from artistguard.containers import midi, riff
from artistguard.decoding.opaque import opaque
from artistguard.decoding.text import read_bounded
from artistguard.errors import Damaged, EmptyFile
from artistguard.formats.protocol import Certainty, FileType, Reading
from artistguard.packets.keys import change, is_known, notice
from artistguard.terms import Stated
from artistguard.vocabularies import table
from artistguard.vocabularies.properties import Tag
from artistguard.vocabularies.rights import replaceable
from artistguard.works import Facts, Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Opaque
    from artistguard.formats.protocol import Glimpse
    from artistguard.terms import Inscription

_KEY = re.compile(r"(?:@I ?)?([A-Za-z][A-Za-z0-9_-]*): ?(.*)", re.DOTALL)
_INFORMATION = "@I"


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
        """Copyright notices, name and statements with which the tracks open.

        Raises:
            Damaged: A track reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: It is larger than any file of notes.
        """
        song = midi.Song(_Wrapped(source).song)
        tags = [tag for tag in map(_tag, song.texts) if tag is not None]
        binding = table.binding_of(tags)
        notices = (Stated("rights", "MIDI copyright", line) for line in song.notices)
        title = next((meta.words for meta in song.texts if meta.kind == midi.NAME), "")
        return Reading(
            (*table.from_tags(tags, "MIDI"), *notices),
            Facts(title=title),
            binding.record,
            binding.work,
            binding.fingerprints,
        )

    def decode(self, source: BinaryIO) -> Opaque:
        """A digest over the whole file as it is without our events.

        Raises:
            Damaged: A track reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: It is larger than any file of notes.
        """
        wrapped = _Wrapped(source)
        song = midi.Song(wrapped.song)
        bare = io.BytesIO()
        wrapped.put(bare, song.rebuilt(_ours(song), "", ()))
        return opaque(bare)

    def write(self, source: BinaryIO, target: BinaryIO, inscription: Inscription) -> None:
        """Copy the song with the inscription where its first track opens.

        Raises:
            CannotEmbed: It would outgrow its wrapper.
            Damaged: A track reaches past the end.
            EmptyFile: There is nothing.
            TooLarge: It is larger than any file of notes.
        """
        wrapped = _Wrapped(source)
        song = midi.Song(wrapped.song)
        entries = [(meta, tag) for meta in song.opening if (tag := _tag(meta)) is not None]
        plan = change([tag for _, tag in entries], inscription, sentences=False)
        drop = [entries[place][0] for place in plan.drop]
        free = [meta for meta in song.opening if _is_free_notice(meta)]
        others = [line for line in song.notices if not replaceable(line)]
        line = "" if others else notice(inscription)
        sign = _INFORMATION if song.karaoke else ""
        texts = (f"{sign}{tag.key}: {tag.value}" for tag in plan.add)
        wrapped.put(target, song.rebuilt([*drop, *free], line, texts))


class _Wrapped:
    """A song and the RIFF file around it, if there is one.

    Attributes:
        song: From ``MThd`` on.
    """

    def __init__(self, source: BinaryIO) -> None:
        """Unwrap it.

        Raises:
            Damaged: The wrapper is cut short, or holds no song.
            EmptyFile: There is nothing.
            TooLarge: It is larger than any file of notes.
        """
        content = read_bounded(source)
        if not content:
            raise EmptyFile("The file is empty.")
        self._whole = io.BytesIO(content)
        self._outline = riff.parse(self._whole) if content[:4] == b"RIFF" else None
        self._chunk = self._outline.first(b"data") if self._outline else None
        if self._outline and not self._chunk:
            raise Damaged("The file wraps no song.")
        self.song = riff.payload(self._whole, self._chunk) if self._chunk else content

    def put(self, target: BinaryIO, song: bytes) -> None:
        """Write another song in the same wrapper.

        Raises:
            CannotEmbed: It would outgrow the wrapper.
        """
        if self._outline is None:
            target.write(song)
            return
        fresh = riff.Fresh(b"data", song)
        parts = [fresh if chunk is self._chunk else chunk for chunk in self._outline.chunks]
        riff.assemble(self._whole, target, self._outline, parts)


def _tag(meta: midi.Meta) -> Tag | None:
    """The statement in a text event, or None."""
    found = _KEY.fullmatch(meta.words) if meta.kind == midi.TEXT else None
    return Tag(found[1], found[2].strip()) if found and is_known(found[1]) else None


def _ours(song: midi.Song) -> list[midi.Meta]:
    return [meta for meta in song.opening if _tag(meta) is not None or _is_free_notice(meta)]


def _is_free_notice(meta: midi.Meta) -> bool:
    return meta.kind == midi.COPYRIGHT and replaceable(meta.words)
