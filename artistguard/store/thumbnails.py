"""Previews kept on the disk, so that each is made once: a cache in every way, which may lose anything at any time.

Nothing here waits for the disk, touches the database or stops anybody: an entry that cannot be written is not kept,
one that does not read back as it was written is thrown away. Several processes may use one folder at once.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.store.disk import Disk
    from artistguard.store.files import Seen

MOST_BYTES = 256 * 2**20
LARGEST_ENTRY = 4 * 2**20
ROOM = 512 * 2**20
"""Bytes that must stay free on the disk: creators' files and the way back come first."""
_MAGIC = b"AGp1"
_HEAD = len(_MAGIC) + 4
_KEPT_AFTER_TRIM = 0.9
_DAY_SECONDS = 86_400
_DRAFT_SECONDS = 3600
_DRAFT = ".part"


def entry_name(seen: Seen, about: str) -> str:
    """The name under which a preview is kept.

    Args:
        seen: The file; a changed one has another name.
        about: Everything else that decides what the preview looks like.

    Returns:
        64 hexadecimal digits, which tell nobody the path.
    """
    told = (os.fsencode(seen.real), str(seen.size).encode(), str(seen.mtime_ns).encode(), about.encode())
    return hashlib.sha256(b"".join(len(part).to_bytes(8) + part for part in told)).hexdigest()


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """A folder of previews.

    Attributes:
        folder: Made when it is first needed, readable by its user only.
        disk: The disk.
        most_bytes: What the folder may take; the entries longest unused go first.
        room: Bytes that must stay free on the disk for anything to be kept.
    """

    folder: Path
    disk: Disk
    most_bytes: int = MOST_BYTES
    room: int = ROOM

    def get(self, name: str) -> bytes | None:
        """What is kept under a name.

        Args:
            name: As `entry_name` gives it.

        Returns:
            The content, which may be empty; None where nothing is kept, or it is damaged.
        """
        path = self.folder / name
        try:
            with path.open("rb") as handle:
                kept = handle.read(LARGEST_ENTRY + _HEAD + 1)
                age = time.time() - os.fstat(handle.fileno()).st_mtime
        except OSError:
            return None
        content = kept[_HEAD:]
        if kept[:_HEAD] != _head(content):
            self._remove(path)
            return None
        if age > _DAY_SECONDS:
            self._touch(path)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep something; where the disk is full or refuses, it is not kept.

        Args:
            name: As `entry_name` gives it.
            content: At most LARGEST_ENTRY bytes; more are not kept.
        """
        if len(content) > LARGEST_ENTRY:
            return
        with suppress(OSError):
            self.disk.make_folder(self.folder, 0o700)
            if shutil.disk_usage(self.folder).free >= self.room:
                self._write(name, _head(content) + content)
            # Names are as good as dice: now and then, whoever writes also looks whether it has become too much.
            if int(name[:2], 16) % 64 == 0:
                self.trim()

    def _write(self, name: str, content: bytes) -> None:
        draft = self.folder / f".{name[:16]}-{secrets.token_hex(4)}{_DRAFT}"
        handle = self.disk.create(draft)
        try:
            with handle:
                whole = handle.write(content) == len(content)
            if whole:
                self.disk.rename(draft, self.folder / name)
        finally:
            # Where it got its name, there is nothing to remove.
            self._remove(draft)

    def trim(self) -> int:
        """Remove the entries longest unused until the folder is well below its bound, and drafts that were left.

        Returns:
            How many entries went.
        """
        entries = self._entries()
        total = sum(size for _, size, _ in entries)
        if total <= self.most_bytes:
            return 0
        gone = 0
        for _, size, path in sorted(entries):
            if total <= self.most_bytes * _KEPT_AFTER_TRIM:
                break
            self._remove(path)
            total -= size
            gone += 1
        return gone

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Time of last use, size and path of each; drafts of the dead are removed on the way."""
        found: list[tuple[float, int, Path]] = []
        try:
            paths = list(self.folder.iterdir())
        except OSError:
            return []
        for path in paths:
            with suppress(OSError):  # another process may have removed it
                status = path.stat(follow_symlinks=False)
                if path.name.endswith(_DRAFT):
                    if time.time() - status.st_mtime > _DRAFT_SECONDS:
                        self._remove(path)
                else:
                    found.append((status.st_mtime, status.st_size, path))
        return found

    def _touch(self, path: Path) -> None:
        now = time.time_ns()
        with suppress(OSError):
            self.disk.set_times(path, now, now)

    def _remove(self, path: Path) -> None:
        with suppress(OSError):
            self.disk.remove(path)


def _head(content: bytes) -> bytes:
    return _MAGIC + zlib.crc32(content).to_bytes(4)
