"""Looking at a user's files: may this one be worked on now, and what is in it. Nothing here changes anything."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from artistguard.errors import Busy, CannotEmbed, EmptyFile, NotDownloaded, OutputExists, Unreadable, Vanished
from artistguard.formats.protocol import GLIMPSE_BYTES, Glimpse
from artistguard.store.troubles import telling
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Iterator

_SF_DATALESS = 0x40000000  # macOS <sys/stat.h>: the file has no content on this disk
# Windows FILE_ATTRIBUTE_OFFLINE, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS (Source: "File Attribute Constants", winnt.h)
_RECALL = 0x1000 | 0x40000 | 0x400000


@dataclass(frozen=True, slots=True)
class Look:
    """What tells whether a file is still the one we looked at.

    Attributes:
        device: Number of the disk.
        inode: Number of the file on it.
        size: In bytes.
        mtime_ns: Time of last change of its content, nanoseconds since 1970.
    """

    device: int
    inode: int
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that may be worked on.

    Attributes:
        path: As it was named.
        real: Where it stands, absolute, all links followed: what is read, and what would be replaced.
        look: To know it again.
        mode: Kind and permission bits.
        owner: User and group number.
        links: How many names the file has (hard links).
    """

    path: Path
    real: Path
    look: Look
    mode: int
    owner: tuple[int, int]
    links: int

    @property
    def size(self) -> int:
        """In bytes."""
        return self.look.size

    @property
    def mtime_ns(self) -> int:
        """Time of last change, nanoseconds since 1970."""
        return self.look.mtime_ns


def real_path(path: Path) -> Path:
    """Where a file stands: absolute, with every link followed; the last parts need not exist.

    Raises:
        LinkLoop: A link leads back to itself.
    """
    with telling(path):
        try:
            return Path(os.path.realpath(path, strict=True))
        except FileNotFoundError:
            return Path(os.path.realpath(path))


def inspect(path: Path, *, patience: float = 0.0) -> Seen:
    """Look whether a file may be worked on now.

    Two looks are compared by whoever works: this one, and that of `store.journal` just before it replaces the file. So
    a file that grows meanwhile is found without waiting.

    Args:
        path: As the user named it.
        patience: Seconds between two looks at a file that was changed in the last two seconds; 0 looks once.

    Raises:
        Vanished: It is not there.
        EmptyFile: It has no bytes.
        Unreadable: It is not an ordinary file, or the system does not let us read it.
        LinkLoop: It is a link that leads back to itself.
        Busy: Another program has it open, or it is still growing.
        NotDownloaded: Its bytes are with a cloud service.
    """
    stub = path.with_name(f".{path.name}.icloud")
    with telling(path):
        if not os.path.lexists(path) and stub.exists():
            raise NotDownloaded(f"{path}: it is in iCloud, not on this computer")
        real = real_path(path)
        found = real.stat()
        _refuse_odd(path, found)
        _refuse_held(path, real)
        if found.st_size == 0:
            raise EmptyFile(f"{path}: it has no bytes")
        if patience > 0 and time.time() - found.st_mtime < 2:
            time.sleep(patience)
            if _look(real.stat()) != _look(found):
                raise Busy(f"{path}: it is still growing")
        with real.open("rb") as handle:
            handle.read(1)
    return _seen(path, real, found)


def seen_at(real: Path) -> Seen:
    """A file as it stands, without asking whether it may be worked on.

    Raises:
        ArtistGuardError: The system refuses.
    """
    with telling(real):
        return _seen(real, real, real.lstat())


def _seen(path: Path, real: Path, found: os.stat_result) -> Seen:
    return Seen(path, real, _look(found), found.st_mode, (found.st_uid, found.st_gid), found.st_nlink)


