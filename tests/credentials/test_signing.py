"""Making credentials: every type, earlier credentials, origin, who the creator is, and when."""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from artistguard.credentials.placing import place
from artistguard.credentials.reading import ANYTHING, examine
from artistguard.credentials.trying import in_time
from artistguard.credentials.values import Place, Signing, Standing
from artistguard.errors import CannotEmbed
from artistguard.fingerprints import iscc_seq
from artistguard.terms import Choice, Declaration, Origin
from tests.suites import attested, credentialed
from tests.suites.attested import assertion, beside, embedded, job, manifest, told
from tests.suites.authority import authority
from tests.suites.format_suite import ISCC, RECORD, SAMPLES
from tests.suites.readers import EPUBCHECK

if TYPE_CHECKING:
    from pathlib import Path

    from artistguard.credentials.values import Credentials

ONE_OF_EACH = {
    "image/jpeg": "image/jpeg/pillow-plain.jpg",
    "image/png": "image/png/pillow-rgb.png",
    "image/webp": "image/webp/cwebp-lossy.webp",
    "image/gif": "image/gif/pillow-animated.gif",
    "image/avif": "image/avif/avifenc.avif",
    "image/heic": "image/heic/heif-enc.heic",
    "image/jxl": "image/jxl/cjxl-container.jxl",
    "image/tiff": "image/tiff/pillow-xmp-pages.tif",
    "image/svg+xml": "image/svg/inkscape-like.svg",
    "audio/mpeg": "audio/mp3/lame-v23-cover-vbr.mp3",
    "audio/mp4": "audio/m4a/ffmpeg-chapters-cover.m4a",
    "audio/wav": "audio/wav/ffmpeg-bext-info.wav",
    "audio/flac": "audio/flac/flac-tags-cover.flac",
    "application/pdf": "text/libreoffice.pdf",
    "application/epub+zip": "text/stored.epub",
}
REFUSED = {"heif-enc-thumb-alpha.heic"}
"""The library gives up on these by itself."""

JPEG = (SAMPLES / ONE_OF_EACH["image/jpeg"]).read_bytes()
STORY = "Once upon a time.".encode("utf-16")


def seen(content: bytes, mime: str, store: bytes | None = None) -> Credentials:
    return examine(io.BytesIO(content), mime, store)


def of(mime: str) -> bytes:
    return (SAMPLES / ONE_OF_EACH[mime]).read_bytes()


# -- every type -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", attested.samples(), ids=lambda file: file.name)
def test_every_sound_file_is_signed_and_nothing_else_in_it_changes(sample: Path) -> None:
    kind, original = attested.format_of(sample), sample.read_bytes()
    mime, written = kind.types[0].mime, attested.stated(kind, original)
    where = place(io.BytesIO(written), mime, flac=Place.INSIDE)
    if where is Place.BESIDE or sample.name in REFUSED:
        with pytest.raises(CannotEmbed):
            embedded(written, mime, job(parent=original))
        store = beside(written, mime, job(parent=original))
        assert seen(written, mime, store).standing is Standing.VALID
        return
    signed = embedded(written, mime, job(parent=original))
    found = seen(signed, mime)
    assert (found.standing, found.known, found.signer) == (Standing.VALID, False, attested.NAME)
    assert {(each.layer, each.choice) for each in found.statements} == {
        ("cawg", Choice.SEARCH_ONLY),
        ("c2pa", Choice.SEARCH_ONLY),
    }
    assert kind.decode(io.BytesIO(signed)).guard == kind.decode(io.BytesIO(original)).guard
    assert kind.read(io.BytesIO(signed)) == replace(kind.read(io.BytesIO(written)), credentials=True)


def test_every_type_that_can_carry_credentials_is_tried() -> None:
    tried = {attested.format_of(SAMPLES / name).types[0].mime for name in ONE_OF_EACH.values()}
    assert tried == set(ONE_OF_EACH)
    assert set(ONE_OF_EACH) <= attested.SIGNABLE


