"""What the codes recognise and what they cost on real material: ``python tests/benchmarks/fingerprints.py DIR``.

DIR is a folder of pictures, recordings (whatever ffmpeg decodes) and plain texts, each file another work; it is walked.
Prints, for every medium: CPU time per work, how many are not distinctive, how many pairs of different works count as
evidence or as a hint, and how many altered copies are recognised, alteration by alteration. Files whose decoded content
is equal are taken once. What is told as a false match has to be looked at by a person: kits, recoloured copies and
translations left untranslated are alike for a reason.

The alterations are seeded; nothing is written but a report on standard output.
"""

from __future__ import annotations

import argparse
import io
import random
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from artistguard.decoding.values import CODE_RATE
from artistguard.fingerprints import match, table
from artistguard.fingerprints.values import Kind
from tests.suites import artworks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artistguard.decoding.values import Decoded
    from artistguard.fingerprints.values import Fingerprints

PICTURES = {"png", "jpg", "jpeg", "webp", "tif", "tiff", "gif"}
SOUNDS = {"ogg", "mp3", "flac", "wav", "opus", "m4a", "aiff"}
TEXTS = {"txt", "md"}
SECONDS = 75
LONGEST_SIDE = 1000


def say(line: str) -> None:
    """One line of the report."""
    sys.stdout.write(line + "\n")


