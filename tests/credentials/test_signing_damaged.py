"""Damaged files, signed ones too, end in a plain refusal or in credentials that hold.

How many are tried of every type is set by ARTISTGUARD_MUTATIONS; the long run takes 1000.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from artistguard.credentials.placing import place
from artistguard.credentials.reading import ANYTHING, examine
from artistguard.credentials.values import Place, Standing
from artistguard.errors import CannotEmbed
from tests.credentials.test_signing import ONE_OF_EACH, of
from tests.suites import attested
from tests.suites.mutations import count, mutations

if TYPE_CHECKING:
    from collections.abc import Callable

SHARE = 10
"""One type's part of the number of damaged files for one format."""


def survives(content: bytes, mime: str) -> None:
    """Only a plain refusal may come out; what does not hold comes of earlier credentials alone, and reading tells."""
    where = place(io.BytesIO(content), mime, flac=Place.INSIDE)
    signed = tried(lambda: attested.embedded(content, mime, attested.job(parent=content)))
    assert signed is None or (where is Place.INSIDE and len(signed) > len(content) // 2)
    store = tried(lambda: attested.beside(content, mime))
    if store is not None and examine(io.BytesIO(content), mime).standing is not Standing.INVALID:
        assert examine(io.BytesIO(content), ANYTHING, store).standing is Standing.VALID


def tried(make: Callable[[], bytes]) -> bytes | None:
    try:
        return make()
    except CannotEmbed as refusal:
        told = refusal
    assert told.message
    return None


@pytest.mark.parametrize("mime", ONE_OF_EACH)
@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
def test_damaged_files_end_in_a_refusal_or_in_credentials(mime: str, signed: bool) -> None:
    content = attested.embedded(of(mime), mime) if signed else of(mime)
    share = max(1, count() // SHARE)
    for index, damaged in enumerate(mutations(content, share, f"{mime} {signed}")):
        try:
            survives(damaged, mime)
        except Exception as trouble:
            raise AssertionError(f"damage {index}: {trouble!r}") from trouble


@pytest.mark.parametrize("mime", ONE_OF_EACH)
def test_cut_files_end_in_a_refusal_or_in_credentials(mime: str) -> None:
    content = of(mime)
    for length in sorted({0, 1, 4, 12, 64, len(content) // 3, len(content) - 1}):
        survives(content[:length], mime)


@pytest.mark.parametrize("store", [b"", b"\0" * 64, b"jumb" * 40], ids=["empty", "zeros", "words"])
def test_damaged_credentials_beside_end_in_a_refusal(store: bytes) -> None:
    with pytest.raises(CannotEmbed):
        attested.beside(b"words", "text/plain", attested.job(earlier=store))


def test_cut_credentials_beside_end_in_a_refusal() -> None:
    store = attested.beside(b"words", "text/plain")
    for length in range(1, len(store), 211):
        with pytest.raises(CannotEmbed):
            attested.beside(b"words", "text/plain", attested.job(earlier=store[:length]))
