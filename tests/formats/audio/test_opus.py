from __future__ import annotations

from artistguard.formats.audio.opus import Opus
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestOpus(MutationSuite, FormatSuite):
    plugin = Opus()
    folder = "audio/opus"
