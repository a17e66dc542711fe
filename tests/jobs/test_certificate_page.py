"""The pages of a certificate, read by other programs; long ones within bounds."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pikepdf
import pytest
from PIL import Image

from artistguard.jobs.certificate_page import ProofFile, print_certificate
from artistguard.jobs.certify import Certificate, certify
from artistguard.jobs.guarding import is_ours
from artistguard.jobs.handing import save_certificate
from artistguard.terms import Choice
from tests.conftest import ROOT
from tests.suites.registry_makers import opened
from tests.suites.workshop import BOOK, FOX, LIGHTHOUSE, SONG, Workshop, workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

PROOF = ProofFile("proof.json", 64 * "0")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with workshop(tmp_path_factory.mktemp("framed")) as made:
        made.protect(made.put(FOX, "Fox & <Snow>.png"), name="Zoë Ünal")
        yield made


def text(page: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(page), "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def printed(certificate: Certificate, folder: Path) -> Path:
    page = folder / "page.pdf"
    page.write_bytes(print_certificate(certificate, PROOF, lambda *_: None))
    return page


def must_be_archival(page: Path) -> None:
    """What can be seen of PDF/A-2b without its validator: the mark, colours, fonts, and nothing that it forbids."""
    subprocess.run(["qpdf", "--check", str(page)], check=True, capture_output=True)
    fonts = subprocess.run(["pdffonts", str(page)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in fonts)
    with pikepdf.open(page) as pdf:
        with pdf.open_metadata() as told:
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "B")
            assert told["dc:title"] == str(pdf.docinfo["/Title"])
        assert bytes(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())[36:40] == b"acsp"
        assert not pdf.is_encrypted
        assert pdf.trailer.ID
        assert all("/Trans" not in each for each in pdf.pages)
        forbidden = {"/SMask", "/JS", "/JavaScript", "/AA", "/EmbeddedFiles", "/LZWDecode", "/DeviceCMYK"}
        for each in pdf.objects:
            assert not forbidden & _names(each)
            assert (
                not isinstance(each, pikepdf.Dictionary) or float(each.get("/ca", 1)) == float(each.get("/CA", 1)) == 1
            )


def _names(value: pikepdf.Object) -> set[str]:
    """Keys and names directly in an object."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return set()
    found = dict(value.stream_dict if isinstance(value, pikepdf.Stream) else value)
    inside = [one for each in found.values() for one in (list(each) if isinstance(each, pikepdf.Array) else [each])]
    return set(found) | {str(each) for each in inside if isinstance(each, pikepdf.Name)}


def test_one_work_on_a_page_to_frame(shop: Workshop, tmp_path: Path) -> None:
    handed = save_certificate(shop.studio, (), tmp_path / "fox.pdf")
    must_be_archival(handed.page)
    (version,) = shop.studio.store.catalogue.versions()
    told = " ".join(text(handed.page).split())
    for words in (
        "Fox & <Snow>",
        "by Zoë Ünal",
        "may not be used for AI or data mining",
        version.after.hex,
        version.record,
        "no proof of date",
        "openssl dgst -sha256 fox.json",
        "How to check this without ArtistGuard",
    ):
        assert words in told, words
    assert is_ours(shop.studio, handed.page)
    with pikepdf.open(handed.page) as pdf:
        assert len(pdf.pages) == 2
        (picture,) = pdf.pages[0].get_images()
    assert picture


def test_a_registry_elsewhere_is_named_with_its_page_and_credentials_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "shown").mkdir()
    (tmp_path / "north").mkdir()
    with workshop(tmp_path / "shown") as shop:
        shop.addresses["https://north.example"] = opened(tmp_path / "north", shop.clock, origin="north.example/log")
        shop.protect(shop.put(FOX), shop.put(BOOK), address="https://north.example")
        told = text(save_certificate(shop.studio, (), tmp_path / "shown.pdf").page)
    assert "north.example/log" in told
    assert "https://north.example/proof" in told
    assert "Look it up" in told
    assert "no proof of date" not in told
    assert "Content credentials: inside the file" in told
    assert f"Content credentials: beside the file, in {BOOK.name}.c2pa" in told


def test_the_commands_on_the_page_work_as_they_stand(shop: Workshop, tmp_path: Path) -> None:
    handed = save_certificate(shop.studio, (), tmp_path / "fox.pdf")
    (version,) = shop.studio.store.catalogue.versions()
    shutil.copy(version.path, tmp_path / "FILE")
    shutil.copy(ROOT / "resources" / "verify_proof.py", tmp_path)
    told = text(handed.page)
    digest = re.findall(r"SHA-256: ([0-9a-f]{64})", told)
    key = json.loads(handed.proof.read_bytes())["keys"][0]
    folder = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    said = []
    for row in told.splitlines():
        if not row.strip().startswith(("openssl ", "artistguard ", "python3 ")):
            continue
        command = [key if word == "KEY" else word for word in row.split()]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60,
            env=os.environ | {"PATH": folder, "ARTISTGUARD_HOME": str(tmp_path / "stranger")},
        )  # fmt: skip
        said.append(done.stdout)
    assert len(said) == 4
    assert digest[0] in said[0]
    assert "Proven: FILE" in said[1]
    assert "proven: FILE" in said[2]
    assert version.after.hex in said[3]


