"""Who is at work: each process holds one locked file, and the system frees the lock when the process ends, however.

So a row or a draft that names an owner can be told from one that a dead process left behind, without trusting process
numbers, which are used again.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import time
import weakref
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from artistguard.store.troubles import telling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def lock(handle: IO[bytes]) -> bool:
    """Take the file's lock at once; False where another process has it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  Windows only

        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # noqa: PLC0415  not on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class Owner:
    """This process at work on a home, until it is closed or the process ends.

    Attributes:
        name: Eight lower-case hexadecimal digits, new for each.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with telling(folder):
            while True:
                self.name = secrets.token_hex(4)
                path = folder / self.name
                try:
                    self._handle = path.open("xb")
                except FileExistsError:
                    continue
                if lock(self._handle) and path.exists():
                    break
                self._handle.close()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=_Forget(self._handle))

    def close(self) -> None:
        """Say that the work is done."""
        with contextlib.suppress(OSError):  # a name that stays without its lock counts as dead, and goes then
            (self._folder / self.name).unlink()
        self._handle.close()


class _Forget:
    """A forked child must not go on holding the lock of a parent that was killed."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._handle = weakref.ref(handle)

    def __call__(self) -> None:
        handle = self._handle()
        if handle is not None:
            handle.close()


@contextmanager
def alone(folder: Path, name: str) -> Iterator[None]:
    """Do something that only one process at a time may do; others wait for it.

    Raises:
        ArtistGuardError: The folder cannot be written.
    """
    with telling(folder):
        handle = (folder / name).open("ab")
    with handle:
        while not lock(handle):
            time.sleep(0.02)
        yield


def is_alive(folder: Path, name: str) -> bool:
    """Whether the process behind a name is still at work; what a dead one left in the folder is removed."""
    path = folder / name
    try:
        handle = path.open("rb+")
    except FileNotFoundError:
        return False
    except OSError:
        return True  # not ours to judge
    with handle:
        if not lock(handle):
            return True
        with contextlib.suppress(OSError):
            path.unlink()
        return False
