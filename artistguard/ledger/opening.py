"""Opening the storage that an address names: ``sqlite:///PATH`` or ``postgresql://USER@HOST/DATABASE``."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import UsageProblem
from artistguard.ledger.index.shelf import suited
from artistguard.ledger.storage.schema import STEPS
from artistguard.ledger.storage.sqlite import SqliteStorage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL

    from artistguard.ledger.index.protocol import Shelf
    from artistguard.ledger.storage.protocol import Storage

SQLITE = "sqlite:///"
_POSTGRES = ("postgresql://", "postgres://")
_EXTRA = frozenset({"alembic", "psycopg", "sqlalchemy"})


def is_server(address: str) -> bool:
    """Whether an address names a database on a server, not a file."""
    return address.startswith(_POSTGRES)


def file_of(address: str) -> Path:
    """The file that an address names.

    Raises:
        UsageProblem: It names none.
    """
    if not address.startswith(SQLITE) or len(address) == len(SQLITE):
        raise UsageProblem(
            f"Not a store: {address}",
            remedy="Write sqlite:///PATH (an absolute path has four slashes) or postgresql://USER@HOST/DATABASE.",
        )
    return Path(address.removeprefix(SQLITE)).absolute()


def server_name(address: str) -> str:
    """How a database on a server is called in messages and file names: never with a password.

    Raises:
        UsageProblem: As for `open_storage`.
    """
    with _installed():
        from artistguard.ledger.storage.postgres_troubles import named  # noqa: PLC0415 - as below

        return named(_url(address))


def open_storage(address: str) -> Storage:
    """The storage at an address, made where it is new.

    Raises:
        UsageProblem: It is not of a kind that is known, or what it needs is not installed.
        StoreProblem: It cannot be opened.
    """
    if not is_server(address):
        return SqliteStorage(file_of(address))
    with _installed():
        # Only a registry in PostgreSQL needs these libraries, which not every user installs.
        from artistguard.ledger.storage.postgres import PostgresStorage  # noqa: PLC0415

        return PostgresStorage(_url(address))


def open_shelf(storage: Storage) -> Shelf:
    """The search for similar codes that suits a storage; where the database can, it searches itself."""
    if not storage.server:
        return suited(storage.derived)
    from artistguard.ledger.index.postgres import PostgresShelf  # noqa: PLC0415 - as above

    return PostgresShelf(storage.server)


def tables(after: int = 0) -> str:
    """The SQL that makes the tables of a ledger in PostgreSQL.

    Args:
        after: How many steps the database has already.

    Raises:
        UsageProblem: There are not so many steps, or what it needs is not installed.
    """
    if after > len(STEPS):
        raise UsageProblem(f"There are {len(STEPS)} steps.", remedy="Look into the table alembic_version.")
    with _installed():
        from artistguard.ledger.storage.upgrading import statements  # noqa: PLC0415 - as above

        return statements(after)


def _url(address: str) -> URL:
    from sqlalchemy import make_url  # noqa: PLC0415 - as above
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415 - as above

    try:
        return make_url(address)
    except (ArgumentError, ValueError) as problem:
        # What was typed may hold a password, so it is not repeated.
        raise UsageProblem(
            "This is not a database's address.", remedy="Write postgresql://USER@HOST/DATABASE."
        ) from problem


@contextmanager
def _installed() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageProblem(
            f"A registry in PostgreSQL needs {problem.name}, which is not installed.",
            remedy='Install it with: pip install "artistguard[registry]"',
        ) from problem
