"""What a running registry does again and again beside answering: publishing its log, asking its witnesses."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAUSE_SECONDS = 0.4
"""Between two rounds: what was acknowledged is published well within a second."""

_LOG = logging.getLogger("artistguard.ledger")


@contextmanager
def rounds(*errands: Callable[[], object], pause: float = PAUSE_SECONDS) -> Iterator[None]:
    """Run errands until the block ends, each in its own thread, so that none waits for another; then each once more.

    Args:
        errands: What fails is told in the log of the program and tried again in the next round.
        pause: Seconds between the end of a round and the next.
    """
    over = threading.Event()
    threads = [threading.Thread(target=_walk, args=(errand, over, pause), daemon=True) for errand in errands]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _walk(errand: Callable[[], object], over: threading.Event, pause: float) -> None:
    told = ""
    while True:
        last = over.is_set()
        said = _try(errand)
        if said and said != told:
            _LOG.error("%s", said)
        told = said
        if last:
            return
        over.wait(pause)


def _try(errand: Callable[[], object]) -> str:
    try:
        errand()
    except ArtistGuardError as problem:
        return problem.message
    return ""
