"""Opening a studio for a command: the home, the registry, the key, and a person or a pipe to speak to."""

from __future__ import annotations

import getpass
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from artistguard.cli.output import say
from artistguard.cli.silence import decoders_are_silent
from artistguard.errors import UsageProblem
from artistguard.jobs.declaring import registries
from artistguard.jobs.registries import Registries
from artistguard.jobs.studio import Studio
from artistguard.jobs.trust import read_card, trust
from artistguard.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.store.settings import Settings


@contextmanager
def studio(profile: str = "") -> Iterator[Studio]:
    """The creator at work, with whatever a crash left put in order and told."""
    with decoders_are_silent(), open_store() as store:
        for mended in store.mended:
            names = ", ".join(str(path) for path in mended.paths)
            say(f"After an interruption: {names}: {mended.outcome or mended.error}")
        yield Studio(
            store,
            Registries(store.home, store.disk).connect,
            profile=profile or str(store.settings.get("profile")),
            passphrase=_passphrase,
            tell=say,
        )


def registry_addresses(named: Sequence[str] | None, at_work: Studio) -> tuple[str, ...]:
    """The registries meant: named here, by ARTISTGUARD_REGISTRY, by the settings, else the one on this computer.

    Where a file is named, it is a registry's card, and what it says is pinned.
    """
    return tuple(dict.fromkeys(_pinned(each, at_work) for each in named or registries(at_work.store.settings)))


def _pinned(meant: str, at_work: Studio) -> str:
    if "://" not in meant and Path(meant).is_file():
        return trust(at_work, read_card(Path(meant))).address
    return meant


def processes(named: int | None, settings: Settings) -> int:
    """How many processes: as named, as set, or one a processor core."""
    return named or int(settings.get("jobs")) or _cores()


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def asked(variable: str, question: str, *, twice: bool = False) -> str:
    """A secret from the environment, or typed unseen at a terminal; never asked for on a pipe.

    Args:
        variable: Name of the environment variable.
        question: Shown at a terminal.
        twice: It is a new one: typed again, so that a slip is found.

    Raises:
        UsageProblem: There is none, or it was typed differently the second time.
    """
    given = os.environ.get(variable, "")
    if not given and sys.stdin.isatty():
        given = getpass.getpass(question)
        if twice and given != getpass.getpass("The same again: "):
            raise UsageProblem("The two were not the same.", remedy="Nothing was changed; try again.")
    if not given:
        raise UsageProblem("Here a secret is needed.", remedy=f"Set {variable}, or run this at a terminal.")
    return given


def _passphrase() -> str:
    """From ARTISTGUARD_PASSPHRASE, or typed at a terminal; never asked for on a pipe."""
    given = os.environ.get("ARTISTGUARD_PASSPHRASE")
    if given is not None or not sys.stdin.isatty():
        return given or ""
    return getpass.getpass("Passphrase of your key: ")
