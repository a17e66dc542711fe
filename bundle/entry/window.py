"""The bundled window: PyInstaller makes the program ``ArtistGuard`` of this file."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

# A worker process of a frozen program is the program itself, called with other words: it must turn off here.
freeze_support()

from artistguard.desktop.app import run  # noqa: E402  the worker must not get here first
from artistguard.errors import ArtistGuardError  # noqa: E402

try:
    status = run(sys.argv[1:])
except ArtistGuardError as problem:
    # A program with a window only may have nowhere to say it.
    if sys.stderr is not None:
        print(f"{problem.message} {problem.remedy}", file=sys.stderr)
    status = 2
sys.exit(status)
