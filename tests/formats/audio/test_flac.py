from __future__ import annotations

from artistguard.formats.audio.flac import Flac
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestFlac(MutationSuite, FormatSuite):
    plugin = Flac()
    folder = "audio/flac"
