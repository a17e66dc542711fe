"""What pages say, in whole sentences."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from artistguard.messages import Answer, Evidence, How
from artistguard.vocabularies.plain import READERS
from artistguard.works import Medium

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artistguard.terms import Choice

TAKEN_BACK = "What was stated was taken back."

ANSWERS: Mapping[Answer, str] = MappingProxyType(
    {
        Answer.RESERVED: "The rights named here are reserved: ask the creator first.",
        Answer.PERMITTED: "The registry knows who allows this.",
        Answer.UNVERIFIED: "The registry does not know who says this, so do not rely on the permission.",
        Answer.UNKNOWN: "Nothing stands at present; that is no permission.",
    }
)

KNOWN: Mapping[Evidence, str] = MappingProxyType(
    {
        Evidence.UNVERIFIED: "The registry does not know who this is.",
        Evidence.VOUCHED: "Somebody whom the registry trusts vouches for this person.",
        Evidence.VERIFIED: "The registry has verified who this is.",
    }
)

HOW: Mapping[How, str] = MappingProxyType(
    {
        How.EXACT: "Exactly this file",
        How.PAYLOAD: "Exactly this content, in another file",
        How.SAME_WORK: "The same work, altered",
        How.SIMILAR: "Something similar",
    }
)

ALIKE: Mapping[Medium | None, str] = MappingProxyType(
    {
        Medium.IMAGE: "It looks the same",
        Medium.AUDIO: "It sounds the same",
        Medium.TEXT: "It reads the same",
        None: "The same work, altered",
    }
)
"""Where fingerprints are close enough to be evidence."""

MEDIA: Mapping[Medium, str] = MappingProxyType(
    {Medium.IMAGE: "Picture", Medium.AUDIO: "Recording", Medium.TEXT: "Text"}
)

ACTS: Mapping[str, str] = MappingProxyType({"declare": "Stated", "change": "Changed", "withdraw": "Taken back"})


def sentence(choice: Choice | None) -> str:
    """What holds, about one work."""
    return READERS[choice] if choice else TAKEN_BACK


def mood(answer: Answer) -> str:
    """Class of the box that says what holds."""
    return "doubtful" if answer in {Answer.UNVERIFIED, Answer.UNKNOWN} else "plain"
