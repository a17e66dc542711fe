"""The tables of a ledger in SQLite: steps, one after another, of which a database remembers how many it has.

Only `entry` and `checkpoint` are the truth; `fsck` rebuilds or checks everything else from them, except `enclosure`
and what operators enter about persons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.ledger.storage.migrations.steps import step_1, step_2, step_3, step_4

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS: Sequence[Sequence[str]] = (step_1.SQLITE, step_2.SQLITE, step_3.SQLITE, step_4.SQLITE)
"""Statements of each step; a step that was released never changes."""
