"""How fast whole runs are, beside the pipeline a user would otherwise run: ``python tests/benchmarks/protect.py``.

Makes ``--count`` JPEG of 4 megapixels and ``--tracks`` recordings of a minute (half FLAC, half MP3), seeded, in a
folder of its own, and measures in one go, each on fresh copies:

- ArtistGuard from nothing (no home, no key) to statements in the files, a way back, and receipts in the registry on
  this computer, with ``--jobs`` processes;
- exiftool in one call writing the tags, ImageHash's pHash and SHA-256 of each file in one Python process; for
  recordings mutagen writing the tags, fpcalc and SHA-256.

The pipeline neither proves that nothing changed nor keeps a way back, nor registers anything. Then the time to start,
and the peak memory for a long WAV. Nothing is asserted; the report goes to standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from artistguard.decoding.values import CODE_RATE
from tests.suites import artworks

SIZE = (2304, 1728)
SEARCH_ONLY = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
HASHES = """
import hashlib, sys
from pathlib import Path
import imagehash
from PIL import Image
for file in sorted(Path(sys.argv[1]).iterdir()):
    with Image.open(file) as image:
        print(imagehash.phash(image), hashlib.sha256(file.read_bytes()).hexdigest())
"""
MEASURE = """
import json, os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
child.returncode = os.waitstatus_to_exitcode(status)
print(json.dumps([time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
sys.exit(child.returncode != 0)
"""
"""A small process in between: the system counts the memory of whoever starts a process as that process's own."""
TAGS = """
import hashlib, subprocess, sys
from pathlib import Path
import mutagen, mutagen.id3
for file in sorted(Path(sys.argv[1]).iterdir()):
    tagged = mutagen.File(file)
    if tagged.tags is None:
        tagged.add_tags()
    if file.suffix == ".mp3":
        tagged.tags.add(mutagen.id3.TXXX(encoding=3, desc="TDM-RESERVATION", text=["1"]))
        tagged.tags.add(mutagen.id3.TCOP(encoding=3, text=["(c) Zoe"]))
    else:
        tagged["TDM-RESERVATION"] = "1"
        tagged["COPYRIGHT"] = "(c) Zoe"
    tagged.save()
    code = subprocess.run(["fpcalc", "-raw", str(file)], capture_output=True, text=True, check=False).stdout
    print(hash(code), hashlib.sha256(file.read_bytes()).hexdigest())
"""


@dataclass(frozen=True)
class Cost:
    """What one command took.

    Attributes:
        seconds: By the clock on the wall.
        busy: Seconds of processor time, children included.
        megabytes: Most memory that one process had.
    """

    seconds: float
    busy: float
    megabytes: float


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(*words: str, home: Path | None = None) -> Cost:
    """Run a command to its end and measure it."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"ARTISTGUARD_KEYRING": "off", "ARTISTGUARD_HOME": str(home or "")}
    words_told = subprocess.run(
        [sys.executable, "-c", MEASURE, *words], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if words_told.returncode:
        raise SystemExit(f"{' '.join(words)}: {words_told.stderr}")
    return Cost(*json.loads(words_told.stdout))


def make_pictures(folder: Path, count: int) -> None:
    """Clouds and shapes with grain, as cameras give; quality 90."""
    for seed in range(count):
        image = np.asarray(artworks.picture(seed, SIZE)).astype(np.int16)
        grain = np.random.default_rng(seed).integers(-6, 7, (*image.shape[:2], 1))
        Image.fromarray((image + grain).clip(0, 255).astype(np.uint8)).save(folder / f"{seed:04}.jpg", quality=90)


def make_tracks(folder: Path, count: int, seconds: int = 60) -> None:
    """Chords, stereo at 44,100 Hz."""
    for seed in range(count):
        plain = folder / f"{seed:04}.wav"
        write_wave(plain, artworks.tune(seed, seconds), CODE_RATE, 1)
        made = plain.with_suffix(".flac" if seed % 2 else ".mp3")
        command = ["ffmpeg", "-v", "error", "-i", str(plain), "-ar", "44100", "-ac", "2", str(made)]
        subprocess.run(command, check=True)
        plain.unlink()


def write_wave(path: Path, mono: np.ndarray, rate: int, channels: int) -> None:
    """16 bits."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((mono * 32767).astype("<i2").tobytes())


def protect(works: Path, home: Path, jobs: int) -> Cost:
    """The whole of ArtistGuard, from nothing."""
    words = ["protect", str(works), "--jobs", str(jobs), "--name", "Zoe", "--contact", "https://zoe.example", "-q"]
    return run(sys.executable, "-m", "artistguard", *words, home=home)


def tell(what: str, count: int, ours: Cost, theirs: Cost) -> None:
    """One comparison."""
    say(f"{what}: ArtistGuard {ours.seconds:.1f} s ({1000 * ours.seconds / count:.0f} ms each, "
        f"{ours.busy:.1f} s of processor time, {ours.megabytes:.0f} MB in the largest process)")  # fmt: skip
    say(f"  the pipeline: {theirs.seconds:.1f} s ({1000 * theirs.seconds / count:.0f} ms each, {theirs.busy:.1f} s of "
        f"processor time); ratio {ours.seconds / theirs.seconds:.2f}")  # fmt: skip


def pictures(folder: Path, count: int, jobs: int, exiftool: str) -> None:
    """JPEG of 4 megapixels."""
    made, copy = folder / "pictures", folder / "copy"
    made.mkdir()
    make_pictures(made, count)
    shutil.copytree(made, copy)
    ours = protect(made, folder / "home", jobs)
    tags = run(exiftool, "-q", "-overwrite_original", f"-XMP-plus:DataMining={SEARCH_ONLY}", "-XMP-dc:Rights=(c) Zoe",
               "-XMP-dc:Creator=Zoe", "-XMP-xmpRights:WebStatement=https://zoe.example",
               "-IPTC:CopyrightNotice=(c) Zoe",
               "-EXIF:Copyright=(c) Zoe", str(copy))  # fmt: skip
    hashes = run(sys.executable, "-c", HASHES, str(copy))
    tell(f"{count} JPEG of 4 megapixels", count, ours, _sum(tags, hashes))
    say(f"  of which exiftool {tags.seconds:.1f} s, ImageHash and SHA-256 {hashes.seconds:.1f} s")
    again = protect(made, folder / "home", jobs)
    say(f"  protected a second time, all unchanged: {again.seconds:.1f} s")
    back = run(sys.executable, "-m", "artistguard", "undo", "--all", home=folder / "home")
    say(f"  all put back: {back.seconds:.1f} s")


def recordings(folder: Path, count: int, jobs: int) -> None:
    """FLAC and MP3 of a minute."""
    made, copy = folder / "tracks", folder / "tracks copy"
    made.mkdir()
    make_tracks(made, count)
    shutil.copytree(made, copy)
    ours = protect(made, folder / "home of tracks", jobs)
    tell(f"{count} recordings of a minute", count, ours, run(sys.executable, "-c", TAGS, str(copy)))


def long_wave(folder: Path, megabytes: int) -> None:
    """Memory for one long recording."""
    works = folder / "long"
    works.mkdir()
    mono = artworks.tune(1, 30)
    repeats = megabytes * 1_000_000 // (2 * len(mono))
    write_wave(works / "long.wav", np.tile(mono, repeats), 48_000, 2)
    cost = protect(works, folder / "home of long", 1)
    size = (works / "long.wav").stat().st_size / 1e6
    say(f"WAV of {size:.0f} MB: {cost.seconds:.1f} s, {cost.megabytes:.0f} MB of memory at most")


def _sum(*costs: Cost) -> Cost:
    return Cost(
        sum(c.seconds for c in costs), sum(c.busy for c in costs), max(c.megabytes for c in costs)
    )  # fmt: skip


def main() -> int:
    """Make, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--tracks", type=int, default=20)
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--exiftool", default="exiftool")
    given = parser.parse_args()
    for words in (["--help"], ["status"]):
        with tempfile.TemporaryDirectory() as home:
            command = [sys.executable, "-m", "artistguard", *words]
            run(*command, home=Path(home))
            cost = min((run(*command, home=Path(home)) for _ in range(3)), key=lambda one: one.seconds)
            say(f"artistguard {words[0]}: {cost.seconds:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        if given.count:
            pictures(Path(folder), given.count, given.jobs, given.exiftool)
        if given.tracks:
            recordings(Path(folder), given.tracks, given.jobs)
        if given.megabytes:
            long_wave(Path(folder), given.megabytes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
