"""The words of Preferences about watched folders, keys and registries; all others are in `words` and `sayings`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from artistguard.desktop.sayings import day
from artistguard.desktop.words import many, translate
from artistguard.jobs.happening import Happening

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDERS = "Folders"
FOLDERS_MORE = (
    "What comes new into these folders is protected by itself, with your choice, while this window is open: as soon as "
    "a file has stopped growing. Files that ArtistGuard wrote or put back are left alone."
)
NO_FOLDERS = "No folder is watched."
WATCH_FOLDER = "Watch a folder…"
PAUSE, GO_ON, STOP_WATCHING = "Pause", "Go on", "Watch no more"
WATCHES, PAUSES, NOT_THERE = "Watching", "Paused", "Not there now; it is watched again when it comes back"
EXISTING_MEANS = "What comes new is protected in either case, and what is there already as soon as it changes."
PROTECT_EXISTING = "Protect them, too"
LEAVE_EXISTING = "Leave them alone"

KIT = "Your website, shops and publishers"
KIT_MORE = (
    "The kit holds your choice as lines, files and pages: for a website, for shops that take words only, and for a "
    "publisher. A text in it says where each goes."
)
SAVE_KIT = "Save the kit for my website…"
LAW = "What your choice means in law"
READERS = "Who reads what is written"

YOUR_KEY = "Your key"
KEY_MORE = (
    "What you say about your works is signed with a key that only you have. Keep a copy of it: without the key nobody, "
    "not even you, can change or withdraw your statements."
)
KEY_FILE = "It lies in a file of your own folder that only you may read."
KEY_SEALED = "It lies in a file of your own folder, locked with your passphrase."
KEY_RING = "It lies in the keyring of this computer."
NO_RECOVERY = "There is no recovery page for it yet."
HAS_RECOVERY = "There is a recovery page for it."
SAVE_KEY = "Save a copy…"
BRING_KEY = "Bring in a copy…"
NEW_KEY = "Make a new key…"
RECOVERY_PAGE = "Make a recovery page…"
KEY_FILES = "Key files (*.json)"
LOCK = "A passphrase that locks the copy"
LOCK_MEANS = (
    "Whoever has the copy and the passphrase can sign as you. Without the passphrase the copy is of no use, also to "
    "you."
)
AGAIN = "The same again"
UNLOCK = "The passphrase of this copy"
UNLOCK_MEANS = "It was chosen when the copy was saved."
NEW_KEY_MEANS = (
    "A new key signs from now on, and every registry that knows the old one is told. What the old key signed stays "
    "valid."
)
MAKE = "Make it"
LOST_KEY = "My key is lost…"
LOST_LINE = "The recovery line from paper (AG-…)"
LOST_MEANS = (
    "With the line on your recovery page a new key takes over, also where the old one is lost or stolen. Every "
    "registry that knows the old one is told."
)
SAVE, OPEN = "Save", "Open"
RECOVERY_TITLE = "Your recovery page is saved"
RECOVERY_LINE_ONLY = "Your recovery line"
RECOVERY_MEANS = (
    "Print the page, or write this line down, and put it away. It is not kept on this computer and is not shown again. "
    "With it you can make a new key if yours is lost or stolen."
)
DONE = "Done"
KEEP_A_COPY = "Your works are signed with your own key. Keep a copy of it, in case this computer is lost."
KEEP_A_COPY_HOW = "Save a copy of your key…"
SWITCH_PROFILE = "Who signs"
YOURSELF = "Yourself"

KNOWN_REGISTRIES = "Registries that you trust"
NO_REGISTRIES = "A registry stands here when it has confirmed something for the first time."
USE_THIS = "Use this one"
SHOW_CODE = "Show code"
CODE_MEANS = "Another device can scan this to use the same registry and to know it again."

_HAPPENED = {
    Happening.GONE: "“{}” is not there any more. It is watched again as soon as it is back.",
    Happening.BACK: "“{}” is back and is watched again.",
    Happening.POLLING: "The system does not tell what happens in “{}”, so it is looked at every second.",
    Happening.LOOP: "Another program writes “{}” anew each time it was protected. It is left alone until you pause the "
    "folder and go on.",
}


def happened(what: Happening, path: str) -> str:
    """What happened to a watched folder, or to a file in it."""
    return translate(_HAPPENED[what]).format(PurePath(path).name)


def came(works: int, folders: Sequence[str]) -> str:
    """The sentence after new files were protected."""
    names = ", ".join(f"“{PurePath(each).name}”" for each in folders[:3]) + (" …" if len(folders) > 3 else "")
    return many(works, "%n new file in {} was protected.", "%n new files in {} were protected.").format(names)


def arrived(statements: int, host: str) -> str:
    """The sentence after what had waited was sent by itself."""
    told = many(
        statements,
        "%n statement that waited is registered at {} now.",
        "%n statements that waited are registered at {} now.",
    )
    return told.format(host)


def existing(works: int, folder: str) -> str:
    """The question when a folder is to be watched that holds works already."""
    told = many(
        works, "%n work is in “{}” already. Protect it, too?", "%n works are in “{}” already. Protect them, too?"
    )
    return told.format(PurePath(folder).name)


def signer(name: str) -> str:
    """A name that signs; the first one has none until she gives it one."""
    return translate(YOURSELF) if name == "me" else name


def new_key(name: str) -> str:
    """The question before a new key is made."""
    return translate("Make a new key?") if name in {"", "me"} else translate("Make a new key for {}?").format(name)


def fingerprint(host: str, since: str) -> str:
    """A registry that was seen before."""
    return translate("{} · known since {}").format(host, day(since))
