from __future__ import annotations

import io
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import c2pa
import pytest
from cryptography.x509 import ObjectIdentifier
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given, settings
from hypothesis import strategies as st

from artistguard.credentials.reading import LARGEST, PURPOSES, READABLE, examine
from artistguard.credentials.values import Credentials, Signatory, Standing
from artistguard.errors import CannotEmbed
from artistguard.terms import Choice, Declaration
from tests.conftest import ROOT
from tests.suites import attested, credentialed
from tests.suites.certified import bought

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = ROOT / "tests" / "samples"
FILES = {
    "image/jpeg": "image/jpeg",
    "image/png": "image/png",
    "image/webp": "image/webp",
    "image/tiff": "image/tiff",
    "image/gif": "image/gif",
    "image/avif": "image/avif",
    "image/heic": "image/heic",
    "image/svg+xml": "image/svg",
    "audio/mpeg": "audio/mp3",
    "audio/wav": "audio/wav",
    "audio/flac": "audio/flac",
    "audio/mp4": "audio/m4a",
    "application/pdf": "text/libreoffice.pdf",
    "application/epub+zip": "text/stored.epub",
}


def first(mime: str) -> bytes:
    """The first sample of a type that the reference implementation signs and that is not odd."""
    place = SAMPLES / FILES[mime]
    files = [place] if place.is_file() else sorted(place.iterdir())
    left_out = ("odd", "broken", "hand", "SAMPLES", "compressed")
    return next(file.read_bytes() for file in files if not file.name.startswith(left_out))


def seen(content: bytes, mime: str, beside: bytes | None = None) -> Credentials:
    return examine(io.BytesIO(content), mime, beside)


@pytest.fixture(scope="module")
def signed() -> bytes:
    return credentialed.embedded(first("image/jpeg"), "image/jpeg")


@pytest.mark.parametrize("mime", FILES)
def test_signed_by_somebody_unknown_is_valid_and_unknown(mime: str) -> None:
    found = seen(credentialed.embedded(first(mime), mime), mime)
    assert (found.standing, found.known, found.beside) == (Standing.VALID, False, False)
    assert (found.signer, found.issuer, found.program) == (credentialed.SIGNER, "Test House", "Test Studio")
    assert found.reasons == ()
    assert {each.layer for each in found.statements} == {"cawg", "c2pa"}
    assert {each.choice for each in found.statements} == {Choice.SEARCH_ONLY}


@pytest.mark.parametrize("mime", FILES)
def test_without_credentials_there_are_none(mime: str) -> None:
    assert seen(first(mime), mime) == Credentials()


@pytest.mark.parametrize("choice", [choice for choice in Choice if choice is not Choice.ALLOW])
def test_what_they_say_is_read(choice: Choice) -> None:
    content = credentialed.embedded(first("image/png"), "image/png", Declaration(choice, contact="https://a.example"))
    assert all(choice in each.compatible for each in seen(content, "image/png").statements)


def test_a_changed_byte_is_told(signed: bytes) -> None:
    changed = bytearray(signed)
    changed[-20] ^= 1
    found = seen(bytes(changed), "image/jpeg")
    assert found.standing is Standing.INVALID
    assert found.reasons == ("The file was changed after it was signed.",)
    assert found.signer == credentialed.SIGNER
    assert found.statements, "what was said is still told"


def test_a_changed_assertion_is_told(signed: bytes) -> None:
    # notAllowed becomes notAll0wed: the words were turned, and the signature tells.
    found = seen(signed.replace(b"notAllowed", b"notAll0wed"), "image/jpeg")
    assert found.standing is Standing.INVALID
    assert "A part of the credentials was changed after it was signed." in found.reasons


def test_credentials_beside_a_file_of_any_type() -> None:
    story = "Once upon a time.".encode("utf-16")
    beside = credentialed.beside(story)
    for mime in ("application/octet-stream", "text/plain", "audio/aiff"):
        found = seen(story, mime, beside)
        assert (found.standing, found.beside, found.signer) == (Standing.VALID, True, credentialed.SIGNER)
    assert seen(story + b"!", "text/plain", beside).standing is Standing.INVALID


@pytest.mark.parametrize("beside", [b"", b"nothing of the kind", bytes(LARGEST + 1)], ids=["empty", "other", "huge"])
def test_broken_credentials_beside_are_invalid(beside: bytes) -> None:
    assert seen(b"words", "text/plain", beside).standing is Standing.INVALID


def test_cut_credentials_beside_are_invalid() -> None:
    beside = credentialed.beside(b"words")
    for length in range(1, len(beside), 97):
        assert seen(b"words", "text/plain", beside[:length]).standing is Standing.INVALID


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 20_000), value=st.integers(0, 255))
def test_no_changed_byte_of_a_manifest_becomes_a_traceback(signed: bytes, place: int, value: int) -> None:
    changed = bytearray(signed)
    changed[place % len(changed)] = value
    assert seen(bytes(changed), "image/jpeg").standing in set(Standing)


def test_a_part_that_cannot_be_understood_is_damage() -> None:
    # The library tells of a manifest then, and shows none; once that was taken for a file without credentials.
    turned = attested.embedded(first("image/png"), "image/png").replace(b"escope\xa0evalue", b"escope\xa0Evalue")
    assert attested.told(turned, "image/png")["manifests"] == {}
    assert seen(turned, "image/png").standing is Standing.INVALID
    for make in (attested.embedded, attested.beside):
        with pytest.raises(CannotEmbed, match="are damaged"):
            make(turned, "image/png")


@pytest.mark.parametrize(
    "file", [path for path in sorted(SAMPLES.rglob("hand-*c2pa*")) if path.suffix not in {".aiff", ".txt"}], ids=str
)
def test_something_that_only_looks_like_credentials_is_invalid(file: Path) -> None:
    assert seen(file.read_bytes(), file.suffix[1:]).standing is Standing.INVALID


@pytest.mark.parametrize("purpose", PURPOSES)
def test_certificates_made_for_what_c2pa_names_are_good_ones(purpose: str) -> None:
    found = bought(purposes=[ObjectIdentifier(PURPOSES[purpose])])
    who = Signatory(found.pem(), found.secret(), bought=True)
    store = attested.beside(b"words", "text/plain", attested.job(who=who))
    assert seen(b"words", "text/plain", store).standing is Standing.VALID


def test_a_certificate_made_for_websites_is_none() -> None:
    found = bought(purposes=[ExtendedKeyUsageOID.SERVER_AUTH])
    who = Signatory(found.pem(), found.secret(), bought=True)
    with pytest.raises(CannotEmbed, match="could not be signed"):
        attested.beside(b"words", "text/plain", attested.job(who=who))


def test_types_that_it_cannot_read_have_none() -> None:
    assert seen(b"MThd\0\0\0\6\0\0\0\1\0\x60", "audio/midi") == Credentials()


def test_every_ending_named_is_one_that_the_library_reads() -> None:
    assert set(c2pa.Reader.get_supported_mime_types()) >= READABLE


# -- the network ------------------------------------------------------------------------------------------------------


def test_credentials_that_lie_elsewhere_are_not_fetched(elsewhere: tuple[str, list[str]]) -> None:
    address, asked = elsewhere
    content = credentialed.pointing(first("image/jpeg"), "image/jpeg", address)
    assert address.encode() in content
    assert seen(content, "image/jpeg") == Credentials()
    assert asked == []
    with pytest.raises(c2pa.C2paError):
        c2pa.Reader("image/jpeg", io.BytesIO(content)).json()
    assert asked, "left alone, the library would have asked"


# -- a second reader --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mime", ["image/jpeg", "image/png"])
def test_exiftool_sees_the_same_words(mime: str, tmp_path: Path) -> None:
    assert shutil.which("exiftool")
    file = tmp_path / f"work.{mime.split('/')[1]}"
    file.write_bytes(credentialed.embedded(first(mime), mime))
    ran = subprocess.run(["exiftool", "-j", "-G1", "-JUMBF:all", file], capture_output=True, check=True)
    (told,) = json.loads(ran.stdout)
    ours = next(each for each in seen(file.read_bytes(), mime).statements if each.layer == "cawg")
    assert "ai_generative_training=notAllowed" in ours.value
    assert any("Ai_Generative_TrainingUse" in name and value == "notAllowed" for name, value in told.items())


# -- words ------------------------------------------------------------------------------------------------------------


def test_plain_words() -> None:
    assert Credentials().sentences == ()
    unknown = Credentials(Standing.VALID, "Zoë", "Zoë").sentences
    assert unknown[-1] == "The certificate says Zoë; nobody known here vouches for that name."
    known = Credentials(Standing.VALID, "Zoë", "Atelier", known=True).sentences
    assert known[-1] == "Signed by you, as Zoë."
    broken = Credentials(Standing.INVALID, reasons=("The file was changed after it was signed.",)).sentences
    assert broken[0].endswith("do not hold.")
    assert broken[-1] == "Who signed them is not told."
