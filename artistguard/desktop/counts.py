"""Sentences of the window with numbers in them: how much there is, how far it is, what became of it."""

from __future__ import annotations

from artistguard.desktop.words import PROTECT, many, number, percent, translate

_STAGES = {
    "Listing": "Finding files",
    "Looking": "Looking at your works",
    "Planning": "Finding out what will be written",
    "Writing": "Protecting",
    "Putting back": "Putting back",
}


def stage(name: str) -> str:
    """What is being done."""
    return translate(_STAGES.get(name, name))


def protect(count: int) -> str:
    """The button."""
    return many(count, "Protect %n work", "Protect %n works") if count else translate(PROTECT)


def progress(name: str, done: int, total: int, seconds: float | None) -> str:
    """The line above the bar."""
    if not total:
        return f"{stage(name)}…"
    share = percent(done * 100 // total)
    parts = [f"{stage(name)}: {share}", translate("{} of {}").format(number(done), number(total)), left(seconds)]
    return " · ".join(part for part in parts if part)


def left(seconds: float | None) -> str:
    """Time left, no more exact than it is known."""
    if seconds is None:
        return ""
    if seconds < 60:
        return translate("about {} s left").format(max(1, round(seconds)))
    return translate("about {} min left").format(round(seconds / 60))


def unfinished(missing: int, total: int) -> str:
    """What a crash or Cancel left."""
    return translate("{} of {} were not finished.").format(number(missing), number(total))


def finished(protected: int, said: int, attention: int, left_over: int) -> str:
    """The sentence at the end."""
    parts = [many(protected, "%n work protected.", "%n works protected.")]
    if said:
        parts.append(many(said, "%n said so already.", "%n said so already."))
    if attention:
        parts.append(many(attention, "%n needs attention.", "%n need attention."))
    if left_over:
        parts.append(many(left_over, "%n was not begun.", "%n were not begun."))
    return " ".join(parts)


def returned(back: int, refused: int) -> str:
    """The sentence after putting back."""
    parts = [many(back, "%n file is as it was.", "%n files are as they were.")]
    if refused:
        parts.append(many(refused, "%n was left alone.", "%n were left alone."))
    return " ".join(parts)


def counted(works: int, files: int, attention: int, asked: int) -> str:
    """The line over the list."""
    parts = [many(works, "%n work", "%n works")]
    if files != works:
        parts.append(many(files, "%n file", "%n files"))
    if attention:
        parts.append(many(attention, "%n needs attention", "%n need attention"))
    if asked:
        parts.append(many(asked, "%n is left out: is it yours?", "%n are left out: are they yours?"))
    return " · ".join(parts)


def shelved(works: int, files: int) -> str:
    """The line over the list of My works."""
    parts = [many(works, "%n work", "%n works")]
    if files != works:
        parts.append(many(files, "%n file", "%n files"))
    return " · ".join(parts)


def chosen(works: int, files: int) -> str:
    """The line under the list: what is chosen."""
    return translate("Chosen: {}").format(shelved(works, files))


def withdraw(works: int) -> str:
    """The question before withdrawing."""
    return many(works, "Withdraw %n work?", "Withdraw %n works?")


def put_back(files: int) -> str:
    """The question before putting back."""
    return many(files, "Put %n file back?", "Put %n files back?")


def changed(files: int) -> str:
    """The sentence after a change of choice."""
    return many(files, "%n file says so now.", "%n files say so now.")


def withdrew(works: int) -> str:
    """The sentence after withdrawing."""
    return many(works, "%n work is withdrawn.", "%n works are withdrawn.")


def went_back(things: int) -> str:
    """The sentence after putting back."""
    return many(things, "%n is done.", "%n are done.")
