from __future__ import annotations

import warnings

import numpy as np
import pytest

from artistguard.decoding.values import CODE_RATE
from artistguard.fingerprints import audio, chromaprint
from artistguard.works import Medium
from tests.suites import artworks


def test_everything_that_is_computed() -> None:
    found = audio.compute(artworks.samples(artworks.tune(1)))
    assert found.medium is Medium.AUDIO
    assert found.distinctive
    assert set(found.values) == {"iscc", "chromaprint_v1", "payload_sha256"}
    raw = chromaprint.from_text(found.values["chromaprint_v1"])
    assert audio.audio_code(raw) == found.values["iscc"]
    assert found.values["iscc"].startswith("ISCC:EID")


def test_a_clip_too_short_for_items_has_an_iscc_and_no_sound_code() -> None:
    found = audio.compute(artworks.samples(artworks.tune(1, 1)))
    assert found.values["iscc"] == "ISCC:EIDQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    assert "chromaprint_v1" not in found.values
    assert not found.distinctive


def test_no_value_is_empty() -> None:
    # A record refuses empty values.
    for seconds in (0.01, 0.5, 2.5, 3.0, 9.0):
        assert all(audio.compute(artworks.samples(artworks.tune(1, seconds))).values.values())


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf, 1e30])
def test_samples_that_are_no_sound_do_no_harm(odd: float) -> None:
    mono = artworks.tune(3)
    mono[1000:1010] = odd
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = audio.compute(artworks.samples(mono))
    clean = audio.compute(artworks.samples(artworks.tune(3)))
    one, other = (chromaprint.from_text(each.values["chromaprint_v1"]) for each in (found, clean))
    assert np.bitwise_count(one ^ other).mean() < 4


def test_ordinary_samples_are_taken_as_they_are() -> None:
    mono = artworks.tune(4, 3)
    assert audio.bounded(mono) is mono
    empty = np.zeros(0, np.float32)
    assert audio.bounded(empty) is empty


def test_silence_everywhere_has_one_code() -> None:
    codes = {audio.compute(artworks.samples(np.zeros(n * CODE_RATE, np.float32))).values["iscc"] for n in (6, 60)}
    assert len(codes) == 1
