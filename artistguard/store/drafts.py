"""Drafts: the new file is written whole, beside the old one, and takes its place only when it is right.

A draft is called ``.artistguard-OWNER-RANDOM.part``. Its folder is on record before it is made (`journal.draft_in`), so
what a killed process leaves is found and removed by the next one.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import secrets
import stat
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from artistguard.store.disk import Disk
from artistguard.store.owners import lock
from artistguard.store.troubles import telling
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from artistguard.store.files import Seen

_NAME = re.compile(r"\.artistguard-([0-9a-f]{8})-[0-9a-f]{12}\.part")
_BUFFER = 1 << 18
_NOBODY = "00000000"
_LEFT_ALONE = ("security.selinux", "security.ima", "security.evm", "trusted.", "btrfs.", "user.shatag.")


def is_draft(path: Path) -> bool:
    """Whether a file is called as drafts are."""
    return _NAME.fullmatch(path.name) is not None


def draft_owner(path: Path) -> str:
    """The owner in a draft's name; empty for any other file."""
    found = _NAME.fullmatch(path.name)
    return found[1] if found else ""


@dataclass(slots=True)
class Draft:
    """A file being written; `stream` reads, writes and seeks.

    Used as a context: left without `seal`, the draft is removed.

    Attributes:
        path: Where it stands, in the folder of the file whose place it will take.
        stream: Its bytes, open until it is sealed.
    """

    path: Path
    stream: io.BufferedRandom
    disk: Disk = field(repr=False)
    sealed: Digest | None = None

    def seal(self) -> Digest:
        """Make the bytes safe from a power cut and close the stream.

        Returns:
            The digest of the whole draft.

        Raises:
            DiskFull: No room for it.
            ArtistGuardError: The system refuses.
        """
        with telling(self.path):
            self.disk.sync(self.stream)
            self.stream.seek(0)
            # Any length is asked for, so the same buffer serves files of any size.
            self.sealed = Digest(hashlib.file_digest(self.stream, "sha256").hexdigest())
            self.stream.close()
        return self.sealed

    def drop(self) -> None:
        """Remove it, whatever state it is in."""
        with suppress(OSError):  # a full disk may refuse the last flush; the file goes away all the same
            self.stream.close()
        with suppress(OSError):
            self.stream.raw.close()
        with suppress(OSError):
            self.disk.remove(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.sealed is None:
            self.drop()


def begin(target: Path, owner: str, disk: Disk | None = None) -> Draft:
    """A new, empty draft beside a target.

    Args:
        target: The real path whose place the draft will take; its folder exists.
        owner: `Store.owner`, also in worker processes.
        disk: The real one by itself.

    Raises:
        ArtistGuardError: The system refuses.
    """
    disk = disk if disk is not None else Disk()
    path = target.with_name(f".artistguard-{owner}-{secrets.token_hex(6)}.part")
    with telling(target):
        raw = disk.create(path)
    return Draft(path, io.BufferedRandom(raw, _BUFFER), disk)


def dress(draft: Path, like: Seen, *, keep_mtime: bool = True, copy: bool = False, disk: Disk | None = None) -> None:
    """Give a sealed draft what the file has whose place it takes: rights, owner, extended attributes, times.

    Access lists of Linux are the extended attribute ``system.posix_acl_access``; where a disk or system refuses an
    attribute, it is left off. Windows gives the file the rights of its folder.

    Args:
        draft: A sealed draft.
        like: The original.
        keep_mtime: Keep the time of last change.
        copy: The draft becomes a second file: its user may always write it.
        disk: The real one by itself.

    Raises:
        ArtistGuardError: The system refuses.
    """
    disk = disk if disk is not None else Disk()
    with telling(like.path):
        mode = stat.S_IMODE(like.mode) | (stat.S_IWUSR if copy else 0)
        disk.set_rights(draft, mode, like.owner)
        for name, value in attributes(like.real):
            disk.set_attribute(draft, name, value)
        if sys.platform == "darwin":
            _copy_on_mac(like.real, draft)
        if keep_mtime:
            disk.set_times(draft, like.real.stat().st_atime_ns, like.mtime_ns)


def share(draft: Path, work: Path, disk: Disk | None = None) -> None:
    """Give a new sidecar the owner and the read and write rights of its work, be that a file or a folder.

    Raises:
        ArtistGuardError: The system refuses.
    """
    disk = disk if disk is not None else Disk()
    with telling(work):
        found = work.stat()
        disk.set_rights(draft, found.st_mode & 0o666 | stat.S_IWUSR, (found.st_uid, found.st_gid))


def attributes(path: Path) -> tuple[tuple[str, bytes], ...]:
    """The extended attributes of a file that may be carried over (Linux)."""
    if sys.platform != "linux":
        return ()
    found = []
    try:
        names = os.listxattr(path)
    except OSError:
        return ()
    for name in names:
        if not name.startswith(_LEFT_ALONE):
            with suppress(OSError):
                found.append((name, os.getxattr(path, name)))
    return tuple(found)


def _copy_on_mac(source: Path, target: Path) -> None:
    # Source: copyfile(3), flags COPYFILE_ACL 1 << 0 and COPYFILE_XATTR 1 << 2: Finder tags and access lists.
    if sys.platform == "darwin":
        import ctypes  # noqa: PLC0415  macOS only

        library = ctypes.CDLL(None, use_errno=True)
        library.copyfile(os.fsencode(source), os.fsencode(target), None, ctypes.c_uint32(1 << 0 | 1 << 2))


def discard(draft: Path | None, disk: Disk) -> None:
    """Remove a sealed draft that is not needed."""
    if draft is not None:
        with suppress(OSError):
            disk.remove(draft)


def make_folders(folders: Iterable[Path], disk: Disk) -> None:
    """Make the folders that copies go to, with those above them; they stay when what is in them is put back.

    Raises:
        ArtistGuardError: The system refuses.
    """
    for folder in folders:
        with telling(folder):
            missing = [each for each in (folder, *folder.parents) if not each.exists()]
            disk.make_folder(folder)
            for each in missing:
                disk.sync_folder(each.parent)


def put(path: Path, content: bytes, disk: Disk) -> None:
    """Write a small file of our own, readable by its user only, durably and in one step.

    Raises:
        ArtistGuardError: The system refuses.
    """
    with _written(path, content, disk) as draft:
        disk.rename(draft, path)


def put_anew(path: Path, content: bytes, disk: Disk) -> None:
    """Write a file that the user asked for and named, durably; one that stands there is never written over.

    Raises:
        OutputExists: Something stands there.
        ArtistGuardError: The system refuses.
    """
    with _written(path, content, disk) as draft:
        disk.set_rights(draft, 0o644, None)
        disk.settle(draft, path)


@contextmanager
def _written(path: Path, content: bytes, disk: Disk) -> Iterator[Path]:
    """A sealed draft that is to take a place in its folder; gone if it does not."""
    draft, held = _begin_locked(path, disk)
    try:
        with telling(path):
            draft.stream.write(content)
            draft.seal()
            yield draft.path
            disk.sync_folder(path.parent)
    except BaseException:
        draft.drop()
        raise
    finally:
        os.close(held)


def _begin_locked(path: Path, disk: Disk) -> tuple[Draft, int]:
    """A draft that no row knows of, locked as long as a second descriptor of it is open."""
    while True:
        draft = begin(path, _NOBODY, disk)
        held = os.dup(draft.stream.fileno())
        # On Windows a file that is open cannot be renamed; there nothing is locked, and nothing swept.
        if sys.platform == "win32" or (lock(draft.stream) and draft.path.exists()):
            return draft, held
        draft.drop()
        os.close(held)


def sweep_unlocked(folder: Path, disk: Disk) -> None:
    """Remove what killed processes left of small files of our own: no living one holds its lock."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208  names, not paths
            if draft_owner(folder / name) == _NOBODY:
                with suppress(OSError), (folder / name).open("rb") as left:
                    if lock(left):
                        disk.remove(folder / name)


def sweep(folder: Path, owner: str, disk: Disk) -> int:
    """Remove the drafts of one owner in a folder.

    Returns:
        How many went.
    """
    gone = 0
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208  names, not paths
            path = folder / name
            if draft_owner(path) == owner:
                with suppress(OSError):
                    disk.remove(path)
                    gone += 1
    return gone
