"""Every engine that keeps a ledger does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.suites.engines import Engine, make
from tests.suites.storage_suite import StorageSuite

if TYPE_CHECKING:
    from pathlib import Path


class TestSqlite(StorageSuite):
    @pytest.fixture
    def engine(self, request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
        return make("sqlite", tmp_path, request)


class TestPostgres(StorageSuite):
    @pytest.fixture
    def engine(self, request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
        return make("postgres", tmp_path, request)
