"""What stands where in every format that embeds, and which programs that are not ours read it back.

``python tests/formats/everywhere.py`` protects one real sample of each with the whole program, asks the others, and
renews the table in docs/formats.md between its markers; ``--check`` only tells whether it is as it was observed now.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from artistguard.jobs.outcome import Outcome

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from artistguard.formats.table import by_name
from artistguard.jobs.outcome import Status
from tests.suites.format_suite import SAMPLES
from tests.suites.readers import EPUBCHECK
from tests.suites.whole import protected, studio

DOCUMENT = ROOT / "docs" / "formats.md"
BEGIN, END = "<!-- everywhere: begin -->", "<!-- everywhere: end -->"
CHOICE = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"

ROWS = {
    "JPEG": "image/jpeg/imagemagick-tagged.jpg",
    "PNG": "image/png/pillow-rgb.png",
    "WebP": "image/webp/cwebp-lossy.webp",
    "TIFF": "image/tiff/pillow-deflate.tif",
    "GIF": "image/gif/pillow.gif",
    "AVIF": "image/avif/avifenc.avif",
    "HEIC": "image/heic/heif-enc.heic",
    "JPEG XL": "image/jxl/cjxl-bare.jxl",
    "Photoshop document": "image/psd/psd-tools-layers.psd",
    "Photoshop document (PSB)": "image/psd/imagemagick-packed.psb",
    "SVG": "image/svg/inkscape-like.svg",
    "MP3": "audio/mp3/lame-v23-cover-vbr.mp3",
    "FLAC": "audio/flac/flac-tags-cover.flac",
    "WAV": "audio/wav/sox-plain.wav",
    "WAV (BWF)": "audio/wav/ffmpeg-bext-info.wav",
    "WAV (RF64)": "audio/wav/ffmpeg-rf64.wav",
    "Ogg Vorbis": "audio/ogg/oggenc-tags.ogg",
    "Opus": "audio/opus/opusenc-tags-cover.opus",
    "M4A": "audio/m4a/ffmpeg-isom-no-tags.m4a",
    "AIFF": "audio/aiff/ffmpeg-texts.aiff",
    "EPUB 2": "text/pandoc2.epub",
    "EPUB 3": "text/pandoc3.epub",
    "PDF": "text/libreoffice.pdf",
    "DOCX": "text/pandoc.docx",
    "ODT": "text/pandoc.odt",
    "RTF": "text/libreoffice.rtf",
    "Markdown": "text/hugo.md",
    "Fountain": "text/title-page.fountain",
    "LaTeX": "text/pandoc.tex",
    "MIDI": "score/midi/lilypond.midi",
    "MusicXML": "score/musicxml/musescore.musicxml",
    "MusicXML (MXL)": "score/musicxml/musescore.mxl",
    "MuseScore": "score/musescore/musescore3.mscz",
    "LilyPond": "score/lilypond/abc2ly.ly",
    "ABC notation": "score/abc/midi2abc.abc",
    "CBZ comic": "comic/infozip-bare.cbz",
    "Krita document": "painting/krita.kra",
    "OpenRaster": "painting/mypaint.ora",
}
"""One real file of each format; a row for every kind that stands alone in the list of formats with embedding."""


@dataclass(frozen=True)
class Observed:
    """One row.

    Attributes:
        name: The format.
        places: Layer to the places where it stands, as our own reading tells them.
        readers: Foreign program to what it read back.
        judges: What foreign programs found in order.
        credentials: Where the content credentials are, what the reference implementation says of them in a process of
            its own, and whether exiftool sees them.
    """

    name: str
    places: dict[str, list[str]]
    readers: dict[str, list[str]]
    judges: list[str]
    credentials: str

    def row(self) -> str:
        """As a line of the table."""
        stated = "<br>".join(f"{layer}: {', '.join(places)}" for layer, places in self.places.items())
        read = "<br>".join(f"{reader}: {', '.join(told)}" for reader, told in self.readers.items())
        return f"| {self.name} | {stated} | {self.credentials} | {read} | {', '.join(self.judges) or 'not asked'} |"


def exiftool() -> str:
    """A current one where there is one: Debian's does not know the tags of Exif 3.1."""
    kept = ROOT / ".cache/exiftool/node_modules/exiftool-vendored.pl/bin/exiftool"
    return os.environ.get("ARTISTGUARD_EXIFTOOL") or (str(kept) if kept.exists() else "exiftool")


