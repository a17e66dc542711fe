"""Only our own words reach the terminal: foreign decoders are silenced."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def decoders_are_silent() -> Iterator[None]:
    """Libraries such as libtiff write to the descriptor of standard error by themselves; meanwhile that leads nowhere.

    What we say goes to another descriptor of the same place. Worker processes inherit the silence.
    """
    spoken, ordinary = sys.stderr, sys.stderr is sys.__stderr__
    if spoken is None or not ordinary:
        yield  # somebody listens in, a test for instance: nothing to change behind its back
        return
    descriptor = spoken.fileno()
    real = os.dup(descriptor)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    ours = os.fdopen(os.dup(real), "w", 1, spoken.encoding, spoken.errors)
    spoken.flush()
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
    sys.stderr = ours
    try:
        yield
    finally:
        sys.stderr = spoken
        os.dup2(real, descriptor)
        os.close(real)
        with suppress(OSError):  # words to a file on a full disk: nobody is left to be told
            ours.close()
