"""Outcomes in plain words: the short table at the end of a run, and what needs attention."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from artistguard.cli.output import plain, say, show
from artistguard.cli.terminal import show_table
from artistguard.credentials.values import Place
from artistguard.jobs.outcome import Status
from artistguard.store.catalogue import Registered
from artistguard.vocabularies.plain import CHOICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.jobs.outcome import Outcome, Trouble

_DONE = {
    Status.PROTECTED: "Protected",
    Status.UNCHANGED: "Unchanged",
    Status.SKIPPED: "Skipped",
    Status.FAILED: "Failed",
}


_CREDITED = {Place.INSIDE: ", signed", Place.BESIDE: ", signed beside it"}


def summary(outcomes: Sequence[Outcome], *, quiet: bool) -> None:
    """The end of a run that states."""
    if not quiet and outcomes:
        ordered = sorted(outcomes, key=lambda each: (each.title.casefold(), each.path))
        show_table(("Work", "File", "What was done", "Says", "Registered"), [_row(each) for each in ordered])
        show("")
        show(_totals(outcomes))
    for each in outcomes:
        if each.error is not None:
            say(told(each.path, each.error))
        elif not quiet:
            for warning in each.warnings:
                say(told(each.path, warning))
    if not outcomes:
        say("Nothing to protect was found there.")


def told(path: str, trouble: Trouble) -> str:
    """One line: which file, what, and what to do."""
    words = trouble.message.removeprefix(f"{path}: ")
    return plain(f"{path}: {words[:1].upper()}{words[1:]} {trouble.remedy}")


def finished(each: Outcome) -> str:
    """One line about one file that is done."""
    parts = [f"{_DONE[each.status]}: {each.path}", CHOICES[each.choice] if each.choice else "", registered(each)]
    return plain(". ".join(part for part in parts if part))


def _row(each: Outcome) -> tuple[str, ...]:
    done = _DONE[each.status]
    if each.planned is not None:
        done = "Would be protected" if each.planned is Status.PROTECTED else "Would stay unchanged"
    if each.sidecar and each.status is not Status.FAILED:
        done += " by a sidecar"
    if each.credentials is not None:
        done += _CREDITED[each.credentials]
    says = CHOICES[each.choice] if each.choice is not None else ""
    return each.title or PurePath(each.path).name, PurePath(each.output or each.path).name, done, says, registered(each)


def registered(each: Outcome) -> str:
    """Where the fingerprints stand, without claiming more than is true."""
    if each.registered is Registered.RECEIPT:
        return "Kept on this computer" if each.registry.startswith("artistguard.local/") else f"At {each.registry}"
    return "Waits to be sent" if each.registered is Registered.QUEUED else ""


def _totals(outcomes: Sequence[Outcome]) -> str:
    counts = Counter(each.status for each in outcomes)
    works = len({each.work for each in outcomes if each.work})
    if any(each.planned is not None for each in outcomes):
        planned = sum(each.planned is Status.PROTECTED for each in outcomes)
        return f"{planned} of {len(outcomes)} files would be written. Nothing was touched."
    parts = [f"{counts[status]} {_DONE[status].lower()}" for status in Status if counts[status]]
    undo = " Put everything back with: artistguard undo" if counts[Status.PROTECTED] else ""
    return f"{', '.join(parts)} ({works} {'work' if works == 1 else 'works'}).{undo}"
