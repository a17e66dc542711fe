"""Pages over HTTP: their words, their proofs, and what strangers write into them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from litestar.testing import TestClient
from lxml import etree, html

from artistguard.claims.canonical import canonical
from artistguard.ledger.tiles import COSIGNED
from artistguard.messages.counting import COUNTS_DOMAIN, SignedCounts
from artistguard.registry.client import Client
from artistguard.server.app import build
from artistguard.transparency.checkpoint import Note, NoteKey, decode64, open_checkpoint
from artistguard.transparency.cosignature import WitnessKey, cosign
from artistguard.transparency.proof import Proof
from artistguard.transparency.signature import holds
from tests.suites.public_face import HOSTILE, shown
from tests.suites.registry_makers import LOG, NOON, Clock, Sender, declared, opened, sha, work
from tests.suites.registry_suite import Counter
from tests.suites.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.suites.served import Said, Served

pytestmark = pytest.mark.network

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("/", "/state", "/counts", "/find?q=x", *(f"/works/{work(name)}" for name in ("mine", "gone", "hostile", "no")))


@pytest.fixture(scope="module")
def face(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    with shown(tmp_path_factory.mktemp("pages")) as running:
        yield running


@pytest.fixture
def server(face: tuple[Served, Path]) -> Served:
    return face[0]


def words(said: Said) -> str:
    return " ".join(html.fromstring(said.body).text_content().split())


def form(content: bytes, *, name: str = "file", boundary: str = "xyz") -> tuple[bytes, dict[str, str]]:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="a.jpg"\r\n\r\n'
    body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    return body, {"Content-Type": f"multipart/form-data; boundary={boundary}"}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_and_nothing_comes_from_elsewhere(server: Served, path: str) -> None:
    said = server.get(path)
    policy = said.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "unsafe" not in policy
    assert "set-cookie" not in said.headers
    tree = html.fromstring(said.body)
    assert not tree.xpath("//script | //iframe | //img | //style | //@style | //@*[starts-with(name(), 'on')]")
    assert not re.search(rb"""(src|action)=["']?(https?:)?//|url\(""", said.body)
    assert not [each for each in tree.xpath("//@href") if each.lower().startswith(("javascript:", "//"))]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for label in tree.xpath("//@for | //@aria-describedby | //@aria-labelledby"):
        assert label in ids


