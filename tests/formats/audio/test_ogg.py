from artistguard.formats.audio.ogg import Ogg
from tests.suites.format_suite import FormatSuite


class TestOgg(FormatSuite):
    plugin = Ogg()
    folder = "audio/ogg"
