"""Processes that work hard behind a window step back, so that it answers at once."""

from __future__ import annotations

import os
import sys

STEPS = 5
"""Of the nineteen steps back that a Unix system knows."""
BELOW_NORMAL = 0x4000
"""Source: Windows, processthreadsapi.h, SetPriorityClass."""


def step_back() -> None:
    """Let other programs, and the window above all, go first; processes that this one starts do so, too."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  Windows only

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), BELOW_NORMAL)
    else:
        os.nice(STEPS)
