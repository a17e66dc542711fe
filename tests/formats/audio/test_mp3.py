from __future__ import annotations

from artistguard.formats.audio.mp3 import Mp3
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestMp3(MutationSuite, FormatSuite):
    plugin = Mp3()
    folder = "audio/mp3"
