"""The country that a creator names for her works, for the counts of a registry: a choice of hers, and never checked.

Source: ISO 3166-1 (alpha-2 codes: two letters).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTRY = "country"
"""Name of the extension of a statement."""

_CODE = re.compile(r"[A-Z]{2}\Z", re.ASCII)


def is_country(code: str) -> bool:
    """Whether a text is written as a country code."""
    return _CODE.match(code) is not None


def country_of(extensions: Mapping[str, str]) -> str:
    """The country among the extensions of a statement; empty where there is none."""
    code = extensions.get(COUNTRY, "")
    return code if is_country(code) else ""
