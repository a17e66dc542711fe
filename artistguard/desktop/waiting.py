"""What waits on the list of the Protect screen, kept in the user's folder: a crash or a closed window loses none."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QIODevice, QSaveFile

from artistguard.terms import Declaration

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 256 << 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A list that was not protected yet.

    Attributes:
        roots: Files and folders as they were dropped.
        only: Of the files in them, those on the list, links followed; None where they were still being found.
        decided: Files that the person ticked or unticked.
        families: Files that are one work because she says so.
        declaration: The terms chosen.
        out: Folder for copies, or empty.
    """

    roots: tuple[str, ...]
    only: list[str] | None = None
    decided: dict[str, bool] = field(default_factory=dict)
    families: tuple[tuple[str, ...], ...] = ()
    declaration: Declaration = field(default_factory=Declaration)
    out: str = ""


def keep(path: Path, waiting: Waiting | None) -> None:
    """Write it down, whole or not at all; nothing waits for None. A disk that refuses costs only the memory."""
    if waiting is None:
        path.unlink(missing_ok=True)
        return
    file = QSaveFile(str(path))
    if file.open(QIODevice.OpenModeFlag.WriteOnly):
        # A path need not be text: such letters survive in this form.
        file.write(json.dumps(msgspec.to_builtins(waiting)).encode())
        file.commit()


def kept(path: Path) -> Waiting | None:
    """What was written down; None where nothing waits, or it does not read back."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        return msgspec.convert(json.loads(path.read_bytes()), Waiting)
    except (OSError, ValueError, msgspec.ValidationError):
        return None
