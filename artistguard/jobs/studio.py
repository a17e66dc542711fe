"""What every job is handed: store, key, registry, clock and dice; tests hand in their own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artistguard.jobs.sightings import Sightings
from artistguard.store.identity import SEALED_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.claims.keys import PrivateKey
    from artistguard.messages import Registry
    from artistguard.store.identity import Profile
    from artistguard.store.opening import Store

EMBEDDED = "embedded"
"""The outbox's name for the registry on this computer."""


def _silent(_: str) -> None:
    """Nobody listens."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Studio:
    """One creator at work on one home.

    Attributes:
        store: Works, way back, outbox, receipts, keys.
        connect: Opens the registry at an address; `EMBEDDED` is the one on this computer.
        profile: Name of the profile that signs; empty for the one that signs by itself.
        passphrase: Asked for when a key is sealed with one.
        clock: The creator's own clock, UTC.
        dice: So many random bytes.
        tell: A sentence for the person, shown once (a first identity, a registry seen for the first time).
        sightings: What was seen of files lately.
        polite: Whether the processes that do the hard work let other programs go first, such as a window.
    """

    store: Store
    connect: Callable[[str], Registry]
    profile: str = ""
    passphrase: Callable[[], str] = str
    clock: Callable[[], datetime] = _now
    dice: Callable[[int], bytes] = secrets.token_bytes
    tell: Callable[[str], None] = _silent
    sightings: Sightings = field(default_factory=Sightings, repr=False)
    polite: bool = False
    _keys: dict[str, PrivateKey] = field(default_factory=dict, repr=False)

    def moment(self) -> str:
        """Now, RFC 3339 in UTC to the second, as statements have it."""
        return f"{self.clock():%Y-%m-%dT%H:%M:%SZ}"

    def key(self) -> PrivateKey:
        """The creator's key, made at its first use and told; opened once.

        Raises:
            IdentityProblem: There is no such profile, or its key cannot be opened.
        """
        return self.key_of(self.introduce_yourself())

    def key_of(self, profile: Profile) -> PrivateKey:
        """The key of any profile; a passphrase is asked for once.

        Raises:
            IdentityProblem: It cannot be opened.
        """
        if profile.did not in self._keys:
            sealed = profile.place == SEALED_FILE
            self._keys[profile.did] = self.store.identities.key(profile, self.passphrase() if sealed else "")
        return self._keys[profile.did]

    def on_behalf_of(self) -> str:
        """DID of the person for whom the profile acts, or empty; a name alone cannot be stated in a registry."""
        whom = self.introduce_yourself().acts_for
        return whom if whom.startswith("did:") else ""

    def introduce_yourself(self) -> Profile:
        """The profile that signs; the first one is made at its first use, and told.

        Raises:
            IdentityProblem: There is no such profile.
        """
        kept_in = str(self.store.settings.get("identity.store"))
        profile, words = self.store.identities.ensure(self.profile, store=kept_in)
        if words:
            self.tell(words)
        return profile
