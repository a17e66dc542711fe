from __future__ import annotations

import dataclasses
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from artistguard.decoding.values import CODE_RATE
from artistguard.fingerprints import chromaprint, iscc, match, table
from artistguard.fingerprints.values import Fingerprints, Kind, Likeness
from artistguard.works import Medium
from tests.suites import artworks

PICTURE = artworks.picture(11)


def of_picture(image: Image.Image) -> Fingerprints:
    return table.compute(artworks.pixels(image))


def of_tune(mono: np.ndarray) -> Fingerprints:
    return table.compute(artworks.samples(mono))


def of_story(text: str) -> Fingerprints:
    return table.compute(artworks.words(text))


def with_values(prints: Fingerprints, **values: str) -> Fingerprints:
    return dataclasses.replace(prints, values={**prints.values, **values})


def only(prints: Fingerprints, *names: str) -> Fingerprints:
    return dataclasses.replace(prints, values={name: prints.values[name] for name in names})


def both(one: Fingerprints, other: Fingerprints) -> Likeness:
    found = match.compare(one, other)
    assert found == match.compare(other, one)
    return found


def test_the_same_bytes_are_exact_whatever_they_hold() -> None:
    blank = with_values(of_picture(Image.new("RGB", (300, 300))), sha256="ab" * 32)
    assert both(blank, blank) == Likeness(Kind.EXACT, 1.0, "sha256", evidence=True)
    assert both(blank, with_values(of_story(""), sha256="ab" * 32)).kind is Kind.EXACT


def test_the_same_pixels_are_evidence() -> None:
    found = both(of_picture(PICTURE), of_picture(PICTURE.copy()))
    assert found == Likeness(Kind.PAYLOAD, 1.0, "payload_sha256", evidence=True)


@pytest.mark.parametrize(
    "poor",
    [
        of_picture(Image.new("RGB", (400, 400), (255, 255, 255))),
        of_tune(np.zeros(60 * CODE_RATE, np.float32)),
        of_story("Don't Steal This Book"),
    ],
)
def test_poor_works_never_match_by_payload_or_code(poor: Fingerprints) -> None:
    assert both(poor, poor) == Likeness(Kind.NONE, 0.0, "", evidence=False)
    rich = dataclasses.replace(poor, distinctive=True)
    assert both(poor, rich).kind is Kind.NONE


def test_files_we_cannot_look_into_match_only_by_their_bytes() -> None:
    opaque = Fingerprints({"payload_sha256": "cd" * 32}, distinctive=False)
    assert both(opaque, opaque).kind is Kind.NONE
    assert both(with_values(opaque, sha256="cd" * 32), with_values(opaque, sha256="cd" * 32)).kind is Kind.EXACT


def test_media_are_never_mixed() -> None:
    tune = of_tune(artworks.tune(1))
    story = dataclasses.replace(of_story(artworks.story(1)), values=tune.values)
    assert both(tune, story).kind is Kind.NONE


@pytest.mark.parametrize("scale", [0.25, 0.5, 2])
def test_another_size_of_a_picture_is_the_same_work(scale: float) -> None:
    size = (int(640 * scale), int(480 * scale))
    found = both(of_picture(PICTURE), of_picture(PICTURE.resize(size, Image.Resampling.LANCZOS)))
    assert found.kind is Kind.SAME_WORK
    assert found.evidence
    assert found.similarity > 0.7
    assert "pdq_v1" in found.how


def test_other_pictures_have_nothing_in_common() -> None:
    prints = [of_picture(artworks.picture(seed)) for seed in range(40)]
    kinds = {both(one, other).kind for place, one in enumerate(prints) for other in prints[:place]}
    assert kinds == {Kind.NONE}


def flipped(code: str, bits: int, seed: int = 1) -> str:
    """A hexadecimal code with so many bits turned over."""
    places = random.Random(seed).sample(range(4 * len(code)), bits)
    return f"{int(code, 16) ^ sum(1 << place for place in places):0{len(code)}x}"


