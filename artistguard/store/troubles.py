"""What the system says when something goes wrong, told in our own errors: the one place where OSError ends."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from artistguard.errors import (
    ArtistGuardError,
    Busy,
    DiskFull,
    LinkLoop,
    OutputExists,
    StoreDamaged,
    StoreProblem,
    Unreadable,
    Vanished,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SHARING = {32, 33}  # Windows: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_KINDS: dict[int, tuple[type[ArtistGuardError], str]] = {
    errno.ENOSPC: (DiskFull, "there is no room left on the disk"),
    errno.EDQUOT: (DiskFull, "your share of the disk is used up"),
    errno.EFBIG: (DiskFull, "the disk cannot hold a file of this size"),
    errno.ENOENT: (Vanished, "it is not there"),
    errno.ENOTDIR: (Vanished, "the folder is not there"),
    errno.ESTALE: (Vanished, "the network drive lost it"),
    errno.EACCES: (Unreadable, "the system does not permit it"),
    errno.EPERM: (Unreadable, "the system does not permit it"),
    errno.EROFS: (Unreadable, "the disk is write protected"),
    errno.EIO: (Unreadable, "the disk reports an error"),
    errno.ENAMETOOLONG: (Unreadable, "its name is too long for the disk"),
    errno.EISDIR: (Unreadable, "it is a folder"),
    errno.ELOOP: (LinkLoop, "the link leads back to itself"),
    errno.EBUSY: (Busy, "another program holds it"),
    errno.ETXTBSY: (Busy, "another program runs it"),
    errno.EAGAIN: (Busy, "another program holds it"),
    errno.EEXIST: (OutputExists, "a file stands there already"),
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


def told(error: OSError, path: Path | str) -> ArtistGuardError:
    """Our error for one of the system's, naming the file."""
    if getattr(error, "winerror", None) in _SHARING:
        return Busy(f"{path}: another program holds it")
    kind, words = _KINDS.get(error.errno or 0, (StoreProblem, error.strerror or "the system refuses"))
    return kind(f"{path}: {words}")


def told_database(error: sqlite3.Error, path: Path) -> ArtistGuardError:
    """Our error for one of the database's."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary result code
    if code in _DAMAGED:
        return StoreDamaged(f"{path}: the database does not read back as it was written")
    if code == sqlite3.SQLITE_FULL:
        return DiskFull(f"{path}: there is no room left on the disk")
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreProblem(
            f"{path}: another ArtistGuard has been writing for too long",
            remedy="Wait until the other run is done, then try again.",
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return StoreProblem(
            f"{path}: the database cannot be written",
            remedy="Give yourself permission to change that folder, or choose another with ARTISTGUARD_HOME.",
        )
    return StoreProblem(f"{path}: {error}")


@contextmanager
def telling(path: Path | str) -> Iterator[None]:
    """Turn any OSError inside into our own, about this file."""
    try:
        yield
    except OSError as error:
        raise told(error, path) from error
