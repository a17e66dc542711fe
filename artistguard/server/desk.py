"""The desk between the event loop and the ledger: whatever may wait does so in a thread, and the loop stays free."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.ledger.ledger import Ledger
    from artistguard.server.configuration import Configuration

_P = ParamSpec("_P")
_R = TypeVar("_R")

_CLERKS = 64
"""Deliveries that wait together are written together (group commit), so there are more threads than cores."""

_LARGE = 2
"""Large bodies held in memory at a time."""


class Desk:
    """Works for one server.

    Args:
        ledger: Whose face this is; stays the caller's to close.
        configuration: How the server is to be run.

    Attributes:
        ledger: The same.
        configuration: The same.
        large: Taken by whoever receives a large body.
    """

    def __init__(self, ledger: Ledger, configuration: Configuration) -> None:
        self.ledger = ledger
        self.configuration = configuration
        self.large = asyncio.Semaphore(_LARGE)
        self._clerks = ThreadPoolExecutor(_CLERKS, thread_name_prefix="registry")

    async def ask(self, call: Callable[_P, _R], *arguments: _P.args, **named: _P.kwargs) -> _R:
        """Make a call that may wait, in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._clerks, lambda: call(*arguments, **named))

    def close(self) -> None:
        """Let what was begun end."""
        self._clerks.shutdown(wait=True)
