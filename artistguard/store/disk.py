"""Every call by which the store changes the disk, in one small class, so that tests can fail or stop any one of them.

Nothing else in the store writes, renames, removes or syncs. A test hands in a Disk whose n-th call fails, or whose
process is killed there, and looks at what stands on the disk afterwards.
"""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM}


class Disk:
    """The real disk."""

    def create(self, path: Path) -> io.FileIO:
        """A new file, readable by its user only, open for reading and writing.

        Raises:
            OSError: As the system says it; FileExistsError where something stands there.
        """
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        return io.FileIO(os.open(path, flags, 0o600), "r+")

    def sync(self, handle: io.FileIO | io.BufferedRandom) -> None:
        """Wait until what was written to an open file is safe from a power cut."""
        handle.flush()
        os.fsync(handle.fileno())

    def rename(self, source: Path, target: Path) -> None:
        """Put one file in the place of another in one step."""
        os.replace(source, target)  # noqa: PTH105  the seam names the system calls

    def settle(self, source: Path, target: Path) -> None:
        """Give a file its final name where nothing may stand yet.

        Raises:
            FileExistsError: Something stands there.
        """
        try:
            os.link(source, target)  # unlike a rename it never replaces
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            self._settle_by_rename(source, target)
        else:
            self.remove(source)

    def _settle_by_rename(self, source: Path, target: Path) -> None:
        # A file system without hard links (FAT, some network drives): the look and the rename are two steps there.
        if target.exists() or target.is_symlink():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        self.rename(source, target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        os.unlink(path)  # noqa: PTH108

    def make_folder(self, path: Path, mode: int = 0o777) -> None:
        """Make a folder and what is missing above it; one that exists stays as it is."""
        path.mkdir(mode=mode, parents=True, exist_ok=True)

    def sync_folder(self, path: Path) -> None:
        """Make the names in a folder safe from a power cut, where the system can."""
        if sys.platform == "win32":
            return
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(folder)

    def commit(self, connection: sqlite3.Connection) -> None:
        """End a transaction of the database, durably."""
        connection.execute("COMMIT")

    def set_rights(self, path: Path, mode: int, owner: tuple[int, int] | None) -> None:
        """Set the mode bits and, where permitted, user and group."""
        if owner is not None and sys.platform != "win32":
            now = path.stat()
            if (now.st_uid, now.st_gid) != owner:
                _try_chown(path, owner)
        os.chmod(path, stat.S_IMODE(mode))  # noqa: PTH101

    def set_attribute(self, path: Path, name: str, value: bytes) -> bool:
        """Set an extended attribute; False where this file system or user may not."""
        if sys.platform != "linux":
            return False
        try:
            os.setxattr(path, name, value)
        except OSError as error:
            if error.errno in {errno.ENOTSUP, errno.EPERM, errno.EACCES, errno.ENODATA, errno.EINVAL}:
                return False
            raise
        return True

    def set_times(self, path: Path, accessed_ns: int, modified_ns: int) -> None:
        """Set the times of last access and modification, in nanoseconds since 1970."""
        os.utime(path, ns=(accessed_ns, modified_ns))


def _try_chown(path: Path, owner: tuple[int, int]) -> None:
    if sys.platform == "win32":
        return
    for user, group in (owner, (-1, owner[1])):
        try:
            os.chown(path, user, group)
        except OSError as error:
            if error.errno not in {errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOTSUP}:
                raise
        else:
            return
