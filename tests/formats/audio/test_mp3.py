from artistguard.formats.audio.mp3 import Mp3
from tests.suites.format_suite import FormatSuite


class TestMp3(FormatSuite):
    plugin = Mp3()
    folder = "audio/mp3"