@pytest.mark.parametrize("mime", ONE_OF_EACH)
def test_signed_again_after_a_change_the_earlier_credentials_are_kept(mime: str) -> None:
    kind = attested.format_of(SAMPLES / ONE_OF_EACH[mime])
    first = embedded(of(mime), mime)
    changed = attested.stated(kind, first)
    assert seen(changed, mime).standing is not Standing.VALID, "any change breaks what was signed"
    second = embedded(changed, mime, job(Declaration(Choice.NOTHING), parent=first))
    found = told(second, mime)
    assert (found["validation_state"], len(found["manifests"])) == ("Valid", 2)
    (parent,) = manifest(second, mime)["ingredients"]
    assert parent["relationship"] == "parentOf"
    assert parent["active_manifest"] == told(first, mime)["active_manifest"]
    codes = {each["code"] for each in parent["validation_results"]["activeManifest"]["failure"]}
    assert codes <= {"signingCredential.untrusted"}
    assert kind.decode(io.BytesIO(second)).guard == kind.decode(io.BytesIO(of(mime))).guard
    third = embedded(second, mime, job(parent=second))
    assert len(told(third, mime)["manifests"]) == 3


@pytest.mark.parametrize("mime", ONE_OF_EACH)
def test_a_changed_byte_breaks_them(mime: str) -> None:
    if mime == "image/svg+xml":
        changed = embedded(of(mime), mime).replace(b"Evening", b"Morning", 1)
    else:
        signed = bytearray(embedded(of(mime), mime))
        at = bytes(signed).find(of(mime)[-40:])
        signed[at + 20 if at >= 0 else len(signed) // 2] ^= 1
        changed = bytes(signed)
    assert seen(changed, mime).standing is Standing.INVALID


# -- beside -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mime", [*ONE_OF_EACH, "text/plain", "audio/aiff", ANYTHING])
def test_beside_a_file_of_any_type(mime: str) -> None:
    content = of(mime) if mime in ONE_OF_EACH else STORY
    store = beside(content, mime)
    found = seen(content, mime, store)
    assert (found.standing, found.beside, found.signer) == (Standing.VALID, True, attested.NAME)
    assert {each.choice for each in found.statements} == {Choice.SEARCH_ONLY}
    assert seen(content + b"!", mime, store).standing is Standing.INVALID


@pytest.mark.parametrize("mime", ["text/plain", "audio/flac", "image/jpeg", "image/heic", "application/pdf"])
def test_what_lay_beside_before_becomes_the_parents(mime: str) -> None:
    content = of(mime) if mime in ONE_OF_EACH else STORY
    first = beside(content, mime)
    second = beside(content + b"more", mime, job(parent=content, earlier=first))
    found = told(content + b"more", ANYTHING, second)
    assert (found["validation_state"], len(found["manifests"])) == ("Valid", 2)
    third = beside(content + b"most", mime, job(parent=content + b"more", earlier=second))
    assert len(told(content + b"most", ANYTHING, third)["manifests"]) == 3


def test_what_lay_beside_goes_inside() -> None:
    content = of("audio/flac")
    signed = embedded(content, "audio/flac", job(parent=content, earlier=beside(content, "audio/flac")))
    assert seen(signed, "audio/flac").standing is Standing.VALID
    assert len(told(signed, "audio/flac")["manifests"]) == 2


def test_what_lay_inside_goes_beside() -> None:
    inside = embedded(of("audio/flac"), "audio/flac")
    store = beside(inside, "audio/flac", job(parent=inside))
    assert len(told(inside, ANYTHING, store)["manifests"]) == 2


def test_earlier_credentials_beside_that_cannot_be_read_are_not_passed_over() -> None:
    with pytest.raises(CannotEmbed, match="could not be signed"):
        beside(STORY, "text/plain", job(earlier=b"nothing of the kind"))


def test_earlier_credentials_of_a_file_that_was_changed_since_are_kept_with_the_word_that_they_broke() -> None:
    broken = bytearray(credentialed.embedded(JPEG, "image/jpeg"))
    broken[-20] ^= 1
    signed = embedded(bytes(broken), "image/jpeg")
    assert seen(signed, "image/jpeg").standing is Standing.VALID
    (parent,) = manifest(signed, "image/jpeg")["ingredients"]
    failures = parent["validation_results"]["activeManifest"]["failure"]
    assert "assertion.dataHash.mismatch" in {each["code"] for each in failures}


# -- what they say ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", list(Choice))
def test_both_labels_say_the_choice(choice: Choice) -> None:
    terms = Declaration(choice, contact="https://zoe.example/ask")
    found = seen(embedded(JPEG, "image/jpeg", job(terms)), "image/jpeg").statements
    assert {each.layer for each in found} == {"cawg", "c2pa"}
    assert all(choice in each.compatible for each in found)


def test_the_exact_choice_and_the_record_stand_in_the_words_of_our_xmp() -> None:
    found = assertion(embedded(JPEG, "image/jpeg", job(Declaration(Choice.ASK))), "image/jpeg", "cawg.metadata")
    assert found == {"@context": {"ag": "urn:artistguard:ns:1/"}, "ag:choice": "ask", "ag:record": RECORD}


def test_the_soft_binding_is_the_iscc_as_registries_look_it_up() -> None:
    found = assertion(embedded(JPEG, "image/jpeg"), "image/jpeg", "c2pa.soft-binding")
    assert found["alg"] == iscc_seq.ALGORITHM
    (block,) = found["blocks"]
    assert iscc_seq.decode(base64.b64decode(block["value"])) == (ISCC,)


@pytest.mark.parametrize("iscc", ["", "ISCC:", "not an iscc at all"])
def test_without_an_iscc_there_is_no_soft_binding(iscc: str) -> None:
    bare = replace(attested.saying(), iscc=iscc)
    signed = embedded(JPEG, "image/jpeg", Signing(bare, attested.signatory()))
    labels = {each["label"] for each in manifest(signed, "image/jpeg")["assertions"]}
    assert labels == {"cawg.training-mining", "c2pa.training-mining", "cawg.metadata", "c2pa.actions.v2"}


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("/home/zoe/secret/quay.jpg", "quay.jpg"),
        ("C:\\Users\\zoe\\secret\\quay.jpg", "quay.jpg"),
        ("\x07 a\nb ", "a b"),
        ("", "Untitled"),
    ],
)
def test_the_title_names_no_folder(title: str, shown: str) -> None:
    signed = embedded(JPEG, "image/jpeg", Signing(replace(attested.saying(), title=title), attested.signatory()))
    found = manifest(signed, "image/jpeg")
    assert (found["title"], found["ingredients"][0]["title"]) == (shown, shown)
    assert b"secret" not in signed


