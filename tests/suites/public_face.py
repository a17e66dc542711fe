"""A registry with everything that its pages can show: protected files, quarrels, changes, hostile texts."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from artistguard.claims.drafting import Draft
from artistguard.claims.signing import sign
from artistguard.fingerprints import table as fingerprints
from artistguard.formats.image.jpeg import Jpeg
from artistguard.messages import Evidence
from artistguard.registry.client import Client
from artistguard.terms import Choice, Declaration, Inscription
from tests.suites.artworks import picture
from tests.suites.registry_makers import Clock, declared, drafted, key, opened, withdrawn, work
from tests.suites.registry_suite import Counter
from tests.suites.served import ORIGIN, Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artistguard.claims.statement import SignedStatement

HOSTILE = '"><script>document.title="taken over"</script>'


def jpeg(number: int, quality: int = 90) -> bytes:
    """A picture made by code."""
    out = io.BytesIO()
    picture(number).save(out, "JPEG", quality=quality)
    return out.getvalue()


def protected(content: bytes, choice: Choice, name: str) -> bytes:
    """The same picture with a statement in it."""
    out = io.BytesIO()
    written = Inscription(Declaration(choice, name="Ada"), work("record " + name), work(name))
    Jpeg().write(io.BytesIO(content), out, written)
    return out.getvalue()


def codes(content: bytes) -> dict[str, str]:
    """Everything that is registered of a picture."""
    source = io.BytesIO(content)
    found = dict(fingerprints.of_file(source))
    source.seek(0)
    return found | dict(fingerprints.compute(Jpeg().decode(source)).values)


def placed(name: str, country: str, **how: object) -> SignedStatement:
    """A statement whose creator says where she is."""
    draft = drafted(name, **how)  # type: ignore[arg-type]
    statement = msgspec.structs.replace(draft.statement, extensions={"country": country})
    return sign(Draft(statement, draft.enclosures), how.get("by", key()))  # type: ignore[arg-type]


@contextmanager
def shown(folder: Path) -> Iterator[tuple[Served, Path]]:
    """The server, and a folder with files for its form: mine.jpg (protected), altered.jpg, stranger.jpg, torn.jpg."""
    files = folder / "files"
    files.mkdir(parents=True)
    mine = protected(jpeg(1), Choice.ASK, "mine")
    (files / "mine.jpg").write_bytes(mine)
    (files / "altered.jpg").write_bytes(jpeg(1, 40))
    (files / "stranger.jpg").write_bytes(jpeg(2))
    (files / "torn.jpg").write_bytes(mine[: len(mine) // 3])
    (folder / "ledger").mkdir()
    ledger = opened(folder / "ledger", Clock(), origin=ORIGIN)
    ledger.vouch(key("vera").did, Evidence.VERIFIED)
    ledger.close()
    with served(folder / "ledger", configuration="[bodies]\ncontent = 1048576\n") as running:
        counter = Counter(Client(running.address), running.clock)
        told = {"contact": "mailto:ada@example.org", "licence": "https://ada.example/licences"}
        counter.receipts(placed("mine", "DE", by=key("vera"), choice=Choice.ASK, **told, **codes(mine)))
        first = declared("changed", choice=Choice.NO_AI_TRAINING)
        running.clock.forward(hours=30)
        record = first.statement.record  # type: ignore[union-attr]
        second = declared("changed b", of="changed", choice=Choice.NOTHING, supersedes=record)
        gone = declared("gone")
        counter.receipts(first, second, gone, withdrawn(gone))
        counter.receipts(declared("quarrel"), declared("quarrel", by=key("bob"), choice=Choice.ALLOW))
        counter.receipts(
            declared("hostile", contact=HOSTILE, licence="javascript:alert(1)", other_v1=HOSTILE, choice=Choice.ASK)
        )
        yield running, files
