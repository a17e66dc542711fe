from artistguard.formats.audio.wav import Wav
from tests.suites.format_suite import FormatSuite


class TestWav(FormatSuite):
    plugin = Wav()
    folder = "audio/wav"