def test_the_code_on_the_page_leads_to_the_record(shop: Workshop, tmp_path: Path) -> None:
    import segno

    page = printed(certify(shop.studio, []), tmp_path)
    subprocess.run(["pdftoppm", "-r", "100", "-l", "1", "-png", str(page), str(tmp_path / "shot")], check=True)
    (version,) = shop.studio.store.catalogue.versions()
    rows = [bytes(row) for row in segno.make(version.record, error="m", micro=False).matrix]
    with Image.open(next(tmp_path.glob("shot*.png"))) as shot:
        grey, dot = shot.convert("L"), 100 / 25.4
        side, left, top = 30 * dot / len(rows), (210 - 28 - 30) * dot, (297 - 84 + 14) * dot
        seen = [
            bytes(grey.getpixel((left + (x + 0.5) * side, top + (y + 0.5) * side)) < 128 for x in range(len(rows)))
            for y in range(len(rows))
        ]
    assert seen == rows


def test_what_differs_stands_with_each_and_what_is_common_once(tmp_path: Path) -> None:
    (tmp_path / "several").mkdir()
    with workshop(tmp_path / "several") as shop:
        shop.protect(shop.put(LIGHTHOUSE), shop.put(BOOK), name="Ada")
        shop.protect(shop.put(SONG), choice=Choice.ASK, name="Ada")
        page = printed(certify(shop.studio, []), tmp_path)
    told = text(page)
    assert told.count("Said by Ada") == 1
    assert told.count("Signed by did:key") == 1
    assert told.count("ask for a licence.") == 1
    assert told.count("SHA-256: ") == 1 + 3
    assert "3 works" in told


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("ثعلب في الثلج", "ثعلب"),
        ("שועל בשלג, 2 (חורף)", "שועל"),
        ("Fox שועל ثعلب лиса", "Fox"),
        ("Fox 🦊 in Snow ❄️", "Fox in Snow"),
        ("🦊", "Fox face"),
        ("หมาจิ้งจอก", "(Thai letters)"),
    ],
    ids=["arabic", "hebrew", "mixed", "emoji", "only-emoji", "thai"],
)
def test_titles_that_run_leftwards_or_have_signs_of_no_font(
    shop: Workshop, tmp_path: Path, title: str, shown: str
) -> None:
    whole = certify(shop.studio, [])
    page = printed(dataclasses.replace(whole, entries=(dataclasses.replace(whole.entries[0], title=title),)), tmp_path)
    must_be_archival(page)
    # Poppler puts right-to-left letters back into the order in which they are read, in their plain form.
    assert shown in unicodedata.normalize("NFKC", text(page))


@pytest.mark.parametrize("title", ["雪の中の狐", "Лиса в снегу", "Λύκος", "Tőkés róka", "x" * 4000, "狐" * 2000])
def test_titles_in_other_letters_and_of_any_length(shop: Workshop, tmp_path: Path, title: str) -> None:
    whole = certify(shop.studio, [])
    page = printed(dataclasses.replace(whole, entries=(dataclasses.replace(whole.entries[0], title=title),)), tmp_path)
    assert title[:4] in text(page).replace(" ", "")
    if "狐" in title:
        # Nothing is embedded for these letters, so nothing is promised.
        with pikepdf.open(page) as pdf, pdf.open_metadata() as told:
            assert "pdfaid:part" not in told
    else:
        must_be_archival(page)


def repeated(certificate: Certificate, count: int) -> Certificate:
    """As if so many works had been registered, each with a number and record of its own."""
    (entry,) = certificate.entries
    entries = []
    for number in range(count):
        record = f"urn:uuid:00000000-0000-4000-8000-{number:012d}"
        version = dataclasses.replace(entry.version, record=record, work=record.replace("4000", "4001"))
        (receipt,) = entry.proven.receipts
        proven = msgspec.structs.replace(entry.proven, receipts=(msgspec.structs.replace(receipt, index=number),))
        entries.append(dataclasses.replace(entry, title=f"Silence {number + 1}", version=version, proven=proven))
    return dataclasses.replace(certificate, entries=tuple(entries))


def test_the_silent_album_of_a_thousand_tracks(shop: Workshop, tmp_path: Path) -> None:
    page = printed(repeated(certify(shop.studio, []), 1000), tmp_path)
    must_be_archival(page)
    told = text(page)
    assert "1,000 works" in told
    assert all(re.search(rf"Silence {number}\b", told) for number in range(1, 1001))
    assert told.count("Record: ") == 1000
    with pikepdf.open(page) as pdf:
        assert len(pdf.pages) < 120
    assert page.stat().st_size < 2 << 20


def test_the_empty_book_of_ten_thousand_names(shop: Workshop, tmp_path: Path) -> None:
    whole = certify(shop.studio, [])
    (entry,) = whole.entries
    names = ", ".join(f"Author {number:05d}" for number in range(10_000))
    said = dataclasses.replace(entry.version.inscription.declaration, name=names)
    inscription = dataclasses.replace(entry.version.inscription, declaration=said)
    version = dataclasses.replace(entry.version, inscription=inscription)
    entry = dataclasses.replace(entry, title="The Empty Book", version=version)
    page = printed(dataclasses.replace(whole, entries=(entry,)), tmp_path)
    must_be_archival(page)
    told = text(page)
    assert "and others, named inside" in told
    assert all(f"{number:05d}" in told for number in range(10_000))
    assert told.count("Author") <= 10_000 + 20
    with pikepdf.open(page) as pdf:
        assert len(pdf.pages) < 60
    assert page.stat().st_size < 2 << 20
