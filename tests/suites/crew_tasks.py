"""What the crew's tests hand to other processes; a module of its own, so that those can import it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from artistguard.errors import Damaged
from artistguard.jobs.vouching import VouchOrder, _examined


def double(number: int) -> int:
    return 2 * number


def refuse_odd(number: int) -> int:
    if number % 2:
        raise Damaged(f"{number} is odd", remedy="Take an even one.")
    return number


def crash_on_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def place(_: int) -> int:
    """How far behind other programs it is done."""
    return os.getpriority(os.PRIO_PROCESS, 0)


def note(name: str) -> str:
    """Take a moment, then leave a mark of having been done."""
    time.sleep(0.3)
    Path(name).touch()
    return name


def library_for(order: VouchOrder) -> str:
    """Validate, and tell which file of the file system the native library was loaded from."""
    _examined(order)
    import c2pa.c2pa

    return str(c2pa.c2pa._lib._name)