def iscc_flipped(unit: str, bits: int) -> str:
    import base64

    raw = bytearray(base64.b32decode(unit.removeprefix("ISCC:") + "=" * (-len(unit[5:]) % 8)))
    for place in random.Random(2).sample(range(256), bits):
        raw[2 + place // 8] ^= 1 << place % 8
    return "ISCC:" + base64.b32encode(bytes(raw)).decode().rstrip("=")


@pytest.mark.parametrize(
    ("phash", "pdq", "standard", "kind", "how"),
    [
        (0, 0, 0, Kind.SAME_WORK, "phash256_v1+pdq_v1"),
        (40, 40, 128, Kind.SAME_WORK, "phash256_v1+pdq_v1"),
        (40, 41, 40, Kind.SAME_WORK, "iscc+phash256_v1+pdq_v1"),
        (60, 60, 40, Kind.SAME_WORK, "iscc+phash256_v1+pdq_v1"),
        (40, 41, 41, Kind.SIMILAR, "phash256_v1+pdq_v1"),
        (61, 60, 40, Kind.SIMILAR, "phash256_v1+pdq_v1"),
        (75, 75, 128, Kind.SIMILAR, "phash256_v1+pdq_v1"),
        (75, 76, 60, Kind.SIMILAR, "iscc"),
        (75, 76, 61, Kind.NONE, ""),
    ],
)
def test_limits_for_pictures(phash: int, pdq: int, standard: int, kind: Kind, how: str) -> None:
    prints = of_picture(PICTURE)
    other = with_values(
        prints,
        phash256_v1=flipped(prints.values["phash256_v1"], phash),
        pdq_v1=flipped(prints.values["pdq_v1"], pdq),
        iscc=iscc_flipped(prints.values["iscc"], standard),
        payload_sha256="0" * 64,
    )
    found = both(prints, other)
    assert (found.kind, found.how) == (kind, how)
    assert found.evidence == (kind is Kind.SAME_WORK)


@pytest.mark.parametrize(
    ("name", "bits", "kind"),
    [
        ("pdq_v1", 31, Kind.SAME_WORK),
        ("pdq_v1", 32, Kind.NONE),
        ("phash64_v1", 10, Kind.SIMILAR),
        ("phash64_v1", 11, Kind.NONE),
        ("iscc", 60, Kind.SIMILAR),
        ("iscc", 61, Kind.NONE),
    ],
)
def test_a_picture_of_which_one_code_is_known(name: str, bits: int, kind: Kind) -> None:
    prints = only(of_picture(PICTURE), name)
    turn = iscc_flipped if name == "iscc" else flipped
    found = both(prints, with_values(prints, **{name: turn(prints.values[name], bits)}))
    assert found.kind is kind


def test_another_loudness_and_a_late_start_are_the_same_recording() -> None:
    tune = artworks.tune(5, 40)
    for other in ((tune * 0.3).astype(np.float32), tune[7 * CODE_RATE :]):
        found = both(of_tune(tune), of_tune(other))
        assert found.kind is Kind.SAME_WORK
        assert found.how == "chromaprint_v1"
        assert found.similarity > 0.8


def test_a_short_part_of_a_recording_is_a_hint_and_no_evidence() -> None:
    tune = artworks.tune(6, 60)
    found = both(of_tune(tune), of_tune(tune[20 * CODE_RATE : 35 * CODE_RATE]))
    assert found.kind is Kind.SIMILAR
    assert not found.evidence


def test_other_tunes_have_nothing_in_common() -> None:
    prints = [of_tune(artworks.tune(seed, 25)) for seed in range(8)]
    for place, one in enumerate(prints):
        for other in prints[:place]:
            assert both(one, other).kind is Kind.NONE


def test_recordings_of_which_only_the_iscc_is_known() -> None:
    prints = only(of_tune(artworks.tune(8)), "iscc")
    near = with_values(prints, iscc=iscc_flipped(prints.values["iscc"], 47))
    far = with_values(prints, iscc=iscc_flipped(prints.values["iscc"], 48))
    assert both(prints, near).kind is Kind.SIMILAR
    assert both(prints, far).kind is Kind.NONE


@pytest.mark.parametrize(
    ("bits", "kind"), [(80, Kind.SAME_WORK), (81, Kind.SIMILAR), (96, Kind.SIMILAR), (97, Kind.NONE)]
)
def test_limits_for_texts(bits: int, kind: Kind) -> None:
    prints = of_story(artworks.story(1))
    other = with_values(prints, iscc=iscc_flipped(prints.values["iscc"], bits), payload_sha256="0" * 64)
    assert both(prints, other).kind is kind


JUNK = st.one_of(st.text(max_size=80), st.just("ISCC:EED"), st.just("00" * 32), st.just("f" * 64))


@settings(max_examples=150)
@given(
    st.sampled_from(Medium),
    st.dictionaries(st.sampled_from(["iscc", "phash64_v1", "phash256_v1", "pdq_v1", "chromaprint_v1"]), JUNK),
)
def test_codes_that_do_not_read_back_count_as_missing(medium: Medium, values: dict[str, str]) -> None:
    junk = Fingerprints(values, distinctive=True, medium=medium)
    for whole in (of_picture(PICTURE), Fingerprints({}, distinctive=True, medium=medium)):
        assert not both(junk, dataclasses.replace(whole, medium=medium)).evidence


def test_codes_found_by_an_index_are_what_compare_needs() -> None:
    """Whatever is evidence or a hint between pictures lies within one of the lookups."""
    dice = random.Random(4)
    prints = of_picture(PICTURE)
    for _ in range(200):
        other = with_values(
            prints,
            phash256_v1=flipped(prints.values["phash256_v1"], dice.randrange(128), dice.randrange(99)),
            pdq_v1=flipped(prints.values["pdq_v1"], dice.randrange(128), dice.randrange(99)),
            iscc=iscc_flipped(prints.values["iscc"], dice.randrange(128)),
            payload_sha256="0" * 64,
        )
        looks = {look: distance(look.name, prints, other) for look in match.LOOKUPS[Medium.IMAGE]}
        found = both(prints, other)
        assert any(apart <= look.radius for look, apart in looks.items()) or found.kind is Kind.NONE
        assert any(apart <= look.evidence for look, apart in looks.items()) or not found.evidence


def distance(name: str, one: Fingerprints, other: Fingerprints) -> int:
    if name == "iscc":
        return iscc.distance(one.values[name], other.values[name])
    return iscc.hamming(bytes.fromhex(one.values[name]), bytes.fromhex(other.values[name]))


def test_every_medium_has_its_lookups() -> None:
    assert set(match.LOOKUPS) == set(Medium)
    for looks in match.LOOKUPS.values():
        assert "iscc" in {look.name for look in looks}
        assert all(0 < look.rare <= look.evidence <= look.radius < 100 for look in looks)


def test_a_long_record_cannot_cost_much() -> None:
    long = chromaprint.to_text(np.random.default_rng(1).integers(0, 2**32, 170_000, dtype=np.uint32))
    prints = Fingerprints({"chromaprint_v1": long}, distinctive=True, medium=Medium.AUDIO)
    short = only(of_tune(artworks.tune(1)), "chromaprint_v1")
    assert both(prints, short).kind is Kind.NONE
