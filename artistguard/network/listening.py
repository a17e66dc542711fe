"""Sockets that wait for others: only for the registry's own server."""

from __future__ import annotations

import socket
import sys

from artistguard.errors import UsageProblem

BACKLOG = 1024
"""Connections that may wait to be taken."""


class Listening:
    """A listening socket that nobody else shares; close it, or hand it over.

    Args:
        host: Name or number of one of this computer's own addresses.
        port: 0 for any that is free.

    Attributes:
        port: At which it waits.

    Raises:
        UsageProblem: The port is taken or not allowed, or the address is not ours.
    """

    def __init__(self, host: str, port: int) -> None:
        try:
            self._socket = _bound(host, port)
        except (OSError, UnicodeError, OverflowError) as problem:
            said = getattr(problem, "strerror", "") or "no such address"
            raise UsageProblem(
                f"Nothing can wait at {host}, port {port}: {said}.",
                remedy="Choose another --port (0 takes any that is free) or --host.",
            ) from problem
        self.port = int(self._socket.getsockname()[1])

    def hand_over(self) -> int:
        """The socket's number in this process, from now on somebody else's to close."""
        return self._socket.detach()

    def close(self) -> None:
        """Let go of it, where it was not handed over."""
        self._socket.close()


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        # A server that was just ended may start again at once (RFC 9293, 3.6.1); on Windows the option means that two
        # may share a port, which they do not need there to start again.
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(BACKLOG)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening
