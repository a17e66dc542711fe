from __future__ import annotations

import subprocess
import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from artistguard.decoding.values import CODE_RATE
from artistguard.errors import Damaged
from artistguard.fingerprints import chromaprint
from tests.suites import artworks

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def fpcalc(mono: NDArray[np.float32], folder: Path) -> NDArray[np.uint32]:
    """What Chromaprint's own program makes of the same sound."""
    file = folder / "sound.wav"
    with wave.open(str(file), "wb") as target:
        target.setparams((1, 2, CODE_RATE, 0, "NONE", ""))
        target.writeframes((mono * 32767).round().astype("<i2").tobytes())
    # Debian's program ends with 3 after it has printed everything.
    told = subprocess.run(
        ["fpcalc", "-raw", "-length", "0", "-algorithm", "2", str(file)], capture_output=True, text=True, check=False
    )
    line = next(each for each in told.stdout.splitlines() if each.startswith("FINGERPRINT="))
    return np.array([int(each) for each in line.removeprefix("FINGERPRINT=").split(",")], np.uint32)


def noise(seconds: float) -> NDArray[np.float32]:
    return (0.1 * np.random.default_rng(1).standard_normal(int(seconds * CODE_RATE))).astype(np.float32)


def sine(seconds: float, pitch: float) -> NDArray[np.float32]:
    return (0.5 * np.sin(2 * np.pi * pitch * np.arange(int(seconds * CODE_RATE)) / CODE_RATE)).astype(np.float32)


@pytest.mark.parametrize("seed", range(4))
def test_items_agree_with_fpcalc_on_tunes(seed: int, tmp_path: Path) -> None:
    mono = artworks.tune(seed, 30)
    ours, theirs = chromaprint.items(mono), fpcalc(mono, tmp_path)
    assert len(ours) == len(theirs)
    assert agreement(ours, theirs) >= 0.998


def agreement(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
    return 1 - float(np.bitwise_count(one ^ other).mean()) / 32


@pytest.mark.parametrize("sound", ["noise", "sine", "silence"])
def test_items_agree_with_fpcalc_on_poor_sounds(sound: str, tmp_path: Path) -> None:
    mono = {"noise": noise(12), "sine": sine(12, 440), "silence": np.zeros(12 * CODE_RATE, np.float32)}[sound]
    ours, theirs = chromaprint.items(mono), fpcalc(mono, tmp_path)
    assert len(ours) == len(theirs)
    assert agreement(ours, theirs) >= 0.99


def test_silence_is_one_item_again_and_again() -> None:
    # The value that fpcalc 1.5.1 prints for silence.
    assert set(chromaprint.items(np.zeros(5 * CODE_RATE, np.float32)).tolist()) == {0x256DF977}


@pytest.mark.parametrize("frames", [0, 1, 19, 20, 21, 600])
def test_every_frame_beyond_the_nineteenth_gives_an_item(frames: int) -> None:
    length = (frames - 1) * chromaprint.HOP + chromaprint.FRAME if frames else 4095
    assert len(chromaprint.items(noise(200)[:length])) == max(0, frames - 19)


def test_no_sound_gives_no_items() -> None:
    assert chromaprint.items(np.zeros(0, np.float32)).shape == (0,)


def test_loudness_does_not_matter() -> None:
    mono = artworks.tune(9)
    assert agreement(chromaprint.items(mono), chromaprint.items((0.2 * mono).astype(np.float32))) > 0.999


def test_long_recordings_are_worked_through_in_blocks() -> None:
    mono = artworks.tune(2, 100)
    whole = chromaprint.items(mono)
    start = 500 * chromaprint.HOP
    assert np.array_equal(whole[500:], chromaprint.items(mono[start:]))


@given(st.lists(st.integers(0, 2**32 - 1), max_size=60))
def test_the_text_form_reads_back(numbers: list[int]) -> None:
    raw = np.array(numbers, np.uint32)
    text = chromaprint.to_text(raw)
    assert np.array_equal(chromaprint.from_text(text), raw)
    assert "=" not in text
    assert "/" not in text
    assert "+" not in text


def test_the_text_form_is_little_endian() -> None:
    assert chromaprint.to_text(np.array([1], np.uint32)) == "AQAAAA"


@pytest.mark.parametrize("text", ["A", "AAAA", "AQAAAA==X", "é", "AQAA\nAA", "A" * ((1 << 20) + 4)])
def test_what_is_no_text_form_is_refused(text: str) -> None:
    with pytest.raises(Damaged):
        chromaprint.from_text(text)


def test_the_text_form_is_bounded() -> None:
    text = chromaprint.to_text(np.zeros(200_000, np.uint32))
    assert len(text) < chromaprint.LONGEST_TEXT
    assert len(chromaprint.from_text(text)) == chromaprint.MOST_ITEMS
