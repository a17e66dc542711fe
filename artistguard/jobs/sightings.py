"""Surveys that are remembered between a rehearsal and the run, so that no file is read twice for the same answer.

What is remembered counts only while the file is the same by place on the disk, size and time of last change. Whoever
writes a file compares its digest with the survey's once more, so a memory that is wrong costs one file and harms none.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.errors import ArtistGuardError
from artistguard.store import files

if TYPE_CHECKING:
    from artistguard.jobs.survey import Survey
    from artistguard.store.files import Look

MOST = 10_000
RACY_NS = 3 * 10**9
"""A file that changed so short a time before it was looked at may change again unseen: coarse file systems count in two
seconds."""


class Sightings:
    """What was seen, the latest kept."""

    def __init__(self) -> None:
        self._seen: OrderedDict[str, tuple[Look, Survey]] = OrderedDict()

    def recall(self, path: str) -> Survey | None:
        """What was seen of a file, if it is still the same file."""
        if path not in self._seen:
            return None
        look, survey = self._seen[path]
        return survey if look_at(path) == look else None

    def keep(self, look: Look | None, survey: Survey) -> None:
        """Remember what was seen.

        Args:
            look: At the file, before it was read; None for what has no look of its own, such as a folder.
            survey: What was seen of it then.
        """
        if look is None or time.time_ns() - look.mtime_ns < RACY_NS:
            return
        self._seen[survey.path] = (look, survey)
        self._seen.move_to_end(survey.path)
        while len(self._seen) > MOST:
            self._seen.popitem(last=False)


def look_at(path: str) -> Look | None:
    """A look at a file; None where the system refuses or nothing stands."""
    try:
        return files.look_at(Path(path))
    except ArtistGuardError:
        return None