def test_the_program_names_itself_and_its_version() -> None:
    signed = embedded(JPEG, "image/jpeg")
    (generator,) = manifest(signed, "image/jpeg")["claim_generator_info"]
    assert (generator["name"], generator["version"]) == ("ArtistGuard", "1.2")


@pytest.mark.parametrize("mime", ["image/jpeg", "application/pdf", "audio/mp4"])
def test_the_signer_vouches_for_every_statement(mime: str) -> None:
    claim = manifest(embedded(of(mime), mime), mime, closely=True)["claim"]
    created = {each["url"].rpartition("/")[2] for each in claim["created_assertions"]}
    gathered = {each["url"].rpartition("/")[2] for each in claim.get("gathered_assertions", ())}
    assert created >= {"cawg.training-mining", "c2pa.training-mining", "c2pa.soft-binding", "cawg.metadata"}
    assert gathered == {"c2pa.ingredient.v3"}


def test_no_thumbnail_is_added() -> None:
    signed = embedded(JPEG, "image/jpeg")
    assert len(signed) - len(JPEG) < 8192
    assert b"thumbnail" not in signed


# -- origin -----------------------------------------------------------------------------------------------------------


def actions(content: bytes) -> list[dict[str, object]]:
    found = assertion(content, "image/jpeg", "c2pa.actions.v2")["actions"]
    return [{key: each[key] for key in ("action", "digitalSourceType") if key in each} for each in found]


def test_nothing_is_said_about_the_origin_unless_the_creator_does() -> None:
    signed = embedded(JPEG, "image/jpeg")
    assert actions(signed) == [{"action": "c2pa.opened"}]
    assert b"digitalsourcetype" not in signed


