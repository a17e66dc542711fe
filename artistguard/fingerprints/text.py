"""The code of a manuscript: ISCC Text-Code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import iscc_lib

from artistguard.fingerprints import distinct
from artistguard.fingerprints.iscc import BITS
from artistguard.fingerprints.values import ISCC, PAYLOAD, Fingerprints
from artistguard.works import Medium

if TYPE_CHECKING:
    from artistguard.decoding.values import Words


def compute(words: Words) -> Fingerprints:
    """Every code of a manuscript."""
    text = encodable(words.text)
    reason = distinct.manuscript(text)
    values = {ISCC: text_code(text), PAYLOAD: words.payload.hex}
    return Fingerprints(values, not reason, reason, Medium.TEXT)


def encodable(text: str) -> str:
    """The text with every half of a broken surrogate pair replaced, since it stands for no character."""
    return text.encode("utf-8", "replace").decode("utf-8")


def text_code(text: str) -> str:
    """The ISCC Text-Code of 256 bits over the cleaned text.

    Cleaning is NFKC, control characters and repeated empty lines gone; the code itself then ignores case, spacing,
    punctuation and diacritics and looks at runs of 13 characters.

    Returns:
        Text form ``ISCC:EAD…``.

    Source: ISO 24138:2024, clauses on text cleaning and Text-Code.
    """
    return iscc_lib.gen_text_code_v0(iscc_lib.text_clean(text), BITS).iscc
