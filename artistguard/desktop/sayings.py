"""The words of My works, Check a file, Preferences and the first steps; all others are in `words`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale

from artistguard.desktop import troubles
from artistguard.desktop.archive import Standing
from artistguard.desktop.words import many, translate
from artistguard.messages import How
from artistguard.transparency.receipt import LOCAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artistguard.desktop.archive import Holding
    from artistguard.jobs.outcome import Trouble
    from artistguard.messages import Match

MY_WORKS = "My works"
NONE_YET = "Nothing is protected on this computer yet."
NONE_YET_MORE = "Works that you protect are listed here, with their dates and their proof."
BEGIN = "Protect works"
ALL_KINDS = "All kinds"
ALL_STATES = "All states"
REMEMBERING = "Looking at your works…"
LOOK_AGAIN = "Look again"
EXPORT = "Export"
EXPORT_CSV = "As a table (CSV)…"
EXPORT_JSON = "For programs (JSON)…"
CHANGE_CHOICE = "Change the choice…"
WITHDRAW = "Withdraw…"
PUT_BACK_ASK = "Put back…"
SAVE_CERTIFICATE = "Save certificate…"
SHOW_FILE = "Show file"
PROTECT_AGAIN = "Protect again"
FILTER_KIND = "Which kind of work"
FILTER_STATE = "Which state"
PICK_WORKS = "Pick works in the list to see what you can do with them."
NEW_CHOICE = "What may AI do with it from now on?"
CHANGE = "Change"
CHOICE_LATER = (
    "Each file of the chosen works is stated anew. Registries keep the earlier statement with its dates and show the "
    "new one."
)
WITHDRAW_ONLY = "Withdraw"
WITHDRAW_MEANS = (
    "Withdrawing tells every registry that has your statement that it does not hold any more. The earlier statement "
    "stays visible there with its dates. What is written in the files stays in them; Put back takes that away."
)
PUT_BACK_MEANS = (
    "The files become what they were before, byte for byte. Files that you edited since are left alone. Do you want to "
    "withdraw the statement, too? Registries keep it otherwise."
)
PUT_BACK_PLAIN = "The files become what they were before, byte for byte. Files that you edited since are left alone."
PUT_BACK_KEEP = "Put back, let the statement stand"
PUT_BACK_BOTH = "Put back and withdraw"
PUT_BACK_ONLY = "Put back"
CANCEL = "Cancel"
CLOSE = "Close"
PDF_FILES = "PDF files (*.pdf)"
CSV_FILES = "Tables (*.csv)"
JSON_FILES = "JSON files (*.json)"
EDITED = "Edited since"

CHECK = "Check a file"
CHECK_DROP = "Drop a file that you found anywhere"
CHECK_MORE = (
    "See which statements are left in it, and which registered work it is. Works for files of other people, too."
)
CHECK_STAYS = "Nothing is written, and no file is sent: the registry is asked with fingerprints only."
CHECK_CLEAR = "Start over"
CHECK_MORE_FILES = "Check more files"
CHECK_PICK = "Pick a file in the list to see what is known about it."
LOOKING_AT = "Looking at the files…"
SAYS_NOTHING = "Says nothing about AI."
HEAD_SAYS = "What it says"
HEAD_WORK = "Which work it is"
HEAD_LOST = "What is missing in this copy"
HEAD_CREDENTIALS = "Content credentials"
NO_MATCH = "The registry knows no such work."
TOO_LITTLE = "It has too little content to be recognised by likeness; only an exact copy would be."
WORDS = {
    "completeness": "The registry's own word: that it left out no later statement.",
    "evidence": "The registry's own word: how well it knows who states this.",
}
ALL_LEFT = "Nothing is missing: it says all that the work says."
ALL_GONE = "No statement is left in it. It was removed on the way, or this copy was made before the work was protected."
SOME_GONE = "Missing, because it was removed on the way or this copy was made without it:"

PREFERENCES = "Preferences"
PAGES = "Pages"
YOU, CHOICE, REGISTRY, ADVANCED = "You", "Choice", "Registry and proof", "Advanced"
LICENCE = "Your licence page"
LICENCE_HINT = "Web address where people can ask for a licence, if you have one"
POLICY = "Your policy for machines"
POLICY_HINT = "Web address of a policy for text and data mining, if you have one"
SIGNS_AS = "Works are signed as"
NO_PROFILE = "Your first key is made when you first protect something."
NEW_PROFILE = "A new name"
NEW_PROFILE_HINT = "Such as a pen name"
ADD_NAME = "Add a pen name, or somebody for whom you act"
ACTS_FOR = "Acts for"
ACTS_FOR_HINT = "Acts for (empty: yourself)"
ADD_PROFILE = "Add this name"
REGISTRY_ADDRESS = "Address of the registry"
REGISTRY_HINT = "Empty: fingerprints are kept on this computer only"
REGISTER_ALWAYS = "Register fingerprints of what I protect (no files are sent)"
NOTHING_WAITS = "Nothing waits to be sent."
SEND_NOW = "Send now"
WAY_BACK = "Keep a way back for every change"
KEEP_TIME = "Files keep their time of last change"
PROCESSES = "Files at once"
PROCESSES_HINT = "0 for one on each processor core"
NEW_KEYS = "New keys are kept"
KEYRING, IN_FILE = "in the system keyring", "in a file of your own folder"
KEPT = "Kept."
LOOKS = "Looks and language"
LANGUAGE = "Language"
LANGUAGE_LATER = "Another language holds when ArtistGuard is opened the next time."
TEXT_SIZE = "Size of letters"
CHOICE_MORE = "This is what every new work will say, until you choose something else for it."
CHANGE_LATER = "You can change all of this later under Menu, Preferences."

WELCOME = "Welcome to ArtistGuard"
STEP_YOU = "Who are you?"
STEP_YOU_MORE = (
    "Your name goes into your works and into the signature on them, and people who want a licence know where to ask. "
    "All of it may stay empty."
)
STEP_CHOICE = "What may AI do with your works?"
STEP_REGISTRY = "Do you want dated proof that others can check?"
STEP_REGISTRY_MORE = (
    "A registry keeps the fingerprints of your works with the date, so that anybody can see when you said no. Your "
    "files are never sent. Without one, fingerprints are kept on this computer."
)
NOT_NOW = "Not now"
NEXT, BACK, SKIP, FINISH = "Next", "Back", "Skip", "Begin"

_COLUMNS = ("Work", "Kind", "Your choice", "Since", "Where it is registered")
_FOUND_COLUMNS = ("File", "Kind", "Says", "Registered work", "Result")
_STANDINGS = {
    Standing.KEPT: "Kept on this computer",
    Standing.REGISTERED: "Registered",
    Standing.WAITS: "Waits for the internet",
    Standing.WITHDRAWN: "Withdrawn",
    Standing.UNREGISTERED: "Not registered",
}
_SAME = {
    How.EXACT: "exactly the same file",
    How.PAYLOAD: "exactly the same content",
    How.SAME_WORK: "looks the same",
    How.SIMILAR: "resembles it, which proves nothing",
}
_HEARD = {
    How.EXACT: "exactly the same file",
    How.PAYLOAD: "exactly the same content",
    How.SAME_WORK: "sounds the same",
    How.SIMILAR: "resembles it, which proves nothing",
}


def shelf_column(number: int) -> str:
    """The name of a column of My works."""
    return translate(_COLUMNS[number])


def found_column(number: int) -> str:
    """The name of a column of Check a file."""
    return translate(_FOUND_COLUMNS[number])


def standing(which: Standing) -> str:
    """How far a statement has come, without saying where."""
    return translate(_STANDINGS[which])


def registered(holdings: Sequence[Holding]) -> str:
    """How far the statements of a work have come; different versions may differ."""
    told = dict.fromkeys(_registered(each) for each in holdings)
    return " · ".join(told)


def _registered(holding: Holding) -> str:
    if holding.standing is Standing.REGISTERED:
        hosts = ", ".join(host.partition("/")[0] for host in holding.hosts if not host.startswith(LOCAL))
        return translate("Registered at {}").format(hosts)
    return standing(holding.standing)


def day(moment: str) -> str:
    """A day as people of the place write it, from RFC 3339 in UTC."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    shown = QDateTime.fromSecsSinceEpoch(int(found.timestamp()))
    return QLocale().toString(shown.date(), translate("d MMM yyyy"))


