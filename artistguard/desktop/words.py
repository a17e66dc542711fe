"""Every word of the window, in one place; plain English, as the word list of the project has it.

Sentences go through `translate` when they are shown, so that another language needs a file and no code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from artistguard.desktop import language, phrases, troubles
from artistguard.desktop.palettes import Appearance
from artistguard.jobs.outcome import Status
from artistguard.store.catalogue import Registered
from artistguard.vocabularies.plain import CHOICES, MEANINGS
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.desktop.rows import State, Version, Work
    from artistguard.jobs.outcome import Outcome, Trouble
    from artistguard.terms import Choice, Stated


translate, many = language.translate, language.many

TITLE = "ArtistGuard"
PROTECT = "Protect"
DROP = "Drop your art, music or writing here"
OR = "or"
CHOOSE_FILES = "Choose files"
CHOOSE_FOLDER = "Choose a folder"
ADD_FILES = "Add files"
ADD_FOLDER = "Add a folder"
STAYS_HERE = "Your files stay on this computer."
SAMPLE = "Try it with a sample"
KINDS_TAKEN = "Pictures, recordings, books and manuscripts — whole folders too"
SEARCH = "Search"
CANCEL = "Cancel"
STOPPING = "Stopping after this file…"
START_OVER = "Start over"
REMOVE = "Take off the list"
YOUR_CHOICE = "Your choice"
YOUR_NAME = "Your name"
YOUR_CONTACT = "Where to ask you"
NAME_HINT = "As it should stand in your works"
CONTACT_HINT = "Mail or web address, if you like"
REGISTER = "Register the fingerprints (no files are sent)"
WRITTEN = "What will be written"
WRITTEN_DONE = "What was written"
WRITTEN_IN = "What will be written into “{}”"
WRITTEN_DONE_IN = "What was written into “{}”"
TECHNICAL = "Show technical names"
SHOW_FILES = "Show files"
PUT_ALL_BACK = "Put everything back"
PUT_BACK = "Put back"
PUT_BACK_EVER = "Put back everything ever protected…"
TRY_AGAIN = "Try again"
SHOW_THEM = "Show them"
OPEN_IT = "Open it"
SHOW_FILE = "Show file"
SHOW_ALL = "Show all works"
DISMISS = "Dismiss"
MENU = "Menu"
APPEARANCE = "Appearance"
QUIT = "Quit"
SEALED = "Your key is sealed. Please type its passphrase:"
CLAIM = (
    "This tells AI companies what you refuse and gives you dated proof. It cannot physically stop someone who ignores "
    "it."
)
PICK_A_WORK = "Pick a work in the list to see what will be written into it."
BEING_LOOKED_AT = "This file is being looked at."
NOTHING_NEW = "It says all of this already; nothing will be written."
NOTHING_BEFORE = "nothing"
STAYS = "stays as it is"
ASK_PUT_BACK = (
    "Every file that ArtistGuard ever changed here, also in earlier runs, becomes what it was before, byte for byte. "
    "Files that you edited since are left alone."
)
NOT_ONE_WORK = "Pictures, music and writing cannot be versions of one work."
BELONGS_WITH = "Belongs with…"
ONE_WORK = "Make these one work"
OWN_WORK = "Make this a work of its own"
IS_IT_YOURS = "Is this yours?"
WHERE = "Where it is written"
IN_PLACE = "In the files themselves"
IN_COPIES = "Into copies in another folder…"
IN_COPIES_AT = "Into copies in “{}”"
KEEP_WAY_BACK = "Keep a way back"
WAY_BACK_MEANS = "So that Put back can undo it byte for byte; takes a little room on your disk."
NO_WAY_BACK_MEANS = (
    "Without it, Put back cannot undo this run. The work itself is never changed, only what is said about it."
)
COPIES_MEAN = "Your files stay exactly as they are; putting back removes the copies."
GO_ON = "Continue"
LET_BE = "Leave it"
SKIP = "Skip"
ALL_AGAIN = "Try all again"
OTHER_FOLDER = "Choose other folder…"
JOIN_WITH = "To which work does it belong?"
MENDED = "After an interruption, unfinished changes were put in order:"

_COLUMNS = ("Work", "Kind", "Now", "After", "Status")
_MEDIA = {Medium.IMAGE: "Image", Medium.AUDIO: "Music", Medium.TEXT: "Writing", None: "Other"}
_STATES = {
    "listed": "Looking…",
    "ready": "Ready",
    "said": "Says so already",
    "protected": "Protected",
    "back": "Put back",
    "attention": "Needs attention",
    "question": "Is this yours?",
}
_APPEARANCES = {
    Appearance.SYSTEM: "As the system",
    Appearance.LIGHT: "Light",
    Appearance.DARK: "Dark",
    Appearance.HIGH_CONTRAST: "High contrast",
}
_DOUBTS = {
    "made-by-ai": "It says that an AI made it.",
    "names-another": "It names somebody else.",
    "stated-by-another": "It says so already, by somebody else.",
    "claimed-by-another": "Somebody else has registered it.",
}
_LAYERS = {
    "plus": "What machines may do, in the words of the picture trade",
    "exif": "Camera data (what AI may learn)",
    "tdmrep": "European reservation of text and data mining",
    "aipref": "Internet preference for AI",
    "cawg": "Content credentials: training and mining",
    "rsl": "Licence for machines",
    "odrl": "Policy for machines",
    "onix": "Book trade data",
    "c2pa": "Content credentials",
    "artistguard": "Record of ArtistGuard",
    "rights": "Name and rights, for people",
}


def column(number: int) -> str:
    """The name of a column."""
    return translate(_COLUMNS[number])


def medium(kind: Medium | None) -> str:
    """The kind of a work."""
    return translate(_MEDIA[kind])


def choice(which: Choice) -> str:
    """What a choice says."""
    return translate(CHOICES[which])


def meaning(which: Choice) -> str:
    """The same in one line more."""
    return translate(MEANINGS[which])


def detail(versions: Sequence[Version], *, whole: bool) -> str:
    """The second line of a row: kind and size of a file, or the versions of a work."""
    if whole and len(versions) > 1:
        kinds = " + ".join(dict.fromkeys(version.short_kind for version in versions))
        return f"{many(len(versions), '%n version', '%n versions')}: {kinds}"
    only = versions[0]
    return " · ".join(part for part in (only.short_kind, size(only.size)) if part)


def size(count: int) -> str:
    """Bytes as people read them."""
    if count <= 0:
        return ""
    small = count >= 1000 and str(count)[0] != "0" and len(str(count)) % 3 == 1
    return QLocale().formattedDataSize(count, 1 if small else 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def number(count: int) -> str:
    """A number as people of the place write it."""
    return QLocale().toString(count)


def percent(share: int) -> str:
    """A share of a hundred."""
    return translate("{} %").format(number(share))


def appearance(which: Appearance) -> str:
    """The name of a palette."""
    return translate(_APPEARANCES[which])


def now(versions: Sequence[Version]) -> str:
    """What the files say today."""
    told = [_now(each.outcome) for each in versions if each.outcome is not None and each.outcome.error is None]
    if not told:
        return ""
    return told[0] if len(set(told)) == 1 else translate("Different things")


def _now(outcome: Outcome) -> str:
    if outcome.planned is Status.UNCHANGED and outcome.choice is not None:
        return choice(outcome.choice)
    return says(outcome.before)


def says(statements: Sequence[Stated]) -> str:
    """Statements found in a file, in a few words."""
    choices = [one.choice for one in statements if one.choice is not None]
    if choices:
        return choice(max(choices, key=lambda each: each.strictness))
    if any(one.compatible for one in statements):
        return translate("Some rights reserved")
    return translate("Only a name or ©") if statements else translate("Nothing yet")


def after(versions: Sequence[Version], chosen: Choice | None) -> str:
    """What the files will say, or say now."""
    states = {version.state.value for version in versions}
    if states <= {"back"} or states <= {"attention"}:
        return ""
    done = [version.outcome.choice for version in versions if version.state.value == "protected" and version.outcome]
    told = next((each for each in done if each is not None), chosen)
    return choice(told) if told is not None else ""


def status(state: State, versions: Sequence[Version]) -> str:
    """Where a row stands."""
    words = translate(_STATES[state.value])
    if state.value == "attention":
        trouble = next((version.trouble for version in versions if version.trouble is not None), None)
        return f"{words}: {troubles.cause(trouble.code)}" if trouble is not None else words
    if state.value == "question":
        return f"{words} {doubt(versions)}"
    if state.value == "protected":
        return f"{words} · {kept}" if (kept := _registered(versions)) else words
    return words


def doubt(versions: Sequence[Version]) -> str:
    """What speaks for a work's being somebody else's, in one sentence."""
    told = next((each for version in versions if version.outcome is not None for each in version.outcome.doubts), None)
    return translate(_DOUBTS[told.code]) if told is not None else ""


def _registered(versions: Sequence[Version]) -> str:
    found = [version.outcome for version in versions if version.outcome is not None]
    if any(each.registered is Registered.QUEUED for each in found):
        return translate("waits to be registered")
    receipts = [each.registry for each in found if each.registered is Registered.RECEIPT]
    if not receipts:
        return ""
    if receipts[0].startswith("artistguard.local/"):
        return translate("kept on this computer")
    return translate("registered at {}").format(receipts[0])


def one_work(grouped: str) -> str:
    """Why files are one work."""
    return translate("One work: {}.").format(phrases.reasons(grouped))


def tip(work: Work, versions: Sequence[Version]) -> str:
    """All there is to say of a row."""
    lines = [version.path for version in versions]
    if work.grouped:
        lines.append(one_work(work.grouped))
    found: list[Trouble] = [version.trouble for version in versions if version.trouble is not None]
    found += [warning for version in versions if version.outcome for warning in version.outcome.warnings]
    lines += [troubles.told(trouble) for trouble in dict.fromkeys(found)]
    return "\n".join(lines)


def layer(name: str) -> str:
    """A vocabulary in plain words."""
    return translate(_LAYERS.get(name, "Other statements"))


def copies(folder: str) -> str:
    """Where copies go, by the folder's name."""
    return translate(IN_COPIES_AT).format(folder)
