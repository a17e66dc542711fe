"""Spreading the postings over several servers with nothing but what comes with PostgreSQL; see docs/postgresql.md."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from tests.suites.postgres import USER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.suites.postgres import PostgresServer

_NUMBERS = itertools.count()
_COLUMNS = "k bigint NOT NULL, place bigint NOT NULL, code bit(256) NOT NULL"


def shard(servers: Sequence[PostgresServer], database: str) -> Callable[[], list[int]]:
    """Give every server a part of the keys: the first, which has the ledger, and the others.

    Returns:
        Tells how many postings each has.
    """
    first, *others = servers
    mark = next(_NUMBERS)
    parts = [(first, database)]
    with first.connect(database) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS postgres_fdw")
        connection.execute("BEGIN")
        connection.execute("DROP TABLE posting")
        connection.execute(f"CREATE TABLE posting ({_COLUMNS}) PARTITION BY HASH (k)".encode())
        modulus = len(servers)
        connection.execute(
            f"CREATE TABLE posting_0 PARTITION OF posting FOR VALUES WITH (MODULUS {modulus}, REMAINDER 0)".encode()
        )
        connection.execute("CREATE INDEX posting_0_k ON posting_0 (k) INCLUDE (place, code)")
        for number, other in enumerate(others, 1):
            there = f"shard_{mark}_{number}"
            parts.append((other, there))
            with other.connect() as outside:
                outside.execute(f"CREATE DATABASE {there} TEMPLATE template0".encode())
            with other.connect(there) as outside:
                outside.execute(f"CREATE TABLE posting ({_COLUMNS})".encode())
                outside.execute("CREATE INDEX posting_k ON posting (k) INCLUDE (place, code)")
            connection.execute(
                f"""CREATE SERVER shard_{number} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '{other.folder}',
                    dbname '{there}', async_capable 'true', fetch_size '10000', batch_size '1000')""".encode()
            )
            connection.execute(
                f"CREATE USER MAPPING FOR CURRENT_USER SERVER shard_{number} OPTIONS (user '{USER}')".encode()
            )
            connection.execute(
                f"""CREATE FOREIGN TABLE posting_{number} PARTITION OF posting
                    FOR VALUES WITH (MODULUS {modulus}, REMAINDER {number})
                    SERVER shard_{number} OPTIONS (table_name 'posting')""".encode()
            )
        connection.execute("UPDATE posting_space SET covers = 0")
        connection.execute("COMMIT")

    def counts() -> list[int]:
        found = []
        for number, (server, name) in enumerate(parts):
            table = "posting" if number else "posting_0"
            with server.connect(name) as connection:
                found.append(connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()[0])  # type: ignore[index]
        return found

    return counts
