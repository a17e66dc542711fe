"""What the window sends its helper process to do: plain values there, plain values back, no Qt on either way.

An errand is a frozen value with one method, `work`, which runs in the helper process and yields values as they come.
The jobs are imported when an errand runs, so that the window itself opens without loading a single decoder.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from artistguard.errors import ArtistGuardError
from artistguard.jobs.declaring import stated
from artistguard.jobs.outcome import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from artistguard.jobs.previewer import Previewer
    from artistguard.jobs.studio import Studio
    from artistguard.store.settings import Setting, Settings
    from artistguard.terms import Declaration


class Desk(Protocol):
    """What an errand finds where it works."""

    def studio(self) -> AbstractContextManager[Studio]:
        """The creator's store, key and registries, open until the errand is over."""
        ...

    def previewer(self) -> Previewer:
        """Makes small pictures; stays from errand to errand."""
        ...

    def listen(self, stage: str, done: int, total: int) -> None:
        """Tell progress.

        Raises:
            Stopped: The user pressed Cancel.
        """
        ...


class Errand(Protocol):
    """One thing to do."""

    def work(self, desk: Desk) -> Iterator[object]:
        """Do it, and yield values that can be pickled.

        Raises:
            ArtistGuardError: It cannot be done; told to the window as a Trouble.
        """
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an errand is.

    Attributes:
        stage: Looking or Writing.
        done: Files that have passed the stage.
        total: All of them.
    """

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the person, such as where a new key is kept."""

    words: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """What holds when the window opens.

    Attributes:
        settings: Every setting with its value.
        mended: Names of files that a crash had left half done and that are in order again.
        unmended: Names and troubles of those that are not.
    """

    settings: dict[str, Setting]
    mended: tuple[str, ...] = ()
    unmended: tuple[tuple[str, Trouble], ...] = ()

    @property
    def declaration(self) -> Declaration:
        """The terms that hold until others are chosen."""
        return stated(self.settings)


@dataclass(frozen=True, slots=True)
class Greet:
    """Open the store, put in order what a crash left, and tell what is set."""

    def work(self, desk: Desk) -> Iterator[Welcome]:
        """Yields one Welcome."""
        from artistguard.jobs.declaring import settings

        with desk.studio() as studio:
            names = [(", ".join(path.name for path in each.paths), each.error) for each in studio.store.mended]
            yield Welcome(
                settings(studio),
                tuple(name for name, error in names if error is None),
                tuple((name, Trouble.of(error)) for name, error in names if error is not None),
            )


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep settings; name, addresses and choice are kept for whoever signs.

    Attributes:
        values: Name and text of each.
    """

    values: tuple[tuple[str, str], ...]

    def work(self, desk: Desk) -> Iterator[tuple[str, Setting]]:
        """Yields each name with the value as it was understood."""
        from artistguard.jobs.declaring import keep

        with desk.studio() as studio:
            for name, text in self.values:
                yield name, keep(studio, name, text)


@dataclass(frozen=True, slots=True)
class Preview:
    """Make small pictures of files.

    Attributes:
        paths: Files.
        side: Pixels of the longer side.
    """

    paths: tuple[str, ...]
    side: int

    def work(self, desk: Desk) -> Iterator[tuple[str, bytes]]:
        """Yields each path with a picture file, or with nothing where no picture can be had."""
        from artistguard.formats.previews import Wish
        from artistguard.jobs.preview import PreviewOrder

        previewer = desk.previewer()
        for done, path in enumerate(self.paths, start=1):
            try:
                made = previewer.ask(PreviewOrder(path, Wish(self.side)))
            except ArtistGuardError:
                made = None
            yield path, made or b""
            desk.listen("Preview", done, len(self.paths))


def processes(settings: Settings) -> int:
    """How many processes: as set, or one for each processor core that may be used."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return int(settings.get("jobs")) or cores
