"""A store of its own for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artistguard.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store() as opened:
        yield opened
