"""Disks that fail, or whose process dies, at the n-th call."""

from __future__ import annotations

import errno
import io
import os
import signal
from typing import TYPE_CHECKING, TypeVar

from artistguard.store.disk import Disk

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

Answer = TypeVar("Answer")


class Counting(Disk):
    """Numbers every call that changes the disk: `before(n, name)` is called ahead of it, `after(n, name)` behind it."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def before(self, number: int, name: str) -> None:
        """What happens instead of, or ahead of, a call."""

    def after(self, number: int, name: str) -> None:
        """What happens behind a call."""

    def step(self, name: str, work: Callable[[], Answer]) -> Answer:
        number = len(self.calls)
        self.calls.append(name)
        self.before(number, name)
        answer = work()
        self.after(number, name)
        return answer

    def create(self, path: Path) -> io.FileIO:
        plain = self.step("create", lambda: super(Counting, self).create(path))
        return _Stepping(plain, self)

    def sync(self, handle: io.FileIO | io.BufferedRandom) -> None:
        handle.flush()
        self.step("sync", lambda: super(Counting, self).sync(handle))

    def rename(self, source: Path, target: Path) -> None:
        self.step("rename", lambda: super(Counting, self).rename(source, target))

    def settle(self, source: Path, target: Path) -> None:
        self.step("settle", lambda: super(Counting, self).settle(source, target))

    def remove(self, path: Path) -> None:
        self.step("remove", lambda: super(Counting, self).remove(path))

    def make_folder(self, path: Path, mode: int = 0o777) -> None:
        self.step("make folder", lambda: super(Counting, self).make_folder(path, mode))

    def sync_folder(self, path: Path) -> None:
        self.step("sync folder", lambda: super(Counting, self).sync_folder(path))

    def commit(self, connection: sqlite3.Connection) -> None:
        self.step("commit", lambda: super(Counting, self).commit(connection))

    def set_rights(self, path: Path, mode: int, owner: tuple[int, int] | None) -> None:
        self.step("set rights", lambda: super(Counting, self).set_rights(path, mode, owner))

    def set_attribute(self, path: Path, name: str, value: bytes) -> bool:
        return self.step("set attribute", lambda: super(Counting, self).set_attribute(path, name, value))

    def set_times(self, path: Path, accessed_ns: int, modified_ns: int) -> None:
        self.step("set times", lambda: super(Counting, self).set_times(path, accessed_ns, modified_ns))


class _Stepping(io.FileIO):
    def __init__(self, plain: io.FileIO, disk: Counting) -> None:
        super().__init__(os.dup(plain.fileno()), "r+")
        plain.close()
        self._disk = disk

    def write(self, content: bytes) -> int:  # type: ignore[override]
        return self._disk.step("write", lambda: super(_Stepping, self).write(content))


class Failing(Counting):
    """The n-th call fails once, or every call from the n-th on."""

    def __init__(self, number: int, code: int = errno.ENOSPC, *, for_good: bool = False) -> None:
        super().__init__()
        self._number = number
        self._code = code
        self._for_good = for_good
        self.failed = ""

    def before(self, number: int, name: str) -> None:
        # A full disk still lets files be removed.
        if number == self._number or (
            self._for_good and number > self._number and name not in {"remove", "sync folder"}
        ):
            self.failed = self.failed or name
            raise OSError(self._code, os.strerror(self._code))


class Killing(Counting):
    """The process is killed before (even) or behind (odd) a call: 2n is before the n-th, 2n + 1 behind it."""

    def __init__(self, moment: int) -> None:
        super().__init__()
        self._moment = moment

    def before(self, number: int, name: str) -> None:
        self._die_at(2 * number)

    def after(self, number: int, name: str) -> None:
        self._die_at(2 * number + 1)

    def _die_at(self, moment: int) -> None:
        if moment == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)
