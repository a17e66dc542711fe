"""Which files of the catalogue are not as we left them: told by a look where one is enough, else by reading them."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from artistguard.errors import ArtistGuardError
from artistguard.jobs.sightings import RACY_NS
from artistguard.store import files
from artistguard.store.files import Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artistguard.jobs.studio import Studio
    from artistguard.store.catalogue import Version


class Unread(NamedTuple):
    """A file that only reading can tell of.

    Attributes:
        number: Of the version in the catalogue.
        path: Of the file.
        sha256: As we left it.
    """

    number: int
    path: str
    sha256: str


class Looked(NamedTuple):
    """What is known by now.

    Attributes:
        edited: Numbers of versions whose file is not as we left it, or not there.
        unread: Files of which nothing is known yet.
    """

    edited: tuple[int, ...]
    unread: tuple[Unread, ...]


def is_edited(version: Version) -> bool:
    """Whether a file is not as we left it, by reading it; of document packages it is not asked."""
    return not version.path.is_dir() and _is_another(version.path, version.after.hex)


def look(studio: Studio) -> Looked:
    """Look at every file without reading any: one that looks as it did when it was read last has not changed since."""
    known = studio.store.catalogue.glances.looks()
    edited, unread = [], []
    for glance in studio.store.catalogue.glances.all():
        try:
            found = os.lstat(glance.path)
        except OSError:
            edited.append(glance.number)
            continue
        if stat.S_ISDIR(found.st_mode):
            continue
        same = _known(known, glance.path, found)
        if same is None:
            unread.append(Unread(glance.number, glance.path, glance.after))
        elif same != glance.after:
            edited.append(glance.number)
    return Looked(tuple(edited), tuple(unread))


def read(studio: Studio, unread: Sequence[Unread], seconds: float) -> Looked:
    """Read files, and remember how those looked that stand as we left them.

    Args:
        studio: The creator at work.
        unread: The files.
        seconds: No further file is begun after so long.
    """
    until, done = time.monotonic() + seconds, 0
    edited, looks = [], []
    for each in unread:
        before = _look(each.path)
        if _is_another(Path(each.path), each.sha256):
            edited.append(each.number)
        elif before is not None and time.time_ns() - before.mtime_ns >= RACY_NS:
            looks.append((each.path, before, each.sha256))
        done += 1
        if time.monotonic() > until:
            break
    studio.store.catalogue.glances.keep(looks)
    return Looked(tuple(edited), tuple(unread[done:]))


def _is_another(path: Path, sha256: str) -> bool:
    try:
        found = files.standing(path)
    except ArtistGuardError:
        # What can no longer be read is not as we left it, and must not hide all others.
        return True
    return found is None or found.hex != sha256


def _known(known: Mapping[str, tuple[Look, str]], path: str, found: os.stat_result) -> str | None:
    """What was in a file when it looked like this; None where nobody knows, and for links, which only point."""
    seen = known.get(path)
    return seen[1] if seen is not None and stat.S_ISREG(found.st_mode) and seen[0] == _as_look(found) else None


def _look(path: str) -> Look | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return _as_look(found) if stat.S_ISREG(found.st_mode) else None


def _as_look(found: os.stat_result) -> Look:
    return Look(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
