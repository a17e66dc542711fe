"""Sockets that wait for others: only for the registry's own server."""

from __future__ import annotations

import socket
import sys

from artistguard.errors import UsageProblem

_BACKLOG = 1024


def listen(host: str, port: int) -> socket.socket:
    """A listening socket that nobody else shares.

    Args:
        host: Name or number of one of this computer's own addresses.
        port: 0 for any that is free.

    Raises:
        UsageProblem: It is taken, not allowed, or not ours.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError, OverflowError) as problem:
        raise _cannot(host, port, problem) from problem
    try:
        # A server that was just ended may start again at once; two at the same time may not (RFC 9293, 3.6.1).
        if sys.platform != "win32":  # where this option means that two may
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
        listening.setblocking(False)
    except OSError as problem:
        listening.close()
        raise _cannot(host, port, problem) from problem
    return listening


def port_of(listening: socket.socket) -> int:
    """The port that a socket waits at."""
    return int(listening.getsockname()[1])


def _cannot(host: str, port: int, problem: Exception) -> UsageProblem:
    said = getattr(problem, "strerror", "") or "no such address"
    return UsageProblem(
        f"Nothing can wait at {host}, port {port}: {said}.", remedy="Choose another --port (0 takes any) or --host."
    )
