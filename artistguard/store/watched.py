"""Watched folders: which they are, and which files were there before and are left alone until they change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes

import msgspec

from artistguard.errors import StoreDamaged, Vanished
from artistguard.store import drafts
from artistguard.store.owners import alone
from artistguard.store.troubles import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from artistguard.store.disk import Disk
    from artistguard.store.home import Home

Left = tuple[int, int]
"""What tells whether a file is still the one that was left alone: bytes, and nanoseconds since 1970 of its change."""


class WatchedFolder(msgspec.Struct, frozen=True):
    """One folder.

    Attributes:
        left: Files that were there first and are left alone, by `name_of`.
        window: Whether the window watches it whenever it is open.
        paused: Whether it pauses.
    """

    left: dict[str, Left] = {}
    window: bool = False
    paused: bool = False


class WatchedFolders:
    """All of them, in one file of the home."""

    def __init__(self, home: Home, disk: Disk) -> None:
        self._path = home.folder / "watched.json"
        self._running = home.running
        self._disk = disk

    def all(self) -> dict[Path, WatchedFolder]:
        """Every folder that was ever watched and not given up.

        Raises:
            StoreDamaged: The file does not read back.
        """
        return {Path(os.fsdecode(unquote_to_bytes(name))): each for name, each in self._read().items()}

    def begin(self, folder: Path, left: Mapping[str, Left]) -> None:
        """Remember a folder and what is left alone in it; watched before, it goes on being watched by whom it was.

        Raises:
            DiskFull: No room.
        """
        self._change(folder, lambda known: msgspec.structs.replace(known, left=dict(left)))

    def show(self, folder: Path, *, paused: bool = False) -> None:
        """Let the window watch it, or pause."""
        self._change(folder, lambda known: msgspec.structs.replace(known, window=True, paused=paused))

    def give_up(self, folder: Path) -> None:
        """Forget a folder; the files in it stay as they are."""
        self._change(folder, lambda _: None)

    def _change(self, folder: Path, change: Callable[[WatchedFolder], WatchedFolder | None]) -> None:
        with alone(self._running, "watched"):
            held = self._read()
            changed = change(held.pop(name_of(folder), WatchedFolder()))
            if changed is not None:
                held[name_of(folder)] = changed
            drafts.put(self._path, msgspec.json.encode(held), self._disk)

    def _read(self) -> dict[str, WatchedFolder]:
        try:
            with telling(self._path):
                return msgspec.json.decode(self._path.read_bytes(), type=dict[str, WatchedFolder])
        except msgspec.MsgspecError as error:
            raise StoreDamaged(
                f"{self._path}: the list of watched folders does not read back",
                remedy="Delete the file and choose the folders again.",
            ) from error
        except Vanished:
            return {}


def name_of(path: Path) -> str:
    """A path as text that reads back the same, also where its name is no text."""
    return quote(os.fsencode(path))