def test_the_one_page_with_a_script_can_send_nothing(server: Served) -> None:
    said = server.get("/proof")
    policy = dict(part.strip().split(" ", 1) for part in said.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["form-action"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "connect-src" not in policy
    assert policy["require-trusted-types-for"] == "'script'"
    tree = html.fromstring(said.body)
    (script,) = tree.xpath("//script")
    assert (script.get("type"), script.get("src"), script.text) == ("module", "/check.mjs", None)
    assert tree.xpath("//form/@action | //form/@method | //@style") == []
    assert b"runs no scripts" in said.body
    for address in tree.xpath("//a/@href[starts-with(., '/')] | //@src"):
        assert server.get(address).status == 200, address
    for name, kind in (("check.mjs", "text/javascript"), ("reader.mjs", "text/javascript")):
        file = server.get(f"/{name}")
        assert file.headers["content-type"].startswith(kind)
        assert not re.search(rb"fetch|XMLHttp|WebSocket|sendBeacon|innerHTML|eval|import\(\"http", file.body)
    assert server.get("/reader.mjs").body == (ROOT / "resources" / "reader.mjs").read_bytes()
    assert server.get("/verify_proof.py").body == (ROOT / "resources" / "verify_proof.py").read_bytes()


def test_what_strangers_write_stays_text(server: Served) -> None:
    said = server.get(f"/works/{work('hostile')}")
    assert HOSTILE.encode() not in said.body
    assert HOSTILE in html.fromstring(said.body).text_content()
    assert b"javascript:alert" in said.body  # shown, and no link
    for path in ("/works/%3Cscript%3Ealert(1)", "/find?q=%3Cscript%3Ealert(1)"):
        said = server.get(path)
        assert said.status in {400, 404}
        assert b"<script>" not in said.body


def test_a_changed_work_and_one_that_was_taken_back(server: Served) -> None:
    text = words(server.get(f"/works/{work('changed')}"))
    assert "This work may not be used by machines at all." in text
    assert "Stated on 2026-11-23 18:00:00 UTC: This work may not be used to train AI. No longer stands." in text
    assert "Changed on 2026-11-23" in text
    text = words(server.get(f"/works/{work('gone')}"))
    assert "What was stated was taken back." in text
    assert "that is no permission" in text
    assert "Who says so" not in text


def test_proofs_can_be_taken_along_and_checked_without_our_code(face: tuple[Served, Path], tmp_path: Path) -> None:
    server, files = face
    key = server.get("/v1/registry").json["key"]
    at = f"/works/{work('mine')}"
    assert Proof.parse(server.get(f"{at}/0.tlog-proof").body.decode()).index == 0
    (tmp_path / "proof.json").write_bytes(server.get(f"{at}/proof.json").body)
    command = [sys.executable, ROOT / "resources" / "verify_receipt.py", key, "proof.json", files / "mine.jpg"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done
    assert "proven:" in done.stdout
    for name in ("1.tlog-proof", "00.tlog-proof", "x", "proof.json.bak"):
        assert server.get(f"{at}/{name}").status == 404
    assert server.get("/works/urn:uuid:none/proof.json").status == 404


def test_what_the_versions_of_a_work_say_alike_is_told_once(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        counter = Counter(Client(server.address), server.clock)
        contact = "https://ada.example/ask"
        counter.receipts(declared("print", of="fox", contact=contact), declared("web", of="fox", contact=contact))
        page = html.fromstring(server.get(f"/works/{work('fox')}").body)
    assert [link.text_content() for link in page.iterfind(".//dd/a[@href]") if link.get("href") == contact] == [contact]
    assert len(page.xpath("//ul[@class='cards']/li")) == 1
    assert len(page.xpath("//ol[@class='history']/li")) == 2


def test_every_link_of_a_work_leads_somewhere(server: Served) -> None:
    for name in ("mine", "changed", "gone", "quarrel", "hostile"):
        links = html.fromstring(server.get(f"/works/{work(name)}").body).xpath("//a/@href[starts-with(., '/')]")
        assert len(links) > 6
        for link in links:
            assert server.get(link).status == 200, link


def test_the_state_of_the_log(server: Served) -> None:
    text = words(server.get("/state"))
    key = server.get("/v1/registry").json["key"]
    note = server.get("/log/checkpoint").body.decode()
    assert key in text
    assert " ".join(note.split()) in text
    assert "Nobody else stands up for this log" in text
    assert open_checkpoint(note, NoteKey.parse(key)).size > 5


def test_witnesses_are_named(tmp_path: Path) -> None:
    witness = WitnessKey("witness.example", LOG.public)
    ledger = opened(tmp_path, witnesses=[witness])
    Sender(ledger, Clock()).send(declared("a"))
    with TestClient(build(ledger)) as client:  # type: ignore[arg-type]
        text = " ".join(html.fromstring(client.get("/state").content).text_content().split())
        assert "witness.example: has not signed this state yet" in text
        with ledger.storage.writing() as rows:
            note = rows.checkpoint() or ""
            line = cosign(Note.parse(note).text, witness, LOG, int(NOON.timestamp()))
            rows.put_note(COSIGNED, f"{note}{line}")
        text = " ".join(html.fromstring(client.get("/state").content).text_content().split())
        assert "witness.example, seen 2026-11-22 12:00 UTC" in text
    ledger.close()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (sha("changed"), "This work is registered"),
        (sha("changed").upper(), "This work is registered"),
        (sha("stranger"), "Nothing is registered"),
        ("https://nobody.example/page", "Nothing is registered"),
        ("ISCC:IADUJAF4MO2N4BJFNXYZUWTBCGWXWAQZH34JWFLMETDVETJJZHJIZBYQ", "This is not understood"),
        ("", "This is not understood"),
        ("urn:uuid:1", "This is not understood"),
        ("a" * 3000, "This is not understood"),
    ],
)
def test_searching_by_words(server: Served, asked: str, found: str) -> None:
    said = server.get(f"/find?q={asked}")
    assert found in words(said)
    assert said.status == (400 if "understood" in found else 200)


def test_numbers_lead_to_works(server: Served) -> None:
    record = server.get(f"/v1/works/{work('mine')}").json["history"][0]["signed"]["statement"]["record"]
    for number in (work("mine"), record, record.upper().replace("URN:UUID", "urn:uuid")):
        said = server.get(f"/find?q={number}")
        assert (said.status, said.headers["location"]) == (303, f"/works/{work('mine')}")


def test_forms_that_are_none(server: Served) -> None:
    whole, kind = form(b"x")
    for body, headers, status in (
        (b"", {}, 422),
        (b"x", {"Content-Type": "text/plain"}, 422),
        (whole, {"Content-Type": "multipart/form-data"}, 422),
        (whole[:40], kind, 422),
        (form(b"")[0], kind, 422),
        (form(b"x", name="other")[0], kind, 422),
        (b"--xyz\r\n\r\n" * 1000, kind, 422),
    ):
        said = server.ask("POST", "/find", body, headers)
        assert said.status == status, (body[:50], said)
        assert said.headers["content-type"].startswith("text/html")
        assert "Search with this file" in words(said)
        assert b"Traceback" not in said.body


def test_a_file_of_the_longest_length_is_taken(server: Served) -> None:
    body, kind = form(bytes(1 << 20))
    assert "Nothing is registered" in words(server.ask("POST", "/find", body, kind))


def test_counts_are_signed_and_exported(server: Served) -> None:
    told = msgspec.json.decode(server.get("/v1/counts").body, type=SignedCounts)
    key = NoteKey.parse(server.get("/v1/registry").json["key"])
    assert open_checkpoint(told.counts.checkpoint, key).size == told.counts.size
    assert holds(key.public, decode64(told.signature, "signature"), COUNTS_DOMAIN + canonical(told.counts))
    table = server.get("/v1/counts.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert hashlib.sha256(table.body).hexdigest() == told.counts.csv
    rows = list(csv.DictReader(io.StringIO(table.body.decode())))
    assert {"medium": "image", "choice": "ask", "country": "DE", "works": "1"} in rows
    text = words(server.get("/counts"))
    assert f"{told.counts.works} works" in text
    assert "DE" in text
    assert "Taken back" in text


def test_the_style_is_a_file_of_its_own(server: Served) -> None:
    said = server.get("/style.css")
    assert said.headers["content-type"].startswith("text/css")
    assert "max-age" in said.headers["cache-control"]
    assert b"prefers-color-scheme: dark" in said.body
    assert b"@import" not in said.body
    assert etree.HTML(server.get("/").body).xpath("//link[@rel='stylesheet']/@href") == ["/style.css"]
