"""Whether a file is still being written by somebody: told by the system, and by what other programs put beside it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from artistguard.store.files import lock_names

if TYPE_CHECKING:
    from pathlib import Path

_DOWNLOADS = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp", ".!qb", ".aria2")
"""Endings that browsers and other programs add to a name while its bytes are still coming."""


def is_open_elsewhere(path: Path) -> bool:
    """Whether another program has a file open for writing, as far as this system tells.

    On Linux a read lease is asked for, which nobody gets while somebody writes (Source: fcntl(2), "Leases"); on Windows
    writing is asked for, which a program that writes usually refuses to others.
    """
    if sys.platform == "win32":
        return _refuses_writing(path)
    return _refuses_lease(path) if sys.platform == "linux" else False


def is_unfinished(path: Path) -> bool:
    """Whether something beside a file says that it is still coming, or that a program has it open."""
    beside = [f"{path.name}{ending}" for ending in _DOWNLOADS]
    return any(os.path.lexists(path.with_name(name)) for name in (*beside, *lock_names(path.name)))


def _refuses_writing(path: Path) -> bool:
    """Windows only; a file that is write protected refuses everybody, which says nothing."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except PermissionError:
        return os.access(path, os.W_OK)
    return False


def _refuses_lease(path: Path) -> bool:
    import fcntl  # noqa: PLC0415  not on Windows

    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
    return False
