"""A name that strangers may choose never leads into the network behind the server, however it resolves."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.errors import Unreachable, UsageProblem
from artistguard.network.door import Door, Policy
from artistguard.network.reaching import is_public, outside
from tests.network.test_door import answer, wire

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.network

STRICT = Policy(connect_seconds=1, quiet_seconds=1, total_seconds=2, plain_http=True, inside=False)


class Resolver:
    """Stands for the system's own: a name leads to what the test says, another time to something else."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, *how: Any, **more: Any) -> list[Any]:
        self.asked.append(host)
        try:
            socket.inet_aton(host)
            found = [host]
        except OSError:
            found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]


@pytest.fixture
def resolving(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Resolver]:
    def be(*answers: list[str]) -> Resolver:
        made = Resolver(*answers)
        monkeypatch.setattr(socket, "getaddrinfo", made)
        return made

    return be


INSIDE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1",
)  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_that_not_everybody_can_reach(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
)
def test_addresses_that_everybody_can_reach(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("found", [["10.0.0.1"], ["127.0.0.1"], ["1.1.1.1", "10.0.0.1"], ["169.254.169.254"]])
def test_a_name_that_leads_inside_is_not_connected_to(
    resolving: Callable[..., Resolver], monkeypatch: pytest.MonkeyPatch, found: list[str]
) -> None:
    resolving(found)
    connected: list[Any] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, where: connected.append(where))
    with pytest.raises(Unreachable, match="not one that everybody can reach"):
        Door("http://witness.example", STRICT).get("/", 10)
    assert connected == []


def test_what_was_looked_at_is_what_is_connected_to(
    resolving: Callable[..., Resolver], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rebinding: the name leads outside when it is looked at, and inside ever after."""
    resolver = resolving(["93.184.216.34"], ["127.0.0.1"])
    connected: list[Any] = []

    def connect(_: socket.socket, where: Any) -> None:
        connected.append(where)
        raise ConnectionRefusedError(111, "nobody")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(Unreachable):
        Door("http://witness.example", STRICT).get("/", 10)
    assert connected == [("93.184.216.34", 80)]
    assert resolver.asked.count("witness.example") == 1


def test_every_address_is_tried_until_one_answers(resolving: Callable[..., Resolver]) -> None:
    with wire(answer(b"here")) as server:
        port = int(server.address.rpartition(":")[2])
        resolving(["127.0.0.2", "127.0.0.1"])
        door = Door(f"http://registry.example:{port}", Policy(plain_http=True))
        assert door.get("/", 10) == b"here"


def test_this_computer_is_reached_only_by_its_own_name(resolving: Callable[..., Resolver]) -> None:
    with wire(answer(b"here")) as server:
        assert Door(server.address, STRICT).get("/", 10) == b"here"
        port = server.address.rpartition(":")[2]
        resolving(["127.0.0.1"])
        with pytest.raises(Unreachable):
            Door(f"http://witness.example:{port}", STRICT).get("/", 10)


def test_whoever_is_inside_may_be_named_in_the_configuration(resolving: Callable[..., Resolver]) -> None:
    with wire(answer(b"here")) as server:
        port = server.address.rpartition(":")[2]
        resolving(["127.0.0.1"])
        assert Door(f"http://witness.example:{port}", Policy(plain_http=True)).get("/", 10) == b"here"


def test_never_without_encryption() -> None:
    with pytest.raises(UsageProblem, match="not be encrypted"):
        Door("http://witness.example", Policy(inside=False))


def test_a_name_without_addresses(resolving: Callable[..., Resolver]) -> None:
    resolving([])
    with pytest.raises(OSError, match="everybody"):
        outside("witness.example", 443)
