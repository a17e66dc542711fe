"""Standard numbers of works and of people: read in any usual spelling, checked, and kept in one.

Kinds that are not known here are kept as they are, so that later versions may add some; a known kind with a wrong
digit is refused.

Source: ISRC ISO 3901; ISBN ISO 2108; ISWC ISO 15707; ISNI ISO 27729 and ORCID, both with ISO 7064 MOD 11-2; IPI name
number CISAC, weights 10 to 2 and modulus 101.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from artistguard.claims.grammar import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Identifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A standard number.

    Attributes:
        kind: ``isrc``, ``isbn``, ``iswc``, ``ipi``, ``isni``, ``orcid``, or one of a later version.
        value: Without separators; a book number in its form of 13 digits.
    """

    kind: Name
    value: Annotated[str, Meta(min_length=1, max_length=64)]


def identifier(kind: str, text: str) -> Identifier | None:
    """A standard number as somebody wrote it, in its one spelling; None where it is not one of a known kind.

    Args:
        kind: ``ISRC`` …, in any case.
        text: With or without hyphens, dots, spaces and the kind's own name before it.
    """
    kind = kind.lower()
    plain = re.sub(r"[^0-9A-Z]", "", text.upper().removeprefix("URN:"))
    plain = plain.removeprefix("HTTPSORCIDORG").removeprefix(kind.upper())
    if kind == "isbn" and len(plain) == 10 and _isbn10(plain):
        body = "978" + plain[:9]
        plain = body + str(-_weighed(body, (1, 3) * 6) % 10)
    found = Identifier(kind, plain) if kind in _KINDS and plain else None
    return found if found and sound(found) else None


def known(pairs: Iterable[tuple[str, str]]) -> tuple[Identifier, ...]:
    """The sound ones among numbers found in a file, as a statement has them.

    Args:
        pairs: Kind and text.
    """
    return tuple(sorted({found for kind, text in pairs if (found := identifier(kind, text))}))[:64]


def sound(number: Identifier) -> bool:
    """Whether form and check digits hold; of a kind that is not known nothing can be said against it."""
    if number.kind not in _KINDS:
        return True
    form, check = _KINDS[number.kind]
    return re.fullmatch(form, number.value) is not None and check(number.value)


def _isrc(value: str) -> bool:
    return not value.endswith("0" * 7)


def _isbn10(value: str) -> bool:
    return (
        re.fullmatch(r"[0-9]{9}[0-9X]", value) is not None
        and (_weighed(value[:9], range(10, 1, -1)) + _last(value)) % 11 == 0
    )


def _isbn13(value: str) -> bool:
    return _weighed(value, (1, 3) * 6 + (1,)) % 10 == 0


def _iswc(value: str) -> bool:
    return (1 + _weighed(value[1:10], range(1, 10)) + int(value[10])) % 10 == 0


def _ipi(value: str) -> bool:
    return -_weighed(value[:9], range(10, 1, -1)) % 101 % 100 == int(value[9:])


def _mod11_2(value: str) -> bool:
    total = 0
    for digit in value[:15]:
        total = (total + int(digit)) * 2 % 11
    return (12 - total) % 11 == _last(value)


def _last(value: str) -> int:
    return 10 if value.endswith("X") else int(value[-1])


def _weighed(digits: str, weights: Iterable[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


_KINDS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "isrc": (r"[A-Z]{2}[A-Z0-9]{3}[0-9]{7}", _isrc),
    "isbn": (r"97[89][0-9]{10}", _isbn13),
    "iswc": (r"T[0-9]{10}", _iswc),
    "ipi": (r"[0-9]{11}", _ipi),
    "isni": (r"[0-9]{15}[0-9X]", _mod11_2),
    "orcid": (r"[0-9]{15}[0-9X]", _mod11_2),
}
