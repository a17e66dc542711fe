"""Time limits that a slow drip cannot stretch: every wait of a connection counts against one allowance.

A socket's own timeout begins anew with every byte, so that a server which sends one byte a minute holds a client for
years. Here a request has so many seconds, and earns more only by the bytes that move.
"""

from __future__ import annotations

import contextlib
import io
import threading
import time
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from artistguard.network.reaching import anywhere

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

_PIECE = 64 << 10
"""Bytes that are sent under one timeout."""


class Patience(threading.local):
    """How long the request of each thread may still take.

    Args:
        total: Seconds for a request in which next to nothing moves.
        quiet: Seconds without any byte.
        slowest: Bytes a second that are fast enough never to be cut off.
        clock: Seconds that never go back.
    """

    def __init__(self, total: float, quiet: float, slowest: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._quiet = quiet
        self._slowest = slowest
        self._clock = clock
        self._end = clock() + total

    def begin(self) -> None:
        """A new request begins."""
        self._end = self._clock() + self._total

    def earn(self, moved: int) -> None:
        """So many bytes came or went."""
        self._end += moved / self._slowest

    def wait(self) -> float:
        """Seconds that the next step may take.

        Raises:
            TimeoutError: None are left.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise TimeoutError("it took too long")
        return min(left, self._quiet)


class _Reader(io.RawIOBase):
    """What comes in over a socket, each wait limited."""

    def __init__(self, connected: socket.socket, patience: Patience) -> None:
        self._socket = connected
        # The socket's own reader keeps it open until the answer is read, even when the connection lets go of it.
        self._inside = connected.makefile("rb", buffering=0)
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401 - any writable buffer
        self._socket.settimeout(self._patience.wait())
        count = self._inside.readinto(buffer)
        self._patience.earn(count or 0)
        return count

    def close(self) -> None:
        self._inside.close()
        super().close()


class _Socket:
    """A connected socket whose every step is limited; all else is the socket's own."""

    def __init__(self, connected: socket.socket, patience: Patience) -> None:
        self._socket = connected
        self._patience = patience

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the socket has it
        return getattr(self._socket, name)

    def makefile(self, mode: str = "rb", buffering: int | None = None) -> io.BufferedReader:
        assert mode == "rb", buffering
        return io.BufferedReader(_Reader(self._socket, self._patience))

    def sendall(self, data: bytes) -> None:
        view = memoryview(data).cast("B")
        for start in range(0, len(view), _PIECE):
            piece = view[start : start + _PIECE]
            self._socket.settimeout(self._patience.wait())
            self._socket.sendall(piece)
            self._patience.earn(len(piece))


class _Settled(HTTPConnection):
    """A connection to addresses that were looked at, none of which is resolved again."""

    settle: Callable[[str, int], list[str]]

    def _new_conn(self) -> socket.socket:
        named = self._dns_host
        *others, last = self.settle(named, self.port)
        try:
            for each in others:
                self._dns_host = each
                with contextlib.suppress(NewConnectionError, ConnectTimeoutError):
                    return super()._new_conn()
            self._dns_host = last
            return super()._new_conn()
        finally:
            self._dns_host = named  # what the certificate has to name


class _Limited(_Settled):
    """A plain connection, limited from the moment it stands."""

    patience: Patience

    def connect(self) -> None:
        super().connect()
        self.sock = _Socket(self.sock, self.patience)


class _LimitedTls(_Settled, HTTPSConnection):
    """An encrypted connection, limited from the moment it stands."""

    patience: Patience

    def connect(self) -> None:
        super().connect()
        self.sock = _Socket(self.sock, self.patience)


class PatientAdapter(HTTPAdapter):
    """Makes connections that share one patience.

    Args:
        patience: Of the door.
        settle: Gives the addresses to connect to, for a host and a port; proxies are the user's own and are not asked
            about.
    """

    def __init__(self, patience: Patience, settle: Callable[[str, int], list[str]] = anywhere) -> None:
        self._patience = patience
        self._settle = settle
        super().__init__(max_retries=0)

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as they are
        """See HTTPAdapter."""
        super().init_poolmanager(*arguments, **named)
        self._limit(self.poolmanager, self._settle)

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:  # noqa: ANN401 - handed on as they are
        """See HTTPAdapter."""
        manager = super().proxy_manager_for(proxy, **named)
        self._limit(manager, anywhere)
        return manager

    def _limit(self, manager: PoolManager, settle: Callable[[str, int], list[str]]) -> None:
        bounds = {"patience": self._patience, "settle": staticmethod(settle)}
        plain = type("LimitedConnection", (_Limited,), bounds)
        secure = type("LimitedTlsConnection", (_LimitedTls,), bounds)
        manager.pool_classes_by_scheme = {
            "http": type("LimitedPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("LimitedTlsPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
