"""Files signed by ArtistGuard itself, with a certificate of the creator's own, and what the library says of them."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import c2pa

from artistguard.credentials import certificates, signing
from artistguard.credentials.reading import SETTINGS
from artistguard.credentials.values import Saying, Signatory, Signing
from artistguard.errors import CannotEmbed
from artistguard.formats import table
from artistguard.formats.protocol import Embeds
from artistguard.terms import Declaration
from tests.suites.format_suite import ISCC, RECORD, SAMPLES, glimpse_of, inscription, write

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.formats.protocol import Format

NAME = "Zoë Ünal"
SEED = bytes(range(32))
SIGNABLE = frozenset(c2pa.Builder.get_supported_mime_types())


@cache
def signatory(name: str = NAME) -> Signatory:
    """Somebody with a certificate that she made herself."""
    return certificates.make(name, SEED, datetime.now(UTC))


def saying(declaration: Declaration | None = None, title: str = "Evening at the quay") -> Saying:
    """What a manifest states, with everything in it."""
    return Saying(title, declaration or Declaration(), ISCC, RECORD, "ArtistGuard/1.2")


def job(
    declaration: Declaration | None = None,
    parent: bytes | None = None,
    earlier: bytes | None = None,
    who: Signatory | None = None,
) -> Signing:
    """All that the signing takes."""
    former = None if parent is None else io.BytesIO(parent)
    return Signing(saying(declaration), who or signatory(), former, earlier)


def embedded(content: bytes, mime: str, signing_job: Signing | None = None) -> bytes:
    """The file with credentials inside."""
    target = io.BytesIO()
    signing.embed(io.BytesIO(content), target, mime, signing_job or job())
    return target.getvalue()


def beside(content: bytes, mime: str, signing_job: Signing | None = None) -> bytes:
    """Credentials that lie beside the file."""
    return signing.beside(io.BytesIO(content), mime, signing_job or job())


def told(content: bytes, mime: str, store: bytes | None = None, *, closely: bool = False) -> dict[str, Any]:
    """What the library says, without asking anybody; closely, with the claim as it stands."""
    with (
        c2pa.Context(settings=c2pa.Settings.from_json(SETTINGS)) as context,
        c2pa.Reader(mime, io.BytesIO(content), store, context=context) as reader,
    ):
        found: dict[str, Any] = json.loads(reader.detailed_json() if closely else reader.json())
        return found


def manifest(content: bytes, mime: str, store: bytes | None = None, *, closely: bool = False) -> dict[str, Any]:
    """The manifest that counts."""
    found = told(content, mime, store, closely=closely)
    active: dict[str, Any] = found["manifests"][found["active_manifest"]]
    return active


def assertion(content: bytes, mime: str, label: str, store: bytes | None = None) -> Any:
    """What one assertion of it says."""
    return next(each["data"] for each in manifest(content, mime, store)["assertions"] if each["label"] == label)


def format_of(file: Path) -> Format:
    """The format of a sample."""
    return table.recognise(glimpse_of(file.read_bytes(), file.suffix[1:].lower()))


def stated(kind: Format, content: bytes) -> bytes:
    """The file with its statement inside, or as it was where it can carry none."""
    try:
        return write(kind, content, inscription()) if isinstance(kind, Embeds) else content
    except CannotEmbed:
        return content


def samples() -> list[Path]:
    """Every sound sample of a type that the library signs."""
    left_out = ("odd-", "broken-", "hand-c", "SAMPLES", "make")
    files = sorted(file for area in ("image", "audio", "text") for file in (SAMPLES / area).rglob("*.*"))
    sound = (file for file in files if file.is_file() and not file.name.startswith(left_out))
    return [file for file in sound if (kind := format_of(file)).types and kind.types[0].mime in SIGNABLE]
