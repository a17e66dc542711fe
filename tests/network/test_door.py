"""The door: limits on time, size and direction, and three kinds of errors."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from artistguard import __version__
from artistguard.errors import ArtistGuardError, Distrusted, Refused, Unreachable
from artistguard.network.door import Door, Policy
from artistguard.network.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.network

QUICK = Policy(connect_seconds=2, quiet_seconds=0.4, total_seconds=0.8, slowest=1 << 20)


class Wire:
    """One raw listening socket: what came in, and what is said to it, byte for byte."""

    def __init__(self, speak: Callable[[Wire, socket.socket], None]) -> None:
        self.heard: list[bytes] = []
        self.speak = speak
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.thread = threading.Thread(target=self._take, daemon=True)
        self.thread.start()

    def _take(self) -> None:
        while True:
            try:
                one, _ = self.socket.accept()
            except OSError:
                return
            with one:
                one.settimeout(10)
                try:
                    self.heard.append(hear(one))
                    self.speak(self, one)
                except OSError:
                    continue  # the client had enough

    def close(self) -> None:
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join(15)


def hear(one: socket.socket) -> bytes:
    """A request with its body."""
    heard = b""
    while b"\r\n\r\n" not in heard and (piece := one.recv(65536)):
        heard += piece
    head, _, body = heard.partition(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            while len(body) < int(line.split(b":")[1]):
                body += one.recv(65536)
    return head + b"\r\n\r\n" + body


@contextmanager
def wire(speak: Callable[[Wire, socket.socket], None] | bytes) -> Iterator[Wire]:
    there = Wire(speak if callable(speak) else lambda _, one: one.sendall(speak))
    try:
        yield there
    finally:
        there.close()


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    rows = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    rows += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(rows).encode() + b"\r\n\r\n" + body


def fails(said: Callable[[Wire, socket.socket], None] | bytes, kind: type[ArtistGuardError], most: int = 100) -> str:
    with wire(said) as there:
        door = Door(there.address, QUICK)
        with pytest.raises(ArtistGuardError) as problem:
            door.get("/x", most)
        door.close()
    assert type(problem.value) is kind, problem.value
    assert problem.value.message.isprintable()
    assert problem.value.remedy
    return problem.value.message


def test_what_is_sent() -> None:
    with wire(answer(b"fine")) as there:
        door = Door(f"{there.address}/below/", QUICK)
        assert door.get("/x", 4) == b"fine"
        assert door.post("/y", b'{"a":1}', 4) == b"fine"
        door.close()
    first, second = there.heard
    assert first.startswith(b"GET /below/x HTTP/1.1\r\n")
    assert f"User-Agent: ArtistGuard/{__version__}".encode() in first
    assert b"Accept-Encoding: identity" in first
    assert b"Authorization" not in first
    assert second.startswith(b"POST /below/y HTTP/1.1\r\n")
    assert second.endswith(b'\r\n\r\n{"a":1}')
    assert b"Content-Type: application/json" in second


def test_no_password_of_the_user_and_no_cookie_goes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ada password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with wire(answer(b"", Set_Cookie="track=1; Path=/")) as there:
        door = Door(there.address, QUICK)
        door.get("/x", 4)
        door.get("/x", 4)
        door.close()
    assert len(there.heard) == 2
    assert all(b"secret" not in heard and b"Basic" not in heard and b"Cookie" not in heard for heard in there.heard)


def test_a_large_body_arrives_whole() -> None:
    body = bytes(range(256)) * 20_000
    with wire(answer(body)) as there:
        door = Door(there.address, QUICK)
        assert door.post("/y", body, len(body)) == body
        door.close()
    assert there.heard[0].endswith(body[-100_000:])


def test_chunks_are_put_together() -> None:
    chunked = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"
    )
    with wire(chunked) as there:
        assert Door(there.address, QUICK).get("/", 5) == b"abcde"


@pytest.mark.parametrize("size", [4, 5, 1 << 20])
def test_too_long(size: int) -> None:
    body = b"x" * size
    plain = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (
        size,
        body,
    )
    for said in (answer(body), plain, chunked):
        if size == 4:
            with wire(said) as there:
                assert Door(there.address, QUICK).get("/", 4) == body
        else:
            fails(said, Distrusted, 4)


def test_an_answer_without_end() -> None:
    def speak(_: Wire, one: socket.socket) -> None:
        one.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while True:
            one.sendall(b"x" * 65536)

    assert "without end" in fails(speak, Distrusted, 1 << 20)


@pytest.mark.parametrize("kind", ["gzip", "deflate", "br", "zstd", "GZIP, gzip"])
def test_nothing_is_unpacked(kind: str) -> None:
    bomb = gzip.compress(b"\0" * (32 << 20))
    assert "packed" in fails(answer(bomb, Content_Encoding=kind), Distrusted, 1 << 20)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (answer(b"", "400 Bad Request"), Refused),
        (answer(b"", "404 Not Found"), Refused),
        (answer(b"", "413 Too Large"), Refused),
        (answer(b"", "408 Slow"), Unreachable),
        (answer(b"", "425 Early"), Unreachable),
        (answer(b"", "429 Later"), Unreachable),
        (answer(b"", "500 Oops"), Unreachable),
        (answer(b"", "507 Full"), Unreachable),
        (answer(b"x" * 1_000_000, "400 Bad Request"), Refused),
        (answer(b"[" * 60_000, "400 Bad Request"), Refused),
        (answer(b'{"message":5}', "400 Bad Request"), Refused),
        (b"", Unreachable),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\nabc", Unreachable),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\nabc", Unreachable),
        (b"220 mail.example ready\r\n", Unreachable),
        (b"HTTP/1.1 999999999999999999999 OK\r\n\r\n", Unreachable),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n", Unreachable),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n", Unreachable),
        (b"\x16\x03\x01\x02\x00\x01\x00", Unreachable),
    ],
)
def test_what_goes_wrong_is_told_in_one_of_three_ways(said: bytes, kind: type[ArtistGuardError]) -> None:
    fails(said, kind)


def test_the_service_s_own_words_are_handed_on() -> None:
    body = b'{"type":"artistguard-problem-v1","status":413,"code":"too-large","message":"Too much.","remedy":"Less."}'
    with wire(answer(body, "413 Too Large")) as there, pytest.raises(Refused) as problem:
        Door(there.address, QUICK).get("/", 10)
    assert (problem.value.message, problem.value.remedy) == ("Too much.", "Less.")


def drip(head: bytes, pieces: bytes) -> Callable[[Wire, socket.socket], None]:
    def speak(_: Wire, one: socket.socket) -> None:
        one.sendall(head)
        for byte in pieces:
            one.sendall(bytes([byte]))
            time.sleep(0.1)

    return speak


@pytest.mark.parametrize(
    "speak",
    [
        drip(b"", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1500),
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1500\r\n\r\n", b"x" * 1500),
        drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 250),
        drip(b"HTTP/1.1 500 Oops\r\nContent-Length: 1500\r\n\r\n", b"x" * 1500),
    ],
    ids=["head", "body", "chunks", "error"],
)
def test_a_slow_drip_ends(speak: Callable[[Wire, socket.socket], None]) -> None:
    begun = time.monotonic()
    assert "too long" in fails(speak, Unreachable, most=2000)
    assert time.monotonic() - begun < 75  # 150 seconds without the limit, on the slowest machine, too


def test_silence_ends() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Unreachable, match="too long"):
        Door(f"http://127.0.0.1:{silent.getsockname()[1]}", QUICK).get("/", 10)


def test_a_service_that_does_not_listen_while_we_speak() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf, pytest.raises(Unreachable, match="too long"):
        Door(f"http://127.0.0.1:{deaf.getsockname()[1]}", QUICK).post("/", b"x" * (64 << 20), 10)


def test_nobody_is_there_and_no_such_name() -> None:
    with pytest.raises(Unreachable, match="refused"):
        Door("http://127.0.0.1:9", QUICK).get("/", 10)
    with pytest.raises(Unreachable, match="does not answer"):
        Door("https://nowhere.invalid", QUICK).get("/", 10)


def moved(status: int, to: str) -> bytes:
    return answer(b"", f"{status} Moved", Location=to)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1:1/",
        "http://localhost/",
        "https://127.0.0.1/",
        "file:///etc/passwd",
        "//evil.example/",
        "http://[",
    ],
)
def test_never_to_another_host(status: int, to: str) -> None:
    fails(moved(status, to), Unreachable)


def test_on_the_same_host_a_question_follows() -> None:
    def speak(there: Wire, one: socket.socket) -> None:
        one.sendall(answer(b"here") if b"GET /new" in there.heard[-1] else moved(301, "/new"))

    with wire(speak) as there:
        assert Door(there.address, QUICK).get("/old", 10) == b"here"
    assert [heard.split()[1] for heard in there.heard] == [b"/old", b"/new"]


@pytest.mark.parametrize(("status", "asked"), [(307, 2), (308, 2), (301, 1), (302, 1), (303, 1)])
def test_a_delivery_follows_only_where_it_stays_one(status: int, asked: int) -> None:
    def speak(there: Wire, one: socket.socket) -> None:
        one.sendall(answer(b"taken") if b"/new" in there.heard[-1] else moved(status, "/new"))

    with wire(speak) as there:
        door = Door(there.address, QUICK)
        if asked == 2:
            assert door.post("/old", b"body", 10) == b"taken"
        else:
            with pytest.raises(Unreachable):
                door.post("/old", b"body", 10)
    assert len(there.heard) == asked
    assert all(heard.startswith(b"POST") and heard.endswith(b"body") for heard in there.heard)


def test_round_and_round_ends() -> None:
    with wire(moved(302, "/again")) as there, pytest.raises(Unreachable, match="on and on"):
        Door(there.address, QUICK).get("/", 10)
    assert len(there.heard) == QUICK.redirects + 1


def test_nothing_is_tried_again() -> None:
    with wire(b"") as there, pytest.raises(Unreachable):
        Door(there.address, QUICK).get("/", 10)
    assert len(there.heard) == 1


def test_a_proxy_is_used_except_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    with wire(answer(b"by proxy")) as proxy, wire(answer(b"direct")) as there:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address)
        monkeypatch.setenv("no_proxy", "")
        monkeypatch.setenv("NO_PROXY", "")
        plain = Policy(2, 0.4, 0.8, plain_http=True)
        assert Door(there.address, plain).get("/", 10) == b"direct"
        assert Door("http://registry.invalid", plain).get("/x", 10) == b"by proxy"
        assert proxy.heard[0].startswith(b"GET http://registry.invalid/x HTTP/1.1\r\n")
        monkeypatch.setenv("no_proxy", "registry.invalid")
        monkeypatch.setenv("NO_PROXY", "registry.invalid")
        with pytest.raises(Unreachable):
            Door("http://registry.invalid", plain).get("/x", 10)


def test_a_certificate_of_nobody_is_not_believed(tmp_path: Path) -> None:
    certificate, secret = self_signed(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, secret)

    def speak_tls(listening: socket.socket) -> None:
        while True:
            try:
                one, _ = listening.accept()
                with one, context.wrap_socket(one, server_side=True) as secure:
                    hear(secure)
                    secure.sendall(answer(b"secret"))
            except ssl.SSLError:
                continue
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=speak_tls, args=(listening,), daemon=True)
        thread.start()
        address = f"https://127.0.0.1:{listening.getsockname()[1]}"
        with pytest.raises(Unreachable, match="could not show"):
            Door(address, QUICK).get("/", 10)
        with pytest.MonkeyPatch.context() as environment:
            environment.delenv("REQUESTS_CA_BUNDLE", raising=False)
            environment.setenv("SSL_CERT_FILE", str(certificate))
            assert Door(address, QUICK).get("/", 10) == b"secret"
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(10)


def self_signed(folder: Path) -> tuple[Path, Path]:
    import datetime as dt
    import ipaddress

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder / "cert.pem", folder / "key.pem"


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_patience_is_spent_by_time_and_earned_by_bytes() -> None:
    clock = Hands()
    patience = Patience(10, 4, 100, clock)
    assert patience.wait() == 4
    clock.now = 8
    assert patience.wait() == 2
    patience.earn(500)
    assert patience.wait() == 4
    clock.now = 15
    with pytest.raises(TimeoutError):
        patience.wait()
    patience.begin()
    assert patience.wait() == 4
