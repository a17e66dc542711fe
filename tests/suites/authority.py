"""A time-stamping authority on this machine's loopback: OpenSSL behind an HTTP server."""

from __future__ import annotations

import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CONFIGURATION = """
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[stamper]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
serial = serial
signer_cert = stamper.pem
signer_key = stamper.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
tsa_name = yes
ess_cert_id_alg = sha256
"""


@dataclass
class Authority:
    """Where it answers, its root certificate, what it was asked, and how it may spoil its answers."""

    address: str
    root: Path
    asked: list[bytes] = field(default_factory=list)
    spoil: Callable[[bytes], bytes] = bytes


@contextmanager
def authority(folder: Path, name: str = "Test Stamps") -> Iterator[Authority]:
    """Run one; its keys and certificates lie in an empty folder."""
    _certify(folder, name)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            served.asked.append(query)
            answer = served.spoil(_stamp(folder, query))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Authority(f"http://127.0.0.1:{server.server_port}/stamp", folder / "root.pem")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def _certify(folder: Path, name: str) -> None:
    (folder / "openssl.cnf").write_text(CONFIGURATION)
    (folder / "serial").write_text("01\n")
    new = "-newkey rsa:2048 -nodes -config openssl.cnf"
    _openssl(folder, f"req -x509 {new} -extensions ca -keyout root.key -out root.pem -days 30 -subj", "/CN=Test Root")
    _openssl(folder, f"req {new} -keyout stamper.key -out stamper.csr -subj", f"/CN={name}")
    signing = "x509 -req -in stamper.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30"
    _openssl(folder, f"{signing} -extfile openssl.cnf -extensions stamper -out stamper.pem")


def _stamp(folder: Path, query: bytes) -> bytes:
    (folder / "query").write_bytes(query)
    _openssl(folder, "ts -reply -config openssl.cnf -section tsa -queryfile query -out answer")
    return (folder / "answer").read_bytes()


def _openssl(folder: Path, command: str, *more: str) -> None:
    subprocess.run(["openssl", *command.split(), *more], cwd=folder, check=True, capture_output=True)
