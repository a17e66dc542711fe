from __future__ import annotations

from artistguard.formats.image.jpeg import Jpeg
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestJpeg(MutationSuite, FormatSuite):
    plugin = Jpeg()
    folder = "image/jpeg"
