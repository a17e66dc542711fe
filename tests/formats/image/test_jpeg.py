from __future__ import annotations

from artistguard.formats.image.jpeg import Jpeg
from tests.suites.format_suite import FormatSuite


class TestJpeg(FormatSuite):
    plugin = Jpeg()
    folder = "image/jpeg"
