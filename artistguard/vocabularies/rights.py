"""Plain sentences and addresses for the standard rights fields, and their XMP form.

They fill empty fields and never replace the creator's own words. A sentence of ours is made from a fixed pattern, so
that it can be recognised exactly and renewed when the choice changes.

Source: Dublin Core Metadata Element Set (creator, rights); XMP specification part 1 (ISO 16684-1:2019), section 8.4
(XMP Rights Management schema); IPTC Photo Metadata Standard 2025.1 (Creator's Contact Info); IPTC IIM 4.2, 2:116.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.terms import Choice, Stated
from artistguard.vocabularies.properties import Alternative, Ordered, Property, Rights, Rule, Structure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artistguard.terms import Declaration

DC = "http://purl.org/dc/elements/1.1/"
XMP_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"

COPYRIGHT_BYTES = 128
"""The longest copyright notice that IPTC IIM dataset 2:116 takes, in bytes of UTF-8."""

SHORT: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "AI uses allowed by the creator.",
        Choice.NO_GENERATIVE_TRAINING: "No generative AI training: rights reserved.",
        Choice.NO_AI_TRAINING: "No AI training: rights reserved.",
        Choice.ASK: "AI uses and data mining only under licence: rights reserved.",
        Choice.SEARCH_ONLY: "No AI uses or data mining, search excepted: rights reserved.",
        Choice.NOTHING: "No AI uses, data mining or search: rights reserved.",
    }
)
"""Each choice in a few words, short enough for a copyright field."""

_LAW = "(Article 4(3) of Directive (EU) 2019/790)"

LONG: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.ALLOW: "This work may be used for AI training, AI input, text and data mining, and search.",
        Choice.NO_GENERATIVE_TRAINING: (
            f"This work may not be used to train generative AI models; the right to do so is reserved {_LAW}."
        ),
        Choice.NO_AI_TRAINING: (
            f"This work may not be used to train AI models of any kind; the right to do so is reserved {_LAW}."
        ),
        Choice.ASK: (
            "AI training, AI input and text and data mining of this work need a licence from the creator; "
            f"these rights are reserved {_LAW}. Search indexing is allowed."
        ),
        Choice.SEARCH_ONLY: (
            "This work may not be used for AI training, AI input or text and data mining; "
            f"these rights are reserved {_LAW}. Search indexing is allowed."
        ),
        Choice.NOTHING: (
            "This work may not be used for AI training, AI input, text and data mining or search indexing; "
            f"these rights are reserved {_LAW}."
        ),
    }
)
"""Each choice in one or two full sentences, for fields of terms."""

LICENCE_ON_REQUEST = "A licence for AI uses and data mining can be asked for"
"""How every sentence begins that says where to ask; together with the choice it marks ``ask``."""

_UNPRINTABLE = re.compile("[^\\u0020-\\u007e\\u00a0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]+")


def clean(text: str) -> str:
    """One line of text without characters that XML 1.0 or a tag cannot hold.

    Args:
        text: Whatever the creator typed.

    Returns:
        Control characters, line ends and lone surrogates become single spaces; none at the ends.
    """
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def is_web(address: str) -> bool:
    """Whether it is a web address (http or https)."""
    return re.fullmatch(r"https?://[^\s<>\"]+", address, re.IGNORECASE) is not None


def mail(contact: str) -> str:
    """The mail address in a contact, without ``mailto:``, or empty."""
    address = re.sub(r"^mailto:", "", clean(contact), flags=re.IGNORECASE)
    return address if re.fullmatch(r"[^\s@<>\"]+@[^\s@<>\"]+", address) else ""


def rights(declaration: Declaration) -> Rights:
    """The sentences for the standard fields.

    Args:
        declaration: The terms.

    Returns:
        No year anywhere, and no copyright sign without a name: nothing is claimed that the creator did not say.
    """
    return Rights(
        creator=clean(declaration.name),
        copyright=_copyright(clean(declaration.name), declaration.choice),
        terms=_terms(declaration),
        licence=clean(declaration.licence),
        contact=clean(declaration.contact),
    )


def request(declaration: Declaration) -> str:
    """The sentence that says where to ask for a licence.

    Args:
        declaration: The terms; the licence page is named first, then the contact, then the name.

    Returns:
        One sentence that begins with LICENCE_ON_REQUEST.
    """
    where = _address(declaration) or clean(declaration.contact)
    if where:
        return f"{LICENCE_ON_REQUEST}: {where}"
    return f"{LICENCE_ON_REQUEST} from {clean(declaration.name) or 'the creator'}."


def ours(text: str) -> bool:
    """Whether a sentence is one of ours, word for word, whatever choice, name and address it was made with.

    Args:
        text: What stands in a copyright, terms or constraints field.

    Returns:
        True only for the exact patterns of this module, with a name and an address in their places; a sentence more,
        before or after, makes it the creator's.
    """
    found = _OURS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    # A name may hold initials, but a full stop after a longer word and more words is another sentence.
    return found is not None and not any(re.search(r"\w{3}\.\s", name) for name in found.groups() if name)


def replaceable(text: str) -> bool:
    """Whether a field may be filled: nothing stands there, or an earlier sentence of ours."""
    return not text.strip(" \t\r\n\0") or ours(text)


def properties(declaration: Declaration) -> tuple[Property, ...]:
    """The rights fields of XMP, all of them FILL.

    Args:
        declaration: The terms.

    Returns:
        Only those that there is something to say in.
    """
    words = rights(declaration)
    found = [
        Property(DC, "dc", "rights", Alternative(words.copyright), Rule.FILL),
        Property(XMP_RIGHTS, "xmpRights", "UsageTerms", Alternative(words.terms), Rule.FILL),
    ]
    if words.creator:
        found.append(Property(DC, "dc", "creator", Ordered((words.creator,)), Rule.FILL))
        found.append(Property(XMP_RIGHTS, "xmpRights", "Marked", "True", Rule.FILL))
    if is_web(words.licence):
        found.append(Property(XMP_RIGHTS, "xmpRights", "WebStatement", words.licence, Rule.FILL))
    if contact := _contact(words.contact):
        found.append(Property(IPTC_CORE, "Iptc4xmpCore", "CreatorContactInfo", Structure((contact,)), Rule.FILL))
    return tuple(found)


def stated(found: Iterable[Property], place: str) -> tuple[Stated, ...]:
    """The rights sentences in a packet; they say nothing that a machine may count on, so no choice is read from them.

    Args:
        found: Properties of a packet.
        place: What to put before the property's name.

    Returns:
        One for each non-empty field, layer ``rights``.
    """
    fields = {(DC, "rights"), (XMP_RIGHTS, "UsageTerms"), (XMP_RIGHTS, "WebStatement")}
    return tuple(
        Stated("rights", f"{place} {entry.label}".strip(), text)
        for entry in found
        if (entry.namespace, entry.name) in fields and (text := text_of(entry.value).strip())
    )


def _copyright(name: str, choice: Choice) -> str:
    if not name:
        return SHORT[choice]
    room = COPYRIGHT_BYTES - len(f"© . {SHORT[choice]}".encode())
    short = name.encode()[:room].decode(errors="ignore").rstrip()
    return f"© {short}. {SHORT[choice]}"


def _terms(declaration: Declaration) -> str:
    sentence = LONG[declaration.choice]
    if declaration.choice is Choice.ASK:
        return f"{sentence} {request(declaration)}"
    where = _address(declaration)
    return f"{sentence} Contact: {where}" if where else sentence


def _address(declaration: Declaration) -> str:
    """The licence page, else the contact, where they are addresses indeed."""
    words = (clean(declaration.licence), clean(declaration.contact))
    return next((word for word in words if is_web(word) or mail(word)), "")


def _contact(contact: str) -> Property | None:
    if address := mail(contact):
        return Property(IPTC_CORE, "Iptc4xmpCore", "CiEmailWork", address)
    if is_web(contact):
        return Property(IPTC_CORE, "Iptc4xmpCore", "CiUrlWork", contact)
    return None


def _patterns() -> str:
    short = "|".join(map(re.escape, SHORT.values()))
    plain = "|".join(re.escape(LONG[choice]) for choice in Choice if choice is not Choice.ASK)
    asking = rf"{re.escape(LICENCE_ON_REQUEST)}(?:: \S+| from (.+)\.)"
    return rf"(?:© (.+)\. )?(?:{short})|(?:{plain})(?: Contact: \S+)?|(?:{re.escape(LONG[Choice.ASK])} )?{asking}"


_OURS = re.compile(_patterns())
_LONGEST = 4096
