from __future__ import annotations

from artistguard.formats.audio.ogg import Ogg
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestOgg(MutationSuite, FormatSuite):
    plugin = Ogg()
    folder = "audio/ogg"