READERS: dict[str, tuple[str, ...]] = {
    "exiftool": ("EXIFTOOL", "-n", "-G1", "-a", "-s"),
    "exiv2": ("exiv2", "-pa"),
    "ffprobe": ("ffprobe", "-v", "error", "-of", "flat", "-show_entries", "format_tags:stream_tags"),
    "MediaInfo": ("mediainfo",),
    "pdfinfo": ("pdfinfo", "-meta"),
    "pandoc": ("pandoc", "-f", "markdown", "-t", "json"),
    "xmllint on the OPF": ("MEMBER", ".opf"),
    "xmllint": ("xmllint", "--nonet", "--format"),
    "xmllint on the score": ("MEMBER", ".xml", ".mscx"),
    "xmllint on ComicInfo.xml": ("MEMBER", "ComicInfo.xml"),
    "midicsv": ("midicsv",),
    "any editor": ("cat",),
}
ASKED = {
    "jpg": ("exiftool", "exiv2"), "png": ("exiftool", "exiv2"), "webp": ("exiftool", "exiv2"),
    "tif": ("exiftool", "exiv2"), "gif": ("exiftool",), "avif": ("exiftool", "exiv2"), "heic": ("exiftool", "exiv2"),
    "jxl": ("exiftool", "exiv2"), "psd": ("exiftool", "exiv2"), "psb": ("exiftool",),
    "svg": ("exiftool",), "pdf": ("exiftool", "pdfinfo"), "epub": ("xmllint on the OPF", "exiftool"),
    "docx": ("exiftool",), "odt": ("exiftool",), "rtf": ("exiftool",), "md": ("pandoc",),
    "midi": ("midicsv",), "musicxml": ("xmllint",), "mxl": ("xmllint on the score",),
    "kra": ("exiftool",), "ora": ("exiftool",),
    "mscz": ("xmllint on the score",), "cbz": ("xmllint on ComicInfo.xml",), "fountain": ("any editor",),
    "tex": ("any editor",), "ly": ("any editor",), "abc": ("any editor",),
}  # fmt: skip
SOUND = ("exiftool", "ffprobe", "MediaInfo")
SIGNS: dict[str, re.Pattern[str]] = {
    "choice": re.compile(CHOICE),
    "reservation": re.compile(r"(?im)reservation\W.*\b1\b"),
    "opt-out": re.compile(r"(?im)LearningOptOutIn|0x9287"),
    "rights": re.compile(r"(?im)(copyright|rights|cprt|TCOP|ICOP)\b.*Zo\S+ .nal"),
    "record": re.compile(r"urn:uuid:[0-9a-f-]{36}"),
    "fingerprint": re.compile(r"ISCC:[A-Z2-7]{20,}"),
}
"""What is looked for in the words of a reader."""


def told_by(reader: str, file: Path) -> list[str]:
    """What a program read back, by the signs in its words; a hand-made place is read as text by nobody."""
    command = READERS[reader]
    if command[0] == "MEMBER":
        words = _member(file, *command[1:])
    else:
        program = exiftool() if command[0] == "EXIFTOOL" else command[0]
        done = subprocess.run([program, *command[1:], str(file)], capture_output=True, check=False)
        words = done.stdout.decode("utf-8", "replace")
    return [sign for sign, pattern in SIGNS.items() if pattern.search(words)]


