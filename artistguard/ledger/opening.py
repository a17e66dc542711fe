"""Opening the storage that an address names: ``sqlite:///PATH`` or ``postgresql://USER@HOST/DATABASE``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import UsageProblem
from artistguard.ledger.storage.sqlite import SqliteStorage

if TYPE_CHECKING:
    from artistguard.ledger.storage.protocol import Storage

SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")
_EXTRA = frozenset({"alembic", "psycopg", "sqlalchemy"})


def is_server(address: str) -> bool:
    """Whether an address names a database on a server, not a file."""
    return address.startswith(POSTGRES)


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


def open_storage(address: str) -> Storage:
    """The storage at an address, made where it is new.

    Raises:
        UsageProblem: It is not of a kind that is known, or what it needs is not installed.
        StoreProblem: It cannot be opened.
    """
    if not is_server(address):
        return SqliteStorage(file_of(address))
    try:
        # Only a registry in PostgreSQL needs these libraries, which not every user installs.
        from sqlalchemy import make_url  # noqa: PLC0415
        from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

        from artistguard.ledger.storage.postgres import PostgresStorage  # noqa: PLC0415
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageProblem(
            f"A registry in PostgreSQL needs {problem.name}, which is not installed.",
            remedy='Install it with: pip install "artistguard[registry]"',
        ) from problem
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as problem:
        # What was typed may hold a password, so it is not repeated.
        raise UsageProblem(
            "This is not a database's address.", remedy="Write postgresql://USER@HOST/DATABASE."
        ) from problem
    return PostgresStorage(url)
