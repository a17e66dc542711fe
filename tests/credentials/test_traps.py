"""Habits of the reference implementation that would harm a file or a statement, and that we keep away from."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import c2pa
import mutagen.id3
import pikepdf
import pytest

from artistguard.containers import riff, tiff
from artistguard.credentials import carriers, signing
from artistguard.credentials.placing import place
from artistguard.credentials.values import Place
from artistguard.errors import CannotEmbed, Damaged
from artistguard.formats.audio.wav import Wav
from artistguard.formats.image.heic import Heic
from artistguard.formats.image.tiff import Tiff
from tests.conftest import ROOT
from tests.suites import attested, credentialed
from tests.suites.attested import embedded, job, manifest, told
from tests.suites.format_suite import SAMPLES, inscription, write
from tests.suites.heif_builder import Layout, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

JPEG = (SAMPLES / "image" / "jpeg" / "pillow-plain.jpg").read_bytes()
HEIC = (SAMPLES / "image" / "heic" / "heif-enc.heic").read_bytes()
PAGES = (SAMPLES / "image" / "tiff" / "tiffcp-planes-pages.tif").read_bytes()
TWICE = Layout(sizes=(4, 4, 4, 0))
"""The base has room and says 0, so that an offset that is moved by both is moved twice."""


def naive(content: bytes, mime: str) -> bytes:
    """As the library does it when it is left alone."""
    return credentialed.embedded(content, mime)


# -- pictures -----------------------------------------------------------------------------------------------------


def test_it_moves_the_places_of_a_heif_twice() -> None:
    content = build(HEIC, TWICE)
    before = Heic().decode(io.BytesIO(content)).guard
    with pytest.raises(Damaged):
        Heic().decode(io.BytesIO(naive(content, "image/heic")))
    assert place(io.BytesIO(content), "image/heic") is Place.BESIDE
    with pytest.raises(CannotEmbed):
        embedded(content, "image/heic")
    assert Heic().decode(io.BytesIO(content)).guard == before


@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        Layout(sizes=(4, 4, 4, 0), base=True),
        Layout(beside=True, version=1),
        Layout(last=True),
        Layout(pieces=3),
    ],
    ids=["plain", "told by the base", "in the item data", "list last", "in pieces"],
)
def test_other_layouts_are_signed_inside(layout: Layout) -> None:
    content = write(Heic(), build(HEIC, layout), inscription())
    assert place(io.BytesIO(content), "image/heic") is Place.INSIDE
    signed = embedded(content, "image/heic")
    assert Heic().decode(io.BytesIO(signed)).guard == Heic().decode(io.BytesIO(content)).guard


def test_it_loses_the_pages_of_a_tiff() -> None:
    assert len(pages(PAGES)) > 1
    with pytest.raises(Damaged):
        Tiff().decode(io.BytesIO(naive(PAGES, "image/tiff")))
    signed = embedded(PAGES, "image/tiff")
    assert len(pages(signed)) == len(pages(PAGES))
    assert signed[8 : len(PAGES)] == PAGES[8:], "all bytes stay but the offset of the first directory"


def pages(content: bytes) -> tuple[tiff.Directory, ...]:
    return tiff.directories(tiff.parse(content))


# -- recordings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lame-v23-cover-vbr.mp3", "hand-v22-itunes-like.mp3", "mutagen-v23-lyrics.mp3"])
def test_it_changes_the_version_of_id3(name: str) -> None:
    content = (SAMPLES / "audio" / "mp3" / name).read_bytes()
    before = frames(content)
    assert frames(naive(content, "audio/mpeg"))[0] == (2, 4, 0) != before[0]
    assert frames(embedded(content, "audio/mpeg")) == before


def frames(content: bytes) -> tuple[tuple[int, ...], dict[str, str]]:
    tag = mutagen.id3.ID3()
    tag.load(io.BytesIO(content), translate=False)
    return tag.version, {key: repr(frame) for key, frame in tag.items() if "c2pa" not in key}


def test_it_cuts_off_what_stands_behind_the_length_that_a_recording_tells() -> None:
    # The statement that we wrote is there; sound of no length, which sox does not count, would be lost.
    content = write(Wav(), (SAMPLES / "audio" / "wav" / "sox-no-samples.wav").read_bytes(), inscription())
    with pytest.raises(Damaged):
        Wav().read(io.BytesIO(naive(content, "audio/wav")))
    assert place(io.BytesIO(content), "audio/wav") is Place.BESIDE


def test_it_holds_a_recording_in_memory_and_we_do_not(tmp_path: Path) -> None:
    """A recording of 64 MB; the process that signs it may take 32 MB for that."""
    script = ROOT / "tests" / "suites" / "long_recording.py"
    ran = subprocess.run([sys.executable, script, tmp_path / "long.wav"], check=True, capture_output=True, text=True)
    grown = json.loads(ran.stdout)
    assert grown["inside"] < 32 << 20
    assert grown["beside"] < 32 << 20


# -- documents --------------------------------------------------------------------------------------------------------


def test_it_takes_the_protection_off_a_pdf() -> None:
    content = (SAMPLES / "text" / "odd-owner-password.pdf").read_bytes()
    with (
        pikepdf.open(io.BytesIO(content)) as before,
        pikepdf.open(io.BytesIO(naive(content, "application/pdf"))) as after,
    ):
        assert before.is_encrypted
        assert not after.is_encrypted
    assert place(io.BytesIO(content), "application/pdf") is Place.BESIDE


@pytest.mark.parametrize(
    "name", ["libreoffice.pdf", "qpdf-linearised.pdf", "qpdf-object-streams.pdf", "ghostscript.pdf"]
)
def test_it_writes_a_pdf_anew_and_we_only_append(name: str) -> None:
    content = (SAMPLES / "text" / name).read_bytes()
    assert not naive(content, "application/pdf").startswith(content)
    assert embedded(content, "application/pdf").startswith(content)


def test_it_cannot_look_into_a_compressed_archive() -> None:
    content = (SAMPLES / "text" / "pandoc3.epub").read_bytes()
    with pytest.raises(c2pa.C2paError, match="compression method not supported"):
        naive(content, "application/epub+zip")
    assert place(io.BytesIO(content), "application/epub+zip") is Place.BESIDE


# -- manifests --------------------------------------------------------------------------------------------------------


def test_it_leaves_an_empty_file_behind_when_it_fails(tmp_path: Path) -> None:
    source, target = tmp_path / "a.jpg", tmp_path / "b.jpg"
    source.write_bytes(JPEG[:600])
    with credentialed._builder(None) as builder, pytest.raises(c2pa.C2paError):
        builder.sign_file(source, target, credentialed._signer("Zoë"))
    assert target.read_bytes() == b""
    with pytest.raises(CannotEmbed):
        embedded(JPEG[:600], "image/jpeg")


def test_a_failure_that_it_does_not_tell_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(c2pa.Builder, "sign", lambda *_: b"")
    with pytest.raises(CannotEmbed, match="nothing was written"):
        embedded(JPEG, "image/jpeg")


def test_it_cannot_take_an_empty_address_of_an_authority() -> None:
    who = credentialed.identity("Zoë")
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(b"es256", who.chain, who.key, b""))
    with credentialed._builder(None) as builder, pytest.raises(c2pa.C2paError):
        builder.sign(signer, "image/jpeg", io.BytesIO(JPEG), io.BytesIO())
    assert attested.signatory().stamping == ""
    assert embedded(JPEG, "image/jpeg")


def test_it_takes_the_changed_file_for_the_parent() -> None:
    first = embedded(JPEG, "image/jpeg")
    changed = bytearray(first)
    changed[-20] ^= 1
    alone = manifest(naive_edit(bytes(changed)), "image/jpeg")["ingredients"][0]["validation_results"]
    assert "assertion.dataHash.mismatch" in failures(alone)
    ours = embedded(bytes(changed), "image/jpeg", job(parent=first))
    assert "assertion.dataHash.mismatch" not in failures(
        manifest(ours, "image/jpeg")["ingredients"][0]["validation_results"]
    )
    assert len(told(ours, "image/jpeg")["manifests"]) == 2


def failures(results: dict[str, dict[str, list[dict[str, str]]]]) -> set[str]:
    return {each["code"] for each in results["activeManifest"]["failure"]}


def naive_edit(content: bytes) -> bytes:
    target = io.BytesIO()
    with c2pa.Builder(json.dumps({"claim_generator_info": [{"name": "x", "version": "1"}]})) as builder:
        builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
        builder.sign(credentialed._signer("Zoë"), "image/jpeg", io.BytesIO(content), target)
    return target.getvalue()


def test_it_refuses_a_creation_without_a_source_type() -> None:
    actions = {"label": "c2pa.actions.v2", "data": {"actions": [{"action": "c2pa.created"}]}}
    with (
        c2pa.Builder(json.dumps({"assertions": [actions]})) as builder,
        pytest.raises(c2pa.C2paError),
    ):
        builder.sign(credentialed._signer("Zoë"), "image/jpeg", io.BytesIO(JPEG), io.BytesIO())


def test_it_does_not_let_the_signer_vouch_by_default() -> None:
    def gathered(content: bytes) -> set[str]:
        claim = manifest(content, "image/jpeg", closely=True)["claim"]
        return {each["url"].rpartition("/")[2] for each in claim.get("gathered_assertions", ())}

    assert "cawg.training-mining" in gathered(naive(JPEG, "image/jpeg"))
    assert "cawg.training-mining" not in gathered(embedded(JPEG, "image/jpeg"))


# -- our own hand -----------------------------------------------------------------------------------------------------


def growing(sizes: list[int]) -> Callable[[dict[str, object]], bytes]:
    return lambda _: bytes(sizes.pop(0))


def test_a_manifest_that_changes_its_length_is_put_in_again() -> None:
    target = io.BytesIO()
    content = (SAMPLES / "audio" / "wav" / "sox-plain.wav").read_bytes()
    carriers.carry(io.BytesIO(content), target, "audio/wav", growing([100, 102, 104, 104]))
    chunk = riff.parse(target).first(b"C2PA")
    assert chunk is not None
    assert chunk.size == 104


def test_a_manifest_that_never_comes_to_rest_is_given_up() -> None:
    content = (SAMPLES / "audio" / "wav" / "sox-plain.wav").read_bytes()
    with pytest.raises(CannotEmbed, match="come to rest"):
        carriers.carry(io.BytesIO(content), io.BytesIO(), "audio/wav", growing(list(range(100, 200))))


@pytest.mark.parametrize("kind", ["application/pdf", "audio/mpeg", "audio/flac", "audio/wav", "image/tiff"])
def test_what_our_hand_puts_in_the_library_would_find(kind: str) -> None:
    assert kind in carriers.CARRIERS
    assert kind in c2pa.Reader.get_supported_mime_types()


def test_an_id3_tag_in_front_that_hides_its_bytes_is_left_alone() -> None:
    tag = b"ID3\x04\0\x80" + bytes([0, 0, 0, 10]) + bytes(10)
    content = tag + (SAMPLES / "audio" / "mp3" / "ffmpeg-bare-noxing.mp3").read_bytes()
    with pytest.raises(CannotEmbed, match="ID3"):
        signing.embed(io.BytesIO(content), io.BytesIO(), "audio/mpeg", job())
