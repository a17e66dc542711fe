"""The recovery key of a profile, on a page to print and put away."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import SimpleDocTemplate, Spacer

from artistguard import __version__
from artistguard.errors import ArtistGuardError
from artistguard.jobs.identity import make_recovery
from artistguard.jobs.letters import load_fonts
from artistguard.jobs.paper import CREATOR, line
from artistguard.store import files
from artistguard.store.drafts import put_anew

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.jobs.studio import Studio
    from artistguard.store.identity import Profile

_MARGIN = 25 * mm


@dataclass(frozen=True, slots=True)
class Recovered:
    """A recovery key that was made.

    Attributes:
        line: The secret line; it is nowhere else.
        page: Where the page was saved, or None.
        trouble: Why there is no page.
    """

    line: str
    page: Path | None
    trouble: ArtistGuardError | None = None


def save_recovery_page(studio: Studio, target: Path) -> Recovered:
    """Make a recovery key and write its page.

    Args:
        studio: The creator at work, with the profile that is meant.
        target: A name that ends in ``.pdf``. Nothing is written over.

    Raises:
        OutputExists: Something stands there; no key was made.
        UsageProblem: A recovery key was made before.
    """
    path = files.real_path(target)
    files.must_be_free(path)
    renewed = make_recovery(studio)
    try:
        put_anew(path, print_recovery(renewed.profile, renewed.words), studio.store.disk)
    except ArtistGuardError as problem:
        # The line must reach the person all the same: it is not made twice.
        return Recovered(renewed.words, None, problem)
    return Recovered(renewed.words, path)


def print_recovery(profile: Profile, words: str) -> bytes:
    """Lay the page out as a PDF.

    Args:
        profile: Whose key it recovers.
        words: The secret line.

    Returns:
        The bytes of the PDF.
    """
    load_fonts()
    sink = io.BytesIO()
    page = SimpleDocTemplate(
        sink,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title="Recovery page of ArtistGuard",
        creator=f"{CREATOR} {__version__}",
    )
    story = [
        line("Recovery page", size=20, bold=True),
        Spacer(1, 3 * mm),
        line(f"For the key with which {profile.name} signs, made on {profile.made[:10]}."),
        Spacer(1, 8 * mm),
        line(words, size=13, bold=True),
        Spacer(1, 8 * mm),
        *(each for text in _ADVICE for each in (line(text), Spacer(1, 3 * mm))),
        Spacer(1, 5 * mm),
        line(f"Public key: {profile.did}", size=8),
    ]
    page.build(story)
    return sink.getvalue()


_ADVICE = (
    (
        "Put this page away where only you find it, and delete the file it was printed from. The line above is not "
        "kept on your computer."
    ),
    (
        "If your key is lost or stolen: on any computer with ArtistGuard, run artistguard identity rotate --lost and "
        "type the line. A new key takes over, and the registries that know the old one are told. What you signed "
        "before stays valid."
    ),
    "Whoever has this line can do the same. Nobody needs to know it to check your works.",
)