def _member(file: Path, *endings: str) -> str:
    listing = subprocess.run(["unzip", "-Z1", str(file)], capture_output=True, text=True, check=True).stdout
    name = next(line for line in listing.splitlines() if line.endswith(endings) and not line.startswith("META-INF"))
    content = subprocess.run(["unzip", "-p", str(file), name], capture_output=True, check=True).stdout
    formatted = subprocess.run(["xmllint", "--nonet", "--format", "-"], input=content, capture_output=True, check=True)
    return formatted.stdout.decode()


REFERENCE = """
import c2pa, json, sys
for place, mime, path in json.load(sys.stdin):
    with open(path, "rb") as file:
        beside = open(path + ".c2pa", "rb").read() if place == "beside" else None
        with c2pa.Reader(mime if beside is None else "application/octet-stream", file, beside) as reader:
            print(json.loads(reader.json())["validation_state"].lower())
"""
LAYERS_OF_CREDENTIALS = {"cawg", "c2pa"}


def credentials_of(made: list[tuple[Outcome, Path]]) -> list[str]:
    """What other programs make of the content credentials of each file."""
    asked = [(each.credentials, by_name(each.kind).types[0].mime, str(file)) for each, file in made]
    command, folder = [sys.executable, "-c", REFERENCE], tempfile.gettempdir()
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=folder)
    states = done.stdout.split()
    seen = [_seen_by_exiftool(file) if each.credentials == "inside" else "" for each, file in made]
    return [f"{each.credentials}, {state}{more}" for (each, _), state, more in zip(made, states, seen, strict=True)]


def _seen_by_exiftool(file: Path) -> str:
    done = subprocess.run([exiftool(), "-JUMBF:all", "-s", str(file)], capture_output=True, check=False)
    return ", seen by exiftool" if b"Training" in done.stdout else ""


def judged(before: Path, after: Path) -> list[str]:
    """Which programs found the written file in order; one that finds fault ends it all."""
    found = []
    for judge, (kinds, judges) in JUDGES.items():
        if after.suffix[1:] in kinds:
            assert judges(before, after), f"{judge}: {after}"
            found.append(judge)
    return found


def _plain(*command: str) -> Callable[[Path, Path], bool]:
    return lambda _, after: subprocess.run([*command, str(after)], capture_output=True, check=False).returncode == 0


def _sounds_the_same(before: Path, after: Path) -> bool:
    command = ("ffmpeg", "-v", "error", "-i")
    sums = [
        subprocess.run([*command, str(file), "-map", "0:a:0", "-f", "md5", "-"], capture_output=True, check=True).stdout
        for file in (before, after)
    ]
    return sums[0] == sums[1]