def dates(first: str, last: str) -> str:
    """First and last date of a work."""
    began, latest = day(first), day(last)
    return began if began == latest else translate("{}, changed {}").format(began, latest)


def saved(paths: Sequence[str]) -> str:
    """Where something was saved."""
    return translate("Saved: {}").format(", ".join(paths))


def unproven(names: Sequence[str]) -> str:
    """What is not in a certificate yet."""
    shown = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
    return translate("Not in it yet, because nothing has confirmed it: {}.").format(shown)


def unstamped(trouble: Trouble) -> str:
    """Why a certificate has no time stamp."""
    return translate("It has no time stamp: {}").format(troubles.told(trouble))


def failed(name: str, trouble: Trouble) -> str:
    """One thing that was not done."""
    return f"{name}: {troubles.told(trouble)}" if name else troubles.told(trouble)


def how(match: Match, *, heard: bool) -> str:
    """How sure a match is."""
    certain = translate((_HEARD if heard else _SAME)[match.how])
    if match.how in {How.EXACT, How.PAYLOAD}:
        return certain
    return f"{certain} ({int(match.similarity * 100)} %)"


def proof(match: Match) -> str:
    """Since when a match is proven, and by whom."""
    if match.receipt is None:
        return ""
    since = day(match.receipt.received)
    if match.receipt.origin.startswith(LOCAL):
        return translate("Kept on this computer since {}; no proof of date for others.").format(since)
    host = match.receipt.origin.partition("/")[0]
    return translate("Registered at {} since {}; the proof holds.").format(host, since)


def waits(address: str, count: int) -> str:
    """What waits for a registry."""
    return translate("{} for {}").format(many(count, "%n statement waits", "%n statements wait"), host(address))


def sent(address: str, confirmed: int) -> str:
    """What a registry has just confirmed."""
    return translate("{} at {}").format(
        many(confirmed, "%n statement confirmed", "%n statements confirmed"), host(address)
    )


def host(address: str) -> str:
    """A registry as people know it."""
    if address == "embedded":
        return translate("the registry on this computer")
    return address.partition("://")[2].partition("/")[0] or address


def step(number: int, total: int) -> str:
    """Where one is in the first steps."""
    return translate("Step {} of {}").format(number, total)
