from __future__ import annotations

from artistguard.formats.image.gif import Gif
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestGif(MutationSuite, FormatSuite):
    plugin = Gif()
    folder = "image/gif"
