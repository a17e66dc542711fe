"""The window's door: from the paths of a command line to the end of the event loop."""

from __future__ import annotations

import multiprocessing
import os
import sys
from typing import TYPE_CHECKING

from artistguard.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REMEDY = "Use the commands instead: artistguard protect PATH"


def run(paths: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        paths: Files and folders to put on the list.

    Returns:
        The exit status.

    Raises:
        UsageProblem: There is no display, or the window's library or one of the system's is missing.
    """
    multiprocessing.freeze_support()
    _must_have_display(os.environ, sys.platform)
    try:
        from artistguard.desktop.start import start  # noqa: PLC0415 - Qt may be missing, and that is told
    except ImportError as missing:
        raise UsageProblem(f"The window cannot be opened: {missing}.", remedy=REMEDY) from missing
    return start(paths)


def _must_have_display(environment: Mapping[str, str], platform: str) -> None:
    """Qt ends the whole process where it finds no display, so it is not let to look for one in vain.

    Raises:
        UsageProblem: There is none.
    """
    if not platform.startswith(("linux", "freebsd")):
        return
    if any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return
    raise UsageProblem("The window needs a display, and there is none here.", remedy=REMEDY)
