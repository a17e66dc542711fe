from artistguard.formats.audio.aiff import Aiff
from tests.suites.format_suite import FormatSuite


class TestAiff(FormatSuite):
    plugin = Aiff()
    folder = "audio/aiff"