def _look(found: os.stat_result) -> Look:
    return Look(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def must_be_free(path: Path) -> None:
    """Nothing may stand where a new file is to be written.

    Raises:
        OutputExists: Something does.
    """
    if look_at(path) is not None:
        raise OutputExists(f"{path}: a file stands there already", remedy="Choose another name, or move it away.")


def look_at(path: Path) -> Look | None:
    """A fresh look at a real path; None where nothing stands.

    Raises:
        ArtistGuardError: The system refuses.
    """
    with telling(path):
        try:
            return _look(path.lstat())
        except FileNotFoundError:
            return None


def _refuse_odd(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Unreadable(f"{path}: it is a folder", remedy="Name the files in it, or the folder above.")
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(f"{path}: it is not an ordinary file", remedy="Leave it out.")
    # A file of a size but without blocks on the disk proves nothing on Linux (sparse, inline, compressed files), so
    # only what a system says outright counts.
    if getattr(found, "st_flags", 0) & _SF_DATALESS or getattr(found, "st_file_attributes", 0) & _RECALL:
        raise NotDownloaded(f"{path}: its bytes are not on this computer")


def lock_names(name: str) -> tuple[str, ...]:
    """Names of the files by which other programs say that they have a file open.

    Office leaves ``~$`` before the name, over its first two letters where the name is long; LibreOffice
    ``.~lock.NAME#``; Emacs ``.#NAME``; Vim ``.NAME.swp``.
    """
    stem = name.rpartition(".")[0] or name
    office = [f"~${name}"]
    if len(stem) == 7:
        office.append(f"~${name[1:]}")
    elif len(stem) > 7:
        office.append(f"~${name[2:]}")
    return (*office, f".~lock.{name}#", f".#{name}", f".{name}.swp")


def _refuse_held(path: Path, real: Path) -> None:
    for place in dict.fromkeys((path, real)):
        for name in lock_names(place.name):
            if os.path.lexists(place.with_name(name)):
                raise Busy(
                    f"{path}: another program has it open (it left {name} beside it)",
                    remedy=f"Close it there and try again; if no program has it open, delete {name}.",
                )


def must_be_replaceable(seen: Seen) -> None:
    """Refuse a file that may be read but not replaced.

    Raises:
        CannotEmbed: It has several names; a replaced file would be split from the others.
        Unreadable: It, or its folder, is write protected.
    """
    if seen.links > 1:
        raise CannotEmbed(
            f"{seen.path}: the file has {seen.links} names (hard links), and replacing it would split them",
            remedy="The statement goes into a sidecar beside it; or make a copy with --out.",
        )
    if not seen.mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(seen.real, os.W_OK):
        raise Unreadable(
            f"{seen.path}: it is write protected",
            remedy="Take the write protection off, or make a copy with --out.",
        )
    if not os.access(seen.real.parent, os.W_OK | os.X_OK):
        raise Unreadable(
            f"{seen.path}: its folder is write protected",
            remedy="Give yourself permission to change the folder, or make a copy with --out.",
        )


@contextmanager
def reading(seen: Seen) -> Iterator[BinaryIO]:
    """The file's bytes.

    Raises:
        ArtistGuardError: The system refuses.
    """
    # What is done with the bytes is inside on purpose: a disk that fills up meanwhile is told of this file.
    with telling(seen.path), seen.real.open("rb") as handle:
        yield handle


def glimpse(seen: Seen) -> Glimpse:
    """As much of the file as recognising it takes.

    Raises:
        ArtistGuardError: The system refuses.
    """
    with telling(seen.path), seen.real.open("rb") as handle:
        head = handle.read(GLIMPSE_BYTES)
        handle.seek(max(0, seen.size - GLIMPSE_BYTES))
        tail = handle.read(GLIMPSE_BYTES)
    return Glimpse(head, tail, seen.size, seen.path.suffix[1:].lower())


def digest_of(path: Path) -> Digest:
    """SHA-256 of all bytes of a file.

    Raises:
        ArtistGuardError: The system refuses.
    """
    with telling(path), path.open("rb") as handle:
        return Digest(hashlib.file_digest(handle, "sha256").hexdigest())


def standing(path: Path) -> Digest | None:
    """SHA-256 of what stands at a path; None where nothing does.

    Raises:
        ArtistGuardError: The system refuses.
    """
    try:
        return digest_of(path)
    except Vanished:
        return None


def tree(folder: Path) -> Iterator[tuple[PurePath, Digest]]:
    """Every file in a document package, below it at any depth, with the digest of its content.

    Links are not followed, and what the system's file manager leaves behind is passed over: neither is the document.

    Raises:
        ArtistGuardError: A folder or file in it cannot be read.
    """
    with telling(folder):
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        path = Path(entry.path)
        if entry.name == ".DS_Store" or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from ((PurePath(entry.name) / below, digest) for below, digest in tree(path))
        elif entry.is_file(follow_symlinks=False):
            yield PurePath(entry.name), digest_of(path)


def is_hidden(path: Path, found: os.stat_result) -> bool:
    """Whether the system does not show a file or folder by itself."""
    if path.name.startswith("."):
        return True
    return sys.platform == "win32" and bool(getattr(found, "st_file_attributes", 0) & 0x2)
