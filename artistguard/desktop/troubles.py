"""Every trouble in the language of the window: what happened and what helps, by its code, then its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artistguard.desktop.language import SOURCE, many, speaks, translate
from artistguard.desktop.phrases import known, said

if TYPE_CHECKING:
    from artistguard.jobs.outcome import Trouble

CAUSES = {
    "error": "could not be done",
    "file-problem": "could not be done",
    "unreadable": "no permission",
    "vanished": "not there any more",
    "empty": "empty file",
    "damaged": "damaged file",
    "locked": "locked",
    "too-large": "too large",
    "busy": "in use",
    "not-downloaded": "not downloaded",
    "link-loop": "broken link",
    "cannot-embed": "no place for a statement",
    "would-harm": "left alone",
    "store-problem": "own folder not usable",
    "disk-full": "disk full",
    "edited-since": "edited since",
    "nothing-to-put-back": "no way back kept",
    "output-exists": "another file is in the way",
    "unknown-work": "unknown work",
    "store-damaged": "own folder damaged",
    "identity-problem": "key not usable",
    "no-identity": "no such name",
    "wrong-passphrase": "wrong passphrase",
    "keyring-refused": "keyring does not answer",
    "registry-problem": "registry not usable",
    "registry-unreachable": "registry does not answer",
    "registry-refused": "registry says no",
    "registry-distrusted": "registry not trusted",
    "registry-contradicted": "registry contradicts itself",
    "proof-invalid": "proof does not hold",
    "usage": "does not fit",
    "stopped": "stopped",
    "helper-lost": "interrupted",
    "contradiction": "statements disagree",
    "not-distinctive": "only exact copies recognised",
    "wrong-extension": "name and content differ",
    "made-by-ai": "made by AI",
    "names-another": "names somebody else",
    "stated-by-another": "stated elsewhere",
    "registered-before": "registered earlier by somebody else",
    "ask-without-page": "no page to ask at",
    "claimed-by-another": "registered by somebody else",
    "no-credentials": "not signed",
    "credentials-beside": "signature beside it",
}
"""A trouble in two or three words, by the code."""
HAPPENED = {
    "error": "Something went wrong.",
    "file-problem": "This file cannot be worked on.",
    "unreadable": "The computer does not let ArtistGuard read or change this file.",
    "vanished": "This file is not there any more.",
    "empty": "This file holds nothing.",
    "damaged": "This file is damaged, or is not what its name says.",
    "locked": "This file is locked with a password.",
    "too-large": "This file is too large to be looked into safely.",
    "busy": "This file is open in another program.",
    "not-downloaded": "This file lies in the cloud and not on this computer.",
    "link-loop": "This link leads to itself.",
    "cannot-embed": "This file cannot safely carry a statement inside.",
    "would-harm": "Writing the statement would have changed the work, so the file was left as it was.",
    "store-problem": "ArtistGuard's own folder cannot be used.",
    "disk-full": "There is no room left on the disk.",
    "edited-since": "This file was edited since it was protected.",
    "nothing-to-put-back": "No way back is kept for this file.",
    "output-exists": "Another file stands where the new one should go.",
    "unknown-work": "This work is not known here.",
    "store-damaged": "What ArtistGuard has kept does not read back as it was written.",
    "identity-problem": "Your key cannot be used.",
    "no-identity": "There is no such name or key.",
    "wrong-passphrase": "The passphrase does not open your key.",
    "keyring-refused": "The keyring of this computer does not answer.",
    "registry-problem": "Something is wrong with the registry.",
    "registry-unreachable": "The registry does not answer.",
    "registry-refused": "The registry says no.",
    "registry-distrusted": "What the registry shows does not hold, and nothing of it was kept.",
    "registry-contradicted": "What the registry concludes does not follow from the statements that it shows.",
    "proof-invalid": "This proof does not hold.",
    "usage": "That does not fit.",
    "stopped": "It was stopped.",
    "helper-lost": "The part of ArtistGuard that works on your files ended unexpectedly.",
    "contradiction": "Statements in this file disagree.",
    "not-distinctive": "Only an exact copy of this work would be recognised.",
    "wrong-extension": "The name of this file ends otherwise than its content says.",
    "made-by-ai": "This file says that an AI made it, or a part of it.",
    "names-another": "This file names somebody else.",
    "stated-by-another": "This file carries a statement that was not made here.",
    "registered-before": "Somebody else registered this work, or one like it, earlier.",
    "ask-without-page": "It says to ask you for a licence, and names no page where.",
    "claimed-by-another": "Somebody else has registered this work.",
    "no-credentials": "This file carries your statement, but no content credentials.",
    "credentials-beside": "The content credentials of this file lie beside it.",
}
"""What happened, by the code."""
HELPS = {
    "error": "Try again; if it happens again, please report it with this message.",
    "file-problem": "Look at the file in the program that made it, and save it again.",
    "unreadable": "Give yourself permission to read and change the file, then try again.",
    "vanished": "Check whether the file was moved or renamed, and add it again.",
    "empty": "Export or save the work again.",
    "damaged": "Open it in the program that made it and save it again, or use an undamaged copy.",
    "locked": "Remove the password or save an unlocked copy, then try again.",
    "too-large": "Save it in a smaller size or split it, then try again.",
    "busy": "Close the file in the other program or wait until it is saved, then try again.",
    "not-downloaded": "Make the file available offline in your cloud program, then try again.",
    "link-loop": "Remove or mend the link.",
    "cannot-embed": "The statement goes into a small file beside it instead; keep the two together.",
    "would-harm": "Your file is untouched. Please report the program that made it.",
    "store-problem": "Check the disk that holds your ArtistGuard folder.",
    "disk-full": "Free some space and try again; it goes on where it stopped.",
    "edited-since": "Keep your edited file; to get the earlier one back, move the edited one elsewhere first.",
    "nothing-to-put-back": "It was put back already, or the way back was switched off; use your own backup.",
    "output-exists": "Choose another name or folder, or move that file away.",
    "unknown-work": "My works shows all that are known here.",
    "store-damaged": "Keep the folder as it is and restore it from a backup; your files themselves are untouched.",
    "identity-problem": "Look at Works are signed as in Preferences.",
    "no-identity": "Look at Works are signed as in Preferences.",
    "wrong-passphrase": "Type it again; without it the key can only be replaced with the recovery key.",
    "keyring-refused": "Unlock the keyring, or let new keys be kept in a file: Preferences, Advanced.",
    "registry-problem": "Your files are protected; the registration waits and is sent later.",
    "registry-unreachable": "Check the internet connection; what waits is sent later.",
    "registry-refused": "Read the reason; if it seems wrong, ask the people who run the registry.",
    "registry-distrusted": "Do not rely on it until the people who run it explain; your earlier receipts stay valid.",
    "registry-contradicted": "Do not rely on its answers until the people who run it explain; the statements hold.",
    "proof-invalid": "Ask for the proof again from the person who made it; this one proves nothing.",
    "usage": "Choose or type something else.",
    "stopped": "What was finished is kept; do the same again to go on with the rest.",
    "helper-lost": "No file is half written. Try again; what was finished is kept.",
    "contradiction": "Remove the other statement, or make the same choice there.",
    "not-distinctive": "Nothing to do: the statement and the digest of the file prove it all the same.",
    "wrong-extension": "Rename it if you like.",
    "made-by-ai": "Tick it if it is your work.",
    "names-another": "Tick it if it is your work.",
    "stated-by-another": "Tick it if it is your work.",
    "registered-before": (
        "Yours is registered, too. If the other is not you under another name, keep what shows that you made it."
    ),
    "claimed-by-another": "Tick it if it is your work.",
    "ask-without-page": "Name your licence page under Menu, Preferences, You.",
    "no-credentials": "Nothing to do: the statement counts without them.",
    "credentials-beside": "Keep the file and its small companion (.c2pa) together.",
}
"""What helps, by the code."""


def cause(code: str) -> str:
    """A trouble in two or three words."""
    return translate(CAUSES.get(code, CAUSES["error"]))


def caused(code: str, count: int) -> str:
    """How many files have a trouble: the beginning of a line in the bar."""
    return f"{many(count, '%n file', '%n files')}: {cause(code)}."


def happened(trouble: Trouble) -> str:
    """What happened."""
    return translate(HAPPENED.get(trouble.code, HAPPENED["error"]))


def helps(trouble: Trouble) -> str:
    """What can be done about it."""
    return translate(HELPS.get(trouble.code, HELPS["error"]))


def told(trouble: Trouble) -> str:
    """All of it: what happened, what helps, and in brackets what exactly."""
    exactly = said(trouble.message).rstrip(".")
    general = happened(trouble)
    more = _tells(trouble) and exactly != general.rstrip(".")
    return f"{general} {helps(trouble)}" + (f" ({exactly})" if more else "")


def _tells(trouble: Trouble) -> bool:
    """Whether what exactly happened is told, too: in words that the person reads, or in another computer's own."""
    return known(trouble.message) or trouble.code.startswith("registry") or speaks() == SOURCE
