"""Other programs must find what we wrote, and hear what they heard before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from artistguard.formats.audio.aiff import Aiff
from artistguard.formats.audio.flac import Flac
from artistguard.formats.audio.m4a import M4a
from artistguard.formats.audio.mp3 import Mp3
from artistguard.formats.audio.ogg import Ogg
from artistguard.formats.audio.opus import Opus
from artistguard.formats.audio.wav import Wav
from tests.suites import audio_readers
from tests.suites.audio_readers import sound_samples
from tests.suites.format_suite import inscription, write

if TYPE_CHECKING:
    from pathlib import Path

URI = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
PLUGINS = {"mp3": Mp3(), "flac": Flac(), "wav": Wav(), "ogg": Ogg(), "opus": Opus(), "m4a": M4a(), "aiff": Aiff()}


def written(sample: Path, folder: Path) -> Path:
    file = folder / sample.name
    file.write_bytes(write(PLUGINS[sample.parent.name], sample.read_bytes(), inscription()))
    return file


BLIND = {
    "ffprobe": {"hand-v23-unsynchronised.mp3": "it reads frame sizes of an unsynchronised 2.3 tag wrongly, before too"},
    "exiftool": {
        "hand-v22-itunes-like.mp3": "ID3 2.2 has no frame for XMP",
        "hand-bw64-adm.wav": "Debian's exiftool knows no BW64",
    },
    "mediainfo": {
        "hand-v22-itunes-like.mp3": "it shows no free-form frames of ID3 2.2",
        "hand-bw64-adm.wav": "it shows no ID3 in BW64",
        "sox-no-samples.wav": "it stops at a sound of no length",
        "ffmpeg-sowt.aifc": "it shows no ID3 in AIFF-C",
    },
    "soxi": {"sox-no-samples.aiff": "it refuses the file that SoX itself wrote"},
}
"""What other programs cannot read, for reasons of their own; those files are asked of another reader."""


def each(*folders: str, reader: str = "") -> pytest.MarkDecorator:
    files = [file for file in sound_samples(*folders) if file.name not in BLIND.get(reader, {})]
    return pytest.mark.parametrize("sample", files, ids=[f"{file.parent.name}/{file.name}" for file in files])


@each()
def test_ffmpeg_hears_the_same_as_before(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    assert audio_readers.sound_and_packets(after) == audio_readers.sound_and_packets(sample)


@each(reader="ffprobe")
def test_ffprobe_reads_the_keys_the_copyright_and_all_that_was_there(sample: Path, tmp_path: Path) -> None:
    before = audio_readers.tags(sample)
    after = audio_readers.tags(written(sample, tmp_path))
    if b"INFO" not in sample.read_bytes() or sample.suffix != ".wav":
        # Once a WAV has an INFO list, ffprobe passes over its ID3 chunk.
        assert after["TDM-RESERVATION"] == "1"
        assert after["DATA-MINING"] == URI
        assert after["ARTISTGUARD-CHOICE"] == "search-only"
    copyright_key = "TCR" if "v22" in sample.name else "COPYRIGHT"
    if not before.get(copyright_key):
        assert "Zoë Ünal" in after[copyright_key]
    ours = re.compile(r"(?i)TDM.|ARTISTGUARD|DATA-MINING|ID3V2_PRIV\.XMP")
    lost = {key: value for key, value in before.items() if value and not ours.match(key) and after.get(key) != value}
    assert not lost


@each("mp3", "wav", "m4a", "aiff", reader="exiftool")
def test_exiftool_reads_xmp(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    choice, reservation, creator = audio_readers.exiftool(
        after, "XMP-plus:DataMining", "XMP:Reservation", "XMP-dc:Creator"
    )
    assert (choice, reservation) == (URI, "1")
    assert "Zoë Ünal" in creator


@each("mp3", "wav", "aiff", reader="mediainfo")
def test_mediainfo_reads_the_keys_in_id3(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    told = audio_readers.run("mediainfo", str(after))
    assert re.search(r"TDM-RESERVATION\s+: 1", told), told


@each("flac")
def test_flac_finds_nothing_wrong_and_the_sum_of_the_music_is_the_same(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    if "no-samples" not in sample.name:
        assert "ok" in audio_readers.complaints("flac", "-t", str(after))
    if "id3" not in sample.name:
        for question in ("--show-md5sum", "--show-total-samples", "--show-bps"):
            assert audio_readers.run("metaflac", question, str(after)) == audio_readers.run(
                "metaflac", question, str(sample)
            )
        assert f"DATA-MINING={URI}" in audio_readers.run("metaflac", "--show-tag=DATA-MINING", str(after))


@each("flac")
def test_metaflac_still_finds_every_other_block(sample: Path, tmp_path: Path) -> None:
    if "id3" in sample.name:
        # metaflac passes over the ID3 tag in front as well before as after.
        assert sample.read_bytes()[:3] == written(sample, tmp_path).read_bytes()[:3] == b"ID3"
        return
    listing = ("metaflac", "--list", "--except-block-type=VORBIS_COMMENT,PADDING")
    before, after = (
        re.sub(r"METADATA block #\d+|is last: \w+", "", audio_readers.run(*listing, str(file)))
        for file in (sample, written(sample, tmp_path))
    )
    assert after == before


@each("ogg")
def test_vorbiscomment_and_ogginfo_are_content(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    told = audio_readers.complaints("ogginfo", str(after))
    warnings = [line for line in told.splitlines() if re.match(r"(?i)\s*(warning|error)", line)]
    before = audio_readers.complaints("ogginfo", str(sample))
    assert not [line for line in warnings if line not in before], told
    if sample.suffix == ".ogg":
        assert "TDM-RESERVATION=1" in audio_readers.run("vorbiscomment", "-l", "-R", str(after)).splitlines()


@each("opus")
def test_opusinfo_is_content(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    told = audio_readers.complaints("opusinfo", str(after))
    assert "TDM-RESERVATION=1" in told
    before = audio_readers.complaints("opusinfo", str(sample))
    assert told.count("WARNING") == before.count("WARNING"), told


@each("wav", "aiff", reader="soxi")
def test_sox_opens_it_as_before(sample: Path, tmp_path: Path) -> None:
    after = written(sample, tmp_path)
    before = audio_readers.complaints("soxi", str(sample)).replace(str(sample), "")
    told = audio_readers.complaints("soxi", str(after)).replace(str(after), "")
    pattern = r"Channels.*|Sample Rate.*|Precision.*|Duration.*|FAIL.*"
    assert re.findall(pattern, told) == re.findall(pattern, before)


def test_the_chapters_stay_where_they_were(tmp_path: Path) -> None:
    words = ("ffprobe", "-v", "error", "-show_chapters", "-of", "json")
    for name in ("mp3/ffmpeg-v24-chapters.mp3", "m4a/ffmpeg-chapters-cover.m4a"):
        sample = audio_readers.AUDIO / name
        before = audio_readers.run(*words, str(sample))
        assert before.count("start_time") == 2
        assert audio_readers.run(*words, str(written(sample, tmp_path))) == before
