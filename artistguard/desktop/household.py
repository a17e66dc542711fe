"""Errands of Preferences: what is set, who signs, what waits to be sent. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from artistguard.jobs.outcome import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artistguard.desktop.errands import Desk
    from artistguard.jobs.studio import Studio
    from artistguard.store.identity import Profile
    from artistguard.store.settings import Setting


@dataclass(frozen=True, slots=True)
class Household:
    """All that Preferences show.

    Attributes:
        settings: Every setting with its value.
        profiles: Names that sign; none before the first key was made.
        waiting: Address of each registry that something waits for, and how much.
        refused: Reasons of registries that said no, for good.
    """

    settings: dict[str, Setting]
    profiles: tuple[Profile, ...] = ()
    waiting: tuple[tuple[str, int], ...] = ()
    refused: tuple[str, ...] = ()


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
    """Send everything that waits."""

    def work(self, desk: Desk) -> Iterator[Sent]:
        """Yields one Sent a registry."""
        from artistguard.jobs.deliver import deliver

        with desk.studio() as studio:
            addresses = studio.store.outbox.addresses()
            for done, (address, _) in enumerate(addresses, start=1):
                delivery = deliver(studio, address)
                trouble = Trouble.of(delivery.waiting) if delivery.waiting is not None else None
                yield Sent(address, len(delivery.confirmed), len(delivery.refused), trouble)
                desk.listen("Sending", done, len(addresses))


def household(studio: Studio) -> Household:
    """How things stand."""
    store = studio.store
    return Household(
        store.settings.all(),
        tuple(store.identities.profiles()),
        store.outbox.addresses(),
        tuple(dict.fromkeys(reason for _, _, reason in store.outbox.refusals())),
    )
