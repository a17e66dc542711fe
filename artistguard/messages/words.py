"""The closed lists of words in which registries answer; stable, for programs.

Source: docs/protocol.md.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a registry does not take something; stable, for programs."""

    MALFORMED = "malformed"
    SIGNATURE = "signature"
    ORIGIN = "origin"
    CLOCK = "clock"
    REPLAYED = "replayed"
    TOO_LARGE = "too-large"
    QUOTA = "quota"
    RECORD_USED = "record-used"
    NOT_YOURS = "not-yours"
    KEY_ENDED = "key-ended"


class State(StrEnum):
    """What a registry knows about a work."""

    STATED = "stated"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """What somebody who wants to use a work may conclude."""

    RESERVED = "reserved"  # some or all uses need the creator's yes
    PERMITTED = "permitted"  # a verified creator allows all uses
    UNVERIFIED = "unverified"  # somebody allows all uses, and nobody has shown that it is hers to allow
    UNKNOWN = "unknown"  # nothing stands


class Evidence(StrEnum):
    """How a registry knows who stands behind a key, from nothing to most."""

    UNVERIFIED = "unverified"
    VOUCHED = "vouched"
    VERIFIED = "verified"


class How(StrEnum):
    """On what a match rests."""

    EXACT = "exact"  # the very file
    PAYLOAD = "payload"  # the same pixels, samples or words
    SAME_WORK = "same-work"  # fingerprints close enough to be evidence
    SIMILAR = "similar"  # closer than chance, no evidence
