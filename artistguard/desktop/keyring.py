"""Errands about the creator's keys: keep a copy, bring one in, make a new one, make a recovery page. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.desktop.archive import Saved
from artistguard.desktop.errands import Note
from artistguard.desktop.household import household
from artistguard.jobs.outcome import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.desktop.household import Household


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery key that was made.

    Attributes:
        line: To print or write down; it is nowhere else.
        page: Where the page was saved, or empty.
        trouble: Why there is no page.
    """

    line: str = field(repr=False)
    page: str
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class SaveKey:
    """Write a locked copy of the key that signs.

    Attributes:
        target: A file that is not there yet.
        passphrase: Locks the copy.
    """

    target: str
    passphrase: str = field(repr=False)

    def work(self, desk: Desk) -> Iterator[Saved]:
        """Yields one Saved."""
        from artistguard.jobs.identity import export

        with desk.studio() as studio:
            _, path = export(studio, self.target, lambda: self.passphrase)
            yield Saved((str(path),))


@dataclass(frozen=True, slots=True)
class BringKey:
    """Take in a key from a copy.

    Attributes:
        source: The file.
        passphrase: Of the copy.
    """

    source: str
    passphrase: str = field(repr=False)

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields how things stand then."""
        from artistguard.jobs.identity import bring_in

        with desk.studio() as studio:
            bring_in(studio, self.source, self.passphrase)
            yield household(studio)


@dataclass(frozen=True, slots=True)
class NewKey:
    """Let a new key take over; registries that know the old one are told.

    Attributes:
        line: The recovery line from paper, where the old key is lost or stolen.
    """

    line: str = field(default="", repr=False)

    def work(self, desk: Desk) -> Iterator[Household | Note]:
        """Yields where the key lies, and how things stand then."""
        from artistguard.jobs.identity import rotate

        with desk.studio() as studio:
            yield Note(rotate(studio, self.line).words)
            yield household(studio)


@dataclass(frozen=True, slots=True)
class MakeRecoveryPage:
    """Make a recovery key and save it as a page to print.

    Attributes:
        target: A name that ends in ``.pdf``.
    """

    target: str

    def work(self, desk: Desk) -> Iterator[Recovery | Household]:
        """Yields the recovery key, and how things stand then."""
        from artistguard.jobs.recovery_page import save_recovery_page

        with desk.studio() as studio:
            made = save_recovery_page(studio, Path(self.target))
            trouble = Trouble.of(made.trouble) if made.trouble is not None else None
            yield Recovery(made.line, str(made.page or ""), trouble)
            yield household(studio)
