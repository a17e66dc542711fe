from __future__ import annotations

from artistguard.formats.audio.wav import Wav
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestWav(MutationSuite, FormatSuite):
    plugin = Wav()
    folder = "audio/wav"
