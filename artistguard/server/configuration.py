"""How a server is to be run: one file, the environment and what is typed, the later before the earlier.

The file is TOML. Each name can also stand in the environment: ``[rates] check`` as ``ARTISTGUARD_SERVE_RATES_CHECK``,
``port`` as ``ARTISTGUARD_SERVE_PORT``; lists are written with commas there.

Source: docs/operations.md.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta

from artistguard.errors import UsageProblem
from artistguard.messages import SUBMISSION_BYTES, Limits
from artistguard.network.address import is_loopback

if TYPE_CHECKING:
    from collections.abc import Mapping

ENVIRONMENT = "ARTISTGUARD_SERVE_"
WORKS_PER_DAY = 10_000
"""Statements that one unverified sender may register in 24 hours, where others than this computer can reach us."""

_PerMinute = Annotated[int, Meta(ge=0)]
_Digest = Annotated[str, Meta(pattern=r"^sha256:[0-9a-f]{64}\Z")]


class Rates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Requests that one address may send in a minute; 0 sets no bound. The server's own computer is never held up.

    Attributes:
        submit: Deliveries of statements, and what witnesses are asked.
        check: Questions about works.
        content: Files to be looked into.
        read: Everything else: works, log, pages.
        admin: Acts of the operator, and attempts to pass for one.
    """

    submit: _PerMinute = 120
    check: _PerMinute = 600
    content: _PerMinute = 30
    read: _PerMinute = 6_000
    admin: _PerMinute = 30


class Bodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Most bytes of a body, by what it asks for.

    Attributes:
        batch: Many statements under one signature.
        question: Items to be looked up.
        content: A file to be looked into.
    """

    batch: Annotated[int, Meta(ge=1 << 20, le=1 << 40)] = SUBMISSION_BYTES
    question: Annotated[int, Meta(ge=1 << 10, le=1 << 40)] = SUBMISSION_BYTES
    content: Annotated[int, Meta(ge=1 << 10, le=1 << 40)] = 64 << 20


class Chronicling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is told about requests, on standard error.

    Attributes:
        form: ``text`` for people, ``json`` for programs: one object a line.
        requests: Whether every request is told.
        addresses: Whether those who ask are named; they are not unless somebody has a reason.
    """

    form: Literal["text", "json"] = "text"
    requests: bool = False
    addresses: bool = False


class Bulk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is given out in bulk.

    Attributes:
        folder: Where snapshots and large questions are kept; empty, beside the store.
        snapshot_minutes: How old the newest snapshot may be before another is made, where the log has grown.
        changes: Entries before the end of the log from which changes are told.
        job_bytes: Longest large question, as it is sent.
        job_items: Most items in one.
        job_hours: How long it and its answers are kept.
        jobs: Most of them at a time; 0 takes none.
    """

    folder: str = ""
    snapshot_minutes: Annotated[int, Meta(ge=0)] = 60
    changes: Annotated[int, Meta(ge=0)] = 1_000_000
    job_bytes: Annotated[int, Meta(ge=0)] = 1 << 30
    job_items: Annotated[int, Meta(ge=0)] = 10_000_000
    job_hours: Annotated[int, Meta(ge=1, le=8760)] = 48
    jobs: Annotated[int, Meta(ge=0, le=10_000)] = 16


class Witnesses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who stands up for this log, and for which logs it stands up.

    Attributes:
        asked: Witnesses that are asked to cosign, each as its public key, a space, and its address.
        logs: Public keys of other logs that this registry cosigns at ``/witness``; none, it is no witness.
    """

    asked: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()


class Configuration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be set.

    Attributes:
        host: Address of this computer to wait at.
        port: 0 takes any that is free.
        store: URL of the store; empty for the registry of the home.
        origin: Name of a new registry's log.
        limits: What the ledger takes.
        rates: How often one address may ask.
        bodies: How much it may send.
        bulk: What is given out in bulk.
        witnesses: Who stands up for this log, and for which logs it stands up.
        log: What is told about requests.
        inside: Whether witnesses and other logs may be named that are in a private network.
        proxies: Addresses of proxies that are believed about whom they ask for.
        metrics: Addresses, besides this computer's own, that may read the figures.
        administrators: SHA-256 of the operators' tokens (``registry token`` makes one); none, no acts over HTTP.
    """

    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8750
    store: str = ""
    origin: str = ""
    limits: Limits = Limits()
    rates: Rates = Rates()
    bodies: Bodies = Bodies()
    bulk: Bulk = Bulk()
    witnesses: Witnesses = Witnesses()
    log: Chronicling = Chronicling()
    inside: bool = False
    proxies: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    administrators: tuple[_Digest, ...] = ()


def read(text: str, environment: Mapping[str, str], typed: Mapping[str, object]) -> Configuration:
    """Put a configuration together.

    Args:
        text: Of the file; empty where there is none.
        environment: Of the process; other names are passed over.
        typed: Names to values from the command line; None where nothing was typed.

    Raises:
        UsageProblem: Something is not what it should be, or has no such name.
    """
    try:
        known: dict[str, Any] = tomllib.loads(text)
        for name, value in sorted(environment.items()):
            if name.startswith(ENVIRONMENT):
                _put(known, name.removeprefix(ENVIRONMENT).lower(), value)
        known |= {name: value for name, value in typed.items() if value is not None}
        return _bounded(msgspec.convert(known, Configuration, strict=False), known)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, TypeError) as problem:
        raise UsageProblem(
            f"The configuration of the registry is not understood: {problem}",
            remedy="See docs/operations.md for every name, with an example.",
        ) from problem


def _bounded(configuration: Configuration, known: Mapping[str, Any]) -> Configuration:
    """With a bound on what strangers may register, unless one was set or nobody but this computer can ask."""
    if "works_per_day" in known.get("limits", {}):
        return configuration
    alone = is_loopback(configuration.host) and not configuration.proxies
    limits = msgspec.structs.replace(configuration.limits, works_per_day=None if alone else WORKS_PER_DAY)
    return msgspec.structs.replace(configuration, limits=limits)


def _put(known: dict[str, Any], name: str, value: str) -> None:
    """Put a value from the environment in its place.

    Raises:
        TypeError: The file has something else there.
    """
    section, _, rest = name.partition("_")
    inside = {field.name: field.type for field in msgspec.structs.fields(Configuration)}
    place = known
    if rest and section in inside and isinstance(inside[section], type) and issubclass(inside[section], msgspec.Struct):
        place, name = known.setdefault(section, {}), rest
    place[name] = [each.strip() for each in value.split(",") if each.strip()] if name in _LISTS else value


_LISTS = frozenset({"proxies", "metrics", "administrators", "asked", "logs"})
