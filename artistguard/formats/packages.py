"""Folders that are one document: what programs such as Scrivener, Logic or Pages show as a single file.

They are stated by a sidecar beside the folder and registered by a digest over all files inside.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.works import Digest, Medium

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Package:
    """One kind of document folder.

    Attributes:
        extension: Of the folder's name, lower case without the dot.
        name: As people call it.
        medium: Image, audio or text; None where it can be anything.
    """

    extension: str
    name: str
    medium: Medium | None = None


PACKAGES = (
    Package("scriv", "Scrivener project", Medium.TEXT),
    Package("rtfd", "rich text with attachments", Medium.TEXT),
    Package("pages", "Pages document", Medium.TEXT),
    Package("textbundle", "TextBundle", Medium.TEXT),
    Package("ulysses", "Ulysses sheet", Medium.TEXT),
    Package("oo3", "OmniOutliner document", Medium.TEXT),
    Package("vellum", "Vellum book", Medium.TEXT),
    Package("iba", "iBooks Author book", Medium.TEXT),
    Package("logicx", "Logic project", Medium.AUDIO),
    Package("band", "GarageBand project", Medium.AUDIO),
    Package("ptx", "Pro Tools session", Medium.AUDIO),
    Package("dorico", "Dorico project", Medium.AUDIO),
    Package("photoslibrary", "Photos library", Medium.IMAGE),
    Package("aplibrary", "Aperture library", Medium.IMAGE),
    Package("cocatalog", "Capture One catalogue", Medium.IMAGE),
    Package("cosessiondb", "Capture One session", Medium.IMAGE),
    Package("lrlibrary", "Lightroom library", Medium.IMAGE),
    Package("pxd", "Pixelmator Pro picture", Medium.IMAGE),
    Package("acorn", "Acorn picture", Medium.IMAGE),
    Package("sketch", "Sketch drawing", Medium.IMAGE),
    Package("graffle", "OmniGraffle drawing", Medium.IMAGE),
    Package("xcassets", "asset catalogue", Medium.IMAGE),
    Package("key", "Keynote presentation"),
    Package("numbers", "Numbers table"),
    Package("fcpbundle", "Final Cut library"),
    Package("imovielibrary", "iMovie library"),
    Package("playground", "Swift playground"),
)
"""Extensions of folders that their programs show as one file."""

FOLDER = Package("", "folder")
"""What any other folder is."""

_BY_EXTENSION = {package.extension: package for package in PACKAGES}


def of(name: str) -> Package:
    """The kind of document that a folder of this name is; FOLDER for any other.

    Args:
        name: Of the folder, without the folders around it.
    """
    stem, dot, extension = name.rpartition(".")
    return _BY_EXTENSION.get(extension.lower(), FOLDER) if stem and dot else FOLDER


def is_package(name: str) -> bool:
    """Whether a folder of this name is one document rather than a folder of works.

    Args:
        name: Of the folder, without the folders around it.
    """
    return of(name) is not FOLDER


def tree_digest(entries: Iterable[tuple[str | PurePath, Digest]]) -> Digest:
    """One digest over all files of a folder, whatever order they are listed in.

    It is SHA-256 over one row a file: the length of its path (8 bytes, big-endian), its path in UTF-8 with ``/``
    between names, and the 32 bytes of its own SHA-256. The rows stand in the order of the paths' bytes. Names that a
    system lists in an encoding of its own keep their bytes (Python's surrogate escapes).

    Args:
        entries: Path relative to the folder, and digest of the file's content; no path twice.

    Returns:
        The digest; that of an empty folder is SHA-256 over nothing.

    Raises:
        ValueError: A path is listed twice.
    """
    rows = sorted((_encoded(path), content.hex) for path, content in entries)
    digest = hashlib.sha256()
    before = None
    for path, content in rows:
        if path == before:
            raise ValueError(f"a path is listed twice: {path!r}")
        before = path
        digest.update(len(path).to_bytes(8) + path + bytes.fromhex(content))
    return Digest(digest.hexdigest())


def _encoded(path: str | PurePath) -> bytes:
    text = path if isinstance(path, str) else path.as_posix()
    return text.encode("utf-8", "surrogateescape")
