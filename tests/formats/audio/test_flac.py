from artistguard.formats.audio.flac import Flac
from tests.suites.format_suite import FormatSuite


class TestFlac(FormatSuite):
    plugin = Flac()
    folder = "audio/flac"