@pytest.mark.parametrize(
    ("origin", "kind"),
    [
        (Origin.HUMAN_MADE, "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"),
        (Origin.AI_ASSISTED, "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_the_origin_is_stated_as_the_creator_states_it(origin: Origin, kind: str) -> None:
    signed = embedded(JPEG, "image/jpeg", job(Declaration(origin=origin)))
    assert actions(signed) == [{"action": "c2pa.created", "digitalSourceType": kind}]
    assert not manifest(signed, "image/jpeg").get("ingredients")
    assert seen(signed, "image/jpeg").standing is Standing.VALID


def test_what_has_credentials_already_was_not_created_now() -> None:
    first = embedded(JPEG, "image/jpeg", job(Declaration(origin=Origin.HUMAN_MADE)))
    second = embedded(first, "image/jpeg", job(Declaration(origin=Origin.HUMAN_MADE), parent=first))
    assert actions(second) == [{"action": "c2pa.opened"}]
    assert len(told(second, "image/jpeg")["manifests"]) == 2


# -- who --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mime", ["image/jpeg", "application/pdf", "text/plain"])
def test_a_bought_certificate_says_who_the_creator_is(mime: str) -> None:
    who = replace(attested.signatory(), bought=True)
    content = of(mime) if mime in ONE_OF_EACH else STORY
    signed = embedded(content, mime, job(who=who)) if mime in ONE_OF_EACH else content
    store = None if mime in ONE_OF_EACH else beside(content, mime, job(who=who))
    read_as = mime if mime in ONE_OF_EACH else ANYTHING
    found = assertion(signed, read_as, "cawg.identity", store)
    payload = found["signer_payload"]
    named = {each["url"].rpartition("/")[2] for each in payload["referenced_assertions"]}
    assert payload["role"] == ["cawg.creator"]
    assert named == {"cawg.training-mining", "c2pa.training-mining", "c2pa.hash.data"}
    codes = {each["code"] for each in told(signed, read_as, store)["validation_results"]["activeManifest"]["success"]}
    assert any(code.startswith("cawg.") for code in codes), codes
    assert seen(signed, mime, store).standing is Standing.VALID


def test_a_certificate_of_ones_own_claims_no_identity() -> None:
    labels = {each["label"] for each in manifest(embedded(JPEG, "image/jpeg"), "image/jpeg")["assertions"]}
    assert "cawg.identity" not in labels


def test_a_key_that_cannot_be_used_is_told() -> None:
    with pytest.raises(CannotEmbed, match="could not be signed"):
        embedded(JPEG, "image/jpeg", job(who=replace(attested.signatory(), key=b"no key")))


# -- when -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mime", ["image/jpeg", "audio/mpeg"])
def test_a_time_stamp_is_asked_for_where_one_is_wanted(mime: str, tmp_path: Path) -> None:
    with authority(tmp_path) as stamps:
        who = replace(attested.signatory(), stamping=stamps.address)
        found = seen(embedded(of(mime), mime, job(who=who)), mime)
        assert (found.standing, bool(found.signed)) == (Standing.VALID, True)
        assert stamps.asked


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/stamp", "no address at all", "ftp://127.0.0.1/x"])
def test_an_authority_that_does_not_answer_costs_the_stamp_and_nothing_else(address: str) -> None:
    found = seen(embedded(JPEG, "image/jpeg", job(who=replace(attested.signatory(), stamping=address))), "image/jpeg")
    assert (found.standing, found.signed) == (Standing.VALID, "")
    store = beside(STORY, "text/plain", job(who=replace(attested.signatory(), stamping=address)))
    assert seen(STORY, "text/plain", store).standing is Standing.VALID


def test_a_spoilt_stamp_is_not_used(tmp_path: Path) -> None:
    with authority(tmp_path) as stamps:
        stamps.spoil = lambda answer: answer[:-40]
        who = replace(attested.signatory(), stamping=stamps.address)
        assert seen(embedded(JPEG, "image/jpeg", job(who=who)), "image/jpeg").signed == ""


def test_an_authority_is_tried_before_many_files_are_signed(tmp_path: Path) -> None:
    with authority(tmp_path) as stamps:
        answering = replace(attested.signatory(), stamping=stamps.address)
        assert in_time(answering) is answering
        stamps.spoil = lambda _: b"no stamp at all"
        assert in_time(answering) == attested.signatory()
    assert in_time(answering) == attested.signatory(), "nobody answers now"
    assert in_time(attested.signatory()) is attested.signatory()


# -- the network ------------------------------------------------------------------------------------------------------


def test_a_parent_whose_credentials_lie_elsewhere_makes_nobody_ask(elsewhere: tuple[str, list[str]]) -> None:
    address, asked = elsewhere
    pointing = credentialed.pointing(JPEG, "image/jpeg", address)
    signed = embedded(pointing, "image/jpeg", job(parent=pointing))
    assert seen(signed, "image/jpeg").standing is Standing.VALID
    assert asked == []


# -- a consumer -------------------------------------------------------------------------------------------------------


ASKED = """
import sys
from datadiligence.rules import C2PAMetadataRule
rule = C2PAMetadataRule()
for path in sys.argv[1:]:
    print(path, rule.is_allowed(path=path))
"""
"""In a process of its own: the consumer leaves files open, and says aloud what it could not read."""


def test_the_consumer_that_knows_the_earlier_label_alone_reads_no(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
    for number, (mime, name) in enumerate(ONE_OF_EACH.items()):
        ending = (SAMPLES / name).suffix
        (before / f"{number}{ending}").write_bytes(of(mime))
        (after / f"{number}{ending}").write_bytes(embedded(of(mime), mime))
    files = sorted([*before.iterdir(), *after.iterdir()])
    told = [line for line in ran(sys.executable, "-c", ASKED, *files).splitlines() if line.startswith(str(tmp_path))]
    assert told == [f"{file} {file.parent == before}" for file in files]


# -- foreign readers --------------------------------------------------------------------------------------------------


def ran(*words: object) -> str:
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def lying(folder: Path, mime: str, content: bytes) -> Path:
    file = folder / f"signed{(SAMPLES / ONE_OF_EACH[mime]).suffix}"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("mime", ["image/jpeg", "image/png"])
def test_exiftool_sees_the_words(mime: str, tmp_path: Path) -> None:
    file = lying(tmp_path, mime, embedded(of(mime), mime))
    assert "notAllowed" in ran("exiftool", "-s3", "-EntriesCawgAi_Generative_TrainingUse", file)


def test_qpdf_and_poppler_find_a_sound_pdf_with_one_attachment(tmp_path: Path) -> None:
    file = lying(tmp_path, "application/pdf", embedded(of("application/pdf"), "application/pdf"))
    assert "No syntax or stream encoding errors" in ran("qpdf", "--check", file)
    assert "1: content_credential.c2pa" in ran("pdfdetach", "-list", file)


def test_flac_still_decodes_what_carries_them(tmp_path: Path) -> None:
    file = lying(tmp_path, "audio/flac", embedded(of("audio/flac"), "audio/flac"))
    ran("flac", "-t", "-s", file)
    ran("sox", file, tmp_path / "out.wav")
    assert shutil.which("opusenc")
    refused = subprocess.run(["opusenc", "--quiet", file, tmp_path / "o.opus"], capture_output=True, check=False)
    assert refused.returncode, "opusenc reads it now: credentials could go inside by default"


def test_tiffinfo_finds_every_page(tmp_path: Path) -> None:
    before = lying(tmp_path, "image/tiff", of("image/tiff"))
    pages = ran("tiffinfo", before).count("TIFF Directory at offset")
    assert pages > 1
    after = lying(tmp_path, "image/tiff", embedded(of("image/tiff"), "image/tiff"))
    assert ran("tiffinfo", after).count("TIFF Directory at offset") == pages


def test_epubcheck_finds_no_fault(tmp_path: Path) -> None:
    file = lying(tmp_path, "application/epub+zip", embedded(of("application/epub+zip"), "application/epub+zip"))
    ran(*EPUBCHECK, file)
