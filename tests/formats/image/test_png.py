from __future__ import annotations

from artistguard.formats.image.png import Png
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestPng(MutationSuite, FormatSuite):
    plugin = Png()
    folder = "image/png"
