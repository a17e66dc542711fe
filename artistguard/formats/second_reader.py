"""A reader that is not ours looks at every recording we wrote, before anything of the creator's is replaced.

Our own surgery writes the tags, since it leaves everything else byte for byte; mutagen, by which most tagging programs
read, has to find the statement in the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from mutagen import MutagenError
from mutagen.aiff import AIFF
from mutagen.flac import FLAC
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from artistguard.errors import WouldHarm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Reader = Callable[[BinaryIO], object]

_WIDE_WAVES = (b"RF64", b"BW64")
_KEY = "TDM-RESERVATION"


def confirm(kind: str, source: BinaryIO) -> None:
    """Let the second reader look for the statement; formats it does not know pass.

    Args:
        kind: Name of the format.
        source: The written file, from its beginning.

    Raises:
        WouldHarm: It cannot read the file, or finds no statement in it.
    """
    reader = _reader(kind, source)
    if reader is None:
        return
    try:
        found = reader(source)
    except (MutagenError, EOFError, ValueError) as problem:
        raise WouldHarm(f"Another program could not read the written recording: {problem}") from problem
    tags = getattr(found, "tags", None)
    keys = [str(key) for key in tags.keys()] if tags is not None else []  # noqa: SIM118 - not every kind is a mapping
    if not any(_KEY in key.upper() for key in keys):
        raise WouldHarm("Another program does not find the statement in the written recording.")


def _reader(kind: str, source: BinaryIO) -> Reader | None:
    source.seek(0)
    head = source.read(64)
    source.seek(0)
    if kind == "WAV" and head.startswith(_WIDE_WAVES):
        return None
    if kind == "Ogg Vorbis" and b"\x7fFLAC" in head:
        return OggFLAC
    return _READERS.get(kind)


_READERS: Mapping[str, Reader] = {
    "MP3": MP3,
    "FLAC": FLAC,
    "WAV": WAVE,
    "Ogg Vorbis": OggVorbis,
    "Opus": OggOpus,
    "M4A": MP4,
    "AIFF": AIFF,
}
