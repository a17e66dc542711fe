"""What PostgreSQL or the way to it says, said in our words.

Source: postgresql.org/docs/current, Appendix A "PostgreSQL Error Codes".
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from artistguard.errors import DiskFull, StoreDamaged, StoreProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL

_AGAIN = "See that the database runs and lets us in, then try again: whatever was acknowledged is in it."
_WORDS: dict[str, tuple[str, str]] = {
    "55P03": (
        "another ArtistGuard is writing in the registry and does not finish",
        "Wait until the other one is done, or end it, then try again.",
    ),
    "40001": ("two changes came at once", "Try again."),
    "40P01": ("two changes waited for each other", "Try again."),
    "25006": ("the database is a copy that is only read", "Name the server that writes in --store."),
    "42501": (
        "the database's user may not do that",
        "Let its administrator make the tables: artistguard registry tables prints them.",
    ),
}
_LOST = ("08", "57P0", "25P03")
_NOT_AS_WRITTEN = ("23", "P0001", "XX001", "XX002", "22", "42")


def named(url: URL) -> str:
    """A database as messages name it: never with a password."""
    host = url.host or url.query.get("host") or "this computer"
    return f"{url.database or url.username or 'database'} at {host}"


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn whatever the database says into our errors.

    Args:
        name: Of the database.

    Raises:
        StoreProblem: The transaction was undone, or it is not known whether it was written: the same statements sent
            again find their places.
        DiskFull: The server has no room left.
        StoreDamaged: It does not read back as it was written.
    """
    try:
        yield
    except NoConnectionFree as problem:
        raise StoreProblem(
            f"the registry {name} is asked for more than it can answer", remedy="Try again."
        ) from problem
    except DBAPIError as problem:
        raise _problem(name, problem.orig) from problem
    except psycopg.Error as problem:
        raise _problem(name, problem) from problem


def _problem(name: str, problem: BaseException | None) -> StoreProblem:
    state = getattr(problem, "sqlstate", None) or ""
    said = " ".join(str(problem).split())
    if state in _WORDS:
        words, remedy = _WORDS[state]
        return StoreProblem(f"the registry {name}: {words}", remedy=remedy)
    if state == "53100":
        return DiskFull(f"no room left for the registry {name}")
    if state.startswith(_LOST) or (not state and isinstance(problem, psycopg.OperationalError)):
        return StoreProblem(f"the registry {name} does not answer: {said}", remedy=_AGAIN)
    if state.startswith(_NOT_AS_WRITTEN):
        return StoreDamaged(f"the registry {name} does not read back as it was written: {said}")
    return StoreProblem(f"the registry {name} cannot be used: {said}")
