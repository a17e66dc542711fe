"""The snapshots that a registry keeps ready, so that they are made once and not for everybody who asks."""

from __future__ import annotations

import os
import re
import tempfile
import threading
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.claims.canonical import decode
from artistguard.errors import ProofProblem
from artistguard.ledger.bulk.building import MANIFEST
from artistguard.messages.bulk import SignedManifest

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.ledger.bulk.wholesale import Wholesale

_NAME = re.compile(r"snapshot-(0|[1-9][0-9]{0,18})\.zip\Z", re.ASCII)
_KEPT = 2
"""Somebody may still be reading the last but one."""


class Archive:
    """Keeps snapshots in a folder.

    Args:
        folder: Made where it is missing.
        counter: Makes them.
        seconds: How old the newest may be before another is made, where the log has grown.
        clock: Seconds, for the age of files.
    """

    def __init__(
        self, folder: Path, counter: Wholesale, seconds: float, clock: Callable[[], float] = time.time
    ) -> None:
        self._folder = folder
        self._counter = counter
        self._seconds = seconds
        self._clock = clock
        self._turn = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    def find(self, size: int) -> Path | None:
        """The snapshot of one size, where it is kept."""
        path = self._folder / f"snapshot-{size}.zip"
        return path if path.is_file() else None

    def newest(self) -> SignedManifest | None:
        """What the newest snapshot is; None where there is none yet."""
        for path in self._kept():
            try:
                with zipfile.ZipFile(path) as archive:
                    return decode(archive.read(MANIFEST), SignedManifest, "manifest")
            except (OSError, KeyError, zipfile.BadZipFile, ProofProblem):
                continue  # it was taken away, or is spoiled: the one before will do until another is made
        return None

    def due(self, size: int) -> bool:
        """Whether another should be made for a log of this size."""
        kept = self._kept()
        if not kept or self.newest() is None:
            return True
        old = self._clock() - kept[0].stat().st_mtime >= self._seconds
        return old and _size(kept[0]) != size

    def make(self) -> None:
        """Make one now, unless one is being made."""
        if not self._turn.acquire(blocking=False):
            return
        try:
            self._make()
        finally:
            self._turn.release()

    def _make(self) -> None:
        number, name = tempfile.mkstemp(dir=self._folder)
        try:
            with os.fdopen(number, "wb") as target:
                signed = self._counter.snapshot(target)
                target.flush()
                os.fsync(target.fileno())
            Path(name).replace(self._folder / f"snapshot-{signed.manifest.size}.zip")
        finally:
            Path(name).unlink(missing_ok=True)
        for path in self._kept()[_KEPT:]:
            path.unlink(missing_ok=True)

    def _kept(self) -> list[Path]:
        """Newest first."""
        return sorted((path for path in self._folder.iterdir() if _NAME.match(path.name)), key=_size, reverse=True)


def _size(path: Path) -> int:
    found = _NAME.match(path.name)
    return int(found.group(1)) if found else -1
