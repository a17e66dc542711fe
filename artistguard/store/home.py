"""Where everything of one user is kept: ARTISTGUARD_HOME, or the place the system has for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from artistguard.store.troubles import telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.store.disk import Disk


@dataclass(frozen=True, slots=True)
class Home:
    """One user's folder and the names in it.

    Attributes:
        folder: The folder itself, absolute.
    """

    folder: Path

    @property
    def database(self) -> Path:
        """Works, runs, journal, outbox, receipts."""
        return self.folder / "artistguard.sqlite3"

    @property
    def wayback(self) -> Path:
        """What it takes to put files back, named by content."""
        return self.folder / "wayback"

    @property
    def keys(self) -> Path:
        """Private keys that no keyring holds."""
        return self.folder / "keys"

    @property
    def certificates(self) -> Path:
        """Certificates for content credentials; made when there is the first one."""
        return self.folder / "certificates"

    @property
    def running(self) -> Path:
        """One locked file for each process that is at work."""
        return self.folder / "running"

    @property
    def thumbnails(self) -> Path:
        """Previews of works: a cache that may be removed at any time."""
        return self.folder / "thumbnails"

    @property
    def evidence(self) -> Path:
        """What registries showed that were caught lying."""
        return self.folder / "evidence"

    @property
    def settings(self) -> Path:
        """What `artistguard config` sets."""
        return self.folder / "settings.json"

    @property
    def registry(self) -> Path:
        """The embedded registry."""
        return self.folder / "registry"

    @property
    def ledger(self) -> Path:
        """The embedded registry's database."""
        return self.registry / "ledger.sqlite3"

    @property
    def registry_key(self) -> Path:
        """The embedded registry's signing key."""
        return self.registry / "key.pem"

    def make(self, disk: Disk) -> None:
        """Make the folders, readable by their user only.

        Raises:
            ArtistGuardError: The disk refuses.
        """
        with telling(self.folder):
            for folder in (self.folder, self.wayback, self.keys, self.running, self.registry):
                disk.make_folder(folder, 0o700)


def find_home(environment: Mapping[str, str] | None = None) -> Home:
    """The home that the environment names, else the system's place for application data."""
    named = (os.environ if environment is None else environment).get("ARTISTGUARD_HOME", "")
    if named:
        return Home(Path(named).expanduser().absolute())
    return Home(platformdirs.user_data_path("artistguard", appauthor=False))
