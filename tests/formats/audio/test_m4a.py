from __future__ import annotations

from artistguard.formats.audio.m4a import M4a
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestM4a(MutationSuite, FormatSuite):
    plugin = M4a()
    folder = "audio/m4a"
