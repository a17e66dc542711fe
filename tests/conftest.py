"""What every test may rely on: the project's root on the path, the same examples, a quiet log, a home of its own."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# The same examples in every run, and no time in which each must be done: a busy machine breaks no law.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

pytest_plugins = ["tests.suites.postgres"]


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their place, not by themselves: an archive made at import holds the time of its making.

    Processes that share the tests must collect the same names, whenever each of them began. Files are named from the
    project on, so that tests have the same names on every machine.
    """
    if isinstance(val, Path) and val.is_relative_to(ROOT):
        return str(val.relative_to(ROOT))
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the state, keys or registry of whoever runs it."""
    monkeypatch.setenv("ARTISTGUARD_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("ARTISTGUARD_KEYRING", "off")
    monkeypatch.delenv("ARTISTGUARD_REGISTRY", raising=False)


@pytest.fixture(autouse=True)
def _no_unexpected_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A log record of WARNING or above that the test did not expect (and clear) fails it."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]
