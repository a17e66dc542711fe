from __future__ import annotations

from artistguard.formats.image.webp import Webp
from tests.suites.format_suite import FormatSuite
from tests.suites.mutations import MutationSuite


class TestWebp(MutationSuite, FormatSuite):
    plugin = Webp()
    folder = "image/webp"
