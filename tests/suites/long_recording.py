"""Signs a long recording and tells by how many bytes the process grew; a program of its own, started by a test."""

from __future__ import annotations

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from artistguard.credentials import certificates, signing
from artistguard.credentials.reading import examine
from artistguard.credentials.values import Saying, Signing, Standing
from artistguard.terms import Declaration

SOUND = 64 << 20
PIECE = bytes(range(256)) * 4096


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def _make(path: Path) -> None:
    form = bytes.fromhex("0100020044ac000010b1020004001000")
    with path.open("wb") as file:
        head = b"WAVEfmt " + len(form).to_bytes(4, "little") + form + b"data" + SOUND.to_bytes(4, "little")
        file.write(b"RIFF" + (len(head) + SOUND).to_bytes(4, "little") + head)
        for _ in range(SOUND // len(PIECE)):
            file.write(PIECE)


def main(path: Path) -> None:
    _make(path)
    job = Signing(Saying("Long", Declaration()), certificates.make("Zoë", bytes(32), datetime.now(UTC)))
    with Path(__file__).open("rb") as short:
        signing.beside(short, "text/plain", job)  # loads the library
    before = _most()
    with path.open("rb") as source:
        signing.beside(source, "audio/wav", job)
        beside = _most() - before
        with path.with_suffix(".signed").open("w+b") as target:
            signing.embed(source, target, "audio/wav", job)
            inside = _most() - before
            assert examine(target, "audio/wav").standing is Standing.VALID
    sys.stdout.write(json.dumps({"inside": inside, "beside": beside}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