def _looks_the_same(before: Path, after: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        shown = [Path(folder, f"{at}.ppm") for at in range(2)]
        for file, target in zip((before, after), shown, strict=True):
            subprocess.run(["djxl", str(file), str(target)], capture_output=True, check=True)
        return shown[0].read_bytes() == shown[1].read_bytes()


def _plays_the_same(before: Path, after: Path) -> bool:
    """Whether every event but meta events of texts stands where it stood."""
    events = []
    for file in (before, after):
        song = file
        if file.suffix == ".abc":
            song = after.with_name(f"{file.stem}.played.mid")
            subprocess.run(["abc2midi", str(file), "-o", str(song)], capture_output=True, check=True)
        listed = subprocess.run(["midicsv", str(song)], capture_output=True, check=True).stdout
        events.append(
            [line for line in listed.splitlines() if b", Text_t, " not in line and b", Copyright_t, " not in line]
        )
    return bool(events[0]) and events[0] == events[1]


def _sets_the_same(before: Path, after: Path) -> bool:
    command = ["pandoc", "-f", "latex", "-t", "native"]
    return (
        len({subprocess.run([*command, str(file)], capture_output=True, check=True).stdout for file in (before, after)})
        == 1
    )


def read_by_libreoffice(files: list[Path]) -> list[bytes]:
    """The words that LibreOffice finds in each file; all in one start, for that is what takes long."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        numbered = [shutil.copy(file, folder / f"{number}{file.suffix}") for number, file in enumerate(files)]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", folder / "out", *numbered]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
        return [(folder / "out" / f"{number}.txt").read_bytes() for number in range(len(files))]


JUDGES: dict[str, tuple[tuple[str, ...], Callable[[Path, Path], bool]]] = {
    "ffmpeg hears the same": (("mp3", "flac", "wav", "ogg", "opus", "m4a", "aiff"), _sounds_the_same),
    "flac -t": (("flac",), _plain("flac", "-st")),
    "qpdf --check": (("pdf",), _plain("qpdf", "--check")),
    "epubcheck": (("epub",), _plain(*EPUBCHECK, "-q")),
    "xmllint": (("svg", "musicxml"), _plain("xmllint", "--noout", "--nonet")),
    "midicsv, same events": (("midi",), _plays_the_same),
    "abc2midi plays the same": (("abc",), _plays_the_same),
    "pandoc sets the same": (("tex",), _sets_the_same),
    "unzip -t": (("mxl", "mscz", "cbz", "kra", "ora"), _plain("unzip", "-tqq")),
    "ImageMagick": (("jpg", "png", "webp", "tif", "gif", "psd", "psb"), _plain("identify")),
    "libjxl sees the same": (("jxl",), _looks_the_same),
    "avifdec": (("avif",), _plain("avifdec", "--info")),
    "heif-info": (("heic",), _plain("heif-info")),
}


def observe(folder: Path) -> list[Observed]:
    """Protect one of each, and ask."""
    works = folder / "works"
    works.mkdir()
    originals = {name: SAMPLES / sample for name, sample in ROWS.items()}
    copies = {name: Path(shutil.copy(path, works / path.name)) for name, path in originals.items()}
    with studio(folder / "home") as at_work:
        outcomes = {Path(each.path).name: each for each in protected(at_work, [works])}
    office = {name: file for name, file in copies.items() if file.suffix in {".docx", ".odt", ".rtf"}}
    words = read_by_libreoffice([*office.values(), *(originals[name] for name in office)])
    assert words[: len(office)] == words[len(office) :]
    assert all(words)
    rows = []
    credentials = credentials_of([(outcomes[file.name], file) for file in copies.values()])
    for (name, file), signed in zip(copies.items(), credentials, strict=True):
        outcome = outcomes[file.name]
        assert outcome.status is Status.PROTECTED, outcome
        assert not outcome.sidecar, outcome
        places: dict[str, list[str]] = {}
        assert {each.layer for each in outcome.layers} >= LAYERS_OF_CREDENTIALS, outcome
        for stated in outcome.layers:
            if stated.layer in LAYERS_OF_CREDENTIALS:
                continue
            if stated.place not in places.setdefault(stated.layer, []):
                places[stated.layer].append(stated.place)
        asked = ASKED.get(file.suffix[1:], SOUND)
        readers = {reader: told for reader in asked if (told := told_by(reader, file))}
        judges = judged(originals[name], file) + ["LibreOffice, same words"] * (name in office)
        rows.append(Observed(name, places, readers, judges, signed))
    return rows


def table(rows: list[Observed]) -> str:
    """All rows."""
    head = "| format | layer: where it stands | content credentials | read back by | found in order by |\n"
    head += "|---|---|---|---|---|\n"
    return head + "\n".join(row.row() for row in rows) + "\n"


def renewed(document: str, rows: list[Observed]) -> str:
    """The document with the table in it."""
    start, rest = document.split(BEGIN)
    return f"{start}{BEGIN}\n{table(rows)}{END}{rest.split(END)[1]}"


def main() -> int:
    """Renew, or check."""
    os.environ["ARTISTGUARD_KEYRING"] = "off"
    with tempfile.TemporaryDirectory() as folder:
        rows = observe(Path(folder))
    document = DOCUMENT.read_text("utf-8")
    if "--check" in sys.argv:
        return int(renewed(document, rows) != document)
    DOCUMENT.write_text(renewed(document, rows), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
