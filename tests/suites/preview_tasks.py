"""What the previewer's tests let its process do; a module of its own, so that the process can import it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.jobs.preview import preview

if TYPE_CHECKING:
    from artistguard.jobs.preview import PreviewOrder


def moody(order: PreviewOrder) -> bytes | None:
    """Crash, hang or gobble memory at files so named; the process's number for those named "who"."""
    name = Path(order.path).stem
    if name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "hang":
        time.sleep(600)
    if name == "gobble":
        bytearray(8 * 2**30)
    if name == "who":
        return str(os.getpid()).encode()
    return preview(order)
