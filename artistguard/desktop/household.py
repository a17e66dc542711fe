"""Errands of Preferences: what is set, who signs, what waits to be sent. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.desktop.folders import watched
from artistguard.jobs.outcome import Trouble
from artistguard.transparency.receipt import LOCAL
from artistguard.works import Digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.credentials.values import Certificate
    from artistguard.desktop.errands import Desk
    from artistguard.desktop.folders import Folder
    from artistguard.jobs.studio import Studio
    from artistguard.store.identity import Profile
    from artistguard.store.receipts import Pin
    from artistguard.store.settings import Setting


@dataclass(frozen=True, slots=True)
class Household:
    """All that Preferences show.

    Attributes:
        settings: Every setting with its value.
        profiles: Names that sign; none before the first key was made.
        signing: The one of them that signs.
        waiting: Address of each registry that something waits for, and how much.
        refused: Reasons of registries that said no, for good.
        known: Registries on other computers that confirmed something.
        folders: Folders that are watched.
        certificate: The one that signs content credentials; None before the first was made.
    """

    settings: dict[str, Setting]
    profiles: tuple[Profile, ...] = ()
    signing: Profile | None = None
    waiting: tuple[tuple[str, int], ...] = ()
    refused: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    folders: tuple[Folder, ...] = ()
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A registry whose key is pinned.

    Attributes:
        address: Where it answered.
        origin: Name of its log.
        fingerprint: Of its key, in groups to read aloud.
        since: When it was first seen, UTC.
        card: What another device scans to know it again.
    """

    address: str
    origin: str
    fingerprint: str
    since: str
    card: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of what waited for one registry.

    Attributes:
        address: The registry.
        confirmed: How many statements it confirmed.
        refused: How many it will not take.
        trouble: Why the rest goes on waiting.
    """

    address: str
    confirmed: int
    refused: int
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """Tell how things stand; no key is made for it."""

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields one Household."""
        with desk.studio() as studio:
            yield household(studio)


@dataclass(frozen=True, slots=True)
class ChooseProfile:
    """Let another profile sign from now on.

    Attributes:
        name: Its name.
    """

    name: str

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields how things stand then."""
        from artistguard.jobs.identity import choose

        with desk.studio() as studio:
            choose(studio, self.name)
            studio.profile = ""
            yield household(studio)


@dataclass(frozen=True, slots=True)
class NewProfile:
    """Make another name with a key of its own.

    Attributes:
        name: Her own, or a pen name.
        acts_for: On whose behalf it signs, or empty.
    """

    name: str
    acts_for: str = ""

    def work(self, desk: Desk) -> Iterator[Household]:
        """Yields how things stand then."""
        from artistguard.jobs.identity import create, profiles

        with desk.studio() as studio:
            # The first profile is the person herself, also where she begins with a pen name.
            profiles(studio)
            create(studio, self.name, acts_for=self.acts_for)
            yield household(studio)


@dataclass(frozen=True, slots=True)
class SendNow:
    """Send everything that waits.

    Attributes:
        hurry: A person asks for it; else registries that failed are left alone for a while.
    """

    hurry: bool = True

    def work(self, desk: Desk) -> Iterator[Sent]:
        """Yields one Sent a registry."""
        from artistguard.jobs.deliver import deliver

        with desk.studio() as studio:
            addresses = studio.store.outbox.addresses()
            for done, (address, _) in enumerate(addresses, start=1):
                delivery = deliver(studio, address, hurry=self.hurry)
                trouble = Trouble.of(delivery.waiting) if delivery.waiting is not None else None
                yield Sent(address, len(delivery.confirmed), len(delivery.refused), trouble)
                desk.listen("Sending", done, len(addresses))


@dataclass(frozen=True, slots=True)
class Due:
    """When something that waits may be sent.

    Attributes:
        seconds: From now; 0.0 where its time has come, None where nothing waits.
    """

    seconds: float | None


@dataclass(frozen=True, slots=True)
class LookForDue:
    """Tell when something that waits may be sent; nothing is sent where registering is off."""

    def work(self, desk: Desk) -> Iterator[Due]:
        """Yields one Due."""
        with desk.studio() as studio:
            on = studio.store.settings.switch("register")
            yield Due(min((wait for _, wait in studio.store.outbox.due()), default=None) if on else None)


def household(studio: Studio) -> Household:
    """How things stand."""
    from artistguard.jobs.crediting import certificate
    from artistguard.jobs.declaring import settings

    store = studio.store
    profiles = store.identities.profiles()
    return Household(
        settings(studio),
        profiles,
        store.identities.profile(studio.profile) if profiles else None,
        store.outbox.addresses(),
        tuple(dict.fromkeys(reason for _, _, reason in store.outbox.refusals())),
        tuple(_known(pin) for pin in store.pins.all() if not pin.origin.startswith(LOCAL)),
        watched(studio).folders,
        certificate(studio),
    )


def _known(pin: Pin) -> Known:
    from artistguard.claims.canonical import canonical
    from artistguard.messages import Card

    digits = Digest.of(pin.key.encode()).hex[:32].upper()
    groups = " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
    card = canonical(Card(pin.address, pin.origin, pin.key)).decode()
    return Known(pin.address, pin.origin, groups, pin.first_seen, card)
