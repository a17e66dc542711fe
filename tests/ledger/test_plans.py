"""No look-up reads a whole table: what takes a moment among ten must not take long among ten million."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from artistguard.ledger.storage.queries import SqliteQueries
from artistguard.ledger.storage.rows import Rows
from artistguard.messages import Item, Question
from tests.suites.registry_makers import Clock, Sender, declared, opened, sha, withdrawn, work

if TYPE_CHECKING:
    from pathlib import Path


class Listening:
    """A connection that writes down every query and its plan."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.plans: dict[str, list[str]] = {}

    def execute(self, query: str, values: tuple[Any, ...] = ()) -> sqlite3.Cursor:
        steps = self._connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
        self.plans[query] = [step[3] for step in steps]
        return self._connection.execute(query, values)


@pytest.mark.parametrize("column", ["work", "record", "supersedes"])
def test_claims_are_found_by_an_index(tmp_path: Path, column: str) -> None:
    ledger = opened(tmp_path)
    first = declared("a")
    Sender(ledger, Clock()).send(first, withdrawn(first))
    assert ledger.check(Question((Item({"sha256": sha("a")}),))).items[0].matches
    with contextlib.closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        listening = Listening(connection)
        values = [work("a"), first.statement.record]  # type: ignore[union-attr]
        assert Rows(SqliteQueries(listening)).claims_about(column, values)  # type: ignore[arg-type]
    (plan,) = listening.plans.values()
    assert any(f"claim_{column}" in step for step in plan)
    assert not any(step.startswith("SCAN claim") for step in plan)
    ledger.close()
