"""ArtistGuard as one: folders of real samples, protected in this process with a home of their own."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.jobs.placing import Grouping
from artistguard.jobs.planning import Request
from artistguard.jobs.protect import protect
from artistguard.jobs.put_back import put_back
from artistguard.jobs.registries import Registries
from artistguard.jobs.studio import Studio
from artistguard.store import open_store
from artistguard.store.home import Home
from artistguard.terms import Declaration
from tests.suites.format_suite import SAMPLES
from tests.suites.stating import drafts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from artistguard.jobs.outcome import Outcome

TERMS = Declaration(name="Zoë Ünal", contact="https://zoe.example/ask", licence="https://zoe.example/rights")

FOLDERS = {
    "JPEG": "image/jpeg", "PNG": "image/png", "WebP": "image/webp", "TIFF": "image/tiff", "GIF": "image/gif",
    "AVIF": "image/avif", "HEIC": "image/heic", "JPEG XL": "image/jxl", "Photoshop document": "image/psd",
    "SVG": "image/svg", "MP3": "audio/mp3", "FLAC": "audio/flac",
    "WAV": "audio/wav", "Ogg Vorbis": "audio/ogg", "Opus": "audio/opus", "M4A": "audio/m4a", "AIFF": "audio/aiff",
    "EPUB": "text", "PDF": "text", "DOCX": "text", "ODT": "text", "RTF": "text", "Markdown": "text",
    "Fountain": "text", "LaTeX": "text", "CBZ comic": "comic", "Krita document": "painting", "OpenRaster": "painting",
    "MIDI": "score/midi", "MusicXML": "score/musicxml", "MuseScore": "score/musescore", "LilyPond": "score/lilypond",
    "ABC notation": "score/abc",
}  # fmt: skip
"""Every format that embeds, as it names itself, and where its samples lie."""


def samples(name: str) -> list[Path]:
    """The sound samples of a format."""
    from artistguard.formats.table import by_name

    known = {f".{kind.extension}" for kind in by_name(name).types}
    files = sorted(file for file in (SAMPLES / FOLDERS[name]).iterdir() if file.suffix.lower() in known)
    return [file for file in files if not file.name.startswith(("odd-", "broken-")) and file.name != "SAMPLES.md"]


@contextmanager
def studio(home: Path) -> Iterator[Studio]:
    """A creator at work in a home of its own, without keyring or passphrase."""
    with open_store(Home(home)) as store:
        yield Studio(store, Registries(store.home, store.disk).connect)


def protected(
    at_work: Studio, paths: Iterable[Path], *, address: str | None = None, out: Path | None = None, jobs: int = 1
) -> list[Outcome]:
    """What becomes of files, each its own work."""
    request = Request(
        paths=tuple(map(str, paths)),
        declaration=TERMS,
        out=str(out) if out else None,
        registries=(address,) if address is not None else (),
        grouping=Grouping.EACH_ITS_OWN,
        jobs=jobs,
    )
    return list(protect(at_work, request, lambda *_: None))


def undone(at_work: Studio) -> None:
    """Everything as it was."""
    assert [result.error for result in put_back(at_work, [], everything=True) if result.error] == []


@dataclass(frozen=True)
class State:
    """What stands in a folder: for every file its digest, mode and time of last change."""

    files: dict[str, tuple[str, int, int]]

    @classmethod
    def of(cls, folder: Path) -> State:
        """As it is now; drafts and sidecars count too."""
        return cls(
            {
                str(path.relative_to(folder)): (digest(path), path.stat().st_mode, path.stat().st_mtime_ns)
                for path in sorted(folder.rglob("*"))
                if path.is_file()
            }
        )


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def no_drafts(*folders: Path) -> None:
    """Nothing half-made lies anywhere."""
    assert [draft for folder in folders for draft in drafts_in(folder)] == []
