"""What the fixed command line promises and a later version brings: said plainly, never faked."""

from __future__ import annotations

from artistguard.errors import UsageProblem


def refuse_marks(mark: str) -> None:
    """Watermarks are not part of this version.

    Raises:
        UsageProblem: One was asked for, or the word is not known.
    """
    if mark == "none":
        return
    if mark not in {"invisible", "visible"} and not mark.startswith("visible:"):
        raise UsageProblem(f"--mark {mark}: one of none, invisible, visible or visible:TEXT is wanted.")
    raise UsageProblem("Watermarks come with a later version.", remedy="Leave --mark out; nothing was changed.")
