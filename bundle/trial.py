"""Tries the distributable as a stranger would: a bare environment, a fresh home, one work of every kind.

``python bundle/trial.py dist/ArtistGuard`` says what went well and the figures, and ends with status 1 at the first
thing that did not go well. Needs exiftool, ffprobe, and for the window Xvfb, xwininfo and ImageMagick.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from artistguard.formats.protocol import Embeds  # noqa: E402  the source tree need not be installed
from artistguard.formats.table import FORMATS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = ROOT / "tests" / "samples"
PATIENCE_SECONDS = 60
PLAIN = {".md", ".markdown", ".fountain", ".tex", ".ly", ".abc", ".mid", ".midi", ".musicxml", ".mscx"}
"""Endings of files whose statement any editor shows."""
STARTS = 7
"""How often a start is timed; the median is told."""


class Failed(Exception):
    """The distributable does not do what it must."""


def environment(home: Path) -> dict[str, str]:
    """Nothing of the one who builds: no Python, no settings, no keyring."""
    return {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "ARTISTGUARD_HOME": str(home / "state"),
        "ARTISTGUARD_KEYRING": "off",
    }


def call(command: list[str | Path], home: Path, *, status: int = 0) -> str:
    """What a command prints, once it has ended as it should."""
    done = subprocess.run(  # noqa: S603  our own program and readers
        [str(word) for word in command], env=environment(home), capture_output=True, text=True, check=False, timeout=600
    )
    if done.returncode != status or "Traceback" in done.stderr:
        raise Failed(
            f"{command[0]} {command[1:3]} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
        )
    return done.stdout


def sample(endings: set[str]) -> Path | None:
    """A sound sample file with one of these endings."""
    sound = (
        path
        for path in sorted(SAMPLES.rglob("*"))
        if path.suffix in endings and not path.name.startswith(("odd-", "broken-", "SAMPLES"))
    )
    return next(sound, None)


def works(folder: Path) -> dict[Path, bool]:
    """Copies of one sample of every format that has any; whether each carries the statement inside."""
    copies: dict[Path, bool] = {}
    for each in FORMATS:
        path = sample({f".{kind.extension}" for kind in each.types})
        if path is not None:
            copies[Path(shutil.copy(path, folder))] = isinstance(each, Embeds)
        elif isinstance(each, Embeds):
            raise Failed(f"{each.name}: no sample")
    words = folder / "plain words.txt"
    words.write_text("The sea kept the salt, and the road kept the sea.\n" * 20, encoding="utf-8")
    copies[words] = False
    return copies


def stated(path: Path, home: Path) -> str:
    """Whatever programs that are not ours find written in a file."""
    if path.suffix in PLAIN:
        return path.read_text(encoding="utf-8", errors="replace")
    heard = call(["exiftool", "-a", "-G1", "-s", path], home)
    if path.suffix in {".mp3", ".flac", ".ogg", ".opus", ".m4a", ".aif", ".aiff"}:
        heard = call(["ffprobe", "-v", "error", "-show_entries", "format_tags:stream_tags", path], home)
    elif is_zipfile(path):
        with ZipFile(path) as archive:
            heard += "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    elif path.suffix == ".svgz":
        heard = call(["gzip", "-dc", "--", path], home)
    return heard


def digests(paths: Iterator[Path] | dict[Path, bool]) -> dict[Path, str]:
    """What tells whether a file is the same to the byte."""
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def protect(program: Path, room: Path, home: Path) -> None:
    """Protect one of every kind with worker processes, read it elsewhere, prove it, and put it back."""
    folder = room / "works"
    folder.mkdir()
    copies = works(folder)
    before = digests(copies)
    lines = call([program, "protect", folder, "--works", "separate", "--jobs", "2", "--json", "-q"], home).splitlines()
    told = {Path(each["path"]): each for each in map(json.loads, lines)}
    for path, inside in copies.items():
        if told.get(path, {}).get("status") != "protected":
            raise Failed(f"{path.name}: {told.get(path)}")
        reader = path if inside else path.with_name(f"{path.name}.xmp")
        heard = stated(reader, home).lower()
        if "tdm" not in heard and "datamining" not in heard:
            raise Failed(f"{reader.name}: other programs find no statement in it")
    print(f"protected {len(copies)} files of as many formats; other programs find the statement in each")
    page = room / "proof.pdf"
    call([program, "certificate", "-o", page], home)
    call([program, "verify", page.with_suffix(".json")], home)
    unsigned = [each["path"] for each in checked(program, folder, home) if each["credentials"] != "valid"]
    if unsigned:
        raise Failed(f"Without content credentials that hold: {unsigned}")
    print("content credentials hold, in each or beside it")
    call([program, "undo", "--all"], home)
    if digests(copies) != before or len(list(folder.iterdir())) != len(copies):
        raise Failed("Putting back did not give the same files.")
    print("certificate written and verified; everything put back to the byte")


def checked(program: Path, folder: Path, home: Path) -> list[dict[str, object]]:
    """What the program finds in each file."""
    return [json.loads(line) for line in call([program, "check", folder, "--json"], home).splitlines()]


def registry(program: Path, room: Path, home: Path) -> None:
    """The registry answers over HTTP and ends when it is told."""
    store = f"sqlite:///{room / 'registry.sqlite3'}"
    with (room / "registry.log").open("w+", encoding="utf-8") as log:
        server = subprocess.Popen(  # noqa: S603  our own program
            [program, "registry", "serve", "--port", "8655", "--store", store],
            env=environment(home),
            stdout=log,
            stderr=log,
        )
        try:
            _until(
                lambda: _answers("http://127.0.0.1:8655/healthz"), lambda: Path(log.name).read_text(encoding="utf-8")
            )
        finally:
            server.terminate()
            ended = server.wait(PATIENCE_SECONDS)
        if ended:
            raise Failed(f"The registry ended with {ended}: {Path(log.name).read_text(encoding='utf-8')}")
    print("the registry answered and ended well")


def _answers(address: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310  loopback
        return bool(answer.status == 200)
    return False


def _until(holds: object, why: object) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():  # type: ignore[operator]
        if time.monotonic() > end:
            raise Failed(f"Waited for {PATIENCE_SECONDS} s: {why()}")  # type: ignore[operator]
        time.sleep(0.1)


def window(program: Path, room: Path, home: Path, picture: Path) -> float:
    """The window opens on a bare screen with a file in it; a picture of the screen is kept.

    Returns:
        Seconds until it could be seen.
    """
    reading, writing = os.pipe()
    screen = subprocess.Popen(  # noqa: S603
        ["/usr/bin/Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as lines:
        number = lines.readline().strip()
    seen = {**environment(home), "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(room)}
    shown = Path(shutil.copy(ROOT / "resources" / "samples" / "pictures" / "Lighthouse.jpg", room))
    try:
        with (room / "window.log").open("w", encoding="utf-8") as log:
            begun = time.monotonic()
            opened = subprocess.Popen([program, shown], env=seen, stdout=log, stderr=log)  # noqa: S603  our own
            try:
                _until(lambda: _sees(seen) or opened.poll() is not None, Path(log.name).read_text)
                seconds = time.monotonic() - begun
                time.sleep(3)  # thumbnails come after the window
                if opened.poll() is not None:
                    raise Failed(f"The window ended with {opened.returncode}: {Path(log.name).read_text()}")
                _screenshot(seen, picture)
            finally:
                opened.terminate()
                opened.wait(PATIENCE_SECONDS)
    finally:
        screen.terminate()
        screen.wait()
    print(f"the window opened; see {picture}")
    return seconds


def _sees(seen: dict[str, str]) -> bool:
    tree = subprocess.run(
        ["/usr/bin/xwininfo", "-root", "-tree"], env=seen, capture_output=True, text=True, check=False
    )
    return '"ArtistGuard' in tree.stdout or 'ArtistGuard":' in tree.stdout


def _screenshot(seen: dict[str, str], picture: Path) -> None:
    picture.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["/usr/bin/import", "-window", "root", str(picture)], env=seen, check=True)  # noqa: S603


def start(command: list[str | Path], home: Path) -> float:
    """Seconds from a command to its end, the median of several."""
    taken = []
    for _ in range(STARTS):
        begun = time.perf_counter()
        call(command, home)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def figures(program: Path, room: Path, home: Path) -> None:
    """How big it is, and how fast beside the source tree."""
    size = sum(path.stat().st_size for path in program.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"size: {size / 1e6:.0f} MB")
    picture = Path(shutil.copy(ROOT / "resources" / "samples" / "pictures" / "Lighthouse.jpg", room / "one.jpg"))
    source: list[str | Path] = [sys.executable, "-m", "artistguard"]
    for name, words in {
        "--help": ["--help"],
        "one picture, looked at": ["protect", picture, "--dry-run", "-q"],
    }.items():
        bundled, tree = start([program, *words], home), start([*source, *words], home)
        print(f"{name}: {bundled:.2f} s; from the source tree {tree:.2f} s")


def main(words: list[str]) -> int:
    """Try everything."""
    folder = Path(words[0] if words else ROOT / "dist" / "ArtistGuard").resolve()
    program = folder / "artistguard"
    with tempfile.TemporaryDirectory() as temporary:
        room = Path(temporary)
        home = room / "home"
        home.mkdir(mode=0o700)
        try:
            print(call([program, "--version"], home).strip())
            protect(program, room, home)
            if (folder / "_internal" / "granian").is_dir():
                registry(program, room, home)
            if (folder / "ArtistGuard").is_file():
                seconds = window(folder / "ArtistGuard", room, home, ROOT / "build" / "window.png")
                print(f"window seen after {seconds:.2f} s")
            figures(program, room, home)
        except Failed as problem:
            print(problem, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
