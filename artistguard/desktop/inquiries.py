"""The errand of the screen Check a file: look at files of anybody, write nothing. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.desktop.errands import processes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.jobs.check import Finding
    from artistguard.jobs.losses import Comparison


@dataclass(frozen=True, slots=True)
class Discovery:
    """What is known about one file.

    Attributes:
        finding: What is stated in it, and which registered works it is.
        comparisons: What of each of these works is missing in it.
    """

    finding: Finding
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspect:
    """Look at files and ask the registry with their fingerprints.

    Attributes:
        paths: Files and folders.
    """

    paths: tuple[str, ...]

    def work(self, desk: Desk) -> Iterator[Discovery]:
        """Yields one Discovery a file."""
        from artistguard.jobs.check import check
        from artistguard.jobs.declaring import registries
        from artistguard.jobs.losses import compare

        with desk.studio() as studio:
            settings = studio.store.settings
            asked = registries(settings)
            for finding in check(studio, self.paths, asked, processes(settings), desk.listen):
                yield Discovery(finding, compare(studio, finding) if finding.matches else ())
