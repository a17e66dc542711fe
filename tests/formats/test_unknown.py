from __future__ import annotations

import io

import pytest

from artistguard.decoding.opaque import opaque
from artistguard.errors import EmptyFile
from artistguard.formats.protocol import Certainty, Embeds, Format, Reading
from artistguard.formats.unknown import Unknown
from artistguard.works import Digest
from tests.suites.format_suite import glimpse_of


def test_it_is_a_format_that_does_not_embed_and_never_pushes_itself_forward() -> None:
    unknown = Unknown()
    assert isinstance(unknown, Format)
    assert not isinstance(unknown, Embeds)
    assert unknown.medium is None
    for content in (b"", b"words", bytes(range(256))):
        assert unknown.recognise(glimpse_of(content, "dat")) is Certainty.NO
    assert unknown.read(io.BytesIO(b"x")) == Reading()


@pytest.mark.parametrize("content", [b"x", bytes(3 << 20), bytes(range(256)) * 5000])
def test_a_file_is_known_by_all_its_bytes(content: bytes) -> None:
    source = io.BytesIO(content)
    source.seek(len(content) // 2)
    decoded = Unknown().decode(source)
    assert decoded.payload == decoded.guard == Digest.of(content)


def test_nothing_is_told() -> None:
    with pytest.raises(EmptyFile):
        opaque(io.BytesIO())
