from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.jobs.naming import name_of, without_version


@pytest.mark.parametrize(
    ("path", "bare", "counter"),
    [
        ("a/Photo.JPG", "photo", ""),
        ("a/photo-web.jpg", "photo", ""),
        ("a/photo_web-small.jpg", "photo", ""),
        ("a/photo (2).jpg", "photo", "2"),
        ("a/photo-web (2).jpg", "photo", "2"),
        ("a/photo (web).jpg", "photo", ""),
        ("a/photo@2x.png", "photo", ""),
        ("a/01 Tide v12.wav", "01 tide", ""),
        ("a/tide 320kbps.mp3", "tide", ""),
        ("a/web.jpg", "web", ""),
        ("a/(1).jpg", "(1)", ""),
        ("a/cobweb.jpg", "cobweb", ""),
        ("a/semifinal.jpg", "semifinal", ""),
        ("a/.hidden", ".hidden", ""),
        ("a/photo-7.jpg", "photo-7", ""),
    ],
)
def test_bare_names(path: str, bare: str, counter: str) -> None:
    found = name_of(path)
    assert (found.bare, found.counter) == (bare, counter)


def test_place_and_type() -> None:
    found = name_of("/home/zoe/album/flac/01 Tide.FLAC")
    assert (found.folder, found.above, found.extension) == ("/home/zoe/album/flac", "/home/zoe/album", "flac")


@pytest.mark.parametrize(
    ("one", "other", "series"),
    [
        ("01.jpg", "02.jpg", True),
        ("frame_0001.png", "frame_0002.png", True),
        ("a 1 of 2.wav", "a 2 of 2.wav", True),
        ("01.jpg", "01.png", False),
        ("01.jpg", "01-web.jpg", False),
        ("tide 1024x768.jpg", "tide 640x480.jpg", False),
        ("tide v1.jpg", "tide v2.jpg", False),
        ("one.jpg", "two.jpg", False),
    ],
)
def test_series(one: str, other: str, series: bool) -> None:
    assert name_of(one).in_series_with(name_of(other)) is series
    assert name_of(other).in_series_with(name_of(one)) is series


@given(st.text(min_size=1, max_size=60))
def test_a_bare_name_is_never_empty_and_bare_already(stem: str) -> None:
    bare = without_version(stem)
    assert bare
    assert stem.startswith(bare)
    assert without_version(bare) == bare


def test_a_long_name_is_taken_apart_quickly() -> None:
    assert name_of("-web" * 20_000 + "!.jpg").bare.endswith("!")
    assert name_of("a" + "-web" * 2_000 + ".jpg").bare == "a"
