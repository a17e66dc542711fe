"""The bundled command line: PyInstaller makes the program ``artistguard`` of this file."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

# A worker process of a frozen program is the program itself, called with other words: it must turn off here.
freeze_support()

from artistguard.cli.main import main  # noqa: E402  the worker must not get here first

sys.exit(main())
