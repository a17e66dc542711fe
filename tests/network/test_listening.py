"""Sockets of the registry's own server."""

from __future__ import annotations

import contextlib
import os
import socket

import pytest

from artistguard.errors import UsageProblem
from artistguard.network.listening import Listening

pytestmark = pytest.mark.network


def test_any_free_port_takes_connections() -> None:
    with contextlib.closing(Listening("127.0.0.1", 0)) as listening:
        assert listening.port > 0
        socket.create_connection(("127.0.0.1", listening.port), timeout=5).close()


def test_two_never_share_a_port() -> None:
    with contextlib.closing(Listening("127.0.0.1", 0)) as first:
        with pytest.raises(UsageProblem, match="Nothing can wait") as problem:
            Listening("127.0.0.1", first.port)
        assert "--port" in problem.value.remedy
    Listening("127.0.0.1", first.port).close()


def test_handed_over_it_is_not_ours_to_close() -> None:
    listening = Listening("127.0.0.1", 0)
    number = listening.hand_over()
    listening.close()
    os.fstat(number)
    os.close(number)


@pytest.mark.parametrize("host", ["203.0.113.7", "nowhere.invalid", "a" * 300, "not a host", "\udcff"])
def test_addresses_that_are_not_ours(host: str) -> None:
    with pytest.raises(UsageProblem, match="Nothing can wait"):
        Listening(host, 0)
