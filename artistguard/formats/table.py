"""The one list of formats; everything else that knows of them is derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.formats.audio.flac import Flac
from artistguard.formats.audio.mp3 import Mp3
from artistguard.formats.image.avif import Avif
from artistguard.formats.image.heic import Heic
from artistguard.formats.image.jpeg import Jpeg
from artistguard.formats.protocol import Certainty, Format, Glimpse
from artistguard.formats.text.epub import Epub
from artistguard.formats.text.pdf import Pdf

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS: tuple[Format, ...] = (
    Jpeg(),
    Avif(),
    Heic(),
    Mp3(),
    Flac(),
    Epub(),
    Pdf(),
)
"""Every format we know, those that embed first."""

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
    sure = [(format_.recognise(glimpse), format_ is by_extension(glimpse.extension), format_) for format_ in FORMATS]
    certainty, _, format_ = max(sure, key=lambda each: each[:2])
    return UNKNOWN if certainty is Certainty.NO else format_


def by_name(name: str) -> Format:
    """The format of that name, UNKNOWN for any other name."""
    return _BY_NAME.get(name, UNKNOWN)


def by_extension(extension: str) -> Format:
    """The format whose files usually end so (lower case, without the dot), UNKNOWN for any other ending."""
    return _BY_EXTENSION.get(extension, UNKNOWN)
