from artistguard.formats.audio.opus import Opus
from tests.suites.format_suite import FormatSuite


class TestOpus(FormatSuite):
    plugin = Opus()
    folder = "audio/opus"
