"""Bringing the tables of a database in PostgreSQL to the newest step, or printing what would do it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import StoreProblem
from artistguard.ledger.storage.schema import STEPS

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

_FOLDER = Path(__file__).parent / "migrations"
_UPGRADER = 0x4152_5455  # "ARTU", of all who bring this ledger's tables up to date


def upgrade(connection: Connection) -> None:
    """Run the steps that a database lacks, in the transaction of a connection; several processes take turns.

    Args:
        connection: Its transaction is the caller's to end.

    Raises:
        StoreProblem: The tables were made by a later version.
    """
    if _reached(connection) == len(STEPS):
        return
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (_UPGRADER,))
    reached = _reached(connection)
    if reached > len(STEPS):
        raise StoreProblem(
            "the registry was made by a later version of ArtistGuard", remedy="Install the latest version."
        )
    if reached < len(STEPS):
        # Only a database that lacks a step needs alembic.
        from alembic import command  # noqa: PLC0415

        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def statements(start: int = 0) -> str:
    """The SQL that brings a database from a step to the newest, for whoever may make tables there.

    Args:
        start: How many steps it has.
    """
    from alembic import command  # noqa: PLC0415 - as above

    config = _config()
    config.output_buffer = io.StringIO()
    command.upgrade(config, f"{start:04}:head" if start else "head", sql=True)
    return config.output_buffer.getvalue()


def _config() -> Config:
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", _escaped(_FOLDER))
    config.set_main_option("version_locations", _escaped(_FOLDER / "steps"))
    config.set_main_option("path_separator", "newline")
    return config


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%%")


def _reached(connection: Connection) -> int:
    """How many steps a database has."""
    made = connection.exec_driver_sql("SELECT to_regclass('alembic_version') IS NOT NULL").scalar_one()
    if not made:
        return 0
    return int(connection.exec_driver_sql("SELECT max(version_num) FROM alembic_version").scalar_one() or 0)
