"""What is stated when nothing else is said: the terms of whoever signs.

Name, addresses and pages in the settings belong to the first profile. A pen name must not give the person behind it
away, so each other profile has terms of its own: its name, or that of whom it acts for, until it is given others.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from artistguard.errors import NoIdentity
from artistguard.jobs.studio import EMBEDDED
from artistguard.store.settings import several
from artistguard.terms import Choice, Declaration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.jobs.studio import Studio
    from artistguard.store.identity import Profile
    from artistguard.store.settings import Setting, Settings

TERMS = ("choice", "name", "contact", "licence", "policy", "location")
"""What is stated, as each profile has it for itself."""
NUMBERS = ("isni", "orcid", "ipi")
"""Standard numbers of whoever signs; each profile has its own, too."""


def standing(studio: Studio) -> Declaration:
    """The terms of whoever signs.

    Raises:
        NoIdentity: There is no such profile.
    """
    return stated(settings(studio))


def stated(held: Mapping[str, Setting]) -> Declaration:
    """The terms that settings make.

    Args:
        held: As `settings` gives them.
    """
    choice, name, contact, licence, policy, location = (str(held[term]) for term in TERMS)
    numbers = tuple((kind, str(held[kind])) for kind in NUMBERS if held[kind])
    return Declaration(Choice(choice), name, contact, licence, policy, numbers=numbers, location=location)


def registries(settings: Settings) -> tuple[str, ...]:
    """The registries meant when none is named: those of the environment or the settings, else the one on this computer.

    Returns:
        At least one, as the outbox names them.
    """
    return several(os.environ.get("ARTISTGUARD_REGISTRY") or settings.text("registry")) or (EMBEDDED,)


def settings(studio: Studio) -> dict[str, Setting]:
    """Every setting, with the terms of whoever signs.

    Raises:
        NoIdentity: There is no such profile.
    """
    shared = studio.store.settings.all()
    profile = another(studio)
    if profile is None:
        return shared
    own = {**dict.fromkeys((*TERMS[2:], *NUMBERS), ""), "name": _public_name(profile)}
    return shared | own | studio.store.settings.of(profile.name)


def keep(studio: Studio, name: str, text: str) -> Setting:
    """Set something; terms are set for whoever signs.

    Raises:
        UsageProblem: There is no such setting, or the value does not fit.
    """
    profile = another(studio) if name in {*TERMS, *NUMBERS} else None
    return studio.store.settings.set(name, text, of=profile.name if profile is not None else "")


def another(studio: Studio) -> Profile | None:
    """The profile that signs, where it is another than the first.

    Raises:
        NoIdentity: There is no such profile.
    """
    everybody = studio.store.identities.profiles(replaced=True)
    if not everybody:
        if studio.profile:
            raise NoIdentity(f"{studio.profile}: there is no such profile")
        return None
    signing = studio.store.identities.profile(studio.profile)
    return signing if signing.name != everybody[0].name else None


def _public_name(profile: Profile) -> str:
    """Its own, or that of whom it acts for."""
    return profile.name if not profile.acts_for or profile.acts_for.startswith("did:") else profile.acts_for
