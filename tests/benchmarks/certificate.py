"""How long a certificate of many works takes, beside the least: ``python tests/benchmarks/certificate.py``.

Protects ``--count`` pictures of 800 by 600 pixels in a home of its own, then measures, in seconds of this processor:

- the certificate with its proof: every file hashed, a small picture of each, the pages, the signatures gathered;
- Pillow alone: every file hashed and made small;
- checking the proof, and all files against it, beside `openssl dgst` over the same files.

Nothing is asserted; the report goes to standard output.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from artistguard.jobs.handing import save_certificate
from artistguard.jobs.verify import Known, verify
from tests.suites import artworks
from tests.suites.workshop import workshop

if TYPE_CHECKING:
    from collections.abc import Callable


def used(work: Callable[[], object]) -> float:
    """Seconds of the processor, children included."""
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def by_pillow(paths: list[Path]) -> None:
    """Hash, and make small."""
    for path in paths:
        hashlib.sha256(path.read_bytes()).hexdigest()
        with Image.open(path) as image:
            image.thumbnail((260, 260))
            image.convert("RGB").save(io.BytesIO(), "JPEG", quality=88)


def main(count: int) -> None:
    """Measure and tell."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with workshop(folder) as shop:
            paths = [shop.folder / f"{number:05d}.jpg" for number in range(count)]
            for number, path in enumerate(paths):
                artworks.picture(number).resize((800, 600)).save(path, "JPEG", quality=85)
            shop.protect(*paths, name="Zoë")
            page = folder / "page.pdf"
            whole = used(lambda: save_certificate(shop.studio, (), page))
            known = Known((str(shop.ledger.key),))
            checked = used(lambda: verify(str(page.with_suffix(".json")), list(map(str, paths)), known))
        least = used(lambda: by_pillow(paths))
        dgst = used(lambda: subprocess.run(["openssl", "dgst", "-sha256", *paths], capture_output=True, check=True))
        with pikepdf.open(page) as pdf:
            pages = len(pdf.pages)
        size, proof = page.stat().st_size, page.with_suffix(".json").stat().st_size
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    sys.stdout.write(
        f"{count:,} works: certificate {whole:.1f} s of processor, {pages} pages, {size / 1e6:.1f} MB\n"
        f"  Pillow alone {least:.1f} s, ratio {whole / least:.1f}\n"
        f"  proof {proof / 1e6:.1f} MB, checked with all files in {checked:.1f} s; openssl dgst {dgst:.2f} s\n"
        f"  at most {most} MiB of memory\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="works")
    main(parser.parse_args().count)