def picture(file: Path) -> Image.Image:
    """Upright enough for our purpose, on white, at most 1000 pixels wide."""
    with Image.open(file) as opened:
        image = opened.convert("RGBA")
    ground = Image.new("RGBA", image.size, (255, 255, 255, 255))
    image = Image.alpha_composite(ground, image).convert("RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return image


def packed(image: Image.Image, kind: str, quality: int) -> Image.Image:
    """Through a lossy format and back."""
    target = io.BytesIO()
    image.save(target, kind, quality=quality)
    return Image.open(target).convert("RGB")


def scaled(image: Image.Image, factor: float) -> Image.Image:
    """Another size."""
    size = (max(1, int(image.width * factor)), max(1, int(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS)


def cropped(image: Image.Image, share: float) -> Image.Image:
    """Without the given share of width and height."""
    x, y = int(image.width * share / 2), int(image.height * share / 2)
    return image.crop((x, y, image.width - x, image.height - y))


def noisy(image: Image.Image) -> Image.Image:
    """Grain of 12 steps."""
    values = np.asarray(image, np.float64) + np.random.default_rng(1).normal(0, 12, (image.height, image.width, 3))
    return Image.fromarray(values.clip(0, 255).astype(np.uint8))


def marked(image: Image.Image) -> Image.Image:
    """Three lines of half-transparent words."""
    image = image.copy()
    draw = ImageDraw.Draw(image, "RGBA")
    font = ImageFont.load_default(max(10, image.width // 12))
    for height in (0.2, 0.5, 0.8):
        draw.text((image.width * 0.1, image.height * height), "© Sample Artist", fill=(255, 255, 255, 128), font=font)
    return image


IMAGE_CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "JPEG 90": lambda image: packed(image, "JPEG", 90),
    "JPEG 50": lambda image: packed(image, "JPEG", 50),
    "JPEG 20": lambda image: packed(image, "JPEG", 20),
    "WebP 50": lambda image: packed(image, "WEBP", 50),
    "half size": lambda image: scaled(image, 0.5),
    "quarter size": lambda image: scaled(image, 0.25),
    "half size, JPEG 70": lambda image: packed(scaled(image, 0.5), "JPEG", 70),
    "grey": lambda image: image.convert("L").convert("RGB"),
    "64 colours": lambda image: image.quantize(64).convert("RGB"),
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(2)),
    "brighter": lambda image: image.point(lambda value: min(255, value + 30)),
    "more contrast": lambda image: ImageEnhance.Contrast(image).enhance(1.4),
    "noise": noisy,
    "visible mark": marked,
    "5 % cropped": lambda image: cropped(image, 0.05),
    "10 % cropped": lambda image: cropped(image, 0.10),
    "turned by 2 degrees": lambda image: image.rotate(2, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)),
    "mirrored": lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
}

SOUND_CHANGES: dict[str, tuple[str, ...]] = {
    "MP3 64 kbit/s": ("-b:a", "64k", "-f", "mp3"),
    "Opus 32 kbit/s": ("-c:a", "libopus", "-b:a", "32k", "-f", "ogg"),
    "quieter by 12 dB": ("-af", "volume=-12dB", "-f", "wav"),
    "first 10 s cut off": ("-af", "atrim=start=10", "-f", "wav"),
    "30 s excerpt": ("-af", "atrim=start=20:end=50", "-f", "wav"),
    "echo": ("-af", "aecho=0.8:0.7:60|120:0.4|0.3", "-f", "wav"),
    "2 % faster": ("-af", "asetrate=44982,aresample=44100", "-f", "wav"),
}


def mono(*source: str, content: bytes | None = None) -> np.ndarray:
    """Through ffmpeg, one channel at the rate of the codes."""
    told = ("ffmpeg", "-v", "error", "-threads", "1", *source, "-ac", "1", "-ar", str(CODE_RATE), "-f", "f32le", "-")
    return np.frombuffer(subprocess.run(told, input=content, capture_output=True, check=True).stdout, np.float32)


def altered_sounds(file: Path) -> Iterator[tuple[str, Decoded]]:
    """Every alteration of a recording's beginning."""
    for name, options in SOUND_CHANGES.items():
        told = ("ffmpeg", "-v", "error", "-threads", "1", "-t", str(SECONDS), "-i", str(file), "-vn", "-ar", "44100")
        made = subprocess.run((*told[:-2], *told[-2:], *options, "-"), capture_output=True, check=False)
        if made.returncode == 0:
            yield name, artworks.samples(mono("-i", "-", content=made.stdout))


def replaced(text: str, share: float) -> str:
    """Some words exchanged for others of the same text."""
    dice = random.Random(1)
    words = text.split()
    return " ".join(dice.choice(words) if dice.random() < share else word for word in words)


TEXT_CHANGES: dict[str, Callable[[str], str]] = {
    "other line breaks": lambda text: " ".join(text.split()),
    "capitals": str.upper,
    "1 % of words changed": lambda text: replaced(text, 0.01),
    "5 % of words changed": lambda text: replaced(text, 0.05),
    "20 % of words changed": lambda text: replaced(text, 0.20),
    "first half": lambda text: text[: len(text) // 2],
    "first quarter": lambda text: text[: len(text) // 4],
}


@dataclass
class Tally:
    """What was seen for one medium."""

    names: list[str] = field(default_factory=list)
    prints: list[Fingerprints] = field(default_factory=list)
    payloads: set[str] = field(default_factory=set)
    reasons: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    seconds: float = 0.0
    recognised: dict[str, list[Kind]] = field(default_factory=lambda: defaultdict(list))

    def code(self, decoded: Decoded) -> Fingerprints:
        """Compute, and count the CPU time."""
        start = time.process_time()
        found = table.compute(decoded)
        self.seconds += time.process_time() - start
        return found

    def add(self, name: str, decoded: Decoded) -> Fingerprints | None:
        """Take a work in; None where its content is known already or poor."""
        if decoded.payload.hex in self.payloads:
            return None
        self.payloads.add(decoded.payload.hex)
        found = self.code(decoded)
        if not found.distinctive:
            self.reasons[found.reason] += 1
            return None
        self.names.append(name)
        self.prints.append(found)
        return found

    def report(self, medium: str) -> None:
        """Everything, as text."""
        poor = sum(self.reasons.values())
        count = len(self.payloads)
        codes = count + sum(map(len, self.recognised.values()))
        each_ms = 1000 * self.seconds / max(1, codes)
        say(f"\n{medium}: {count} works, {poor} not distinctive, {each_ms:.1f} ms of CPU each")
        for reason, times in sorted(self.reasons.items()):
            say(f"  {times:5} {reason}")
        found = [
            (match.compare(self.prints[one], self.prints[other]), one, other)
            for one, other in combinations(range(len(self.prints)), 2)
        ]
        false = [(each.similarity, self.names[one], self.names[other]) for each, one, other in found if each.evidence]
        hints = sum(each.kind is Kind.SIMILAR for each, _, _ in found)
        say(f"  {len(found)} pairs of different works: {len(false)} count as evidence, {hints} as a hint")
        for similarity, one, other in sorted(false, reverse=True)[:20]:
            say(f"        {similarity:.2f} {one} | {other}")
        for change, kinds in self.recognised.items():
            evidence = sum(kind in {Kind.SAME_WORK, Kind.PAYLOAD} for kind in kinds) / len(kinds)
            hint = sum(kind is Kind.SIMILAR for kind in kinds) / len(kinds)
            say(f"  {change:24} {evidence:6.3f} recognised, {hint:6.3f} a hint, of {len(kinds)}")


def measure(files: list[Path], altered: int, seed: int) -> None:
    """Compute and compare everything; as many works of each medium as asked for are altered too."""
    random.Random(seed).shuffle(files)
    tallies = {"pictures": Tally(), "recordings": Tally(), "texts": Tally()}
    for file in files:
        kind = file.suffix[1:].lower()
        try:
            if kind in PICTURES:
                measure_picture(tallies["pictures"], file, altered)
            elif kind in SOUNDS:
                measure_sound(tallies["recordings"], file, altered)
            elif kind in TEXTS:
                measure_text(tallies["texts"], file, altered)
        except (OSError, subprocess.CalledProcessError, Image.DecompressionBombError) as trouble:
            say(f"passed over: {file.name}: {trouble}")
    for medium, tally in tallies.items():
        if tally.payloads:
            tally.report(medium)


def measure_picture(tally: Tally, file: Path, altered: int) -> None:
    """One picture and its altered copies."""
    image = picture(file)
    found = tally.add(str(file), artworks.pixels(image))
    if found and len(tally.prints) <= altered:
        for name, change in IMAGE_CHANGES.items():
            tally.recognised[name].append(match.compare(found, tally.code(artworks.pixels(change(image)))).kind)


def measure_sound(tally: Tally, file: Path, altered: int) -> None:
    """One recording's beginning and its altered copies."""
    found = tally.add(str(file), artworks.samples(mono("-t", str(SECONDS), "-i", str(file))))
    if found and len(tally.prints) <= altered:
        for name, decoded in altered_sounds(file):
            tally.recognised[name].append(match.compare(found, tally.code(decoded)).kind)


def measure_text(tally: Tally, file: Path, altered: int) -> None:
    """One text and its altered copies."""
    text = file.read_text(encoding="utf-8", errors="replace")
    found = tally.add(str(file), artworks.words(text))
    if found and len(tally.prints) <= altered:
        for name, change in TEXT_CHANGES.items():
            tally.recognised[name].append(match.compare(found, tally.code(artworks.words(change(text)))).kind)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=800, help="files taken, by chance")
    parser.add_argument("--altered", type=int, default=100, help="works of each medium that are altered")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    files = sorted(path for path in asked.folder.rglob("*") if path.is_file() and not path.is_symlink())
    random.Random(asked.seed).shuffle(files)
    measure(files[: asked.most], asked.altered, asked.seed)


if __name__ == "__main__":
    main()
