"""What is known of one version in My works, in sentences: where its statement is, who confirms it, numbers, licence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.desktop.credentialwords import stands
from artistguard.desktop.language import many, translate
from artistguard.desktop.phrases import said
from artistguard.desktop.sayings import day, host
from artistguard.terms import Right
from artistguard.transparency.receipt import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artistguard.desktop.remembering import Told
    from artistguard.jobs.whereabouts import Whereabouts


def particulars(versions: Sequence[Told]) -> str:
    """Sentences about the versions of one work; what holds for several of them is said once."""
    return "\n".join(dict.fromkeys(line for each in versions for line in _lines(each)))


def _lines(told: Told) -> Iterator[str]:
    yield from (_place(each) for each in told.whereabouts)
    numbers = [f"{kind.upper()} {value}" for kind, value in told.numbers]
    claimed = [translate("Your right: {}").format(right(told.right))] if told.right else []
    if claimed or numbers:
        yield " · ".join([*claimed, *numbers])
    if told.offer:
        yield translate("You offer a licence at {}").format(told.offer)
    if told.credentials:
        yield stands(told.credentials)


def _place(each: Whereabouts) -> str:
    """One registry, and what its receipt is worth."""
    name = each.origin.partition("/")[0] or host(each.address)
    reason = f" ({said(each.reason)})" if each.reason else ""
    if each.state == "queued":
        return translate("Waits to be sent to {}").format(name) + reason
    if each.state == "refused":
        return translate("Refused by {}").format(name) + reason
    if each.origin.startswith(LOCAL):
        return translate("Kept on this computer since {}, which proves no date to others").format(day(each.at))
    told = translate("Registered at {} since {}").format(name, day(each.at))
    if each.witnesses:
        return told + " · " + many(each.witnesses, "confirmed by %n witness", "confirmed by %n witnesses")
    return told + " · " + translate("nobody independent has confirmed it yet")


def right(name: str) -> str:
    """What somebody has a right in."""
    words = {
        Right.COMPOSITION: translate("composition"),
        Right.LYRICS: translate("lyrics"),
        Right.ARRANGEMENT: translate("arrangement"),
        Right.RECORDING: translate("recording"),
        Right.PERFORMANCE: translate("performance"),
        Right.TEXT: translate("text"),
        Right.TRANSLATION: translate("translation"),
        Right.EDITION: translate("edition"),
        Right.ARTWORK: translate("artwork"),
        Right.PHOTOGRAPH: translate("photograph"),
        Right.DESIGN: translate("design"),
    }
    return words[Right(name)] if name in words else name
