"""What protect and watch have in common: the words that say what is stated, by whom, and where it is registered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from artistguard.cli.opening import registry_addresses
from artistguard.cli.parser import add_registries, count
from artistguard.jobs import declaring
from artistguard.store.settings import checked
from artistguard.terms import Choice

if TYPE_CHECKING:
    import argparse

    from artistguard.jobs.studio import Studio
    from artistguard.terms import Declaration


def add_terms(parser: argparse.ArgumentParser) -> None:
    """Describe what is stated, and who states it."""
    parser.add_argument("--choice", choices=[str(choice) for choice in Choice], help="what AI may do (search-only)")
    parser.add_argument("--name", help="your name as it stands in the statement")
    parser.add_argument("--contact", metavar="URL-or-mail", help="where to ask")
    parser.add_argument("--licence", metavar="URL", help="your licence or rights page")
    parser.add_argument("--policy", metavar="URL", help="your TDM policy (ODRL)")
    parser.add_argument(
        "--location", metavar="URL", help="where the work, or all below it, is shown; only its digest is registered"
    )
    parser.add_argument(
        "--profile",
        default="",
        metavar="NAME",
        help="which of your names signs; one that is not your first states only what is set for that one",
    )


def add_registering(parser: argparse.ArgumentParser) -> None:
    """Describe where it is registered, and how many files are worked on at once."""
    register = parser.add_mutually_exclusive_group()
    register.add_argument(
        "--register", dest="register", action="store_true", default=None, help="register the fingerprints (default)"
    )
    register.add_argument("--no-register", dest="register", action="store_false", help="do not register them now")
    add_registries(parser)
    parser.add_argument("--jobs", type=count, metavar="N", help="files at once (one a processor core)")


def declaration(arguments: argparse.Namespace, at_work: Studio) -> Declaration:
    """The terms of whoever signs, with what was named here instead."""
    given: dict[str, Any] = {
        term: str(checked(term, getattr(arguments, term)))
        for term in declaring.TERMS
        if getattr(arguments, term) is not None
    }
    if "choice" in given:
        given["choice"] = Choice(given["choice"])
    return replace(declaring.standing(at_work), **given)


def registering(arguments: argparse.Namespace, at_work: Studio) -> tuple[str, ...]:
    """The registries that get the fingerprints; none where none shall."""
    register = at_work.store.settings.switch("register") if arguments.register is None else arguments.register
    return registry_addresses(arguments.registry, at_work) if register else ()
