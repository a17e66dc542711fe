from __future__ import annotations

import contextlib
import io
import subprocess
import tracemalloc
import wave
from typing import TYPE_CHECKING, BinaryIO, cast

import numpy as np
import pytest

from artistguard.decoding.audio import samples
from artistguard.decoding.values import CODE_RATE
from artistguard.errors import Damaged, FileProblem
from tests.suites.audio_readers import AUDIO, sound_samples
from tests.suites.mutations import mutations

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = (AUDIO / "wav/sox-plain.wav").read_bytes()


def of(content: bytes) -> object:
    return samples(io.BytesIO(content))


def sound(seconds: float, rate: int = 44100, channels: int = 2, hertz: float = 440.0) -> bytes:
    times = np.arange(int(seconds * rate)) / rate
    wide = np.repeat((np.sin(2 * np.pi * hertz * times) * 16000).astype("<i2")[:, None], channels, axis=1)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(wide.tobytes())
    return file.getvalue()


@pytest.mark.parametrize("sample", sound_samples(), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_sample_is_decoded_alike_each_time(sample: Path) -> None:
    first, second = samples(io.BytesIO(sample.read_bytes())), samples(io.BytesIO(sample.read_bytes()))
    assert first.payload == second.payload
    assert first.guard == second.guard
    assert first.mono.dtype == np.float32
    assert first.rate >= 8000
    assert first.channels in {1, 2}
    assert abs(len(first.mono) - first.seconds * CODE_RATE) < CODE_RATE / 10
    assert np.all(np.abs(first.mono) <= 1)


def test_the_samples_are_those_that_went_in() -> None:
    content = sound(1.0)
    got = samples(io.BytesIO(content))
    assert (got.seconds, got.rate, got.channels) == (1.0, 44100, 2)
    spectrum = np.abs(np.fft.rfft(got.mono))
    assert int(np.argmax(spectrum) * CODE_RATE / len(got.mono)) in range(438, 442)
    assert 0.47 < float(np.max(np.abs(got.mono[500:-500]))) < 0.51


def test_the_same_music_without_loss_has_the_same_payload(tmp_path: Path) -> None:
    wav = tmp_path / "a.wav"
    wav.write_bytes(sound(0.7))
    flac = tmp_path / "a.flac"
    subprocess.run(["flac", "--silent", "-o", flac, wav], check=True)
    assert samples(io.BytesIO(flac.read_bytes())).payload == samples(io.BytesIO(wav.read_bytes())).payload


def test_one_other_sample_makes_another_payload() -> None:
    content = bytearray(sound(0.2))
    before = samples(io.BytesIO(bytes(content)))
    content[-1] ^= 1
    assert samples(io.BytesIO(bytes(content))).payload != before.payload


def test_the_guard_sees_another_cover_and_another_rate() -> None:
    content = (AUDIO / "flac/flac-tags-cover.flac").read_bytes()
    cover = content.index(b"\xff\xd8\xff")
    other = content[: cover + 200] + bytes((content[cover + 200] ^ 1,)) + content[cover + 201 :]
    before, after = samples(io.BytesIO(content)), samples(io.BytesIO(other))
    assert before.payload == after.payload
    assert before.guard != after.guard
    slow, fast = samples(io.BytesIO(sound(0, 22050))), samples(io.BytesIO(sound(0, 44100)))
    assert slow.payload == fast.payload
    assert slow.guard != fast.guard


def test_the_guard_sees_other_chapters() -> None:
    content = (AUDIO / "mp3/ffmpeg-v24-chapters.mp3").read_bytes()
    at = content.index(b"CHAP") + 10 + len(b"ch0\0")
    other = content[: at + 7] + bytes((content[at + 7] ^ 1,)) + content[at + 8 :]
    before, after = samples(io.BytesIO(content)), samples(io.BytesIO(other))
    assert before.payload == after.payload
    assert before.guard != after.guard


@pytest.mark.parametrize(
    "content",
    [b"", b"no music", b"#EXTM3U\nfile:///etc/passwd\n", b"ffconcat version 1.0\nfile a.wav\n", bytes(5000)],
    ids=["empty", "words", "play list", "list of files", "zeros"],
)
def test_what_is_no_recording_is_told(content: bytes) -> None:
    with pytest.raises(Damaged) as told:
        of(content)
    assert told.value.remedy


def test_a_play_list_in_the_guise_of_music_opens_nothing(tmp_path: Path) -> None:
    inside = tmp_path / "inside.wav"
    inside.write_bytes(PLAIN)
    with pytest.raises(Damaged):
        of(b"ID3\3\0\0\0\0\0\0#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + str(inside).encode() + b"\n")


def test_nothing_is_written_to_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    for sample in sound_samples("mp3", "flac", "m4a", "ogg"):
        for damaged in mutations(sample.read_bytes(), 4, "screen"):
            with contextlib.suppress(FileProblem):
                of(damaged)
    told = capfd.readouterr()
    assert told.err == ""
    assert told.out == ""


class Tide:
    """A WAV of any length that is never anywhere as a whole: its samples are reckoned when they are read."""

    def __init__(self, seconds: int) -> None:
        size = seconds * 44100 * 4
        head = bytearray(sound(0))
        head[40:44] = size.to_bytes(4, "little")
        head[4:8] = (size + 36).to_bytes(4, "little")
        self.head = bytes(head)
        self.size = len(head) + size
        self.at = 0

    def read(self, count: int = -1) -> bytes:
        end = self.size if count < 0 else min(self.size, self.at + count)
        begin, self.at = self.at, max(self.at, end)
        length = max(0, end - begin)
        start = self.head[begin:end]
        return start + bytes(range(0, 200, 2)) * ((length - len(start)) // 100) + bytes((length - len(start)) % 100)

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at

    def tell(self) -> int:
        return self.at


def test_a_long_recording_needs_little_memory() -> None:
    tide = Tide(300)
    tracemalloc.start()
    try:
        got = samples(cast("BinaryIO", tide))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert got.seconds == 300
    # 300 s at 11,025 numbers of 4 bytes are 13 MB, held twice while they are joined; the file has 53 MB.
    assert most < 45_000_000
