"""Sentences that the jobs say in plain English, known again by their form and said in the language of the window.

What has no form here stays as it came: names, and what another computer said.
"""

from __future__ import annotations

import re
from functools import cache

from artistguard.desktop.language import translate

TOLD = (
    "A key was made for you; it lies in the keyring of this computer.",
    "A key was made for you; it lies in {}, locked with your passphrase.",
    (
        "A key was made for you; it lies in {}, readable by you only and not locked with a passphrase. "
        "Keep a copy of it in another place."
    ),
    "Registry {} was seen for the first time; its key is now pinned: {}",
    (
        "A certificate was made for you, to sign content credentials with. It says “{}”, which is what you call "
        "yourself; nobody vouches for it."
    ),
    "Your certificate for content credentials has run out. Until you renew it, your own one signs.",
    "The time-stamping authority does not answer; content credentials get no time stamp this time.",
)
"""Told while an errand runs."""
SHORTER = {
    TOLD[1]: "A key was made for you; it lies in your own folder, locked with your passphrase.",
    TOLD[2]: "A key was made for you; it lies in your own folder, and only you may read it.",
}
"""Said in the window, which shows the place of a key in Preferences and offers to save a copy of it."""
GROUPED = (
    "same picture",
    "same recording",
    "same words",
    "already known as one work",
    "same recording number (ISRC)",
    "same book number (ISBN)",
    "same title and creator",
    "same name",
    "you said so",
)
"""Why files are one work; several are put together with `and`."""
FAINT = (
    "The file cannot be looked into, so only its very bytes are recognised.",
    "Too little content to be recognised by likeness: {}.",
    "the picture is smaller than {} pixels",
    "the picture is one even surface, or nearly so",
    "the picture is a plain shape or pattern that mirrors itself",
    "the picture has almost no features",
    "the recording is silent, or nearly so",
    "the recording is shorter than five seconds",
    "the recording is one unchanging sound",
    "the recording is noise or room tone",
    "there are no words in it",
    "it has fewer than {} words",
    "it says the same words over and over",
)
"""Why only an exact copy of a work would be recognised."""
UNFIT = (
    "a web address that begins with https:// or http:// is wanted",
    "a web address or a mail address is wanted",
    "a number from 0 to 256 is wanted",
)
"""Why a setting was not kept."""
DISAGREE = (
    "{} says: {}; {} says: {}. The stricter counts: {}.",
    "AI uses are allowed",
    "no training of generative AI",
    "no AI training",
    "AI uses only with a licence, search allowed",
    "no AI uses and no data mining, search allowed",
    "no AI uses, no data mining and no search",
)
"""Statements of one file that contradict each other."""
MISNAMED = ("The name ends in .{} but the file is {}; it was treated as {}.",)
SIGNED = (
    "Content credentials are attached and do not hold.",
    "Content credentials are attached, and the file is as it was signed.",
    "Who signed them is not told.",
    "Signed by you, as {}.",
    "The certificate says {}; nobody known here vouches for that name.",
    "They are damaged and cannot be read.",
    "What is attached cannot be read as credentials.",
    "The file was changed after it was signed.",
    "A part of the credentials was changed after it was signed.",
    "A part of the credentials is missing.",
    "The signature does not fit what it stands under.",
    "The signer's certificate had run out.",
    "The signer's certificate was called back.",
    "The signer's certificate may not be used for this.",
    "The time stamp does not hold.",
    "The credentials of an earlier version do not hold.",
    "Something in them does not hold ({}).",
)
"""Content credentials of a file, and why they do not hold."""
EVERY = (*TOLD, *GROUPED, *FAINT, *UNFIT, *DISAGREE, *MISNAMED, *SIGNED)


def said(sentence: str) -> str:
    """A sentence of the jobs, and what stands in its places, in the language of the window."""
    for phrase in EVERY:
        found = _form(phrase).fullmatch(sentence)
        if found is not None:
            return translate(SHORTER.get(phrase, phrase)).format(*(said(each) for each in found.groups()))
    return sentence


def known(sentence: str) -> bool:
    """Whether it can be said in every language of the window."""
    return any(_form(phrase).fullmatch(sentence) for phrase in EVERY)


def reasons(grouped: str) -> str:
    """Why files are one work; one of the reasons has an `and` of its own."""
    found = _REASON.findall(grouped)
    return translate(" and ").join(map(said, found)) if " and ".join(found) == grouped else grouped


_REASON = re.compile("|".join(re.escape(each) for each in sorted(GROUPED, key=len, reverse=True)))


@cache
def _form(phrase: str) -> re.Pattern[str]:
    return re.compile("(.+?)".join(re.escape(part) for part in phrase.split("{}")), re.DOTALL)
