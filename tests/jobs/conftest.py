"""A creator at work for every test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.suites.workshop import workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.suites.workshop import Workshop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path) as opened:
        yield opened
