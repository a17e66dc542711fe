from __future__ import annotations

import pickle

import pytest

from artistguard.decoding.values import Decoded, Opaque
from artistguard.fingerprints import table
from artistguard.works import Digest, Medium
from tests.suites import artworks

WHOLE = Digest.of(b"whole")
DECODED: dict[str, tuple[Decoded, Medium | None]] = {
    "picture": (artworks.pixels(artworks.picture(1)), Medium.IMAGE),
    "tune": (artworks.samples(artworks.tune(1)), Medium.AUDIO),
    "story": (artworks.words(artworks.story(1)), Medium.TEXT),
    "opaque": (Opaque(WHOLE, WHOLE), None),
}


@pytest.mark.parametrize("name", DECODED)
def test_every_kind_of_work_has_codes(name: str) -> None:
    decoded, medium = DECODED[name]
    found = table.compute(decoded)
    assert found.medium is medium
    assert found.values["payload_sha256"] == decoded.payload.hex
    assert found.distinctive == (medium is not None) == (not found.reason)


@pytest.mark.parametrize("name", DECODED)
def test_they_travel_between_processes(name: str) -> None:
    found = table.compute(DECODED[name][0])
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("name", DECODED)
def test_they_are_the_same_every_time(name: str) -> None:
    assert table.compute(DECODED[name][0]) == table.compute(DECODED[name][0])


def test_an_opaque_file_has_its_digest_only() -> None:
    assert dict(table.compute(Opaque(WHOLE, WHOLE)).values) == {"payload_sha256": WHOLE.hex}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("picture", {"iscc", "phash64_v1"}), ("tune", {"iscc"}), ("story", {"iscc"}), ("opaque", set())],
)
def test_what_is_written_inside_is_short_and_no_digest_of_the_file(name: str, expected: set[str]) -> None:
    found = table.compute(DECODED[name][0])
    inside = table.inscribed(found)
    assert set(inside) == expected
    assert all(found.values[each] == value and len(value) < 80 for each, value in inside.items())
