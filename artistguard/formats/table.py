"""The one list of formats; everything else that knows of them is derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.formats.audio.aiff import Aiff
from artistguard.formats.audio.flac import Flac
from artistguard.formats.audio.m4a import M4a
from artistguard.formats.audio.mp3 import Mp3
from artistguard.formats.audio.ogg import Ogg
from artistguard.formats.audio.opus import Opus
from artistguard.formats.audio.wav import Wav
from artistguard.formats.image.avif import Avif
from artistguard.formats.image.comic import Comic
from artistguard.formats.image.gif import Gif
from artistguard.formats.image.heic import Heic
from artistguard.formats.image.jpeg import Jpeg
from artistguard.formats.image.jxl import Jxl
from artistguard.formats.image.painting import Krita, OpenRaster
from artistguard.formats.image.png import Png
from artistguard.formats.image.psd import Psd
from artistguard.formats.image.svg import Svg
from artistguard.formats.image.tiff import Tiff
from artistguard.formats.image.webp import Webp
from artistguard.formats.layered import ClipStudio, Procreate
from artistguard.formats.protocol import Certainty, Format, Glimpse
from artistguard.formats.score.abc import Abc
from artistguard.formats.score.lilypond import LilyPond
from artistguard.formats.score.midi import Midi
from artistguard.formats.score.musescore import MuseScore
from artistguard.formats.score.musicxml import MusicXml
from artistguard.formats.text.docx import Docx
from artistguard.formats.text.epub import Epub
from artistguard.formats.text.fountain import Fountain
from artistguard.formats.text.latex import Latex
from artistguard.formats.text.markdown import Markdown
from artistguard.formats.text.odt import Odt
from artistguard.formats.text.pdf import Pdf
from artistguard.formats.text.rtf import Rtf
from artistguard.formats.unknown import Unknown
from artistguard.formats.written import FinalDraft, PlainText

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS: tuple[Format, ...] = (
    Jpeg(),
    Png(),
    Webp(),
    Tiff(),
    Gif(),
    Avif(),
    Heic(),
    Jxl(),
    Psd(),
    Svg(),
    Krita(),
    OpenRaster(),
    Comic(),
    Mp3(),
    Flac(),
    Wav(),
    Ogg(),
    Opus(),
    M4a(),
    Aiff(),
    Epub(),
    Pdf(),
    Docx(),
    Odt(),
    Rtf(),
    Markdown(),
    Fountain(),
    Latex(),
    Midi(),
    MusicXml(),
    MuseScore(),
    LilyPond(),
    Abc(),
    ClipStudio(),
    Procreate(),
    FinalDraft(),
    PlainText(),
)
"""Every format we know, those that embed first."""

UNKNOWN: Format = Unknown()
"""What a file is that none of them recognises."""

_BY_NAME: Mapping[str, Format] = {format_.name: format_ for format_ in FORMATS}
_BY_EXTENSION: Mapping[str, Format] = {
    kind.extension: format_ for format_ in reversed(FORMATS) for kind in format_.types
}


def recognise(glimpse: Glimpse) -> Format:
    """The format of a file, by its content.

    Args:
        glimpse: Its first and last bytes; the extension only decides between formats that are equally sure.

    Returns:
        The surest format, or UNKNOWN.
    """
    promised = by_extension(glimpse.extension)
    best = max(FORMATS, key=lambda format_: (format_.recognise(glimpse), format_ is promised))
    return UNKNOWN if best.recognise(glimpse) is Certainty.NO else best


def by_name(name: str) -> Format:
    """The format of that name, UNKNOWN for any other name."""
    return _BY_NAME.get(name, UNKNOWN)


def by_extension(extension: str) -> Format:
    """The format whose files usually end so (lower case, without the dot), UNKNOWN for any other ending."""
    return _BY_EXTENSION.get(extension, UNKNOWN)
