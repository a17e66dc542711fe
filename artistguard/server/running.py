"""Running the server until somebody ends it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from typing import TYPE_CHECKING, Any

from granian import net
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from artistguard.network.listening import BACKLOG, Listening
from artistguard.server import chronicle
from artistguard.server.app import build

if TYPE_CHECKING:
    from collections.abc import Callable

    from litestar.types import ASGIApp

    from artistguard.ledger.ledger import Ledger
    from artistguard.ledger.witness import Witness
    from artistguard.server.configuration import Configuration

_HEADER_MILLISECONDS = 30_000
_STOP_SECONDS = 30
"""How long what was begun may take to end."""


class _Server(Server):
    """granian in this process, on a socket that was made beforehand and that nobody else shares."""

    def __init__(self, application: ASGIApp, listening: Listening) -> None:
        super().__init__(
            application,
            interface=Interfaces.ASGI,
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(header_read_timeout=_HEADER_MILLISECONDS),
            websockets=False,
            log_enabled=False,
        )
        self.workers_kill_timeout = _STOP_SECONDS
        self._listening = listening

    def _init_shared_socket(self) -> None:
        # Its own way lets two servers share one port unseen. The socket is the server's to close from here on.
        holder: Any = net.SocketHolder  # type: ignore[attr-defined]  # named there, though not in its list
        self._shd = holder(self._listening.hand_over(), False, BACKLOG)


def serve(
    ledger: Ledger,
    configuration: Configuration,
    ready: Callable[[str], None] = lambda _: None,
    witness: Witness | None = None,
) -> None:
    """Answer over HTTP until SIGTERM or SIGINT; what was begun is ended, and no new request is taken.

    Args:
        ledger: Stays the caller's to close.
        configuration: Where to wait, and how the server is to be run.
        ready: Told the server's address once requests are taken.
        witness: Who cosigns for other logs here, if anybody does.

    Raises:
        UsageProblem: Nothing can wait there.
    """
    chronicle.begin(configuration.log)
    host = configuration.host
    with contextlib.closing(Listening(host, configuration.port)) as listening:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.port}"
        asyncio.run(_serve(_Server(build(ledger, configuration, witness), listening), lambda: ready(address)))


async def _serve(server: _Server, ready: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        if sys.platform == "win32":
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(server.stop))
        else:
            loop.add_signal_handler(number, server.stop)
    # Connections are accepted by the system from here on, and answered as soon as the worker stands.
    server.on_startup(lambda: loop.call_soon(ready))
    await server.serve()
