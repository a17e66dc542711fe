from __future__ import annotations

from artistguard.formats.audio.aiff import Aiff
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestAiff(MutationSuite, FormatSuite):
    plugin = Aiff()
    folder = "audio/aiff"
