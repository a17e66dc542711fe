"""Errands about the certificate that signs content credentials: make it anew, bring one in, remove it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from artistguard.desktop.household import household

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.desktop.household import Household


@dataclass(frozen=True, slots=True)
class MakeCertificate:
    """Make the creator's own certificate anew, with the name that is set now."""

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields how things stand then."""
        from artistguard.jobs.crediting import make

        with desk.studio() as studio:
            make(studio)
            yield household(studio)


@dataclass(frozen=True, slots=True)
class BringCertificate:
    """Take in a certificate that was bought.

    Attributes:
        source: The file.
        key: File of its private key, where that is another one; else empty.
        passphrase: Of the file that holds the key, or empty.
    """

    source: str
    key: str = ""
    passphrase: str = field(default="", repr=False)

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields how things stand then."""
        from artistguard.jobs.crediting import bring_in

        with desk.studio() as studio:
            bring_in(studio, self.source, self.key, self.passphrase)
            yield household(studio)


@dataclass(frozen=True, slots=True)
class ForgetCertificate:
    """Remove the certificate that was bought, with its key; the creator's own signs again."""

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields how things stand then."""
        from artistguard.jobs.crediting import forget

        with desk.studio() as studio:
            forget(studio)
            yield household(studio)
