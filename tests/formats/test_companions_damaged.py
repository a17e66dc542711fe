"""Damaged files of every format that only a sidecar states."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from artistguard.errors import FileProblem
from artistguard.formats.layered import Procreate
from artistguard.formats.written import FinalDraft
from tests.formats.test_layered import PROCREATE
from tests.formats.test_written import FDX
from tests.suites.format_suite import glimpse_of
from tests.suites.mutations import count, mutations

if TYPE_CHECKING:
    from artistguard.formats.protocol import Format

CASES = [
    (Procreate(), PROCREATE),
    (FinalDraft(), FDX),
]


@pytest.mark.parametrize(("plugin", "content"), CASES, ids=[f"{at}-{case[0].name}" for at, case in enumerate(CASES)])
def test_damaged_files_end_in_a_clear_error_or_a_value(plugin: Format, content: bytes) -> None:
    for damaged in mutations(content, count(), plugin.name):
        plugin.recognise(glimpse_of(damaged, plugin.types[0].extension))
        for action in (plugin.read, plugin.decode):
            with suppress(FileProblem):
                assert action(io.BytesIO(damaged)) is not None
