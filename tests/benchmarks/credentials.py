"""What the whole statement costs beside signing alone: ``python tests/benchmarks/credentials.py``.

For one file of each type that can carry credentials (pictures of 4 megapixels and recordings of a minute, seeded; a
drawing, a document and a book from the samples) three times are taken, the best of ``--repeat``:

- *signed*: the reference implementation alone puts a manifest with both labels in, as ``c2patool`` does with a file;
- *all layers*: the statement in every layer of the format, then credentials by ArtistGuard;
- *proven*: the same, then read, validated, decoded, and compared with what it was.

``--count`` files are then signed one after the other, every sound sample in turn, with another title and choice each
time, inside where that is safe and beside it elsewhere; each is validated and decoded again. Nothing is asserted; the
report goes to standard output, and the number of damaged files is the status of the program.
"""

from __future__ import annotations

import argparse
import io
import itertools
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from artistguard.credentials import signing
from artistguard.credentials.placing import place
from artistguard.credentials.reading import examine
from artistguard.credentials.values import Place, Signing, Standing
from artistguard.decoding.values import CODE_RATE
from artistguard.errors import CannotEmbed
from artistguard.formats import table
from artistguard.terms import Choice, Declaration
from tests.benchmarks.protect import make_pictures, say, write_wave
from tests.suites import artworks, attested, credentialed
from tests.suites.format_suite import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artistguard.formats.protocol import Format

PICTURES = ("png", "webp", "gif", "tif", "avif")
RECORDINGS = ("flac", "mp3", "m4a")
SMALL = ("image/svg/inkscape-like.svg", "text/libreoffice.pdf", "text/stored.epub")


@dataclass(frozen=True)
class Work:
    """One file to be signed."""

    kind: Format
    content: bytes

    @property
    def mime(self) -> str:
        """Its media type."""
        return self.kind.types[0].mime


def works() -> Iterator[Work]:
    """One of each type."""
    with tempfile.TemporaryDirectory() as place_:
        folder = Path(place_)
        make_pictures(folder, 1)
        picture = folder / "0000.jpg"
        for ending in PICTURES:
            with Image.open(picture) as image:
                image.save(picture.with_suffix(f".{ending}"))
        subprocess.run(["heif-enc", "-o", picture.with_suffix(".heic"), picture], check=True, capture_output=True)
        subprocess.run(["cjxl", "--container=1", picture, picture.with_suffix(".jxl")], check=True, capture_output=True)
        tune = np.repeat(artworks.tune(1, 60), 44100 // CODE_RATE)
        write_wave(folder / "tune.wav", tune, 44100, 1)
        for ending in RECORDINGS:
            made = folder / f"tune.{ending}"
            subprocess.run(["ffmpeg", "-v", "error", "-i", folder / "tune.wav", made], check=True)
        for file in (*sorted(folder.iterdir()), *(SAMPLES / name for name in SMALL)):
            yield Work(attested.format_of(file), file.read_bytes())


def alone(work: Work) -> None:
    """The reference implementation by itself."""
    credentialed.embedded(work.content, work.mime)


def layered(work: Work) -> bytes:
    """Statement and credentials."""
    written = attested.stated(work.kind, work.content)
    return attested.embedded(written, work.mime, attested.job(parent=work.content))


def proven(work: Work) -> None:
    """Statement and credentials, and the proof that they hold and nothing else changed."""
    signed = layered(work)
    before = work.kind.decode(io.BytesIO(work.content)).guard
    if trouble := damage(work, before, signed, None):
        raise SystemExit(trouble)


def damage(work: Work, guard: object, signed: bytes, store: bytes | None) -> str:
    """What is wrong with a signed file, or nothing."""
    found = examine(io.BytesIO(signed), work.mime, store)
    if found.standing is not Standing.VALID:
        return f"credentials do not hold: {found.reasons}"
    return "" if work.kind.decode(io.BytesIO(signed)).guard == guard else "the work is another one"


def best(job: Callable[[Work], object], work: Work, repeat: int) -> float:
    """Seconds of the fastest of several times."""
    taken = []
    for _ in range(repeat):
        start = time.perf_counter()
        job(work)
        taken.append(time.perf_counter() - start)
    return min(taken)


def measure(repeat: int) -> None:
    """The table of times."""
    say(f"{'type':<28} {'MB':>6} {'signed':>9} {'all layers':>11} {'ratio':>6} {'proven':>9}")
    for work in works():
        one, two, three = (best(job, work, repeat) * 1000 for job in (alone, layered, proven))
        size = len(work.content) / 1e6
        say(f"{work.mime:<28} {size:>6.2f} {one:>6.1f} ms {two:>8.1f} ms {two / one:>6.2f} {three:>6.0f} ms")


def sign_many(count: int) -> int:
    """Sign so many files; how many of them came out damaged."""
    samples = [Work(attested.format_of(file), file.read_bytes()) for file in attested.samples()]
    guards = [work.kind.decode(io.BytesIO(work.content)).guard for work in samples]
    inside = damaged = 0
    start = time.perf_counter()
    for number, (work, guard) in enumerate(itertools.islice(itertools.cycle(zip(samples, guards, strict=True)), count)):
        terms = Declaration(list(Choice)[number % len(Choice)], contact="https://zoe.example/ask")
        signed, store = sign_one(work, replace(attested.saying(terms), title=f"Work {number}"))
        inside += store is None
        if trouble := damage(work, guard, signed, store):
            damaged += 1
            say(f"{work.mime}: {trouble}")
    took = time.perf_counter() - start
    shares = f"{inside} inside, {count - inside} beside, {damaged} damaged"
    say(f"{count} files of {len(samples)} samples: {shares}, {took:.1f} s")
    return damaged


def sign_one(work: Work, saying: attested.Saying) -> tuple[bytes, bytes | None]:
    """The file with its statement, and its credentials where they lie beside it."""
    written = attested.stated(work.kind, work.content)
    job = Signing(saying, attested.signatory(), io.BytesIO(work.content))
    target = io.BytesIO()
    if place(io.BytesIO(written), work.mime) is Place.INSIDE:
        try:
            signing.embed(io.BytesIO(written), target, work.mime, job)
        except CannotEmbed:
            pass  # the library gives up on a few by itself: beside, as the program does it
        else:
            return target.getvalue(), None
    return written, signing.beside(io.BytesIO(written), work.mime, job)


def main() -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5, help="times each is tried")
    parser.add_argument("--count", type=int, default=1000, help="files to sign and look at again")
    chosen = parser.parse_args()
    say(f"c2pa-rs {credentialed.c2pa.sdk_version()}, {len(table.FORMATS)} formats")
    measure(chosen.repeat)
    return sign_many(chosen.count)


if __name__ == "__main__":
    raise SystemExit(main())
